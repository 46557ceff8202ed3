import { describe, expect, it } from "@jest/globals";
import { readDifferenceLine } from "../../src/understanding/difference-line";

describe("a line that settles a difference", () => {
  it.each([
    ["ผลต่าง เงินสด 20 เป็นค่าใช้จ่าย เพราะ ทอนเงินผิด มติ 3/2569", "cash", 20_00, "expense", null, "ทอนเงินผิด"],
    ["ส่วนต่างเงินสด ๒๐ บาท ชดใช้โดย 004 เพราะ นับผิด มติที่ 3/2569", "cash", 20_00, "made-good", "004", "นับผิด"],
    ["ผลต่าง ธนาคาร 5.25 บาท เป็นรายได้ มติ 3/2569 เพราะ ดอกเบี้ย", "bank", 5_25, "income", null, "ดอกเบี้ย"],
    ["ผลต่าง เงินสด 50 เป็นของ 012 เพราะ ทอนขาด มติ 3/2569", "cash", 50_00, "owner", "012", "ทอนขาด"],
    [
      "difference cash 20 to expense because wrong change resolution 3/2569",
      "cash",
      20_00,
      "expense",
      null,
      "wrong change",
    ],
  ])("%s", (text, what, amount, way, memberNo, reason) => {
    const facts = { what, way, memberNo, reason, resolution: "3/2569" };
    expect(readDifferenceLine(text)).toEqual({ ...facts, amount: { verdict: "value", satang: amount } });
  });

  it.each([
    "ผลต่าง",
    "ผลต่าง เงินสด 20 เป็นค่าใช้จ่าย เพราะ ทอนเงินผิด",
    "ผลต่าง เงินสด 20 เป็นค่าใช้จ่าย มติ 3/2569",
    "ผลต่าง เงินสด 20 กับ 30 เป็นค่าใช้จ่าย เพราะ ทอนผิด มติ 3/2569",
    "เงินสด 20 เป็นค่าใช้จ่าย เพราะ ทอนเงินผิด มติ 3/2569",
  ])("is none: %s", (text) => expect(readDifferenceLine(text)).toBeNull());
});
