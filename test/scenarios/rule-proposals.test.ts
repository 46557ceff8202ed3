import { beforeEach, describe, expect, it } from "@jest/globals";
import { getActor } from "../../src/app/people/actor";
import { decideRules } from "../../src/app/rules/decide-rules";
import { hashOfVersion } from "../../src/domain/rules/seal-version";
import { ApprovalModel } from "../../src/storage/approvals";
import { MemberModel } from "../../src/storage/members";
import { OutboxModel } from "../../src/storage/outbox";
import { RuleBookModel } from "../../src/storage/rule-books";
import { inTransaction } from "../../src/storage/tx";
import { proposeRules, type ProposedRules } from "../support/proposed-rules";
import { buildPerson } from "../support/builders";
import { refusalOf } from "../support/refusals";
import { onConnected } from "../scripts/commands/tool";
import { useVillage } from "../support/village";
import type { Villager } from "../support/villager";

describe("changed rules", () => {
  const village = useVillage({ today: "2026-03-01" });
  let chair: Villager;
  let secretary: Villager;
  beforeEach(async () => {
    chair = await village.officer("chair");
    secretary = await village.officer("secretary");
  });

  const rules: ProposedRules = { fee: 20, from: "2026-03-10" };
  const arrive = async (over: Partial<ProposedRules> = {}) => {
    await proposeRules(village.group, { ...rules, ...over }, village.sajja.clock.now());
    await village.settle();
  };
  const propose = async (officer: Villager) => {
    await officer.taps("เสนอให้ใช้ระเบียบนี้");
    const screen = await officer.taps("ยืนยันเสนอระเบียบ");
    await village.settle();
    return screen;
  };
  const versions = async () => (await RuleBookModel.findById(village.group.id).lean())?.versions ?? [];
  const tell = async () => {
    const ran = await onConnected(["jobs", "run", "tell-rules", "--json"], { now: village.sajja.clock.now() });
    expect(ran.code).toBe(0);
  };

  it("are told to the officers at once, proposed by one, confirmed by another, and stand in the chain by their hash", async () => {
    const malee = await village.member({ memberNo: "012" });
    const treasurer = await village.officer("treasurer");
    await arrive();
    for (const officer of [chair, secretary])
      expect(officer.received().text).toMatch(
        /ร่างระเบียบใหม่.*รอกรรมการเสนอ.*มติที่ 4\/2569.*ใช้ตั้งแต่ อ\. 10 มี\.ค\. 2569.*เดิม: สมาชิกออมเงิน.*ใหม่: สมาชิกช่วยเหลือกัน/s,
      );
    expect((await chair.taps("อ่านทุกข้อที่เปลี่ยน")).text).toMatch(
      /ข้อ 2\.1\nเดิม: สมัครเป็นสมาชิกใหม่ ไม่เสียค่าแรกเข้า\nใหม่: เสียค่าแรกเข้า 20 บาท\nตัวเลข: ค่าแรกเข้า ไม่มี → 20 บาท/,
    );
    expect((await chair.taps("เสนอให้ใช้ระเบียบนี้")).text).toContain("ยังไม่มีอะไรเปลี่ยน");
    expect((await chair.taps("ยืนยันเสนอระเบียบ")).text).toMatch(/รอกรรมการอีก 1 คน.*เลขานุการ/s);
    await village.settle();
    expect(secretary.received().text).toMatch(/ช่วยตรวจ: ระเบียบใหม่.*เสนอโดย ประธาน/s);
    expect(await versions()).toEqual([]);

    expect((await secretary.taps("ยืนยันใช้ระเบียบนี้")).text).toContain("✓ ใช้ระเบียบนี้");

    expect((await chair.says("วันนัด")).text).toContain("ผลการเสนอระเบียบ");
    const [entry] = await village.entries("rules.adopted");
    expect(entry).toMatchObject({
      actor: { memberId: chair.member.id },
      secondedBy: { memberId: secretary.member.id },
      postings: [],
      record: { version: 1, resolutionNo: "4/2569", effectiveFrom: "2026-03-10" },
    });
    expect((await versions()).map(hashOfVersion)).toEqual([entry?.record?.["contentHash"]]);
    expect(treasurer.received().text + malee.received().text).toBe("");
    expect((await malee.says("ค่าแรกเข้าเท่าไร")).text).toMatch(/ไม่เสียค่าแรกเข้า.*มีฉบับใหม่ ใช้ตั้งแต่ อ\. 10 มี\.ค\./s);
    await village.moveTo("2026-03-10");
    expect((await malee.says("ค่าแรกเข้าเท่าไร")).text).toMatch(/ข้อ 2\.1.*20 บาท.*มติที่ 4\/2569/s);
  });

  it("are told to every linked member with her next answer, once, whoever runs the job again", async () => {
    const malee = await village.member({ memberNo: "012" });
    const english = await village.member({ memberNo: "013", language: "en" });
    await village.member({ memberNo: "014", linked: false });
    await arrive();
    await propose(chair);
    await secretary.taps("ยืนยันใช้ระเบียบนี้");

    await tell();
    await tell();

    expect(await OutboxModel.countDocuments({ kind: "rules.changed", groupId: village.group.id })).toBe(4);
    expect(village.pushesTo(malee)).toBe(0);
    const told = await malee.says("วันนัด");
    expect(told.text).toMatch(/ระเบียบของกลุ่มเปลี่ยน.*ใหม่: สมาชิกช่วยเหลือกัน/s);
    expect((await malee.says("วันนัด")).text).not.toContain("ระเบียบของกลุ่มเปลี่ยน");
    expect((await english.says("next day")).text).toMatch(/The group's rules change.*Now: Members help each other/s);
  });

  it("are decided once, however often a button is tapped, and later taps show what was decided", async () => {
    await arrive();
    await chair.taps("เสนอให้ใช้ระเบียบนี้");
    const confirm = chair.dataOf(/^ยืนยันเสนอระเบียบ/);
    await chair.act(() => Promise.all([chair.phone.taps(confirm), chair.phone.taps(confirm)]));
    await village.settle();
    expect(secretary.received().text.match(/ช่วยตรวจ/g)).toHaveLength(1);
    const approve = secretary.dataOf(/^ยืนยันใช้ระเบียบนี้/);

    await secretary.act(() => Promise.all([secretary.phone.taps(approve), secretary.phone.taps(approve)]));
    expect((await secretary.sendsPostback(approve)).text).toContain("✓ ใช้ระเบียบนี้");

    expect(await versions()).toHaveLength(1);
    expect(await village.entries("rules.adopted")).toHaveLength(1);
    expect((await chair.sendsPostback(confirm)).text).toContain("✓ ใช้ระเบียบนี้");
  });

  it("stay a draft when the second officer does not confirm: the first hears, and the draft is over", async () => {
    const deputy = await village.officer("vice-chair");
    await arrive();
    await chair.taps("เสนอให้ใช้ระเบียบนี้");
    const confirm = chair.dataOf(/^ยืนยันเสนอระเบียบ/);
    await chair.sendsPostback(confirm);
    await village.settle();
    const approve = deputy.dataOf(/^ยืนยันใช้ระเบียบนี้/);

    expect((await secretary.taps("ไม่ยืนยัน")).text).toContain("✕ ไม่ยืนยัน");

    expect((await deputy.sendsPostback(approve)).text).toContain("✕ ไม่ยืนยัน");
    expect((await chair.says("วันนัด")).text).toContain("✕ ไม่ยืนยัน");
    expect((await secretary.taps("เสนอให้ใช้ระเบียบนี้")).text).toMatch(refusalOf("card.outdated"));
    expect((await chair.says("รอเราตัดสิน")).text).toContain("ไม่มีเรื่องที่รอคุณตอบ");
    expect((await chair.says("ระเบียบ")).labels).not.toContain("ดูร่างระเบียบใหม่");
    expect([await versions(), await village.entries("rules.adopted")]).toEqual([[], []]);
  });

  it("are nobody's to propose or confirm but the chair's, her deputy's and the secretary's", async () => {
    const others = [
      await village.officer("treasurer"),
      await village.officer("member"),
      await village.officer("chair", { committee: "loan" }),
      await village.officer("chair", { committee: "audit" }),
      await village.member({ memberNo: "012" }),
    ];
    await arrive();
    await propose(chair);
    const approve = secretary.dataOf(/^ยืนยันใช้ระเบียบนี้/);
    const approvalId = (await ApprovalModel.findOne({ groupId: village.group.id }).lean())?._id ?? "";

    for (const wrong of others) {
      expect(wrong.received().text).toBe("");
      expect((await wrong.says("ระเบียบ")).labels).not.toContain("ดูร่างระเบียบใหม่");
      expect((await wrong.says("รอเราตัดสิน")).text).toContain("ไม่มีเรื่องที่รอคุณตอบ");
      expect((await wrong.sendsPostback(approve)).text).toMatch(refusalOf("card.foreign"));
      await expect(decideAs(wrong, approvalId)).rejects.toMatchObject({ code: "role.missing" });
    }
    expect(await versions()).toEqual([]);
  });

  it("are not confirmed by the first officer, nor by her on another phone", async () => {
    await arrive();
    await propose(chair);
    const approvalId = (await ApprovalModel.findOne({ groupId: village.group.id }).lean())?._id ?? "";
    expect((await chair.says("รอเราตัดสิน")).text).toContain("ไม่มีเรื่องที่รอคุณตอบ");
    await expect(decideAs(chair, approvalId)).rejects.toMatchObject({ code: "second-person.same" });

    const secondPhone = await buildPerson(`U${"c".repeat(32)}`);
    await MemberModel.updateOne({ _id: chair.member.id }, { $set: { "link.personId": secondPhone._id } });
    const onIt = await inTransaction((tx) => getActor(tx, secondPhone));
    const now = village.sajja.clock.now();
    await expect(
      inTransaction((tx) => decideRules(tx, onIt, { approvalId, verdict: "approved", now })),
    ).rejects.toMatchObject({ code: "second-person.same" });
    expect(await versions()).toEqual([]);
  });

  it("need a second officer with a LINE of her own: one phone that holds two seats is one officer", async () => {
    await village.relink(secretary);
    await village.officer("vice-chair", { phoneOf: chair });
    await arrive();
    await chair.taps("เสนอให้ใช้ระเบียบนี้");

    expect((await chair.taps("ยืนยันเสนอระเบียบ")).text).toMatch(refusalOf("second-person.missing"));
  });

  it("of an older file are void: its buttons say so, whoever presses them", async () => {
    await arrive();
    const old = chair.dataOf(/^เสนอให้ใช้ระเบียบนี้/);
    await propose(chair);
    const approve = secretary.dataOf(/^ยืนยันใช้ระเบียบนี้/);

    await arrive({ fee: 30 });

    expect((await secretary.sendsPostback(approve)).text).toMatch(refusalOf("card.outdated"));
    expect((await chair.sendsPostback(old)).text).toMatch(refusalOf("card.outdated"));
    await propose(secretary);
    await chair.taps("ยืนยันใช้ระเบียบนี้");
    expect((await versions()).map(({ clauses }) => clauses[1]?.text.th)).toEqual(["เสียค่าแรกเข้า 30 บาท"]);
  });

  it("never hold for the past: once their day is over they can only be refused", async () => {
    await arrive();
    await propose(chair);
    await village.moveTo("2026-03-11");

    expect((await secretary.taps("ยืนยันใช้ระเบียบนี้")).text).toMatch(refusalOf("rules.day-passed"));
    expect(await versions()).toEqual([]);
    expect((await secretary.taps("ไม่ยืนยัน")).text).toContain("✕ ไม่ยืนยัน");
    await arrive({ fee: 30, from: "2026-03-11" });
    await village.moveTo("2026-03-12");
    expect((await chair.taps("เสนอให้ใช้ระเบียบนี้")).text).toMatch(refusalOf("rules.day-passed"));
  });

  it("wait where the officers look for them: รอเราตัดสิน and ระเบียบ, each by the turn that it is", async () => {
    await arrive();
    expect((await chair.says("รอเราตัดสิน")).text).toContain("ร่างระเบียบใหม่ มติที่ 4/2569 รอเสนอ");
    expect((await chair.taps("ระเบียบ 4/2569")).labels).toContain("เสนอให้ใช้ระเบียบนี้");
    await propose(chair);

    await chair.says("ระเบียบ");
    expect((await chair.taps("ดูร่างระเบียบใหม่")).text).toMatch(/รอกรรมการอีก 1 คน.*รอ เลขานุการ/s);
    await secretary.says("ระเบียบ");
    expect((await secretary.taps("ดูร่างระเบียบใหม่")).labels).toContain("ยืนยันใช้ระเบียบนี้");
    expect((await secretary.says("รอเราตัดสิน")).text).toContain("ระเบียบใหม่ มติที่ 4/2569");
    await secretary.taps("ระเบียบ 4/2569");
    expect((await secretary.taps("ยืนยันใช้ระเบียบนี้")).text).toContain("✓ ใช้ระเบียบนี้");
  });

  it("are not proposed by a card that was dropped; a typed อนุมัติ decides nothing", async () => {
    await arrive();
    await chair.taps("เสนอให้ใช้ระเบียบนี้");
    const confirm = chair.dataOf(/^ยืนยันเสนอระเบียบ/);
    expect((await chair.taps("ไม่บันทึก")).text).toContain("ไม่ได้บันทึกอะไร");

    expect((await chair.sendsPostback(confirm)).text).toMatch(refusalOf("card.dropped"));
    await propose(chair);
    expect((await secretary.says("อนุมัติ")).text).toContain("มีเรื่องที่รอคุณตอบ");
    expect(await versions()).toEqual([]);
    expect((await chair.taps("ไม่บันทึก")).text).toMatch(refusalOf("card.confirmed"));
  });

  it("are one outcome where one officer confirms and another refuses at the same moment", async () => {
    const deputy = await village.officer("vice-chair");
    await arrive();
    await propose(chair);

    await Promise.all([secretary.phone.tapsButton("ยืนยันใช้ระเบียบนี้"), deputy.phone.tapsButton("ไม่ยืนยัน")]);
    await village.settle();

    const outcome = (await versions()).length === 1 ? "✓ ใช้ระเบียบนี้" : "✕ ไม่ยืนยัน";
    for (const officer of [secretary, deputy]) expect(officer.received().text).toContain(outcome);
    expect(await village.entries("rules.adopted")).toHaveLength((await versions()).length);
  });

  function decideAs(officer: Villager, approvalId: string) {
    const { person } = officer;
    if (!person) throw new Error("an officer has a phone");
    const input = { approvalId, verdict: "approved", now: village.sajja.clock.now() } as const;
    return inTransaction(async (tx) => decideRules(tx, await getActor(tx, person), input));
  }
});
