import { describe, expect, it } from "@jest/globals";
import { localDate } from "../../src/domain/dates";
import { baht } from "../../src/domain/money";
import { costRow } from "../../src/messages/loan-request-rows";
import { speak } from "../../src/messages/speak";

describe("what a loan costs", () => {
  const day = localDate("2026-04-05");
  const summary = {
    ...{ first: baht(1_000), isEven: true, payments: 12, firstDueOn: day, lastDueOn: day },
    totalInterest: baht(900),
  };
  const told = (effectiveYearlyBps: number): string =>
    JSON.stringify(costRow(speak({ language: "th" }), { name: { th: "บ้านนา" } }, { ...summary, effectiveYearlyBps }));

  it("says why its yearly rate reads above the cap that the rules keep, and nothing of it below", () => {
    expect(told(1_512)).toMatch(/15\.12 ต่อปี ดูสูงเพราะงวดแรกนานกว่าหนึ่งเดือน/);
    expect(told(1_500)).not.toContain("ดูสูง");
  });
});
