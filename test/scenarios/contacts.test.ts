import { describe, expect, it } from "@jest/globals";
import { codeFor } from "../support/link-codes";
import { refusalOf } from "../support/refusals";
import { MemberModel } from "../../src/storage/members";
import { useVillage } from "../support/village";
import type { Villager } from "../support/villager";

const chairLine = /ประธาน ประสิทธิ์ มั่นคง โทร 081-000-0001/;
const secretaryLine = /เลขานุการ อรุณี ศรีสุข โทร 081-000-0002/;
const buttons = ["โทรหาประธาน", "โทรหาเลขานุการ"];

describe("whom to telephone, when the phone opens no passbook", () => {
  const village = useVillage({ today: "2026-03-01" });

  it("is each group's chair by the group's name for a stranger", async () => {
    await officers();
    const stranger = await village.stranger();

    const talk = await stranger.says("ถาม-คุยกับคน");
    expect(talk.text).toMatch(/บ้านทดลอง g-[0-9a-f]+: ประธาน ประสิทธิ์ มั่นคง โทร 081-000-0001/);
    expect(talk.text).not.toContain("อรุณี ศรีสุข");
    expect((await stranger.follows()).text).toMatch(chairLine);
  });

  it("is her own group's chair and secretary for who let go of her passbook", async () => {
    await officers();
    const malee = await village.member();
    await malee.says("เลิกผูกสมุด");
    await malee.taps("ยืนยันเลิกผูกสมุด");

    const talk = await malee.says("ถาม-คุยกับคน");
    expect(talk.text).toMatch(chairLine);
    expect(talk.text).toMatch(secretaryLine);
    expect(talk.text).toContain(village.group.name.th);
    expect(talk.labels).toEqual(expect.arrayContaining(buttons));
    const refused = await malee.says("ยอดเงิน");
    expect(refused.text).toMatch(refusalOf("person.unknown"));
    expect(refused.text).toMatch(chairLine);
    expect(refused.labels).toEqual(expect.arrayContaining(buttons));
  });

  it("is her own group's chair and secretary for whom another phone took the passbook from", async () => {
    const { secretary, chair } = await officers();
    const malee = await village.member({ memberNo: "012" });
    const fresh = await village.stranger();
    await fresh.says("ยินยอม");
    const code = await codeFor(secretary, "012");
    await village.settle();
    await chair.taps("ยืนยันผูกสมุด");
    await fresh.says(code);

    expect((await malee.says("ยอดเงิน")).text).toMatch(secretaryLine);
    expect((await malee.says("คุยกับคน")).text).toMatch(chairLine);
  });

  it("is her own group's chair and secretary for whose passbook is closed, and the auditor for a complaint", async () => {
    await officers();
    await village.officer("chair", { committee: "audit", name: "อารี หวังดี" });
    const malee = await village.member();
    await MemberModel.updateOne({ _id: malee.member.id }, { $set: { status: "closed" } });

    const refused = await malee.says("ยอดเงิน");
    expect(refused.text).toMatch(refusalOf("member.closed"));
    expect(refused.text).toMatch(chairLine);
    expect((await malee.says("คุยกับคน")).text).toMatch(secretaryLine);
    const complaint = await malee.says("ร้องเรียน");
    expect(complaint.text).toContain("อารี หวังดี");
    expect(complaint.labels).not.toContain("ให้ผู้ตรวจสอบโทร");
  });

  it("is her own groups' for who is locked, by the groups' names where she is in several", async () => {
    await officers();
    const other = await village.addGroup({ name: { th: "กลุ่มออมทรัพย์บ้านนา" } });
    await village.officer("chair", { group: other, name: "สมหมาย ใจงาม" });
    const malee = await village.member();
    await village.member({ group: other, phoneOf: malee });

    const locked = await malee.says("ล็อก");
    expect(locked.text).toMatch(chairLine);
    expect(locked.text).toContain("บ้านนา: ประธาน สมหมาย ใจงาม");
    const talk = await malee.says("คุยกับคน");
    expect(talk.text).toMatch(secretaryLine);
    expect(talk.labels).not.toContain("ฝากให้โทรกลับ");
    expect((await malee.says("ยอดเงิน")).text).toMatch(chairLine);
  });

  it("is never a locked officer herself", async () => {
    const { secretary } = await officers();

    const locked = await secretary.says("ล็อก");
    expect(locked.text).toMatch(chairLine);
    expect(locked.text).not.toMatch(secretaryLine);
  });

  async function officers(): Promise<{ secretary: Villager; chair: Villager }> {
    const chair = await village.officer("chair", { name: "ประสิทธิ์ มั่นคง" });
    const secretary = await village.officer("secretary", { name: "อรุณี ศรีสุข" });
    await village.changeGroup((group) => {
      group.officers = group.officers.map((office, index) => ({ ...office, phone: `081-000-000${index + 1}` }));
    });
    return { chair, secretary };
  }
});
