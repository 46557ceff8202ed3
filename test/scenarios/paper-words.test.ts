import { describe, expect, it, jest } from "@jest/globals";
import { baht } from "../../src/domain/money";
import { PaperViewModel } from "../../src/storage/paper-views";
import { refusalOf } from "../support/refusals";
import { useVillage } from "../support/village";
import { lastOf } from "../support/villager";

describe("papers by their words", () => {
  const village = useVillage({ today: "2026-03-05" });
  jest.setTimeout(240_000);

  /** A day in March with a receipt of 100 baht, closed; in April nothing yet. */
  async function afterMarch() {
    const treasurer = await village.treasurerOnWorkingDay({ name: "สมศรี ใจดี" });
    const malee = await village.member({ memberNo: "012", name: "มาลี ทองดี", pledge: baht(100) });
    await treasurer.says("รับ 012 สัจจะ 100");
    await treasurer.taps(/^ยืนยันรับ/);
    await treasurer.says("ปิดวันทำการ");
    await treasurer.taps(/^ยืนยันปิด/);
    await village.moveTo("2026-04-10", "09:00");
    return { treasurer, malee };
  }

  it("show the report of an earlier day by its date, and the days there are where it was none", async () => {
    const { treasurer, malee } = await afterMarch();
    expect((await treasurer.says("รายงาน 5 มี.ค.")).text).toMatch(/สรุปวันทำการ.*5 มี\.ค\. 2569.*100 บาท.*กระดาษที่ดูได้/s);
    const none = await treasurer.says("รายงาน 6 มี.ค.");
    expect(none.text).toMatch(/ไม่มีวันทำการ ศ\. 6 มี\.ค\. 2569/);
    expect((await treasurer.taps("รายงาน 5 มี.ค. 69")).text).toMatch(/5 มี\.ค\. 2569.*100 บาท/s);
    const elsewhere = await village.officer("treasurer", { group: await village.addGroup() });
    expect((await elsewhere.says("งบทดลอง 5 มี.ค.")).text).toContain("ยังไม่เคยเปิดวันทำการ");
    expect((await malee.says("รายงาน 5 มี.ค.")).text).toMatch(refusalOf("role.missing"));
  });

  it("show a paper in short with the way to its page: trial balance, cash book, who is behind; each look at names is kept", async () => {
    const { treasurer, malee } = await afterMarch();
    const trial = await treasurer.says("งบทดลอง");
    expect(trial.text).toMatch(/งบทดลอง.*รวม.*100 บาท.*เงินสดในมือ.*100 เดบิต.*เงินสัจจะสะสม.*100 เครดิต.*รหัสตรวจ/s);
    expect(JSON.stringify(treasurer.phone.tappables())).toContain(`/papers/${village.group.id}/trial-balance`);
    expect((await treasurer.says("สมุดเงินสด มี.ค.")).text).toMatch(
      /เดือน มี\.ค\. 2569.*เงินสดคงเหลือ.*100 บาท.*ยกมา.*0 บาท/s,
    );
    expect((await treasurer.taps("ใบเก็บเงิน")).text).toMatch(/ใบเก็บเงิน.*ต้องส่งรวม/s);
    const behind = await treasurer.says("ค้างส่ง");
    expect(lastOf(behind)).toMatch(/ค้างส่งสัจจะ.*ถึงเดือน มี\.ค\. 2569/s);
    expect(behind.altTexts.join()).not.toMatch(/\d บาท|มาลี/);
    expect((await treasurer.says("กระดาษ")).labels).toEqual(expect.arrayContaining(["PDF และ Excel", "งบทดลอง"]));
    expect((await malee.says("ค้างส่ง")).text).toMatch(refusalOf("role.missing"));
    const looks = await PaperViewModel.find({ groupId: village.group.id }).lean();
    expect(looks.map(({ kind, format }) => [kind, format])).toEqual(
      (["cash-book", "collection", "behind"] as const).map((kind) => [kind, "card"]),
    );
  });

  it("show one receipt by its number to whose it is and to officers of the group, and to nobody else", async () => {
    const { treasurer, malee } = await afterMarch();
    const auditor = await village.officer("chair", { committee: "audit" });
    for (const who of [malee, treasurer, auditor]) {
      const shown = await who.says("ใบเสร็จ 2569/000001");
      expect(lastOf(shown)).toMatch(
        /ใบเสร็จ 2569\/000001.*สำเนาใบเสร็จเดิม ไม่ได้รับเงินเพิ่ม.*100 บาท.*หนึ่งร้อยบาทถ้วน.*012 มาลี/s,
      );
      expect(shown.altTexts.join()).not.toContain("100");
    }
    const other = await village.member();
    const loans = await village.officer("member", { committee: "loan" });
    const elsewhere = await village.officer("treasurer", { group: await village.addGroup() });
    for (const who of [other, loans, elsewhere])
      expect((await who.says("ใบเสร็จ 2569/000001")).text).toMatch(refusalOf("entry.not-found"));
    expect((await malee.says("ใบเสร็จ 2569/000099")).text).toMatch(refusalOf("entry.not-found"));
  });
});
