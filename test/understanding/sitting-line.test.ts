import { describe, expect, it } from "@jest/globals";
import { localDate } from "../../src/domain/dates";
import { baht } from "../../src/domain/money";
import { readSittingLine } from "../../src/understanding/sitting-line";

const today = localDate("2026-03-05");

describe("what is typed of a request at a meeting", () => {
  it.each([
    ["ก12 อนุมัติ", "full", null, null],
    ["ก12 อนุมัติเต็มครับ", "full", null, null],
    ["ก12/2569 อนุมัติ 15,000 บาท เพราะ เงินไม่พอ", "part", baht(15_000), "เงินไม่พอ"],
    ["ก ๑๒ อนุมัติ หมื่นห้า", "part", baht(15_000), null],
    ["ก12 รอรอบหน้า เพราะ เงินรอบนี้ไม่พอ", "next", null, "เงินรอบนี้ไม่พอ"],
    ["ก12 ให้รอรอบหน้า", "next", null, null],
    ["ก12/69 ไม่อนุมัติ เพราะ ยังค้างงวดเก่า", "reject", null, "ยังค้างงวดเก่า"],
  ] as const)("%s: %s", (text, decision, amount, reason) => {
    expect(readSittingLine(text, today)).toEqual({ requestNo: "ก12/2569", decision, amount, reason });
  });

  it.each([
    ...["ก12 ผ่านไม่ได้ เพราะค้าง", "ก12 อนุมัติไม่ได้", "ก12 อนุมัติครึ่งหนึ่งของที่ขอ", "ก12 ผ่านไปรอบหน้า", "ก12 อนุมัติ 5000 หรือ 6000"],
    ...["ก12", "อนุมัติ", "012 อนุมัติ 5000", "ก12 อนุมัติไม่เกิน 5000", "ก12 อนุมัติ 5000 แต่ลดลงครึ่งหนึ่ง"],
  ])("never guesses %s", (text) => {
    expect(readSittingLine(text, today)).toBeNull();
  });
});
