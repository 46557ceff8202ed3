import { describe, expect, it } from "@jest/globals";
import { mostBegun } from "../../src/domain/closing/day-count";
import { refusalOf } from "../support/refusals";
import { useVillage } from "../support/village";
import type { Villager } from "../support/villager";

describe("who keeps the cash overnight", () => {
  const village = useVillage({ today: "2026-03-05" });

  it("says so herself before the day closes, once; who has not got it is named no longer, and the report tells of it", async () => {
    const { treasurer, secretary, chair, auditor } = await counted();
    const choice = await treasurer.taps("เลือกคนเก็บเงินสด");
    expect(choice.labels).not.toContain("chair");
    await treasurer.taps("คนอื่น");
    await treasurer.taps(/^chair/);
    const named = await treasurer.taps("ให้คนนี้เก็บทั้งหมด");
    expect(named.text).toMatch(/ใครเก็บเงินสด.*รอ ประธาน.*ถ้าไม่ตอบ เลขานุการ/s);
    expect(chair.received().text).toMatch(/เหรัญญิก.* บอกว่าคุณเก็บเงินสด.*นับเงินให้ครบก่อนกดรับ/s);
    const asked = chair.dataOf(/^รับเงินไว้ 100 บาท/);
    expect((await auditor.sendsPostback(asked)).text).toMatch(refusalOf("card.foreign"));
    expect((await chair.says("รอเราตัดสิน")).text).toContain("รับเงินสดที่คุณถูกระบุให้เก็บ");
    await chair.taps("รับเงินสดไว้");
    expect((await chair.taps("ไม่ได้รับ")).text).toContain("บันทึกแล้วว่าคุณไม่ได้รับเงินสด 100 บาท");
    expect(treasurer.received().text).toContain("ประธาน chair บอกว่าไม่ได้รับเงินสดนี้");

    await treasurer.taps("เก็บไว้เอง");
    expect((await chair.sendsPostback(asked)).text).toMatch(refusalOf("card.outdated"));
    expect(secretary.received().text).toMatch(/เหรัญญิก treasurer บอกว่าเก็บเงินสดนี้ไว้เอง/);
    const agree = secretary.dataOf(/^ยืนยันว่ารับไว้แล้ว/);
    await secretary.act(() => Promise.all([secretary.phone.taps(agree), secretary.phone.taps(agree)]));
    await treasurer.taps("ไปปิดวันทำการ");
    const report = await treasurer.taps(/^ยืนยันปิด/);
    await village.settle();
    for (const { text } of [report, auditor.received()])
      expect(text).toMatch(/เก็บโดย\nเหรัญญิก treasurer[^(]*\n.*ไม่ได้รับเงินสดตามที่ระบุ: ประธาน chair/s);
    expect(report.text).not.toContain("ทำคนเดียว");
    expect((await village.entries("day.closed"))[0]?.record).toMatchObject({
      keeper: treasurer.member.id,
      keeperWord: "agreed",
    });
    expect((await secretary.sendsPostback(agree)).text).not.toMatch(refusalOf("card.outdated"));
  });

  it("may be silent or without LINE: two officers close the day by their word, loudly for everybody", async () => {
    const { treasurer, secretary, malee } = await counted({ chairLinked: false });
    await names(treasurer, /^chair/);
    const asked = secretary.received().text;
    expect(asked).toMatch(/ประธาน chair ถูกระบุให้เก็บเงินสดนี้ไว้ แต่ไม่มีไลน์/);
    await secretary.taps("ยืนยันว่ารับไว้แล้ว");
    await treasurer.taps("ไปปิดวันทำการ");
    const report = await treasurer.taps(/^ยืนยันปิด/);
    await village.settle();
    expect(report.text).toMatch(/\(ยังไม่ได้ยืนยัน\).*ทำคนเดียว 1 เรื่อง: ประธาน chair ทดลอง ไม่มีไลน์ จึงไม่ได้ยืนยันเอง/s);
    expect(malee.received().text).toContain("คนเก็บเงินสดยังไม่ได้ยืนยันว่ารับเงินไว้");
    expect((await village.entries("day.closed"))[0]?.record).toMatchObject({ keeperWord: "vouched" });
  });

  it("who is named by one alone is told as that; an old card takes nothing after a new count or the closing", async () => {
    const { treasurer, secretary, chair, malee } = await counted();
    await names(treasurer, /^chair/);
    const asked = chair.dataOf(/^รับเงินไว้ 100 บาท/);
    await treasurer.says("รับ 012 พิเศษ 50");
    await treasurer.taps(/^ยืนยันรับ/);
    expect((await chair.sendsPostback(asked)).text).toMatch(refusalOf("card.outdated"));
    for (const counter of [treasurer, secretary]) await counter.says("หนึ่งร้อยห้าสิบบาท");
    await names(treasurer, /^chair/);
    const later = chair.dataOf(/^รับเงินไว้ 150 บาท/);
    expect((await treasurer.taps("ปิดโดยไม่รอ")).text).toContain("ยังไม่มีใครยืนยันว่ารับเงินไว้");
    const report = await treasurer.taps(/^ยืนยันปิด/);
    await village.settle();
    expect(report.text).toMatch(/ทำคนเดียว 1 เรื่อง: ไม่มีใครยืนยันว่า ประธาน chair ทดลอง รับเงินสดไว้/);
    expect(malee.received().text).toContain("คนเก็บเงินสดยังไม่ได้ยืนยันว่ารับเงินไว้");
    expect(chair.received().text).toContain("ถ้าไม่ได้รับเงินตามนี้ บอกกรรมการตรวจสอบทันที");
    expect((await chair.sendsPostback(later)).text).toMatch(refusalOf("card.outdated"));

    await treasurer.says("เปิดวันทำการ");
    await treasurer.taps(/^ยืนยันเปิด/);
    await begins(treasurer, secretary);
    for (let times = 1; times < mostBegun; times++) await again();
    expect((await again()).text).toMatch(refusalOf("count.begun-often"));

    async function again() {
      await treasurer.taps("เลือกคนนับคนอื่น");
      return treasurer.taps(`ชื่อ${secretary.member.memberNo}`);
    }
  });

  async function counted({ chairLinked = true } = {}) {
    const treasurer = await village.treasurerOnWorkingDay();
    const secretary = await village.officer("secretary");
    const chair = await village.officer("chair", { linked: chairLinked });
    const auditor = await village.officer("chair", { committee: "audit" });
    const malee = await village.member({ memberNo: "012" });
    await treasurer.says("รับ 012 พิเศษ 100");
    await treasurer.taps(/^ยืนยันรับ/);
    await begins(treasurer, secretary);
    for (const counter of [treasurer, secretary]) await counter.says("100");
    return { treasurer, secretary, chair, auditor, malee };
  }

  async function begins(first: Villager, second: Villager) {
    await first.says("ปิดวันทำการ");
    await first.taps("นับเงินก่อนปิด");
    await first.taps(`ชื่อ${second.member.memberNo}`);
  }

  async function names(first: Villager, keeper: RegExp) {
    await first.taps("เลือกคนเก็บเงินสด");
    await first.taps("คนอื่น");
    await first.taps(keeper);
    await first.taps("ให้คนนี้เก็บทั้งหมด");
  }
});
