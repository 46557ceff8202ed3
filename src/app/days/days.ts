import { DomainError } from "../../domain/errors";
import { localDateOf, type LocalDate } from "../../domain/dates";
import type { Group } from "../../domain/groups/group";
import { memberId, type GroupId, type MemberId } from "../../domain/ids";
import { account } from "../../domain/ledger/accounts";
import type { JournalEntry } from "../../domain/ledger/chain";
import type { LedgerHead, OpenDay } from "../../domain/ledger/head";
import type { EntryActor } from "../../domain/ledger/journal-entry";
import { receiptText } from "../../domain/ledger/receipt";
import { dayTurn, withNextDay, type NextDay } from "../../domain/ledger/turn-day";
import { satang, type Satang } from "../../domain/money";
import type { Done, Notice, NoticeButton } from "../../domain/notice";
import { voidActionsOfDay } from "../../storage/actions";
import {
  closeDay as closeDayRow,
  dayRow,
  findDay,
  findLastWorkingDay,
  insertDay,
  type DayRow,
} from "../../storage/days";
import { findEntriesOfDay, post } from "../../storage/journal";
import { findHeads, lockHead, setOpenDay } from "../../storage/ledger-heads";
import { voidCodesOfDay } from "../../storage/link-codes";
import { releaseDayNotices } from "../../storage/outbox";
import type { Tx } from "../../storage/tx";
import { authorize, entryActor, type Actor, type HeldOffice } from "../people/actor";

/** Totals of a day, in satang: what came in by purpose, reversals taken off. */
export interface DayTotals {
  deposits: number;
  reversals: number;
  members: number;
  pledge: Satang;
  special: Satang;
  total: Satang;
  firstReceipt: string | null;
  lastReceipt: string | null;
  /** Links made or ended in the day: member numbers. */
  links: string[];
  /** Helpers that came or went in the day. */
  helpers: { memberNo: string; helperNo: string }[];
}

/** A day as its cards show it. */
export interface DayView {
  group: Group;
  day: OpenDay;
  totals: DayTotals;
  /** The head of the chain after closing; null while it is open. */
  head: { seq: number; hash: string } | null;
}

/** What stands open for a group, with the totals so far. */
export async function getOpenDay(tx: Tx, group: Group): Promise<DayView> {
  const [head] = await findHeads(tx, [group.id]);
  if (!head) throw new Error("the group has no ledger");
  return { group, day: head.day, totals: await totalsOf(tx, group.id, head.day.id), head: null };
}

/** The open working day of each of the groups that has one. */
export async function findOpenWorkingDays(tx: Tx, groups: readonly Group[]): Promise<Map<GroupId, OpenDay>> {
  const heads = await findHeads(
    tx,
    groups.map((group) => group.id),
  );
  return new Map(heads.flatMap(({ groupId, day }) => (day.kind === "working" ? [[groupId, day]] : [])));
}

/** The group's last closed working day with its totals and head, for who may read the books; null before the first. Throws `role.missing`. */
export async function getLastReport(tx: Tx, actor: Actor, group: Group, now: Date): Promise<DayView | null> {
  authorize(actor, group.id, "read-books", now, group.name.th);
  const row = await findLastWorkingDay(tx, group.id);
  if (!row) return null;
  return viewOf(tx, group, row);
}

/** A day of the group with its totals, for who may read the books. Throws `role.missing`, and `card.outdated` where there is no such day. */
export async function getDayReport(
  tx: Tx,
  actor: Actor,
  input: { group: Group; dayId: string; now: Date },
): Promise<DayView> {
  const { group, dayId, now } = input;
  authorize(actor, group.id, "read-books", now, group.name.th);
  const row = await findDay(tx, dayId);
  if (!row || row.groupId !== group.id) throw new DomainError("card.outdated", { why: "changed" });
  return viewOf(tx, group, row);
}

async function viewOf(tx: Tx, group: Group, { _id: id, kind, on, openedAt, closingHead }: DayRow): Promise<DayView> {
  return { group, day: { id, kind, on, openedAt }, totals: await totalsOf(tx, group.id, id), head: closingHead };
}

/** What leads from a day's report to all its links and helpers; none where there are none. */
export function changesButton({ group, day, totals }: DayView): { changes?: NoticeButton } {
  if (totals.links.length + totals.helpers.length === 0) return {};
  return { changes: { name: "day.changes", payload: { groupId: group.id, dayId: day.id } } };
}

/** Whether this officer may open the group's working day now; throws `role.missing`, `day.already-open`. */
export async function previewOpening(tx: Tx, actor: Actor, group: Group, now: Date): Promise<LocalDate> {
  authorize(actor, group.id, "open-day", now, group.name.th);
  const [head] = await findHeads(tx, [group.id]);
  if (head?.day.kind === "working")
    throw new DomainError("day.already-open", { groupName: group.name.th, on: head.day.on });
  return localDateOf(now);
}

