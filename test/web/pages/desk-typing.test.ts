import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { DeskHouseholdTexts } from "../../../src/messages/desk-page";
import { findHouseholds } from "../../../src/web/pages/desk/data/find-households";
import { sumsOf } from "../../../src/web/pages/desk/data/sums";
import { typed, type PadKey } from "../../../src/web/pages/desk/editor/typing";

const pad: PadKey[] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "00", ".", "delete", "clear"];
const press = (keys: readonly PadKey[], begin = "") =>
  keys.reduce((text, key, at) => typed(text, key, at === 0 && begin !== ""), begin);
const field = { key: "pledge", purpose: "pledge" as const, label: "เงินสัจจะ", owed: null };

describe("the pad", () => {
  it.each([
    [["1", "00"], "", "100"],
    [["5", "0"], "100", "50"],
    [["delete"], "100", ""],
    [["3", "7", ".", "5", "0", "9"], "", "37.50"],
    [["0", "0", "7"], "", "7"],
    [[".", "5"], "", "0.5"],
  ] as [PadKey[], string, string][])("%j on «%s» is «%s»", (keys, begin, text) => {
    expect(press(keys, begin)).toBe(text);
  });

  it("writes nothing that is no sum of money", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pad), { maxLength: 20 }), (keys) => {
        const sums = sumsOf([field], { pledge: press(keys) });
        expect(sums).not.toBeNull();
        expect(sums?.every(({ amount }) => Number.isSafeInteger(amount) && amount > 0 && amount < 1_000_000_000)).toBe(
          true,
        );
      }),
    );
  });

  it.each(["-5", "abc", "1.234", "1,00"])("a keyboard's «%s» is no sum, and is not made one", (text) => {
    expect(sumsOf([field], { pledge: text })).toBeNull();
  });
});

describe("finding a household", () => {
  const book = (memberNo: string, name: string, nickname: string) =>
    ({ memberNo, name, nickname }) as DeskHouseholdTexts["passbooks"][number];
  const houses: DeskHouseholdTexts[] = [
    { name: "7/1", passbooks: [book("012", "นางมาลี ทองดี", "ลี"), book("013", "ด.ญ.แก้ว ทองดี", "")] },
    { name: null, passbooks: [book("112", "สมหมาย ใจงาม", "ป้าหมาย")] },
    { name: "8", passbooks: [book("008", "บังหมัด แหละเหม", "หมัด")] },
  ];
  it.each([
    ["12", ["012"]],
    ["๐๑๒", ["012"]],
    ["มาลี", ["012"]],
    ["ลี", ["012"]],
    ["แก้ว", ["012"]],
    ["แกว", ["012"]],
    ["หมาย", ["112"]],
    ["หมัด", ["008"]],
    ["7/1", ["012"]],
    ["ไม่มีใคร", []],
    ["  ", ["012", "112", "008"]],
  ])("«%s» finds %j", (query, first) => {
    expect(findHouseholds(houses, query).map(({ passbooks }) => passbooks[0]?.memberNo)).toEqual(first);
  });
});
