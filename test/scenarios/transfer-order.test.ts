import { describe, expect, it } from "@jest/globals";
import { TransferNoticeModel } from "../../src/storage/transfer-notices";
import { pictureOf } from "../app/photos/support";
import { useVillage } from "../support/village";
import type { Villager } from "../support/villager";

describe("a transfer that is told in many words, or many times", () => {
  const village = useVillage({ today: "2026-03-10" });

  async function people() {
    const treasurer = await village.officer("treasurer", { memberNo: "002", name: "สมศรี ใจดี" });
    const malee = await village.member({ memberNo: "012", nickname: "มาลี" });
    return { treasurer, malee };
  }

  const sends = async (phone: Villager, slip: string) => {
    const bytes = await pictureOf(slip);
    return phone.act(() => phone.phone.sendsImages([bytes]));
  };

  it("keeps what she gives in whatever order: slip, day and sums before the passbook, whose number is typed", async () => {
    const { treasurer, malee } = await people();
    await village.member({ memberNo: "013", nickname: "ภู", guardianNo: "012", linked: false });
    expect((await malee.says("แจ้งโอน")).text).toContain("โอนเข้าสมุดของใคร");
    await sends(malee, "สลิปก่อน");
    expect((await malee.says("สัจจะ 300 โอนวันที่ 8 มี.ค. 9 โมงเช้า")).text).toContain("โอนเข้าสมุดของใคร");
    const card = await malee.says("13");
    expect(card.text).toMatch(/ตรวจก่อนแจ้งโอน.*300 บาท.*013.*8 มี\.ค\. 69 09\.00.น\..*มีรูป/s);
    await malee.taps("ยืนยันแจ้งโอน 300 บาท");
    expect(treasurer.received().text).toMatch(/013.*8 มี\.ค\. 69/s);
    expect(treasurer.labels()).toContain("ดูสลิป");

    // Several passbooks, each with its sum, to the same question.
    await malee.says("แจ้งโอน");
    const both = await malee.says("ของ 012 สัจจะ 50 ของ 013 สัจจะ 30");
    expect(both.text).toMatch(/80 บาท.*012 มาลี.*สัจจะ 50.*013 ภู.*สัจจะ 30/s);

    // One passbook named; the picture before the sums; a day that nobody named may be changed on the card.
    await malee.says("แจ้งโอน");
    await malee.says("ของฉัน");
    await sends(malee, "สลิปก่อนยอด");
    expect(malee.received().text).toMatch(/เก็บรูปสลิปแล้ว.*012/);
    expect((await malee.says("สัจจะ 200")).text).toMatch(/200 บาท.*10 มี\.ค\. 69.*ถ้าไม่ได้โอนวันนี้/s);
    const yesterday = await malee.says("ไม่ใช่วันนี้ โอนเมื่อวาน");
    expect(yesterday.text).toMatch(/9 มี\.ค\. 69/);
    expect(yesterday.text).not.toContain("ถ้าไม่ได้โอนวันนี้");
    await malee.taps("ยืนยันแจ้งโอน 200 บาท");
    const told = await TransferNoticeModel.find({ groupId: village.group.id }).sort({ sentAt: 1, _id: 1 }).lean();
    expect(new Set(told.map(({ on, photoId }) => `${on} ${photoId !== null}`))).toEqual(
      new Set(["2026-03-08 true", "2026-03-09 true"]),
    );
    // A day that was said before the sums stays known; what is no word of a transfer is answered as ever, and [ไม่แจ้งโอน] leaves it.
    await malee.says("โอนไปเมื่อวานแล้วจ้า");
    await malee.says("ของฉัน");
    expect((await malee.says("วันไหนส่งเงิน")).text).not.toContain("ยังอ่านยอดไม่ออก");
    await malee.says("พิเศษ 250");
    expect((await malee.taps("ไม่มีสลิป")).text).toMatch(/250 บาท.*9 มี\.ค\. 69/s);
    await malee.says("แจ้งโอน");
    await malee.says("ของฉัน");
    expect((await malee.taps("ไม่แจ้งโอน")).text).toContain("ไม่ได้บันทึกอะไร");
    // Every other choice of a passbook takes a typed one too.
    await malee.says("รายการ");
    expect((await malee.says("ภู")).text).toContain("013");
  });

  it("lets the first five transfers and the first three tips of a day ring; no more is refused or lost, it comes with the day's bundle", async () => {
    const { treasurer, malee } = await people();
    const auditor = await village.officer("chair", { committee: "audit", memberNo: "007" });
    const heard = (phone: Villager, words: RegExp) => phone.received().text.match(words)?.length ?? 0;
    for (const sum of [100, 200, 300, 400, 500, 600]) {
      await malee.says(`แจ้งโอน สัจจะ ${sum}`);
      await malee.taps("ไม่มีสลิป");
      await malee.taps(/^ยืนยันแจ้งโอน/);
    }
    for (const words of ["เรื่องหนึ่ง", "เรื่องสอง", "เรื่องสาม", "เรื่องสี่"]) {
      await malee.says("ไม่บอกชื่อ");
      await malee.says(words);
      await malee.says("ส่งโดยไม่บอกชื่อ");
    }
    expect(heard(treasurer, /ช่วยเทียบ: แจ้งโอน/g)).toBe(5);
    expect(heard(auditor, /มีเรื่องให้ตรวจ/g)).toBe(3);
    await village.moveTo("2026-03-10", "17:01");
    await village.settle();
    expect(heard(treasurer, /ช่วยเทียบ: แจ้งโอน/g)).toBe(6);
    expect(auditor.received().text).toContain("เรื่องสี่");

    // What waits is never forgotten, however old.
    await village.moveTo("2026-06-20");
    expect((await malee.says("ดูแจ้งโอน")).text).toContain("600 บาท");
  });
});
