import { stageOf } from "../../domain/closing/day-count";
import { DomainError } from "../../domain/errors";
import type { Done } from "../../domain/notice";
import type { Tx } from "../../storage/tx";
import type { Actor } from "../people/actor";
import { storePhoto, type ReadyPhoto } from "../photos/store-photo";
import type { CountView } from "./count-view";
import { openCount, type CountRef } from "./open-count";
import { settle } from "./say-count";

/**
 * Keeps the picture of the bank passbook's last page that one of the two counters sent; a later one takes the place of an earlier, which is kept
 * as well. Throws `card.outdated` where the counting waits for something else, or the day has closed.
 */
export async function keepBankPage(
  tx: Tx,
  actor: Actor,
  input: CountRef & { photo: ReadyPhoto },
): Promise<Done<CountView>> {
  const open = await openCount(tx, actor, input);
  const stage = stageOf(open.count, open.booked);
  if (stage.kind !== "count" || stage.what !== "bank") throw new DomainError("card.outdated", { why: "changed" });
  const { photo } = await storePhoto(tx, input.photo, {
    by: { personId: actor.personId, memberId: open.seat.member.id },
    at: input.now,
  });
  return settle(tx, input, open, { ...open.count, photoId: photo.id }, null);
}
