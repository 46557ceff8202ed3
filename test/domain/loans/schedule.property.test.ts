import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { addDays, localDate, type LocalDate } from "../../../src/domain/dates";
import { rowAmounts, type RowAmounts } from "../../../src/domain/loans/schedule/amounts";
import { dueDay, dueDaysOf } from "../../../src/domain/loans/schedule/due-days";
import { rowRates } from "../../../src/domain/loans/schedule/row-rates";
import { scheduleOf } from "../../../src/domain/loans/schedule/schedule";
import { interestBases, periodUnits, scheduleMethods, type LoanTerms } from "../../../src/domain/loans/schedule/terms";
import { satang } from "../../../src/domain/money";
import { ratio } from "../../../src/domain/ratio";
import { roundingModes } from "../../../src/domain/rounding";
import { secondSchedule } from "./second-schedule";

const rounding = fc.record({
  mode: fc.constantFrom(...roundingModes),
  multiple: fc.constantFrom(1, 25, 100, 1_000, 10_000).map(satang),
});

function listed(from: LocalDate, between: readonly number[]): LocalDate[] {
  let on = from;
  return between.map((days) => (on = addDays(on, days)));
}

const loans: fc.Arbitrary<Omit<LoanTerms, "method">> = fc
  .record({
    principal: fc.integer({ min: 1, max: 100_000_000 }).map(satang),
    yearlyRate: fc.integer({ min: 0, max: 3_600 }).map((bps) => ratio(BigInt(bps), 10_000n)),
    instalments: fc.integer({ min: 1, max: 24 }),
    every: fc.record({ count: fc.integer({ min: 1, max: 4 }), unit: fc.constantFrom(...periodUnits) }),
    disbursedOn: fc.integer({ min: 0, max: 2_000 }).map((days) => addDays(localDate("2023-06-15"), days)),
    firstAfter: fc.integer({ min: 1, max: 70 }),
    basis: fc.constantFrom(...interestBases),
    instalmentRounding: rounding,
    interestRounding: rounding,
    graces: fc.tuple(fc.nat(5), fc.nat(5)),
    fees: fc.nat(50_000),
    // Of loans whose due days are listed: the days between them.
    between: fc.option(fc.array(fc.integer({ min: 1, max: 45 }), { minLength: 24, maxLength: 24 })),
  })
  .map(({ firstAfter, graces: [gracePrincipal, graceInterest], fees, between, ...loan }) => ({
    ...loan,
    firstDueOn: addDays(loan.disbursedOn, firstAfter),
    ...(between && { dueOn: listed(loan.disbursedOn, between.slice(0, loan.instalments)) }),
    gracePrincipal: Math.min(gracePrincipal, loan.instalments - 1),
    graceInterest: Math.min(graceInterest, loan.instalments - 1),
    fees: satang(Math.min(fees, loan.principal - 1)),
  }));

/** What of the rows contradicts itself: rows by number, and what they leave. */
function contradictions(loan: LoanTerms, rows: readonly RowAmounts[]): unknown[] {
  const owed = [loan.principal, ...rows.map(({ balance }) => balance)];
  const wrong = rows.filter(
    ({ principal, interest, balance }, at) => principal < 0 || interest < 0 || balance !== (owed[at] ?? 0) - principal,
  );
  const count = loan.method === "lump-sum" ? 1 : loan.instalments;
  return [...wrong, ...(owed.at(-1) === 0 && rows.length === count ? [] : ["the end"])];
}

const dueDays = ({ dueOn, firstDueOn, every, instalments }: LoanTerms): readonly LocalDate[] =>
  dueOn ?? Array.from({ length: instalments }, (_, at) => dueDay(firstDueOn, every, at));

describe.each(scheduleMethods)("schedules of loans by %s", (method) => {
  it("repay exactly what was lent, never grow, and come to the same satang in a second exact computation, row by row", () => {
    fc.assert(
      fc.property(loans, (drawn) => {
        const loan = { ...drawn, method };
        const rows = rowAmounts(loan, rowRates(loan, dueDays(loan)));
        const sums = rows.map(({ principal, interest }) => [principal, interest]);
        expect([contradictions(loan, rows), sums]).toEqual([[], secondSchedule(loan)]);
      }),
      { numRuns: 2_000 },
    );
  });

  it("have these rows on their due days, with totals that are their sums", () => {
    fc.assert(
      fc.property(loans, (drawn) => {
        const loan = { ...drawn, method };
        const { rows, totalInterest } = scheduleOf(loan);
        const dueOn = method === "lump-sum" ? dueDays(loan).slice(-1) : dueDays(loan);
        const amounts = rowAmounts(loan, rowRates(loan, dueDays(loan)));
        const told = amounts.map((row, at) => ({
          ...row,
          no: at + 1,
          dueOn: dueOn[at],
          total: row.principal + row.interest,
        }));
        expect(rows).toEqual(told);
        expect(totalInterest).toBe(amounts.reduce((all, { interest }) => all + interest, 0));
      }),
      { numRuns: 100 },
    );
  });
});

describe("due days that are listed", () => {
  it("are one a period, each after the one before, the first after the payout; else there is no schedule", () => {
    const loan = { disbursedOn: localDate("2026-01-05"), firstDueOn: localDate("2026-02-05"), instalments: 2 };
    const of = (...dueOn: string[]) =>
      dueDaysOf({ ...loan, every: { count: 1, unit: "month" }, dueOn: dueOn.map(localDate) });
    expect(of("2026-02-06", "2026-03-05")).toEqual(["2026-02-06", "2026-03-05"]);
    for (const wrong of [["2026-02-06"], ["2026-02-06", "2026-02-06"], ["2026-01-05", "2026-03-05"]])
      expect(() => of(...wrong)).toThrow("due days");
  });
});
