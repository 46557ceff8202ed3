import { describe, expect, it } from "@jest/globals";
import { refusalOf } from "../support/refusals";
import { useVillage } from "../support/village";
import { lastOf } from "../support/villager";

describe("the tiles of the menu", () => {
  const village = useVillage({ today: "2026-03-01" });

  it("answer each one, with nothing promised that does not exist", async () => {
    await village.changeGroup((group) => (group.payment = { promptPay: "0812345678", bank: "ธ.ก.ส. 123-4-56789-0" }));
    const malee = await village.member({ memberNo: "012" });

    const loans = await malee.sendsPostback("menu:loan.info");
    expect(loans.text).toMatch(/5 มี\.ค\. 2569.*ศาลาประชาธิปไตย.*สมุดสัจจะ/s);
    expect((await malee.sendsPostback("menu:welfare.info")).labels).toContain("แจ้งเหตุ");
    const transfer = await malee.sendsPostback("menu:transfer.notice");
    expect(transfer.text).toMatch(/พิมพ์ว่าโอนค่าอะไรบ้าง/);
    expect(transfer.text).toContain("0812345678");
    expect((await malee.sendsPostback("menu:meeting.next")).text).toMatch(/5 มี\.ค\. 2569.*09\.00.*12\.00/s);
    expect((await malee.sendsPostback("menu:person.talk")).text).toContain("ถาม-คุยกับคน");
    expect((await malee.sendsPostback("menu:savings.balance")).text).toContain("ยอดเงินสัจจะ");
  });

  it("say plainly what is not open in LINE yet", async () => {
    const treasurer = await village.officer("treasurer");
    expect((await treasurer.sendsPostback("menu:welfare.info")).text).toContain("ยังไม่เปิดใช้ในไลน์");
    const loans = await treasurer.sendsPostback("menu:loan.info");
    expect(loans.text).toContain("ขอกู้ที่นี่ได้ พิมพ์ อยากกู้");
    expect(loans.text).not.toContain("ยังไม่เปิดใช้");
    for (const [tile, name] of [
      ["broadcast.info", "ประกาศ"],
      ["groups.info", "กลุ่ม"],
      ["knowledge.info", "ความรู้"],
    ] as const)
      expect((await treasurer.sendsPostback(`menu:${tile}`)).text).toContain(`“${name}” ยังไม่เปิดใช้ในไลน์`);
  });

  it("keep a wish to be called until somebody has called", async () => {
    const malee = await village.member({ memberNo: "012", name: "มาลี ทองดี" });
    const lender = await village.officer("chair", { committee: "loan", name: "วิชัย รักดี" });
    await malee.says("เงินกู้");

    expect((await malee.taps("ฝากชื่อให้โทรกลับ")).text).toContain("จะใช้เงินทำอะไร");
    const asked = await malee.taps("ทำเกษตร");
    expect(asked.text).toMatch(/จดไว้แล้ว.*วิชัย รักดี/s);
    expect(asked.text).not.toContain("คำขอ");
    const list = await lender.says("รายชื่อโทรกลับ");
    expect(list.text).toMatch(/มาลี ทองดี.*ทำเกษตร/s);
    expect((await malee.says("รายชื่อโทรกลับ")).text).not.toContain("ทำเกษตร");
    const done = lender.dataOf(/^โทรหา/);
    await lender.sendsPostback(done);
    await lender.sendsPostback(done);

    expect((await lender.says("รายชื่อโทรกลับ")).text).toContain("ไม่มีใครรอโทรกลับ");
    expect((await malee.sendsPostback(done)).text).toMatch(refusalOf("card.foreign"));
  });

  it("keep the newest wish of a member about one thing", async () => {
    const malee = await village.member({ memberNo: "012" });
    const chair = await village.officer("chair");
    for (const purpose of ["ซื้อปุ๋ย", "ซ่อมหลังคา"]) {
      await malee.says("เงินกู้");
      await malee.taps("ฝากชื่อให้โทรกลับ");
      await malee.says(purpose);
    }

    const list = lastOf(await chair.says("รายชื่อโทรกลับ"));
    expect(list).toContain("ซ่อมหลังคา");
    expect(list).not.toContain("ซื้อปุ๋ย");
  });

  it("keep the day of an event and say who calls, without cheer", async () => {
    const malee = await village.member({ memberNo: "012" });
    const secretary = await village.officer("secretary", { name: "อรุณี ศรีสุข" });
    await malee.says("สวัสดิการ");

    expect((await malee.taps("แจ้งเหตุ")).text).toContain("เกิดเหตุวันไหน");
    const told = await malee.taps("เมื่อวาน");

    expect(told.text).toContain("อรุณี ศรีสุข");
    expect(told.text).not.toMatch(/ยินดี|!/);
    expect((await secretary.says("รายชื่อโทรกลับ")).text).toContain("28 ก.พ. 2569");
  });

  it("forget a wish that is not wanted, and one that is a day old", async () => {
    const malee = await village.member({ memberNo: "012" });
    const chair = await village.officer("chair");
    await malee.says("ฝากชื่อให้โทรกลับ");
    expect((await malee.taps("ไม่ฝากแล้ว")).text).toContain("ไม่ได้จดไว้");
    await malee.says("ฝากชื่อให้โทรกลับ");
    await village.moveTo("2026-03-02", "10:00");
    await malee.says("อะไรสักอย่างที่ไม่มีความหมาย");

    expect((await chair.says("รายชื่อโทรกลับ")).text).toContain("ไม่มีใครรอโทรกลับ");
  });

  it.each([
    ["เลิกผูกไลน์", "เลิกผูก"],
    ["ขอรหัส 013", "เป็นหน้าที่ของเลขานุการ"],
    ["ยกเลิก", "ไม่ได้จดไว้"],
  ])("never note down the command %s as what a call is about", async (line, answer) => {
    const malee = await village.member({ memberNo: "012" });
    const chair = await village.officer("chair");
    await malee.says("ฝากชื่อให้โทรกลับ");

    expect((await malee.says(line)).text).toContain(answer);
    await malee.says("อะไรสักอย่างที่ไม่มีความหมาย");

    expect((await chair.says("รายชื่อโทรกลับ")).text).toContain("ไม่มีใครรอโทรกลับ");
  });

  it("note that a phone is lost, when that is what a call is about", async () => {
    const malee = await village.member({ memberNo: "012" });
    await village.officer("chair");
    await malee.says("ฝากชื่อให้โทรกลับ");

    expect((await malee.says("โทรศัพท์หาย")).text).toContain("จดไว้แล้ว");
    expect((await malee.says("ยอดเงิน")).text).toContain("ยอดเงินสัจจะ");
  });

  it("ask which group of several, and answer a question asked in between", async () => {
    const other = await village.addGroup({ name: { th: "กลุ่มบ้านนา" } });
    const malee = await village.member({ memberNo: "012" });
    await village.member({ memberNo: "007", group: other, phoneOf: malee });
    const chair = await village.officer("chair", { group: other });
    await malee.says("ฝากชื่อให้โทรกลับ");
    await malee.taps("กลุ่มบ้านนา");

    expect((await malee.says("ยอดเงิน")).text).toContain("กลุ่มบ้านนา");
    await malee.says("เรื่องสมุดของแม่");

    expect((await chair.says("รายชื่อโทรกลับ")).text).toContain("เรื่องสมุดของแม่");
  });

  it("tell a stranger whom to ask, and show her nothing", async () => {
    await village.officer("chair");
    const stranger = await village.stranger();

    expect((await stranger.sendsPostback("menu:person.talk")).text).toContain("ประธาน");
    expect((await stranger.sendsPostback("menu:loan.info")).labels).toContain("ตกลงให้ใช้ข้อมูล");
  });
});
