import { describe, expect, it } from "@jest/globals";
import { baht } from "../../src/domain/money";
import { matchCommand } from "../../src/understanding/commands";
import { readHandOverLine } from "../../src/understanding/hand-over-line";
import { readOfficeLine } from "../../src/understanding/office-line";

const treasurer = { committee: "executive", position: "treasurer" };

describe("who takes and leaves an office", () => {
  it.each([
    ["เปลี่ยนเหรัญญิก เป็น 005 มติ 2/2569", { deed: "replace", seat: treasurer, out: null, taker: "005" }],
    ["เปลี่ยนเหรัญญิกเป็น ๐๐๕ ตามมติที่ประชุมครั้งที่ 2/2569 ค่ะ", { deed: "replace", seat: treasurer, out: null, taker: "005" }],
    ["ขอเปลี่ยนเหรัญญิก 002 เป็น สมศรี ใจดี มติ 2/2569", { deed: "replace", seat: treasurer, out: "002", taker: "สมศรี ใจดี" }],
    [
      "เปลี่ยนประธานกรรมการเงินกู้ เป็น 009 มติ 2/2569",
      { deed: "replace", seat: { committee: "loan", position: "chair" }, out: null, taker: "009" },
    ],
    [
      "ตั้ง 011 เป็นผู้ตรวจสอบ มติ 2/2569",
      { deed: "appoint", seat: { committee: "audit", position: "member" }, taker: "011" },
    ],
    [
      "แต่งตั้ง 011 เป็น รองประธาน มติ 2/2569",
      { deed: "appoint", seat: { committee: "executive", position: "vice-chair" }, taker: "011" },
    ],
    [
      "ตั้ง 011 เป็นผู้ช่วยเหรัญญิก มติ 2/2569",
      { deed: "appoint", seat: { committee: "executive", position: "staff" }, taker: "011" },
    ],
    ["พ้นตำแหน่ง 002 มติ 2/2569", { deed: "end", seat: null, out: "002" }],
    [
      "002 พ้นจากตำแหน่ง เลขานุการ มติ 2/2569",
      { deed: "end", seat: { committee: "executive", position: "secretary" }, out: "002" },
    ],
    ["change treasurer to 005 resolution 2/2569", { deed: "replace", seat: treasurer, out: null, taker: "005" }],
    [
      "appoint 005 as loan chair by resolution 2/2569",
      { deed: "appoint", seat: { committee: "loan", position: "chair" }, taker: "005" },
    ],
  ])("%s", (text, said) => {
    expect(readOfficeLine(text)).toEqual({ ...said, resolution: "2/2569" });
    expect(matchCommand(text)).toMatchObject({ command: "officers.change", certainty: "exact" });
  });

  it("lacks its resolution where none is named", () => {
    expect(readOfficeLine("เปลี่ยนเหรัญญิก เป็น 005")).toMatchObject({ taker: "005", resolution: null });
  });

  it.each(["เปลี่ยนเบอร์ เป็น 0812345678", "เปลี่ยนบัญชีรับโอน", "ตั้ง 034 เป็นผู้ช่วยของ 012", "ใครเป็นเหรัญญิก", "ลาออก", "ภาษา"])(
    "%s is no such line",
    (text) => {
      expect(readOfficeLine(text)).toBeNull();
      expect(matchCommand(text)?.command).not.toBe("officers.change");
    },
  );
});

describe("what is counted when an office is handed over", () => {
  it.each([
    ["ส่งมอบ เงินสด 12500 ธนาคาร 320000", 12_500, 320_000, null],
    ["รับมอบ ธนาคาร ๓๒๐,๐๐๐ บาท เงินสด 12,500 บาท", 12_500, 320_000, null],
    ["ส่งมอบ เงินสด 0 ธนาคาร 500", 0, 500, null],
    ["ส่งมอบแทน เงินสด 100 ธนาคาร 500 เพราะ เสียชีวิต", 100, 500, "เสียชีวิต"],
    ["hand over cash 100 bank account 500", 100, 500, null],
    ["ส่งมอบ บัญชีธนาคาร 500 เงินสด 100", 100, 500, null],
  ])("%s", (text, cash, bank, insteadBecause) => {
    expect(readHandOverLine(text)).toEqual({ cash: baht(cash), bank: baht(bank), insteadBecause });
    expect(matchCommand(text)).toMatchObject({ command: "officers.hand-over", certainty: "exact" });
  });

  it("is asked for where a sum is missing or could be two", () => {
    expect(readHandOverLine("ส่งมอบ เงินสด 12500")).toMatchObject({ cash: baht(12_500), bank: null });
    expect(readHandOverLine("ส่งมอบ เงินสด 1.000 ธนาคาร 500")).toMatchObject({ cash: null, bank: baht(500) });
    expect(readHandOverLine("ส่งเงิน 500")).toBeNull();
  });
});
