import { describe, expect, it } from "@jest/globals";
import { localDate } from "../../src/domain/dates";
import { readMovedDay } from "../../src/understanding/calendar-line";

describe("the day to which a working day is moved", () => {
  it.each([
    ["เป็น 6 ธ.ค. 09.00", "2026-12-06 09:00"],
    ["เป็น 6 ม.ค. 70 09.00", "2027-01-06 09:00"],
    ["เป็น 6 มี.ค. 70", "2027-03-06 -"],
    ["ธ.ค. 6 9.30", "2026-12-06 09:30"],
    ["เป็น มกราคม 6", "2027-01-06 -"],
    ["เป็น 6 ม.ค. หรือ 7 ม.ค.", "-"],
    ["เป็นวันศุกร์หน้า", "-"],
  ])("%s: %s", (said, expected) => {
    const moved = readMovedDay(said, localDate("2026-11-24"));
    expect(moved ? `${moved.on} ${moved.from ?? "-"}` : "-").toBe(expected);
  });
});
