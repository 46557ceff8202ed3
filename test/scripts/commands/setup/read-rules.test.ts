import { describe, expect, it } from "@jest/globals";
import { readRules } from "../../../../scripts/commands/setup/read-rules";
import type { FinanceMode } from "../../../../src/domain/groups/group";
import { baht } from "../../../../src/domain/money";
import { ruleLimits } from "../../../../src/domain/rules/proposal";
import { valuesOf } from "../../../../src/domain/rules/rule-book";
import { ruleKeys } from "../../../../src/domain/rules/rule-values";

const file = "rules/namkhao.yaml";
const head = "resolution: { no: ๓/๒๕๖๙, on: 5/1/2569 }\neffectiveFrom: 1 ก.พ. 2569\n";
const read = (text: string, mode: FinanceMode | null = "interest") => readRules(file, text, mode);
const told = (text: string, mode?: FinanceMode | null) =>
  read(text, mode).problems.map(({ row, field, message }) => [row, field, message]);

describe("a group's rules file", () => {
  it("is read with its resolution, its day and every value; sums in baht, Thai digits and both eras", () => {
    const { rules, problems } = read(`${head}clauses:
  - { no: ๑, key: pledge, th: สัจจะ, values: { minimumBaht: 50, maximumBaht: "1,000", stepBaht: ๕๐, monthsAhead: 6, tellAfterMissed: 2 } }
  - { no: "2", key: late-pledge, th: ปรับ, en: Fine, values: { finePerMonthBaht: 5.50, mostInAllBaht: 60, fineGoesTo: charity } }
  - { no: 2.1, th: ประชุมทุกเดือน }
  - { no: 3, key: entry-fee, th: แรกเข้า, values: { amountBaht: 20 } }
  - { no: 4, key: rounding, th: ปัดเศษ, values: { mode: half-up, multipleSatang: 25 } }
  - { no: 5, key: money-words, th: คำ, values: { interest: { th: ค่าบำรุง }, workingDay: { th: วันออม, en: savings day } } }
  - { no: 6, key: money-kinds, th: รับเงิน, values: { takes: [pledge, special] } }
  - { no: 7, key: cash-overnight, th: เงินสด, values: { keepers: [{ position: chair, limitBaht: 500 }] } }
`);
    expect(problems).toEqual([]);
    if (!rules) throw new Error("it is read");
    expect([rules.resolution, rules.effectiveFrom]).toEqual([{ no: "๓/๒๕๖๙", on: "2026-01-05" }, "2026-02-01"]);
    expect(rules.clauses.slice(0, 8).map(({ no }) => no)).toEqual(["1", "2", "2.1", "3", "4", "5", "6", "7"]);
    expect(valuesOf(rules)).toMatchObject({
      pledge: { minimum: baht(50), maximum: baht(1_000), step: baht(50), monthsAhead: 6, tellAfterMissed: 2 },
      "late-pledge": { finePerMonth: baht(5.5), mostInAll: baht(60), fineGoesTo: "charity" },
      "entry-fee": { amount: baht(20) },
      rounding: { mode: "half-up", multiple: 25 },
      "money-words": { interest: { th: "ค่าบำรุง" }, workingDay: { th: "วันออม", en: "savings day" } },
      "money-kinds": { takes: ["pledge", "special"] },
      "cash-overnight": { keepers: [{ position: "chair", limit: baht(500) }] },
    });
  });

  it("is read with every value of its clauses on loans", () => {
    const { rules, problems } = read(`${head}clauses:
  - no: 1
    key: loan-special
    th: กู้พิเศษ
    values:
      { offered: yes, yearlyRatePercent: ๗.๕, method: equal-instalment, basis: actual/365, instalments: 48, gracePrincipal: 2,
        graceInterest: 1, savingsPercent: none, mostBaht: "80,000", cashPercent: 40, waitingMonths: 12, feeBaht: 0,
        guarantors: [{ upToBaht: "20,000", count: 2 }, { count: 3 }] }
  - { no: 2, key: loan-limits, th: วงเงิน, values: { openLoans: 1, guarantees: 2, guaranteePercent: 200, keptBackBaht: 5000,
      queue: smallest-first, reservedDays: 14, answerDays: 5, renewPercent: none } }
  - { no: 3, key: loan-due-days, th: งวด, values: { due: fixed-day, dayOfMonth: 10, holidays: next, firstPeriodDays: 20, instalmentMultipleBaht: 10 } }
  - { no: 4, key: late-loan, th: ช้า, values: { percentPerMonth: 1, mostPercent: 10, freeDays: 7, fineGoesTo: charity } }
  - no: 5
    key: loan-decisions
    th: ตัดสิน
    values:
      bands: [{ upToBaht: "5,000", committees: [loan], quorum: 2, betweenMeetings: ใช่ }, { committees: [loan, executive], quorum: 4, betweenMeetings: false }]
      tie: chair
      hours: 48
      remindHours: 12
      deputyHours: none
`);
    expect(problems).toEqual([]);
    const values = rules && valuesOf(rules);
    expect(values?.["loan-special"]).toEqual({
      offered: true,
      yearlyRatePercent: "7.5",
      method: "equal-instalment",
      basis: "actual/365",
      instalments: 48,
      gracePrincipal: 2,
      graceInterest: 1,
      savingsPercent: null,
      most: baht(80_000),
      cashPercent: 40,
      waitingMonths: 12,
      guarantors: [
        { upTo: baht(20_000), count: 2 },
        { upTo: null, count: 3 },
      ],
      fee: 0,
    });
    expect(values?.["loan-limits"]).toEqual({
      openLoans: 1,
      guarantees: 2,
      guaranteePercent: 200,
      keptBack: baht(5_000),
      queue: "smallest-first",
      reservedDays: 14,
      answerDays: 5,
      renewPercent: null,
    });
    expect(values?.["loan-due-days"]).toMatchObject({
      due: "fixed-day",
      holidays: "next",
      instalmentMultiple: baht(10),
    });
    expect(values?.["late-loan"]).toMatchObject({ percentPerMonth: "1", mostPercent: 10, freeDays: 7 });
    expect(values?.["loan-decisions"]).toMatchObject({
      bands: [
        { upTo: baht(5_000), committees: ["loan"], quorum: 2, betweenMeetings: true },
        { upTo: null, committees: ["loan", "executive"], quorum: 4, betweenMeetings: false },
      ],
      tie: "chair",
      deputyHours: null,
    });
  });

  it("refuses a loan above what the law allows by its clause, with its number", () => {
    const text = `${head}clauses: [{ no: 9, key: loan-ordinary, th: กู้, values: { yearlyRatePercent: 24 } }]`;
    expect(told(text)).toEqual([
      [
        3,
        "clauses[0].values.yearlyRatePercent",
        expect.stringMatching(/^Clause 9: .* cost 24 per cent a year; .* 15 /),
      ],
    ]);
  });

  it("takes what it leaves out from the shipped rules of the group's finance mode", () => {
    const text = `${head}clauses: [{ no: 9, th: ออมทุกเดือน }]`;
    for (const mode of ["interest", "murabaha"] as const) {
      const { rules } = read(text, mode);
      expect(rules && valuesOf(rules)["late-pledge"].fineGoesTo).toBe(mode === "murabaha" ? "charity" : "income");
      expect(rules?.clauses.map(({ no }) => no)).toEqual(
        ruleKeys.reduce((nos) => [...nos, `${nos.length + 9}`], ["9"]),
      );
    }
  });

  it("is known again by what it says, not by how it is written", () => {
    const hashOf = (text: string) => read(text).rules?.written;
    const one = hashOf(`${head}clauses: [{ no: 1, th: ออมทุกเดือน }]`);
    expect(hashOf(`${head}clauses:\n  - no: "1" # เหมือนเดิม\n    th: "ออมทุกเดือน"\n`)).toBe(one);
    expect(hashOf(`${head}clauses: [{ no: 1, th: ออมทุกปี }]`)).not.toBe(one);
    expect(hashOf(`${head.replace("๓", "๔")}clauses: [{ no: 1, th: ออมทุกเดือน }]`)).not.toBe(one);
  });

  it("names row, field and reason of everything that it cannot take, all at once", () => {
    const text = `resolution: { on: soon }
clauses:
  - { no: ห้า, th: "<b>ออม</b>" }
  - { no: 2, th: ดี, values: { amountBaht: 5 } }
  - { no: 2, key: entry-fee, th: ดี, values: { amountBaht: -5, perYear: 1 } }
  - { no: 3, key: entry-fee, th: ดี }
  - { no: 4, key: fines, th: ดี }
  - { no: 5, th: "${"ก".repeat(ruleLimits.text + 1)}" }
`;
    expect(told(text)).toEqual(
      [
        [1, "resolution.no", "This is missing."],
        [1, "resolution.on", expect.stringContaining('"soon" is not a date')],
        [2, "effectiveFrom", "This is missing."],
        [3, "clauses[0].no", "A clause has a number such as 5 or 5.1."],
        [3, "clauses[0].th", "The text holds < or >: cards show plain text."],
        [4, "clauses[1].values", "A clause with values names its key."],
        [5, "clauses[2].no", "Clause 2 stands twice."],
        [5, "clauses[2].values.amountBaht", expect.stringContaining("negative")],
        [5, "clauses[2].values.perYear", "The key perYear is unknown here."],
        [6, "clauses[3].key", "The key entry-fee stands twice."],
        [7, "clauses[4].key", expect.stringContaining("This is none of pledge, late-pledge")],
        [8, "clauses[5].th", `The text is longer than ${ruleLimits.text} characters.`],
      ].map(([row, ...rest]) => [row === 2 ? expect.any(Number) : row, ...rest]),
    );
  });

  it("refuses a fine above the cap by its clause, and values that cannot stand together", () => {
    const clause = (key: string, values: string) =>
      `${head}clauses:\n  - { no: 7, key: ${key}, th: ข้อ, values: { ${values} } }`;
    expect(told(clause("late-pledge", "finePerMonthBaht: 101, mostInAllBaht: 500"))).toEqual([
      [4, "clauses[0].values.finePerMonthBaht", expect.stringMatching(/^Clause 7: A fine is at most 100 baht a month/)],
    ]);
    expect(told(clause("pledge", "minimumBaht: 100, maximumBaht: 50"))).toEqual([
      [4, "clauses[0].values.maximumBaht", "Clause 7: The largest pledge is less than the smallest."],
    ]);
    expect(told(clause("late-pledge", "fineGoesTo: income"), "interest-free")).toHaveLength(1);
    expect(told(clause("late-pledge", "fineGoesTo: income"), null)).toEqual([]);
  });

  it("does not take five thousand for five where a comma ends the value", () => {
    expect(told(`${head}clauses:\n  - { no: 1, key: entry-fee, th: ข้อ, values: { amountBaht: 5,000 } }`)).toEqual([
      [4, null, expect.stringContaining("write a sum with a separator in quotes")],
    ]);
  });

  it("begins with its meeting at the earliest, and holds a clause at least", () => {
    expect(
      told("resolution: { no: 1/2569, on: 2026-02-02 }\neffectiveFrom: 2026-02-01\nclauses: [{ no: 1, th: ออม }]"),
    ).toEqual([[2, "effectiveFrom", "Rules are in force from their resolution's day at the earliest."]]);
    expect(told(`${head}clauses: []`)).toEqual([[3, "clauses", "A rule book has at least one clause."]]);
    expect(told("clauses: [")[0]?.[2]).toContain("The file is no proper YAML");
  });
});