/** Opens the working day of `on`: the office day before it closes. A second try finds it open and says so. */
export async function openDay(
  tx: Tx,
  actor: Actor,
  input: { group: Group; on: LocalDate; now: Date },
): Promise<Done<DayView>> {
  const { group, on, now } = input;
  const head = await lockHead(tx, group.id);
  const seat = authorize(actor, group.id, "open-day", now, group.name.th);
  if (head.day.kind === "working")
    throw new DomainError("day.already-open", { groupName: group.name.th, on: head.day.on });
  const moved = await turnDay(tx, head, seat, { kind: "working", on, openedAt: now }, now);
  return {
    result: { group, day: moved.day, totals: await totalsOf(tx, group.id, moved.day.id), head: null },
    notices: [],
  };
}

/**
 * Closes the working day that the card shows: its money cards and codes are void, `day` notices go, the head is told to committee
 * and auditor. Throws `day.not-open`, `card.outdated`.
 */
export async function closeDay(
  tx: Tx,
  actor: Actor,
  input: { group: Group; dayId: string; nextOn: string; now: Date },
): Promise<Done<DayView>> {
  const { group, now } = input;
  const head = await lockHead(tx, group.id);
  const seat = authorize(actor, group.id, "open-day", now, group.name.th);
  if (head.day.kind !== "working")
    throw new DomainError("day.not-open", { groupName: group.name.th, nextOn: input.nextOn });
  if (head.day.id !== input.dayId) throw new DomainError("card.outdated", { why: "day-closed" });
  const totals = await totalsOf(tx, group.id, head.day.id);
  const moved = await turnDay(tx, head, seat, { kind: "office", on: localDateOf(now), openedAt: now }, now);
  await releaseDayNotices(tx, group.id, now);
  const view: DayView = { group, day: head.day, totals, head: { seq: moved.seq, hash: moved.hash } };
  return { result: view, notices: reportNotices(group, seat, view) };
}

/** Ends one day of the books and begins the next; both stand as one record in the chain. */
async function turnDay(tx: Tx, head: LedgerHead, seat: HeldOffice, next: NextDay, now: Date): Promise<LedgerHead> {
  const by: EntryActor = entryActor(seat);
  const { head: moved } = await post(tx, head, dayTurn(head, next, by, now));
  const turned = withNextDay(moved, next);
  await closeDayRow(tx, head.day.id, {
    closedAt: now,
    closedBy: by.memberId,
    closingHead: { seq: moved.seq, hash: moved.hash },
  });
  await insertDay(tx, dayRow(head.groupId, turned.day, by.memberId));
  await setOpenDay(tx, head.groupId, turned.day);
  await voidActionsOfDay(tx, head.day.id);
  await voidCodesOfDay(tx, head.day.id);
  return turned;
}

function reportNotices(group: Group, seat: HeldOffice, view: DayView): Notice[] {
  const readers = group.officers.filter(({ committee }) => committee === "executive" || committee === "audit");
  const ids = new Set<MemberId>(readers.map((office) => memberId(group.id, office.memberNo)));
  ids.delete(seat.member.id); // Who closes reads the report as the answer.
  return [...ids].map((id) => ({
    to: { memberId: id },
    kind: "day.report",
    view,
    buttons: { ...changesButton(view) },
  }));
}

async function totalsOf(tx: Tx, groupId: GroupId, dayId: string): Promise<DayTotals> {
  const entries = await findEntriesOfDay(tx, groupId, dayId);
  const deposits = entries.filter((entry) => entry.kind === "savings.deposit");
  const reversals = entries.filter((entry) => entry.kind === "reversal");
  const net = (code: string): Satang =>
    satang(
      [...deposits, ...reversals]
        .flatMap((entry) => entry.postings)
        .filter((posting) => posting.code === code)
        .reduce((total, posting) => total + (posting.side === "credit" ? posting.amount : -posting.amount), 0),
    );
  const [pledge, special] = [net(account.pledgeSavings), net(account.specialSavings)];
  return {
    deposits: deposits.length,
    reversals: reversals.length,
    members: new Set(deposits.flatMap((entry) => entry.postings.flatMap((posting) => posting.memberId ?? []))).size,
    pledge,
    special,
    total: satang(pledge + special),
    firstReceipt: receiptOf(deposits[0]),
    lastReceipt: receiptOf(deposits.at(-1)),
    links: entries
      .filter((entry) => entry.kind === "link.made" || entry.kind === "link.ended")
      .map((entry) => String(entry.record?.["memberNo"])),
    helpers: entries
      .filter((entry) => entry.kind === "helper.made" || entry.kind === "helper.ended")
      .map(({ record }) => ({ memberNo: String(record?.["memberNo"]), helperNo: String(record?.["helperNo"]) })),
  };
}

const receiptOf = (entry: JournalEntry | undefined): string | null =>
  entry?.receipt ? receiptText(entry.receipt) : null;
