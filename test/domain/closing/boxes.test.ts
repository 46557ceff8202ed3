import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { firstRound, say } from "../../../src/domain/closing/blind-count";
import { boxesOfDay } from "../../../src/domain/closing/boxes";
import { afterBox, beginCount, countAgain, stageOf, type BookedDay } from "../../../src/domain/closing/day-count";
import { memberId, type GroupId } from "../../../src/domain/ids";
import { satang, sum } from "../../../src/domain/money";

const groupId = "namkhao" as GroupId;
const [first, second, third] = ["001", "002", "003"].map((no) => memberId(groupId, no)) as [
  ReturnType<typeof memberId>,
  ReturnType<typeof memberId>,
  ReturnType<typeof memberId>,
];
const sums = fc.integer({ min: 1, max: 1_000_000_00 }).map(satang);

describe("boxes that are counted one by one", () => {
  it("come to the cash to the satang, whoever took how much and whatever was paid out", () => {
    fc.assert(
      fc.property(sums, sums, fc.integer({ min: 0, max: 2_000_000_00 }), fc.boolean(), (one, other, cash, atTable) => {
        const taken = new Map([
          [first, one],
          [second, other],
        ]);
        const boxes = boxesOfDay(taken, { cash: satang(cash), treasurers: [atTable ? first : third] });
        expect(sum(boxes.map(({ booked }) => booked))).toBe(cash);
        expect(new Set(boxes.map(({ of }) => of)).size).toBe(boxes.length);
        const held = boxes.find(({ of }) => of === second)?.booked;
        if (atTable) expect(held).toBe(other);
        if (cash === one + other) expect(boxes.map(({ booked }) => booked)).toEqual([one, other]);
      }),
    );
  });

  it("are none where one officer took money, as short as it was", () => {
    const cash = { cash: satang(900_00), treasurers: [first] };
    expect(boxesOfDay(new Map([[second, satang(100_00)]]), cash)).toEqual([]);
    expect(boxesOfDay(new Map(), cash)).toEqual([]);
  });

  it("leave the cash of the morning in the group's own box where the treasurer took nothing", () => {
    const taken = new Map([
      [second, satang(100_00)],
      [third, satang(50_00)],
    ]);
    expect(boxesOfDay(taken, { cash: satang(650_00), treasurers: [first] })).toContainEqual({
      of: null,
      booked: 500_00,
    });
  });

  it("are asked for one after another; the cash is what they come to, and counting again begins with the first", () => {
    const booked: BookedDay = {
      cash: { balance: satang(150_00), lastSeq: 7 },
      bank: null,
      boxes: [
        { of: first, booked: satang(100_00) },
        { of: second, booked: satang(50_00) },
      ],
    };
    const count = beginCount({ dayId: "day", groupId, first, second }, null);
    expect(stageOf(count, booked)).toEqual({ kind: "count", what: "cash", round: 1, box: { of: first } });
    const both = (round: typeof firstRound, amount: number) =>
      say(say(round, first, satang(amount), 7), second, satang(amount), 7);
    const one = afterBox({ ...count, cash: both(count.cash, 80_00) }, booked);
    expect(stageOf(one, booked)).toEqual({ kind: "count", what: "cash", round: 2, box: { of: second } });
    const all = afterBox({ ...one, cash: both(one.cash, 50_00) }, booked);
    expect(stageOf(all, booked)).toMatchObject({ kind: "difference", round: 3, counted: 130_00, difference: -20_00 });
    expect(all.boxes).toEqual([
      { of: first, booked: 100_00, counted: 80_00 },
      { of: second, booked: 50_00, counted: 50_00 },
    ]);
    expect(stageOf(countAgain(all, "cash"), booked)).toMatchObject({ round: 4, box: { of: first } });
  });
});
