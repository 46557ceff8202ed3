import { describe, expect, it } from "@jest/globals";
import { baht } from "../../../src/domain/money";
import { changesBetween } from "../../../src/domain/rules/changes";
import type { Clause } from "../../../src/domain/rules/rule-book";

const plain = (no: string, th: string): Clause => ({ no, text: { th }, key: null, values: null });
const fee = (no: string, th: string, amount: number): Clause => ({
  no,
  text: { th },
  key: "entry-fee",
  values: { amount: baht(amount) },
});
const told = (before: Clause[], after: Clause[]) =>
  changesBetween({ clauses: before }, { clauses: after }).map((change) => [
    change.before?.no ?? null,
    change.after?.no ?? null,
    change.valuesDiffer,
  ]);

describe("what a version changes", () => {
  it("is nothing where only numbers moved", () => {
    expect(told([plain("1", "ก"), fee("2", "ข", 20)], [fee("1", "ข", 20), plain("2", "ก")])).toEqual([]);
  });

  it("is a value though the words stay, words though the value stays, and a translation", () => {
    expect(told([fee("2", "ข", 20)], [fee("2", "ข", 30)])).toEqual([["2", "2", true]]);
    expect(told([fee("2", "ข", 20)], [fee("3", "ค", 20)])).toEqual([["2", "3", false]]);
    const english = { ...plain("1", "ก"), text: { th: "ก", en: "a" } };
    expect(told([plain("1", "ก")], [english])).toEqual([["1", "1", false]]);
  });

  it("is what came and what went, each once; a clause of people is known by its words, else by its number", () => {
    expect(told([plain("1", "ก"), plain("2", "ข")], [plain("1", "ข"), plain("2", "ค")])).toEqual([
      [null, "2", false],
      ["1", null, false],
    ]);
    expect(told([plain("1", "ก")], [plain("1", "ค")])).toEqual([["1", "1", false]]);
    expect(told([], [fee("1", "ข", 20)])).toEqual([[null, "1", true]]);
  });
});
