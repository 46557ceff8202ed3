import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { satang } from "../../src/domain/money";
import { moneyDigits, moneyText, moneyWords } from "../../src/i18n/format";
import { largestReadable, readAmounts } from "../../src/understanding/amounts";
import { numberWords } from "../../src/understanding/number-words";

const sums = fc.oneof(
  fc.integer({ min: 1, max: largestReadable }),
  fc.integer({ min: 1, max: 100_000 }),
  fc.integer({ min: 1, max: 100_000 }).map((baht) => baht * 100),
  fc.integer({ min: 1, max: 1_000 }).map((hundreds) => hundreds * 10_000),
);
const toThaiDigits = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(0x0e50 + Number(digit)));

describe("readAmounts", () => {
  it("reads the words of every sum as that sum, or asks with it among the candidates", () => {
    fc.assert(
      fc.property(sums, (sum) => {
        const readings = readAmounts(moneyWords(satang(sum), "th"));
        expect(readings).toHaveLength(1);
        const [reading] = readings;
        if (reading?.verdict === "value") expect(reading.satang).toBe(sum);
        else expect(reading?.verdict === "ask" && reading.candidates).toContain(sum);
      }),
      { numRuns: 600 },
    );
  });

  it("asks about words only where a last digit could be shorthand", () => {
    fc.assert(
      fc.property(sums, (sum) => {
        const baht = Math.floor(sum / 100);
        const shorthand = baht > 100 && baht % 10 > 1 && Math.floor(baht / 10) % 10 === 0;
        const [reading] = readAmounts(moneyWords(satang(sum), "th"));
        expect(reading?.verdict).toBe(shorthand ? "ask" : "value");
      }),
      { numRuns: 600 },
    );
  });

  it("reads the digits of every sum, Western or Thai, with its currency", () => {
    fc.assert(
      fc.property(sums, (sum) => {
        const expected = [{ verdict: "value", satang: sum }];
        expect(readAmounts(moneyText(satang(sum), "th"))).toEqual(expected);
        expect(readAmounts(moneyText(satang(sum), "en"))).toEqual(expected);
        expect(readAmounts(toThaiDigits(moneyText(satang(sum), "th")))).toEqual(expected);
        expect(readAmounts(`สัจจะ ${moneyDigits(satang(sum))} บาทถ้วนครับ`)).toEqual(expected);
      }),
    );
  });

  it("never reads a negative sum", () => {
    fc.assert(
      fc.property(sums, (sum) => {
        for (const text of [
          moneyText(satang(-sum), "th"),
          `-${moneyDigits(satang(sum))}`,
          moneyWords(satang(-sum), "th"),
        ])
          expect(readAmounts(text).filter(({ verdict }) => verdict === "value")).toEqual([]);
      }),
    );
  });

  it("never throws, and gives only sums that can be", () => {
    const pieces = fc.constantFrom(
      ...numberWords.keys(),
      ..."0123456789.,-+/: %kๆก",
      "กว่า",
      "ประมาณ",
      "คน",
      "ม.ค.",
      "ถึง",
      "ลบ",
    );
    const texts = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(texts, (text) => {
        for (const reading of readAmounts(text)) {
          const given =
            reading.verdict === "value" ? [reading.satang] : reading.verdict === "ask" ? reading.candidates : [];
          for (const sum of given) {
            expect(Number.isSafeInteger(sum)).toBe(true);
            expect(sum).toBeGreaterThan(0);
            expect(sum).toBeLessThanOrEqual(largestReadable);
          }
          if (reading.verdict === "ask") expect(new Set(reading.candidates).size).toBe(reading.candidates.length);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it("never makes a sum of a text without a number", () => {
    const letters = fc.string({ unit: fc.constantFrom(..."กขคงจชซดตถทนบปผฝพฟมยรลวศสหอฮ่้ัิีุูาะเแโใไ abcxyz") });
    fc.assert(
      fc.property(letters, (text) => {
        fc.pre(![...numberWords.keys()].some((word) => text.includes(word)));
        expect(readAmounts(text).filter(({ verdict }) => verdict === "value")).toEqual([]);
      }),
    );
  });
});
