import { describe, expect, it } from "@jest/globals";
import { baht } from "../../src/domain/money";
import { refusalOf } from "../support/refusals";
import { useVillage } from "../support/village";
import { lastOf, type Villager } from "../support/villager";

describe("help and settings", () => {
  const village = useVillage({ today: "2026-03-05" });

  it("help each by what she is, and answer what nobody understands kindly", async () => {
    const [malee, treasurer, stranger] = [
      await village.member(),
      await village.officer("treasurer"),
      await village.stranger(),
    ];
    await stranger.says("ยินยอม");

    expect((await malee.says("ช่วยเหลือ")).text).toContain("ดูยอดเงิน รายการ และใบเสร็จ");
    expect((await treasurer.says("ช่วยเหลือ")).text).toContain("เปิดวันทำการ");
    expect((await stranger.says("ช่วยเหลือ")).text).toContain("ขอรหัสผูกสมุด 8 ตัวจากเลขานุการ");
    const [secretary, auditor, seat, head] = [
      await village.officer("secretary"),
      await village.officer("chair", { committee: "audit" }),
      await village.officer("member", { committee: "promotion" }),
      await village.member({ memberNo: "020" }),
    ];
    await village.member({ lineHeadNo: "020", linked: false });
    const helps = await secretary.says("ช่วยเหลือ");
    expect(helps.text).toMatch(/เปิดวันทำการ.*ขอรหัส 012.*รอเราตัดสิน/s);
    expect(helps.text).not.toContain("รับ 012");
    expect(helps.labels).toEqual(expect.arrayContaining(["ช่วยเหลือ เงินออก", "ขอรหัส"]));
    expect((await secretary.says("ช่วยเหลือ กรรมการ")).text).toMatch(/รอเราตัดสิน.*เปลี่ยนกรรมการ.*ผูกแชทกลุ่ม/s);
    expect((await secretary.says("ช่วยเหลือ เงินเข้า")).text).not.toMatch(/รับ 012|โต๊ะรับเงิน/);
    expect((await malee.says("ช่วยเหลือ เงินออก")).text).toContain("ดูยอดเงิน รายการ และใบเสร็จ");
    expect((await malee.says("ช่วยเหลือ เรื่องเรา")).text).toMatch(/ขอถอน 500.*ส่งแล้วแต่ไม่ขึ้น/s);
    expect((await treasurer.says("ช่วยเหลือ")).text).toMatch(/รับ 012 สัจจะ 100/);
    expect(treasurer.received().text).not.toMatch(/ขอรหัส|ผูกแชทกลุ่ม/);
    expect((await auditor.says("ช่วยเหลือ")).text).not.toMatch(/เปิดวันทำการ|รับ 012|ขอรหัส|ผูกแชทกลุ่ม/);
    expect(auditor.received().text).toMatch(/สมาชิก 012.*รายงาน/s);
    expect((await auditor.says("ช่วยเหลือ สมาชิก")).text).toMatch(/สมาชิก 012.*รายชื่อโทรกลับ/s);
    expect((await seat.says("ช่วยเหลือ")).text).toContain("ดูยอดเงิน รายการ และใบเสร็จ");
    expect((await head.says("ช่วยเหลือ")).text).toMatch(/หัวหน้าสาย.*ขอรหัส 012/s);
    expect(malee.received().text).not.toContain("ขอรหัส");
    expect((await malee.says("เมนู")).labels).toContain("ยอดเงิน");
    expect((await malee.says("ดาวอังคารอยู่ไกลแค่ไหน")).text).toContain("ยังไม่เข้าใจ");
    expect((await malee.says("ใครดูข้อมูลเราได้")).text).toContain("ผู้ตรวจสอบ");
  });

  it("change the language, and keep it", async () => {
    const malee = await village.member({ pledgeSavings: baht(400) });
    await malee.says("ภาษา");

    expect((await malee.taps("English")).text).not.toMatch(/[ก-๙]/);
    expect((await malee.says("ยอดเงิน")).text).toContain("four hundred baht");
    await malee.says("language");
    await malee.taps("ภาษาไทย");
    expect((await malee.says("ยอดเงิน")).text).toContain("สี่ร้อยบาทถ้วน");
    await malee.says("English");
    expect((await malee.says("ยอดเงิน")).text).toContain("four hundred baht");
    await malee.says("ภาษาไทย");
    expect((await malee.says("ยอดเงิน")).text).toContain("สี่ร้อยบาทถ้วน");
  });

  it("stop news but not what protects her money", async () => {
    const { treasurer, malee } = await deposit();
    await malee.says("หยุดส่งข้อความ");
    expect((await malee.taps("หยุดข่าวและเตือน")).text).toContain("ใบเสร็จและเรื่องความปลอดภัยของเงินยังส่งให้");
    await takes(treasurer, "รับ 012 สัจจะ 200");
    await closes(treasurer);

    expect(village.pushesTo(malee)).toBe(1);
    expect(malee.received().text).toContain("2569/000002");
  });

  it("stop everything: nothing is pushed any more, and what protects her money comes with her next answer", async () => {
    const { treasurer, malee } = await deposit();
    await malee.says("หยุดส่งข้อความ");
    await malee.taps("หยุดทั้งหมด");
    await takes(treasurer, "รับ 012 สัจจะ 200");
    await closes(treasurer);
    expect(village.pushesTo(malee)).toBe(0);

    expect((await malee.says("วันนัด")).text).toContain("2569/000002");
    await malee.says("หยุดส่งข้อความ");
    expect((await malee.taps("รับข้อความตามเดิม")).text).toContain("จะส่งข้อความตามเดิม");
  });

  it("drop what is no protection for who stopped everything", async () => {
    const malee = await village.member({ memberNo: "012" });
    const chair = await village.officer("chair");
    await chair.says("หยุดส่งข้อความ");
    await chair.taps("หยุดทั้งหมด");
    await malee.says("ฝากชื่อให้โทรกลับ");
    await malee.says("เรื่องสมุด");
    await chair.says("วันนัด");

    expect((await village.outboxOf(chair)).find((row) => row.kind === "callback.requested")).toMatchObject({
      state: "dropped",
      lastError: "stopped",
    });
  });

  it("tell why the last message came", async () => {
    const { treasurer, malee } = await deposit();
    await closes(treasurer);

    expect((await malee.says("ทำไมได้ข้อความนี้")).text).toContain("เพราะมีการบันทึกรับเงิน");
    expect((await (await village.member()).says("ทำไมได้ข้อความนี้")).text).toContain("ไม่มีข้อความที่เราส่งหาคุณเอง");
  });

  it("unlink a phone after a question; a second tap says the same, and what was on its way stays away", async () => {
    const { treasurer, malee } = await deposit();
    await malee.says("เลิกผูกไลน์");
    await malee.taps("ผูกไว้เหมือนเดิม");
    expect((await malee.says("ยอดเงิน")).text).toContain("500");
    await malee.says("เลิกผูกไลน์");
    const confirm = malee.dataOf(/^ยืนยันเลิกผูก/);
    await takes(treasurer, "รับ 012 สัจจะ 200");

    const done = await malee.taps("ยืนยันเลิกผูกสมุด");
    expect(done.text).toContain("เลิกผูกสมุดกับไลน์แล้ว");
    expect((await malee.sendsPostback(confirm)).text).toBe(lastOf(done));
    await takes(treasurer, "รับ 012 สัจจะ 300");
    await closes(treasurer);

    expect((await malee.says("ยอดเงิน")).text).toMatch(refusalOf("person.unknown"));
    expect(malee.received().text).not.toContain("2569/000003");
    expect(await village.entries("link.ended")).toHaveLength(1);
  });

  it("drop a receipt that was written for a link which ended before it was sent", async () => {
    const { treasurer, malee } = await deposit();
    await malee.says("เลิกผูกไลน์");
    await takes(treasurer, "รับ 012 พิเศษ 70");
    await village.relink(malee);
    await closes(treasurer);

    const rows = (await village.outboxOf(malee)).filter((row) => row.kind === "receipt.deposit");
    expect(rows.map(({ state, lastError }) => [state, lastError])).toContainEqual(["dropped", "link-changed"]);
    expect(malee.received().text).not.toContain("2569/000002");
  });

  it("lock a lost phone at once: it opens nothing and gets no receipt until an officer unlocks it", async () => {
    const { treasurer, malee } = await deposit();
    const secretary = await village.officer("secretary");
    const lockNo = /\b\d{6}\b/.exec((await malee.says("ล็อก")).text)?.[0] ?? "";
    await takes(treasurer, "รับ 012 สัจจะ 200");
    await closes(treasurer);

    for (const text of ["ยอดเงิน", "รายการ", "ใบเสร็จ", "เลิกผูกไลน์"]) {
      const screen = await malee.says(text);
      expect(screen.text).toMatch(refusalOf("person.locked"));
      expect(screen.text).not.toMatch(/2569|500|700/);
    }
    expect(village.pushesTo(malee)).toBe(0);
    const open = await malee.act(() => secretary.phone.says(`ปลดล็อก ${lockNo}`));
    expect(open.text).toContain("ปลดล็อกแล้ว");
    expect(open.text).toContain("2569/000002");
    expect((await malee.says("ยอดเงิน")).text).toContain("700");
  });

  async function deposit(): Promise<{ treasurer: Villager; malee: Villager }> {
    const treasurer = await village.treasurerOnWorkingDay();
    const malee = await village.member({ memberNo: "012", pledgeSavings: baht(400) });
    await takes(treasurer, "รับ 012 สัจจะ 100");
    return { treasurer, malee };
  }

  async function takes(treasurer: Villager, line: string): Promise<void> {
    await treasurer.says(line);
    await treasurer.taps(/^ยืนยันรับ/);
  }

  async function closes(treasurer: Villager): Promise<void> {
    await treasurer.says("ปิดวันทำการ");
    await treasurer.taps(/^ยืนยันปิด/);
    await village.settle();
  }
});
