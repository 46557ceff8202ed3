import { strict as assert } from "node:assert";
import { Decimal } from "decimal.js";
import { localDate } from "../../src/domain/dates";
import { rowAmounts } from "../../src/domain/loans/schedule/amounts";
import { dueDaysOf } from "../../src/domain/loans/schedule/due-days";
import { rowRates } from "../../src/domain/loans/schedule/row-rates";
import { scheduleOf } from "../../src/domain/loans/schedule/schedule";
import type { LoanTerms } from "../../src/domain/loans/schedule/terms";
import { satang } from "../../src/domain/money";
import { ratioFromDecimal, times, type Ratio } from "../../src/domain/ratio";
import type { Measurement } from "./embedded";

const loans = 400;
const instalments = 24;
const rounds = 7;
/** So often each is made before it is timed, and within a timing, since one pass is too short to be timed. */
const passes = 20;
/** A schedule of decimal.js against one of ours. */
const least = 30;

const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP });

interface Loan {
  principal: number;
  percent: string;
  terms: LoanTerms;
  rates: Ratio[];
}

/** Random loans as groups make them, the same each time: equal instalments by the month, half a satang rounded up. */
function someLoans(): Loan[] {
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
      method: "equal-instalment",
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
    return { principal, percent, terms, rates: rowRates(terms, dueDaysOf(terms)) };
  });
}

/** The same by decimal.js with 40 digits, interest multiplied first and divided last: principal and interest of each row in satang. */
function byDecimal({ principal, percent }: Loan): [number, number][] {
  const growth = new Exact(percent).div(1_200).plus(1).pow(instalments);
  const level = new Exact(principal).times(percent).times(growth).div(growth.minus(1).times(1_200));
  const instalment = level.toDecimalPlaces(0);
  let owed = new Exact(principal);
  return Array.from({ length: instalments }, (_, at) => {
    const interest = owed.times(percent).div(1_200).toDecimalPlaces(0);
    const part = at === instalments - 1 ? owed : Exact.min(owed, instalment.minus(interest));
    owed = owed.minus(part);
    return [part.toNumber(), interest.toNumber()];
  });
}

const rowsOf = ({ terms }: Loan): [number, number][] =>
  scheduleOf(terms).rows.map(({ principal, interest }) => [principal, interest]);

/** The arithmetic alone, as decimal.js does it: days and the effective rate are no part of either. */
const byOurs = ({ terms, rates }: Loan) => rowAmounts(terms, rates);

function microseconds(all: readonly Loan[], make: (loan: Loan) => unknown): number {
  const started = process.hrtime.bigint();
  for (let pass = 0; pass < passes; pass += 1) for (const loan of all) make(loan);
  return Number(process.hrtime.bigint() - started) / 1_000 / all.length / passes;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;

/** Schedules of 24 rows, ours beside decimal.js in one run; every row of every loan is the same. */
export async function measureSchedules(): Promise<Measurement[]> {
  const all = someLoans();
  for (const loan of all) assert.deepEqual(rowsOf(loan), byDecimal(loan));
  const ours: number[] = [];
  const theirs: number[] = [];
  const whole: number[] = [];
  for (const make of [byOurs, byDecimal, rowsOf]) microseconds(all, make);
  for (let round = 0; round < rounds; round += 1) {
    ours.push(microseconds(all, byOurs));
    theirs.push(microseconds(all, byDecimal));
    whole.push(microseconds(all, rowsOf));
  }
  const ratio = median(theirs.map((time, round) => time / (ours[round] ?? NaN)));
  return Promise.resolve([
    { name: "schedule of 24 rows, ours", value: median(ours), unit: "µs" },
    { name: "with its days and effective rate", value: median(whole), unit: "µs" },
    { name: "the same by decimal.js", value: median(theirs), unit: "µs" },
    { name: "loans of which every row is equal", value: all.length, unit: "loans" },
    { name: "ours against decimal.js", value: ratio, unit: "times as fast", goal: `≥ ${least}`, met: ratio >= least },
  ]);
}
