import { describe, expect, it } from "@jest/globals";
import { yearsOf } from "../../src/understanding/years";

describe("the years of the Common Era that digits can mean", () => {
  it.each([
    ["68", null, [2025]],
    ["50", null, [2007]],
    ["99", null, [2056]],
    ["49", null, [2049, 2006]],
    ["00", null, [2000, 1957]],
    ["25", "buddhist", [1982]],
    ["25", "common", [2025]],
    ["68", "common", [2068]],
    ["2568", null, [2025]],
    ["2568", "buddhist", [2025]],
    ["2025", null, [2025]],
    ["2025", "common", [2025]],
    ["1900", null, [1900]],
    ["2100", null, [2100]],
    ["2443", null, [1900]],
    ["2643", null, [2100]],
  ] as const)("%s (era %s): %j", (digits, era, years) => {
    expect(yearsOf(digits, era)).toEqual(years);
  });

  it.each([
    ["1899", null],
    ["2101", null],
    ["2399", null],
    ["2400", null],
    ["2442", null],
    ["2644", null],
    ["2025", "buddhist"],
    ["2568", "common"],
  ] as const)("%s (era %s) is none", (digits, era) => {
    expect(yearsOf(digits, era)).toEqual([]);
  });
});
