import { describe, expect, it } from "@jest/globals";
import { baht } from "../../src/domain/money";
import { MemberModel } from "../../src/storage/members";
import { codeFor } from "../support/link-codes";
import { refusalOf } from "../support/refusals";
import { useVillage } from "../support/village";
import { lastOf, type Villager } from "../support/villager";

describe("a list that is longer than a card", () => {
  const village = useVillage({ today: "2026-03-05" });

  it("of passbooks says how many more there are and shows each once, for whose phone it is, again after a second tap", async () => {
    const mother = await household(15);
    const other = await village.member({ memberNo: "500" });
    const first = await mother.says("ยอดเงิน");
    const left = leftBehind(mother);
    expect(first.text.match(/\(1\d\d\)/g)).toHaveLength(16 - left);
    const data = mother.dataOf(/^ดูอีก/);

    expect((await other.sendsPostback(data)).text).toMatch(refusalOf("card.foreign"));
    const shown = [first.text];
    const second = await mother.sendsPostback(data);
    expect((await mother.sendsPostback(data)).text).toBe(second.text);
    shown.push(second.text);
    while (numbersIn(shown).length < 16) {
      expect(leftBehind(mother)).toBe(16 - numbersIn(shown).length);
      shown.push((await mother.taps(/^ดูอีก/)).text);
    }

    expect(numbersIn(shown)).toEqual(Array.from({ length: 16 }, (_, index) => `(${100 + index})`));
    for (let child = 1; child <= 15; child++)
      expect(shown.join("\n")).toContain(`${(1_000 + child).toLocaleString("en")} บาท`);
  });

  it("begins again where the passbooks behind its button are gone", async () => {
    const mother = await household(9);
    await mother.says("ยอดเงิน");
    const data = mother.dataOf(/^ดูอีก/);
    await MemberModel.updateMany({ guardianNo: "100" }, { $set: { guardianNo: null } });

    expect((await mother.sendsPostback(data)).text).toContain("1,000");
  });

  it("of today's receipts shows every one, and its notification tells the whole day", async () => {
    const treasurer = await village.treasurerOnWorkingDay();
    const malee = await village.member({ memberNo: "012" });
    for (let sum = 101; sum <= 110; sum++) {
      await treasurer.says(`รับ 012 สัจจะ ${sum}`);
      await treasurer.taps(/^ยืนยันรับ/);
    }
    for (let times = 0; times < 3; times++) await malee.says("วันนัด"); // Four receipts ride with each answer.

    const first = await malee.says("ใบเสร็จ");
    expect(first.altTexts.at(-1)).toBe("ใบเสร็จวันนี้ 10 ใบ รวม 1,055 บาท");
    const second = await malee.taps(/^ดูอีก \d ใบ/);
    const numbers = [lastOf(first), second.text].flatMap((text) => text.match(/2569\/0000\d\d/g) ?? []);
    expect(numbers).toEqual(Array.from({ length: 10 }, (_, index) => `2569/0000${String(index + 1).padStart(2, "0")}`));
  });

  it("of working days names every group of who is in many", async () => {
    const malee = await village.member({ memberNo: "012" });
    const names = Array.from({ length: 8 }, (_, index) => `กลุ่มหมู่ ${index + 1}`);
    for (const name of names) {
      const group = await village.addGroup({ name: { th: name } });
      await village.member({ memberNo: "012", group, phoneOf: malee });
    }

    const first = await malee.says("วันนัด");
    expect(first.labels.join()).toMatch(/ดูอีก \d กลุ่ม/);
    const second = await malee.taps(/^ดูอีก/);
    for (const name of names) expect(`${first.text}${second.text}`).toContain(name);
  });

  it("of links and helpers of a day is behind the report's button, for who may read the books", async () => {
    const treasurer = await village.treasurerOnWorkingDay();
    const auditor = await village.officer("chair", { committee: "audit" });
    const secretary = await village.officer("secretary");
    const loans = await village.officer("chair", { committee: "loan" });
    for (let no = 201; no <= 205; no++) {
      await village.member({ memberNo: String(no), linked: false });
      const stranger = await village.stranger(`คนที่ ${no}`);
      await stranger.says("ยินยอม");
      await stranger.says(await codeFor(secretary, String(no)));
    }
    const before = await treasurer.says("วันทำการ");
    expect(before.text).toContain("201, 202, 203 …");
    await treasurer.says("ปิดวันทำการ");
    await treasurer.taps(/^ยืนยันปิด/);
    await village.settle();

    const data = auditor.dataOf(/^ดูรายการแก้/);
    expect((await auditor.taps("ดูรายการแก้และผูกไลน์")).text).toMatch(/201 .*202 .*203 .*204 .*205 /);
    expect((await loans.sendsPostback(data)).text).toMatch(refusalOf("card.foreign"));
    await village.changeGroup((group) => {
      group.officers = group.officers.map((seat) => ({ ...seat, committee: "loan", position: "member" }));
    });
    expect((await auditor.sendsPostback(data)).text).toMatch(refusalOf("role.missing"));
  });

  /** How many passbooks the newest card says that it leaves out. */
  const leftBehind = (phone: Villager): number =>
    Number(phone.labels().flatMap((label) => /^ดูอีก (\d+) สมุด/.exec(label)?.[1] ?? [])[0]);

  const numbersIn = (texts: readonly string[]): string[] => texts.flatMap((text) => text.match(/\((1\d\d)\)/g) ?? []);

  async function household(children: number): Promise<Villager> {
    const mother = await village.member({ memberNo: "100", nickname: "แม่", pledgeSavings: baht(1_000) });
    for (let child = 1; child <= children; child++) {
      await village.member({
        memberNo: String(100 + child),
        nickname: `ลูก ${child}`,
        guardianNo: "100",
        linked: false,
        pledgeSavings: baht(1_000 + child),
      });
    }
    return mother;
  }
});
