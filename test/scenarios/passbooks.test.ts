import { describe, expect, it } from "@jest/globals";
import { baht } from "../../src/domain/money";
import { refusalOf } from "../support/refusals";
import { useVillage } from "../support/village";
import { lastOf } from "../support/villager";

describe("the passbooks of a phone", () => {
  const village = useVillage({ today: "2026-03-05" });

  it("stand together on one card by nickname, a child's and another group's too, and are never summed", async () => {
    const other = await village.addGroup({ name: { th: "กลุ่มบ้านนา" } });
    const malee = await village.member({ memberNo: "012", nickname: "มาลี", pledgeSavings: baht(4_200) });
    await village.member({
      memberNo: "013",
      nickname: "น้องบีม",
      guardianNo: "012",
      linked: false,
      pledgeSavings: baht(300),
    });
    await village.member({ memberNo: "007", nickname: "หลี", group: other, phoneOf: malee, specialSavings: baht(55) });

    const screen = await malee.says("ยอดเงิน");

    for (const part of ["น้องบีม", "กลุ่มบ้านนา", "4,200", "300", "55"]) expect(screen.text).toContain(part);
    expect(screen.text).not.toMatch(/4,500|4,255|4,555|355/);
    expect(screen.altTexts.join()).not.toMatch(/\d{2}/);
  });

  it("are told apart where entries are asked for", async () => {
    const treasurer = await village.treasurerOnWorkingDay();
    const malee = await village.member({ memberNo: "012", nickname: "มาลี" });
    await village.member({ memberNo: "013", nickname: "น้องบีม", guardianNo: "012", linked: false });
    await treasurer.says("รับ 013 สัจจะ 20");
    await treasurer.taps(/^ยืนยันรับ/);

    expect((await malee.says("รายการ")).text).toContain("ดูสมุดของใคร");
    expect((await malee.taps(/013|น้องบีม/)).text).toContain("2569/000001");
    await malee.says("รายการ");
    expect((await malee.taps(/012|มาลี/)).text).not.toContain("2569/000001");
  });

  it("show entries page by page, by month and by year", async () => {
    const treasurer = await village.treasurerOnWorkingDay();
    const malee = await village.member({ memberNo: "012", pledgeSavings: baht(4_000) });
    for (let sum = 101; sum <= 109; sum++) {
      await treasurer.says(`รับ 012 สัจจะ ${sum}`);
      await treasurer.taps(/^ยืนยันรับ/);
    }

    await malee.says("วันนัด"); // Four receipts ride with each answer, and are out of the way then.
    await malee.says("วันนัด");
    await malee.says("วันนัด");
    const first = await malee.says("รายการ");
    expect(first.text.match(/2569\/00000\d/g)).toHaveLength(8);
    const second = await malee.taps("ดูเพิ่ม");
    expect(second.text).toContain("2569/000001");
    expect(second.text).toContain("ยอดยกมา");
    expect(second.text).not.toContain("2569/000002");

    await malee.taps("ดูรายเดือน");
    expect((await malee.taps(/^ก\.พ\./)).text).toContain("ยังไม่มีรายการในช่วงนี้");
    await malee.taps("ดูรายเดือน");
    expect((await malee.taps(/^มี\.ค\./)).text).toContain("2569/000009");
    await malee.taps("ดูรายปี");
    expect((await malee.taps(/2569$/)).text).toContain("2569/000009");
  });

  it("tell whether this month's pledge is paid, and give today's receipts with their check codes", async () => {
    const treasurer = await village.treasurerOnWorkingDay({ name: "สมศรี ใจดี" });
    const malee = await village.member({ memberNo: "012", pledge: baht(100) });
    expect((await malee.says("ยอดเงิน")).text).toMatch(/สัจจะ .* รอส่ง/);
    expect((await malee.says("ใบเสร็จ")).text).toContain("วันนี้ยังไม่มีใบเสร็จ");
    await treasurer.says("รับ 012 สัจจะ 100");
    const receipt = await treasurer.taps(/^ยืนยันรับ/);
    const checkCode = /\b[0-9A-HJKMNP-TV-Z]{8}\b/.exec(receipt.text)?.[0] ?? "none";

    expect((await malee.says("ยอดเงิน")).text).toMatch(/สัจจะ .* ส่งแล้ว/);
    expect((await malee.says("ใบเสร็จ")).text).toContain(checkCode);
    const stranger = await village.stranger();
    expect((await stranger.says(`ตรวจใบเสร็จ 2569/000001 ${checkCode} 100`)).text).toContain("ตรง");
    const wrong = await stranger.says(`ตรวจใบเสร็จ 2569/000001 ${checkCode} 1000`);
    expect(wrong.text).toContain("ไม่ตรง");
    expect(wrong.text).not.toContain(malee.member.name);
    expect(village.pushesTo(malee)).toBe(0);
  });

  it("are shown to nobody without consent, not to a closed member, and a child's closed one to nobody", async () => {
    const closed = await village.member({ memberNo: "012", status: "closed", pledgeSavings: baht(4_200) });
    const mother = await village.member({ memberNo: "020", pledgeSavings: baht(700) });
    await village.member({
      memberNo: "021",
      nickname: "ลูกปิด",
      guardianNo: "020",
      linked: false,
      status: "closed",
      pledgeSavings: baht(90),
    });
    const hesitant = await village.member({ memberNo: "030", consent: null, pledgeSavings: baht(5_300) });

    const screen = await closed.says("ยอดเงิน");
    expect(screen.text).toMatch(refusalOf("member.closed"));
    expect(screen.text).not.toContain("4,200");
    expect((await mother.says("ยอดเงิน")).text).not.toContain("ลูกปิด");
    const asked = await hesitant.says("ยอดเงิน");
    expect(asked.labels).toContain("ตกลงให้ใช้ข้อมูล");
    expect(asked.text).not.toContain("5,300");
    await hesitant.taps("ตกลงให้ใช้ข้อมูล");
    expect((await hesitant.says("ยอดเงิน")).text).toContain("5,300");
  });

  it("never open by another's button, or by data that names another's passbook", async () => {
    const malee = await village.member({ memberNo: "012", pledgeSavings: baht(4_200) });
    const other = await village.member({ memberNo: "013" });
    await malee.says("ยอดเงิน");
    const entries = malee.dataOf(/^ดูรายการ/);

    expect((await other.sendsPostback(entries)).text).toMatch(refusalOf("card.foreign"));
  });

  it("speak English to who chose it", async () => {
    const treasurer = await village.treasurerOnWorkingDay({ language: "en" });
    const malee = await village.member({ memberNo: "012", language: "en", pledgeSavings: baht(4_200) });

    const balance = await malee.says("balance");
    expect(balance.text).toContain("4,200");
    expect(balance.text).toContain(village.group.name.en);
    expect(balance.text).not.toMatch(/[ก-๙]{3}.*บาทถ้วน/);
    await treasurer.says("take 012 pledge 100");
    expect((await treasurer.taps(/^Confirm/)).text).toContain("2569/000001");
    const refused = await malee.says("take 012 pledge 100");
    expect(refused.text).toMatch(refusalOf("role.missing", "en"));
    expect(lastOf(refused)).not.toMatch(/[ก-๙]/);
  });
});
