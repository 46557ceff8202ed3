import { describe, expect, it } from "@jest/globals";
import { clockMoves, nextWorkingMorning } from "../../../../scripts/simulator/page/data/clock-moves";

const at = (text: string): Date => new Date(`${text}+07:00`);

describe("the buttons of the clock", () => {
  it.each([
    ["2026-03-02T09:00", "2026-03-05T08:30"],
    ["2026-03-05T08:29", "2026-03-05T08:30"],
    ["2026-03-05T08:30", "2026-04-05T08:30"],
    ["2026-12-31T23:59", "2027-01-05T08:30"],
  ])("from %s lead to the morning %s", (now, morning) => {
    expect(nextWorkingMorning(at(now))).toEqual(at(morning));
  });

  it("always lead forward", () => {
    const now = at("2026-03-05T08:30");
    expect(clockMoves(now).filter(({ to }) => to <= now)).toEqual([]);
    expect(clockMoves(now).map(({ name }) => name)).toEqual(["hour", "workingDay", "threeDays"]);
  });
});
