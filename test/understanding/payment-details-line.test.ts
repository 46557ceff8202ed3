import { describe, expect, it } from "@jest/globals";
import { matchCommand } from "../../src/understanding/commands";
import { readPaymentDetailsLine } from "../../src/understanding/payment-details-line";

const accountName = "กลุ่มออมทรัพย์บ้านน้ำขาว";

describe("where members are to transfer", () => {
  it.each([
    ["พร้อมเพย์ 0812345678", "promptPay", "0812345678"],
    ["พร้อมเพย์ ๐๘๑-๒๓๔-๕๖๗๘", "promptPay", "0812345678"],
    ["พร้อมเพย์ +66 81 234 5678", "promptPay", "0812345678"],
    ["พร้อมเพย์ 0-9940-00123-45-5", "promptPay", null],
    ["พร้อมเพย์ 004999000288505", "promptPay", "004999000288505"],
    ["พร้อมเพย์ 0212345678", "promptPay", null],
    ["พร้อมเพย์ 081234567", "promptPay", null],
    ["ธ.ก.ส. 020-1-23456-7", "bank", "ธ.ก.ส. 020-1-23456-7"],
    ["ออมสิน 020123456789", "bank", "ออมสิน 020123456789"],
    ["ออมสิน 0201234", "bank", null],
    ["0201234567", "bank", null],
  ])("%s: %s %s", (said, way, value) => {
    const text = `เปลี่ยนบัญชีรับโอน ${said} ชื่อ ${accountName}`;
    expect(readPaymentDetailsLine(text)).toEqual({ way, value, accountName, masked: false });
    expect(matchCommand(text)?.command).toBe("payment-details.change");
  });

  it("takes a tax number whose check digit is right, and knows one that was masked on its way in", () => {
    const line = (number: string) => readPaymentDetailsLine(`เปลี่ยนบัญชีรับโอน พร้อมเพย์ ${number} ชื่อ กลุ่ม`);
    const body = "099400012345";
    const valid = [..."0123456789"].map((digit) => body + digit).filter((number) => line(number)?.value === number);
    expect(valid).toHaveLength(1);
    expect(line("x".repeat(13))).toMatchObject({ value: null, masked: true });
  });

  it("is asked for where the line is not whole, and is no other line", () => {
    expect(readPaymentDetailsLine("เปลี่ยนบัญชีรับโอน")).toMatchObject({ way: null, value: null, accountName: null });
    expect(readPaymentDetailsLine("เปลี่ยนเบอร์")).toBeNull();
    expect(matchCommand("หยุดเปลี่ยนบัญชีรับโอน")?.command).toBe("payment-details.stop");
  });
});
