import { takesPage, withBank } from "../../domain/closing/day-count";
import { DomainError } from "../../domain/errors";
import type { Done } from "../../domain/notice";
import { likenessOfLooks } from "../../domain/photos/look";
import type { Photo } from "../../domain/photos/photo";
import { findLooks, findPhoto } from "../../storage/photos";
import type { Tx } from "../../storage/tx";
import type { Actor } from "../people/actor";
import { storePhoto, type ReadyPhoto } from "../photos/store-photo";
import type { CountView } from "./count-view";
import { openCount, type CountRef } from "./open-count";
import { settle } from "./say-count";

/**
 * Keeps the picture of the bank passbook's last page that one of the two counters sent, while it is read or after it; a later one takes the place of
 * an earlier, which is kept as well. Throws `card.outdated` where the counting has no use for it, or the day has closed.
 */
export async function keepBankPage(
  tx: Tx,
  actor: Actor,
  input: CountRef & { photo: ReadyPhoto },
): Promise<Done<CountView>> {
  const open = await openCount(tx, actor, input);
  // Who has its picture has the passbook, whatever was said of it.
  const found = open.count.bankAbsent;
  const atHand = found ? withBank(open.count) : open.count;
  if (!takesPage(atHand, open.booked)) throw new DomainError("card.outdated", { why: "changed" });
  const { photo, seenBefore } = await storePhoto(tx, input.photo, {
    by: { personId: actor.personId, memberId: open.seat.member.id },
    at: input.now,
  });
  const seen = await lastOnEarlierDay(tx, photo, seenBefore);
  const { photoSeenAt: _photoSeenAt, ...count } = atHand;
  const kept = { ...count, photoId: photo.id, ...(seen ? { photoSeenAt: seen.sentAt } : {}) };
  const { result, notices } = await settle(tx, input, open, kept, found ? "found" : null);
  // A later picture changes nothing that the other waits for.
  return { result, notices: result.stage.kind === "count" ? notices : [] };
}

/** Pages of so many days are compared by their looks, and at most so many of them: an older one is found by its file alone. */
const looksBackDays = 400;
const mostLooks = 200;

/** The newest picture of the bank passbook from another day that is this one: the same file, or the same page written anew. */
async function lastOnEarlierDay(tx: Tx, photo: Photo, sameFile: readonly Photo[]): Promise<Photo | null> {
  const { groupId, purpose, aboutId } = photo;
  const since = new Date(photo.sentAt.getTime() - looksBackDays * 24 * 60 * 60 * 1000);
  const looks = await findLooks(tx, { groupId, purpose, since, limit: mostLooks });
  const like = looks.find(({ id, look }) => id !== photo.id && likenessOfLooks(photo.look, look) === "near");
  const alike = like ? await findPhoto(tx, like.id) : null;
  const earlier = [...sameFile, ...(alike ? [alike] : [])].filter((one) => one.aboutId !== aboutId);
  return earlier.sort((one, other) => other.sentAt.getTime() - one.sentAt.getTime())[0] ?? null;
}
