import { addDays, instantOf, localDateOf } from "../../domain/dates";
import type { Group } from "../../domain/groups/group";
import { memberId, type GroupId, type MemberId } from "../../domain/ids";
import { isTooNew, type Member } from "../../domain/members/member";
import type { Satang } from "../../domain/money";
import type { Notice } from "../../domain/notice";
import { memberName, type MemberName } from "../../domain/people";
import {
  amountOf,
  daysOverdue,
  daysToAnswer,
  nudged,
  nudgeDue,
  partiesToTransfer,
  type Nudge,
  type TransferNotice,
} from "../../domain/transfers/transfer-notice";
import { getGroup } from "../../storage/groups";
import { lockHead } from "../../storage/ledger-heads";
import { findMembers } from "../../storage/members";
import { findGroupsWithWaiting, findWaitingTransfers, saveTransferNotice } from "../../storage/transfer-notices";
import type { Tx } from "../../storage/tx";
import { findConfirmers } from "./confirmers";

/** What an officer hears of notices that wait too long: all of them at once. */
export interface OverdueView {
  group: Group;
  /** Whether the reader is to compare them herself, or to see that it is done. */
  who: Nudge["who"];
  lines: { member: MemberName; total: Satang; sentAt: Date; daysOverdue: number }[];
}

/** Groups in which a notice may wait longer than it should. */
export async function findGroupsWithOverdue(tx: Tx, now: Date): Promise<GroupId[]> {
  return findGroupsWithWaiting(tx, instantOf(addDays(localDateOf(now), -daysToAnswer)));
}

/**
 * Reminds of the group's overdue notices, each once to who may confirm it and, where that does not help, once to the chair: one message a person.
 * They count as reminded with this transaction, so that a run after a crash reminds nobody twice.
 */
export async function nudgeGroup(tx: Tx, groupId: GroupId, now: Date): Promise<Notice[]> {
  await lockHead(tx, groupId);
  const group = await getGroup(tx, groupId);
  const today = localDateOf(now);
  const heard = new Map<string, { member: Member; view: OverdueView }>();
  for (const notice of await findWaitingTransfers(tx, [groupId])) {
    const who = nudgeDue(notice, today);
    if (!who) continue;
    const readers =
      who === "chair" ? await chairOf(tx, group, notice, now) : await confirmersOf(tx, group, notice, now);
    const [of] = await findMembers(tx, [notice.memberId]);
    if (readers.length === 0 || !of) continue;
    await saveTransferNotice(tx, nudged(notice, { who, at: now }));
    const { sentAt } = notice;
    const line = { member: memberName(of), total: amountOf(notice), sentAt, daysOverdue: daysOverdue(notice, today) };
    for (const member of readers) {
      const key = `${member.id}:${who}`;
      const known = heard.get(key) ?? { member, view: { group, who, lines: [] } };
      known.view.lines.push(line);
      heard.set(key, known);
    }
  }
  return [...heard.values()].map(({ member, view }) => ({
    to: { memberId: member.id, member },
    kind: "transfer.overdue",
    view,
  }));
}

async function confirmersOf(tx: Tx, group: Group, notice: TransferNotice, now: Date): Promise<Member[]> {
  return (await findConfirmers(tx, group, notice, now)).map(({ member }) => member);
}

/** The chair of the group; the vice-chair where the chair has no LINE, or it is about her own or her spouse's money. Nobody where it is so with both. */
async function chairOf(tx: Tx, group: Group, notice: TransferNotice, now: Date): Promise<Member[]> {
  const seats = group.officers.filter(({ committee }) => committee === "executive");
  const ids = (["chair", "vice-chair"] as const).flatMap((wanted) =>
    seats.filter(({ position }) => position === wanted).map(({ memberNo }) => memberId(group.id, memberNo)),
  );
  const own: MemberId[] = [notice.memberId, notice.sentBy.memberId];
  const read = await findMembers(tx, [...new Set([...ids, ...own])]);
  const excluded = partiesToTransfer(
    notice,
    read.filter(({ id }) => own.includes(id)),
  );
  const able = ids
    .flatMap((id) => read.find((member) => member.id === id) ?? [])
    .filter(
      ({ id, status, link }) =>
        status === "active" &&
        link.personId !== null &&
        link.personId !== notice.sentBy.personId &&
        !isTooNew(link, now) &&
        !excluded.includes(id),
    );
  return able.slice(0, 1);
}
