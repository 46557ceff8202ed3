import { describe, expect, it } from "@jest/globals";
import { localDate } from "../../../../src/domain/dates";
import type { GroupId } from "../../../../src/domain/ids";
import {
  barOf,
  limitBroken,
  missingGuarantors,
  nextAnswerUntil,
  type GuarantorFacts,
} from "../../../../src/domain/loans/requests/guarantors";
import { inQueueOrder } from "../../../../src/domain/loans/requests/queue";
import type { NamedGuarantor } from "../../../../src/domain/loans/requests/request";
import { baht, zero } from "../../../../src/domain/money";
import { rulesNumbered, type RuleBook } from "../../../../src/domain/rules/rule-book";
import { memberOf } from "../../../support/member";

const shipped = rulesNumbered([], "interest", 0);
const limits = shipped.values["loan-limits"];
const byPercent: RuleBook = {
  ...shipped,
  values: { ...shipped.values, "loan-limits": { ...limits, guaranteePercent: 200 } },
};
const group = "namkhao" as GroupId;
const member = (no: string, facts: Parameters<typeof memberOf>[2] = {}) => memberOf(group, no, facts);
const free: GuarantorFacts = { guarantees: 0, exposure: zero, savings: baht(5_000), missed: 0 };

function named(no: string, state: NamedGuarantor["state"], askedAt = new Date("2026-03-01T02:00:00Z")): NamedGuarantor {
  const memberId = member(no).id;
  return { memberId, memberNo: no, amount: baht(9_000), state, askedAt, answeredAt: null, enteredBy: null };
}

describe("who may stand as guarantor", () => {
  const borrower = member("012", { spouseNo: "013" });
  const request = { amount: baht(9_000), guarantors: [named("020", "declined"), named("021", "expired")] };
  const others = [member("040"), member("041", { guardianNo: "042", bornOn: localDate("1950-01-01") })];
  const bar = (no: string, facts = free, of: Parameters<typeof memberOf>[2] = {}, rules = shipped) =>
    barOf(rules, { request, borrower, candidate: member(no, of), others, facts, on: localDate("2026-03-06") });

  it.each<[string, ReturnType<typeof bar>, ReturnType<typeof bar>]>([
    ["the borrower herself", bar("012"), "own"],
    ["her spouse, by either's row", bar("013"), "spouse"],
    ["a spouse whom only his own row names", bar("014", free, { spouseNo: "012" }), "spouse"],
    ["a child whose guardian keeps her passbook", bar("015", free, { guardianNo: "016" }), "minor"],
    ["a child by her title", bar("015", free, { name: "ด.ญ. แก้ว ใจงาม" }), "minor"],
    ["who is 20 tomorrow", bar("015", free, { bornOn: localDate("2006-03-07") }), "minor"],
    ["who is 20 today", bar("015", free, { bornOn: localDate("2006-03-06") }), null],
    ["who is married before", bar("015", free, { bornOn: localDate("2007-03-06"), spouseNo: "016" }), null],
    [
      "an old woman whose passbook her son keeps",
      bar("015", free, { guardianNo: "016", bornOn: localDate("1940-01-01") }),
      null,
    ],
    ["the borrower's ward", bar("015", free, { guardianNo: "012", bornOn: localDate("1940-01-01") }), "ward"],
    ["the ward of who stands for it", bar("015", free, { guardianNo: "040" }), "ward"],
    ["the guardian of who stands for it", bar("042"), "ward"],
    ["who declined", bar("020"), "named"],
    ["who did not answer in time, once more", bar("021"), null],
    ["who is no active member", bar("015", free, { status: "pending" }), "rules"],
    ["an occupational group", bar("015", free, { kind: "occupational-group" }), "rules"],
    ["who guarantees as many as she may", bar("015", { ...free, guarantees: limits.guarantees }), "rules"],
    ["who is behind herself", bar("015", { ...free, missed: 1 }), "rules"],
    [
      "who would stand for more than the rules allow",
      bar("015", { ...free, exposure: baht(1_001) }, {}, byPercent),
      "rules",
    ],
    ["who stands for just as much", bar("015", { ...free, exposure: baht(1_000) }, {}, byPercent), null],
    ["anybody else", bar("015"), null],
  ])("%s", (_who, found, expected) => {
    expect(found).toBe(expected);
  });

  it("counts those who were asked or agreed, and waits for the one who was asked first", () => {
    const guarantors = [
      named("031", "asked", new Date("2026-03-03T02:00:00Z")),
      named("032", "agreed"),
      named("033", "left"),
      named("034", "asked", new Date("2026-03-02T02:00:00Z")),
    ];
    expect(missingGuarantors({ guarantors, guarantorsNeeded: 4 })).toBe(1);
    expect(nextAnswerUntil(guarantors, 7)).toEqual(new Date("2026-03-09T02:00:00Z"));
    expect(nextAnswerUntil([named("032", "agreed")], 7)).toBeNull();
    expect(limitBroken(byPercent, free, baht(10_000))).toBeNull();
    expect(limitBroken(byPercent, free, baht(10_001))).toEqual({
      bound: "sum",
      has: baht(10_001),
      limit: baht(10_000),
    });
  });

  it("puts requests into the order of the rules", () => {
    const at = (id: string, no: string, amount: number, day: number) => ({
      id,
      memberId: member(no).id,
      amount: baht(amount),
      putAt: new Date(Date.UTC(2026, 2, day)),
    });
    const requests = [at("a", "001", 5_000, 3), at("b", "002", 9_000, 1), at("c", "003", 5_000, 2)];
    const order = (rule: Parameters<typeof inQueueOrder>[1]) =>
      inQueueOrder(requests, rule, new Set([member("002").id, member("003").id])).map(({ id }) => id);
    expect([order("by-date"), order("smallest-first"), order("first-loan-first")]).toEqual([
      ["b", "c", "a"],
      ["c", "a", "b"],
      ["a", "b", "c"],
    ]);
  });
});
