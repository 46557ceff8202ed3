import { describe, expect, it } from "@jest/globals";
import { addDays, localDate, type YearMonth } from "../../../src/domain/dates";
import { paperTerms, type PaperContract } from "../../../src/domain/loans/paper-terms";
import { standingOf } from "../../../src/domain/loans/standing";
import { baht } from "../../../src/domain/money";
import { rulesOn } from "../../../src/domain/rules/rule-book";
import { contractOf, payment, payout } from "./contract-builders";

const rules = rulesOn([], "interest", localDate("2026-11-02"));
const paper: PaperContract = {
  product: "กู้สามัญ",
  disbursedOn: localDate("2025-06-05"),
  instalments: 36,
  paidThrough: "2026-08" as YearMonth,
  yearlyRatePercent: "12",
  method: "ร้อยละบาทต่อเดือน จากเงินต้นคงเหลือ",
};
const read = (over: Partial<PaperContract> = {}) =>
  paperTerms({ ...paper, ...over }, baht(37_550), { rules, workingDay: { dayOfMonth: 5 } });

describe("a contract taken over from paper", () => {
  it("goes on after the month that is paid, with what is owed in the instalments that are left", () => {
    expect(read()).toMatchObject({
      principal: baht(37_550),
      method: "monthly-on-outstanding",
      instalments: 22,
      disbursedOn: "2026-08-05",
      firstDueOn: "2026-09-05",
    });
  });

  it("asks 375 a month of 37,550; three months and 5,000 of principal later, 325", () => {
    const terms = read();
    if (!terms) throw new Error("this paper can be read");
    const on = localDate("2026-11-05");
    const standing = (entries: Parameters<typeof standingOf>[1], day = on) =>
      standingOf(contractOf(terms), entries, {
        on: day,
        closedOn: [],
        late: () => rules.values["late-loan"],
      });
    expect(standing([payout(terms)])).toMatchObject({ interestDue: baht(1_125), missed: 0 });
    const entries = [payout(terms), payment(2, on, { interest: baht(1_125), principal: baht(5_000) })];
    const paid = standing(entries, addDays(on, 1));
    expect(paid).toMatchObject({ outstanding: baht(32_550), interestDue: 0 });
    expect(paid?.instalments[3]?.interest).toBe(baht(325));
  });

  it.each([{ method: "คงที่" }, { method: "" }, { instalments: null }, { paidThrough: null }, { yearlyRatePercent: "" }])(
    "stays with its paper where that does not say enough: %j",
    (over) => {
      expect(read(over)).toBeNull();
    },
  );
});
