import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { addDays, localDate, type LocalDate } from "../../../src/domain/dates";
import { loanTermsOf, type ContractTerms } from "../../../src/domain/loans/contract-terms";
import type { LateLoanRule } from "../../../src/domain/loans/loan-rules";
import { scheduleOf, type ScheduleRow } from "../../../src/domain/loans/schedule/schedule";
import { standingOf, type LoanStanding } from "../../../src/domain/loans/standing";
import { baht, satang } from "../../../src/domain/money";
import { contractOf, payment, payout, someTerms, takenBack } from "./contract-builders";

const noFine: LateLoanRule = { percentPerMonth: "0", mostPercent: 0, freeDays: 0, fineGoesTo: "income" };
type Entries = Parameters<typeof standingOf>[1];

function standing(
  terms: ContractTerms,
  entries: Entries,
  on: LocalDate,
  { closedOn = [], late = noFine }: { closedOn?: LocalDate[]; late?: LateLoanRule } = {},
): LoanStanding {
  const told = standingOf(contractOf(terms), entries, { on, closedOn, late: () => late });
  if (!told) throw new Error("a contract with terms has a standing");
  return told;
}

function rowAt(rows: readonly ScheduleRow[], at: number): ScheduleRow {
  const row = rows[at];
  if (!row) throw new Error("a schedule has this row");
  return row;
}

const asked = ({ instalments }: LoanStanding) =>
  instalments.map(({ no, dueOn, principal, interest }) => ({ no, dueOn, principal, interest }));

