import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { agreedOn, firstRound, isUnequal, nextRound, say, saidBy } from "../../../src/domain/closing/blind-count";
import { beginCount, countAgain, stageOf, withoutVoid } from "../../../src/domain/closing/day-count";
import { doneAlone } from "../../../src/domain/closing/done-alone";
import { aboveLimit, limitOf } from "../../../src/domain/closing/keepers";
import { memberId, type GroupId } from "../../../src/domain/ids";
import type { JournalEntry } from "../../../src/domain/ledger/chain";
import { baht, satang, zero } from "../../../src/domain/money";

const groupId = "namkhao" as GroupId;
const [first, second] = [memberId(groupId, "001"), memberId(groupId, "002")];
const count = beginCount({ dayId: "day", groupId, first, second }, null);
const booked = (cash: number, lastSeq = 7) => ({ cash: { balance: satang(cash), lastSeq }, bank: null });
const both = (sum: number, lastSeq = 7) =>
  say(say(firstRound, first, satang(sum), lastSeq), second, satang(sum), lastSeq);

describe("a count by two people", () => {
  it("agrees exactly where both said the same in one round; the last word of each counts", () => {
    const sums = fc.integer({ min: 0, max: 1_000_00 }).map(satang);
    fc.assert(
      fc.property(sums, sums, sums, (typo, one, other) => {
        const said = say(say(say(firstRound, first, typo, 3), first, one, 3), second, other, 3);
        expect(agreedOn(said)).toBe(one === other ? one : null);
        expect(isUnequal(said)).toBe(one !== other);
        expect(saidBy(nextRound(said), first)).toBeNull();
        expect(nextRound(said).round).toBe(said.round + 1);
      }),
    );
  });

  it("waits for the cash, its difference, its keeper, and is ready then; without cash nobody keeps any", () => {
    expect(stageOf(count, booked(0))).toMatchObject({ kind: "count", what: "cash", round: 1 });
    expect(stageOf({ ...count, cash: both(80_00) }, booked(100_00))).toMatchObject({
      kind: "difference",
      difference: -20_00,
    });
    expect(stageOf({ ...count, cash: both(80_00) }, booked(80_00))).toEqual({ kind: "keeper", cash: 80_00 });
    expect(stageOf({ ...count, cash: both(0) }, booked(0))).toEqual({ kind: "ready" });
    const bank = { balance: satang(5_00), lastSeq: 2 };
    expect(stageOf({ ...count, cash: both(0) }, { ...booked(0), bank })).toMatchObject({ kind: "count", what: "bank" });
    expect(stageOf({ ...count, cash: both(0), bankAbsent: true }, { ...booked(0), bank })).toEqual({ kind: "ready" });
  });

  it("is void once money moved, with the keeper of the cash; what was begun anew never takes an old round again", () => {
    const keeper = { memberId: first, position: "executive.treasurer", limit: zero, hasLine: true, words: [second] };
    const kept = { ...count, cash: both(80_00), keeper };
    expect(withoutVoid(kept, booked(80_00, 7))).toEqual({ count: kept, moved: [] });
    const moved = withoutVoid(kept, booked(130_00, 8));
    expect(moved.moved).toEqual(["cash"]);
    expect(moved.count).toMatchObject({ keeper: null, cash: { round: 2, said: [] } });
    expect(beginCount({ dayId: "day", groupId, first, second }, countAgain(kept, "cash")).cash.round).toBe(3);
  });

  it("lets an office keep what the rules say, and another one nothing", () => {
    const rule = { keepers: [{ position: "treasurer" as const, limit: baht(5_000) }] };
    const treasurer = { memberNo: "001", committee: "executive", position: "treasurer" } as const;
    expect(limitOf(treasurer, rule)).toBe(5_000_00);
    expect(limitOf({ ...treasurer, committee: "loan" }, rule)).toBe(0);
    expect(aboveLimit({ limit: baht(5_000) }, baht(6_000))).toBe(1_000_00);
    expect(aboveLimit({ limit: baht(5_000) }, baht(5_000))).toBe(0);
  });
});

describe("what one person did alone", () => {
  const by = { personId: null, memberId: first, position: "executive.treasurer" };
  const entry = (facts: Partial<JournalEntry>): JournalEntry => ({
    id: "namkhao:000000009" as JournalEntry["id"],
    groupId,
    seq: 9,
    dayId: "day",
    idempotencyKey: "key",
    kind: "expense.paid",
    effectiveOn: "2026-03-05" as JournalEntry["effectiveOn"],
    postedAt: new Date(0),
    actor: by,
    source: "chat",
    withReceipt: true,
    receipt: { series: "", year: 2569, no: 4 },
    postings: [],
    previousHash: "",
    hash: "",
    ...facts,
  });
  const own = [{ groupId, code: "2100", memberId: first, side: "credit", amount: satang(1) }] as const;

  it("is money out and corrections with nobody beside, one's own money, and a code that opened a passbook", () => {
    const alone = doneAlone(
      [
        entry({}),
        entry({ secondedBy: { ...by, memberId: second } }),
        entry({ secondedBy: { ...by, memberId: second }, record: { signedPaper: "photo" } }),
        entry({ kind: "savings.deposit", postings: [...own] }),
        entry({ kind: "savings.deposit", postings: [{ ...own[0], memberId: second }] }),
        entry({ kind: "link.made", record: { memberNo: "015", madeBy: first, secondedBy: null } }),
        entry({ kind: "link.made", record: { memberNo: "016", madeBy: first, secondedBy: second } }),
        entry({ kind: "day.closed" }),
      ],
      (officer) => [officer],
    );
    expect(alone).toEqual([
      { kind: "money-moved", by: first, about: "2569/000004" },
      { kind: "on-paper", by: first, about: "2569/000004" },
      { kind: "own-money", by: first, about: "2569/000004" },
      { kind: "link", by: first, about: "015" },
    ]);
  });
});
