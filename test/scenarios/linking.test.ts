import { describe, expect, it } from "@jest/globals";
import { baht } from "../../src/domain/money";
import { LinkCodeModel } from "../../src/storage/link-codes";
import { codeFor, codeOn } from "../support/link-codes";
import { refusalOf } from "../support/refusals";
import { useVillage } from "../support/village";

describe("linking a passbook with a phone", () => {
  const village = useVillage({ today: "2026-03-01" });

  it("goes from following over consent and the secretary's code to the first balance", async () => {
    await village.officer("chair", { name: "ประสิทธิ์ มั่นคง", memberNo: "001" });
    await village.changeGroup((group) => {
      group.officers = group.officers.map((office) => ({ ...office, phone: "081-234-5678" }));
    });
    const secretary = await village.officer("secretary");
    const malee = await village.member({
      memberNo: "012",
      name: "มาลี ทองดี",
      linked: false,
      pledgeSavings: baht(4_200),
    });
    const phone = await village.stranger();

    const welcome = await phone.follows();
    expect(welcome.text).toContain("ประสิทธิ์ มั่นคง");
    expect(welcome.text).toContain("081-234-5678");
    expect(welcome.text).toMatch(/ไม่ถามเลขบัตรประชาชน รหัสธนาคาร หรือ OTP/);
    const consent = await phone.taps("ไปต่อ");
    expect(consent.text).toMatch(/1\. .*2\. .*3\. /s);
    expect((await phone.taps("อ่านฉบับเต็ม")).text).toContain("ฉบับที่ 1");
    expect((await phone.says("ยินยอม")).text).toContain("ส่งรหัสผูกสมุด 8 ตัว");

    await secretary.says("ขอรหัส 012");
    const card = await secretary.taps(/^012/);
    expect(card.text).toContain("มาลี ทองดี");
    const linked = await phone.says(codeOn(card));
    expect(linked.text).toContain(malee.member.name);

    expect((await phone.says("ยอดเงิน")).text).toContain("4,200");
    expect(await village.entries("link.made")).toHaveLength(1);
    expect(JSON.stringify(await village.entries("link.made"))).not.toContain(phone.lineUserId);
  });

  it("keeps a code that came before consent, through other words, until she agrees", async () => {
    const secretary = await village.officer("secretary");
    await village.member({ memberNo: "012", linked: false, pledgeSavings: baht(300) });
    const phone = await village.stranger();
    const code = await codeFor(secretary, "012");

    expect((await phone.says(code)).labels).toContain("ตกลงให้ใช้ข้อมูล");
    expect((await phone.says("ยอดเงิน")).text).not.toContain("300");
    await phone.says("อะไรคือสัจจะสะสมทรัพย์ของกลุ่ม");
    const linked = await phone.taps("ตกลงให้ใช้ข้อมูล");

    expect(linked.text).toContain("ผูกสมุดกับไลน์แล้ว");
    expect((await phone.says("ยอดเงิน")).text).toContain("300");
  });

  it("answers ยังไม่ตกลง kindly and changes nothing: the code waits, and she may agree later", async () => {
    const secretary = await village.officer("secretary");
    await village.member({ memberNo: "012", linked: false });
    const phone = await village.stranger();
    await phone.says(await codeFor(secretary, "012"));

    for (const declined of [await phone.taps("ยังไม่ตกลง"), await phone.says("ไม่ยินยอม")]) {
      expect(declined.text).toMatch(/ไม่เป็นไร.*ยังส่งสัจจะที่กลุ่มได้เหมือนเดิม/s);
      expect(declined.labels).toContain("ยินยอม");
    }
    expect(await village.entries("link.made")).toEqual([]);
    const decline = phone.dataOf(/^ยังไม่ตกลง/);
    expect((await phone.says("ยินยอม")).text).toContain("ผูกสมุดกับไลน์แล้ว");

    expect((await phone.sendsPostback(decline)).text).toContain("ยังไม่มีอะไรเปลี่ยน");
    expect((await phone.says("ยอดเงิน")).text).toContain("ยอดเงินสัจจะ");
  });

  it("takes a code once, in Thai digits too: its phone sees the first result again, a second phone gets nothing", async () => {
    const secretary = await village.officer("secretary");
    await village.member({ memberNo: "012", linked: false, pledgeSavings: baht(300) });
    const phone = await consented();
    const other = await consented();
    const code = await codeFor(secretary, "012");
    const thai = code.replaceAll(/\d/g, (digit) => "๐๑๒๓๔๕๖๗๘๙"[Number(digit)] ?? "");

    expect((await phone.says(`${thai.slice(0, 4)} ${thai.slice(4)}`)).text).toContain("ผูกสมุดกับไลน์แล้ว");
    expect((await phone.says(code)).text).toContain("ผูกสมุดกับไลน์แล้ว");
    expect(await village.entries("link.made")).toHaveLength(1);
    expect((await other.says(code)).text).toContain("รหัสนี้มีเครื่องอื่นใช้ไปแล้ว");
    expect((await other.says("ยอดเงิน")).text).not.toContain("300");
  });

  it("is one link when LINE delivers the code twice and again", async () => {
    const secretary = await village.officer("secretary");
    await village.member({ memberNo: "012", linked: false });
    const phone = await consented();
    const code = await codeFor(secretary, "012");

    const screen = await phone.act(async () => {
      const { webhookEventId } = await phone.phone.says(code);
      await Promise.all([
        village.simulator.courier.duplicate(webhookEventId),
        village.simulator.courier.redeliver(webhookEventId),
      ]);
    });

    expect(screen.text.match(/ผูกสมุดกับไลน์แล้ว/g)).toHaveLength(1);
    expect(await village.entries("link.made")).toHaveLength(1);
  });

  it("ends a code's life after 15 minutes", async () => {
    const secretary = await village.officer("secretary");
    await village.member({ memberNo: "012", linked: false });
    const phone = await consented();
    const code = await codeFor(secretary, "012");
    await village.moveTo("2026-03-01", "09:46");

    expect((await phone.says(code)).text).toMatch(refusalOf("link.code-expired"));
    expect(await village.entries("link.made")).toEqual([]);
  });

  it("keeps the consent of who agreed to it with a code that is over", async () => {
    const secretary = await village.officer("secretary");
    await village.member({ memberNo: "012", linked: false });
    const phone = await village.stranger();
    const [over, fresh] = [await codeFor(secretary, "012"), await codeFor(secretary, "012")];
    await phone.says(over);

    expect((await phone.says("ยินยอม")).text).toMatch(refusalOf("link.code-expired"));
    expect((await phone.says(fresh)).text).toContain("ผูกสมุดกับไลน์แล้ว");
  });

  it("of a child's passbook is told to its guardian at once", async () => {
    const secretary = await village.officer("secretary");
    const mother = await village.member({ memberNo: "012" });
    await village.member({ memberNo: "013", name: "ภูผา ทองดี", guardianNo: "012", linked: false });
    const code = await codeFor(secretary, "013");
    await (await consented()).says(code);
    await village.settle();

    expect(mother.received().text).toMatch(/มีสมุดผูกกับไลน์เครื่องใหม่.*ภูผา ทองดี/s);
    expect(village.pushesTo(mother)).toBe(1);
  });

  it("lets a code of an open working day live until its closing", async () => {
    const treasurer = await village.treasurerOnWorkingDay();
    const secretary = await village.officer("secretary");
    await village.member({ memberNo: "012", linked: false });
    await village.member({ memberNo: "013", linked: false });
    const [early, late] = [await codeFor(secretary, "012"), await codeFor(secretary, "013")];
    await village.moveTo("2026-03-01", "11:30");
    const phone = await consented();

    expect((await phone.says(early)).text).toContain("ผูกสมุดกับไลน์แล้ว");
    await treasurer.says("ปิดวันทำการ");
    const report = await treasurer.taps(/^ยืนยันปิด/);

    expect(report.text).toContain("สมาชิกเลขที่ 012");
    expect((await (await consented()).says(late)).text).toMatch(refusalOf("link.code-expired"));
  });

  it("makes an older code of a member void when a newer one is made", async () => {
    const secretary = await village.officer("secretary");
    await village.member({ memberNo: "012", linked: false });
    const phone = await consented();
    const older = await codeFor(secretary, "012");
    await codeFor(secretary, "012");

    expect((await phone.says(older)).text).toMatch(refusalOf("link.code-expired"));
  });

  it("refuses a second passbook of her own in one group, and a closed one", async () => {
    const secretary = await village.officer("secretary");
    const malee = await village.member({ memberNo: "012" });
    await village.member({ memberNo: "013", linked: false });
    await village.member({ memberNo: "014", linked: false, status: "closed" });
    const code = await codeFor(secretary, "013");

    expect((await malee.says(code)).text).toMatch(refusalOf("link.already-own"));
    expect(await LinkCodeModel.countDocuments({ groupId: village.group.id, state: "open" })).toBe(1);
    await secretary.says("ขอรหัส 014");
    expect((await secretary.taps(/^014/)).text).toMatch(refusalOf("member.not-active"));
  });

  async function consented() {
    const phone = await village.stranger();
    await phone.says("ยินยอม");
    return phone;
  }
});
