import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import {
  buttonLabel,
  codePoints,
  cut,
  fitsButton,
  graphemeCount,
  quickLabel,
  shortGroupName,
} from "../../src/messages/labels";
import { buttons, calling, postback } from "../../src/messages/actions";

describe("labels", () => {
  it("counts what LINE counts: code points, and graphemes as people see them", () => {
    expect([codePoints("อนุมัติ"), graphemeCount("อนุมัติ")]).toEqual([7, 4]);
    expect([codePoints("ยืนยันการชำระเงินกู้ยืม"), graphemeCount("ยืนยันการชำระเงินกู้ยืม")]).toEqual([23, 16]);
    expect(codePoints("😀")).toBe(1);
  });

  it("takes the first that fits a button", () => {
    expect(buttonLabel("x".repeat(21), "ก็".repeat(20), "short")).toBe("ก็".repeat(20));
    expect(() => buttonLabel("ก็".repeat(21))).toThrow(Error);
    expect(fitsButton("กิ๊".repeat(14))).toBe(false);
  });

  it.each([
    ["กลุ่มออมทรัพย์เพื่อการผลิตบ้านทุ่งควนจีน", "บ้านทุ่งควนจีน"],
    ["กลุ่มออมทรัพย์บ้านน้ำขาว", "บ้านน้ำขาว"],
    ["กลุ่มสัจจะ บ้านนา", "บ้านนา"],
    ["บ้านนา", "บ้านนา"],
    ["กลุ่มออมทรัพย์", "กลุ่มออมทรัพย์"],
    ["Ban Namkhao savings group", "Ban Namkhao"],
  ])("takes from the name %s what every group bears", (name, short) => {
    expect(shortGroupName(name)).toBe(short);
  });

  it("cuts at a grapheme and never beyond the limit", () => {
    expect(quickLabel("012 น้องน้ำผึ้งคนเล็กบ้านควน")).toBe("012 น้องน้ำผึ้งคนเ…");
    expect(cut("กิ๊".repeat(4), 7)).toBe("กิ๊กิ๊…");
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 1, max: 40 }), (text, limit) => {
        const shown = cut(text, limit);
        expect(shown.length).toBeLessThanOrEqual(Math.max(limit, 1));
        if (text.length <= limit) expect(shown).toBe(text);
      }),
    );
  });
});

describe("buttons", () => {
  it("repeat their label as the person's own words", () => {
    expect(postback("d", "ไม่บันทึก")).toEqual({ type: "postback", label: "ไม่บันทึก", data: "d", displayText: "ไม่บันทึก" });
  });

  it("are at most three", () => {
    const one = postback("d", "ก");
    expect(buttons(null, null).any).toBe(false);
    expect(buttons(one, one, one).others).toHaveLength(2);
    expect(() => buttons(one, one, one, one)).toThrow(Error);
  });

  it("telephone a number as it is dialled", () => {
    expect(calling("โทรหาประธาน", "08-0000-0000 (เช้า)")).toMatchObject({ uri: "tel:0800000000" });
  });
});
