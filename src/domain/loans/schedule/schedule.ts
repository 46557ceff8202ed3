import type { LocalDate } from "../../dates";
import { add, subtract, sum, zero, type Satang } from "../../money";
import { rowAmounts, type RowAmounts } from "./amounts";
import { dueDaysOf } from "./due-days";
import { effectiveYearlyBps } from "./effective-rate";
import { rowRates } from "./row-rates";
import { faultOf, type LoanTerms } from "./terms";

/** One row of a schedule. */
export interface ScheduleRow extends RowAmounts {
  no: number;
  dueOn: LocalDate;
  /** Principal and interest together. */
  total: Satang;
}

/** What a borrower pays, and when. */
export interface Schedule {
  rows: ScheduleRow[];
  totalInterest: Satang;
  /** Fees included, in basis points a year. */
  effectiveYearlyBps: number;
}

/** The schedule of a loan. Throws a RangeError where `faultOf` names a fault, by `dueDaysOf`, or where a sum leaves the safe integers. */
export function scheduleOf(terms: LoanTerms): Schedule {
  const fault = faultOf(terms);
  if (fault) throw new RangeError(`no schedule: ${fault}`);
  const { firstDueOn, every, instalments, method, principal, fees } = terms;
  const dueOn = dueDaysOf(terms);
  const days = method === "lump-sum" ? dueOn.slice(-1) : dueOn;
  const rows = rowAmounts(terms, rowRates(terms, dueOn)).map(({ principal: part, interest, balance }, at) => {
    const total = add(part, interest);
    return { no: at + 1, dueOn: days[at] ?? firstDueOn, principal: part, interest, total, balance };
  });
  const unpaid = Array.from({ length: instalments - rows.length }, () => zero);
  const totals = [...unpaid, ...rows.map(({ total }) => total)];
  return {
    rows,
    totalInterest: sum(rows.map(({ interest }) => interest)),
    effectiveYearlyBps: effectiveYearlyBps(totals, subtract(principal, fees), every),
  };
}
