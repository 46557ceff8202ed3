import { describe, expect, it } from "@jest/globals";
import { baht } from "../../src/domain/money";
import { readLoanChangeLine, type LoanChangeLine } from "../../src/understanding/loan-change-line";

const nothing = {
  months: null,
  yearlyRatePercent: null,
  guarantorNo: null,
  amount: null,
  freedNos: [],
  resolution: "3/2569",
} satisfies Partial<LoanChangeLine>;

describe("a line about a contract that changes", () => {
  it.each<[string, Partial<LoanChangeLine>]>([
    ["ผ่อนผัน สัญญา ก12/2569 2 งวด มติ 3/2569", { kind: "grace", contractNo: "ก12/2569", months: 2 }],
    ["ผ่อนผันสัญญา ก12/2569-2 ๒ เดือน มติที่ ๓/๒๕๖๙ ค่ะ", { kind: "grace", contractNo: "ก12/2569-2", months: 2 }],
    [
      "ปรับโครงสร้างหนี้ สัญญา 15/2568 24 งวด ร้อยละ 6 ยกเว้นผู้ค้ำ 014 015 มติ 3/2569",
      {
        kind: "restructure",
        contractNo: "15/2568",
        months: 24,
        yearlyRatePercent: "6",
        freedNos: ["014", "015"],
      },
    ],
    ["ผู้ค้ำ 014 รับหนี้ สัญญา ก12/2569 มติ 3/2569", { kind: "take-over", contractNo: "ก12/2569", guarantorNo: "014" }],
    [
      "ให้ผู้ค้ำประกัน 014 รับภาระหนี้ สัญญา ก12/2569 5,000 บาท 10 งวด มติ 3/2569",
      { kind: "take-over", contractNo: "ก12/2569", guarantorNo: "014", amount: baht(5_000), months: 10 },
    ],
    ["ตัดหนี้สูญ สัญญา ก12/2569 มติ 3/2569", { kind: "write-off", contractNo: "ก12/2569" }],
    ["write off contract ก12/2569 resolution 3/2569", { kind: "write-off", contractNo: "ก12/2569" }],
    ["ตัดหนี้สูญ สัญญา ก12/2569", { kind: "write-off", contractNo: "ก12/2569", resolution: null }],
    ["ปรับโครงสร้างหนี้", { kind: "restructure", contractNo: null, resolution: null }],
  ])("%s", (text, told) => {
    expect(readLoanChangeLine(text)).toEqual({ ...nothing, ...told });
  });

  it.each(["ขอผ่อนผัน", "ผ่อนผันงวดนึง", "ขอผ่อนผันสองงวดได้ไหม", "ผู้ค้ำของเราคือใคร", "ตัดหญ้า", "รับหนี้"])(
    "leaves to others what a borrower says: %s",
    (text) => {
      expect(readLoanChangeLine(text)).toBeNull();
    },
  );
});
