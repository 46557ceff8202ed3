import { beforeEach, describe, expect, it } from "@jest/globals";
import type { Benefit } from "../../src/domain/groups/benefit";
import type { Group } from "../../src/domain/groups/group";
import { saveBenefits } from "../../src/storage/benefits";
import { inTransaction } from "../../src/storage/tx";
import { refusalOf } from "../support/refusals";
import { useVillage } from "../support/village";
import type { Villager } from "../support/villager";

describe("what a group pays its members", () => {
  const village = useVillage({ today: "2026-03-01" });
  let malee: Villager;
  beforeEach(async () => {
    malee = await village.member({ memberNo: "012" });
  });

  const benefit = (name: string, over: Partial<Benefit> = {}): Benefit => ({
    name,
    pays: "1,000 บาท",
    who: null,
    papers: ["สูติบัตร"],
    ask: null,
    ...over,
  });
  const writes = (benefits: Benefit[], group: Group = village.group) =>
    inTransaction((tx) => saveBenefits(tx, group.id, benefits));

  it("is a card of names and sums; the papers are behind each name, and an event can be told from either", async () => {
    await village.officer("secretary");
    await writes([
      benefit("คลอดบุตร", { who: "สมาชิกครบ 180 วัน", ask: "เลขานุการ" }),
      benefit("นอนโรงพยาบาล", { pays: "คืนละ 200 บาท", papers: ["ใบรับรองแพทย์"] }),
    ]);
    const list = await malee.sendsPostback("menu:welfare.info");

    expect(list.text).toMatch(/สวัสดิการ.*1,000 บาท.*คืนละ 200 บาท/s);
    expect(list.text).not.toContain("ยังไม่ได้ลงรายการ");
    expect(list.text).not.toContain("สูติบัตร");
    expect(list.labels).toEqual(expect.arrayContaining(["คลอดบุตร", "นอนโรงพยาบาล", "แจ้งเหตุ"]));
    const birth = await malee.taps("คลอดบุตร");
    expect(birth.text).toMatch(/คลอดบุตร.*1,000 บาท.*สมาชิกครบ 180 วัน.*• สูติบัตร.*เลขานุการ/s);
    expect(birth.text).not.toContain("ใบรับรองแพทย์");
    expect((await malee.taps("แจ้งเหตุ")).text).toContain("เกิดเหตุวันไหน");
  });

  it("is shown page by page, each once, again after a second tap", async () => {
    const names = Array.from({ length: 15 }, (_, n) => `เหตุที่ ${n + 1}`);
    await writes(names.map((name) => benefit(name)));
    await malee.says("สวัสดิการ");
    const shown = new Set(malee.labels().filter((label) => /^เหตุที่/.test(label)));
    const more = malee.dataOf(/^ดูอีก \d+ อย่าง/);
    expect(malee.labels()).toContain(`ดูอีก ${15 - shown.size} อย่าง`);

    const second = await malee.sendsPostback(more);
    expect((await malee.sendsPostback(more)).text).toBe(second.text);
    for (const label of second.labels) if (/^เหตุที่/.test(label)) shown.add(label);
    while (malee.labels().some((label) => label.startsWith("ดูอีก")) && shown.size < 15)
      for (const label of (await malee.taps(/^ดูอีก/)).labels) if (/^เหตุที่/.test(label)) shown.add(label);
    expect([...shown].sort()).toEqual([...names].sort());
  });

  it("is told as it is now: an old button shows the new words, or the list where its name is gone", async () => {
    await writes([benefit("คลอดบุตร"), benefit("ทุนการศึกษา")]);
    await malee.says("สวัสดิการ");
    const [birth, school] = [malee.dataOf(/^คลอดบุตร/), malee.dataOf(/^ทุนการศึกษา/)];
    await writes([benefit("คลอดบุตร", { pays: "1,500 บาท" })]);

    expect((await malee.sendsPostback(birth)).text).toContain("1,500 บาท");
    const list = await malee.sendsPostback(school);
    expect(list.text).toContain("1,500 บาท");
    expect(list.text).not.toContain("สูติบัตร");
  });

  it("says whom to ask where the group wrote no list, or took all of it away", async () => {
    expect((await malee.says("สวัสดิการ")).text).toContain("ถามกรรมการได้");
    await writes([benefit("คลอดบุตร")]);
    await malee.says("สวัสดิการ");
    const birth = malee.dataOf(/^คลอดบุตร/);
    await writes([]);

    const none = await malee.sendsPostback(birth);
    expect(none.text).toContain("ถามกรรมการได้");
    expect(none.labels).toContain("แจ้งเหตุ");
  });

  it("is each group's own, and nobody's else", async () => {
    const other = await village.addGroup({ name: { th: "กลุ่มบ้านนา" } });
    await writes([benefit("คลอดบุตร")]);
    await writes([benefit("ทุนการศึกษา")], other);
    const both = await village.member({ memberNo: "013" });
    await village.member({ memberNo: "007", group: other, phoneOf: both });
    await both.says("สวัสดิการ");
    const list = await both.taps("กลุ่มบ้านนา");
    expect(list.text).toContain("กลุ่มบ้านนา");
    expect(list.labels).toContain("ทุนการศึกษา");
    expect(list.labels).not.toContain("คลอดบุตร");
    const school = both.dataOf(/^ทุนการศึกษา/);

    expect((await malee.sendsPostback(school)).text).toMatch(refusalOf("card.foreign"));
  });

  it("tells two long names apart on their buttons, and says them whole on the card", async () => {
    const long = "ค่าชดเชยรายได้ระหว่างพักรักษาตัว";
    await writes([benefit(`${long}ที่บ้าน`), benefit(`${long}ในโรงพยาบาล`)]);
    const list = await malee.says("สวัสดิการ");

    const labels = list.labels.filter((label) => label.includes("ค่าชดเชย"));
    expect(new Set(labels).size).toBe(2);
    expect(list.text).toContain(`${long}ในโรงพยาบาล`);
  });
});
