import { describe, expect, it } from "@jest/globals";
import { DomainError, type ErrorCode } from "../../src/domain/errors";
import { languages } from "../../src/i18n/language";
import { plainText } from "../../src/messages/plain-text";
import { refusal } from "../../src/messages/refusal";
import { formatHints } from "../../src/messages/refusal-values";
import { refusalSamples } from "../../flex-messages/help/refusal.sample";

const group = { name: { th: "กลุ่มออมทรัพย์บ้านน้ำขาว" } };
const told = (error: DomainError, language: "th" | "en" = "th"): string =>
  plainText(refusal({ language }, { error, group })).text;

describe("refusal", () => {
  it("says in three lines what cannot be done, which rule, and the way out", () => {
    const error = new DomainError("day.not-open", { groupName: group.name.th, nextOn: "2026-01-05" });
    expect(told(error).split("\n")).toEqual([
      "กลุ่มออมทรัพย์บ้านน้ำขาว",
      "กลุ่มออมทรัพย์บ้านน้ำขาว ยังไม่ได้เปิดวันทำการ",
      "กติกา: รับหรือจ่ายเงินสดได้เมื่อเปิดวันทำการแล้ว",
      "วันส่งสัจจะครั้งต่อไป จ. 5 ม.ค. 2569 เหรัญญิกหรือเลขานุการเปิดได้โดยพิมพ์ เปิดวันทำการ ถ้าเงินสดรอไม่ได้ หรือจะนำเงินสดฝากธนาคาร พิมพ์ รับเงินนอกวันทำการ แล้วกรรมการอีกคนยืนยัน",
    ]);
  });

  it.each(languages)("has a text for every code in %s, each with its values told", (language) => {
    for (const [sample, view] of Object.entries(refusalSamples)) {
      const { text } = plainText(refusal({ language }, view));
      expect([sample, text.split("\n").length >= 3]).toEqual([sample, true]);
      expect([sample, /\{\{|undefined|NaN|T\d\d:\d\d/.test(text)]).toEqual([sample, false]);
    }
  });

  it("tells values in words: money, days, instants, positions, states", () => {
    expect(told(new DomainError("amount.too-large", { limit: 1_000_000_00 }))).toContain(
      "มากกว่า 0 และไม่เกิน 1,000,000 บาท",
    );
    expect(told(new DomainError("text.too-long", { limit: 1000 }))).toContain("ไม่เกิน 1000 ตัวอักษร");
    const missing = (...positions: string[]) => told(new DomainError("role.missing", { positions, groupName: "ก" }));
    expect(missing("secretary")).toContain("เลขานุการ");
    expect(missing("unheard-of")).toContain("unheard-of");
    expect(missing("treasurer", "secretary")).toContain("หน้าที่ของเหรัญญิกหรือเลขานุการ ก");
    expect(told(new DomainError("member.not-active", { memberNo: "012", status: "closed" }))).toContain("ปิดสมุดแล้ว");
    expect(told(new DomainError("card.dropped", { at: "2026-01-05T02:30:00.000Z" }))).toContain(
      "จ. 5 ม.ค. 2569 09.30\u00a0น.",
    );
    const short = (account: string) => told(new DomainError("ledger.insufficient-funds", { account, balance: 5_00 }));
    expect(short("2110")).toMatch(/พิเศษ[^]*ตอนนี้มี 5 บาท/);
    // Two people count the box without knowing what should lie in it.
    expect(short("1100")).not.toContain("5 บาท");
    expect(told(new DomainError("format.unreadable", { hint: "unlock" }))).toContain("ปลดล็อก");
    expect(told(new DomainError("format.unreadable", { hint: "เช่น 5 ม.ค." }))).toContain("เช่น 5 ม.ค.");
    expect(formatHints.length).toBeGreaterThan(0);
  });

  it("names no group where it does not know one", () => {
    expect(told(new DomainError("person.locked", { groupName: "" }))).toContain("เลขานุการของกลุ่ม ให้ช่วยปลดล็อก");
  });

  it("quotes what people wrote cut, on one line, and never as a mark", () => {
    const quoted = told(
      new DomainError("amount.unreadable", { text: `รับ\n{{text}} $t(common.member) ${"ก".repeat(60)}` }),
    );
    expect(quoted).toContain("“รับ {{text}} $t(common.member) กกกกกกกก…”");
  });

  it("has an example of every code", () => {
    const codes: Record<ErrorCode, true> = Object.fromEntries(
      Object.values(refusalSamples).map(({ error }) => [error.code, true]),
    ) as Record<ErrorCode, true>;
    expect(Object.keys(codes).length).toBeGreaterThanOrEqual(42);
  });
});
