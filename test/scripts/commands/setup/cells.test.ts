import { describe, expect, it } from "@jest/globals";
import {
  cellText,
  readMemberNo,
  readMemberNos,
  readSignedSum,
  readSum,
  readText,
  readWhole,
} from "../../../../scripts/commands/setup/cells";
import { readDate, readMonth } from "../../../../scripts/commands/setup/dates";

describe("sums", () => {
  it.each([
    ["50400.00", 5_040_000],
    ["50,400", 5_040_000],
    ["1 200", 120_000],
    ["๕๐,๔๐๐.๕๐", 5_040_050],
    ["๑๒๐๐ บาท", 120_000],
    ["500.-", 50_000],
    ["-", 0],
    ["0.5", 50],
  ])("reads %s", (text, satang) => {
    expect(readSum(cellText(text))).toEqual({ value: satang });
  });

  it.each(["1,20", "12,00,000", "1.234", "5.000", "ห้าพัน", "1e3", "=1+1", "1 2", "0x10", "-5", "99999999999999999"])(
    "does not guess at %s",
    (text) => {
      expect(readSum(text)).toHaveProperty("problem");
    },
  );

  it("takes a negative one only where it may be", () => {
    expect(readSignedSum("-50.25")).toEqual({ value: -5025 });
  });
});

describe("dates", () => {
  it.each([
    ["2021-01-05", "2021-01-05"],
    ["2564-01-05", "2021-01-05"],
    ["5/1/2564", "2021-01-05"],
    ["5/1/2021", "2021-01-05"],
    ["05-01-2564", "2021-01-05"],
    ["5/1/64", "2021-01-05"],
    ["5 ม.ค. 64", "2021-01-05"],
    ["5 มค 64", "2021-01-05"],
    ["5ม.ค.64", "2021-01-05"],
    ["๕ มกราคม ๒๕๖๔", "2021-01-05"],
    ["5 มกรา พ.ศ. 2564", "2021-01-05"],
    ["29/2/2567", "2024-02-29"],
    ["31 ธ.ค. 99", "2056-12-31"],
    ["1 พ.ค. 50", "2007-05-01"],
  ])("reads %s", (text, day) => {
    expect(readDate(cellText(text))).toEqual({ value: day });
  });

  it.each([
    "5/1/21",
    "5 ม.ค. 49",
    "31/2/2564",
    "29/2/2566",
    "13/13/2564",
    "2021",
    "5 ค่ำ",
    "พรุ่งนี้",
    "5/1/1564",
    "5 มก 64",
    "44201",
  ])("does not guess at %s", (text) => {
    expect(readDate(text)).toHaveProperty("problem");
  });

  it.each([
    ["2026-10", "2026-10"],
    ["10/2569", "2026-10"],
    ["10/69", "2026-10"],
    ["ต.ค. 69", "2026-10"],
    ["ตุลาคม 2569", "2026-10"],
    ["5/10/2569", "2026-10"],
  ])("reads the month %s", (text, month) => {
    expect(readMonth(text)).toEqual({ value: month });
  });

  it.each(["13/2569", "ต.ค.", "2026-00", "10/21"])("does not guess at the month %s", (text) => {
    expect(readMonth(text)).toHaveProperty("problem");
  });
});

describe("other cells", () => {
  it("keeps a member number as it is, in Arabic digits", () => {
    expect(readMemberNo("๐๑๒")).toEqual({ value: "012" });
    expect(readMemberNo("12/2564")).toEqual({ value: "12/2564" });
    expect(readMemberNos("001, 002;003")).toEqual({ value: ["001", "002", "003"] });
    for (const text of ["1234567890123", "=1", "a b", "", "x".repeat(30), "1:2", "1.2"])
      expect(readMemberNo(text)).toHaveProperty("problem");
  });

  it("takes names, and nothing that is none or holds an identity number", () => {
    expect(readText(40)("นางเอื้อม ใจดี")).toEqual({ value: "นางเอื้อม ใจดี" });
    for (const text of [
      "=cmd",
      "+66",
      "@x",
      "---",
      "ก\u0007ข",
      "นาง 1-2345-67890-12-3",
      "๑๒๓๔๕๖๗๘๙๐๑๒๓",
      "ก".repeat(41),
    ]) {
      expect(readText(40)(text)).toHaveProperty("problem");
    }
  });

  it("cleans what cannot be seen", () => {
    expect(cellText("\uFEFF นาง\u200B\u00A0 ก \n")).toBe("นาง ก");
  });

  it("reads whole numbers in their bounds", () => {
    expect(readWhole(1, 31)("๑๒")).toEqual({ value: 12 });
    for (const text of ["0", "32", "1.0", "-1", ""]) expect(readWhole(1, 31)(text)).toHaveProperty("problem");
  });
});
