import { describe, expect, it } from "@jest/globals";
import { baht } from "../../src/domain/money";
import { buildContract } from "../support/contracts";
import { helps } from "../support/pair";
import { refusalOf } from "../support/refusals";
import { useVillage } from "../support/village";
import type { Villager } from "../support/villager";

describe("a passbook of which neither its owner nor a guardian hears", () => {
  const village = useVillage({ today: "2026-03-05" });

  /** An owner without a phone (026), two who help her, and the officers of a working day. */
  async function table() {
    const treasurer = await village.treasurerOnWorkingDay({ name: "สมศรี ใจดี" });
    const secretary = await village.officer("secretary", { memberNo: "003", nickname: "กัล" });
    const auditor = await village.officer("chair", { committee: "audit" });
    const lee = await village.member({ memberNo: "012", nickname: "ลี" });
    const nid = await village.member({ memberNo: "013", nickname: "นิด" });
    const owner = await village.member({ memberNo: "026", nickname: "โต", specialSavings: baht(4_400), linked: false });
    for (const memberNo of ["012", "013"]) await helps(owner, memberNo);
    return { treasurer, secretary, auditor, lee, nid, owner };
  }

  const takes = async (treasurer: Villager, line: string): Promise<void> => {
    await treasurer.says(line);
    await treasurer.taps(/^ยืนยันรับ/);
  };

  it("is told to all her helpers as to an owner: receipts, and the line of the closing", async () => {
    const { treasurer, lee, nid } = await table();
    await takes(treasurer, "รับ 012 สัจจะ 100");
    await takes(treasurer, "รับ 013 สัจจะ 100");
    await treasurer.says("ปิดวันทำการ");
    await treasurer.taps(/^ยืนยันปิด/);
    for (const phone of [lee, nid]) expect(phone.received().text).toContain("ยังไม่มีรายการของ 026 โต");

    await village.moveTo("2026-03-06");
    await treasurer.says("เปิดวันทำการ");
    await treasurer.taps(/^ยืนยันเปิด/);
    await takes(treasurer, "รับ 026 สัจจะ 100");
    for (const phone of [lee, nid])
      expect((await phone.says("วันนัด")).text).toMatch(/ใบเสร็จรับเงิน\n026 .*โต.*2569\/000003/s);
    expect((await treasurer.says("รายการแทนสมาชิก")).text).not.toContain("026");
  });

  it("is told to all who sign for an occupational group, who see its passbook and act on nothing of it", async () => {
    const { treasurer, secretary, lee, nid, owner } = await table();
    const weavers = await village.member({
      memberNo: "050",
      name: "กลุ่มทอผ้า",
      nickname: "ทอผ้า",
      kind: "occupational-group",
      signatoryNos: ["012", "013", "026"],
      specialSavings: baht(900),
      linked: false,
    });
    const contract = await buildContract(village.group, weavers.member, { contractNo: "15/2569", owed: baht(6_000) });
    await takes(treasurer, "รับ 050 สัจจะ 100");
    for (const phone of [lee, nid])
      expect((await phone.says("วันนัด")).text).toMatch(/ใบเสร็จรับเงิน\n050 .*ทอผ้า.*2569\/000001/s);
    expect((await secretary.says("วันนัด")).text).not.toContain("2569/000001");
    expect((await treasurer.says("รายการแทนสมาชิก")).text).not.toContain("050");

    expect((await lee.says("ยอดเงิน")).text).toMatch(/คุณเป็นผู้ลงนาม.*900/s);
    expect((await nid.says("เงินกู้")).text).toMatch(/15\/2569.*6,000 บาท/s);
    expect((await nid.says("ใบเสร็จ 2569/000001")).text).toMatch(/2569\/000001/);
    const stranger = await village.member({ memberNo: "014" });
    expect((await stranger.says("ยอดเงิน")).text).not.toContain("ทอผ้า");
    expect((await stranger.says("ใบเสร็จ 2569/000001")).text).toMatch(refusalOf("entry.not-found"));
    // Money out is for two officers and two of three, not for one phone.
    expect((await nid.says("ขอถอนเงินพิเศษ 100")).text).not.toContain("ทอผ้า");
    expect(await village.owed(contract)).toBe(baht(6_000));
    for (const no of ["012", "013"]) await takes(treasurer, `รับ ${no} พิเศษ 200`);
    await treasurer.says("ถอน 050 พิเศษ 400");
    await treasurer.taps("ยืนยันขอจ่ายเงิน");
    expect(secretary.received().text).not.toMatch(/เจ้าของไม่มีไลน์/);
    await secretary.taps("ยืนยันจ่าย 400 บาท");
    for (const phone of [lee, nid]) expect(phone.received().text).toMatch(/จ่ายเงินในชื่อของ 050 ทอผ้า แล้ว/);
    await treasurer.says("ปิดวันทำการ");
    await treasurer.taps(/^ยืนยันปิด/);
    for (const phone of [lee, nid]) expect(phone.received().text).not.toMatch(/ยังไม่มีรายการของ[^\n]*050/);
    expect(owner.received().text).toBe("");
  });

  it("is told of money out at once, and the auditors as well; who decides on it is no ear, who stepped back hears no more", async () => {
    const { treasurer, secretary, auditor, lee, nid, owner } = await table();
    await takes(treasurer, "รับ 012 พิเศษ 900");
    await helps(owner, "003");
    await nid.says("เลิกเป็นผู้ช่วย");
    await nid.taps(/^ยืนยันเลิกเป็นผู้ช่วย/);
    await treasurer.says("ถอน 026 พิเศษ 400");
    await treasurer.taps("ยืนยันขอจ่ายเงิน");
    expect(secretary.received().text).toMatch(/เจ้าของไม่มีไลน์ ผู้ช่วย 012, 003 จะรู้ ถามเจ้าของก่อน/);
    await secretary.taps("ยืนยันจ่าย 400 บาท");
    expect(lee.received().text).toMatch(/จ่ายเงินในชื่อของ 026 โต แล้ว.*4,400 → 4,000.*ถ้าเจ้าของไม่ได้รับเงินนี้/s);
    expect(village.pushesTo(lee)).toBe(1);
    expect(auditor.received().text).toMatch(/400 บาท ของ 026.*ผู้ช่วย 012 ลี ได้รับแจ้งแล้ว ช่วยถามเจ้าของ/s);
    expect(nid.received().text).not.toContain("4,400");

    await treasurer.says("แก้รายการ 2569/000002");
    await treasurer.says("ลงซ้ำ");
    await treasurer.taps("ยืนยันขอแก้รายการ");
    expect(secretary.received().text).toMatch(/ผู้ช่วย 012, 003 กับผู้ตรวจสอบจะรู้ ถามเจ้าของก่อน/);
    await secretary.taps("ยืนยันแก้รายการ");
    expect(lee.received().text).toMatch(/แก้รายการที่ลงผิดแล้ว.*026/s);
  });

  it("drops what waits for a helper who helps no more; of what she recorded as the only ear nobody heard", async () => {
    const { treasurer, auditor, lee, nid, owner } = await table();
    await takes(treasurer, "รับ 026 สัจจะ 100");
    const secretary = await village.officer("chair");
    for (const no of ["012", "013"]) {
      await secretary.says(`ยกเลิกผู้ช่วย ${no} ของ 026`);
      await secretary.taps("ยืนยันยกเลิกผู้ช่วย");
    }
    for (const phone of [lee, nid]) expect((await phone.says("วันนัด")).text).not.toContain("2569/000001");

    await helps(owner, treasurer.member.memberNo);
    await takes(treasurer, "รับ 026 พิเศษ 5000");
    expect((await treasurer.says("รายการแทนสมาชิก")).text).toMatch(/026.*2569\/000002/s);
    await treasurer.says("ปิดวันทำการ");
    await treasurer.taps(/^ยืนยันปิด/);
    expect(auditor.received().text).toMatch(/หรือสมุดที่ช่วยดู 2569\/000002/);
  });
});
