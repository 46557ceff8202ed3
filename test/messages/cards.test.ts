import { describe, expect, it } from "@jest/globals";
import { balance } from "../../src/messages/balance";
import { privateAlt } from "../../src/messages/card";
import { depositConfirmation, depositReceipt, passbookLine } from "../../src/messages/deposits";
import { entries } from "../../src/messages/entries";
import { linkCodeMade } from "../../src/messages/linking";
import { plainText } from "../../src/messages/plain-text";
import { receiptCheck, receiptsToday } from "../../src/messages/receipts";
import { speak } from "../../src/messages/speak";
import { balancesSamples } from "../../flex-messages/savings/balances.sample";
import { passbookBalanceOf } from "../../flex-messages/savings/balance.sample";
import { depositConfirmationSamples } from "../../flex-messages/deposits/deposit-confirmation.sample";
import { depositReceiptSamples, treasurerReceiptSamples } from "../../flex-messages/deposits/deposit-receipt.sample";
import { entriesSamples } from "../../flex-messages/savings/entries.sample";
import { linkCodeSamples } from "../../flex-messages/linking/link-code.sample";
import { receiptsTodaySamples } from "../../flex-messages/savings/receipts-today.sample";
import { usual, type Samples } from "../../flex-messages/values.sample";
import { satang } from "../../src/domain/money";

const th = { language: "th" } as const;
const en = { language: "en" } as const;

function sample<View>(samples: Samples<View>, name: string): View {
  const view = samples[name];
  if (view === undefined) throw new Error(`no example ${name}`);
  return view;
}

const asked = { asOf: usual.on, entries: usual.data, receipts: usual.data, wrong: usual.data, more: null };

describe("ยอดเงิน", () => {
  it("shows one passbook with its figure, words, pledge, last entry and what it leaves out", () => {
    const { text } = plainText(balance(th, { ...asked, passbooks: [passbookBalanceOf(usual)] }));
    expect(text.split("\n")).toEqual([
      "กลุ่มออมทรัพย์บ้านน้ำขาว",
      "ยอดเงินสัจจะ",
      "012 มาลี สุขใจ (ลี)",
      "4,200 บาท",
      "สี่พันสองร้อยบาทถ้วน",
      "✓ สัจจะ ม.ค. 2569 100 บาท ส่งแล้ว",
      "ยอดสัจจะพิเศษ 100 บาท",
      "รายการล่าสุด จ. 5 ม.ค. 2569 สัจจะ 100, พิเศษ 475 บาท",
      "บันทึกโดย เหรัญญิก สมศรี แก้วมณี",
      "ณ จ. 5 ม.ค. 2569",
    ]);
  });

  it("shows several passbooks by nickname and never their sum", () => {
    const view = sample(balancesSamples, "one household");
    const { text } = plainText(balance(th, view));
    expect(text).toContain("ลี (012) 4,200 บาท");
    expect(text).toContain("น้องฟ้า (013) 4,200 บาท");
    expect(text).not.toContain("8,400");
  });

  it("names each passbook's group where there are several", () => {
    const { text } = plainText(balance(en, sample(balancesSamples, "two groups")));
    expect(text).toContain("Ban Namkhao savings group");
    expect(text).toContain("กลุ่มออมทรัพย์เพื่อการผลิตบ้านทุ่งควนจีน");
  });

  it("needs a passbook", () => {
    expect(() => balance(th, { ...asked, passbooks: [] })).toThrow(Error);
  });
});

describe("the money card", () => {
  const labels = (message: object): string[] =>
    [...JSON.stringify(message).matchAll(/"label":"(.*?)"/g)].map(([, label]) => String(label));

  it("confirms with a label that begins with ยืนยัน and drops with ไม่บันทึก", () => {
    const view = { ...sample(depositConfirmationSamples, "usual"), total: satang(475_00) };
    expect(labels(depositConfirmation(th, view))).toEqual(["ยืนยันรับ 475 บาท", "ไม่บันทึก"]);
    expect(labels(depositConfirmation(en, view))).toEqual(["Confirm 475 baht", "Do not record"]);
  });

  it("says a sum that is too long for a button in other words", () => {
    const view = { ...sample(depositConfirmationSamples, "usual"), total: satang(999_999_99) };
    expect(labels(depositConfirmation(th, view))[0]).toBe("ยืนยันรับเงินจำนวนนี้");
  });

  it("asks for an explicit other entry when the same one stands already", () => {
    const card = depositConfirmation(th, sample(depositConfirmationSamples, "another"));
    expect(labels(card)[0]).toBe("ยืนยันรับอีกรายการ");
    expect(plainText(card).text).toContain("โดยเหรัญญิก สมศรี แก้วมณี ใบเสร็จ 2569/000123");
  });

  it("shows the balances before and after", () => {
    expect(plainText(depositConfirmation(th, sample(depositConfirmationSamples, "usual"))).text).toContain(
      "ยอดเงินสัจจะ 4,200 → 4,300 บาท",
    );
  });
});

