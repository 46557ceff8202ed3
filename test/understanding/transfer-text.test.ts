import { describe, expect, it } from "@jest/globals";
import { localDate } from "../../src/domain/dates";
import { readTransferFacts, readTransferSums, readTransferTold } from "../../src/understanding/transfer-text";

const today = localDate("2026-03-10");

/** The sums of a text as purpose and satang; null where they are not read whole. */
const sumsIn = (text: string) =>
  readTransferSums(text)?.map(({ purpose, amount }) => [
    purpose,
    amount.verdict === "value" ? amount.satang : amount.verdict,
  ]) ?? null;

describe("the sums of a transfer", () => {
  it.each([
    [
      "สัจจะ 200 ดอก 375 ต้น 1000",
      [
        ["pledge", 200_00],
        ["interest", 375_00],
        ["principal", 1_000_00],
      ],
    ],
    ["แจ้งโอน สัจจะ ๒๐๐ ครับ", [["pledge", 200_00]]],
    ["แจ้งโอน ๕๐๐", [[null, 500_00]]],
    ["โอนสัจจะแล้วนะคะ 100", [["pledge", 100_00]]],
    [
      "ส่งสัจจะ 200 ดอก 375",
      [
        ["pledge", 200_00],
        ["interest", 375_00],
      ],
    ],
    ["สัจจะ 3 เดือน", [["pledge", "months"]]],
    [
      "transfer pledge 200 interest 375 principal 1000",
      [
        ["pledge", 200_00],
        ["interest", 375_00],
        ["principal", 1_000_00],
      ],
    ],
    ["250 พิเศษ", [["special", 250_00]]],
    ["250 พิเศษ 100 สัจจะ", null],
    ["แจ้งโอน", null],
    ["โอนให้แล้วจ้า", null],
    ["ขอคิวอาร์", null],
    ["ฝากของผม 100 ของแม่ 200", null],
    ["สัจจะ 200 กับค่าขนม 50", null],
    ["สัจจะ", null],
  ])("of %s", (text, sums) => {
    expect(sumsIn(text)).toEqual(sums);
  });
});

describe("what else is told of a transfer", () => {
  it.each([
    ["เมื่อวาน 14.30 น. อ้างอิง 0141234567", { on: "2026-03-09", time: "14:30", reference: "0141234567" }],
    ["เลขที่รายการ: 20260310ab12", { on: null, time: null, reference: "20260310AB12" }],
    ["โอนวันนี้ บ่ายสอง", { on: "2026-03-10", time: "14:00", reference: null }],
    ["พรุ่งนี้", { on: null, time: null, reference: null }],
    ["yesterday 14:30 ref 0123456789", { on: "2026-03-09", time: "14:30", reference: "0123456789" }],
    ["ขอบคุณ", { on: null, time: null, reference: null }],
  ])("in %s", (text, facts) => {
    expect(readTransferFacts(text, today)).toEqual(facts);
  });
});

describe("sums that are told together with day, time or number", () => {
  it.each([
    ["สัจจะ 300 โอนวันที่ 28 พ.ย. 9 โมงเช้า", [300], { on: "2026-11-28", time: "09:00", reference: null }],
    ["โอนเมื่อวาน สัจจะ 300 พิเศษ 200", [300, 200], { on: "2026-11-29", time: null, reference: null }],
    ["โอนไปเมื่อวานแล้วจ้า สองร้อยห้าสิบ พิเศษ", [250], { on: "2026-11-29", time: null, reference: null }],
    ["ไม่ใช่วันนี้ โอนเมื่อวาน 500", [500], { on: "2026-11-29", time: null, reference: null }],
    ["สัจจะ 300 อ้างอิง AB123456", [300], { on: null, time: null, reference: "AB123456" }],
    ["ฉันโอนไปแล้วนะ สัจจะ ๓๐๐ ค่ะ", [300], { on: null, time: null, reference: null }],
    ["วันที่ 28 พ.ย.", null, null],
  ])("reads %s", (text, bahts, facts) => {
    const told = readTransferTold(text, localDate("2026-11-30"));
    const sums = told?.items.map(({ amount }) => (amount.verdict === "value" ? amount.satang / 100 : null));
    expect([sums ?? null, told?.facts ?? null]).toEqual([bahts, facts]);
  });
});
