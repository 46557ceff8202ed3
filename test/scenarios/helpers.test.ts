import { describe, expect, it } from "@jest/globals";
import { MemberModel } from "../../src/storage/members";
import { pairOf } from "../support/pair";
import { refusalOf } from "../support/refusals";
import { useVillage } from "../support/village";
import type { Villager } from "../support/villager";

describe("a helper, with the owner's consent recorded face to face", () => {
  const village = useVillage({ today: "2026-03-01" });

  it("sees the passbook after a second officer's word, marked as helper; both, the officers and the auditor hear at once", async () => {
    const { secretary, chair } = await officers();
    const auditor = await village.officer("chair", { committee: "audit" });
    const { malee, somchai } = await pairOf(village);

    const card = await secretary.says("ผู้ช่วย 012 คือ 034");
    expect(card.text).toMatch(/สมชาย จะเห็นยอดเงิน รายการ และใบเสร็จของ มาลี.*ตกลงเอง.*ยกเลิกได้ทุกเมื่อ/s);
    expect(card.labels).toEqual(expect.arrayContaining(["ยืนยันว่าตกลงต่อหน้า", "ไม่บันทึก"]));
    expect((await secretary.taps(/^ยืนยันว่า/)).text).toMatch(/รอกรรมการอีก 1 คน.*ประธาน chair/s);
    expect((await somchai.says("ยอดเงิน")).text).not.toContain("4,200");
    expect(chair.received().text).toMatch(/ช่วยยืนยันผู้ช่วยดูสมุด.*012 มาลี ทองดี.*034 สมชาย ใจดี.*เลขานุการ/s);
    expect(malee.received().text).not.toContain("ผู้ช่วย");

    expect((await chair.taps("ยืนยันผู้ช่วย")).text).toContain("✓ ยืนยันแล้ว");
    await village.settle();
    expect(malee.received().text).toMatch(/สมชาย เห็นยอดเงิน รายการ และใบเสร็จของ มาลี ได้แล้ว.*พิมพ์ ยกเลิกผู้ช่วย/s);
    expect(somchai.received().text).toContain("มีผู้ช่วยดูสมุดแล้ว");
    for (const officer of [secretary, auditor]) expect(officer.received().text).toContain("ยืนยันแล้ว");
    for (const phone of [malee, somchai, auditor]) expect(village.pushesTo(phone)).toBe(1);

    const balance = await somchai.says("ยอดเงิน");
    expect(balance.text).toMatch(/มาลี \(012\)\n4,200 บาท\nคุณเป็นผู้ช่วย/);
    expect(balance.text).toContain("70");
    expect(balance.text).not.toContain("4,270");
    await somchai.says("รายการ");
    expect((await somchai.taps(/^012/)).text).toContain("ยอดยกมา");
    expect((await malee.says("ยอดเงิน")).text).not.toMatch(/ผู้ช่วย|70 บาท/);
  });

  it("stands in the chain with witness, second officer and no name", async () => {
    const { secretary, chair } = await officers();
    const { malee } = await pairOf(village);
    await record(secretary, chair);

    const [entry, ...others] = await village.entries("helper.made");
    expect(others).toEqual([]);
    expect(entry).toMatchObject({
      actor: { memberId: secretary.member.id, position: "executive.secretary" },
      secondedBy: { memberId: chair.member.id, position: "executive.chair" },
      record: { memberNo: "012", helperNo: "034", witnessNo: secretary.member.memberNo },
      postings: [],
    });
    expect(JSON.stringify(entry)).not.toMatch(/มาลี|สมชาย/);
    const member = await MemberModel.findById(malee.member.id).lean();
    expect(member?.helpers).toMatchObject([{ memberNo: "034", witnessNo: secretary.member.memberNo }]);
    expect(entry?.record?.["consentedAt"]).toBe(member?.helpers[0]?.consentedAt.toISOString());
  });

  it("of an officer who records it herself has the second officer as witness", async () => {
    const { secretary, chair } = await officers();
    await pairOf(village);
    await secretary.says(`ผู้ช่วย ${secretary.member.memberNo} คือ 034`);
    await secretary.taps(/^ยืนยันว่า/);
    await chair.taps("ยืนยันผู้ช่วย");

    expect(await village.entries("helper.made")).toMatchObject([{ record: { witnessNo: chair.member.memberNo } }]);
  });

  it("is told to the auditor at closing, with the links of the day", async () => {
    const { secretary, chair } = await officers();
    const auditor = await village.officer("chair", { committee: "audit" });
    const treasurer = await village.treasurerOnWorkingDay();
    await pairOf(village);
    await record(secretary, chair);
    await treasurer.says("ปิดวันทำการ");
    await treasurer.taps(/^ยืนยันปิด/);
    await village.settle();

    expect(auditor.received().text).toContain("ตั้งหรือยกเลิกผู้ช่วย: 012 (ผู้ช่วย 034)");
  });

  it("is named in other natural words, by name and nickname, and in English", async () => {
    const { secretary } = await officers();
    await pairOf(village);
    await village.member({ memberNo: "035", name: "สมชาย รักดี", nickname: "ชาย" });
    for (const line of ["034 เป็นผู้ช่วยของมาลี", "ให้ 34 ช่วยดูสมุดของ มาลี", "helper of 012 is 034"])
      expect((await secretary.says(line)).text).toContain("สมชาย จะเห็นยอดเงิน");

    expect((await secretary.says("ผู้ช่วย มาลี คือ สมชาย")).text).toContain("ตรงกับสมาชิกหลายคน");
    expect((await secretary.taps(/^035/)).text).toMatch(/มาลี ทองดี.*สมชาย รักดี/s);
    expect((await secretary.says("ผู้ช่วย")).text).toContain("ผู้ช่วย 012 คือ 034");
    const english = await village.officer("secretary", { language: "en" });
    const card = await english.says("helper of 012 is 034");
    expect(card.labels).toEqual(expect.arrayContaining(["Confirm: they agreed", "Do not record"]));
    expect(card.text).toContain("will see the balance");
  });

  it("asks in which group an officer of two means it", async () => {
    const { secretary } = await officers();
    const other = await village.addGroup({ name: { th: "กลุ่มบ้านนา" } });
    await village.officer("secretary", { group: other, phoneOf: secretary });
    await village.member({ memberNo: "012", group: other, linked: false, name: "หลี บ้านนา" });
    await village.member({ memberNo: "034", group: other });
    await secretary.says("ผู้ช่วย 012 คือ 034");

    expect((await secretary.taps("กลุ่มบ้านนา")).text).toContain("หลี บ้านนา");
  });

  it("is recorded by nobody but who makes link codes, only among active members of the group, and never of the recorder herself", async () => {
    const { secretary } = await officers();
    const { malee } = await pairOf(village);
    const treasurer = await village.officer("treasurer");
    await village.member({ memberNo: "040", status: "closed", linked: false });
    await village.member({ memberNo: "041", guardianNo: "012", linked: false });
    await village.member({ memberNo: "042", linked: false });
    const other = await village.addGroup();
    await village.member({ memberNo: "077", group: other });

    for (const nobody of [malee, treasurer])
      expect((await nobody.says("ผู้ช่วย 012 คือ 034")).text).toMatch(refusalOf("role.missing"));
    const refused: [string, Parameters<typeof refusalOf>[0]][] = [
      ["ผู้ช่วย 999 คือ 034", "member.not-found"],
      ["ผู้ช่วย 012 คือ 077", "member.not-found"],
      ["ผู้ช่วย 012 คือ 012", "helper.self"],
      ["ผู้ช่วย 012 คือ 040", "member.not-active"],
      ["ผู้ช่วย 040 คือ 034", "member.not-active"],
      ["ผู้ช่วย 012 คือ 042", "helper.unlinked"],
      ["ผู้ช่วย 041 คือ 012", "helper.already"],
      [`ผู้ช่วย 012 คือ ${secretary.member.memberNo}`, "helper.recorder"],
    ];
    for (const [line, code] of refused) {
      const screen = await secretary.says(line);
      expect([line, screen.text]).toEqual([line, expect.stringMatching(refusalOf(code))]);
      expect(screen.labels).not.toContain("ยืนยันว่าตกลงต่อหน้า");
    }
  });

  it("needs a second officer who is neither the recorder, nor the helper, nor the owner, nor the spouse of either", async () => {
    const secretary = await village.officer("secretary");
    const helping = await village.officer("chair", { memberNo: "034" });
    const owning = await village.officer("vice-chair", { memberNo: "012" });
    await village.officer("member", { memberNo: "050" });
    await MemberModel.updateOne({ _id: owning.member.id }, { $set: { spouseNo: "050" } });
    await secretary.says("ผู้ช่วย 012 คือ 034");
    expect((await secretary.taps(/^ยืนยันว่า/)).text).toMatch(refusalOf("second-person.missing"));

    const free = await village.officer("member", { memberNo: "051" });
    await secretary.says("ผู้ช่วย 012 คือ 034");
    await secretary.taps(/^ยืนยันว่า/);
    const approve = free.dataOf(/^ยืนยันผู้ช่วย/);
    for (const officer of [secretary, helping, owning]) {
      expect((await officer.says("รอเราตัดสิน")).text).toContain("ไม่มีเรื่องที่รอคุณตอบ");
      expect((await officer.sendsPostback(approve)).text).toMatch(refusalOf("card.foreign"));
    }
    expect(await village.entries("helper.made")).toEqual([]);
    await free.says("รอเราตัดสิน");
    expect((await free.taps(/^ผู้ช่วยของ/)).labels).toContain("ยืนยันผู้ช่วย");
  });

  it("happens once: second taps show the first result, and an open request is shown again", async () => {
    const { secretary, chair } = await officers();
    await pairOf(village);
    await secretary.says("ผู้ช่วย 012 คือ 034");
    const confirm = secretary.dataOf(/^ยืนยันว่า/);
    const first = await secretary.taps(/^ยืนยันว่า/);
    expect((await secretary.sendsPostback(confirm)).text).toBe(first.text);
    await secretary.says("ผู้ช่วย 012 คือ 034");
    expect((await secretary.taps(/^ยืนยันว่า/)).text).toContain("รอกรรมการอีก 1 คน");
    const approve = chair.dataOf(/^ยืนยันผู้ช่วย/);
    const reject = chair.dataOf(/^ไม่ยืนยัน/);

    await chair.act(() => Promise.all(Array.from({ length: 4 }, () => chair.phone.taps(approve))));
    expect((await chair.sendsPostback(reject)).text).toContain("✓ ยืนยันแล้ว");
    expect(await village.entries("helper.made")).toHaveLength(1);
    expect((await secretary.says("ผู้ช่วย 012 คือ 034")).text).toMatch(refusalOf("helper.already"));
  });

  it("is dropped, replaced by a newer card, or pressed by another without effect", async () => {
    const { secretary, chair } = await officers();
    const { malee } = await pairOf(village);
    await secretary.says("ผู้ช่วย 012 คือ 034");
    const old = secretary.dataOf(/^ยืนยันว่า/);
    await secretary.says("ผู้ช่วย 034 คือ 012");
    expect((await secretary.sendsPostback(old)).text).toMatch(refusalOf("card.outdated"));
    const fresh = secretary.dataOf(/^ยืนยันว่า/);
    expect((await malee.sendsPostback(fresh)).text).toMatch(refusalOf("card.foreign"));
    await secretary.taps("ไม่บันทึก");
    expect((await secretary.sendsPostback(fresh)).text).toMatch(refusalOf("card.dropped"));

    expect((await chair.says("รอเราตัดสิน")).text).toContain("ไม่มีเรื่องที่รอคุณตอบ");
  });

  it("never comes to be after the second officer said no, or once a passbook has closed or the office is gone", async () => {
    const { secretary, chair } = await officers();
    const { malee, somchai } = await pairOf(village);
    await secretary.says("ผู้ช่วย 012 คือ 034");
    await secretary.taps(/^ยืนยันว่า/);
    expect((await chair.taps("ไม่ยืนยัน")).text).toContain("✕ ไม่ยืนยัน");
    expect((await somchai.says("ยอดเงิน")).text).not.toContain("4,200");
    expect(malee.received().text).not.toContain("ผู้ช่วย");
    expect(secretary.received().text).toContain("ยังดูสมุดของ มาลี ไม่ได้");

    await secretary.says("ผู้ช่วย 012 คือ 034");
    await secretary.taps(/^ยืนยันว่า/);
    await MemberModel.updateOne({ _id: somchai.member.id }, { $set: { status: "closed" } });
    expect((await chair.taps("ยืนยันผู้ช่วย")).text).toMatch(refusalOf("member.not-active"));
    await village.changeGroup((group) => {
      group.officers = group.officers.filter(({ position }) => position !== "chair");
    });
    expect((await chair.taps("ยืนยันผู้ช่วย")).text).toMatch(refusalOf("role.missing"));
    expect(await village.entries("helper.made")).toEqual([]);
  });

  async function officers(): Promise<{ secretary: Villager; chair: Villager }> {
    return { chair: await village.officer("chair"), secretary: await village.officer("secretary") };
  }

  async function record(secretary: Villager, chair: Villager): Promise<void> {
    await secretary.says("ผู้ช่วย 012 คือ 034");
    await secretary.taps(/^ยืนยันว่า/);
    await chair.taps("ยืนยันผู้ช่วย");
    await village.settle();
  }
});
