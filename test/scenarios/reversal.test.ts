import { describe, expect, it } from "@jest/globals";
import { account } from "../../src/domain/ledger/accounts";
import { baht } from "../../src/domain/money";
import { refusalOf } from "../support/refusals";
import { useVillage } from "../support/village";
import type { Villager } from "../support/villager";

describe("a wrong receipt", () => {
  const village = useVillage({ today: "2026-03-05" });

  it("is put right by two officers, stays to be seen, and the member hears at once", async () => {
    const { treasurer, secretary, malee } = await receipt();
    const auditor = await village.officer("chair", { committee: "audit" });

    expect((await treasurer.taps("แก้รายการที่ลงผิด")).text).toContain("ลงผิดตรงไหน");
    const card = await treasurer.says("ลงผิดคน");
    expect(card.text).toMatch(/ลงผิดคน.*จนกว่ากรรมการอีกคนยืนยัน/s);
    expect(await village.entries("reversal")).toEqual([]);
    const asked = await treasurer.taps("ยืนยันขอแก้รายการ");
    expect(asked.text).toContain("เลขานุการ");
    await village.settle();
    expect(secretary.received().text).toMatch(/ช่วยตรวจ: ขอแก้รายการที่ลงผิด.*ลงผิดคน/s);
    expect(auditor.received().text).toBe("");

    expect((await secretary.taps("ยืนยันแก้รายการ")).text).toContain("แก้แล้ว");
    await village.settle();

    expect(await village.balance(account.pledgeSavings, malee.member)).toBe(baht(400));
    expect(await village.balance(account.cash)).toBe(0);
    // The receipt had waited for the closing; she reads it before the word that it was put right.
    expect(malee.received().text).toMatch(/ใบเสร็จรับเงิน.*ใบเสร็จนี้ยกเลิกแล้ว.*2569\/000001.*ลงผิดคน/s);
    expect(malee.received().text).toMatch(/500\n?.* → 400 บาท/s);
    expect((await malee.says("รายการ")).text).toMatch(/แก้รายการที่ลงผิด.*2569\/000001/s);
    expect((await treasurer.says("วันนัด")).text).toContain("ผลการขอแก้รายการ");
    const [reversal] = await village.entries("reversal");
    expect(reversal).toMatchObject({
      secondedBy: { memberId: secretary.member.id },
      actor: { memberId: treasurer.member.id },
    });
  });

  it("is never answered as a success afterwards, and is put right once however often the button is tapped", async () => {
    const { treasurer, secretary, confirm } = await receipt();
    await request(treasurer, "2569/000001");
    await village.settle();
    const approve = secretary.dataOf(/^ยืนยันแก้รายการ/);

    await secretary.act(() => Promise.all([secretary.phone.taps(approve), secretary.phone.taps(approve)]));
    expect((await secretary.sendsPostback(approve)).text).toContain("แก้แล้ว");

    expect(await village.entries("reversal")).toHaveLength(1);
    const again = await treasurer.sendsPostback(confirm);
    expect(again.text).toMatch(refusalOf("entry.already-reversed"));
    expect(again.text).not.toContain("ใบเสร็จรับเงิน");
    expect((await treasurer.says("แก้รายการ 2569/000001")).text).toMatch(refusalOf("entry.already-reversed"));
  });

  it("is told to whoever checks it afterwards as real but put right since, without name or balance", async () => {
    const { treasurer, secretary, malee } = await receipt();
    const printed = treasurer.received().text.slice(treasurer.received().text.lastIndexOf("ใบเสร็จรับเงิน"));
    const stranger = await village.stranger();
    expect((await stranger.says(`ตรวจใบเสร็จ\n${printed}`)).text).toContain("✓ ตรง");
    await request(treasurer, "2569/000001");
    await village.settle();
    await secretary.taps("ยืนยันแก้รายการ");

    const checked = await stranger.says(`ตรวจใบเสร็จ\n${printed}`);
    expect(checked.text).toContain("ตรง แต่แก้ไปแล้ว");
    expect(checked.text).not.toMatch(new RegExp(`ไม่ตรง|${malee.member.name}|500|400`));
    const checkCode = /รหัสตรวจ\s+(\w{8})/.exec(printed)?.[1] ?? "none";
    expect((await stranger.says(`ตรวจใบเสร็จ 2569/000001 ${checkCode} 101 บาท`)).text).toContain("✕ ไม่ตรง");
  });

  it("stays when the second officer does not confirm; the first hears, and may ask again", async () => {
    const { treasurer, secretary, malee } = await receipt();
    await request(treasurer, "2569/000001");
    await village.settle();
    const approve = secretary.dataOf(/^ยืนยันแก้รายการ/);

    expect((await secretary.taps("ไม่ยืนยัน")).text).toContain("ไม่ยืนยัน");
    expect((await secretary.sendsPostback(approve)).text).toContain("ไม่ยืนยัน");
    expect((await treasurer.says("วันนัด")).text).toContain("ไม่ยืนยัน");
    expect(await village.balance(account.pledgeSavings, malee.member)).toBe(baht(500));
    await request(treasurer, "2569/000001");
    await village.settle();

    expect((await secretary.taps("ยืนยันแก้รายการ")).text).toContain("แก้แล้ว");
  });

  it("cannot be seconded by the first officer, by whose money it is, or by who holds no such office", async () => {
    const { treasurer, secretary, malee } = await receipt();
    await village.changeGroup((group) => {
      group.officers.push({ memberNo: "012", committee: "executive", position: "member" });
    });
    await request(treasurer, "2569/000001");
    await village.settle();
    const approve = secretary.dataOf(/^ยืนยันแก้รายการ/);

    expect(malee.received().text).not.toContain("ช่วยตรวจ");
    for (const wrong of [treasurer, malee]) {
      expect((await wrong.says("รอเราตัดสิน")).text).toContain("ไม่มีเรื่องที่รอคุณตอบ");
      expect((await wrong.sendsPostback(approve)).text).toMatch(refusalOf("card.foreign"));
    }
    expect(await village.entries("reversal")).toEqual([]);
  });

  it("is decided by whoever of the second officers is first; a typed อนุมัติ decides nothing", async () => {
    const { treasurer, secretary } = await receipt();
    const chair = await village.officer("chair");
    await request(treasurer, "2569/000001");
    await village.settle();
    expect((await chair.says("อนุมัติ")).text).toContain("มีเรื่องที่รอคุณตอบ");
    expect(await village.entries("reversal")).toEqual([]);

    await Promise.all([secretary.phone.tapsButton("ยืนยันแก้รายการ"), chair.phone.tapsButton("ไม่ยืนยัน")]);
    await village.settle();

    const decided = (await village.entries("reversal")).length;
    const [first, second] = [secretary.received().text, chair.received().text];
    const outcome = decided === 1 ? "แก้แล้ว" : "ไม่ยืนยัน";
    expect(first).toContain(outcome);
    expect(second).toContain(outcome);
    expect((await chair.says("รอเราตัดสิน")).text).toContain("ไม่มีเรื่องที่รอคุณตอบ");
  });

  it("is asked of one request, though two officers ask", async () => {
    const { treasurer, secretary } = await receipt();
    const staff = await village.officer("staff");
    await request(treasurer, "2569/000001");
    const again = await request(staff, "2569/000001");
    await village.settle();

    expect(again.text).toContain("รอกรรมการอีก 1 คน");
    expect(secretary.received().text.match(/ช่วยตรวจ/g)).toHaveLength(1);
  });

  it("needs a second officer with LINE, a receipt that is there, and an officer who asks", async () => {
    const treasurer = await village.treasurerOnWorkingDay();
    const malee = await village.member({ memberNo: "012" });
    await treasurer.says("รับ 012 สัจจะ 100");
    await treasurer.taps(/^ยืนยันรับ/);
    await treasurer.says("แก้รายการ 2569/1");
    await treasurer.says("ลงซ้ำ");

    expect((await treasurer.taps("ยืนยันขอแก้รายการ")).text).toMatch(refusalOf("second-person.missing"));
    expect((await treasurer.says("แก้รายการ 2569/000077")).text).toMatch(refusalOf("entry.not-found"));
    expect((await malee.says("แก้รายการ 2569/000001")).text).toMatch(refusalOf("role.missing"));
  });

  it("is never put right because of another line, which is not its reason", async () => {
    const { treasurer } = await receipt();
    await treasurer.says("รับ 012 พิเศษ 70");
    await treasurer.taps(/^ยืนยันรับ 70/);
    for (const [line, answer, asked] of [
      ["แก้รายการ 2569/000002", "ใบเสร็จ 2569/000002", "2569/000002"],
      ["2569/000002", "ใบเสร็จ 2569/000002", "2569/000002"],
      ["แก ใบเสร็จเลขที่ ๒๕๖๙/๐๐๐๐๐๒ ค่ะ", "ใบเสร็จ 2569/000002", "2569/000002"],
      ["แก้รายการ 2569/999999", "ไม่พบใบเสร็จเลขที่ 2569/999999", null],
      ["แก้รายการ", "ใบเสร็จเลขที่เท่าไร", null],
      ["เปิดวันทำการ", "เปิดอยู่แล้ว", null],
      ["ปิดวันทำการ", "รอยืนยัน|ยืนยันปิดวันทำการ|รับรวม", null],
      ["ขอรหัส 012", "เป็นหน้าที่ของเลขานุการ", null],
      ["ผู้ช่วย 012 คือ 013", "เป็นหน้าที่ของเลขานุการ", null],
      ["ยกเลิกผู้ช่วย 013 ของ 012", "ไม่มีผู้ช่วยตามนี้", null],
      ["ปลดล็อก 123456", "เป็นหน้าที่ของเลขานุการ", null],
      ["รับ 012 ดอก 375 ต้น 1000", "ไม่มีสัญญากู้ที่ยังค้างอยู่", "2569/000001"],
      ["ยกเลิก", "ไม่ได้บันทึกอะไร", null],
      ["ไม่แก้แล้วค่ะ", "ไม่ได้บันทึกอะไร", null],
    ] as const) {
      await treasurer.says("แก้รายการ 2569/000001");
      const said = { line, text: (await treasurer.says(line)).text };
      const next = { line, text: (await treasurer.says("ลงผิดคนจริง ๆ")).text };

      expect(said).toEqual({ line, text: expect.stringMatching(new RegExp(answer)) });
      const then = asked === null ? /ยังไม่เข้าใจ/ : new RegExp(`ขอแก้รายการที่ลงผิด.*${asked}.*ลงผิดคนจริง ๆ`, "s");
      expect(next).toEqual({ line, text: expect.stringMatching(then) });
    }
  });

  it("is put right for a reason that names a receipt or a sum and is no command here", async () => {
    const { treasurer } = await receipt();
    for (const reason of ["ลงผิด", "ลงรายการผิด", "รับเงินสัจจะ 100 ลงเป็น 200", "ลงซ้ำกับ 2569/000002"]) {
      await treasurer.says("แก้รายการ 2569/000001");
      const asked = new RegExp(`ขอแก้รายการที่ลงผิด.*2569/000001.*${reason.replaceAll("/", ".")}`, "s");
      expect((await treasurer.says(reason)).text).toMatch(asked);
    }
  });

  it("does not take the next deposit line for the reason, nor a text that was sent before the question", async () => {
    const { treasurer, malee } = await receipt();
    village.simulator.courier.hold();
    await treasurer.phone.says("ข้อความที่ส่งช้า");
    const [late = ""] = village.simulator.courier.heldIds() ?? [];
    await village.simulator.courier.release({ order: [] });
    await village.moveTo("2026-03-05", "09:40");
    await treasurer.says("แก้รายการ 2569/000001");

    const older = await treasurer.act(() => village.simulator.courier.duplicate(late));
    expect(older.text).toMatch(refusalOf("text.too-old"));
    const deposit = await treasurer.says("รับ 012 พิเศษ 70");
    expect(deposit.labels).toContain("ยืนยันรับ 70 บาท");
    await treasurer.taps(/^ยืนยันรับ 70/);

    expect(await village.balance(account.specialSavings, malee.member)).toBe(baht(70));
  });

  async function receipt(): Promise<{ treasurer: Villager; secretary: Villager; malee: Villager; confirm: string }> {
    const treasurer = await village.treasurerOnWorkingDay();
    const secretary = await village.officer("secretary");
    const malee = await village.member({ memberNo: "012", pledgeSavings: baht(400) });
    await treasurer.says("รับ 012 สัจจะ 100");
    const confirm = treasurer.dataOf(/^ยืนยันรับ/);
    await treasurer.taps(/^ยืนยันรับ/);
    return { treasurer, secretary, malee, confirm };
  }

  async function request(officer: Villager, no: string) {
    await officer.says(`แก้รายการ ${no}`);
    await officer.says("ลงผิดคน");
    return officer.taps("ยืนยันขอแก้รายการ");
  }
});
