import type { YearMonth } from "../../domain/dates";
import type { Group } from "../../domain/groups/group";
import { account, type AccountCode } from "../../domain/ledger/accounts";
import type { OpenDay } from "../../domain/ledger/head";
import { moneyBookOf, type MoneyBook } from "../../domain/reports/money-book";
import { trialBalanceOf } from "../../domain/reports/trial-balance";
import type { CashPaper, DayPaper, TrialPaper } from "../../domain/reports/views";
import type { DayRow } from "../../storage/days";
import type { Tx } from "../../storage/tx";
import { readDay } from "../days/day-report";
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
  return { kind: "trial-balance", ...head, day: openDayOf(day), balance: trialBalanceOf(after.byCode()) };
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

/** A working day on paper; its entries of money in order. */
export async function dayPaper(tx: Tx, group: Group, day: DayRow, now: Date): Promise<DayPaper> {
  const books = await booksOfDay(tx, group, day, now);
  const [cash, bank] = moneyOf(books);
  const opened = openDayOf(day);
  const closedWith = day.closingHead?.seq ?? null;
  const { totals } = await readDay(tx, group.id, opened, { closedWith, cash: cash.closing });
  const moneyEntries = books.entries.filter(({ postings }) => postings.length > 0);
  return {
    kind: "day-report",
    ...books.head,
    group: withWord(group, await rulesInForce(tx, group, day.on)),
    day: opened,
    isOpen: day.closingHead === null,
    totals,
    cash,
    bank,
    lines: await linesOf(tx, moneyEntries, [...books.entries, ...books.later]),
    balance: trialBalanceOf(books.after.byCode()),
  };
}

/** What two accounts stood at before and after, and every line between. */
function moneyOf({ entries, before, after }: Pick<BooksOfDay, "entries" | "before" | "after">): [MoneyBook, MoneyBook] {
  const book = (code: AccountCode): MoneyBook =>
    moneyBookOf(code, entries, { opening: before.whole(code), closing: after.whole(code) });
  return [book(account.cash), book(account.bank)];
}

function openDayOf({ _id: id, kind, on, openedAt }: DayRow): OpenDay {
  return { id, kind, on, openedAt };
}
