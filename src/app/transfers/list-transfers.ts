import { addDays, instantOf, localDateOf } from "../../domain/dates";
import type { Group } from "../../domain/groups/group";
import { findWaitingTransfers, findTransfersOf } from "../../storage/transfer-notices";
import type { Tx } from "../../storage/tx";
import { getPassbooks, groupsWithPower, type Actor } from "../people/actor";
import { findConfirmers } from "./confirmers";
import { transferView, type TransferView } from "./transfer-view";

/** A notice of a list, and whether this person is one of those who answer it. */
export interface ListedTransfer extends TransferView {
  isToAnswer: boolean;
}

/** Waiting notices that this officer may answer, oldest first. */
export async function listTransfersToAnswer(tx: Tx, actor: Actor, now: Date): Promise<ListedTransfer[]> {
  const groups = uniqueGroups([...groupsWithPower(actor, "record-money"), ...groupsWithPower(actor, "pay-out")]);
  const listed: ListedTransfer[] = [];
  for (const notice of await findWaitingTransfers(
    tx,
    groups.map(({ id }) => id),
  )) {
    const group = groups.find(({ id }) => id === notice.groupId);
    const seats = actor.offices.filter((held) => held.group.id === notice.groupId).map(({ member }) => member.id);
    if (!group || !(await findConfirmers(tx, group, notice, now)).some(({ member }) => seats.includes(member.id)))
      continue;
    listed.push({ ...(await transferView(tx, group, notice, now)), isToAnswer: true });
  }
  return listed;
}

/** So long a decided notice stands in the list of who sent it, in days. */
const shownDays = 60;

/** The notices for the passbooks of this phone, newest first: what waits, and what became of those of the last sixty days. */
export async function listOwnTransfers(tx: Tx, actor: Actor, now: Date): Promise<ListedTransfer[]> {
  const passbooks = await getPassbooks(tx, actor);
  const since = instantOf(addDays(localDateOf(now), -shownDays));
  const ids = passbooks.map(({ member }) => member.id);
  const listed: ListedTransfer[] = [];
  for (const notice of (await findTransfersOf(tx, ids, since)).reverse()) {
    const group = passbooks.find(({ member }) => member.id === notice.memberId)?.group;
    if (group) listed.push({ ...(await transferView(tx, group, notice, now)), isToAnswer: false });
  }
  return listed;
}

const uniqueGroups = (groups: readonly Group[]): Group[] => [
  ...new Map(groups.map((group) => [group.id, group])).values(),
];
