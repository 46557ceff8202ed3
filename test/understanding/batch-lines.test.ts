import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { readBatch } from "../../src/understanding/batch-lines";

const told = (text: string): string | null =>
  readBatch(text)
    ?.map(({ said, read }) =>
      read ? `${read.member} ${read.items === "due" ? "due" : read.items.length}` : `? ${said}`,
    )
    .join("; ") ?? null;

describe("a list of the desk", () => {
  it.each([
    ["รับครบ 012 015 020-023", "012 due; 015 due; 020 due; 021 due; 022 due; 023 due"],
    ["รับครบ ๐๑๒, ๐๑๕ ค่ะ", "012 due; 015 due"],
    ["รับ 012 ครบ", "012 due"],
    ["take all due 7 9-10", "7 due; 9 due; 10 due"],
    ["รับครบ 012 ป้าแดง", "012 due; ? ป้าแดง"],
    ["รับครบ 035-020", "? 035-020"],
    ["รับ 012 สัจจะ 100\nรับ 013 สัจจะ 100 ต้น 500", "012 1; 013 2"],
    ["รับ 012 สัจจะ 100\n013 สัจจะ 200\n014 พิเศษ 50", "012 1; 013 1; 014 1"],
    ["รับ 012 สัจจะ 200\n013 สัจจะ ๒๐๐ พิเศษ ห้าสิบ\nป้าแดง สัจจะ 100\nขอบคุณค่ะ", "012 1; 013 2; ป้าแดง 1; ? ขอบคุณ"],
    ["รับ 012 สัจจะ 100\nรับครบ 013-014", "012 1; 013 due; 014 due"],
    ["รับ 012 สัจจะ 100\nรับ 013 สัจจะ 100\nรับ อะไรก็ไม่รู้", "012 1; 013 1; ? รับ อะไรก็ไม่รู้"],
  ])("%s", (text, expected) => {
    expect(told(text)).toBe(expected);
  });

  it.each([
    ...[
      "รับ 012 สัจจะ 100",
      "รับครบ",
      "รับครบทุกคนแล้ว",
      "012 สัจจะ 100\n013 สัจจะ 100",
      "รับทราบค่ะ\nขอบคุณ",
      "ยอดเงิน\nรายการ",
      "",
    ],
    "รับ 012 สัจจะ 100\nขอบคุณค่ะ",
  ])("%s is none", (text) => {
    expect(readBatch(text)).toBeNull();
  });

  it("never throws", () => {
    const piece = fc.constantFrom("รับ", "รับครบ", " ", "\n", "012", "-", "020-025", "สัจจะ", "100", ",");
    const texts = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(piece, { maxLength: 12 }).map((parts) => parts.join("")),
    );
    fc.assert(fc.property(texts, (text) => expect(readBatch(text)?.length).not.toBe(0)));
  });
});
