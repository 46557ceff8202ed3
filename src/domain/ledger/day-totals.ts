import type { LocalDate } from "../dates";
import { sum, type Satang } from "../money";
import { depositPurposes, purposeOf, type DepositPurpose } from "../savings/deposit";
import { incomingEntryOf, incomingKinds, type IncomingKind } from "../incomings/incoming";
import { entryKindOf, paymentKinds, type PaymentKind } from "../payments/payment";
import { betweenDays, type BetweenDays } from "./between-days";
import type { JournalEntry } from "./chain";
import { cashFlowOf, standingOf, type CashFlow } from "./cash-flow";
import { movedBy, type EntryKind } from "./journal-entry";
import { reversibleKinds } from "./reversal";
import { receiptText } from "./receipt";

/** A receipt that was put right: its number, the day in whose books it stands, and what no longer counts, in satang. */
export interface Correction {
  receipt: string;
  on: LocalDate;
  amount: Satang;
}

/** What a working day came to, in satang: receipts that were put right before the closing do not count. */
export interface DayTotals {
  /** Receipts given, those put right as well. */
  deposits: number;
  /** Receipts and vouchers of the day that were put right before its closing. */
  reversed: Correction[];
  /** Members with a receipt that counts. */
  members: number;
  /** What came in for each purpose; the savings always, the others where there were any. */
  received: { purpose: DepositPurpose; amount: Satang }[];
  total: Satang;
  /** What left the box or the group's account, by its kind, where anything did. */
  paidOut: { kind: PaymentKind; amount: Satang }[];
  /** What came in that no member handed over, by its kind, where anything did; not in the total. */
  incomings: { kind: IncomingKind; amount: Satang }[];
  /** Money without owner that went to members: it came in before. */
  settled: Satang;
  /** What the day did to the cash; null while it is open, and of days that closed before that was kept. */
  cash: CashFlow | null;
  /** Numbers of the day's first and last receipt or voucher. */
  firstReceipt: string | null;
  lastReceipt: string | null;
  /** Receipts of earlier days that were put right since the last closing; not in the totals above. */
  corrections: Correction[];
  /** What was posted between the last working day and this one; not in the totals above. Null where nothing was. */
  between: BetweenDays | null;
  /** Receipts of this day that were put right after its closing, when these totals had been told. */
  later: Correction[];
  /** Receipts of cash that two officers let the desk take outside a working day, since the last closing; not in the totals above. */
  officeCash: Correction[];
  /** Links made or ended since the last closing: member numbers. */
  links: string[];
  /** Helpers that came or went since the last closing. */
  helpers: { memberNo: string; helperNo: string }[];
}

/** The kinds of entries that `totalsOfDay` reads. */
export const reportedKinds: readonly EntryKind[] = [
  ...reversibleKinds,
  "reversal",
  "day.opened",
  "count.difference",
  "link.made",
  "link.ended",
  "helper.made",
  "helper.ended",
  "officers.decided",
  "officers.handed-over",
];

/** What `totalsOfDay` needs besides the day's entries. */
interface Around {
  corrected: readonly JournalEntry[];
  later: readonly JournalEntry[];
  /** The cash when the day closed, or now; null where nobody is to know it, or knows it any more. */
  cash: Satang | null;
  /** The dates of the day and of the working day before it, null before the first. */
  on: LocalDate;
  before: LocalDate | null;
}

/**
 * Totals of a working day. `since` are the entries of the reported kinds from the closing before it up to its own, in order;
 * `corrected` the entries that their reversals took back, `later` receipts of the day that were put right after its closing.
 */
