import { describe, expect, it } from "@jest/globals";
import { baht } from "../../src/domain/money";
import { memberNoOf } from "../../src/domain/ids";
import { MemberModel } from "../../src/storage/members";
import { helps, pairOf } from "../support/pair";
import { refusalOf } from "../support/refusals";
import { useVillage, type VillagerOverrides } from "../support/village";
import { lastOf, type Villager } from "../support/villager";

describe("what a helper may, and how it ends", () => {
  const village = useVillage({ today: "2026-03-01" });

  it("ends at once by the owner's own word; both are told, it stands in the chain, and old buttons open nothing", async () => {
    const { malee, somchai } = await helped();
    await somchai.says("ยอดเงิน");
    await somchai.says("รายการ");
    const entries = somchai.dataOf(/^012/);
    expect((await somchai.sendsPostback(entries)).text).toContain("4,200");

    const card = await malee.says("ยกเลิกผู้ช่วย");
    expect(card.text).toMatch(/สมชาย จะดูสมุดของ มาลี ไม่ได้อีก.*มีผลทันที/s);
    const confirm = malee.dataOf(/^ยืนยันยกเลิก/);
    const done = await malee.taps("ยืนยันยกเลิกผู้ช่วย");
    expect(done.text).toMatch(/ยกเลิกผู้ช่วยดูสมุดแล้ว.*เจ้าของสมุดหรือผู้ปกครองสมุด/s);
    await village.settle();

    expect(somchai.received().text).toContain("ดูสมุดของ มาลี ไม่ได้แล้ว");
    expect(village.pushesTo(somchai)).toBe(1);
    expect((await somchai.says("ยอดเงิน")).text).not.toContain("4,200");
    expect((await somchai.sendsPostback(entries)).text).toMatch(refusalOf("card.foreign"));
    expect((await malee.sendsPostback(confirm)).text).toBe(done.text);
    expect((await malee.says("ยกเลิกผู้ช่วย")).text).toMatch(refusalOf("helper.none"));
    expect(await village.entries("helper.ended")).toMatchObject([
      {
        actor: { memberId: malee.member.id, position: "member" },
        record: { memberNo: "012", helperNo: "034" },
      },
    ]);
  });

  it("ends by an officer before whom the owner stands, without a second one; both are told", async () => {
    const { malee, somchai } = await helped();
    const secretary = await village.officer("secretary");
    expect((await secretary.says("ยกเลิกผู้ช่วย")).text).toContain("ยกเลิกผู้ช่วย 034 ของ 012");
    expect((await secretary.says("ยกเลิกผู้ช่วย 012 ของ 034")).text).toMatch(refusalOf("helper.none"));
    expect((await secretary.says("ยกเลิกผู้ช่วย 034 ของ 999")).text).toMatch(refusalOf("member.not-found"));
    await secretary.says("ยกเลิกผู้ช่วย สมชาย ของ มาลี");
    expect((await secretary.taps("ให้ช่วยต่อ")).text).toContain("ไม่ได้บันทึกอะไร");
    expect((await somchai.says("ยอดเงิน")).text).toContain("4,200");

    await secretary.says("ยกเลิกผู้ช่วย 034 ของ 012");
    const late = secretary.dataOf(/^ยืนยันยกเลิก/);
    await secretary.says("ยกเลิกผู้ช่วยของ 012");
    expect((await secretary.sendsPostback(late)).text).toMatch(refusalOf("card.outdated"));
    await secretary.taps("ยืนยันยกเลิกผู้ช่วย");
    await village.settle();

    for (const phone of [malee, somchai]) expect(phone.received().text).toMatch(/ไม่ได้แล้ว.*เลขานุการ/s);
    expect((await somchai.says("ยอดเงิน")).text).not.toContain("4,200");
    expect(await village.entries("helper.ended")).toMatchObject([{ actor: { position: "executive.secretary" } }]);
  });

  it("ends by nobody else: not by the helper over others, nor by another member, officer or button", async () => {
    const { malee, somchai } = await helped({ more: ["035"] });
    const treasurer = await village.officer("treasurer");
    await malee.says("ยกเลิกผู้ช่วย 034");
    const confirm = malee.dataOf(/^ยืนยันยกเลิก/);

    for (const nobody of [somchai, treasurer]) {
      expect((await nobody.says("ยกเลิกผู้ช่วย 035 ของ 012")).text).toMatch(refusalOf("helper.none"));
      expect((await nobody.says("ยกเลิกผู้ช่วย")).text).toMatch(refusalOf("helper.none"));
      expect((await nobody.sendsPostback(confirm)).text).toMatch(refusalOf("card.foreign"));
    }
    expect(await helpersOf(malee)).toEqual(["034", "035"]);
  });

  it("asks which one where there are several, and pressed twice in two cards ends one", async () => {
    const { malee } = await helped({ more: ["035"] });
    const choice = await malee.says("ยกเลิกผู้ช่วย");
    expect(choice.text).toMatch(/ยกเลิกผู้ช่วยคนไหน.*สมชาย ใจดี.*035/s);
    await malee.taps(/^035/);
    await malee.taps("ยืนยันยกเลิกผู้ช่วย");
    expect(await helpersOf(malee)).toEqual(["034"]);

    await malee.says("ยกเลิกผู้ช่วย");
    const confirm = malee.dataOf(/^ยืนยันยกเลิก/);
    await malee.act(() => Promise.all(Array.from({ length: 4 }, () => malee.phone.taps(confirm))));
    expect(await village.entries("helper.ended")).toHaveLength(2);
  });

  it("ends by the guardian of a passbook without a phone; the owner's paper says the rest", async () => {
    const mother = await village.member({ memberNo: "020" });
    const helper = await village.member({ memberNo: "021", nickname: "ยายนิด" });
    const child = await village.member({ memberNo: "022", nickname: "น้องบีม", guardianNo: "020", linked: false });
    await helps(child, "021");
    await mother.says("ยกเลิกผู้ช่วย");
    const done = await mother.taps("ยืนยันยกเลิกผู้ช่วย");

    expect(done.text.match(/ยกเลิกผู้ช่วยดูสมุดแล้ว/g)).toHaveLength(1);
    await village.settle();
    expect(village.pushesTo(mother)).toBe(0);
    expect(helper.received().text).toContain("ดูสมุดของ น้องบีม ไม่ได้แล้ว");
    expect(await village.entries("helper.ended")).toMatchObject([{ actor: { position: "guardian" } }]);
  });

  it("gives sight alone: no link, no unlinking, no setting, no receipt of the owner's, no passbook further on", async () => {
    const { malee, somchai } = await helped();
    const third = await village.member({ memberNo: "035", pledgeSavings: baht(61) });
    await helps(somchai, "035");
    const treasurer = await village.treasurerOnWorkingDay();

    expect((await third.says("ยอดเงิน")).text).toMatch(/70 บาท/);
    expect((await third.says("ยอดเงิน")).text).not.toContain("4,200");
    expect((await somchai.says("ขอรหัส 012")).text).toMatch(refusalOf("role.missing"));
    const unlink = await somchai.says("เลิกผูกไลน์");
    expect(unlink.text).toMatch(/034 สมชาย.*012 มาลี.*คุณเป็นผู้ช่วย/s);
    await somchai.says("ภาษา");
    await somchai.taps("English");
    expect((await malee.says("ยอดเงิน")).text).toContain("ยอดเงินสัจจะ");
    expect((await somchai.says("who sees my data")).text).not.toContain("มาลี");
    const seen = somchai.received().text.length;
    await treasurer.says("รับ 012 สัจจะ 100");
    await treasurer.taps(/^ยืนยันรับ/);
    await treasurer.says("ปิดวันทำการ");
    await treasurer.taps(/^ยืนยันปิด/);
    await village.settle();
    expect(malee.received().text).toContain("2569/000001");
    expect(somchai.received().text.slice(seen)).not.toContain("2569/000001");
    expect((await somchai.says("receipts")).text).toContain("2569/000001");

    await somchai.says("unlink");
    await somchai.taps(/^Confirm/);
    expect((await malee.says("ยอดเงิน")).text).toContain("4,300");
    expect((await somchai.says("balance")).text).toMatch(refusalOf("person.unknown", "en"));
  });

  it("shows nothing in a group chat, on a locked phone, or to a helper whose own passbook has closed", async () => {
    const { somchai } = await helped();
    const chat = village.simulator.addGroup({ name: "กลุ่มไลน์บ้านเรา", members: [somchai.phone] });
    await chat.invitesBot();
    await chat.says(somchai.phone, "#สัจจะ ยอดเงิน");
    await village.settle();
    expect(JSON.stringify(chat.messages())).not.toContain("4,200");

    await MemberModel.updateOne({ _id: somchai.member.id }, { $set: { status: "closed" } });
    expect((await somchai.says("ยอดเงิน")).text).toMatch(refusalOf("member.closed"));
    await MemberModel.updateOne({ _id: somchai.member.id }, { $set: { status: "active" } });
    await somchai.says("ล็อก");
    const locked = await somchai.says("ยอดเงิน");
    expect(lastOf(locked)).toMatch(refusalOf("person.locked"));
    expect(locked.text).not.toContain("4,200");
  });

  it("is told by name to who asks who may see her data, with guardian and officers by position", async () => {
    const { malee, somchai } = await helped();
    await village.officer("treasurer", { name: "สมศรี ใจดี" });
    await village.officer("chair", { committee: "audit", name: "อารี หวังดี" });
    await village.officer("member", { committee: "loan", name: "ก้อย กู้ดี" });
    const child = await village.member({ memberNo: "013", guardianNo: "012", linked: false, name: "บีม ทองดี" });
    await helps(child, "034");

    const screen = await malee.says("ใครดูข้อมูลเราได้");
    expect(screen.text).toMatch(/สมุด 012 มาลี ทองดี.*\n• ผู้ช่วย 034 สมชาย ใจดี \(สมชาย\) ตั้งแต่ .*2569/);
    expect(screen.text).toMatch(/สมุด 013 บีม ทองดี.*\n• ผู้ปกครองสมุด 012 มาลี ทองดี/);
    expect(screen.text).toMatch(/• เหรัญญิก สมศรี ใจดี\n• .*อารี หวังดี/);
    expect(screen.text).not.toContain("ก้อย กู้ดี");
    expect(screen.labels).toContain("ยกเลิกผู้ช่วย");
    const other = await somchai.says("ใครดูข้อมูลเราได้");
    expect(other.text).toContain("• ไม่มีผู้ช่วย");
    expect(other.text).not.toContain("มาลี");
    const stranger = await village.stranger();
    expect((await stranger.says("ใครดูข้อมูลเราได้")).text).not.toContain("สมศรี");
  });

  it("is not recorded or ended by an officer whose phone is too new", async () => {
    const { malee } = await helped();
    await village.officer("chair");
    const secretary = await village.officer("secretary");
    const decidesFrom = new Date("2026-03-03T00:00:00Z");
    await MemberModel.updateOne({ _id: secretary.member.id }, { $set: { "link.decidesFrom": decidesFrom } });

    expect((await secretary.says("ผู้ช่วย 034 คือ 012")).text).toMatch(refusalOf("role.too-new"));
    expect((await secretary.says("ยกเลิกผู้ช่วย 034 ของ 012")).text).toMatch(refusalOf("role.too-new"));
    expect(await helpersOf(malee)).toEqual(["034"]);
  });

  async function helped({ more = [] }: { more?: string[] } = {}): Promise<{ malee: Villager; somchai: Villager }> {
    const { malee, somchai } = await pairOf(village);
    for (const memberNo of more) await member({ memberNo });
    for (const memberNo of ["034", ...more]) await helps(malee, memberNo);
    return { malee, somchai };
  }

  const member = (overrides: VillagerOverrides): Promise<Villager> => village.member(overrides);

  async function helpersOf({ member: { id } }: Villager): Promise<string[]> {
    const found = await MemberModel.findById(id).lean();
    if (!found) throw new Error(`no member ${memberNoOf(id)}`);
    return found.helpers.map(({ memberNo }) => memberNo);
  }
});
