import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { readTransferShares } from "../../src/understanding/transfer-shares";

const numbers = ["012", "013", "100"];

/** The shares of a text as "whose: purpose sum"; null where it is not read whole. */
const sharesIn = (text: string) =>
  readTransferShares(text, numbers)?.map(({ said, whose, items }) => {
    const sums = items.map(
      ({ purpose, amount }) => `${purpose ?? "?"} ${amount.verdict === "value" ? amount.satang / 100 : amount.verdict}`,
    );
    return `${whose.by} ${said}: ${sums.join(", ")}`;
  }) ?? null;

describe("a transfer for several passbooks", () => {
  it.each([
    ["แจ้งโอน ของผม 100 ของแม่ 200", ["self ผม: ? 100", "words แม่: ? 200"]],
    ["ฝากของผม 100 ของแม่ 200 ครับ", ["self ผม: ? 100", "words แม่: ? 200"]],
    ["012 สัจจะ 100 013 สัจจะ 100", ["number 012: pledge 100", "number 013: pledge 100"]],
    ["แจ้งโอน ๐๑๒ สัจจะ ๑๐๐ พิเศษ 50 และ ๐๑๓ สัจจะ ๒๐๐", ["number 012: pledge 100, special 50", "number 013: pledge 200"]],
    ["แจ้งโอน ของแม่สัจจะ 200 ของผมสัจจะ 100", ["words แม่: pledge 200", "self ผม: pledge 100"]],
    ["แจ้งโอน 012 100 013 200", ["number 012: ? 100", "number 013: ? 200"]],
    ["แจ้งโอน สมุด 100 สัจจะ 50 ของ 013 สัจจะ 60", ["number 100: pledge 50", "number 013: pledge 60"]],
    ["transfer 012 pledge 100 013 pledge 200", ["number 012: pledge 100", "number 013: pledge 200"]],
    ["แจ้งโอน 013 สัจจะ 100", ["number 013: pledge 100"]],
    ["แจ้งโอน ๑๐๐ ของลูก 50 ของฉัน 50", ["words ลูก: ? 50", "self ฉัน: ? 50"]],
    ["แจ้งโอน 90 ของลูก 50 ของฉัน 50", null],
    // A number of nobody's passbook here, a sum without an owner, and words that cannot be placed: nothing is read.
    ["012 สัจจะ 100 099 สัจจะ 100", null],
    ["สัจจะ 50 ของแม่ 200", null],
    ["สัจจะ 100 พิเศษ 50", null],
    ["ของผม 100 กับค่าขนม 50 ของแม่ 200", null],
    ["ของผม ของแม่ 200", null],
    ["แจ้งโอน", null],
    ["แจ้งโอน 012", null],
  ])("reads %s", (text, shares) => {
    expect(sharesIn(text)).toEqual(shares);
  });

  it("never throws, and reads no more sums than there are digits and words of sums", () => {
    const word = fc.constantFrom(
      "012",
      "013",
      "ของผม",
      "ของแม่",
      "สัจจะ",
      "100",
      "200",
      "ของ",
      "และ",
      "ขนม",
      "0",
      "5.000",
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 10 }), (words) => {
        const shares = readTransferShares(words.join(" "), numbers) ?? [];
        const sums = shares.flatMap(({ items }) => items).length;
        expect(sums).toBeLessThanOrEqual(words.filter((one) => /\d/.test(one)).length);
      }),
    );
  });
});
