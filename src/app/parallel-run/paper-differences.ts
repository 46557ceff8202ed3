import type { Group } from "../../domain/groups/group";
import { DomainError } from "../../domain/errors";
import { memberId } from "../../domain/ids";
import { account } from "../../domain/ledger/accounts";
import {
  withDifference,
  type PaperDifference,
  type PaperPurpose,
  type ParallelRun,
} from "../../domain/parallel-run/parallel-run";
import type { Satang } from "../../domain/money";
import { memberName } from "../../domain/people";
import type { PassbookGap } from "../../domain/reports/views";
import { balanceOf } from "../../storage/accounts";
import { lockHead } from "../../storage/ledger-heads";
import { findMembers } from "../../storage/members";
import { countClosings, findParallelRun, saveParallelRun } from "../../storage/parallel-runs";
import type { Tx } from "../../storage/tx";
import { getGroupMember } from "../members/find-member";
import { authorize, entryActor, holdsPower, type Actor, type HeldOffice } from "../people/actor";

/** The months beside paper as officers see them. */
export interface ParallelView {
  group: Group;
  /** Working days that were closed, and how many it takes. */
  closed: number;
  closings: number;
  differences: PassbookGap[];
}

/** A group's open run. Throws `parallel.none`. */
export async function getOpenRun(tx: Tx, group: Group): Promise<ParallelRun> {
  const run = await findParallelRun(tx, group.id);
  if (!run || run.liveAt) throw new DomainError("parallel.none", { groupName: group.name.th });
  return run;
}

/** The months beside paper, for an officer. Throws `role.missing`, `parallel.none`. */
export async function showParallelRun(tx: Tx, actor: Actor, { group, now }: Asked): Promise<ParallelView> {
  authorize(actor, group.id, "read-books", now, group.name.th);
  return parallelView(tx, group, await getOpenRun(tx, group));
}

/** A run with the names of its members. */
export async function parallelView(tx: Tx, group: Group, run: ParallelRun): Promise<ParallelView> {
  const { closings, differences } = run;
  return { group, closed: await countClosings(tx, run), closings, differences: await named(tx, group, differences) };
}

/** Differences with the names of their members. */
export async function named(
  tx: Tx,
  { id }: Pick<Group, "id">,
  differences: readonly PaperDifference[],
): Promise<PassbookGap[]> {
  const ids = differences.map(({ memberNo }) => memberId(id, memberNo));
  const members = await findMembers(tx, [...new Set(ids)]);
  return differences.flatMap(({ memberNo, purpose, paper, booked, because }) => {
    const member = members.find((one) => one.memberNo === memberNo);
    return member ? [{ member: memberName(member), purpose, paper, booked, because }] : [];
  });
}

/** What stands on the day of a closing of the passbooks that differ; null where the group keeps no paper beside us. */
export async function differencesAtClosing(tx: Tx, group: Group): Promise<PaperDifference[] | null> {
  if (!group.besidePaper) return null;
  return (await findParallelRun(tx, group.id))?.differences ?? [];
}

/** The passbooks that differ now, with names, for who closes a day; null where the group keeps no paper beside us. */
export async function differencesNow(tx: Tx, group: Group): Promise<PassbookGap[] | null> {
  const differences = await differencesAtClosing(tx, group);
  return differences && named(tx, group, differences);
}

interface Asked {
  group: Group;
  now: Date;
}

/** What paper says of a passbook, and why it may differ. */
export interface ToldDifference extends Asked {
  memberNo: string;
  purpose: PaperPurpose;
  paper: Satang;
  because: string | null;
}

/**
 * Notes that a paper passbook says another sum than ours, by an officer of the working day; a later word about it takes its place. Throws
 * `role.missing`, `parallel.none`, `parallel.equal` where it does not differ.
 */
export async function noteDifference(tx: Tx, actor: Actor, told: ToldDifference): Promise<ParallelView> {
  const { group, memberNo, purpose, paper, because, now } = told;
  const { run, seat } = await begin(tx, actor, told);
  const member = await getGroupMember(tx, group.id, memberNo);
  const code = purpose === "pledge" ? account.pledgeSavings : account.specialSavings;
  const booked = await balanceOf(tx, { groupId: group.id, code, memberId: member.id });
  if (booked === paper) throw new DomainError("parallel.equal", { memberNo, sum: paper });
  const one = { memberNo, purpose, paper, booked, because, by: entryActor(seat), at: now };
  const changed = { ...run, differences: withDifference(run.differences, one) };
  await saveParallelRun(tx, changed);
  return parallelView(tx, group, changed);
}

/** Notes that a passbook is as paper says. Throws `role.missing`, `parallel.none`, and `parallel.not-noted` where nothing was told of it. */
export async function clearDifference(
  tx: Tx,
  actor: Actor,
  asked: Asked & { memberNo: string },
): Promise<ParallelView> {
  const { group, memberNo } = asked;
  const { run } = await begin(tx, actor, asked);
  const differences = run.differences.filter((one) => one.memberNo !== memberNo);
  if (differences.length === run.differences.length) throw new DomainError("parallel.not-noted", { memberNo });
  const changed = { ...run, differences };
  await saveParallelRun(tx, changed);
  return parallelView(tx, group, changed);
}

async function begin(tx: Tx, actor: Actor, { group, now }: Asked): Promise<{ run: ParallelRun; seat: HeldOffice }> {
  await lockHead(tx, group.id);
  const power = holdsPower(actor, group.id, "record-money") ? "record-money" : "open-day";
  return { seat: authorize(actor, group.id, power, now, group.name.th), run: await getOpenRun(tx, group) };
}
