import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { addDays, dayInMonth, localDate, monthOf } from "../../../src/domain/dates";
import { isPublicHoliday } from "../../../src/domain/holidays";
import { dueDaysByRule } from "../../../src/domain/loans/due-days-by-rule";
import { dueDayRules, holidayMoves, type LoanDueRule } from "../../../src/domain/loans/loan-rules";
import { dueDaysOf } from "../../../src/domain/loans/schedule/due-days";
import { satang } from "../../../src/domain/money";

const rule: LoanDueRule = {
  due: "fixed-day",
  dayOfMonth: 5,
  holidays: "stay",
  firstPeriodDays: 15,
  instalmentMultiple: satang(100),
};
const monthly = { count: 1, unit: "month" } as const;

function daysOf(due: Partial<LoanDueRule>, paidOut: string, instalments: number): string[] {
  const disbursedOn = localDate(paidOut);
  const found = dueDaysByRule({ ...rule, ...due }, { dayOfMonth: 7 }, { disbursedOn, instalments });
  return dueDaysOf({ ...found, every: monthly, instalments, disbursedOn });
}

describe("due days by the rules", () => {
  it("are the working day of each month, a day of the month, or its last, however short it is", () => {
    expect(daysOf({ due: "working-day" }, "2026-01-07", 3)).toEqual(["2026-02-07", "2026-03-07", "2026-04-07"]);
    expect(daysOf({}, "2026-01-07", 2)).toEqual(["2026-02-05", "2026-03-05"]);
    const last = ["2027-11-30", "2027-12-31", "2028-01-31", "2028-02-29", "2028-03-31"];
    expect(daysOf({ due: "month-end" }, "2027-11-01", 5)).toEqual(last);
    expect(daysOf({ dayOfMonth: 30 }, "2027-01-31", 2)).toEqual(["2027-02-28", "2027-03-30"]);
  });

  it("begin when enough days have passed since the payout", () => {
    expect(daysOf({}, "2026-01-21", 1)).toEqual(["2026-02-05"]);
    expect(daysOf({}, "2026-01-22", 1)).toEqual(["2026-03-05"]);
    expect(daysOf({ firstPeriodDays: 1 }, "2026-02-04", 1)).toEqual(["2026-02-05"]);
    expect(daysOf({ firstPeriodDays: 1 }, "2026-02-05", 1)).toEqual(["2026-03-05"]);
  });

  it("go off public holidays, as many days as it takes, and the first never before its time", () => {
    const songkran = { dayOfMonth: 13 };
    expect(daysOf(songkran, "2026-03-20", 1)).toEqual(["2026-04-13"]);
    expect(daysOf({ ...songkran, holidays: "next" }, "2026-03-20", 2)).toEqual(["2026-04-16", "2026-05-13"]);
    expect(daysOf({ ...songkran, holidays: "previous" }, "2026-03-20", 2)).toEqual(["2026-04-12", "2026-05-13"]);
    expect(daysOf({ ...songkran, holidays: "previous" }, "2026-03-29", 1)).toEqual(["2026-05-13"]);
    expect(daysOf({ dayOfMonth: 1, holidays: "previous", firstPeriodDays: 44 }, "2026-11-17", 1)).toEqual([
      "2027-02-01",
    ]);
    expect(daysOf({ due: "month-end", holidays: "next" }, "2026-12-01", 2)).toEqual(["2027-01-02", "2027-01-31"]);
    expect(daysOf({ dayOfMonth: 31, holidays: "next" }, "2026-05-01", 1)).toEqual(["2026-06-01"]);
  });

  it("are listed only where they are not counted from the first", () => {
    const found = (due: Partial<LoanDueRule>, paidOut: string) =>
      dueDaysByRule({ ...rule, ...due }, { dayOfMonth: 7 }, { disbursedOn: localDate(paidOut), instalments: 4 });
    expect(found({ holidays: "next" }, "2026-01-07")).toEqual({ firstDueOn: "2026-02-05" });
    expect(found({ due: "month-end" }, "2027-02-01")).toEqual({
      firstDueOn: "2027-02-28",
      dueOn: ["2027-02-28", "2027-03-31", "2027-04-30", "2027-05-31"],
    });
  });

  it("are one a month, in order, after the payout, and on no holiday that they were to leave", () => {
    const drawn = fc.record({
      due: fc.constantFrom(...dueDayRules),
      dayOfMonth: fc.integer({ min: 1, max: 31 }),
      holidays: fc.constantFrom(...holidayMoves),
      firstPeriodDays: fc.integer({ min: 1, max: 45 }),
      paidOut: fc.nat(700).map((days) => addDays(localDate("2025-01-01"), days)),
      instalments: fc.integer({ min: 1, max: 60 }),
      dayOfWork: fc.integer({ min: 1, max: 31 }),
    });
    fc.assert(
      fc.property(drawn, ({ paidOut, instalments, dayOfWork, ...due }) => {
        const terms = { disbursedOn: paidOut, instalments };
        const given = dueDaysByRule({ ...rule, ...due }, { dayOfMonth: dayOfWork }, terms);
        const days = dueDaysOf({ ...terms, ...given, every: monthly });
        const day = { "working-day": dayOfWork, "fixed-day": due.dayOfMonth, "month-end": 31 }[due.due];
        expect(days).toHaveLength(instalments);
        expect(days[0] && days[0] >= addDays(paidOut, due.firstPeriodDays)).toBe(true);
        expect([...new Set(days)].sort()).toEqual(days);
        if (due.holidays === "stay") expect(days).toEqual(days.map((one) => dayInMonth(monthOf(one), day)));
        else expect(days.filter(isPublicHoliday)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe("public holidays", () => {
  it("are Thailand's by the day as people write it, whatever the zone of the machine", () => {
    const holidays = ["2026-01-01", "2026-03-03", "2026-04-15", "2026-12-05", "2027-04-13"].map(localDate);
    expect(holidays.filter((day) => !isPublicHoliday(day))).toEqual([]);
    const others = ["2025-12-30", "2026-01-02", "2026-04-16", "2026-12-04", "2026-11-30"].map(localDate);
    expect(others.filter(isPublicHoliday)).toEqual([]);
  });
});
