import { strict as assert } from "node:assert";
import { localDate } from "../../src/domain/dates";
import { rowAmounts } from "../../src/domain/loans/schedule/amounts";
import { dueDaysOf } from "../../src/domain/loans/schedule/due-days";
import { rowRates } from "../../src/domain/loans/schedule/row-rates";
import { scheduleOf } from "../../src/domain/loans/schedule/schedule";
import { scheduleMethods, type LoanTerms, type ScheduleMethod } from "../../src/domain/loans/schedule/terms";
import { satang } from "../../src/domain/money";
import { ratioFromDecimal, times, type Ratio } from "../../src/domain/ratio";
import { scheduleByDecimal, type DecimalLoan } from "./decimal-schedules";
import type { Measurement } from "./embedded";

const loans = 400;
const instalments = 24;
const rounds = 15;
/** So often each is made before it is timed, and within a timing: ours is too short to be timed in one pass. */
const passes = { ours: 20, theirs: 1, whole: 1 };
/** A schedule of decimal.js against one of ours, both of 24 rows. */
const least = 30;

interface Loan extends DecimalLoan {
  terms: LoanTerms;
  rates: Ratio[];
}

/** Random loans as groups make them, the same each time: monthly, half a satang rounded up. */
function someLoans(method: ScheduleMethod): Loan[] {
  let seed = 20_261_130;
  const random = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  return Array.from({ length: loans }, () => {
    const principal = 100_000 + random(10_000_000);
    const percent = `${1 + random(14)}.${random(100)}`;
    const rate = ratioFromDecimal(percent);
    assert(rate, "a rate is a decimal");
    const rounding = { mode: "half-up" as const, multiple: satang(1) };
    const terms: LoanTerms = {
      principal: satang(principal),
      yearlyRate: times(rate, { num: 1n, den: 100n }),
      method,
      instalments,
      every: { count: 1, unit: "month" },
      disbursedOn: localDate("2026-01-05"),
      firstDueOn: localDate("2026-02-05"),
      basis: "per-period",
      instalmentRounding: rounding,
      interestRounding: rounding,
      gracePrincipal: 0,
      graceInterest: 0,
      fees: satang(0),
    };
    return { principal, percent, method, instalments, terms, rates: rowRates(terms, dueDaysOf(terms)) };
  });
}

/** The arithmetic alone, as decimal.js does it: days, what follows from them and the effective rate are no part of either. */
const byOurs = ({ terms, rates }: Loan) => rowAmounts(terms, rates);
const wholly = ({ terms }: Loan) => scheduleOf(terms);

const rowsOf = (loan: Loan): [number, number][] =>
  wholly(loan).rows.map(({ principal, interest }) => [principal, interest]);

/** Processor time: others at work on the machine would else count too. */
function microseconds(all: readonly Loan[], make: (loan: Loan) => unknown, times: number): number {
  const before = process.cpuUsage();
  for (let pass = 0; pass < times; pass += 1) for (const loan of all) make(loan);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / all.length / times;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;

interface Figures {
  ours: number;
  theirs: number;
  whole: number;
  /** decimal.js against ours, the median of the rounds. */
  ratio: number;
}

/** One method's figures in microseconds a schedule; throws where any row of any loan differs. */
function compare(method: ScheduleMethod): Figures {
  const all = someLoans(method);
  for (const loan of all) assert.deepEqual(rowsOf(loan), scheduleByDecimal(loan));
  const round = (): Omit<Figures, "ratio"> => ({
    ours: microseconds(all, byOurs, passes.ours),
    theirs: microseconds(all, scheduleByDecimal, passes.theirs),
    whole: microseconds(all, wholly, passes.whole),
  });
  round();
  const measured = Array.from({ length: rounds }, round);
  return {
    ours: median(measured.map(({ ours }) => ours)),
    theirs: median(measured.map(({ theirs }) => theirs)),
    whole: median(measured.map(({ whole }) => whole)),
    ratio: median(measured.map(({ ours, theirs }) => theirs / ours)),
  };
}

/** Schedules by each method, ours beside decimal.js in one run; every row of every loan is the same. A lump sum is one row, and has no goal. */
export function measureSchedules(): Promise<Measurement[]> {
  const compared = scheduleMethods.map((method) => ({ method, ...compare(method) }));
  const told = compared.flatMap(({ method, ours, theirs, whole, ratio }): Measurement[] => {
    const name = method === "lump-sum" ? "lump-sum (one row)" : method;
    return [
      { name: `${name}, ours`, value: ours, unit: "µs" },
      { name: `${name}, with its days and effective rate`, value: whole, unit: "µs" },
      { name: `${name}, by decimal.js`, value: theirs, unit: "µs" },
      { name: `${name}, ours against decimal.js`, value: ratio, unit: "times as fast" },
    ];
  });
  const slowest = Math.min(...compared.filter(({ method }) => method !== "lump-sum").map(({ ratio }) => ratio));
  const [goal, met] = [`≥ ${least}`, slowest >= least];
  return Promise.resolve([
    ...told,
    { name: "loans of which every row is equal", value: loans * compared.length, unit: "loans" },
    { name: "slowest method of 24 rows against decimal.js", value: slowest, unit: "times as fast", goal, met },
  ]);
}
