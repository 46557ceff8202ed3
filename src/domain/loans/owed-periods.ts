import type { LocalDate } from "../dates";
import { satang, sum, zero, type Satang } from "../money";
import type { Ratio } from "../ratio";
import { roundedProduct } from "../rounding";
import type { ContractMove } from "./contract-entries";
import { rowAmounts, type RowAmounts } from "./schedule/amounts";
import { dueDay, dueDaysOf } from "./schedule/due-days";
import { interestOfAll, roundingOfInterest } from "./schedule/interest";
import { rowRates } from "./schedule/row-rates";
import type { LoanTerms } from "./schedule/terms";

/** One instalment as it is asked on a day, in satang. */
export interface AskedRow {
  no: number;
  dueOn: LocalDate;
  principal: Satang;
  interest: Satang;
  /** Whether it stands in the schedule; what is owed after its last day goes on asking interest in rows behind it. */
  isScheduled: boolean;
}

/** What a contract asks for on a day. */
export interface Asked {
  rows: AskedRow[];
  /** Satang of interest of all periods that have begun, whenever it falls due. */
  begun: Satang;
  /** The same of the periods that are over. */
  over: Satang;
  /** When the period that runs began; the day itself where none does. */
  since: LocalDate;
}

interface Period {
  dueOn: LocalDate;
  rate: Ratio;
  /** Satang owed when it begins. */
  owed: Satang;
  hasBegun: boolean;
}

/**
 * What a contract asks for on a day after these moves. A period begins when the due day before it is over, and costs its exact rate of what is
 * owed then; of one that is still to come, of what will be if all is paid as the schedule says. With `flat` and `lump-sum` it costs what the
 * schedule says, as long as anything is owed. `carried` satang of interest come from an earlier contract, with the first instalment. Throws as
 * `scheduleOf`.
 */
export function askedOf(
  terms: LoanTerms,
  moves: readonly ContractMove[],
  { on, carried = zero }: { on: LocalDate; carried?: Satang },
): Asked {
  const dueOn = periodsUntil(terms, on);
  const rates = rowRates(terms, dueOn);
  const scheduled = rowAmounts(terms, rates.slice(0, terms.instalments));
  const periods = dueOn.map((day, at): Period => {
    const from = dueOn[at - 1] ?? terms.disbursedOn;
    const hasBegun = from < on;
    const paid = sum(moves.filter((move) => move.on <= (hasBegun ? from : on)).map(({ principal }) => principal));
    const planned = hasBegun ? 0 : terms.principal - plannedBefore(terms, scheduled, at);
    const owed = satang(Math.max(0, terms.principal - Math.max(paid, planned)));
    return { dueOn: day, rate: rates[at] ?? { num: 0n, den: 1n }, owed, hasBegun };
  });
  const past = periods.filter(({ dueOn: day }) => day <= on);
  const since = past.length === periods.length ? on : (past.at(-1)?.dueOn ?? terms.disbursedOn);
  const inAll =
    terms.method === "lump-sum" ? allAtOnce(terms, periods, carried) : byPeriod(terms, scheduled, periods, carried);
  const { rows, begun, costOf } = inAll;
  return { rows, begun, over: satang(costOf(past.length) + carried), since };
}

/** The due day of each period, and of those behind the schedule that have begun, where interest goes on by what is owed. */
function periodsUntil(terms: LoanTerms, on: LocalDate): LocalDate[] {
  const dueOn = dueDaysOf(terms);
  if (terms.method === "flat" || terms.method === "lump-sum") return dueOn;
  while ((dueOn.at(-1) ?? on) < on) dueOn.push(dueDay(terms.firstDueOn, terms.every, dueOn.length));
  return dueOn;
}

/** What the schedule leaves to be paid when a period begins. */
function plannedBefore({ method, principal }: LoanTerms, scheduled: readonly RowAmounts[], at: number): Satang {
  return at === 0 || method === "lump-sum" ? principal : (scheduled[at - 1]?.balance ?? zero);
}

/** The rows, what has begun, and the interest of the first so many periods. */
interface InAll extends Pick<Asked, "rows" | "begun"> {
  costOf: (periods: number) => number;
}

function allAtOnce(terms: LoanTerms, periods: readonly Period[], carried: Satang): InAll {
  const owing = (some: readonly Period[]) =>
    interestOfAll(
      terms,
      some.filter(({ owed }) => owed > 0).map(({ rate }) => rate),
    );
  const dueOn = periods.at(-1)?.dueOn ?? terms.firstDueOn;
  const interest = notNegative(owing(periods) + carried);
  const row = { no: 1, dueOn, principal: terms.principal, interest, isScheduled: true };
  const begun = satang(owing(periods.filter(({ hasBegun }) => hasBegun)) + carried);
  return { rows: [row], begun, costOf: (count) => owing(periods.slice(0, count)) };
}

function byPeriod(
  terms: LoanTerms,
  scheduled: readonly RowAmounts[],
  periods: readonly Period[],
  carried: Satang,
): InAll {
  const { method, principal, graceInterest } = terms;
  const rounding = roundingOfInterest(terms);
  const costs = periods.map(({ rate, owed }) =>
    owed === 0 ? zero : roundedProduct(method === "flat" ? principal : owed, rate, rounding),
  );
  const costOf = (count: number) => sum(costs.slice(0, count));
  let deferred: number = carried;
  const rows = periods.map(({ dueOn }, at): AskedRow => {
    deferred += costs[at] ?? 0;
    const interest = at < graceInterest ? zero : notNegative(deferred);
    deferred -= interest;
    const row = scheduled[at];
    return { no: at + 1, dueOn, principal: row?.principal ?? zero, interest, isScheduled: row !== undefined };
  });
  const begun = satang(costOf(periods.filter(({ hasBegun }) => hasBegun).length) + carried);
  return { rows: rows.filter(({ isScheduled, interest }) => isScheduled || interest > 0), begun, costOf };
}

const notNegative = (amount: number): Satang => satang(Math.max(0, amount));
