import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import thaiBahtText from "thai-baht-text";
import { baht, satang } from "../../src/domain/money";
import { moneyWords } from "../../src/i18n/format";

const oracle = (amount: number): string =>
  thaiBahtText(`${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, "0")}`);

describe("money in Thai words", () => {
  it.each([
    [0, "ศูนย์บาทถ้วน"],
    [1, "หนึ่งสตางค์"],
    [11, "สิบเอ็ดสตางค์"],
    [50, "ห้าสิบสตางค์"],
    [100, "หนึ่งบาทถ้วน"],
    [1_100, "สิบเอ็ดบาทถ้วน"],
    [2_100, "ยี่สิบเอ็ดบาทถ้วน"],
    [10_100, "หนึ่งร้อยเอ็ดบาทถ้วน"],
    [100_100, "หนึ่งพันเอ็ดบาทถ้วน"],
    [420_000, "สี่พันสองร้อยบาทถ้วน"],
    [1_234_521, "หนึ่งหมื่นสองพันสามร้อยสี่สิบห้าบาทยี่สิบเอ็ดสตางค์"],
    [100_000_000, "หนึ่งล้านบาทถ้วน"],
    [100_000_100, "หนึ่งล้านเอ็ดบาทถ้วน"],
    [1_100_000_000, "สิบเอ็ดล้านบาทถ้วน"],
    [2_100_001_100, "ยี่สิบเอ็ดล้านสิบเอ็ดบาทถ้วน"],
    [10_100_000_000, "หนึ่งร้อยเอ็ดล้านบาทถ้วน"],
    [100_000_000_000_000, "หนึ่งล้านล้านบาทถ้วน"],
    [100_000_100_000_100, "หนึ่งล้านเอ็ดล้านเอ็ดบาทถ้วน"],
    [-420_050, "ลบสี่พันสองร้อยบาทห้าสิบสตางค์"],
  ])("%d satang is %s", (amount, words) => {
    expect(moneyWords(satang(amount), "th")).toBe(words);
  });

  it("agrees with thai-baht-text on every sum up to 500 baht and every whole baht up to 20,000", () => {
    for (let amount = 1; amount <= 50_000; amount += 1) {
      if (moneyWords(satang(amount), "th") !== oracle(amount))
        expect([amount, moneyWords(satang(amount), "th")]).toEqual([amount, oracle(amount)]);
    }
    for (let whole = 1; whole <= 20_000; whole += 1) {
      if (moneyWords(baht(whole), "th") !== oracle(whole * 100))
        expect([whole, moneyWords(baht(whole), "th")]).toEqual([whole, oracle(whole * 100)]);
    }
  });

  it("agrees with thai-baht-text on large sums", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999_999_99 }), (amount) => {
        expect(moneyWords(satang(amount), "th")).toBe(oracle(amount));
      }),
      { numRuns: 3_000 },
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 90_000_000_000_000 }), (whole) => {
        expect(moneyWords(baht(whole), "th")).toBe(oracle(whole * 100));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("money in English words", () => {
  it.each([
    [0, "zero baht"],
    [1, "one satang"],
    [2_150, "twenty-one baht and fifty satang"],
    [10_100, "one hundred one baht"],
    [420_000, "four thousand two hundred baht"],
    [1_300_000, "thirteen thousand baht"],
    [100_000_100, "one million one baht"],
    [-420_050, "minus four thousand two hundred baht and fifty satang"],
    [
      Number.MAX_SAFE_INTEGER,
      "ninety trillion seventy-one billion nine hundred ninety-two million five hundred forty-seven thousand four hundred nine baht and ninety-one satang",
    ],
  ])("%d satang is %s", (amount, words) => {
    expect(moneyWords(satang(amount), "en")).toBe(words);
  });

  it("never says two sums the same way, in either language", () => {
    const anySum = fc.oneof(fc.integer({ min: -300_000, max: 300_000 }), fc.maxSafeInteger());
    fc.assert(
      fc.property(anySum, anySum, (one, other) => {
        fc.pre(one !== other);
        expect(moneyWords(satang(one), "en")).not.toBe(moneyWords(satang(other), "en"));
        expect(moneyWords(satang(one), "th")).not.toBe(moneyWords(satang(other), "th"));
      }),
    );
  });
});
