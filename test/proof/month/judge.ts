import type { Simulator } from "../../../scripts/simulator/core";
import { checkBooks } from "../../../src/app/ledger/check-books";
import { EntryModel, type EntryRow } from "../../../src/storage/journal";
import { check, type Check } from "../report";
import { judgeCards } from "./cards";
import { expectedBalances } from "./expected";
import { judgePapers } from "./judge-papers";
import type { ReadPaper } from "./papers";
import type { People } from "./people";

/** What there is to be judged after the month. */
export interface Month {
  people: People;
  simulator: Simulator;
  transfers: number;
  papers: ReadPaper[];
}

/** What the books, the cards and the papers say after the month; its database is open. */
export async function judgeMonth({ people, simulator, transfers, papers }: Month): Promise<Check[]> {
  const books = await checkBooks();
  const entries = await EntryModel.find().sort({ seq: 1 }).lean<EntryRow[]>();
  return [
    check("the books balance", books.balanced, books.problems.map(({ problem }) => problem).join("; ")),
    ...judgeNumbers(entries),
    ...judgeBalances(entries, people, transfers),
    ...judgeCards(entries, simulator),
    ...judgePapers(papers, entries, people),
  ];
}

function judgeNumbers(entries: readonly EntryRow[]): Check[] {
  const numbers = entries.flatMap(({ receipt }) => receipt?.no ?? []);
  const hasNoGap = numbers.every((no, at) => no === at + 1);
  return [
    check(`receipts without gaps in their numbers (${numbers.length})`, numbers.length > 0 && hasNoGap, numbers.join()),
  ];
}

function judgeBalances(entries: readonly EntryRow[], { groupId }: People, transfers: number): Check[] {
  const found = new Map<string, number>();
  for (const { postings } of entries)
    for (const { code, memberId, side, amount } of postings) {
      const change = side === "debit" ? amount : -amount;
      const keys = memberId ? [code, `${code}/${memberId.slice(groupId.length + 1)}`] : [code];
      for (const key of keys) found.set(key, (found.get(key) ?? 0) + change);
    }
  const wanted = [...expectedBalances(transfers)];
  const differing = wanted.filter(([key, baht]) => (found.get(key) ?? 0) !== baht * 100);
  const text = differing.map(([key, baht]) => `${key}: ${(found.get(key) ?? 0) / 100} instead of ${baht}`).join(", ");
  return [check(`${wanted.length} balances are what the month's sums come to`, differing.length === 0, text)];
}
