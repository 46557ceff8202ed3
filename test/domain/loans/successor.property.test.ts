import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { addDays, localDate, type LocalDate } from "../../../src/domain/dates";
import { entryId, memberId } from "../../../src/domain/ids";
import { remainderOf, successorNo, successorOf, successorTerms } from "../../../src/domain/loans/changes/successor";
import { changePostings } from "../../../src/domain/loans/changes/postings";
import type { LoanContract } from "../../../src/domain/loans/contract";
import type { ContractEntry } from "../../../src/domain/loans/contract-entries";
import { loanTermsOf } from "../../../src/domain/loans/contract-terms";
import type { LateLoanRule } from "../../../src/domain/loans/loan-rules";
import { scheduleOf } from "../../../src/domain/loans/schedule/schedule";
import { standingOf, type LoanStanding } from "../../../src/domain/loans/standing";
import { baht, satang } from "../../../src/domain/money";
import { rulesOn } from "../../../src/domain/rules/rule-book";
import { contractOf, payment, payout, someTerms, takenBack } from "./contract-builders";

const late: LateLoanRule = { percentPerMonth: "1", mostPercent: 5, freeDays: 0, fineGoesTo: "income" };
const rules = rulesOn([], "interest", localDate("2026-11-02"));

function standing(contract: LoanContract, entries: readonly ContractEntry[], on: LocalDate): LoanStanding {
  const told = standingOf(contract, entries, { on, closedOn: [on], late: () => late });
  if (!told) throw new Error("a contract with terms has a standing");
  return told;
}

/** The contract that goes on from an old one on a day, as officers would have it, and the entry that begins it. */
function goOn(old: LoanContract, before: LoanStanding, { on, more }: { on: LocalDate; more: number }) {
  if (!old.terms) throw new Error("this contract has terms");
  const { since, interestBefore } = before.period;
  const left = remainderOf(old.terms, before);
  const terms = successorTerms(
    old.terms,
    {
      ...left,
      instalments: left.instalments + more,
      principal: before.outstanding,
      method: old.terms.method,
      yearlyRatePercent: null,
      carried: { interest: interestBefore, fine: before.fineDue },
      since,
    },
    { on, rules, workingDay: { dayOfMonth: Number(old.terms.firstDueOn.slice(8)) } },
  );
  const contract = successorOf(old, { contractNo: "15/2568-2", memberId: old.memberId, on, terms }, old.guarantorNos);
  const entry: ContractEntry = {
    id: entryId(old.groupId, 80),
    kind: "loan.restructured",
    effectiveOn: on,
    postings: changePostings(old, before.outstanding, contract),
  };
  return { contract, entry };
}

const payments = fc.array(fc.record({ days: fc.nat(700), percent: fc.integer({ min: 1, max: 40 }) }), { maxLength: 5 });

describe("a contract that goes on in another one", () => {
  it("ends the old one, owes to the satang what was owed, has a schedule, and comes back exactly with a reversal", () => {
    let compared = 0;
    fc.assert(
      fc.property(someTerms, payments, fc.nat(700), fc.nat(12), (terms, drawn, day, more) => {
        const old = contractOf(terms);
        const on = addDays(terms.disbursedOn, day);
        const entries = [payout(terms)];
        for (const { days, percent } of [...drawn].sort((a, b) => a.days - b.days)) {
          const paidOn = addDays(terms.disbursedOn, days);
          if (paidOn > on) break;
          const { outstanding, interestDue } = standing(old, entries, paidOn);
          const principal = Math.floor((outstanding * percent) / 100);
          if (principal + interestDue > 0)
            entries.push(payment(entries.length + 1, paidOn, { principal, interest: interestDue }));
        }
        const before = standing(old, entries, on);
        fc.pre(before.outstanding > 0);
        const { contract, entry } = goOn(old, before, { on, more });
        const ended = standing(old, [...entries, entry], on);
        expect([ended.payOff, ended.missed, ended.fineDue, ended.next, ended.closed]).toEqual([0, 0, 0, null, true]);

        const begun = standing(contract, [entry], on);
        expect(begun.outstanding).toBe(before.outstanding);
        expect(begun.fineDue).toBe(before.fineDue);
        expect([begun.missed, begun.principalDue, begun.interestDue]).toEqual([0, 0, 0]);
        // Where the period that runs ends as before, nobody pays for a day twice: what ends it ended the old one, but for what of it was paid back since.
        expect(begun.period.interestBefore).toBe(before.period.interestBefore);
        const runsUntil = before.instalments.find(({ dueOn }) => dueOn > on)?.dueOn;
        if (terms.method !== "flat" && runsUntil === begun.instalments[0]?.dueOn) {
          // A lump sum's interest is rounded once; carried and running apart, they are rounded twice.
          const rounding = terms.method === "lump-sum" ? terms.interestRounding.multiple : 0;
          expect(begun.payOff).toBeLessThanOrEqual(before.payOff + rounding);
          compared += 1;
        }

        expect(contract.terms && scheduleOf(loanTermsOf(contract.terms)).rows.length).toBeGreaterThan(0);
        expect(begun.next?.dueOn && begun.next.dueOn > on).toBe(true);
        const back = takenBack(81, entry, addDays(on, 3));
        expect(standing(old, [...entries, entry, back], addDays(on, 5))).toEqual(
          standing(old, entries, addDays(on, 5)),
        );
        expect(standing(contract, [entry, back], addDays(on, 5)).payOff).toBe(0);
      }),
      { numRuns: 300 },
    );
    expect(compared).toBeGreaterThan(30);
  });

  it("is numbered by the first of its line, and nobody stands for more than she signed or for more than is owed", () => {
    const taken = ["15/2568-2", "15/2568-3"];
    const first = { contractNo: "15/2568" };
    expect(successorNo(first, () => false)).toBe("15/2568-2");
    expect(
      successorNo({ contractNo: "15/2568-3", comesOf: { contractNo: "15/2568-2", root: "15/2568" } }, (no) =>
        taken.includes(no),
      ),
    ).toBe("15/2568-4");
    const [terms] = fc.sample(someTerms, 1);
    if (!terms) throw new Error("one was drawn");
    const old = contractOf(terms);
    const of = (no: string, amount: number) => ({ memberId: memberId(old.groupId, no), amount: satang(amount) });
    const signed = { ...old, guarantorNos: ["014", "015"], guarantees: [of("014", baht(900_000)), of("015", 10)] };
    const made = successorOf(
      signed,
      { contractNo: "15/2568-2", memberId: old.memberId, on: terms.disbursedOn, terms },
      ["014"],
    );
    expect(made.guarantees).toEqual([of("014", terms.principal)]);
    expect(made.guarantorNos).toEqual(["014"]);
  });
});
