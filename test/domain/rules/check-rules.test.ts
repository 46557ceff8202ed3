import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { FinanceMode } from "../../../src/domain/groups/group";
import { baht, satang, zero } from "../../../src/domain/money";
import { checkRules } from "../../../src/domain/rules/check-rules";
import { completeClauses } from "../../../src/domain/rules/complete";
import { lateFine } from "../../../src/domain/rules/fines";
import type { RuleKey, RuleValues } from "../../../src/domain/rules/rule-values";

function problemsOf<Key extends RuleKey>(key: Key, values: Partial<RuleValues[Key]>, mode: FinanceMode = "interest") {
  const written = { no: "1", text: { th: "ข้อ" }, key, values: values as Partial<RuleValues[RuleKey]> };
  return checkRules(completeClauses([written], mode), mode).map((problem) => [problem.key, problem.field]);
}

describe("rules that no group can have", () => {
  it("are pledges whose limits cross", () => {
    expect(problemsOf("pledge", { minimum: baht(50), maximum: baht(40) })).toEqual([["pledge", "maximumBaht"]]);
    expect(problemsOf("pledge", { minimum: baht(15) })).toEqual([["pledge", "minimumBaht"]]);
    expect(problemsOf("pledge", { minimum: zero })).toEqual([["pledge", "minimumBaht"]]);
    expect(problemsOf("pledge", { step: zero })).toEqual([["pledge", "stepBaht"]]);
    expect(problemsOf("pledge", { minimum: baht(50), maximum: baht(50), step: baht(50) })).toEqual([]);
  });

  it("are fines above the cap, in all less than a month's, or income where they may not be", () => {
    expect(problemsOf("late-pledge", { finePerMonth: baht(100), mostInAll: baht(1_200) })).toEqual([]);
    expect(problemsOf("late-pledge", { finePerMonth: satang(100_01), mostInAll: baht(200) })).toEqual([
      ["late-pledge", "finePerMonthBaht"],
    ]);
    expect(problemsOf("late-pledge", { mostInAll: satang(1_200_01) })).toEqual([["late-pledge", "mostInAllBaht"]]);
    expect(problemsOf("late-pledge", { finePerMonth: baht(10) })).toEqual([["late-pledge", "mostInAllBaht"]]);
    for (const mode of ["interest-free", "murabaha"] as const)
      expect(problemsOf("late-pledge", { fineGoesTo: "income" }, mode)).toEqual([["late-pledge", "fineGoesTo"]]);
    expect(problemsOf("late-pledge", { fineGoesTo: "income" }, "service-fee")).toEqual([]);
  });

  it("are words of interest, and its money, in a group that charges none", () => {
    const words = { interest: { th: "ดอกเบี้ย" } };
    expect(problemsOf("money-words", words)).toEqual([]);
    expect(problemsOf("money-words", words, "service-fee")).toEqual([["money-words", "interest"]]);
    expect(problemsOf("money-words", { interest: { th: "ค่าบำรุง", en: "Interest" } }, "murabaha")).toEqual([
      ["money-words", "interest"],
    ]);
    expect(problemsOf("money-kinds", { takes: ["pledge", "interest"] }, "interest-free")).toEqual([
      ["money-kinds", "takes"],
    ]);
  });

  it("are a desk without the pledge, and a thing named twice", () => {
    expect(problemsOf("money-kinds", { takes: ["special"] })).toEqual([["money-kinds", "takes"]]);
    expect(problemsOf("money-kinds", { takes: ["pledge", "pledge"] })).toEqual([["money-kinds", "takes"]]);
    const keeper = { position: "treasurer", limit: baht(100) } as const;
    expect(problemsOf("cash-overnight", { keepers: [keeper, { ...keeper, limit: zero }] })).toEqual([
      ["cash-overnight", "keepers"],
    ]);
    expect(problemsOf("cash-overnight", { keepers: [] })).toEqual([]);
  });
});

describe("the fine for missed months", () => {
  const fine = { finePerMonth: baht(10), mostInAll: baht(50), fineGoesTo: "income" } as const;

  it.each([
    [0, 100, 0],
    [1, 100, 10],
    [3, 100, 30],
    [6, 100, 50],
    [3, 5, 15],
  ])("of %i months of %i baht is %i baht", (missedMonths, pledge, expected) => {
    expect(lateFine(fine, { missedMonths, owed: baht(pledge * missedMonths) })).toBe(baht(expected));
  });

  it("is whole satang and never more than the pledge that is owed", () => {
    const sums = fc.integer({ min: 0, max: 100_00 });
    fc.assert(
      fc.property(sums, sums, sums, fc.integer({ min: 0, max: 60 }), (perMonth, most, pledge, missedMonths) => {
        const clause = { ...fine, finePerMonth: satang(perMonth), mostInAll: satang(most) };
        const found = lateFine(clause, { missedMonths, owed: satang(pledge * missedMonths) });
        return Number.isSafeInteger(found) && found >= 0 && found <= most && found <= pledge * missedMonths;
      }),
    );
  });
});
