import { describe, expect, it } from "@jest/globals";
import type { Group } from "../../src/domain/groups/group";
import { refusalOf } from "../support/refusals";
import { useVillage } from "../support/village";
import type { Villager } from "../support/villager";

describe("letting go of passbooks", () => {
  const village = useVillage({ today: "2026-03-01" });

  it("names on the card what the phone opens for others too, and ends the sight of it", async () => {
    const malee = await village.member({ memberNo: "012", name: "มาลี ทองดี" });
    await village.member({ memberNo: "013", name: "น้องบีม ทองดี", guardianNo: "012", linked: false });
    const helping = { memberNo: "012", consentedAt: new Date(), witnessNo: "001" };
    await village.member({ memberNo: "014", name: "ยายแก้ว ทองดี", helpers: [helping], linked: false });

    const card = await malee.says("เลิกผูกไลน์");
    expect(card.text).toMatch(/012 มาลี ทองดี.*013 น้องบีม ทองดี.*014 ยายแก้ว ทองดี.*คุณเป็นผู้ช่วย/s);
    await malee.taps("ยืนยันเลิกผูกสมุด");

    expect((await malee.says("ยอดเงิน")).text).toMatch(refusalOf("person.unknown"));
    expect(await village.entries("link.ended")).toHaveLength(1);
  });

  it("asks of which group, and keeps the others", async () => {
    const { malee, nearby } = await inTwoGroups();

    const choice = await malee.says("เลิกผูกสมุด");
    expect(choice.labels).toEqual(expect.arrayContaining(["กลุ่มบ้านนา", "ทุกกลุ่ม"]));
    const card = await malee.taps("กลุ่มบ้านนา");
    expect(card.text).toContain("007");
    expect(card.text).not.toContain("012");
    expect((await malee.taps("ยืนยันเลิกผูกสมุด")).text).toMatch(/ยังดูสมุดของ กลุ่มบ้านทดลอง/);

    expect(await village.entries("link.ended", nearby)).toHaveLength(1);
    expect(await village.entries("link.ended")).toEqual([]);
    expect((await malee.says("ยอดเงิน")).text).toContain("012");
    expect((await malee.says("เลิกผูกสมุด")).labels).toContain("ยืนยันเลิกผูกสมุด");
  });

  it("ends all at once where she wants that; a second tap says the same", async () => {
    const { malee, nearby } = await inTwoGroups();
    await malee.says("เลิกผูกสมุด");

    const card = await malee.taps("ทุกกลุ่ม");
    expect(card.text).toMatch(/012.*007|007.*012/s);
    const confirm = malee.dataOf(/^ยืนยันเลิกผูก/);
    const done = await malee.taps("ยืนยันเลิกผูกสมุด");
    expect(done.text).not.toContain("ยังดูสมุด");
    expect((await malee.sendsPostback(confirm)).text).toBe(done.text);

    expect(await village.entries("link.ended", nearby)).toHaveLength(1);
    expect(await village.entries("link.ended")).toHaveLength(1);
  });

  it("opens nothing to somebody else's tap, and nothing of a group that is hers no more", async () => {
    const { malee } = await inTwoGroups();
    const other = await village.member();
    await malee.says("เลิกผูกสมุด");
    const nearby = malee.dataOf(/^กลุ่มบ้านนา/);
    await malee.taps("กลุ่มบ้านนา");
    await malee.taps("ยืนยันเลิกผูกสมุด");

    expect((await other.sendsPostback(nearby)).text).toMatch(refusalOf("card.foreign"));
    expect((await malee.sendsPostback(nearby)).text).toMatch(refusalOf("card.foreign"));
  });

  async function inTwoGroups(): Promise<{ malee: Villager; nearby: Group }> {
    const nearby = await village.addGroup({ name: { th: "กลุ่มบ้านนา" } });
    const malee = await village.member({ memberNo: "012" });
    await village.member({ memberNo: "007", group: nearby, phoneOf: malee });
    return { malee, nearby };
  }
});
