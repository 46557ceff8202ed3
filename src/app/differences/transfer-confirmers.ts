import type { OpenDifference } from "../../domain/differences/difference";
import type { GroupId, MemberId } from "../../domain/ids";
import { noticeIdIn } from "../../domain/transfers/transfer-notice";
import { findDay, findLastWorkingDay } from "../../storage/days";
import { findEntriesBetween } from "../../storage/journal";
import type { Tx } from "../../storage/tx";

/**
 * The officers who confirmed transfers since the closing before the one that first found a difference at the bank: money that they took for arrived
 * may be what is missing there.
 */
export async function transferConfirmersSince(
  tx: Tx,
  groupId: GroupId,
  { counts: [first] }: Pick<OpenDifference, "counts">,
): Promise<MemberId[]> {
  const day = first ? await findDay(tx, first.dayId) : null;
  const before = await findLastWorkingDay(tx, groupId, day?.openedAt);
  const after = before?.closingHead?.seq ?? 0;
  const entries = await findEntriesBetween(tx, groupId, { after, until: null, kinds: ["savings.deposit"] });
  const confirmed = entries.filter(({ idempotencyKey }) => noticeIdIn(idempotencyKey) !== null);
  return [...new Set(confirmed.flatMap(({ actor }) => actor.memberId ?? []))];
}
