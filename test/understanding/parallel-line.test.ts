import { describe, expect, it } from "@jest/globals";
import { readAgreementLine, readDifferenceLine, readParallelLine } from "../../src/understanding/parallel-line";

const value = (satang: number) => ({ verdict: "value", satang });

describe("lines about paper passbooks", () => {
  it.each([
    ["สมุดไม่ตรง 012 1500", { memberNo: "012", purpose: "pledge", amount: value(1_500_00), because: null }],
    ["สมุดไม่ตรง ๐๑๒ ๑,๕๐๐ บาท", { memberNo: "012", purpose: "pledge", amount: value(1_500_00), because: null }],
    ["สมุดไม่ตรง 012 พิเศษ 50.50", { memberNo: "012", purpose: "special", amount: value(50_50), because: null }],
    ["สมุดไม่ตรง 012 1500 เพราะ จดซ้ำ", { amount: value(1_500_00), because: "จดซ้ำ" }],
    ["สมุดไม่ตรง 012 ไม่มี", { amount: null, nothing: true }],
    ["สมุดไม่ตรง 012 100 200", { amount: { verdict: "ask" }, nothing: false }],
    [
      "passbook differs 012 1500 because it was written twice",
      { amount: value(1_500_00), because: "it was written twice" },
    ],
  ])("%s", (text, read) => {
    expect(readDifferenceLine(text)).toMatchObject(read);
  });

  it.each(["สมุดไม่ตรง", "ยอดไม่ตรง 100", "สมุดตรงแล้ว 012"])("%s tells no difference", (text) => {
    expect(readDifferenceLine(text)).toBeNull();
  });

  it("tell whose passbook agrees, and for how long paper is kept", () => {
    expect([readAgreementLine("สมุดตรงแล้ว 012"), readAgreementLine("สมุดตรงแล้ว")]).toEqual(["012", null]);
    expect(readParallelLine("เริ่มใช้คู่กระดาษ 6 เดือน")).toEqual({ closings: 6 });
    expect(readParallelLine("เริ่มใช้คู่กับสมุดกระดาษครับ")).toEqual({ closings: null });
    expect(readParallelLine("เริ่มใช้จริง")).toBeNull();
  });
});
