import type { LocalDate } from "../dates";
import { satang, sum, zero, type Satang } from "../money";
import type { Ratio } from "../ratio";
import type { ContractMove } from "./contract-entries";
import { interestOfAll, interestOn, roundingOfInterest, rowAmounts, type RowAmounts } from "./schedule/amounts";
import { dueDay, dueDaysOf } from "./schedule/due-days";
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
 * schedule says, as long as anything is owed. Throws as `scheduleOf`.
 */
export function askedOf(terms: LoanTerms, moves: readonly ContractMove[], on: LocalDate): Asked {
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
  return terms.method === "lump-sum" ? allAtOnce(terms, periods) : byPeriod(terms, scheduled, periods);
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

function allAtOnce(terms: LoanTerms, periods: readonly Period[]): Asked {
  const costOf = (some: readonly Period[]) =>
    interestOfAll(
      terms,
      some.map(({ rate }) => rate),
    );
  const owing = periods.filter(({ owed }) => owed > 0);
  const dueOn = periods.at(-1)?.dueOn ?? terms.firstDueOn;
  const row = { no: 1, dueOn, principal: terms.principal, interest: costOf(owing), isScheduled: true };
  return { rows: [row], begun: costOf(owing.filter(({ hasBegun }) => hasBegun)) };
}

function byPeriod(terms: LoanTerms, scheduled: readonly RowAmounts[], periods: readonly Period[]): Asked {
  const { method, principal, graceInterest } = terms;
  const rounding = roundingOfInterest(terms);
  let [deferred, begun] = [0, 0];
  const rows = periods.map(({ dueOn, rate, owed, hasBegun }, at): AskedRow => {
    const cost = owed === 0 ? 0 : interestOn(method === "flat" ? principal : owed, rate, rounding);
    deferred += cost;
    if (hasBegun) begun += cost;
    const interest = at < graceInterest ? zero : satang(deferred);
    deferred -= interest;
    const row = scheduled[at];
    return { no: at + 1, dueOn, principal: row?.principal ?? zero, interest, isScheduled: row !== undefined };
  });
  return { rows: rows.filter(({ isScheduled, interest }) => isScheduled || interest > 0), begun: satang(begun) };
}
