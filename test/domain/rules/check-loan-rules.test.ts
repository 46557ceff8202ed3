import { describe, expect, it } from "@jest/globals";
import type { FinanceMode } from "../../../src/domain/groups/group";
import { loanProducts, type LoanProductRule } from "../../../src/domain/loans/loan-rules";
import { baht, satang, zero } from "../../../src/domain/money";
import { checkRules } from "../../../src/domain/rules/check-rules";
import { completeClauses, type WrittenClause } from "../../../src/domain/rules/complete";
import type { RuleKey, RuleValues } from "../../../src/domain/rules/rule-values";

const clause = <Key extends RuleKey>(key: Key, values: Partial<RuleValues[Key]>): WrittenClause => ({
  no: "1",
  text: { th: "ข้อ" },
  key,
  values: values as WrittenClause["values"],
});
const found = (written: WrittenClause[], mode: FinanceMode = "interest") =>
  checkRules(completeClauses(written, mode), mode);
const fieldsOf = <Key extends RuleKey>(key: Key, values: Partial<RuleValues[Key]>, mode?: FinanceMode) =>
  found([clause(key, values)], mode).map((problem) => [problem.key, problem.field]);
const ordinary = (values: Partial<LoanProductRule>, mode?: FinanceMode) => fieldsOf("loan-ordinary", values, mode);

describe("what a loan may cost", () => {
  it("is 15 per cent a year and not a hundredth more, by every way that does not hide it", () => {
    for (const method of ["monthly-on-outstanding", "interest-only", "lump-sum", "equal-instalment"] as const) {
      expect(ordinary({ yearlyRatePercent: "15", method })).toEqual([]);
      expect(ordinary({ yearlyRatePercent: "15.2", method })).toEqual([["loan-ordinary", "yearlyRatePercent"]]);
    }
  });

  it("is what the borrower really pays: flat interest costs nearly twice what is said of it, and the number is shown", () => {
    expect(ordinary({ yearlyRatePercent: "8", method: "flat" })).toEqual([]);
    expect(ordinary({ yearlyRatePercent: "9", method: "flat" })).toEqual([["loan-ordinary", "yearlyRatePercent"]]);
    const [problem] = found([clause("loan-ordinary", { yearlyRatePercent: "12", method: "flat", instalments: 12 })]);
    expect(problem?.message).toMatch(/loan-ordinary over 12 instalments cost 21\.59 per cent a year.*15 per cent.*654/);
  });

  it("counts the fee, rounding, and the year that a day's part is of", () => {
    expect(ordinary({ yearlyRatePercent: "6", fee: baht(7) })).toEqual([]);
    expect(ordinary({ yearlyRatePercent: "6", fee: baht(50) })).toEqual([["loan-ordinary", "feeBaht"]]);
    expect(ordinary({ yearlyRatePercent: "24", fee: baht(50) })).toEqual([["loan-ordinary", "yearlyRatePercent"]]);
    expect(ordinary({ yearlyRatePercent: "14.9", method: "interest-only", basis: "actual/360" })).toHaveLength(1);
    expect(ordinary({ yearlyRatePercent: "14.9", method: "interest-only", basis: "actual/365" })).toEqual([]);
    const up = clause("rounding", { mode: "up", multiple: satang(100_00) });
    expect(found([up]).map(({ key }) => key)).toEqual(["loan-production", "loan-in-kind"]);
  });

  it("is a number of percent", () => {
    for (const text of ["", "twelve", "-1", "1e1", "12.", "100", "1.2345"])
      expect(ordinary({ yearlyRatePercent: text })).toEqual([["loan-ordinary", "yearlyRatePercent"]]);
  });

  it("is nothing in an interest-free group, and a mark-up that is fixed before the sale in one of murabaha", () => {
    expect(ordinary({ yearlyRatePercent: "0.0" }, "interest-free")).toEqual([]);
    expect(ordinary({ yearlyRatePercent: "1" }, "interest-free")).toEqual([["loan-ordinary", "yearlyRatePercent"]]);
    expect(ordinary({ fee: baht(1) }, "interest-free")).toEqual([["loan-ordinary", "feeBaht"]]);
    expect(ordinary({ method: "equal-instalment" }, "murabaha")).toEqual([["loan-ordinary", "method"]]);
    expect(ordinary({ method: "equal-instalment" }, "service-fee")).toEqual([]);
  });

  it("is looked at for every product, also for one that is not offered yet", () => {
    for (const product of loanProducts)
      expect(fieldsOf(`loan-${product}`, { yearlyRatePercent: "24", offered: false })).toEqual([
        [`loan-${product}`, "yearlyRatePercent"],
      ]);
  });
});

