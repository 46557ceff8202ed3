import type { ClosingRecord } from "../../domain/closing/closing-record";
import type { AloneView, ClosingView } from "../../domain/closing/closing-view";
import { doneAlone } from "../../domain/closing/done-alone";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import { memberId, type GroupId, type MemberId } from "../../domain/ids";
import type { BetweenLine } from "../../domain/ledger/between-days";
import type { JournalEntry } from "../../domain/ledger/chain";
import { movedBy } from "../../domain/ledger/journal-entry";
import { receiptText } from "../../domain/ledger/receipt";
import { reportedKinds, totalsOfDay, type DayTotals } from "../../domain/ledger/day-totals";
import { reversibleKinds } from "../../domain/ledger/reversal";
import type { OpenDay } from "../../domain/ledger/head";
import type { Member } from "../../domain/members/member";
import { openerNos } from "../../domain/members/openers";
import { zero, type Satang } from "../../domain/money";
import type { NoticeButton } from "../../domain/notice";
import type { PassbookGap, ReportLine } from "../../domain/reports/views";
import { partiesTo } from "../../domain/payments/payment";
import { memberName, officerName, type MemberName } from "../../domain/people";
import { findDay, findLastWorkingDay, type DayRow } from "../../storage/days";
import { findEntries, findEntriesBetween, findReversalsOf } from "../../storage/journal";
import { findHeads } from "../../storage/ledger-heads";
import { findMembers } from "../../storage/members";
import type { Tx } from "../../storage/tx";
import { refuseWhileCounting } from "../closing/blind";
import { closingView } from "../closing/closing-view";
import { named } from "../parallel-run/paper-differences";
import { authorize, type Actor } from "../people/actor";
import { formerOfficerName } from "../people/officers";
import { findSilentOpenedBy, type SilentPassbook } from "../people/reached";
import { linesOf } from "../reports/report-lines";

/** A day as its cards show it. */
export interface DayView {
  group: Group;
  day: OpenDay;
  totals: DayTotals;
  /** The head of the chain after closing; null while it is open. */
  head: { seq: number; hash: string } | null;
  /** What its closing found; null while it is open, and of days that closed before that was kept. */
  closing: ClosingView | null;
  /** What one person did alone since the closing before. */
  alone: AloneView[];
  /** The members whose passbooks were linked since then, or let go. */
  linked: MemberName[];
  /** What was posted between the last working day and this one, with who did it. */
  between: BetweenLine[];
  /** Which offices changed since the closing before, and what was handed over. */
  offices: ReportLine[];
  /** The passbooks that differed from paper at its closing; null where none was kept beside us, or it is open. */
  paper: PassbookGap[] | null;
}

/** The group's open working day with the totals so far; null where none is open. */
export async function getOpenWorkingDay(tx: Tx, group: Group): Promise<DayView | null> {
  const [head] = await findHeads(tx, [group.id]);
  if (head?.day.kind !== "working") return null;
  return viewOf(tx, group, { day: head.day, head: null, closing: null });
}

/**
 * The group's open working day with its totals so far, else the last closed one, for who may read the books; null before the first.
 * Throws `role.missing`, and `count.blind` for who counts the open day.
 */
export async function getLastReport(tx: Tx, actor: Actor, group: Group, now: Date): Promise<DayView | null> {
  authorize(actor, group.id, "read-books", now, group.name.th);
  const open = await getOpenWorkingDay(tx, group);
  if (open) await refuseWhileCounting(tx, actor, group);
  if (open) return open;
  const row = await findLastWorkingDay(tx, group.id);
  return row && viewOf(tx, group, dayOfRow(row));
}

/** A day of the group with its totals, for who may read the books. Throws `role.missing`, `count.blind` for who counts it while it is open, and `card.outdated` where there is no such day. */
export async function getDayReport(
  tx: Tx,
  actor: Actor,
  input: { group: Group; dayId: string; now: Date },
): Promise<DayView> {
  const { group, dayId, now } = input;
  authorize(actor, group.id, "read-books", now, group.name.th);
  const row = await findDay(tx, dayId);
  if (!row || row.groupId !== group.id) throw new DomainError("card.outdated", { why: "changed" });
  if (!row.closing) await refuseWhileCounting(tx, actor, group);
  return viewOf(tx, group, dayOfRow(row));
}

/** A day, open or closed, with what its closing found. */
interface DayFacts extends Pick<DayView, "day" | "head"> {
  closing: ClosingRecord | null;
}

/** What of a day's row its view is made of. */
export function dayOfRow({ _id: id, kind, on, openedAt, closingHead, closing }: DayRow): DayFacts {
  return { day: { id, kind, on, openedAt }, head: closingHead, closing: closing ?? null };
}

