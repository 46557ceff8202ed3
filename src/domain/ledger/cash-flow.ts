import { subtract, sum, type Satang } from "../money";
import { account, type Side } from "./accounts";
import type { JournalEntry } from "./chain";

/** What a day did to the cash, in satang: `opening` + `received` − `paid` + `difference` is `closing`. */
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

/** What a day's entries did to the cash, whichever they are; `closing` is what stood in it then, in satang. */
export function cashFlowOf(ofDay: readonly JournalEntry[], closing: Satang): CashFlow {
  const standing = standingOf(ofDay);
  const counts = standing.filter(({ kind }) => kind === "count.difference");
  const others = standing.filter(({ kind }) => kind !== "count.difference");
  const received = cashOn(others, "debit");
  const paid = cashOn(others, "credit");
  const difference = subtract(cashOn(counts, "debit"), cashOn(counts, "credit"));
  return { opening: subtract(sum([closing, paid]), sum([received, difference])), received, paid, difference, closing };
}

function cashOn(entries: readonly JournalEntry[], wanted: Side): Satang {
  const postings = entries.flatMap((entry) => entry.postings);
  return sum(postings.filter(({ code, side }) => code === account.cash && side === wanted).map(({ amount }) => amount));
}
