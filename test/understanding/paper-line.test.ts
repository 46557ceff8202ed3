import { describe, expect, it } from "@jest/globals";
import { readPaperLine } from "../../src/understanding/paper-line";

describe("who signs on paper", () => {
  it.each([
    "เซ็นกระดาษ 004 เพราะไม่มีโทรศัพท์",
    "เซ็นกระดาษ 004 เพราะ ไม่มีโทรศัพท์ค่ะ",
    "เซ็นกระดาษ 004 ไม่มีโทรศัพท์",
    "ให้คนที่สองเซ็นในกระดาษ ๐๐๔ ไม่มีโทรศัพท์",
  ])("is named with the reason: %s", (text) => {
    expect(readPaperLine(text)).toEqual({ secondNo: "004", reason: "ไม่มีโทรศัพท์" });
  });

  it.each(["เซ็นกระดาษ 004", "เซ็นกระดาษ", "กระดาษ 004 แผ่น"])("is not without a reason: %s", (text) => {
    expect(readPaperLine(text)).toBeNull();
  });
});
