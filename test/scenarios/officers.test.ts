import { describe, expect, it } from "@jest/globals";
import { account } from "../../src/domain/ledger/accounts";
import { baht } from "../../src/domain/money";
import { getGroup, NetworkModel } from "../../src/storage/groups";
import { inTransaction } from "../../src/storage/tx";
import { refusalOf } from "../support/refusals";
import { useVillage } from "../support/village";

describe("officers changed by a resolution", () => {
  const village = useVillage({ today: "2026-03-05" });

  async function board() {
    const treasurer = await village.treasurerOnWorkingDay({ memberNo: "002", name: "สมศรี ใจดี" });
    const chair = await village.officer("chair", { memberNo: "001", name: "สมชาย แก้วมณี" });
    const secretary = await village.officer("secretary", { memberNo: "003", name: "สุดา ทองดี" });
    const auditor = await village.officer("chair", { memberNo: "007", committee: "audit", name: "อารี หวังดี" });
    const wanida = await village.member({ memberNo: "005", name: "วนิดา รักษ์ดี" });
    await village.member({ memberNo: "012", linked: false, specialSavings: baht(2_000) });
    return { treasurer, chair, secretary, auditor, wanida };
  }

  const officers = async () => (await inTransaction((tx) => getGroup(tx, village.group.id))).officers;
  const treasurerNo = async () => (await officers()).find(({ position }) => position === "treasurer")?.memberNo;

  it("changes at the second officer's word, told to all; the former secretary's buttons refuse and what she asked ends", async () => {
    const { treasurer, chair, secretary, auditor, wanida } = await board();
    await secretary.says("จ่ายค่าวัสดุ 300 ให้ ร้านป้าแดง โอนจากธนาคาร");
    await secretary.taps("ยืนยันขอจ่ายเงิน");
    await secretary.says("จ่ายค่าวัสดุ 400 ให้ ร้านป้าแดง โอนจากธนาคาร");
    const oldButton = secretary.dataOf(/^ยืนยันขอจ่ายเงิน/);
    treasurer.received();
    const pay = treasurer.dataOf(/^ยืนยันจ่าย/);

    const card = await chair.says("เปลี่ยนเลขานุการ เป็น 005 มติ 2/2569");
    expect(card.text).toMatch(/เลขานุการ.*003 สุดา ทองดี.*005 วนิดา รักษ์ดี.*2\/2569/s);
    await chair.taps("ยืนยันเสนอเปลี่ยน");
    expect(secretary.received().text).not.toContain("ช่วยตรวจ: เปลี่ยนกรรมการ");
    treasurer.received();
    const approve = treasurer.dataOf(/^ยืนยันตามมติ/);
    await treasurer.act(() => Promise.all([treasurer.phone.taps(approve), treasurer.phone.taps(approve)]));

    expect((await officers()).filter(({ position }) => position === "secretary")).toEqual([
      { memberNo: "005", committee: "executive", position: "secretary" },
    ]);
    expect((await village.entries("officers.decided")).map(({ record }) => record)).toEqual([
      expect.objectContaining({ outNo: "003", inNo: "005", resolution: "2/2569", inForce: true }),
    ]);
    for (const told of [chair, secretary, auditor, wanida]) expect(told.received().text).toContain("บันทึกตามมติแล้ว");
    expect((await secretary.sendsPostback(oldButton)).text).toMatch(refusalOf("card.foreign"));
    expect((await secretary.says("ขอรหัส 012")).text).toMatch(refusalOf("role.missing"));
    expect((await treasurer.sendsPostback(pay)).text).toMatch(refusalOf("card.outdated"));
    expect(await village.entries("expense.paid")).toEqual([]);
    expect((await wanida.says("ช่วยเหลือ")).text).toContain("สำหรับกรรมการ");
  });

  it("passes a treasurer's rights only when old, new and an auditor signed for the same count", async () => {
    const { treasurer, chair, secretary, auditor, wanida } = await board();
    const malee = await village.member({ memberNo: "018" });
    for (const [phone, sum] of [
      [wanida, 150],
      [malee, 160],
    ] as const) {
      await phone.says(`แจ้งโอน สัจจะ ${sum}`);
      await phone.taps("ไม่มีสลิป");
      await phone.taps(/^ยืนยันแจ้งโอน/);
    }
    await treasurer.says("รับ 012 สัจจะ 100");
    await treasurer.taps(/^ยืนยันรับ/);
    await secretary.says("เปลี่ยนเหรัญญิก เป็น วนิดา มติ 2/2569");
    await secretary.taps("ยืนยันเสนอเปลี่ยน");
    chair.received();
    expect((await chair.taps("ยืนยันตามมติ")).text).toContain("สิทธิ์ของเหรัญญิกยังไม่เปลี่ยน");
    expect(await treasurerNo()).toBe("002");
    expect((await treasurer.says("รับ 012 พิเศษ 50")).text).toContain("50 บาท");
    expect((await wanida.says("รับ 012 พิเศษ 50")).text).toMatch(refusalOf("role.missing"));

    expect((await secretary.says("ส่งมอบ เงินสด 100 ธนาคาร 2000")).text).toMatch(refusalOf("hand-over.none"));
    expect((await chair.says("ส่งมอบ เงินสด 100 ธนาคาร 2000")).text).toMatch(refusalOf("hand-over.none"));
    expect((await wanida.says("ส่งมอบ")).text).toContain("ส่งมอบ เงินสด 12500");
    for (const [signer, cash] of [
      [treasurer, 80],
      [wanida, 80],
      [auditor, 90],
    ] as const) {
      expect((await signer.says(`ส่งมอบ เงินสด ${cash} ธนาคาร 2000`)).text).not.toMatch(/ขาด|เกิน/);
      await signer.taps("ยืนยันยอดที่นับได้");
    }
    const told = wanida.received().text;
    expect(told).toMatch(/คนเดิม สมศรี ใจดี เซ็นแล้ว.*ยอดไม่ตรงกัน.*ผู้ตรวจสอบ อารี หวังดี เงินสด 90/s);
    expect(told.slice(0, told.indexOf("ยอดไม่ตรงกัน"))).not.toContain("เงินสด 80");
    expect(await treasurerNo()).toBe("002");
    await auditor.says("ส่งมอบ เงินสด 80 ธนาคาร 2000");
    const sign = auditor.dataOf(/^ยืนยันยอดที่นับได้/);
    const done = await auditor.act(() => Promise.all([auditor.phone.taps(sign), auditor.phone.taps(sign)]));
    expect(done.text).toMatch(/ส่งมอบแล้ว.*ขาด 20 บาท.*เคยเซ็นไว้และไม่นับแล้ว: ผู้ตรวจสอบ อารี หวังดี เงินสด 90 /s);

    expect(await treasurerNo()).toBe("005");
    expect((await village.entries("officers.handed-over")).map(({ record }) => record)).toEqual([
      expect.objectContaining({
        ...{ cash: 8_000, cashOff: -2_000, bankOff: 0, oldSignedBy: "002", signedInstead: false },
        setAside: "audit 007 9000 200000",
      }),
    ]);
    expect(secretary.received().text).toContain("สิทธิ์เป็นของคนใหม่");
    expect((await treasurer.sendsPostback(treasurer.dataOf(/^ยืนยันรับ/))).text).toMatch(refusalOf("card.foreign"));
    await wanida.says("รับ 012 พิเศษ 50");
    await wanida.taps(/^ยืนยันรับ/);
    expect(await village.balance(account.cash)).toBe(baht(150));

    // A transfer that waits is told to who may answer it since; of the new treasurer's own, to other officers.
    expect(wanida.received().text).toMatch(/ช่วยเทียบ: แจ้งโอน.*160 บาท/s);
    expect((await wanida.says("รายการแจ้งโอน")).text).not.toContain("150 บาท");
    expect(secretary.received().text).toMatch(/ช่วยเทียบ: แจ้งโอน.*150 บาท/s);
    expect((await chair.says("รายการแจ้งโอน")).text).toMatch(/150 บาท.*รอเหรัญญิก/s);
    await secretary.taps("ยืนยันรับโอน 150 บาท");
    expect(await village.balance(account.pledgeSavings, wanida.member)).toBe(baht(150));
  });

  it("lets the chair sign for who is gone, after which the auditor signs anew; the record says so", async () => {
    const { treasurer, chair, secretary, auditor, wanida } = await board();
    await secretary.says("เปลี่ยนเหรัญญิก 002 เป็น 005 มติ 2/2569");
    await secretary.taps("ยืนยันเสนอเปลี่ยน");
    chair.received();
    await chair.taps("ยืนยันตามมติ");
    const signs = async (signer: typeof chair, line: string) => {
      await signer.says(line);
      return signer.taps("ยืนยันยอดที่นับได้");
    };
    await signs(treasurer, "ส่งมอบ เงินสด 5 ธนาคาร 2000");
    await signs(wanida, "ส่งมอบ เงินสด 0 ธนาคาร 2000");
    await signs(auditor, "ส่งมอบ เงินสด 0 ธนาคาร 2000");
    expect((await chair.says("ส่งมอบแทน เงินสด 0 ธนาคาร 2000")).text).toContain("เพราะ เสียชีวิต");
    expect((await signs(chair, "ส่งมอบแทน เงินสด 0 ธนาคาร 2000 เพราะ เสียชีวิต")).text).toMatch(/รอ ผู้ตรวจสอบ/);
    expect(await treasurerNo()).toBe("002");
    const done = await signs(auditor, "ส่งมอบ เงินสด 0 ธนาคาร 2000");
    for (const { text } of [done, secretary.received()])
      expect(text).toMatch(/เคยเซ็นไว้และไม่นับแล้ว: คนเดิม สมศรี ใจดี เงินสด 5 /);

    expect(await treasurerNo()).toBe("005");
    expect(await village.entries("officers.handed-over")).toMatchObject([
      { reason: "เสียชีวิต", record: { oldSignedBy: "001", auditSignedBy: "007", signedInstead: true } },
    ]);
  });

  it("refuses the wrong person, oneself, an auditor on another committee, and a change that no longer fits", async () => {
    const { treasurer, chair, secretary, auditor, wanida } = await board();
    expect((await treasurer.says("เปลี่ยนเลขานุการ เป็น 005 มติ 2/2569")).text).toMatch(refusalOf("role.missing"));
    expect((await auditor.says("เปลี่ยนเลขานุการ เป็น 005 มติ 2/2569")).text).toMatch(refusalOf("role.missing"));
    expect((await chair.says("เปลี่ยนเลขานุการ เป็น 005")).text).toContain("เลขมติของที่ประชุม");
    expect((await chair.says("ตั้ง 001 เป็นเจ้าหน้าที่ มติ 2/2569")).text).toMatch(refusalOf("office.own"));
    expect((await chair.says("ตั้ง 007 เป็นกรรมการ มติ 2/2569")).text).toMatch(refusalOf("office.audit-clash"));
    expect((await chair.says("ตั้ง 005 เป็นเหรัญญิก มติ 2/2569")).text).toMatch(refusalOf("office.taken"));
    expect((await chair.says("ตั้ง 005 เป็นผู้ช่วยเหรัญญิก มติ 2/2569")).text).toContain("เจ้าหน้าที่");
    expect((await chair.says("ตั้ง 003 เป็นผู้ตรวจสอบ มติ 2/2569")).text).toMatch(refusalOf("office.audit-clash"));
    expect((await chair.says("พ้นตำแหน่ง 002 มติ 2/2569")).text).toMatch(refusalOf("office.treasurer-ends"));
    expect((await chair.says("พ้นตำแหน่ง 005 มติ 2/2569")).text).toMatch(refusalOf("office.not-held"));

    // Who keeps the box has no word in who audits it, and the network hears of that.
    const coordinator = await village.member({ memberNo: "020" });
    await NetworkModel.updateOne(
      { _id: "network" },
      { $set: { coordinators: [{ groupId: village.group.id, memberNo: "020" }] } },
    );
    await chair.says("พ้นตำแหน่ง 007 มติ 6/2569");
    await chair.taps("ยืนยันเสนอเปลี่ยน");
    expect(treasurer.received().text).not.toContain("ช่วยตรวจ");
    secretary.received();
    const removal = secretary.dataOf(/^ยืนยันตามมติ/);
    expect((await treasurer.sendsPostback(removal)).text).toMatch(refusalOf("card.foreign"));
    await secretary.sendsPostback(removal);
    for (const told of [auditor, treasurer, coordinator]) expect(told.received().text).toContain("บันทึกตามมติแล้ว");

    await chair.says("เปลี่ยนเลขานุการ เป็น 005 มติ 2/2569");
    await chair.taps("ยืนยันเสนอเปลี่ยน");
    treasurer.received();
    const approve = treasurer.dataOf(/^ยืนยันตามมติ/);
    for (const wrong of [chair, secretary, wanida])
      expect((await wrong.sendsPostback(approve)).text).toMatch(refusalOf("card.foreign"));
    expect((await secretary.says("รอเราตัดสิน")).text).not.toContain("เปลี่ยนกรรมการ");
    await village.changeGroup(
      (group) => (group.officers = group.officers.filter(({ position }) => position !== "secretary")),
    );
    expect((await treasurer.sendsPostback(approve)).text).toMatch(refusalOf("card.outdated"));
    expect(await village.entries("officers.decided")).toHaveLength(1);
  });
});
