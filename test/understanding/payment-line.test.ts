import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { readPaymentLine, type PaymentLine } from "../../src/understanding/payment-line";

function told(line: PaymentLine | null): string | null {
  if (line === null) return null;
  const { kind, amount, source, ...words } = line;
  const sum =
    amount.verdict === "value"
      ? String(amount.satang / 100)
      : amount.verdict === "ask"
        ? `?${amount.candidates.map((one) => one / 100).join()}`
        : "none";
  const said = Object.entries(words).flatMap(([name, word]) => (word === null ? [] : [`${name} ${word}`]));
  return [`${kind} ${sum} ${source}`, ...said].join("; ");
}

describe("an officer's line about money that leaves", () => {
  it.each([
    ["ถอน 012 500", "withdrawal 500 cash; member 012"],
    ["ถอน 012 พิเศษ 500", "withdrawal 500 cash; member 012"],
    ["ถอน ป้าแดง พิเศษ 1,500 โอนจากธนาคาร", "withdrawal 1500 bank; member ป้าแดง"],
    ["ถอน ๐๑๒ สัจจะพิเศษ ๕๐๐ บาทค่ะ", "withdrawal 500 cash; member 012"],
    ["withdraw 012 special 500", "withdrawal 500 cash; member 012"],
    ["จ่ายค่าวัสดุ 300 ให้ ร้านป้าแดง", "expense 300 cash; purpose ค่าวัสดุ; payee ร้านป้าแดง"],
    [
      "จ่ายค่าเดินทางประชุมเครือข่าย 450 บาท ให้ สมชาย ใจดี เงินสด",
      "expense 450 cash; purpose ค่าเดินทางประชุมเครือข่าย; payee สมชาย ใจดี",
    ],
    ["จ่ายค่าไฟ 1200 โอนจากธนาคาร", "expense 1200 bank; purpose ค่าไฟ"],
    ["pay expense stationery 300 to Daeng's shop", "expense 300 cash; purpose stationery; payee Daeng's shop"],
    [
      "จ่ายเงินกู้ 012 20000 สัญญา 15/2569 มติ 3/2569 ซื้อปุ๋ย",
      "loan 20000 cash; member 012; purpose ซื้อปุ๋ย; contractNo 15/2569; resolution 3/2569",
    ],
    [
      "จ่ายเงินกู้ 012 2 หมื่น มติที่ 3/2569 สัญญาเลขที่ ก15/2569 โอนจากธนาคาร",
      "loan 20000 bank; member 012; contractNo ก15/2569; resolution 3/2569",
    ],
    ["ใบสำคัญจ่าย ค่าน้ำชา 350", "expense 350 cash; purpose ค่าน้ำชา"],
    ["ใบสำคัญจ่าย 350 ค่าน้ำชา", "expense 350 cash; purpose ค่าน้ำชา"],
    ["จ่าย 1,350 บาท ค่าวัสดุ ให้ ร้านป้าแดง", "expense 1350 cash; purpose ค่าวัสดุ; payee ร้านป้าแดง"],
    ["ฝากธนาคาร 20000", "bankDeposit 20000 cash"],
    ["ฝากธนาคาร 20,000 บาท", "bankDeposit 20000 cash"],
    ["ถอนธนาคาร 5000", "bankWithdrawal 5000 bank"],
    ["ถอนเงินจากธนาคาร ห้าพัน", "bankWithdrawal 5000 bank"],
    ["bank withdrawal 5000", "bankWithdrawal 5000 bank"],
  ])("%s", (text, expected) => {
    expect(told(readPaymentLine(text))).toBe(expected);
  });

  it.each([
    ["ถอน 012 พิเศษ 5.000", "withdrawal ?5000,5 cash; member 012"],
    ["ถอน 012 พิเศษ ประมาณ 500", "withdrawal none cash; member 012"],
    ["ถอนธนาคาร 500 600", "bankWithdrawal ?500600,500,600 bank"],
    ["จ่ายเงินกู้ 012 20000", "loan 20000 cash; member 012"],
    ["จ่ายค่าวัสดุ", "expense none cash; purpose ค่าวัสดุ"],
    ["ฝากธนาคาร", "bankDeposit none cash"],
    ["ฝากธนาคาร -500", "bankDeposit none cash"],
  ])("%s is read with what is missing", (text, expected) => {
    expect(told(readPaymentLine(text))).toBe(expected);
  });

  it.each([
    ...["ถอนเงิน", "ขอถอนเงิน", "ถอน 500", "ถอนเงิน 500 บาท", "จ่ายค่างวด 500", "จ่ายค่าปรับ 20", "จ่ายดอก 375", "จ่ายเงิน 500"],
    ...["ฝาก 500", "ถอนตัว", "จ่าย", "ยอดเงิน", "รับ 012 สัจจะ 100", ""],
  ])("%s is none", (text) => {
    expect(readPaymentLine(text)).toBeNull();
  });

  it("never throws, and a sum of nothing is none", () => {
    const piece = fc.constantFrom(
      "ถอน",
      "จ่าย",
      "ค่าวัสดุ",
      "จ่ายเงินกู้",
      " ",
      "012",
      "พิเศษ",
      "500",
      "สัญญา",
      "มติ",
      "3/2569",
      "ให้",
      "ธนาคาร",
      "โอน",
      "-",
    );
    const texts = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(piece, { maxLength: 10 }).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const line = readPaymentLine(text);
        if (line?.amount.verdict === "value") expect(line.amount.satang).toBeGreaterThan(0);
      }),
    );
  });
});