/** A day as its cards show it, open or closed. */
export async function viewOf(tx: Tx, group: Group, { day, head, closing }: DayFacts): Promise<DayView> {
  // Of an open day nobody sees what should be in the box: it is counted without knowing.
  const cash = closing ? cashOf(closing) : null;
  const { since, totals } = await readDay(tx, group.id, day, { closedWith: head?.seq ?? null, cash });
  const members = await findMembers(tx, membersIn(group, since, totals));
  const officeEntries = since.filter(({ kind }) => kind === "officers.decided" || kind === "officers.handed-over");
  const silent = await findSilentOpenedBy(tx, members);
  return {
    group,
    day,
    totals,
    head,
    closing: closing && (await closingView(tx, group, closing)),
    paper: closing?.paper ? await named(tx, group, closing.paper) : null,
    between: betweenLines(since, { between: totals.between, members }),
    offices: officeEntries.length > 0 ? await linesOf(tx, officeEntries, []) : [],
    alone: aloneOf(group, since, { members, silent }),
    linked: totals.links.flatMap((memberNo) =>
      members.filter((member) => member.memberNo === memberNo).map(memberName),
    ),
  };
}

/** The cash that the books had when the day closed, in satang, as it was published then. */
const cashOf = ({ published }: ClosingRecord): Satang =>
  published.parts.find(({ part }) => part === "cash")?.amount ?? zero;

function membersIn(group: Group, since: readonly JournalEntry[], { links }: DayTotals): MemberId[] {
  const actors = since.flatMap(({ actor, secondedBy, record }) => [
    actor.memberId,
    secondedBy?.memberId,
    record?.["madeBy"],
  ]);
  const officers = actors.filter((id): id is MemberId => typeof id === "string");
  return [...new Set([...officers, ...links.map((memberNo) => memberId(group.id, memberNo))])];
}

function betweenLines(
  since: readonly JournalEntry[],
  { between, members }: { between: DayTotals["between"]; members: readonly Member[] },
): BetweenLine[] {
  const undone = new Set(since.flatMap(({ reverses }) => reverses ?? []));
  return (between?.entries ?? []).map((entry) => ({
    receipt: entry.receipt ? receiptText(entry.receipt) : null,
    kind: entry.kind,
    on: entry.effectiveOn,
    amount: movedBy(entry),
    by: officerName(entry.actor, members),
    second: entry.secondedBy ? officerName(entry.secondedBy, members) : null,
    isUndone: undone.has(entry.id),
  }));
}

/** `silent`: passbooks that one of these opens as guardian or helper: what she records in those of which nobody else hears is her own affair too. */
function aloneOf(
  group: Group,
  since: readonly JournalEntry[],
  { members, silent }: { members: readonly Member[]; silent: readonly SilentPassbook[] },
): AloneView[] {
  const find = (id: MemberId | null) => members.find((member) => member.id === id) ?? null;
  const ownOf = (id: MemberId): MemberId[] => {
    const officer = find(id);
    const alone = silent.filter(
      ({ member, hearers }) =>
        member.guardianNo === officer?.memberNo ||
        (openerNos(member).includes(officer?.memberNo ?? "") && hearers.every((hearer) => hearer.id === id)),
    );
    return [...partiesTo(officer), ...alone.map(({ member }) => member.id)];
  };
  return doneAlone(since, ownOf).map(({ kind, about, by }) => {
    const officer = find(by);
    return { kind, about, by: officer && formerOfficerName(group, officer) };
  });
}

/** What leads from a day's report to all its corrections, links and helpers; none where there are none. */
export function changesButton({ group, day, totals, alone, between, offices }: DayView): { changes?: NoticeButton } {
  const { reversed, corrections, later, links, helpers } = totals;
  const lists = [reversed, corrections, later, between, offices, links, helpers, alone];
  if (lists.every((list) => list.length === 0)) return {};
  return { changes: { name: "day.changes", payload: { groupId: group.id, dayId: day.id } } };
}

/**
 * Totals of a day, and the entries behind them; `closedWith` is the number of its last entry, null while it is open, `cash` what stood in the box
 * then, in satang, null where nobody knows.
 */
async function readDay(
  tx: Tx,
  groupId: GroupId,
  day: OpenDay,
  { closedWith, cash }: { closedWith: number | null; cash: Satang | null },
): Promise<{ since: JournalEntry[]; totals: DayTotals }> {
  const before = await findLastWorkingDay(tx, groupId, day.openedAt);
  const since = await findEntriesBetween(tx, groupId, {
    after: before?.closingHead?.seq ?? 0,
    until: closedWith,
    kinds: reportedKinds,
  });
  const corrected = await findEntries(
    tx,
    since.flatMap((entry) => entry.reverses ?? []),
  );
  const later = await correctedLater(tx, day.id, since, closedWith);
  const around = { corrected, later, cash, on: day.on, before: before?.on ?? null };
  return { since, totals: totalsOfDay(day.id, since, around) };
}

async function correctedLater(
  tx: Tx,
  dayId: string,
  since: readonly JournalEntry[],
  closedWith: number | null,
): Promise<JournalEntry[]> {
  if (closedWith === null) return [];
  const ofDay = since.filter((entry) => reversibleKinds.includes(entry.kind) && entry.dayId === dayId);
  const reversals = await findReversalsOf(
    tx,
    ofDay.map((entry) => entry.id),
  );
  const later = new Set(reversals.filter((entry) => entry.seq > closedWith).map((entry) => entry.reverses));
  return ofDay.filter((entry) => later.has(entry.id));
}