describe("how a contract stands", () => {
  it("is its schedule to the satang, on each due day, where every row is paid on its day, and nothing is owed at the end", () => {
    fc.assert(
      fc.property(someTerms, fc.nat(23), (terms, looked) => {
        const { rows } = scheduleOf(loanTermsOf(terms));
        // Who has paid all the principal owes no interest of later rows, whatever a rounded schedule has left of them.
        fc.pre(rows.slice(0, -1).every(({ balance }) => balance > 0));
        const wanted = rows.map(({ no, dueOn, principal, interest }) => ({ no, dueOn, principal, interest }));
        const entries = [payout(terms), ...rows.map((row) => payment(row.no + 1, row.dueOn, row))];
        const at = looked % rows.length;
        const { dueOn, principal, interest, balance } = rowAt(rows, at);
        expect(asked(standing(terms, entries, terms.disbursedOn))).toEqual(wanted);
        const before = standing(terms, entries.slice(0, at + 1), dueOn);
        expect([asked(before), before.interestDue, before.principalDue]).toEqual([wanted, interest, principal]);
        const after = standing(terms, entries, dueOn);
        expect([asked(after), after.outstanding, after.interestDue, after.principalDue]).toEqual([
          wanted,
          balance,
          0,
          0,
        ]);
        const end = standing(terms, entries, addDays(rows.at(-1)?.dueOn ?? dueOn, 400));
        expect([asked(end), end.outstanding, end.payOff, end.next, end.closed]).toEqual([wanted, 0, 0, null, true]);
      }),
      { numRuns: 2_000 },
    );
  });

  const payments = fc.array(fc.record({ days: fc.nat(900), percent: fc.integer({ min: 1, max: 60 }), of: fc.nat(1) }), {
    maxLength: 8,
  });

  it("is put back exactly by a reversal, closed by its pay-off, and never asks for less than nothing", () => {
    fc.assert(
      fc.property(someTerms, payments, fc.nat(900), (terms, drawn, lastDay) => {
        const entries = [payout(terms)];
        for (const { days, percent, of } of drawn) {
          const on = addDays(terms.disbursedOn, days);
          const { outstanding, instalments } = standing(terms, entries, addDays(terms.disbursedOn, 2_000));
          const principal = of === 0 ? Math.floor((outstanding * percent) / 100) : 0;
          const interest = of === 1 ? Math.floor(((instalments[0]?.interest ?? 0) * percent) / 30) : 0;
          if (principal + interest > 0) entries.push(payment(entries.length + 1, on, { principal, interest }));
        }
        const on = addDays(terms.disbursedOn, lastDay);
        const before = standing(terms, entries, on);
        for (const row of before.instalments) {
          expect(
            Math.min(row.interest, row.principal, row.principal - row.principalPaid, row.interest - row.interestPaid),
          ).toBeGreaterThanOrEqual(0);
        }
        const extra = payment(90, on, { principal: 1, interest: 5 });
        expect(standing(terms, [...entries, extra, takenBack(91, extra, addDays(on, 3))], on)).toEqual(before);
        const interest = before.payOff - before.outstanding - before.fineDue;
        const paid = entries.filter(({ effectiveOn }) => effectiveOn <= on);
        const closed =
          before.payOff > 0 ? [...paid, payment(92, on, { principal: before.outstanding, interest })] : paid;
        const end = standing(terms, closed, addDays(on, 700));
        expect([end.payOff, end.next, end.missed, end.closed]).toEqual([0, null, 0, true]);
      }),
      { numRuns: 500 },
    );
  });

  const paper: ContractTerms = {
    product: "ordinary",
    rules: { version: 0, clause: "8" },
    principal: baht(37_550),
    yearlyRatePercent: "12",
    method: "monthly-on-outstanding",
    basis: "per-period",
    instalments: 24,
    disbursedOn: localDate("2026-01-05"),
    firstDueOn: localDate("2026-02-05"),
    instalmentRounding: { mode: "up", multiple: satang(100) },
    interestRounding: { mode: "half-even", multiple: satang(1) },
    gracePrincipal: 0,
    graceInterest: 0,
    fee: satang(0),
  };
  const closedOn = ["2026-02-05", "2026-03-05", "2026-04-05"].map(localDate);

  it("asks interest of what is owed: three months of 375, and 325 after 5,000 of principal", () => {
    const third = localDate("2026-04-05");
    expect(standing(paper, [payout(paper)], third).interestDue).toBe(baht(1_125));
    const entries = [payout(paper), payment(2, third, { principal: baht(5_000), interest: baht(1_125) })];
    const after = standing(paper, entries, localDate("2026-04-06"));
    expect([after.outstanding, after.interestDue, after.instalments[3]?.interest]).toEqual([
      baht(32_550),
      0,
      baht(325),
    ]);
    expect(after.payOff).toBe(baht(32_550 + 325));
  });

  it("counts an instalment as missed once the working day of its month has closed, and keeps the day of the oldest", () => {
    const dueOn = localDate("2026-02-05");
    expect(standing(paper, [payout(paper)], addDays(dueOn, 3)).missed).toBe(0);
    expect(standing(paper, [payout(paper)], dueOn, { closedOn }).missed).toBe(1);
    const late = standing(paper, [payout(paper)], localDate("2026-04-20"), { closedOn });
    expect([late.missed, late.overdueSince, late.interestDue]).toEqual([3, dueOn, baht(1_125)]);
    expect(late.principalDue).toBe(baht(1_565 * 3));
  });

  it("goes on asking interest of what is owed after the last due day", () => {
    const years = standing(paper, [payout(paper)], localDate("2028-04-20"), { closedOn });
    expect(years.instalments.length).toBe(28);
    expect(years.payOff).toBe(baht(37_550 + 375 * 28));
    expect(years.missed).toBe(3);
  });

  it("fines what is overdue of an instalment by the month, from its share on at most so much, and nothing that was in time", () => {
    const late: LateLoanRule = { percentPerMonth: "1", mostPercent: 2, freeDays: 0, fineGoesTo: "income" };
    const first = baht(1_565 + 375);
    const fineOn = (on: string, entries = [payout(paper)], free = 0) =>
      standing(paper, entries, localDate(on), { closedOn: closedOn.slice(0, 1), late: { ...late, freeDays: free } })
        .fineDue;
    expect(fineOn("2026-02-05")).toBe(0);
    expect(fineOn("2026-02-06")).toBe(first / 100);
    expect(fineOn("2026-02-15", [payout(paper)], 10)).toBe(0);
    const half = payment(2, localDate("2026-02-05"), { interest: baht(375), principal: baht(565) });
    expect(fineOn("2026-03-05", [payout(paper), half])).toBe(baht(10));
    expect(fineOn("2026-03-06", [payout(paper), half])).toBe(baht(20));
    expect(fineOn("2026-08-06", [payout(paper), half])).toBe(baht(20));
    const paidLate = payment(3, localDate("2026-02-20"), { principal: baht(1_000), fine: baht(4) });
    expect(fineOn("2026-08-06", [payout(paper), half, paidLate])).toBe(baht(6));
    const inTime = payment(2, localDate("2026-02-05"), { interest: baht(375), principal: baht(1_565) });
    expect(fineOn("2026-02-25", [payout(paper), inTime])).toBe(0);
  });

  it("never fines more than the rule's share of each instalment", () => {
    const rules = fc.record({
      percentPerMonth: fc.constantFrom("0.5", "1", "2"),
      mostPercent: fc.integer({ min: 1, max: 15 }),
      freeDays: fc.nat(20),
    });
    fc.assert(
      fc.property(someTerms, rules, fc.nat(900), (terms, rule, days) => {
        const on = addDays(terms.disbursedOn, days);
        const { rows } = scheduleOf(loanTermsOf(terms));
        const late = { ...rule, fineGoesTo: "income" as const };
        const told = standing(terms, [payout(terms)], on, { closedOn: rows.map(({ dueOn }) => dueOn), late });
        const most = told.instalments
          .filter(({ dueOn, no }) => dueOn < on && no <= rows.length)
          .reduce((all, { principal, interest }) => all + ((principal + interest) * rule.mostPercent) / 100, 0);
        expect(told.fineDue).toBeLessThanOrEqual(most);
      }),
      { numRuns: 200 },
    );
  });
});