export function totalsOfDay(
  dayId: string,
  since: readonly JournalEntry[],
  { corrected, later, cash, on, before }: Around,
): DayTotals {
  const ofDay = since.filter((entry) => reversibleKinds.includes(entry.kind) && entry.dayId === dayId);
  const deposits = ofDay.filter((entry) => entry.kind === "savings.deposit");
  const reversed = new Set(since.flatMap((entry) => entry.reverses ?? []));
  const counted = deposits.filter((entry) => !reversed.has(entry.id));
  const received = receivedBy(counted);
  const whole = since.filter((entry) => entry.dayId === dayId);
  const standing = standingOf(whole);
  const within = takenBackBetween(dayId, since, corrected);
  return {
    deposits: deposits.length,
    reversed: ofDay.filter((entry) => reversed.has(entry.id)).map(correctionOf),
    members: new Set(counted.flatMap((entry) => entry.postings.flatMap((posting) => posting.memberId ?? []))).size,
    received,
    total: sum(received.map(({ amount }) => amount)),
    paidOut: paidOutBy(ofDay.filter((entry) => !reversed.has(entry.id))),
    incomings: incomingsIn(standing),
    settled: sum(standing.filter(({ kind }) => kind === "suspense.settled").map(movedBy)),
    cash: cash === null ? null : cashFlowOf(whole, cash),
    firstReceipt: receiptOf(ofDay[0]),
    lastReceipt: receiptOf(ofDay.at(-1)),
    corrections: corrected.filter((entry) => entry.dayId !== dayId && !within.has(entry.id)).map(correctionOf),
    between: betweenDays(since, { dayId, on, before }),
    later: later.map(correctionOf),
    officeCash: since
      .filter((entry) => entry.record?.["outsideWorkingDay"] === true && !reversed.has(entry.id))
      .map(correctionOf),
    links: recordsOf(since, "link").map(({ memberNo }) => memberNo),
    helpers: recordsOf(since, "helper"),
  };
}

/** The entries that were taken back within their own office day. */
function takenBackBetween(
  dayId: string,
  since: readonly JournalEntry[],
  corrected: readonly JournalEntry[],
): ReadonlySet<string> {
  const dayOf = new Map(corrected.map((entry) => [entry.id, entry.dayId]));
  const own = since.filter(({ reverses, dayId: of }) => reverses && of !== dayId && dayOf.get(reverses) === of);
  return new Set(own.flatMap(({ reverses }) => reverses ?? []));
}

function receivedBy(entries: readonly JournalEntry[]): DayTotals["received"] {
  const credits = entries.flatMap((entry) => entry.postings).filter(({ side }) => side === "credit");
  const always: readonly DepositPurpose[] = ["pledge", "special"];
  return depositPurposes
    .map((purpose) => ({
      purpose,
      amount: sum(credits.filter(({ code }) => purposeOf(code) === purpose).map(({ amount }) => amount)),
    }))
    .filter(({ purpose, amount }) => amount > 0 || always.includes(purpose));
}

function paidOutBy(entries: readonly JournalEntry[]): DayTotals["paidOut"] {
  return paymentKinds
    .map((kind) => ({ kind, amount: sum(entries.filter((one) => one.kind === entryKindOf[kind]).map(movedBy)) }))
    .filter(({ amount }) => amount > 0);
}

function incomingsIn(entries: readonly JournalEntry[]): DayTotals["incomings"] {
  return incomingKinds
    .map((kind) => ({
      kind,
      amount: sum(entries.filter((one) => one.kind === incomingEntryOf[kind]).map(movedBy)),
    }))
    .filter(({ amount }) => amount > 0);
}

function correctionOf(entry: JournalEntry): Correction {
  return { receipt: receiptOf(entry) ?? "", on: entry.effectiveOn, amount: movedBy(entry) };
}

function recordsOf(entries: readonly JournalEntry[], about: "link" | "helper") {
  return entries
    .filter((entry) => entry.kind === `${about}.made` || entry.kind === `${about}.ended`)
    .map(({ record }) => ({ memberNo: String(record?.["memberNo"]), helperNo: String(record?.["helperNo"]) }));
}

const receiptOf = (entry: JournalEntry | undefined): string | null =>
  entry?.receipt ? receiptText(entry.receipt) : null;
