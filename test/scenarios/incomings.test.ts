import { describe, expect, it } from "@jest/globals";
import { account } from "../../src/domain/ledger/accounts";
import { baht, satang } from "../../src/domain/money";
import { checkBooks } from "../../src/app/ledger/check-books";
import { refusalOf } from "../support/refusals";
import { useVillage } from "../support/village";
import type { Villager } from "../support/villager";

describe("money that no member hands over", () => {
  const village = useVillage({ today: "2026-03-05" });

  async function reverses(first: Villager, second: Villager, receipt: string) {
    await first.says(`แก้รายการ ${receipt}`);
    await first.says("ลงผิด");
    await first.taps("ยืนยันขอแก้รายการ");
    expect(second.received().text).toContain(receipt);
    return second.taps("ยืนยันแก้รายการ");
  }

  it("is the bank's yield or a grant: with a card, a number and a way back; cash on a working day alone", async () => {
    const treasurer = await village.officer("treasurer");
    const secretary = await village.officer("secretary");
    const member = await village.member();

    expect((await member.says("ดอกเบี้ยธนาคาร 123.45")).text).toMatch(refusalOf("role.missing"));
    const card = await treasurer.says("ดอกเบี้ยธนาคาร 123.45");
    expect(card.text).toMatch(/ผลตอบแทนจากธนาคาร.*123\.45 บาท.*ผลตอบแทนเงินฝากธนาคาร/s);
    const confirm = treasurer.dataOf(/^ยืนยันรับ/);
    await treasurer.act(() => Promise.all([treasurer.phone.taps(confirm), treasurer.phone.taps(confirm)]));
    expect((await treasurer.sendsPostback(confirm)).text).toContain("2569/000001");
    expect(await village.balance(account.bankInterest)).toBe(satang(123_45));
    expect((await treasurer.says("ดอกเบี้ยธนาคาร 123.45")).text).toMatch(/ลงยอดนี้ไปแล้ว.*2569\/000001/s);

    expect((await treasurer.says("เงินอุดหนุน 10000 จาก อบต.")).text).toContain("เงินนี้อยู่ที่ไหน");
    expect((await treasurer.taps("เงินสด")).text).toMatch(refusalOf("day.not-open"));
    await treasurer.says("เงินอุดหนุน 10000 จาก อบต.");
    await treasurer.taps("เข้าบัญชีของกลุ่ม");
    expect((await treasurer.taps(/^ยืนยันรับ/)).text).toMatch(/10,000 บาท.*เงินอุดหนุนและเงินสมทบ.*2569\/000002.*อบต/s);
    expect(await village.balance(account.grants)).toBe(baht(10_000));
    expect((await treasurer.says("ดอกเบี้ยธนาคาร")).text).toContain("ดอกเบี้ยจากธนาคาร 123.45");

    expect((await reverses(treasurer, secretary, "2569/000002")).text).toContain("แก้แล้ว");
    expect(await village.balance(account.grants)).toBe(0);
    expect((await treasurer.sendsPostback(confirm)).text).toContain("2569/000001");
  });

  it("is kept for the public good where the group may not live on the bank's interest", async () => {
    const group = await village.addGroup({ financeMode: "murabaha" });
    const treasurer = await village.officer("treasurer", { group });
    expect((await treasurer.says("ดอกเบี้ยธนาคาร 50 บาท")).text).toContain("ทุนสาธารณประโยชน์");
    await treasurer.taps(/^ยืนยันรับ/);
    const [entry] = await village.entries("bank.interest", group);
    expect(entry?.postings.map(({ code }) => code)).toEqual([account.bank, account.charity]);
  });

  it("waits for its owner until two officers say whose it is: she has her receipt, and the way back is as of any receipt", async () => {
    const treasurer = await village.treasurerOnWorkingDay();
    const secretary = await village.officer("secretary");
    const malee = await village.member({ memberNo: "012", nickname: "มาลี" });
    await treasurer.says("รับเงินไม่ทราบเจ้าของ 500 โอนวันที่ 3 ไม่มีชื่อ เข้าธนาคาร");
    const receipt = await treasurer.taps(/^ยืนยันรับ/);
    expect(receipt.text).toMatch(/2569\/000001.*เข้าบัญชีเงินฝากของกลุ่ม.*ไม่มีชื่อ/s);
    await treasurer.says("รับเงินไม่ทราบเจ้าของ 70 เงินสด");
    await treasurer.taps(/^ยืนยันรับ/);
    expect((await malee.says("เงินรอเจ้าของ")).text).toMatch(refusalOf("role.missing"));
    expect((await secretary.says("เงินรอเจ้าของ")).text).toMatch(/570 บาท.*2569\/000001 · 0 วัน.*500 บาท.*2569\/000002/s);

    await treasurer.says("เงินรอเจ้าของ");
    await treasurer.taps(/^2569\/000001/);
    await treasurer.taps("รู้เจ้าของแล้ว");
    expect((await treasurer.says("012 สัจจะ 600")).text).toMatch(refusalOf("suspense.too-much"));
    await treasurer.says("เงินรอเจ้าของ");
    await treasurer.taps(/^2569\/000001/);
    await treasurer.taps("รู้เจ้าของแล้ว");
    expect((await treasurer.says("มาลี สัจจะ 200 พิเศษ 300")).text).toMatch(/500 บาท.*012.*สัจจะ 200, พิเศษ 300/s);
    await treasurer.taps("ยืนยันว่ารู้เจ้าของ");
    secretary.received();
    const approve = secretary.dataOf(/^ยืนยันเจ้าของ/);
    expect((await treasurer.sendsPostback(approve)).text).toMatch(refusalOf("card.foreign"));
    await secretary.act(() => Promise.all([secretary.phone.taps(approve), secretary.phone.taps(approve)]));

    expect(await village.entries("suspense.settled")).toHaveLength(1);
    expect(await village.balance(account.specialSavings, malee.member)).toBe(baht(300));
    expect((await malee.says("ใบเสร็จ")).text).toMatch(/สัจจะ 200, พิเศษ 300 บาท.*2569\/000003/s);
    expect((await secretary.says("เงินรอเจ้าของ")).text).not.toContain("2569/000001");

    await treasurer.says("แก้รายการ 2569/000001");
    await treasurer.says("ลงผิด");
    await treasurer.taps("ยืนยันขอแก้รายการ");
    secretary.received();
    expect((await secretary.taps("ยืนยันแก้รายการ")).text).toMatch(refusalOf("ledger.insufficient-funds"));
    expect((await reverses(treasurer, secretary, "2569/000003")).text).toContain("แก้แล้ว");
    expect((await secretary.says("เงินรอเจ้าของ")).text).toContain("2569/000001");
    expect(await village.balance(account.specialSavings, malee.member)).toBe(0);
    expect((await checkBooks()).problems.filter(({ group }) => group === village.group.id)).toEqual([]);
  });

  it("is given back by two officers, out of where it came into", async () => {
    const treasurer = await village.treasurerOnWorkingDay();
    const secretary = await village.officer("secretary");
    await treasurer.says("รับเงินไม่ทราบเจ้าของ 70 เงินสด");
    await treasurer.taps(/^ยืนยันรับ/);
    await treasurer.says("เงินรอเจ้าของ");
    await treasurer.taps(/^2569\/000001/);
    await treasurer.taps("คืนเงินก้อนนี้");
    expect((await treasurer.says("นายดำ บ้านนา")).text).toMatch(
      /คืนเงินที่ไม่รู้เจ้าของ.*70 บาท.*ผู้รับเงิน นายดำ บ้านนา.*จ่ายจากเงินสด/s,
    );
    await treasurer.taps("ยืนยันขอจ่ายเงิน");
    secretary.received();
    await secretary.taps(/^ยืนยันจ่าย/);

    expect(await village.balance(account.cash)).toBe(0);
    expect((await secretary.says("เงินรอเจ้าของ")).text).toContain("ไม่มีเงินที่รอเจ้าของ");
    expect((await reverses(treasurer, secretary, "2569/000002")).text).toContain("แก้แล้ว");
    expect((await secretary.says("เงินรอเจ้าของ")).text).toContain("2569/000001");
  });
});
