import { describe, expect, it } from "@jest/globals";
import { makeOperatorCode } from "../../src/app/linking/operator-code";
import { baht } from "../../src/domain/money";
import { inTransaction } from "../../src/storage/tx";
import type { Villager } from "../support/villager";
import { codeFor } from "../support/link-codes";
import { refusalOf } from "../support/refusals";
import { useVillage } from "../support/village";

describe("a second phone, or an officer's", () => {
  const village = useVillage({ today: "2026-03-01" });

  it("opens a passbook on another phone only after a second officer's word, and the old phone hears at once", async () => {
    const { secretary, chair } = await officers();
    const auditor = await village.officer("chair", { committee: "audit" });
    const old = await village.member({ memberNo: "012", name: "มาลี ทองดี", pledgeSavings: baht(4_200) });
    const fresh = await consented();
    const code = await codeFor(secretary, "012");
    await village.settle();
    expect(chair.received().text).toMatch(/ช่วยยืนยันการผูกสมุดกับไลน์.*มาลี ทองดี/s);

    expect((await fresh.says(code)).text).toContain("ต้องให้กรรมการอีกคนยืนยันก่อน");
    expect((await secretary.says("รอเราตัดสิน")).text).toContain("ไม่มีเรื่องที่รอคุณตอบ");
    const decided = await chair.taps("ยืนยันผูกสมุด");
    expect(decided.text).toContain("ยืนยันแล้ว");
    expect(old.received().text).toBe("");
    const linked = await fresh.says(code);
    expect(linked.text).toContain("ผูกสมุดกับไลน์แล้ว");
    // She holds no office, so nothing is said of when she may confirm what others ask.
    expect(linked.text).not.toContain("ยืนยันรายการ");
    await village.settle();

    expect(old.received().text).toContain("สมุดย้ายไปไลน์เครื่องอื่นแล้ว");
    expect((await old.says("ยอดเงิน")).text).not.toContain("4,200");
    expect((await fresh.says("ยอดเงิน")).text).toContain("4,200");
    expect(auditor.received().text).toMatch(/ยืนยันแล้ว.*มีสมุดผูกกับไลน์เครื่องใหม่/s);
    expect(auditor.received().text).not.toContain("ยืนยันรายการได้ตั้งแต่");
  });

  it("asks for one word alone where a newer code took the place of an older one", async () => {
    const { secretary, chair } = await officers();
    await village.member({ memberNo: "012", name: "มาลี ทองดี" });
    await codeFor(secretary, "012");
    await village.settle();
    const older = chair.dataOf(/^ยืนยันผูกสมุด/);
    const code = await codeFor(secretary, "012");
    await village.settle();

    expect((await chair.says("รอเราตัดสิน")).text).not.toContain("2. ");
    expect((await chair.sendsPostback(older)).text).toMatch(refusalOf("card.outdated"));
    await chair.says("รอเราตัดสิน");
    await chair.taps(/^ผูกสมุดของ/);
    expect((await chair.taps("ยืนยันผูกสมุด")).text).toContain("ยืนยันแล้ว");
    expect((await (await consented()).says(code)).text).toContain("ผูกสมุดกับไลน์แล้ว");
  });

  it("never opens after the second officer said no, though she is asked again", async () => {
    const { secretary, chair } = await officers();
    await village.member({ memberNo: "012" });
    const fresh = await consented();
    const code = await codeFor(secretary, "012");
    await village.settle();
    const approve = chair.dataOf(/^ยืนยันผูกสมุด/);

    expect((await chair.taps("ไม่ยืนยัน")).text).toContain("ไม่ยืนยัน");
    expect((await chair.sendsPostback(approve)).text).toContain("รหัสนี้ใช้ไม่ได้แล้ว");
    expect((await fresh.says(code)).text).toMatch(refusalOf("link.code-expired"));
    expect(await village.entries("link.made")).toEqual([]);
  });

  it("lets neither the maker second her own code, nor the member her own, nor anybody press another's button", async () => {
    const { secretary, chair } = await officers();
    const treasurer = await village.officer("treasurer");
    await village.member({ memberNo: "012" });
    await codeFor(secretary, "012");
    await village.settle();
    const approve = chair.dataOf(/^ยืนยันผูกสมุด/);

    expect((await secretary.sendsPostback(approve)).text).toMatch(refusalOf("card.foreign"));
    expect((await treasurer.sendsPostback(approve)).text).toMatch(refusalOf("card.foreign"));
    await village.changeGroup((group) => {
      group.officers = group.officers.filter(({ position }) => position !== "chair");
    });
    expect((await chair.sendsPostback(approve)).text).toMatch(refusalOf("role.missing"));
  });

  it("makes no code where nobody else could second it", async () => {
    const secretary = await village.officer("secretary");
    await village.member({ memberNo: "012" });
    await secretary.says("ขอรหัส 012");

    expect((await secretary.taps(/^012/)).text).toMatch(refusalOf("second-person.missing"));
  });

  it("gives an officer's new phone no right to decide for 72 hours, and tells all officers and the auditor", async () => {
    const { secretary, chair } = await officers();
    const auditor = await village.officer("chair", { committee: "audit" });
    await village.officer("treasurer", { memberNo: "002", name: "สมศรี ใจดี", linked: false });
    const phone = await consented();
    const code = await codeFor(secretary, "002");
    await village.settle();
    await chair.taps("ยืนยันผูกสมุด");

    const linked = await phone.says(code);
    expect(linked.text).toMatch(/ยืนยันรายการในตำแหน่งกรรมการได้ตั้งแต่ .*4 มี\.ค\. 2569/);
    await village.settle();
    for (const officer of [secretary, chair, auditor]) expect(officer.received().text).toContain("มีสมุดผูกกับไลน์เครื่องใหม่");

    const early = await phone.says("เปิดวันทำการ");
    expect(early.text).toMatch(refusalOf("role.too-new"));
    expect(early.text).toContain("4 มี.ค. 2569");
    await village.moveTo("2026-03-04", "09:45");
    expect((await phone.says("เปิดวันทำการ")).labels).toContain("ยืนยันเปิดวันทำการ");
  });

  it("asks nobody to second whose own phone may not decide yet", async () => {
    const { secretary, chair } = await officers();
    await village.officer("vice-chair", { memberNo: "005", linked: false });
    await village.member({ memberNo: "012" });
    const phone = await consented();
    const code = await codeFor(secretary, "005");
    await village.settle();
    await chair.taps("ยืนยันผูกสมุด");
    await phone.says(code);
    const before = phone.received().text.length;

    await codeFor(secretary, "012");
    await village.settle();

    expect(phone.received().text.slice(before)).not.toContain("ช่วยยืนยัน");
    expect((await phone.says("รอเราตัดสิน")).text).toContain("ไม่มีเรื่องที่รอคุณตอบ");
  });

  it("lets a line head's changed phone make no codes for 72 hours", async () => {
    const { secretary, chair } = await officers();
    await village.member({ memberNo: "020" });
    await village.member({ memberNo: "021", lineHeadNo: "020", linked: false });
    const phone = await consented();
    const code = await codeFor(secretary, "020");
    await village.settle();
    await chair.taps("ยืนยันผูกสมุด");
    await phone.says(code);
    await phone.says("ขอรหัส 021");

    expect((await phone.taps(/^021/)).text).toMatch(refusalOf("role.too-new"));
  });

  it("lets the first links of all, by the operator's codes, decide at once; and gives no second such code", async () => {
    await village.officer("treasurer", { memberNo: "002", linked: false });
    const phone = await consented();
    const ask = { group: village.group.id, memberNo: "002", now: village.sajja.clock.now() };
    const made = await inTransaction((tx) => makeOperatorCode(tx, ask));
    if (made.kind !== "made") throw new Error(made.kind);

    expect((await phone.says(made.digits)).text).not.toContain("ยืนยันรายการในตำแหน่งกรรมการได้ตั้งแต่");
    expect((await phone.says("เปิดวันทำการ")).labels).toContain("ยืนยันเปิดวันทำการ");
    expect(await inTransaction((tx) => makeOperatorCode(tx, ask))).toEqual({ kind: "linked-before" });
  });

  async function officers(): Promise<{ secretary: Villager; chair: Villager }> {
    return { chair: await village.officer("chair"), secretary: await village.officer("secretary") };
  }

  async function consented(): Promise<Villager> {
    const phone = await village.stranger();
    await phone.says("ยินยอม");
    return phone;
  }
});
