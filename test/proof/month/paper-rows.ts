import { account, chartOfAccounts, normalSide, type AccountCode } from "../../../src/domain/ledger/accounts";
import { memberId } from "../../../src/domain/ids";
import type { PaperKind } from "../../../src/domain/reports/papers";
import type { EntryRow } from "../../../src/storage/journal";
import { balancesOf, daySumsOf, movedBy } from "./ledger-sums";
import { members, officerNos, saverNo, savers, type People } from "./people";
import { paid } from "./script";

/** The figures of a row by their column from 0: sums in satang, or how many of something. */
export type Figure = { column: number; satang: number } | { column: number; count: number };
export type FigureRow = Figure[];

const sum = (column: number, satang: number): Figure => ({ column, satang });
const count = (column: number, number: number): Figure => ({ column, count: number });
/** A cell that stays empty where it is nothing. */
const sumOrNone = (column: number, satang: number): Figure[] => (satang === 0 ? [] : [sum(column, satang)]);

/** What each paper must show, row by row, counted from the entries alone. */
export function paperRows(entries: readonly EntryRow[], people: People): Partial<Record<PaperKind, () => FigureRow[]>> {
  return {
    "trial-balance": () => trialRows(entries),
    "cash-book": () => [
      ...[account.cash, account.bank].map((code) => [sum(1, balancesOf(entries).get(code) ?? 0)]),
      ...[account.cash, account.bank].flatMap((code) => moneyRows(entries, code)),
    ],
    journal: () => journalRows(entries),
    register: () => registerRows(entries, people),
    "day-report": () => dayRows(entries),
  };
}

function trialRows(entries: readonly EntryRow[]): FigureRow[] {
  const balances = balancesOf(entries);
  const codes = (Object.keys(chartOfAccounts) as AccountCode[]).sort();
  const rows = codes.flatMap((code) => {
    const balance = balances.get(code) ?? 0;
    if (balance === 0) return [];
    return [[sum((normalSide(code) === "debit") === balance > 0 ? 2 : 3, Math.abs(balance))]];
  });
  const side = (column: number) =>
    rows.flat().reduce((all, figure) => all + ("satang" in figure && figure.column === column ? figure.satang : 0), 0);
  return [...rows, [sum(2, side(2)), sum(3, side(3))]];
}

/** What came to an account of money and what left it by one entry, in satang. */
function movesOf({ postings }: EntryRow, code: AccountCode): { received: number; paid: number } {
  const of = (side: "debit" | "credit") =>
    postings
      .filter((posting) => posting.code === code && posting.side === side)
      .reduce((all, { amount }) => all + amount, 0);
  return { received: of("debit"), paid: of("credit") };
}

interface Moved {
  opening: number;
  received: number;
  paid: number;
  closing: number;
}

/** An account of money over some of the entries. */
function movedOn(entries: readonly EntryRow[], code: AccountCode, isOf: (entry: EntryRow) => boolean): Moved {
  const first = entries.findIndex(isOf);
  const opening = balancesOf(entries.slice(0, first)).get(code) ?? 0;
  const moves = entries.filter(isOf).map((entry) => movesOf(entry, code));
  const received = moves.reduce((all, one) => all + one.received, 0);
  const paidOut = moves.reduce((all, one) => all + one.paid, 0);
  return { opening, received, paid: paidOut, closing: opening + received - paidOut };
}

function moneyRows(entries: readonly EntryRow[], code: AccountCode): FigureRow[] {
  let balance = 0;
  const lines = entries.flatMap((entry): FigureRow[] => {
    const { received, paid } = movesOf(entry, code);
    if (received + paid === 0) return [];
    balance += received - paid;
    return [[...sumOrNone(3, received), ...sumOrNone(4, paid), sum(5, balance)]];
  });
  const all = movedOn(entries, code, () => true);
  return [[sum(5, 0)], ...lines, [sum(3, all.received), sum(4, all.paid), sum(5, all.closing)]];
}

function journalRows(entries: readonly EntryRow[]): FigureRow[] {
  const moved = entries.reduce((all, entry) => all + movedBy(entry), 0);
  const rows = entries.flatMap(({ postings }) =>
    postings.map(({ side, amount }) => [sum(side === "debit" ? 6 : 7, amount)]),
  );
  return [...rows, [sum(6, moved), sum(7, moved)]];
}