describe("receipts", () => {
  it("carry number, time, who posted, before and after, and check code", () => {
    const { text } = plainText(depositReceipt(th, sample(depositReceiptSamples, "usual")));
    for (const part of [
      "2569/000123",
      "จ. 5 ม.ค. 2569 09.30\u00a0น.",
      "เหรัญญิก สมศรี แก้วมณี",
      "4,200 → 4,300 บาท",
      "7KQ2M9XA",
      "สี่ร้อยเจ็ดสิบห้าบาทถ้วน",
    ]) {
      expect(text).toContain(part);
    }
  });

  it("come with a line to write into the passbook of a member without LINE", () => {
    const line = "เขียนลงสมุด: เงินสัจจะ 100 คงเหลือ 4,300 · เงินสัจจะพิเศษ 375 คงเหลือ 375 · เลขที่ 2569/000123";
    expect(passbookLine(th, sample(treasurerReceiptSamples, "usual")).text).toBe(line);
  });

  it("count in the notification only what still holds", () => {
    const altOf = (name: string) => receiptsToday(th, sample(receiptsTodaySamples, name)).altText;
    expect(altOf("usual")).toBe("ใบเสร็จวันนี้ 1 ใบ รวม 475 บาท");
    expect(altOf("eight receipts")).toBe("ใบเสร็จวันนี้ 8 ใบ รวม 3,800 บาท");
    expect(altOf("none")).toBe("วันนี้ยังไม่มีใบเสร็จ");
    expect(altOf("two groups")).toBe("ใบเสร็จวันนี้ 2 ใบ แตะเพื่อดู");
  });

  it("check out as ตรง, ไม่ตรง or put right since, without a name or a balance", () => {
    const view = { outcome: "differs", receipt: "2569/000123", amount: satang(475_00) } as const;
    expect(plainText(receiptCheck(th, view)).text).toContain("✕ ไม่ตรง");
    expect(plainText(receiptCheck(th, { ...view, outcome: "matches" })).text).toContain("✓ ตรง");
    expect(plainText(receiptCheck(th, { ...view, outcome: "put-right" })).text).toContain("– ตรง แต่แก้ไปแล้ว");
  });
});

describe("other cards", () => {
  it("mark an entry that was put right, and the one that did it", () => {
    const card = entries(th, sample(entriesSamples, "usual"));
    expect(plainText(card).text).toContain("– ยกเลิกแล้ว");
    expect(plainText(card).text).toContain("สัจจะ −475 บาท");
    expect(JSON.stringify(card)).toContain('"decoration":"line-through"');
  });

  it("tell years of the Buddhist era in Thai and of the Common Era in English", () => {
    const view = sample(entriesSamples, "empty year");
    expect(plainText(entries(th, view)).text).toContain("ปี 2568");
    expect(plainText(entries(en, view)).text).toContain("year 2025");
  });

  it("show a link code big, and never in the notification", () => {
    const card = linkCodeMade(th, sample(linkCodeSamples, "until closing"));
    expect(plainText(card).text).toContain("1234 5678");
    expect(card.altText).not.toMatch(/\d{4}/);
    expect(plainText(card).text).toContain("ใช้ได้ถึง ปิดวันทำการ");
  });

  it("say in a private notification only whose message it is", () => {
    const say = speak(th);
    expect(privateAlt(say, { name: { th: "กลุ่มบ้านน้ำขาว" } })).toBe("มีข้อความจากกลุ่มบ้านน้ำขาว แตะเพื่ออ่าน");
    expect(privateAlt(say, { name: { th: "บ้านน้ำขาว" } })).toBe("มีข้อความจากกลุ่มบ้านน้ำขาว แตะเพื่ออ่าน");
    expect(privateAlt(say, null)).toBe("มีข้อความถึงคุณ แตะเพื่ออ่าน");
  });

  it("speak with the group's particle, and without one where it chose none", () => {
    const t = (particle: "ค่ะ" | "ครับ" | "") =>
      speak({ language: "th", particle }).t("people.language.ask").split("\n")[0];
    expect([t("ค่ะ"), t("ครับ"), t("")]).toEqual(["ใช้ภาษาอะไรคะ", "ใช้ภาษาอะไรครับ", "ใช้ภาษาอะไร"]);
  });
});
