import { beforeEach, describe, expect, it } from "@jest/globals";
import type { Group } from "../../src/domain/groups/group";
import { adoptRules } from "../support/decided-rules";
import { versionWith, type ProposedRules } from "../support/proposed-rules";
import { refusalOf } from "../support/refusals";
import { useVillage } from "../support/village";
import { lastOf, type Screen, type Villager } from "../support/villager";

describe("ระเบียบ", () => {
  const village = useVillage({ today: "2026-03-01" });
  let malee: Villager;
  beforeEach(async () => {
    malee = await village.member({ memberNo: "012" });
  });

  /** Rules that two officers have decided on already. */
  const decided = (number: number, rules: ProposedRules, group: Group = village.group) =>
    adoptRules(group, versionWith(group, number, rules));

  it("shows the rules that Sajja begins with as such, page by page, each clause whole behind its number", async () => {
    const list = await malee.says("ระเบียบ");

    expect(list.text).toMatch(/ระเบียบของกลุ่ม.*ยังไม่มีมติของกลุ่ม.*สมาชิกออมเงินร่วมกัน/s);
    const clausesOf = ({ labels }: Screen) => labels.filter((label) => label.startsWith("ข้อ "));
    const next = await malee.taps(/^ดูอีก \d+ ข้อ$/);
    const page = await malee.taps(/^ดูอีก \d+ ข้อ$/);
    expect([list, next, page].flatMap(clausesOf)).toEqual(Array.from({ length: 19 }, (_, at) => `ข้อ ${at + 1}`));
    expect(page.text).toContain("ไม่มีผลย้อนหลัง");
    const pledge = await malee.sendsPostback((await malee.says("กฎ"), malee.dataOf(/^ข้อ 2$/)));
    expect(pledge.text).toMatch(/ข้อ 2\n.*เดือนละไม่ต่ำกว่า\n10 บาท.*ไม่จำกัด.*12 เดือน.*ยังไม่มีมติของกลุ่ม/s);
  });

  it.each(["ระเบียบข้อ 2.1", "ระเบียบข้อ ๒.๑ ค่ะ", "กฎข้อที่ 2.1", "ค่าแรกเข้าเท่าไร", "rules clause 2.1"])(
    "%s shows that clause with the date and number of its resolution",
    async (words) => {
      await decided(1, { fee: 20, from: "2026-02-25" });

      const clause = await malee.says(words);

      expect(clause.text).toMatch(/ข้อ 2\.1\n.*เสียค่าแรกเข้า 20 บาท.*ค่าแรกเข้า\n20 บาท/s);
      expect(clause.text).toMatch(/ฉบับที่ 1 มติที่ 4\/2569 เมื่อ ศ\. 20 ก\.พ\. 2569 ใช้ตั้งแต่ พ\. 25 ก\.พ\. 2569/);
    },
  );

  it.each(["กฎ", "ข้อบังคับ", "ระเบียบกลุ่ม", "ขอดูระเบียบหน่อย", "กติกากลุ่ม", "rules"])("is what %s asks for", async (words) => {
    expect(lastOf(await malee.says(words))).toContain("ระเบียบของกลุ่ม");
  });

  it("answers ค่าปรับเท่าไร with the clause on late pledges, ระเบียบเงินกู้ with those on loans", async () => {
    expect((await malee.says("ส่งช้าโดนปรับไหม")).text).toMatch(/ข้อ 3\n.*ไม่มีค่าปรับ.*ค่าปรับเดือนละ\nไม่มี/s);
    expect((await malee.says("ระเบียบเงินกู้")).labels).toContain("ข้อ 9");
    expect((await malee.says("กู้ฉุกเฉินได้เท่าไร")).text).toMatch(/ข้อ 10\n.*วงเงิน\nไม่เกิน 5,000 บาท/s);
  });

  it("names a version that is decided and still to come, and shows it from its day on", async () => {
    await decided(1, { fee: 20, from: "2026-02-25" });
    await decided(2, { fee: 30, from: "2026-03-10", resolution: "5/2569" });

    const now = await malee.says("ระเบียบ");
    expect(now.text).toMatch(/ฉบับที่ 1 .*มีฉบับใหม่ ใช้ตั้งแต่ อ\. 10 มี\.ค\. 2569 ตามมติที่ 5\/2569.*เสียค่าแรกเข้า 20/s);
    const old = malee.dataOf(/^ข้อ 2\.1$/);
    await village.moveTo("2026-03-10");

    expect((await malee.says("ระเบียบ")).text).toMatch(/ฉบับที่ 2 .*เสียค่าแรกเข้า 30/s);
    expect((await malee.sendsPostback(old)).text).toContain("เสียค่าแรกเข้า 30 บาท");
  });

  it("says that there is no such clause, and the way to all of them", async () => {
    const refused = await malee.says("ระเบียบข้อ 99");

    expect(refused.text).toMatch(refusalOf("rules.no-clause"));
    expect(refused.text).toContain("ข้อ 99");
    expect((await malee.taps("ระเบียบ")).text).toContain("สมาชิกออมเงินร่วมกัน");
  });

  it("is each group's own: who is in two is asked, and nobody else's button opens them", async () => {
    const other = await village.addGroup({ name: { th: "กลุ่มบ้านนา" }, financeMode: "interest-free" });
    await decided(1, { fee: 70, from: "2026-02-25" }, other);
    const both = await village.member({ memberNo: "013" });
    const inOther = await village.member({ memberNo: "007", group: other, phoneOf: both });

    expect((await both.says("ค่าแรกเข้า")).text).not.toContain("70 บาท");
    expect((await both.taps("กลุ่มบ้านนา")).text).toMatch(/กลุ่มบ้านนา.*เสียค่าแรกเข้า 70 บาท/s);
    await both.says("ระเบียบ");
    const list = await both.taps("กลุ่มบ้านนา");
    expect(list.text).not.toContain("ดอกเบี้ย");
    expect((await malee.sendsPostback(both.dataOf(/^ข้อ 1$/))).text).toMatch(refusalOf("card.foreign"));
    await village.relink(inOther);
    expect((await both.taps("ข้อ 1")).text).toMatch(refusalOf("card.foreign"));
  });

  it("is not shown to a stranger, and of a group on paper it says where the rules are", async () => {
    const stranger = await village.stranger();
    await stranger.says("ยินยอม");
    expect((await stranger.says("ระเบียบ")).text).toMatch(refusalOf("person.unknown"));
    const paper = await village.addGroup({ name: { th: "กลุ่มบ้านควนหิน" }, mode: "paper" });
    const delegate = await village.member({ memberNo: "D1", group: paper });

    const refused = await delegate.says("ระเบียบ");
    expect(refused.text).toMatch(refusalOf("rules.on-paper"));
    expect(refused.text).toContain("กลุ่มบ้านควนหิน");
  });

  it("is read in English where the group wrote English, in Thai where it did not", async () => {
    await decided(1, { fee: 20, from: "2026-02-25" });
    const reader = await village.member({ language: "en" });

    const list = await reader.says("rules");
    expect(list.text).toMatch(/resolution 4\/2569 of.*Members help each other.*เสียค่าแรกเข้า 20 บาท/s);
  });
});