describe("clauses on loans that no group can have", () => {
  it("are graces as long as the loan, a loan of nothing, and guarantors without order or end", () => {
    expect(ordinary({ instalments: 6, gracePrincipal: 5, graceInterest: 5 })).toEqual([]);
    expect(ordinary({ instalments: 6, gracePrincipal: 6 })).toEqual([["loan-ordinary", "gracePrincipal"]]);
    expect(ordinary({ instalments: 6, graceInterest: 6 })).toEqual([["loan-ordinary", "graceInterest"]]);
    expect(ordinary({ most: zero })).toEqual([["loan-ordinary", "mostBaht"]]);
    const band = (upTo: number | null) => ({ upTo: upTo === null ? null : baht(upTo), count: 1 });
    expect(ordinary({ guarantors: [band(10), band(20), band(null)] })).toEqual([]);
    for (const bands of [[], [10], [20, 10, null], [10, 10, null], [null, null], [null, 10]])
      expect(ordinary({ guarantors: bands.map(band) })).toEqual([["loan-ordinary", "guarantors"]]);
  });

  it("are a first period of two months, and instalments rounded to nothing or to thousands", () => {
    const due = (values: Partial<RuleValues["loan-due-days"]>) => fieldsOf("loan-due-days", values);
    expect(due({ firstPeriodDays: 45, dayOfMonth: 31, instalmentMultiple: baht(1_000) })).toEqual([]);
    expect(due({ firstPeriodDays: 46 })).toEqual([["loan-due-days", "firstPeriodDays"]]);
    expect(due({ firstPeriodDays: 0 })).toEqual([["loan-due-days", "firstPeriodDays"]]);
    expect(due({ dayOfMonth: 32 })).toEqual([["loan-due-days", "dayOfMonth"]]);
    expect(due({ instalmentMultiple: zero })).toEqual([["loan-due-days", "instalmentMultipleBaht"]]);
    expect(due({ instalmentMultiple: satang(1_000_01) })).toEqual([["loan-due-days", "instalmentMultipleBaht"]]);
  });

  it("are fines above the cap, in all less than a month's, or income where they may not be", () => {
    const late = (values: Partial<RuleValues["late-loan"]>, mode?: FinanceMode) => fieldsOf("late-loan", values, mode);
    expect(late({ percentPerMonth: "1.25", mostPercent: 15 })).toEqual([]);
    expect(late({ percentPerMonth: "1.251", mostPercent: 15 })).toEqual([["late-loan", "percentPerMonth"]]);
    expect(late({ percentPerMonth: "1 a day" })).toEqual([["late-loan", "percentPerMonth"]]);
    expect(late({ percentPerMonth: "1", mostPercent: 16 })).toEqual([["late-loan", "mostPercent"]]);
    expect(late({ percentPerMonth: "1", mostPercent: 0 })).toEqual([["late-loan", "mostPercent"]]);
    for (const mode of ["interest-free", "murabaha"] as const)
      expect(late({ fineGoesTo: "income" }, mode)).toEqual([["late-loan", "fineGoesTo"]]);
    expect(late({ fineGoesTo: "income" }, "service-fee")).toEqual([]);
  });

  it("are one person who decides, bands without order, and deputies who come too early, too late or from nowhere", () => {
    const decides = (values: Partial<RuleValues["loan-decisions"]>) => fieldsOf("loan-decisions", values);
    const band = { upTo: null, committees: ["loan" as const], quorum: 2, betweenMeetings: true };
    const bandsOf = (...bands: Partial<typeof band>[]) => decides({ bands: bands.map((one) => ({ ...band, ...one })) });
    expect(bandsOf({})).toEqual([]);
    for (const wrong of [{ quorum: 1 }, { committees: [] }, { committees: ["loan" as const, "loan" as const] }])
      expect(bandsOf(wrong)).toEqual([["loan-decisions", "bands"]]);
    expect(bandsOf({}, {})).toEqual([["loan-decisions", "bands"]]);
    expect(decides({ hours: 48, remindHours: 47, deputyHours: null })).toEqual([]);
    expect(decides({ hours: 48, remindHours: 48, deputyHours: null })).toEqual([["loan-decisions", "remindHours"]]);
    for (const deputyHours of [24, 72]) expect(decides({ deputyHours })).toEqual([["loan-decisions", "deputyHours"]]);
    expect(decides({ deputies: [] })).toEqual([["loan-decisions", "deputies"]]);
    expect(decides({ deputies: [], deputyHours: null })).toEqual([]);
  });
});
