import type { YearMonth } from "../../domain/dates";
import type { Group } from "../../domain/groups/group";
import { account, type AccountCode } from "../../domain/ledger/accounts";
import { cashFlowOf } from "../../domain/ledger/cash-flow";
import type { JournalEntry } from "../../domain/ledger/chain";
import { moneyBookOf, type MoneyBook } from "../../domain/reports/money-book";
import { trialBalanceOf } from "../../domain/reports/trial-balance";
import type { BetweenPaper, CashPaper, ClosingPaper, DayPaper, TrialPaper } from "../../domain/reports/views";
import type { DayRow } from "../../storage/days";
import type { Tx } from "../../storage/tx";
import { dayOfRow, viewOf, type DayView } from "../days/day-report";
import { withWord } from "../rules/money-words";
import { rulesInForce } from "../rules/rules-in-force";
import { balancesNow } from "./balances-then";
import { booksOfDay, type BooksOfDay } from "./books-of-day";
import { booksOfMonth } from "./books-of-month";
import { linesOf } from "./report-lines";
import { headNow } from "./report-head";

/** The trial balance of a group; `day`: as its books stood when that working day closed. */
export async function trialPaper(tx: Tx, group: Group, day: DayRow | null, now: Date): Promise<TrialPaper> {
  if (!day?.closingHead) {
    const balance = trialBalanceOf((await balancesNow(tx, group.id)).byCode());
    return { kind: "trial-balance", ...(await headNow(tx, group, now)), day: null, balance };
  }
  const { head, after } = await booksOfDay(tx, group, day, now);
  return { kind: "trial-balance", ...head, day: dayOfRow(day).day, balance: trialBalanceOf(after.byCode()) };
}

/** The cash book of a month with the group's account at its side. */
export async function cashPaper(tx: Tx, group: Group, month: YearMonth, now: Date): Promise<CashPaper> {
  const books = await booksOfMonth(tx, group, month, now);
  const [cash, bank] = moneyOf(books);
  const moved = new Set([...cash.lines, ...bank.lines].map(({ entry }) => entry));
  const shown = books.entries.filter((entry) => moved.has(entry));
  return {
    kind: "cash-book",
    ...books.head,
    month,
    cash,
    bank,
    lines: await linesOf(tx, shown, [...books.entries, ...books.later]),
  };
}

/** A working day on paper: what its report in the chat tells, from the same view, and every entry that moved money, its own and those since the last working day. */
export async function dayPaper(tx: Tx, group: Group, day: DayRow, now: Date): Promise<DayPaper> {
  const books = await booksOfDay(tx, group, day, now);
  const view = await viewOf(tx, group, dayOfRow(day));
  const { totals } = view;
  const all = [...books.entries, ...books.later];
  const flow = (code: AccountCode) => cashFlowOf(books.entries, books.after.whole(code), code);
  return {
    kind: "day-report",
    ...books.head,
    group: withWord(group, await rulesInForce(tx, group, day.on)),
    day: view.day,
    isOpen: day.closingHead === null,
    totals,
    cash: flow(account.cash),
    bank: flow(account.bank),
    between: totals.between && (await betweenPaper(tx, totals.between.entries, books)),
    closing: await closingPaper(tx, books.entries, view),
    lines: await linesOf(
      tx,
      books.entries.filter(({ postings }) => postings.length > 0),
      all,
    ),
    balance: trialBalanceOf(books.after.byCode()),
  };
}

/** What was posted between two working days; its books lead to what the second began with. */
async function betweenPaper(
  tx: Tx,
  entries: readonly JournalEntry[],
  { before: after, entries: ofDay, later }: BooksOfDay,
): Promise<BetweenPaper> {
  const [cash, bank] = moneyOf({ entries: [...entries], before: after.without(entries), after });
  return { cash, bank, lines: await linesOf(tx, entries, [...entries, ...ofDay, ...later]) };
}

/** How a day was closed, and by whom; null while it is open. */
async function closingPaper(
  tx: Tx,
  ofDay: readonly JournalEntry[],
  { closing, alone, offices, paper }: DayView,
): Promise<ClosingPaper | null> {
  const ends = ofDay.filter(({ kind }) => kind === "day.closed");
  const [end] = await linesOf(tx, ends, []);
  return end ? { at: end.at, by: end.by, found: closing, alone, offices, paper } : null;
}

/** What two accounts stood at before and after, and every line between. */
function moneyOf({ entries, before, after }: Pick<BooksOfDay, "entries" | "before" | "after">): [MoneyBook, MoneyBook] {
  const book = (code: AccountCode): MoneyBook =>
    moneyBookOf(code, entries, { opening: before.whole(code), closing: after.whole(code) });
  return [book(account.cash), book(account.bank)];
}
