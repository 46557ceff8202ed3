import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { addDays } from "../../../src/domain/dates";
import { loanTermsOf, type ContractTerms } from "../../../src/domain/loans/contract-terms";
import { checkRepayment, splitRepayment } from "../../../src/domain/loans/repayment/split";
import { scheduleOf } from "../../../src/domain/loans/schedule/schedule";
import { standingOf, type LoanStanding } from "../../../src/domain/loans/standing";
import { satang } from "../../../src/domain/money";
import type { DepositSplit } from "../../../src/domain/savings/deposit";
import { contractOf, payment, payout, someTerms } from "./contract-builders";

type Entries = Parameters<typeof standingOf>[1];
const late = { percentPerMonth: "1", mostPercent: 5, freeDays: 0, fineGoesTo: "income" as const };

function standing(terms: ContractTerms, entries: Entries, days: number): LoanStanding {
  const closedOn = scheduleOf(loanTermsOf(terms)).rows.map(({ dueOn }) => dueOn);
  const on = addDays(terms.disbursedOn, days);
  const told = standingOf(contractOf(terms), entries, {
    on,
    closedOn: closedOn.filter((day) => day <= on),
    late: () => late,
  });
  if (!told) throw new Error("a contract with terms has a standing");
  return told;
}

const amountsOf = (split: readonly DepositSplit[]) =>
  Object.fromEntries(split.map(({ purpose, amount }) => [purpose, amount as number]));
const total = (split: readonly DepositSplit[]) => split.reduce((all, { amount }) => all + amount, 0);

describe("a payment on a contract", () => {
  it("is split without a rest, as may be taken, and payments of any size end the contract, none above the pay-off", () => {
    const steps = fc.array(
      fc.record({ days: fc.integer({ min: 1, max: 70 }), percent: fc.integer({ min: 1, max: 120 }) }),
      {
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(someTerms, steps, (terms, drawn) => {
        const entries = [payout(terms)];
        let days = 0;
        const pay = (split: readonly DepositSplit[]) =>
          entries.push(payment(entries.length + 1, addDays(terms.disbursedOn, days), amountsOf(split)));
        for (const step of drawn) {
          days += step.days;
          const before = standing(terms, entries, days);
          const amount = satang(Math.max(1, Math.floor((before.payOff * step.percent) / 300)));
          if (before.closed) continue;
          const split = splitRepayment(before, { verdict: "value", satang: amount });
          expect(total(split)).toBe(amount);
          checkRepayment(before, split);
          pay(split);
          const { fine = 0, principal = 0 } = amountsOf(split);
          const after = standing(terms, entries, days);
          expect([after.fineDue, after.outstanding]).toEqual([before.fineDue - fine, before.outstanding - principal]);
        }
        const last = standing(terms, entries, days);
        if (last.closed) return;
        const named = (interest: number, principal: number): DepositSplit[] => [
          { purpose: "interest", amount: satang(interest), contractNo: last.contract.contractNo },
          { purpose: "principal", amount: satang(principal), contractNo: last.contract.contractNo },
        ];
        const begun = last.payOff - last.outstanding - last.fineDue;
        if (last.outstanding > 0)
          expect(() => checkRepayment(last, named(begun + 1, last.outstanding))).toThrow("loan.more-than-pay-off");
        if (last.interestDue > 0 && last.outstanding > 1)
          expect(() => checkRepayment(last, named(last.interestDue - 1, 1))).toThrow("loan.interest-first");
        const tooMuch = { verdict: "value" as const, satang: satang(last.payOff + 1) };
        expect(() => splitRepayment(last, tooMuch)).toThrow("loan.more-than-pay-off");
        const split = splitRepayment(last, { verdict: "pay-off" });
        checkRepayment(last, split);
        pay(split);
        expect(standing(terms, entries, days).closed).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it("of what is due each month is the schedule's row", () => {
    fc.assert(
      fc.property(someTerms, (terms) => {
        const { rows } = scheduleOf(loanTermsOf(terms));
        const paying = rows.filter((row) => row.total > 0);
        const entries = [payout(terms)];
        for (const row of paying.slice(0, 6)) {
          const on = (Date.parse(row.dueOn) - Date.parse(terms.disbursedOn)) / 86_400_000;
          const before = standing(terms, entries, on);
          // Who has paid all the principal owes no interest of later rows, whatever a rounded schedule has left of them.
          if (before.outstanding === 0) {
            expect(before.closed).toBe(true);
            break;
          }
          const split = amountsOf(splitRepayment(before, { verdict: "value", satang: row.total }));
          expect([split["interest"] ?? 0, split["principal"] ?? 0]).toEqual([row.interest, row.principal]);
          entries.push(payment(entries.length + 1, row.dueOn, split));
        }
      }),
      { numRuns: 200 },
    );
  });
});
