import { describe, expect, it } from "@jest/globals";
import { nextPlannedDay, nextWorkingDay, type DayChange } from "../../src/domain/calendar";
import { localDate, type YearMonth } from "../../src/domain/dates";

const rule = { dayOfMonth: 5, from: "09:00", to: "12:00", place: "ศาลา" };
const march = (on: string | null, from: string | null = null): DayChange => ({
  month: "2026-03" as YearMonth,
  on: on === null ? null : localDate(on),
  from,
});

describe("the next working day with changed months", () => {
  it.each([
    ["2026-03-01", [march("2026-03-06")], "2026-03-06"],
    ["2026-03-06", [march("2026-03-06")], "2026-03-06"],
    ["2026-03-07", [march("2026-03-06")], "2026-04-05"],
    ["2026-03-01", [march(null)], "2026-04-05"],
    ["2026-04-01", [march("2026-04-02")], "2026-04-02"],
    ["2026-03-01", [march("2026-04-08")], "2026-04-05"],
    ["2026-03-01", [], "2026-03-05"],
  ])("from %s with %j is %s", (today, changes, on) => {
    expect(nextWorkingDay(rule, localDate(today), changes)).toBe(on);
  });

  it("lasts as long as usual from another hour, at most to the end of the day", () => {
    const hours = (from: string) => {
      const day = nextPlannedDay(rule, localDate("2026-03-01"), [march("2026-03-06", from)]);
      return [day?.from, day?.to];
    };
    expect([hours("13:30"), hours("22:00")]).toEqual([
      ["13:30", "16:30"],
      ["22:00", "23:59"],
    ]);
  });
});
