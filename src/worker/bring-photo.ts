import { z } from "zod";
import { newPhotoId, type ReadyPhoto } from "../app/photos/store-photo";
import { findPageTurn } from "../app/closing/own-counts";
import { findActingAt } from "../app/people/acting";
import type { Config } from "../config";
import { localDateOf } from "../domain/dates";
import type { GroupId } from "../domain/ids";
import { photoPurposes } from "../domain/photos/photo";
import { fetchPhoto } from "../media/fetch-photo";
import type { Vault } from "../media/take-photo";
import { findConversation } from "../storage/conversations";
import type { InboxEvent } from "../storage/inbox";
import { inTransaction, type Tx } from "../storage/tx";

const pictureEvent = z.looseObject({
  type: z.literal("message"),
  message: z.looseObject({ type: z.literal("image"), id: z.string() }),
});

/** What a conversation that waits for a picture says of it, as `photo` of its data. */
const wantedPhoto = z.object({ groupId: z.string(), purpose: z.enum(photoPurposes), aboutId: z.string() });

/**
 * The picture that an event brings, fetched and made ready; null where the event is none, or nothing of its chat waits for one. Throws
 * what `fetchPhoto` throws.
 */
export async function bringPhoto(
  event: InboxEvent,
  { line, vault, now }: { line: Config["line"]; vault: Vault; now: Date },
): Promise<ReadyPhoto | null> {
  const read = pictureEvent.safeParse(event.event);
  if (!read.success || event.replayed) return null;
  const wanted = await inTransaction((tx) => findWanted(tx, event.chatId, now));
  if (!wanted) return null;
  const { groupId, purpose, aboutId } = wanted;
  const identity = { id: newPhotoId(), groupId: groupId as GroupId, purpose, aboutId };
  return fetchPhoto(identity, { line, messageId: read.data.message.id }, vault);
}

/** What a picture of this chat is wanted for: by its open question, else by the counting of a day that waits for a page from her; null where by nothing. */
async function findWanted(tx: Tx, chatId: string, now: Date): Promise<z.output<typeof wantedPhoto> | null> {
  const conversation = await findConversation(tx, chatId);
  const isOpen = conversation && conversation.expiresAt > now;
  const asked = wantedPhoto.safeParse(isOpen ? conversation.data["photo"] : undefined);
  if (asked.success) return asked.data;
  const acting = await findActingAt(tx, chatId, localDateOf(now));
  const turn = acting?.state === "real" ? await findPageTurn(tx, acting.actor) : null;
  return turn && { groupId: turn.groupId, purpose: "bank-passbook", aboutId: turn.dayId };
}
