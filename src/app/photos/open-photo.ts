import { randomBytes } from "node:crypto";
import { DomainError } from "../../domain/errors";
import type { PhotoId } from "../../domain/ids";
import { memberName, type MemberName } from "../../domain/people";
import type { Photo, PhotoView } from "../../domain/photos/photo";
import { findMember } from "../../storage/members";
import { insertView } from "../../storage/photo-views";
import { findPhoto, findSealed, type Sealed } from "../../storage/photos";
import type { Tx } from "../../storage/tx";
import { entryActor, type Actor, type HeldOffice } from "../people/actor";
import { seatToSee } from "./photo-rules";

/** What is told about a photo to who may see it. */
export interface PhotoFacts {
  photo: Photo;
  seat: HeldOffice;
  /** Who sent it; null where that was no member, or a member who is gone. */
  sender: MemberName | null;
}

/** The facts of a photo. Throws `photo.not-yours` where there is no such photo for this person. */
export async function describePhoto(tx: Tx, actor: Actor, id: PhotoId): Promise<PhotoFacts> {
  const photo = await findPhoto(tx, id);
  const seat = photo && seatToSee(actor, photo);
  if (!seat) throw new DomainError("photo.not-yours", {});
  const sender = photo.sentBy.memberId ? await findMember(tx, photo.sentBy.memberId) : null;
  return { photo, seat, sender: sender && memberName(sender) };
}

/**
 * Writes down that this person looks at a photo now, and gives its encrypted bytes: once the transaction is committed they may be shown.
 * Throws `photo.not-yours`, and `photo.destroyed` where only the record of it is left.
 */
export async function openPhoto(
  tx: Tx,
  actor: Actor,
  id: PhotoId,
  look: Pick<PhotoView, "at" | "why">,
): Promise<{ photo: Photo; sealed: Sealed }> {
  const { photo, seat } = await describePhoto(tx, actor, id);
  if (photo.destroyed) throw new DomainError("photo.destroyed", { at: photo.destroyed.at.toISOString() });
  const sealed = await findSealed(tx, id);
  if (!sealed) throw new Error("a kept photo has its bytes");
  const view = { id: randomBytes(12).toString("hex"), photoId: id, groupId: photo.groupId, by: entryActor(seat) };
  await insertView(tx, { ...view, ...look });
  return { photo, sealed };
}
