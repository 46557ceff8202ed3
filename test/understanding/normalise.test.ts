import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { normalise, smallLetters, stripPoliteness, tidied } from "../../src/understanding/normalise";

describe("normalise", () => {
  it.each([
    ["sara am typed as nikhahit and sara aa", "น\u0e49\u0e4d\u0e32", "น้ำ"],
    ["nikhahit before the tone mark", "น\u0e4d\u0e49\u0e32", "น้ำ"],
    ["sara am before the tone mark", "น\u0e33\u0e49", "น้ำ"],
    ["nikhahit and sara aa without a tone", "ก\u0e4d\u0e32", "กำ"],
    ["two เ for แ", "\u0e40\u0e40สน", "แสน"],
    ["a tone mark before its vowel", "หม\u0e48\u0e37น", "หมื่น"],
    ["a doubled tone mark", "หมื\u0e48\u0e48น", "หมื่น"],
    ["a lower vowel after the tone mark", "ก\u0e49\u0e39", "กู้"],
    ["zero-width characters", "ยอด\u200bเงิน\ufeff\u200d", "ยอดเงิน"],
    ["Thai digits", "๕,๐๐๐", "5,000"],
    ["full-width digits and marks", "５，０００．５０", "5,000.50"],
    ["Lao, Khmer, Arabic and Persian digits", "໑២٣۴", "1234"],
    ["other dashes", "500–600−1", "500-600-1"],
    ["other spaces", "ก\u00a0ข\u3000\t\n ค", "ก ข ค"],
    ["digits of Myanmar and India", "၅०९", "509"],
    ["signs behind the digits of an alphabet", "๚៪", "๚៪"],
    ["styled digits", "𝟓𝟬𝟬", "500"],
    ["a digit in a key", "5⃣", "5"],
    ["two tone marks, and two vowels above", "หมื่่น หมืืื่น", "หมื่น หมื่น"],
    ["a vowel in front typed again", "เเเสน ไไป", "แสน ไป"],
    ["a tone mark behind its vowel, each time", "นา่ มา่", "น่า ม่า"],
    ["letters held down", "ครับบบบ จ้าาาา", "ครับ จ้า"],
    ["capitals", "THB 5K", "thb 5k"],
  ])("settles %s", (_what, typed, settled) => {
    expect(normalise(typed)).toBe(settled);
  });

  it("changes nothing the second time, and keeps every capital's place", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const once = tidied(text);
        expect(smallLetters(once)).toHaveLength(once.length);
        expect(normalise(text)).toBe(smallLetters(once));
      }),
    );
    for (const text of ["น\u0e49\u0e4d\u0e32", "หม\u0e48\u0e37น", "ครับบบบ ๕๐๐"])
      expect(normalise(normalise(text))).toBe(normalise(text));
  });
});

describe("politeness", () => {
  it.each([
    ["เช็คยอดหน่อยค่ะ", "เช็คยอด"],
    ["เชคยอดคับ", "เชคยอด"],
    ["โอนให้แล้วจ้า!!", "โอนให้แล้ว"],
    ["เบี้ยฉานเหลือเท่าใดนิ", "เบี้ยฉานเหลือเท่าใด"],
    ["ยืมเบี้ยได้ม้าย", "ยืมเบี้ยได้"],
    ["เอาต้ะ", "เอา"],
    ["ไปด้วยนะคะ 🙏", "ไป"],
    ["ขอบคุณครับผม", "ขอบคุณ"],
    ["ขอดูที", "ขอดู"],
    ["balance please", "balance"],
  ])("goes from the end of %s", (text, kept) => {
    expect(stripPoliteness(normalise(text))).toBe(kept);
  });

  it.each([
    ...["ครับผม", "คร้าบ", "ครับ", "คับ", "ค้าบ", "ค๊าบ", "งับ", "ฮับ", "ฮะ", "ค่ะ", "คะ", "ค๊ะ", "ค้ะ", "ค่า", "จ้ะ", "จ๊ะ", "จ้า"],
    ...["จ๋า", "จร้า", "นะ", "น้า", "น่ะ", "หน่อย", "ด้วย", "เด้อ", "สิ", "ซิ", "ล่ะ", "อ่ะ", "อะ", "นิ", "ต้ะ", "ตะ", "หา"],
    ...["ม้าย", "หม้าย", "แหละ", "เหอ", "หิด", " please", " pls", " thanks", " thank you", "นะครับผม", "นะคะ 🙏", "ครับ!!"],
  ])("drops %s", (particle) => {
    expect(stripPoliteness(`ยังไม่ได้${particle}`)).toBe("ยังไม่ได้");
  });

  it.each(["ปัญหา", "ค้นหา", "ดอกร้อยละ", "วันละ", "ทันที", "ครับ"])("does not cut %s", (text) => {
    expect(stripPoliteness(text)).toBe(text);
  });
});
