import type { LocalDate } from "../../dates";
import type { Satang } from "../../money";
import type { Schedule } from "./schedule";

/** What people are told of a schedule at a glance. Sums in satang. */
export interface ScheduleSummary {
  /** The first instalment, and whether all but the last are the same. */
  first: Satang;
  isEven: boolean;
  /** How often something is paid. */
  payments: number;
  firstDueOn: LocalDate;
  lastDueOn: LocalDate;
  totalInterest: Satang;
  /** Fees included, in basis points a year. */
  effectiveYearlyBps: number;
}

/** A schedule at a glance. Throws an Error where it has no row, which no schedule is. */
export function summaryOf({ rows, totalInterest, effectiveYearlyBps }: Schedule): ScheduleSummary {
  const paying = rows.filter(({ total }) => total > 0);
  const [first] = paying;
  const last = paying.at(-1);
  if (!first || !last) throw new Error("a schedule has rows");
  return {
    first: first.total,
    isEven: paying.slice(0, -1).every(({ total }) => total === first.total),
    payments: paying.length,
    firstDueOn: first.dueOn,
    lastDueOn: last.dueOn,
    totalInterest,
    effectiveYearlyBps,
  };
}
