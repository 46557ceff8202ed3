import { describe, expect, it } from "@jest/globals";
import { baht } from "../../src/domain/money";
import { refusalOf } from "../support/refusals";
import { useVillage } from "../support/village";

describe("a changed pledge", () => {
  const village = useVillage({ today: "2026-03-05" });

  async function table() {
    const treasurer = await village.treasurerOnWorkingDay({ memberNo: "001", name: "สมศรี ใจดี" });
    const secretary = await village.officer("secretary", { memberNo: "002", name: "สุดา ทองดี", spouseNo: "012" });
    const chair = await village.officer("chair", { memberNo: "003" });
    const malee = await village.member({ memberNo: "012", nickname: "มาลี", spouseNo: "002" });
    return { treasurer, secretary, chair, malee };
  }

  it("is wished by the member, put to a second officer, and holds from the next month; what is paid stays paid", async () => {
    const { treasurer, secretary, chair, malee } = await table();
    await treasurer.says("รับ 012 สัจจะ 100");
    await treasurer.taps(/^ยืนยันรับ/);
    expect((await malee.says("เปลี่ยนสัจจะ 205")).text).toMatch(/ระเบียบข้อ 2.*10 บาท/s);
    expect((await malee.says("เปลี่ยนสัจจะ 200")).text).toMatch(/200 บาท.*เดิม.*100 บาท.*เม\.ย\. 2569/s);
    const wish = malee.dataOf(/^ยืนยันขอเปลี่ยน/);
    expect((await malee.taps("ยืนยันขอเปลี่ยนสัจจะ")).text).toContain("ยังไม่เปลี่ยน");
    await malee.sendsPostback(wish);

    expect(secretary.received().text).not.toContain("ขอเปลี่ยนสัจจะ");
    expect(chair.received().text.match(/สมาชิกขอเปลี่ยนสัจจะ/g)).toHaveLength(1);
    await chair.taps("เสนอกรรมการอีกคน");
    expect((await chair.taps("ยืนยันเสนอเปลี่ยน")).text).toMatch(/รอกรรมการอีก 1 คน.*เหรัญญิก สมศรี/s);
    expect(malee.received().text).not.toContain("เปลี่ยนแล้ว");
    treasurer.received();
    const approve = treasurer.dataOf(/^ยืนยันเปลี่ยนสัจจะ/);
    expect((await chair.sendsPostback(approve)).text).toMatch(refusalOf("card.foreign"));
    await treasurer.act(() => Promise.all([treasurer.phone.taps(approve), treasurer.phone.taps(approve)]));

    const [record, second] = await village.entries("pledge.changed");
    expect(record?.record).toEqual({
      memberNo: "012",
      before: baht(100),
      pledge: baht(200),
      from: "2026-04",
      resolution: null,
    });
    expect(second).toBeUndefined();
    expect(malee.received().text).toMatch(/เปลี่ยนแล้ว.*200 บาท.*เม\.ย\. 2569/s);
    expect((await malee.says("ยอดเงิน")).text).toContain("100 บาท ส่งแล้ว");
    expect((await treasurer.says("รับ 012 สัจจะ 2 เดือน")).text).toMatch(/400 บาท.*ส่งสัจจะครบถึง พ\.ค\. 2569/s);
    expect((await malee.says("เปลี่ยนสัจจะ 200")).text).toMatch(refusalOf("pledge.same"));
  });

  it("is proposed by an officer with the resolution, refused by a second, and never by the member's spouse or who holds no such office", async () => {
    const { treasurer, secretary, chair, malee } = await table();
    expect((await secretary.says("เปลี่ยนสัจจะ 012 เป็น 200 มติ 4/2569")).text).toMatch(refusalOf("pledge.own"));
    expect((await malee.says("เปลี่ยนสัจจะ 001 เป็น 200")).text).toMatch(refusalOf("role.missing"));
    expect((await treasurer.says("เปลี่ยนสัจจะ 012 เป็น 200")).text).toMatch(refusalOf("role.missing"));
    expect((await chair.says("เปลี่ยนสัจจะ")).text).toContain("เปลี่ยนสัจจะ 200");
    expect((await chair.says("เปลี่ยนสัจจะ มาลี เป็น 200 มติ 4/2569")).text).toMatch(/200 บาท.*มติที่ 4\/2569/s);
    await chair.taps("ยืนยันเสนอเปลี่ยน");
    expect(secretary.received().text).not.toContain("ช่วยตรวจ");
    expect((await treasurer.says("รอเราตัดสิน")).text).toContain("เปลี่ยนสัจจะของ 012");
    treasurer.received();
    expect((await treasurer.taps("ไม่ยืนยัน")).text).toContain("สัจจะยังเท่าเดิม");

    expect((await malee.says("รายการ")).text).toContain("ไม่เปลี่ยน");
    expect(await village.entries("pledge.changed")).toEqual([]);
  });
});
