import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import {
  addDays,
  addMonths,
  dayInMonth,
  daysBetween,
  instantOf,
  isLocalDate,
  localDate,
  localDateOf,
  localTimeOf,
  monthOf,
  weekdayOf,
  type YearMonth,
} from "../../src/domain/dates";
import { nextWorkingDay } from "../../src/domain/calendar";

const instants = fc.date({
  min: new Date("1990-01-01T00:00:00Z"),
  max: new Date("2100-01-01T00:00:00Z"),
  noInvalidDate: true,
});
const intl = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Asia/Bangkok",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});
const intlTime = new Intl.DateTimeFormat("en-GB", { timeZone: "Asia/Bangkok", hour: "2-digit", minute: "2-digit" });

describe("days in Bangkok", () => {
  it("are the same as Intl's, whatever the machine's zone", () => {
    fc.assert(
      fc.property(instants, (instant) => {
        expect(localDateOf(instant)).toBe(intl.format(instant));
        expect(localTimeOf(instant)).toBe(intlTime.format(instant));
      }),
    );
  });

  it("begin at their own midnight", () => {
    expect(instantOf(localDate("2026-03-01")).toISOString()).toBe("2026-02-28T17:00:00.000Z");
    expect(localDateOf(new Date("2026-02-28T17:00:00Z"))).toBe("2026-03-01");
    expect(localDateOf(new Date("2026-02-28T16:59:59Z"))).toBe("2026-02-28");
  });

  it("add and count up alike", () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: -5000, max: 5000 }), (instant, days) => {
        const day = localDateOf(instant);
        expect(daysBetween(day, addDays(day, days))).toBe(days);
        expect(weekdayOf(addDays(day, 7))).toBe(weekdayOf(day));
      }),
    );
  });

  it("refuse what is no day", () => {
    for (const text of ["2026-02-30", "2026-13-01", "26-01-01", "2026-1-1", "", "2026-01-01T00:00"])
      expect(isLocalDate(text)).toBe(false);
    expect(() => localDate("2026-02-30")).toThrow(RangeError);
  });

  it("keep to the end of a short month", () => {
    expect(dayInMonth("2026-02" as YearMonth, 31)).toBe("2026-02-28");
    expect(dayInMonth("2028-02" as YearMonth, 31)).toBe("2028-02-29");
    expect(addMonths("2026-11" as YearMonth, 3)).toBe("2027-02");
    expect(monthOf(localDate("2026-11-25"))).toBe("2026-11");
  });

  it("find the next working day", () => {
    const rule = { dayOfMonth: 31, from: "09:00", to: "12:00", place: "x" };
    expect(nextWorkingDay(rule, localDate("2026-02-10"))).toBe("2026-02-28");
    expect(nextWorkingDay({ ...rule, dayOfMonth: 5 }, localDate("2026-03-05"))).toBe("2026-03-05");
    expect(nextWorkingDay({ ...rule, dayOfMonth: 5 }, localDate("2026-12-06"))).toBe("2027-01-05");
  });
});
