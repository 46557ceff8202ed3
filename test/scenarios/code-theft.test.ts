import { describe, expect, it } from "@jest/globals";
import { makeOperatorCode } from "../../src/app/linking/operator-code";
import { inTransaction } from "../../src/storage/tx";
import { codeFor } from "../support/link-codes";
import { refusalOf } from "../support/refusals";
import { useVillage } from "../support/village";
import { lastOf, type Villager } from "../support/villager";

const takenTitle = "รหัสนี้มีเครื่องอื่นใช้ไปแล้ว";
const warning = "รหัสผูกสมุดอาจไปถึงคนอื่น";

describe("a link code that reached the wrong hands", () => {
  const village = useVillage({ today: "2026-03-01" });

  it("tells its owner what it means and whom to telephone, its maker and the auditors at once, once for each code", async () => {
    const { secretary } = await officers();
    const auditor = await village.officer("chair", { committee: "audit" });
    await village.member({ memberNo: "012", name: "มาลี ทองดี", linked: false });
    const code = await codeFor(secretary, "012");
    const [thief, owner] = [await consented(), await consented()];
    await thief.says(code);

    const told = await owner.says(code);
    expect(told.text).toContain(takenTitle);
    expect(told.text).toMatch(/โทรบอกเดี๋ยวนี้.*ขอรหัส 012.*ประธาน ประสิทธิ์ มั่นคง โทร 081-000-0001/s);
    expect(told.labels).toEqual(expect.arrayContaining(["โทรหาประธาน", "โทรหาเลขานุการ"]));
    expect(told.text).not.toContain("มาลี ทองดี");
    const pushed = village.pushesTo(secretary);
    expect(pushed).toBe(1);
    expect(auditor.received().text).toContain(warning);
    expect(secretary.received().text).toMatch(/มาลี ทองดี.*ใช้เมื่อ.*ส่งมาอีกเมื่อ.*พิมพ์ ขอรหัส 012/s);

    expect((await owner.says(code)).text).toContain(takenTitle);
    expect((await (await consented()).says(code)).text).toContain(takenTitle);
    await village.settle();
    expect(village.pushesTo(secretary)).toBe(pushed);
    expect((await thief.says(code)).text).toContain("ผูกสมุดกับไลน์แล้ว");
  });

  it("is put right by a new code and a second officer: the owner's phone opens the passbook, the thief's does not", async () => {
    const { secretary, chair } = await officers();
    const auditor = await village.officer("chair", { committee: "audit", memberNo: "007", name: "ประนอม ตรงดี" });
    await village.officer("member", { committee: "audit", memberNo: "008", spouseNo: "031" });
    await village.member({ memberNo: "012", linked: false });
    const code = await codeFor(secretary, "012");
    const [thief, owner] = [await consented(), await consented()];
    await thief.says(code);
    await owner.says(code);

    await secretary.taps("ขอรหัส 012");
    const fresh = await codeFor(secretary, "012");
    await village.settle();
    await chair.taps("ยืนยันผูกสมุด");
    expect((await owner.says(fresh)).text).toContain("ผูกสมุดกับไลน์แล้ว");

    const lost = thief.received();
    expect(lost.text).toContain("สมุดย้ายไปไลน์เครื่องอื่นแล้ว");
    expect(lost.labels).toEqual(expect.arrayContaining(["โทรหาประธาน", "โทรหาเลขานุการ"]));
    expect((await thief.says("ยอดเงิน")).text).toMatch(refusalOf("person.unknown"));
    expect((await thief.says(code)).text).toMatch(refusalOf("link.code-used"));

    // Whoever lost a passbook to another phone can say so to the auditors, by the passbook's name, and reads nothing of it.
    const told = await thief.says("มีคนเปิดสมุดฉัน โทร 08 1234 5678");
    expect(told.text).toMatch(/สมุดของ 012.*โทร 08 1234 5678.*ผู้ตรวจสอบ: ประนอม ตรงดี$/ms);
    const send = thief.dataOf(/^ส่งเรื่องนี้/);
    expect((await owner.sendsPostback(send)).text).toMatch(refusalOf("card.foreign"));
    await thief.sendsPostback(send);
    expect((await thief.sendsPostback(send)).text).toContain("ไปหาเจ้าของสมุดเอง");
    expect(auditor.received().text).toMatch(/มีเรื่องให้ตรวจ.*โทร 08 1234 5678.*มีคนเปิดสมุด.*012.*เครื่องเดิม/s);
    await auditor.taps("ตรวจแล้ว");
    await auditor.says("ไปหาที่บ้านแล้ว");
    expect((await auditor.taps("ส่งคำตอบ")).text).toContain("ปิดเรื่องแล้ว");
    expect((await owner.says("เรื่องที่แจ้ง")).text).toContain("ยังไม่มีเรื่องที่แจ้งไว้");
    expect((await owner.says("มีคนเปิดสมุดฉัน")).text).toContain("ร้องเรียน");
  });

  it("warns the maker once when two phones send it at the same moment", async () => {
    const { secretary } = await officers();
    await village.member({ memberNo: "012", linked: false });
    const code = await codeFor(secretary, "012");
    const [thief, owner, other] = [await consented(), await consented(), await consented()];
    await thief.says(code);

    await owner.act(() => Promise.all([owner.phone.says(code), other.phone.says(code)]));

    expect((await village.outboxOf(secretary)).filter(({ kind }) => kind === "link.taken")).toHaveLength(1);
    expect(other.received().text).toContain(takenTitle);
  });

  it("warns the other officers where nobody made it, or she whose passbook it opens", async () => {
    const { chair } = await officers();
    const auditor = await village.officer("chair", { committee: "audit" });
    await village.officer("treasurer", { memberNo: "002", linked: false });
    const ask = { group: village.group.id, memberNo: "002", now: village.sajja.clock.now() };
    const made = await inTransaction((tx) => makeOperatorCode(tx, ask));
    if (made.kind !== "made") throw new Error(made.kind);
    const [thief, owner] = [await consented(), await consented()];
    await thief.says(made.digits);

    await owner.says(made.digits);

    expect(thief.received().text).not.toContain(warning);
    for (const officer of [chair, auditor]) expect(officer.received().text).toContain(warning);
  });

  it("shows nobody to telephone before its sender has consented, and then does", async () => {
    const { secretary } = await officers();
    await village.member({ memberNo: "012", linked: false });
    const code = await codeFor(secretary, "012");
    await (await consented()).says(code);
    const owner = await village.stranger();

    const first = await owner.says(code);
    expect(first.labels).toContain("ตกลงให้ใช้ข้อมูล");
    expect(first.text).not.toMatch(/ประสิทธิ์|081|กลุ่มบ้านทดลอง/);
    expect(village.pushesTo(secretary)).toBe(0);
    expect((await owner.taps("ตกลงให้ใช้ข้อมูล")).text).toMatch(/081-000-0001/);
  });

  it("lets its maker hear of the usual use with her next answer, without a push", async () => {
    const { secretary } = await officers();
    await village.member({ memberNo: "012", name: "มาลี ทองดี", linked: false });
    const code = await codeFor(secretary, "012");
    await (await consented()).says(code);
    await village.settle();

    expect(village.pushesTo(secretary)).toBe(0);
    const next = await secretary.says("วันนัด");
    expect(next.text).toMatch(/มาลี ทองดี.*ด้วยรหัสที่คุณออกให้/s);
    expect(lastOf(await secretary.says("วันนัด"))).not.toContain("รหัสที่คุณออกให้");
  });

  async function officers(): Promise<{ secretary: Villager; chair: Villager }> {
    const chair = await village.officer("chair", { name: "ประสิทธิ์ มั่นคง", memberNo: "001" });
    const secretary = await village.officer("secretary", { memberNo: "031" });
    await village.changeGroup((group) => {
      group.officers = group.officers.map((office, index) => ({ ...office, phone: `081-000-000${index + 1}` }));
    });
    return { chair, secretary };
  }

  async function consented(): Promise<Villager> {
    const phone = await village.stranger();
    await phone.says("ยินยอม");
    return phone;
  }
});
