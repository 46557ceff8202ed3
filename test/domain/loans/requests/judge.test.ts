import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { EligibilityFact, EligibilityVerdict } from "../../../../src/domain/loans/requests/eligibility";
import { judge, limitLeft, type BorrowerFacts, type Wanted } from "../../../../src/domain/loans/requests/judge";
import { baht, satang, zero } from "../../../../src/domain/money";
import { clauseOf, rulesNumbered, type RuleBook } from "../../../../src/domain/rules/rule-book";

const shipped = rulesNumbered([], "interest", 0);

/** The shipped rules with other values of the limits and of ordinary loans. */
function rulesWith(change: { cashPercent?: number; renewPercent?: number | null }): RuleBook {
  const { values } = shipped;
  const { cashPercent = null, renewPercent = 50 } = change;
  return {
    ...shipped,
    values: {
      ...values,
      "loan-ordinary": { ...values["loan-ordinary"], cashPercent },
      "loan-limits": { ...values["loan-limits"], renewPercent },
    },
  };
}

const inOrder: BorrowerFacts = {
  status: "active",
  membershipMonths: 12,
  savingsArrears: 0,
  loanArrears: 0,
  openLoans: 0,
  guaranteeArrears: 0,
  guaranteeExposure: zero,
  savings: baht(4_000),
  owed: zero,
  renewal: null,
  otherDebts: "none",
  lendable: baht(100_000),
};
const wanted: Wanted = { product: "ordinary", amount: baht(15_000), instalments: 12 };

describe("what the rules say of who asks for a loan", () => {
  it("is in order where nothing speaks against it, each reason with its clause", () => {
    const { verdict, reasons } = judge(shipped, wanted, inOrder);
    expect(verdict).toBe("PASS");
    expect(new Set(reasons.map((one) => one.verdict))).toEqual(new Set(["PASS"]));
    expect(reasons.find(({ fact }) => fact === "limit-left")?.clause).toBe(clauseOf(shipped, "loan-ordinary").no);
    expect(reasons.find(({ fact }) => fact === "savings-arrears")?.clause).toBe(clauseOf(shipped, "pledge").no);
  });

  it.each<
    [EligibilityFact, EligibilityVerdict, Partial<BorrowerFacts>, Partial<Wanted>, [number | null, number | null]]
  >([
    ["member-status", "FAIL", { status: "pending" }, {}, [null, null]],
    ["membership-months", "FAIL", { membershipMonths: 5 }, {}, [5, 6]],
    ["savings-arrears", "REVIEW", { savingsArrears: 2 }, {}, [2, 0]],
    ["loan-arrears", "FAIL", { loanArrears: 1 }, {}, [1, 0]],
    ["open-loans", "REVIEW", { openLoans: 1 }, {}, [1, 2]],
    ["open-loans", "FAIL", { openLoans: 2 }, {}, [2, 2]],
    ["guarantee-arrears", "REVIEW", { guaranteeArrears: 1 }, {}, [1, 0]],
    ["guarantee-exposure", "REVIEW", { guaranteeExposure: baht(500) }, {}, [50_000, null]],
    ["limit-left", "FAIL", { savings: baht(2_999) }, {}, [1_500_000, 1_499_500]],
    ["limit-left", "FAIL", { savings: baht(90_000) }, { amount: baht(50_001) }, [5_000_100, 5_000_000]],
    ["group-cash", "REVIEW", { lendable: baht(14_999) }, {}, [null, null]],
    ["instalments", "FAIL", {}, { instalments: 25 }, [25, 24]],
    ["renewal", "FAIL", { renewal: { principal: baht(10_000), owed: baht(5_100) } }, {}, [49, 50]],
    ["renewal", "FAIL", { renewal: { principal: baht(40_000), owed: baht(15_000) } }, {}, [62, 50]],
    ["other-debts", "REVIEW", { otherDebts: "unread" }, {}, [null, null]],
    ["other-debts", "REVIEW", { otherDebts: baht(7_000) }, {}, [700_000, null]],
  ])("%s: %s where %j %j", (fact, verdict, facts, asked, [has, limit]) => {
    const judged = judge(shipped, { ...wanted, ...asked }, { ...inOrder, ...facts });
    expect(judged.verdict).toBe(verdict);
    expect(judged.reasons.filter((one) => one.verdict !== "PASS")).toEqual([
      { fact, verdict, has, limit, clause: expect.any(String) },
    ]);
  });

  it("lets a contract be renewed that is paid back far enough, and weighs of the cash only what goes beyond it", () => {
    const renewal = { principal: baht(20_000), owed: baht(9_000) };
    const facts = { ...inOrder, renewal, lendable: baht(6_000) };
    expect(judge(shipped, wanted, facts).verdict).toBe("PASS");
    expect(judge(rulesWith({ renewPercent: null }), wanted, facts).verdict).toBe("FAIL");
  });

  it("asks for no more of the group's cash than the rules let one loan take", () => {
    const facts = { ...inOrder, lendable: baht(40_000) };
    const reason = judge(rulesWith({ cashPercent: 30 }), wanted, facts).reasons.find(
      ({ fact }) => fact === "group-cash",
    );
    expect(reason).toMatchObject({ verdict: "REVIEW", clause: clauseOf(shipped, "loan-ordinary").no });
  });

  it("never leaves more than the cap and the multiple of savings, nor less than nothing", () => {
    const sums = fc.integer({ min: 0, max: 10_000_000_00 });
    fc.assert(
      fc.property(sums, sums, (savings, owed) => {
        const left = limitLeft(shipped, "ordinary", { savings: satang(savings), owed: satang(owed) });
        expect(left).toBe(Math.max(0, Math.min(50_000_00, savings * 5 - owed)));
      }),
    );
  });
});
