import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { linkCodeIn, linkCodesAmong } from "../../../src/domain/linking/link-code";

const code = fc.integer({ min: 0, max: 99_999_999 }).map((number) => String(number).padStart(8, "0"));
const thai = (text: string) => text.replaceAll(/\d/g, (digit) => "๐๑๒๓๔๕๖๗๘๙"[Number(digit)] ?? "");
const shown = (text: string) => `${text.slice(0, 4)} ${text.slice(4)}`;
const dashed = (text: string) => `${text.slice(0, 4)}-${text.slice(4)}`;
const forms = [(text: string) => text, thai, shown, dashed, (text: string) => thai(shown(text))];

describe("link codes in what people write", () => {
  it("are a text of their own in every way of writing them", () => {
    fc.assert(
      fc.property(code, fc.constantFrom(...forms), (digits, form) =>
        expect(linkCodeIn(` ${form(digits)} `)).toBe(digits),
      ),
    );
    for (const other of ["1234567", "123456789", "1234 5678 ค่ะ", "", "๑๒๓๔๕๖๗x"]) expect(linkCodeIn(other)).toBeNull();
  });

  it("may have the word for a code before them, and nothing else beside them", () => {
    for (const text of ["รหัส 12345678", "รหัสผูกสมุด 1234 5678", "รหัสคือ๑๒๓๔๕๖๗๘", "ผูกไลน์ 12345678", "Code: 12345678"])
      expect(linkCodeIn(text)).toBe("12345678");
    for (const text of ["รหัส 011", "รหัส 12345678 ของแม่", "ขอรหัส 12345678", "โทร 12345678"])
      expect(linkCodeIn(text)).toBeNull();
  });

  it("are found wherever they stand among words", () => {
    const words = fc.constantFrom("", "รหัส", "รหัสคือ ", "code: ", "โทร 081-234-5678 ", "๑๒ ");
    fc.assert(
      fc.property(code, fc.constantFrom(...forms), words, words, (digits, form, before, after) => {
        const glued = /[\d๐-๙]\s?$/.test(before) || /^\s?[\d๐-๙]/.test(after);
        if (!glued) expect(linkCodesAmong(`${before}${form(digits)}${after && ` ${after}`}`)).toContain(digits);
      }),
    );
  });

  it("are not seen in longer numbers", () => {
    expect(linkCodesAmong("เลขบัตร 1100700123456 โทร 0812345678")).toEqual([]);
    expect(linkCodesAmong("12345678 และ 12345678")).toEqual(["12345678"]);
  });
});
