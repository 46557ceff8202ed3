import { newPhotoId, storePhoto } from "../../../src/app/photos/store-photo";
import { readConfig } from "../../../src/config";
import type { Group } from "../../../src/domain/groups/group";
import type { Member } from "../../../src/domain/members/member";
import type { Photo, PhotoPurpose } from "../../../src/domain/photos/photo";
import { takePhoto, vaultOf, type Vault } from "../../../src/media/take-photo";
import { inTransaction } from "../../../src/storage/tx";
import { twoHalves } from "../../media/pictures";

/** The vault of the tests. */
export const vault: Vault = vaultOf(readConfig({ SAJJA_DATA_KEY: "5".repeat(64) }));

/** A picture that is another one for each text. */
export async function pictureOf(text: string): Promise<Buffer> {
  const canvas = twoHalves();
  canvas.getContext("2d").fillText(text, 20, 40);
  return canvas.encode("jpeg");
}

/** Takes and stores a photo of a group that this member sent. */
export async function buildPhoto(
  group: Group,
  sender: Member,
  facts: { purpose?: PhotoPurpose; aboutId?: string; bytes?: Buffer; sentAt?: Date } = {},
): Promise<{ photo: Photo; seenBefore: Photo[] }> {
  const { purpose = "signed-paper", aboutId = "request-1", sentAt = new Date("2026-03-05T02:12:00Z") } = facts;
  const identity = { id: newPhotoId(), groupId: group.id, purpose, aboutId };
  const bytes = facts.bytes ?? (await pictureOf(identity.id));
  const taken = await takePhoto(identity, { bytes, declaredType: "image/jpeg" }, vault);
  const personId = sender.link.personId;
  if (!personId) throw new Error("who sends a photo has LINE");
  const by = { personId, memberId: sender.id };
  return inTransaction((tx) => storePhoto(tx, taken, { by, at: sentAt }));
}
