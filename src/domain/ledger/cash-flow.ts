import { subtract, sum, type Satang } from "../money";
import { account, type AccountCode, type Side } from "./accounts";
import type { JournalEntry } from "./chain";

/** What a day did to the cash or to the bank account, in satang: `opening` + `received` − `paid` + `difference` is `closing`. */
export interface CashFlow {
  opening: Satang;
  received: Satang;
  paid: Satang;
  /** What two counters set the books to, more than nothing where more was counted. */
  difference: Satang;
  closing: Satang;
}

/** The entries of a day that were not taken back within it, without what took them back. */
export function standingOf(ofDay: readonly JournalEntry[]): JournalEntry[] {
  const own = new Set(ofDay.map(({ id }) => id));
  const takenBack = new Set(ofDay.flatMap(({ reverses }) => reverses ?? []));
  return ofDay.filter(({ id, reverses }) => !takenBack.has(id) && !(reverses && own.has(reverses)));
}

/** What a day's entries did to the cash, or to the bank account, whichever they are; `closing` is what stood in it then, in satang. */
export function cashFlowOf(
  ofDay: readonly JournalEntry[],
  closing: Satang,
  code: AccountCode = account.cash,
): CashFlow {
  const standing = standingOf(ofDay);
  const counts = standing.filter(({ kind }) => kind === "count.difference");
  const others = standing.filter(({ kind }) => kind !== "count.difference");
  const on = (entries: readonly JournalEntry[], side: Side) => sumOn(entries, { code, side });
  const [received, paid] = [on(others, "debit"), on(others, "credit")];
  const difference = subtract(on(counts, "debit"), on(counts, "credit"));
  return { opening: subtract(sum([closing, paid]), sum([received, difference])), received, paid, difference, closing };
}

function sumOn(entries: readonly JournalEntry[], wanted: { code: AccountCode; side: Side }): Satang {
  const postings = entries.flatMap((entry) => entry.postings);
  return sum(
    postings.filter(({ code, side }) => code === wanted.code && side === wanted.side).map(({ amount }) => amount),
  );
}
