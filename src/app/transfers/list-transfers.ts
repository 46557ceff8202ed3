import { addDays, instantOf, localDateOf } from "../../domain/dates";
import type { Group } from "../../domain/groups/group";
import { memberId } from "../../domain/ids";
import type { Member } from "../../domain/members/member";
import type { Satang } from "../../domain/money";
import { memberName, type MemberName } from "../../domain/people";
import { amountOf, daysOverdue, type TransferNotice } from "../../domain/transfers/transfer-notice";
import { findMembers } from "../../storage/members";
import { findWaitingTransfers, findTransfersOf } from "../../storage/transfer-notices";
import type { Tx } from "../../storage/tx";
import { getPassbooks, groupsWithPower, type Actor } from "../people/actor";
import { confirmersAmong } from "./confirmers";

/** A notice of a list, and whether this person is one of those who answer it. */
export interface ListedTransfer extends Pick<TransferNotice, "round" | "memberId" | "sentAt" | "state" | "nudged"> {
  noticeId: string;
  group: Group;
  member: MemberName;
  total: Satang;
  daysOverdue: number;
  isToAnswer: boolean;
}

/** Waiting notices that this officer may answer, oldest first; null where she answers none, whatever waits. */
export async function listTransfersToAnswer(tx: Tx, actor: Actor, now: Date): Promise<ListedTransfer[] | null> {
  const groups = uniqueGroups([...groupsWithPower(actor, "record-money"), ...groupsWithPower(actor, "pay-out")]);
  if (groups.length === 0) return null;
  const notices = await findWaitingTransfers(
    tx,
    groups.map(({ id }) => id),
  );
  const officers = groups.flatMap(({ id, officers: held }) => held.map(({ memberNo }) => memberId(id, memberNo)));
  const named = notices.flatMap(({ memberId: whose, sentBy }) => [whose, sentBy.memberId]);
  const members = notices.length === 0 ? [] : await findMembers(tx, [...new Set([...officers, ...named])]);
  const seats = actor.offices.map(({ member }) => member.id);
  return notices.flatMap((notice) => {
    const group = groups.find(({ id }) => id === notice.groupId);
    const isHers =
      group && confirmersAmong(members, group, notice, now).some(({ member }) => seats.includes(member.id));
    return isHers ? listed(notice, group, members, { isToAnswer: true, now }) : [];
  });
}

/** So long a decided notice stands in the list of who sent it, in days; what waits is never forgotten. */
const shownDays = 60;

/** The notices for the passbooks of this phone, newest first: what waits, and what became of those of the last sixty days. */
export async function listOwnTransfers(tx: Tx, actor: Actor, now: Date): Promise<ListedTransfer[]> {
  const passbooks = await getPassbooks(tx, actor);
  const since = instantOf(addDays(localDateOf(now), -shownDays));
  const members = passbooks.map(({ member }) => member);
  const notices = await findTransfersOf(
    tx,
    members.map(({ id }) => id),
    since,
  );
  return notices.reverse().flatMap((notice) => {
    const group = passbooks.find(({ member }) => member.id === notice.memberId)?.group;
    return group ? listed(notice, group, members, { isToAnswer: false, now }) : [];
  });
}

function listed(
  notice: TransferNotice,
  group: Group,
  members: readonly Member[],
  { isToAnswer, now }: { isToAnswer: boolean; now: Date },
): ListedTransfer[] {
  const member = members.find(({ id }) => id === notice.memberId);
  if (!member) return [];
  const { id: noticeId, round, memberId: whose, sentAt, state, nudged } = notice;
  return [
    {
      ...{ noticeId, round, memberId: whose, sentAt, state, nudged },
      group,
      member: memberName(member),
      total: amountOf(notice),
      daysOverdue: daysOverdue(notice, localDateOf(now)),
      isToAnswer,
    },
  ];
}

const uniqueGroups = (groups: readonly Group[]): Group[] => [
  ...new Map(groups.map((group) => [group.id, group])).values(),
];
