import { describe, expect, it } from "@jest/globals";
import { matchCommand } from "../../src/understanding/commands";
import { readIncomingLine } from "../../src/understanding/incoming-line";

describe("an officer's line about money that no member hands over", () => {
  it.each([
    ["รับเงินไม่ทราบเจ้าของ 500", "suspense", 500_00, null, null],
    ["รับเงินไม่ทราบเจ้าของ ๕๐๐ บาท ซองสีฟ้า เงินสด", "suspense", 500_00, "cash", "ซองสีฟ้า"],
    ["รับเงินไม่ทราบเจ้าของ 1,250 มาจากตู้ เข้าธนาคาร", "suspense", 1_250_00, "bank", "มาจากตู้"],
    ["ดอกเบี้ยธนาคาร 123.45", "bankInterest", 123_45, "bank", null],
    ["ดอกเบี้ยจากธนาคาร 123.45", "bankInterest", 123_45, "bank", null],
    ["interest from the bank 123.45", "bankInterest", 123_45, "bank", null],
    ["เงินอุดหนุน 10000 จาก อบต. เข้าบัญชี", "grant", 10_000_00, "bank", "อบต."],
    ["grant 10000 from the municipality to the bank", "grant", 10_000_00, "bank", "the municipality"],
  ])("%s", (text, kind, satang, into, note) => {
    expect(readIncomingLine(text)).toEqual({ kind, amount: { verdict: "value", satang }, into, note });
    expect(matchCommand(text)).toMatchObject({ command: "incoming.record", certainty: "exact" });
  });

  it("takes no other line, and none without its sum", () => {
    for (const text of ["รับ 012 ดอก 375", "ดอกเบี้ย", "เงินอุดหนุน", "ดอกเบี้ยธนาคารเท่าไร", "ฝากธนาคาร 20000"])
      expect(readIncomingLine(text)).toBeNull();
  });
});
