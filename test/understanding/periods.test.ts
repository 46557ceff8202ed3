import { describe, expect, it } from "@jest/globals";
import { localDate } from "../../src/domain/dates";
import { asksForPeriod, readPeriod } from "../../src/understanding/periods";

const today = localDate("2026-11-25");

describe("the month or year whose entries are asked for", () => {
  it.each([
    ["รายการเดือน ต.ค. 69", "2026-10"],
    ["รายการเดือนต.ค.69", "2026-10"],
    ["รายการ ตค 2569", "2026-10"],
    ["ขอดูรายการเดือนตุลาคม ๒๕๖๙ ค่ะ", "2026-10"],
    ["รายการเดือน กุมภาพันธ์ ปี 68", "2025-02"],
    ["รายการเดือนพฤศจิกายน", "2026-11"],
    ["รายการเดือน ธ.ค.", "2025-12"],
    ["รายการ 10/69", "2026-10"],
    ["รายการเดือน 1/2569", "2026-01"],
    ["รายการเดือนนี้", "2026-11"],
    ["รายการเดือนที่แล้ว", "2026-10"],
    ["entries for October 2026", "2026-10"],
    ["Entries Oct 26", "2026-10"],
    ["statement of last month", "2026-10"],
  ])("%s: %s", (text, month) => {
    expect(readPeriod(text, today)).toEqual({ kind: "month", month });
  });

  it.each([
    ["รายการปี 2568", 2025],
    ["รายการปี 69", 2026],
    ["รายการปีนี้", 2026],
    ["รายการปีที่แล้ว", 2025],
    ["entries 2025", 2025],
  ])("%s: %s", (text, year) => {
    expect(readPeriod(text, today)).toEqual({ kind: "year", year });
  });

  it.each([
    "รายการ",
    "รายการเดือน",
    "รายการ 13/69",
    "รายการ 0/69",
    "แก้รายการ 2569/000123",
    "รายการเดือน ต.ค. 69 ไม่ตรง",
    "ต.ค. 69",
    "รายการ 69",
  ])("%s names none", (text) => {
    expect(asksForPeriod(text)).toBe(false);
  });
});
