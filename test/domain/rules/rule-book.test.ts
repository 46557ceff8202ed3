import { describe, expect, it } from "@jest/globals";
import { localDate } from "../../../src/domain/dates";
import { financeModes } from "../../../src/domain/groups/group";
import { baht } from "../../../src/domain/money";
import { checkRules } from "../../../src/domain/rules/check-rules";
import { completeClauses } from "../../../src/domain/rules/complete";
import { changesBetween } from "../../../src/domain/rules/changes";
import {
  clauseOf,
  comingRules,
  rulesOn,
  templateVersion,
  withNewerKeys,
  type Clause,
  type RuleVersion,
} from "../../../src/domain/rules/rule-book";
import { ruleKeys } from "../../../src/domain/rules/rule-values";
import { hashOfVersion, saySameRules } from "../../../src/domain/rules/seal-version";
import { templateFor } from "../../../src/domain/rules/templates/template";

const isOrdinary = ({ key }: Clause): boolean => key === "loan-ordinary";

const version = (number: number, effectiveFrom: string, fee: number): RuleVersion => ({
  number,
  effectiveFrom: localDate(effectiveFrom),
  resolution: { no: `${number}/2569`, on: localDate("2026-01-05") },
  clauses: completeClauses(
    [{ no: "1", text: { th: "ค่าแรกเข้า" }, key: "entry-fee", values: { amount: baht(fee) } }],
    "interest",
  ),
});

describe("the shipped rules", () => {
  it.each(financeModes)("of %s hold every value, within every cap, in Thai and English", (mode) => {
    const clauses = templateFor(mode);
    expect(checkRules(clauses, mode)).toEqual([]);
    expect(clauses.flatMap(({ key }) => key ?? []).sort()).toEqual([...ruleKeys].sort());
    expect(clauses.map(({ no }) => no)).toEqual(clauses.map((_, index) => String(index + 1)));
    for (const { text } of clauses) {
      expect(text.th).toMatch(/\p{Script=Thai}/u);
      expect(text.en).toMatch(/[a-z]/);
    }
  });

  it("have no word of interest where the group charges none, and there no fine is the group's income without its will", () => {
    for (const mode of financeModes.filter((one) => one !== "interest")) {
      const { interest, workingDay } = clauseOf(templateVersion(mode), "money-words").values;
      const said = JSON.stringify([templateFor(mode).map(({ text }) => text), interest, workingDay]);
      expect(said).not.toMatch(/ดอกเบี้ย|interest/i);
    }
    for (const mode of ["interest-free", "murabaha"] as const)
      for (const key of ["late-pledge", "late-loan"] as const)
        expect(clauseOf(templateVersion(mode), key).values.fineGoesTo).toBe("charity");
  });
});

describe("the rules in force", () => {
  const versions = [version(1, "2026-02-01", 20), version(2, "2026-04-01", 30), version(3, "2026-04-01", 40)];
  const feeOn = (on: string) => {
    const { number, values } = rulesOn(versions, "interest", localDate(on));
    return [number, values["entry-fee"].amount];
  };

  it("are the latest whose day has come; before the group's first, and without one, the shipped ones", () => {
    expect(feeOn("2026-01-31")).toEqual([0, 0]);
    expect(feeOn("2026-02-01")).toEqual([1, baht(20)]);
    expect(feeOn("2026-03-31")).toEqual([1, baht(20)]);
    expect(feeOn("2026-04-01")).toEqual([3, baht(40)]);
    expect(rulesOn([], "murabaha", localDate("2026-04-01"))).toMatchObject({ number: 0, resolution: null });
  });

  it("of a version from before there were loans take the shipped clauses on them, and change nothing by that", () => {
    const whole = version(1, "2026-02-01", 20);
    const old = { ...whole, clauses: whole.clauses.filter(({ key }) => !key?.includes("loan")) };
    const book = rulesOn([old], "murabaha", localDate("2026-03-01"));
    expect(book.values["loan-ordinary"]).toEqual(templateVersion("murabaha").clauses.find(isOrdinary)?.values);
    expect(book.clauses.slice(0, old.clauses.length)).toEqual(old.clauses);
    expect(changesBetween(withNewerKeys(old, "interest"), whole)).toEqual([]);
    expect(changesBetween(old, whole)).toHaveLength(9);
  });

  it("name what comes after the day, the next first", () => {
    const numbers = (on: string) => comingRules(versions, localDate(on)).map(({ number }) => number);
    expect(numbers("2026-01-31")).toEqual([1, 2, 3]);
    expect(numbers("2026-02-01")).toEqual([2, 3]);
    expect(numbers("2026-04-01")).toEqual([]);
  });
});

describe("what a group leaves out", () => {
  it("comes from the shipped rules: values within a clause, and clauses under the next free numbers", () => {
    const clauses = completeClauses(
      [
        { no: "4", text: { th: "สัจจะ" }, key: "pledge", values: { minimum: baht(50) } },
        { no: "5.1", text: { th: "ประชุมทุกเดือน" }, key: null, values: {} },
      ],
      "interest",
    );
    expect(clauseOf({ clauses }, "pledge").values).toEqual({
      minimum: baht(50),
      maximum: null,
      step: baht(10),
      monthsAhead: 12,
      tellAfterMissed: 3,
    });
    expect(clauses.map(({ no, key }) => [no, key])).toEqual([
      ["4", "pledge"],
      ["5.1", null],
      ["6", "late-pledge"],
      ["7", "entry-fee"],
      ["8", "money-words"],
      ["9", "money-kinds"],
      ["10", "rounding"],
      ["11", "cash-overnight"],
      ["12", "loan-ordinary"],
      ["13", "loan-emergency"],
      ["14", "loan-production"],
      ["15", "loan-in-kind"],
      ["16", "loan-special"],
      ["17", "loan-limits"],
      ["18", "loan-due-days"],
      ["19", "late-loan"],
      ["20", "loan-decisions"],
    ]);
  });
});

describe("a version's hash", () => {
  it("changes with every part of what it says, and not with the order in which values are stored", () => {
    const first = version(1, "2026-02-01", 20);
    const reordered = {
      ...first,
      clauses: first.clauses.map((clause) => ({
        ...clause,
        values: clause.values && Object.fromEntries(Object.entries(clause.values).reverse()),
      })),
    } as RuleVersion;
    expect(hashOfVersion(reordered)).toBe(hashOfVersion(first));
    const [opening, ...rest] = first.clauses;
    if (!opening) throw new Error("a version has clauses");
    const others: RuleVersion[] = [
      { ...first, number: 2 },
      { ...first, effectiveFrom: localDate("2026-02-02") },
      { ...first, resolution: { no: "1/2568", on: localDate("2026-01-05") } },
      { ...first, clauses: rest },
      { ...first, clauses: [{ ...opening, text: { th: "ค่าแรกเข้า " } }, ...rest] },
      version(1, "2026-02-01", 21),
    ];
    expect(new Set([first, ...others].map(hashOfVersion)).size).toBe(others.length + 1);
    expect(saySameRules(first, { ...first, number: 2 })).toBe(true);
    expect(others.slice(1).filter((other) => saySameRules(first, other))).toEqual([]);
  });
});
