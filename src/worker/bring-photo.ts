import { z } from "zod";
import { newPhotoId, type ReadyPhoto } from "../app/photos/store-photo";
import type { Config } from "../config";
import type { GroupId } from "../domain/ids";
import { photoPurposes } from "../domain/photos/photo";
import { fetchPhoto } from "../media/fetch-photo";
import type { Vault } from "../media/take-photo";
import { findConversation } from "../storage/conversations";
import type { InboxEvent } from "../storage/inbox";
import { inTransaction } from "../storage/tx";

const pictureEvent = z.looseObject({
  type: z.literal("message"),
  message: z.looseObject({ type: z.literal("image"), id: z.string() }),
});

/** What a conversation that waits for a picture says of it, as `photo` of its data. */
const wantedPhoto = z.object({ groupId: z.string(), purpose: z.enum(photoPurposes), aboutId: z.string() });

/**
 * The picture that an event brings, fetched and made ready; null where the event is none, or its chat's open question waits for none. Throws
 * what `fetchPhoto` throws.
 */
export async function bringPhoto(
  event: InboxEvent,
  { line, vault, now }: { line: Config["line"]; vault: Vault; now: Date },
): Promise<ReadyPhoto | null> {
  const read = pictureEvent.safeParse(event.event);
  if (!read.success || event.replayed) return null;
  const conversation = await inTransaction((tx) => findConversation(tx, event.chatId));
  if (!conversation || conversation.expiresAt <= now) return null;
  const wanted = wantedPhoto.safeParse(conversation.data["photo"]);
  if (!wanted.success) return null;
  const { groupId, purpose, aboutId } = wanted.data;
  const identity = { id: newPhotoId(), groupId: groupId as GroupId, purpose, aboutId };
  return fetchPhoto(identity, { line, messageId: read.data.message.id }, vault);
}
