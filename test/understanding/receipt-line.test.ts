import { describe, expect, it } from "@jest/globals";
import { depositReceiptSamples } from "../../flex-messages/deposits/deposit-receipt.sample";
import { receiptCheckSamples } from "../../flex-messages/savings/receipt-check.sample";
import { languages } from "../../src/i18n/language";
import { depositReceipt } from "../../src/messages/deposits";
import { plainText } from "../../src/messages/plain-text";
import { receiptCheck } from "../../src/messages/receipts";
import { readReceiptLine } from "../../src/understanding/receipt-line";

describe("the receipt that is to be checked", () => {
  it.each([
    ["ตรวจใบเสร็จ 2569/000123 7KQ2M9XA 475", "2569/000123", "7KQ2M9XA", 475_00],
    ["ตรวจใบเสร็จ 2569/B/000123 ab12cd34 1,250.50", "2569/B/000123", "AB12CD34", 1_250_50],
    ["ตรวจใบเสร็จ ๒๕๖๙/๐๐๐๑๒๓ AB12CD34 ๑,๐๐๐ บาท", "2569/000123", "AB12CD34", 1_000_00],
    ["ตรวจใบเสร็จเลขที่ 2569/000123 รหัสตรวจ 7KQ2M9XA จำนวนเงิน 475 บาท", "2569/000123", "7KQ2M9XA", 475_00],
    ["ตรวจใบเสร็จ รหัสตรวจ: 7KQ2M9XA เลขที่: 2569/123 รวม 475 บาท", "2569/123", "7KQ2M9XA", 475_00],
    ["ตรวจใบเสร็จ\n475 บาท\nสี่ร้อยเจ็ดสิบห้าบาทถ้วน\nเลขที่ 2569/000123\nรหัสตรวจ 7KQ2M9XA", "2569/000123", "7KQ2M9XA", 475_00],
    ["ตรวจใบเสร็จ 475 บาท 2569 / 000123 7KQ2M9XA", "2569/000123", "7KQ2M9XA", 475_00],
    ["ตรวจใบเสร็จ 2569/000123 12345678 100", "2569/000123", "12345678", 100_00],
    ["ตรวจใบเสร็จ 2569/000123 รหัสตรวจ 7KQOM9XL 5 บาท", "2569/000123", "7KQ0M9X1", 5_00],
    ["ตรวจใบเสร็จ สัจจะ 100, พิเศษ 375 บาท 2569/000123 รหัสตรวจ 7KQ2M9XA", "2569/000123", "7KQ2M9XA", 475_00],
    [
      "ตรวจใบเสร็จ\n500 บาท\nห้าร้อยบาทถ้วน\nเงินสัจจะ\n300 บาท\nเงินสัจจะพิเศษ\n200 บาท\nเลขที่\n2569/000123\nรหัสตรวจ\n7KQ2M9XA",
      "2569/000123",
      "7KQ2M9XA",
      500_00,
    ],
    ["check receipt number 2569/000123 check code 7KQ2M9XA sum 475 baht", "2569/000123", "7KQ2M9XA", 475_00],
  ])("%s", (text, receipt, checkCode, amount) => {
    expect(readReceiptLine(text)).toEqual({ receipt, checkCode, amount });
  });

  it.each(languages)("is read from the whole wording of a card in %s", (language) => {
    const read = { receipt: "2569/000123", checkCode: "7KQ2M9XA", amount: 475_00 };
    const card = plainText(depositReceipt({ language }, depositReceiptSamples["usual"]!)).text;
    expect(readReceiptLine(`ตรวจใบเสร็จ\n${card}`)).toEqual(read);
    const check = plainText(receiptCheck({ language }, receiptCheckSamples["matches"]!)).text;
    expect(readReceiptLine(`ตรวจใบเสร็จ ${check} 7KQ2M9XA`)).toEqual(read);
  });

  it.each([
    ...["ตรวจใบเสร็จ", "ตรวจใบเสร็จ 2569/000123", "ตรวจใบเสร็จ 2569/000123 7KQ2M9XA", "ตรวจใบเสร็จ 2569/000123 475 บาท"],
    ...["ตรวจใบเสร็จ 2569/000123 7KQ2M9XA 100 บาท หรือ 200 บาท", "ตรวจใบเสร็จ 2569/000123 7KQ2M9XA AB12CD34 100"],
    "ตรวจใบเสร็จ\n5,000 บาท\nเงินสัจจะ\n300 บาท\nเงินสัจจะพิเศษ\n200 บาท\nเลขที่ 2569/000123\nรหัสตรวจ 7KQ2M9XA",
    "ตรวจใบเสร็จ 7KQ2M9XA 475",
  ])("%s is asked again", (text) => {
    expect(readReceiptLine(text)).toBeNull();
  });
});
