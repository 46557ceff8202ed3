import { describe, expect, it } from "@jest/globals";
import { matchCommand } from "../../src/understanding/commands";
import { readWithdrawalLine } from "../../src/understanding/withdrawal-line";

describe("a member's words that she wants money back", () => {
  it.each([
    ["ถอนเงิน", null],
    ["ขอถอน 500", 500_00],
    ["ขอถอนเงิน ห้าร้อยบาทครับ", 500_00],
    ["ถอน 500 บาท", 500_00],
    ["ถอนพิเศษ ๕๐๐ บาท", 500_00],
    ["ถอนเงินฝาก 500 บาท", 500_00],
    ["withdraw special 500", 500_00],
  ])("%s", (text, satang) => {
    const amount = satang === null ? null : { verdict: "value", satang };
    expect(readWithdrawalLine(text)).toEqual({ amount, ofPledge: false });
    expect(matchCommand(text)).toMatchObject({ command: "savings.withdraw", certainty: "exact" });
  });

  it("knows the pledge, asks where a sum is not certain, and leaves officers' lines alone", () => {
    expect(readWithdrawalLine("ขอถอนเงินสัจจะ 100")).toMatchObject({ ofPledge: true });
    expect(readWithdrawalLine("ขอถอน 1.000")?.amount).toMatchObject({ verdict: "ask" });
    for (const line of ["ถอน 012 พิเศษ 500", "ถอนพิเศษ 012 500", "ถอนธนาคาร 5000", "ถอนผู้ช่วย 034"])
      expect(readWithdrawalLine(line)).toBeNull();
    expect(matchCommand("ถอน 012 พิเศษ 500")?.command).toBe("payment.request");
  });
});
