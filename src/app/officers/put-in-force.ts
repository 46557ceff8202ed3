import { endWithOffice } from "../../domain/approvals/two-officers";
import type { Group } from "../../domain/groups/group";
import { officersAfter, seatName, type OfficeChange } from "../../domain/groups/office-change";
import { memberId, type MemberId } from "../../domain/ids";
import type { Notice } from "../../domain/notice";
import { findOpenApprovals } from "../../storage/approvals";
import { findNetwork, saveGroups } from "../../storage/groups";
import type { Tx } from "../../storage/tx";
import { reseatVotes } from "../approvals/ballots/reseat-votes";
import { closeApproval } from "../approvals/close-approval";
import { matters } from "../matters";
import { holdersOf } from "../people/officers";
import { askNewConfirmers } from "../transfers/new-confirmers";

/**
 * Gives a seat to who takes it and takes it from who leaves it: rights are read anew with every button, so that the old ones refuse from here
 * on. What the former officer asked for in that seat ends with it, her seat in a vote goes to who takes the office, and what waits of transfers is told to who may answer it by now. The group's books are locked.
 */
export async function putInForce(tx: Tx, group: Group, change: OfficeChange, now: Date): Promise<Notice[]> {
  const after = { ...group, officers: officersAfter(group.officers, change) };
  await saveGroups([after], tx);
  if (change.outNo !== null) await endRequestsOf(tx, group, memberId(group.id, change.outNo), seatName(change), now);
  const taker = change.inNo === null ? null : memberId(group.id, change.inNo);
  const votes = await reseatVotes(tx, matters, { group: after, taker, now });
  return [...(await askNewConfirmers(tx, group, after, now)), ...votes];
}

async function endRequestsOf(tx: Tx, group: Group, officer: MemberId, seat: string, now: Date): Promise<void> {
  for (const open of await findOpenApprovals(tx, [group.id]))
    if (open.requestedBy.memberId === officer && open.requestedBy.position === seat)
      await closeApproval(tx, endWithOffice(open, now));
}

/**
 * Everybody who must hear of a change: all officers before and after it, the auditors among them, who leaves and who takes; of auditors also the
 * network's coordinators, since it may be the watched who change who watches. But for one.
 */
export async function toldOfChange(tx: Tx, before: Group, change: OfficeChange, except: MemberId): Promise<MemberId[]> {
  const { outNo, inNo } = change;
  const parties = [outNo, inNo].filter((no): no is string => no !== null).map((no) => memberId(before.id, no));
  const seats = change.committee === "audit" ? ((await findNetwork(tx))?.coordinators ?? []) : [];
  const coordinators = seats.map((seat) => memberId(seat.groupId, seat.memberNo));
  return [...new Set([...holdersOf(before, before.officers), ...parties, ...coordinators])].filter(
    (id) => id !== except,
  );
}
