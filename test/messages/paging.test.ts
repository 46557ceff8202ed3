import { describe, expect, it } from "@jest/globals";
import { linesOf, rowsThatFit } from "../../src/messages/paging";

describe("the rows that one card has room for", () => {
  const fitting = (heights: readonly number[], room = 100, button = 30) =>
    rowsThatFit(heights, { room, button, height: (row) => row });

  it("are all of them where they fit, to the last pixel", () => {
    expect(fitting([40, 30, 30])).toEqual([40, 30, 30]);
    expect(fitting([])).toEqual([]);
  });

  it("leave room for the button where some are left over", () => {
    expect(fitting([40, 30, 31])).toEqual([40, 30]);
    expect(fitting([40, 31, 30])).toEqual([40]);
  });

  it("are one at least, so that every row is shown once, and eight at most", () => {
    expect(fitting([200, 1])).toEqual([200]);
    expect(fitting(Array.from({ length: 9 }, () => 1))).toHaveLength(8);
    expect(fitting(Array.from({ length: 8 }, () => 1))).toHaveLength(8);
  });

  it("are counted in lines of graphemes, one for an empty text", () => {
    expect(linesOf("", 10)).toBe(1);
    expect(linesOf("น้ำผึ้ง", 4)).toBe(1);
    expect(linesOf("0123456789", 10)).toBe(1);
    expect(linesOf("0123456789.", 10)).toBe(2);
  });
});
