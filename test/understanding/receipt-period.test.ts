import { describe, expect, it } from "@jest/globals";
import { localDate } from "../../src/domain/dates";
import { matchCommand } from "../../src/understanding/commands";
import { readReceiptPeriod } from "../../src/understanding/receipt-period";

describe("the time whose receipts are asked for", () => {
  const today = localDate("2026-12-05");
  const day = (on: string) => ({ kind: "day", on });

  it.each([
    ["ใบเสร็จ 5 พ.ย.", day("2026-11-05")],
    ["ขอดูใบเสร็จวันที่ 5 พ.ย. 69 ครับ", day("2026-11-05")],
    ["ใบเสร็จเมื่อวาน", day("2026-12-04")],
    ["ใบเสดวันนี้", day("2026-12-05")],
    ["ใบเสร็จ 25 ธ.ค.", day("2025-12-25")],
    ["ใบเสร็จเดือนที่แล้ว", { kind: "month", month: "2026-11" }],
    ["ใบเสร็จ เดือน ต.ค. 69", { kind: "month", month: "2026-10" }],
    ["ใบเสร็จของเดือนนี้", { kind: "month", month: "2026-12" }],
    ["ใบเสร็จปีนี้", { kind: "year", year: 2026 }],
    ["receipts last month", { kind: "month", month: "2026-11" }],
  ])("%s", (text, period) => {
    expect(readReceiptPeriod(text, today)).toEqual(period);
    expect(matchCommand(text)?.command).toBe("savings.receipts");
  });

  it.each(["ใบเสร็จ", "ใบเสร็จ 2569/000012", "รายการ พ.ย.", "my receipts"])("is none in %s", (text) => {
    expect(readReceiptPeriod(text, today)).toBeNull();
  });

  it("leaves the number of a receipt to who asks for that one", () => {
    expect(matchCommand("ใบเสร็จ 2569/000012")).toMatchObject({ command: "savings.receipts", rest: "2569/000012" });
  });
});
