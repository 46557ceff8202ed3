import type { Group } from "../../domain/groups/group";
import { DomainError } from "../../domain/errors";
import { memberId } from "../../domain/ids";
import { account } from "../../domain/ledger/accounts";
import {
  standingOf,
  withDifference,
  type PaperDifference,
  type PaperPurpose,
  type ParallelRun,
} from "../../domain/parallel-run/parallel-run";
import type { Satang } from "../../domain/money";
import { memberName, officerName } from "../../domain/people";
import type { Done, Notice } from "../../domain/notice";
import type { Member } from "../../domain/members/member";
import type { PassbookGap } from "../../domain/reports/views";
import { balanceOf } from "../../storage/accounts";
import { lockHead } from "../../storage/ledger-heads";
import { findMembers } from "../../storage/members";
import { findClosings, findParallelRun, saveParallelRun } from "../../storage/parallel-runs";
import type { Tx } from "../../storage/tx";
import { getGroupMember } from "../members/find-member";
import { keyOf, speakerOf, toSecond, type GapKey } from "./gap-keys";
import { authorize, entryActor, holdsPower, type Actor, type HeldOffice } from "../people/actor";

/** The months beside paper as officers see them. */
export interface ParallelView {
  group: Group;
  /** Working days that were closed, and how many it takes. */
  closed: number;
  closings: number;
  differences: PassbookGap[];
  /** Those of them whose reason this officer may second. */
  toSecond: GapKey[];
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
  return parallelView(tx, actor, group, await getOpenRun(tx, group));
}

/** A run with the names of its members, as an officer sees it. */
export async function parallelView(tx: Tx, actor: Actor, group: Group, run: ParallelRun): Promise<ParallelView> {
  const { closings, differences } = run;
  return {
    ...{ group, closings, differences: await named(tx, group, differences) },
    closed: (await findClosings(tx, run)).length,
    toSecond: toSecond(actor, group, differences),
  };
}

/** Differences with the names of their members. */
export async function named(
  tx: Tx,
  { id }: Pick<Group, "id">,
  differences: readonly PaperDifference[],
): Promise<PassbookGap[]> {
  const whose = differences.map(({ memberNo }) => memberId(id, memberNo));
  const members = await findMembers(tx, [
    ...new Set([...whose, ...differences.flatMap((one) => speakerOf(one).memberId ?? [])]),
  ]);
  return differences.flatMap((one) => {
    const { purpose, paper, booked, because } = one;
    const member = members.find(({ memberNo }) => memberNo === one.memberNo);
    const by = officerName(speakerOf(one), members);
    const mended = one.mended?.booked ?? null;
    return member
      ? [{ member: memberName(member), purpose, paper, booked, because, mended, standing: standingOf(one), by }]
      : [];
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
export async function noteDifference(tx: Tx, actor: Actor, told: ToldDifference): Promise<Done<ParallelView>> {
  const { group, memberNo, purpose, paper, because, now } = told;
  const { run, seat } = await begin(tx, actor, told);
  const member = await getGroupMember(tx, group.id, memberNo);
  const booked = await bookedOf(tx, member, purpose);
  if (booked === paper) throw new DomainError("parallel.equal", { memberNo, sum: paper });
  const one = { memberNo, purpose, paper, booked, because, by: entryActor(seat), at: now };
  const changed = { ...run, differences: withDifference(run.differences, one) };
  await saveParallelRun(tx, changed);
  const notices = because === null ? [] : await askMember(tx, group, member, one);
  return { result: await parallelView(tx, actor, group, changed), notices };
}

/** What our books say of a passbook, in satang. */
function bookedOf(tx: Tx, { id, groupId }: Member, purpose: PaperPurpose): Promise<Satang> {
  const code = purpose === "pledge" ? account.pledgeSavings : account.specialSavings;
  return balanceOf(tx, { groupId, code, memberId: id });
}

/** Asks who opens the passbook whether it is so. */
async function askMember(tx: Tx, group: Group, member: Member, one: PaperDifference): Promise<Notice[]> {
  const [gap] = await named(tx, group, [one]);
  const payload = { memberId: member.id, ...keyOf(one) };
  const buttons = {
    agree: { name: "parallel.own", payload: { ...payload, agrees: true } },
    deny: { name: "parallel.own", payload: { ...payload, agrees: false } },
  };
  return [{ to: { memberId: member.id, member }, kind: "passbook.differs", view: { group, gap }, buttons }];
}

/**
 * Notes that an officer says that a passbook is as paper says by now. It stays in the list with both sums until a second officer or who opens the passbook, who is
 * asked, says so too. Said before, nothing changes. Throws `role.missing`, `parallel.none`, and `parallel.not-noted` where nothing was told of it.
 */
export async function mendDifference(
  tx: Tx,
  actor: Actor,
  asked: Asked & { memberNo: string },
): Promise<Done<ParallelView>> {
  const { group, memberNo, now } = asked;
  const { run, seat } = await begin(tx, actor, asked);
  const ofMember = run.differences.filter((one) => one.memberNo === memberNo);
  if (ofMember.length === 0) throw new DomainError("parallel.not-noted", { memberNo });
  const member = await getGroupMember(tx, group.id, memberNo);
  let { differences } = run;
  const notices: Notice[] = [];
  for (const { secondedBy: _second, answer: _answer, ...told } of ofMember.filter(({ mended }) => !mended)) {
    const booked = await bookedOf(tx, member, told.purpose);
    const one = { ...told, mended: { booked, by: entryActor(seat), at: now } };
    differences = withDifference(differences, one);
    notices.push(...(await askMember(tx, group, member, one)));
  }
  const changed = { ...run, differences };
  await saveParallelRun(tx, changed);
  return { result: await parallelView(tx, actor, group, changed), notices };
}

/** Locks the books for an officer of the working day. Throws `role.missing`, `parallel.none`. */
export async function begin(
  tx: Tx,
  actor: Actor,
  { group, now }: Asked,
): Promise<{ run: ParallelRun; seat: HeldOffice }> {
  await lockHead(tx, group.id);
  const power = holdsPower(actor, group.id, "record-money") ? "record-money" : "open-day";
  return { seat: authorize(actor, group.id, power, now, group.name.th), run: await getOpenRun(tx, group) };
}
