import { describe, expect, it } from "@jest/globals";
import { matchCommand } from "../../src/understanding/commands";
import { readHelperEnd, readHelperLine } from "../../src/understanding/helper-line";

describe("who is to help whom", () => {
  it.each([
    ["ผู้ช่วย 012 คือ 034", "012", "034"],
    ["ผู้ช่วยของ 012 คือ 034 ค่ะ", "012", "034"],
    ["ผู้ช่วย ๐๑๒ เป็น ๐๓๔", "012", "034"],
    ["ตั้งผู้ช่วยให้ป้ามาลี = น้องฟ้า", "ป้ามาลี", "น้องฟ้า"],
    ["ขอเพิ่มผู้ช่วย 012 คือ สมชาย ใจดี นะครับ", "012", "สมชาย ใจดี"],
    ["034 เป็นผู้ช่วยของ 012", "012", "034"],
    ["ให้ 034 เป็นผู้ช่วย 012", "012", "034"],
    ["ให้สมชายช่วยดูสมุดของมาลี", "มาลี", "สมชาย"],
    ["helper of 012 is 034", "012", "034"],
    ["Helper for Malee = Somchai", "Malee", "Somchai"],
    ["add 034 as helper of 012 please", "012", "034"],
    ["034 is the helper of 012.", "012", "034"],
    ["034 helps 012", "012", "034"],
  ])("%s: of %s is %s", (text, helped, helper) => {
    expect(readHelperLine(text)).toEqual({ helped, helper });
    expect(matchCommand(text)).toMatchObject({ command: "helper.record", certainty: "exact" });
  });

  it.each([
    ...["ใครเป็นผู้ช่วยของ 012", "ผู้ช่วยคืออะไร", "ไม่ให้ 034 เป็นผู้ช่วยของ 012", "เลิกให้ 034 เป็นผู้ช่วยของ 012"],
    ...[
      "034 เป็นผู้ช่วยของ 012 หรือยัง",
      "ผู้ช่วยเหรัญญิก",
      "who is helper of 012",
      "034 is not helper of 012",
      "ช่วยดูยอดหน่อย",
      "ช่วยเหลือ",
    ],
  ])("%s names nobody", (text) => {
    expect(readHelperLine(text)).toBeNull();
    expect(matchCommand(text)?.command).not.toBe("helper.record");
  });

  it("is asked for again where the line is not whole", () => {
    expect(readHelperLine("ผู้ช่วย 012 คือใคร")).toBeNull();
    for (const text of ["ผู้ช่วย", "ผู้ช่วย 012 คือใคร", "ผู้ช่วย 012", "ตั้งผู้ช่วยให้ 012", "helper of 012"])
      expect(matchCommand(text)).toMatchObject({ command: "helper.record", certainty: "exact" });
  });
});

describe("whose helper ends", () => {
  it.each([
    ["ยกเลิกผู้ช่วย 034 ของ 012", { helper: "034", helped: "012" }],
    ["ยกเลิกผู้ช่วยของ 012", { helped: "012" }],
    ["ยกเลิกผู้ช่วย สมชาย ครับ", { helper: "สมชาย" }],
    ["ยกเลิกผู้ช่วย", {}],
    ["ยกเลิกผู้ช่วยค่ะ", {}],
    ["ถอนผู้ช่วย 034", { helper: "034" }],
    ["remove helper 034 of 012", { helper: "034", helped: "012" }],
    ["Remove helper", {}],
  ])("%s", (text, said) => {
    const match = matchCommand(text);
    expect(match).toMatchObject({ command: "helper.end", certainty: "exact" });
    expect(readHelperEnd(match?.rest ?? "")).toEqual(said);
  });

  it.each(["ยกเลิก", "ยกเลิกรายการ", "cancel"])("%s alone ends nothing", (text) => {
    expect(matchCommand(text)?.command).toBe("waiting");
  });
});