function registerRows(entries: readonly EntryRow[], { groupId }: People): FigureRow[] {
  const numbers = [...officerNos, ...Array.from({ length: savers }, (_, n) => saverNo(n))];
  const of = (memberNo: string, code: AccountCode) =>
    balancesOf(
      entries.map((entry) => ({
        ...entry,
        postings: entry.postings.filter((posting) => posting.memberId === memberId(groupId, memberNo)),
      })),
    ).get(code) ?? 0;
  const rows = numbers.map((no) => ({
    pledge: of(no, account.pledgeSavings),
    special: of(no, account.specialSavings),
    loans: of(no, account.loans),
  }));
  const total = (of: keyof (typeof rows)[number]) => rows.reduce((all, row) => all + row[of], 0);
  return [
    [count(1, members)],
    ...rows.map(({ pledge, special, loans }) => [
      ...[sum(5, paid.pledge * 100), sum(7, pledge), sum(8, special)],
      ...sumOrNone(9, loans),
    ]),
    [sum(7, total("pledge")), sum(8, total("special")), sum(9, total("loans"))],
  ];
}

/** What stood in an account in the morning, came, went, was set to what was counted, and stood there in the evening. */
type DayFlow = [opening: number, received: number, paid: number, difference: number, closing: number];

/** What a day did to an account: what was taken back within it counts neither as received nor as paid. */
function flowOf(ofDay: readonly EntryRow[], code: AccountCode, { opening, closing }: Moved): DayFlow {
  const ids = new Set(ofDay.map(({ _id }) => _id));
  const takenBack = new Set(ofDay.flatMap(({ reverses }) => reverses ?? []));
  const standing = ofDay.filter(({ _id, reverses }) => !takenBack.has(_id) && !(reverses && ids.has(reverses)));
  const all = (entries: readonly EntryRow[], way: "received" | "paid") =>
    entries.reduce((total, entry) => total + movesOf(entry, code)[way], 0);
  const counts = standing.filter(({ kind }) => kind === "count.difference");
  const others = standing.filter(({ kind }) => kind !== "count.difference");
  const difference = all(counts, "received") - all(counts, "paid");
  return [opening, all(others, "received"), all(others, "paid"), difference, closing];
}

function dayRows(entries: readonly EntryRow[]): FigureRow[] {
  const day = daySumsOf(entries);
  const dayId = day.receipts[0]?.dayId;
  const isOfDay = (entry: EntryRow) => entry.dayId === dayId;
  const [cash, bank] = [account.cash, account.bank].map((code) => movedOn(entries, code, isOfDay));
  if (!cash || !bank) throw new Error("there are two accounts of money");
  const people = new Set(day.counted.flatMap(({ postings }) => postings.flatMap(({ memberId }) => memberId ?? [])));
  const row = (satangs: readonly number[]) => satangs.map((satang, at) => sum(at + 1, satang));
  const ofDay = ([opening, received, paidOut, difference, closing]: DayFlow): FigureRow => [
    ...row([opening, received, paidOut]),
    ...sumOrNone(4, difference),
    sum(5, closing),
  ];
  const first = entries.findIndex(isOfDay);
  const before = entries.slice(0, first);
  const since = before.filter((entry) => entry.postings.length > 0 && !entry.kind.startsWith("opening."));
  const between =
    since.length === 0
      ? []
      : [account.cash, account.bank].map((code) => movedOn(before, code, (entry) => since.includes(entry)));
  return [
    [sum(1, day.received)],
    ...[day.receipts.length, people.size, day.reversed.length].map((number) => [count(1, number)]),
    ...[cash.closing, bank.closing].map((satang) => [sum(1, satang)]),
    ...[day.pledge, day.special, day.principal, day.interest, day.received].map((satang) => [sum(1, satang)]),
    ...day.paid.map(({ amount }) => [sum(1, amount)]),
    ...[account.cash, account.bank].map((code) =>
      ofDay(flowOf(entries.filter(isOfDay), code, movedOn(entries, code, isOfDay))),
    ),
    ...between.map(({ opening, received, paid, closing }) => row([opening, received, paid, closing])),
    ...since.map((entry) => [sum(4, movedBy(entry))]),
    ...entries.filter((entry) => isOfDay(entry) && entry.postings.length > 0).map((entry) => [sum(3, movedBy(entry))]),
    ...trialRows(entries),
  ];
}
