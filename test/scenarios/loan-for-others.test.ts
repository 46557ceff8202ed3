import { describe, expect, it } from "@jest/globals";
import { account } from "../../src/domain/ledger/accounts";
import { baht } from "../../src/domain/money";
import { LoanContractModel } from "../../src/storage/loan-contracts";
import { LoanRequestModel } from "../../src/storage/loan-requests";
import { fillBox } from "../support/loans";
import { closesDay, opensDay } from "../support/open-day";
import { refusalOf } from "../support/refusals";
import { useVillage } from "../support/village";

describe("a loan of those for whom others act", () => {
  const village = useVillage({ today: "2026-03-02" });
  const requestOf = async () => LoanRequestModel.findOne({ groupId: village.group.id }).lean();
  const asksForWord = "ช่วยตรวจ: คำตอบของผู้ค้ำ";

  it("of an occupational group: two of three signatories ask, officers enter the word of who has no phone, and none of them pays it out", async () => {
    const treasurer = await village.officer("treasurer", { memberNo: "002" });
    const secretary = await village.officer("secretary", { memberNo: "003" });
    const chair = await village.officer("chair", { memberNo: "004" });
    const voters = [
      await village.officer("chair", { memberNo: "005", committee: "loan" }),
      await village.officer("member", { memberNo: "006", committee: "loan" }),
    ];
    // One signatory holds an office and a seat in the committee; another has no phone.
    const malee = await village.officer("vice-chair", { memberNo: "021", name: "มาลี สุขใจ", nickname: "ลี" });
    const dao = await village.member({ memberNo: "022", name: "ดาว ใจดี", nickname: "ดาว" });
    const jan = await village.member({ memberNo: "023", name: "จันทร์ ใจดี", nickname: "จันทร์" });
    const other = await village.member({ memberNo: "030", name: "วิชัย ใจงาม", nickname: "ชัย" });
    const kaew = await village.member({ memberNo: "031", name: "แก้ว ใจงาม", nickname: "แก้ว", linked: false });
    const weavers = await village.member({
      memberNo: "050",
      name: "กลุ่มทอผ้าบ้านทดลอง",
      nickname: "ทอผ้า",
      kind: "occupational-group",
      signatoryNos: ["021", "022", "023"],
      pledgeSavings: baht(5_000),
      linked: false,
    });
    await fillBox(village.group, baht(30_000));

    // The first signatory asks; her word alone puts nothing, and nobody else's does.
    expect((await other.says("อยากกู้สามัญ 12000 ซื้อกี่ทอผ้า")).labels.join()).not.toContain("050");
    await malee.says("อยากกู้สามัญ 12000 ซื้อกี่ทอผ้า");
    await malee.taps(/^050/);
    expect((await malee.taps("12 งวด")).text).toMatch(/ผู้กู้: 050 .*ตรวจก่อนขอกู้/s);
    const first = malee.dataOf(/^ยืนยันขอกู้/);
    expect((await malee.sendsPostback(first)).text).toMatch(/รอ .*ดาว.*จันทร์.* ยืนยันอีกคน/s);
    await malee.sendsPostback(first);
    expect(await requestOf()).toBeNull();
    expect(dao.received().text).toMatch(/กลุ่มอาชีพขอกู้ รอคนที่สองยืนยัน.*12,000 บาท/s);
    const second = dao.dataOf(/^ยืนยันขอกู้/);
    for (const wrong of [malee, other])
      expect((await wrong.sendsPostback(second)).text).toMatch(refusalOf("card.foreign"));
    await dao.sendsPostback(second);
    await dao.sendsPostback(second);
    expect((await jan.taps(/^ยืนยันขอกู้/)).text).toContain("ก1/2569");
    expect(await LoanRequestModel.countDocuments({ groupId: village.group.id })).toBe(1);
    expect(await requestOf()).toMatchObject({ memberId: weavers.member.id, state: "guarantors", guarantorsNeeded: 2 });

    // Nobody who signs for it stands for it; each of the signatories may name who does.
    await dao.says("คำขอกู้ของฉัน");
    await dao.taps("บอกชื่อผู้ค้ำ");
    expect((await dao.says("023")).text).toMatch(refusalOf("guarantor.unable"));
    for (const [phone, no] of [
      [dao, "030"],
      [jan, "031"],
    ] as const) {
      await phone.says("คำขอกู้ของฉัน");
      await phone.taps("บอกชื่อผู้ค้ำ");
      await phone.says(no);
      await phone.taps("ยืนยันเชิญคนนี้");
    }
    await other.taps(/^รับค้ำ/);

    // Who has no phone answers before an officer, and a second one confirms it; who signs for the group is neither.
    expect(secretary.received().text).toMatch(/ผู้ค้ำไม่มีไลน์ ช่วยลงคำตอบ.*12,000 บาท/s);
    for (const outside of [malee, treasurer]) expect(outside.received().text).not.toContain("ผู้ค้ำไม่มีไลน์");
    expect((await malee.sendsPostback(secretary.dataOf(/^ผู้ค้ำรับค้ำ/))).text).toMatch(refusalOf("card.foreign"));
    expect((await secretary.taps("ผู้ค้ำรับค้ำ")).text).toMatch(/ตรวจก่อนลงคำตอบผู้ค้ำ.*แก้ว.*รับค้ำแล้ว/s);
    const enter = secretary.dataOf(/^ยืนยันลงคำตอบ/);
    await secretary.sendsPostback(enter);
    expect((await secretary.sendsPostback(enter)).text).toMatch(/คำตอบของผู้ค้ำ/);
    expect((await requestOf())?.state).toBe("guarantors");
    expect(malee.received().text).not.toContain(asksForWord);
    expect(chair.received().text).toContain(asksForWord);
    const confirm = chair.dataOf(/^ยืนยันคำตอบนี้/);
    for (const wrong of [secretary, other])
      expect((await wrong.sendsPostback(confirm)).text).toMatch(refusalOf("card.foreign"));
    expect((await chair.sendsPostback(confirm)).text).toContain("ลงแล้ว");
    expect((await chair.sendsPostback(confirm)).text).toContain("ลงแล้ว");
    expect((await requestOf())?.guarantors).toMatchObject([
      { memberNo: "030", enteredBy: null },
      {
        memberId: kaew.member.id,
        state: "agreed",
        enteredBy: [{ memberId: secretary.member.id }, { memberId: chair.member.id }],
      },
    ]);

    // The committee votes, without who signs.
    expect(malee.received().text).not.toContain("ช่วยพิจารณา");
    for (const voter of [...voters, chair]) await voter.taps("เห็นชอบ");
    expect((await requestOf())?.state).toBe("approved");

    // Signed and paid out: not by who signs for the group; not with one of those who entered an answer as the second person.
    await village.moveTo("2026-03-05");
    await opensDay(treasurer);
    expect((await malee.says("เซ็นสัญญาแล้ว ก1")).text).toMatch(refusalOf("payment.own"));
    await malee.says("จ่ายเงินกู้ ก1");
    expect((await malee.taps("เตรียมจ่ายเงินสด")).text).toMatch(refusalOf("payout.unsigned"));
    await treasurer.says("เซ็นสัญญาแล้ว ก1");
    await malee.says("จ่ายเงินกู้ ก1");
    expect((await malee.taps("เตรียมจ่ายเงินสด")).text).toMatch(refusalOf("payment.own"));
    const prepares = async () => {
      await treasurer.says("จ่ายเงินกู้ ก1");
      await treasurer.taps("เตรียมจ่ายเงินสด");
      return treasurer.taps("ยืนยันขอจ่ายเงิน");
    };
    expect((await prepares()).text).toMatch(refusalOf("second-person.missing"));
    const member = await village.officer("member", { memberNo: "008" });
    expect((await prepares()).text).toMatch(/รอ.*กรรมการ/s);
    for (const outside of [secretary, chair, malee]) {
      expect(outside.received().text).not.toContain("ช่วยตรวจ: ขอจ่ายเงิน");
      expect((await outside.sendsPostback(member.dataOf(/^ยืนยันจ่าย/))).text).toMatch(refusalOf("card.foreign"));
      expect((await outside.says("รอเราตัดสิน")).text).not.toContain("12,000");
    }
    const pay = member.dataOf(/^ยืนยันจ่าย/);
    await member.sendsPostback(pay);
    expect((await member.sendsPostback(pay)).text).toContain("ลงบัญชีจ่ายแล้ว");
    expect(await village.entries("loan.paid-out")).toHaveLength(1);
    expect(await village.balance(account.cash)).toBe(baht(18_000));
    const [contract] = await LoanContractModel.find({ groupId: village.group.id }).lean();
    if (!contract) throw new Error("a payout begins a contract");
    expect(contract).toMatchObject({
      memberId: weavers.member.id,
      principal: baht(12_000),
      guarantorNos: ["030", "031"],
    });

    // Its instalment, once.
    await closesDay(treasurer);
    await village.moveTo("2026-04-05");
    await opensDay(treasurer);
    expect((await treasurer.says("รับ 050 ค่างวด")).text).toMatch(/1,120 บาท.*เงินต้น.*1,000 บาท.*ดอกเบี้ย.*120 บาท/s);
    const take = treasurer.dataOf(/^ยืนยันรับ/);
    expect((await treasurer.sendsPostback(take)).text).toMatch(/12,000 → 11,000 บาท.*งวดต่อไป.*1,110 บาท/s);
    await treasurer.sendsPostback(take);
    expect(await village.owed({ ...contract, id: contract._id })).toBe(baht(11_000));
    expect(await village.balance(account.interestIncome)).toBe(baht(120));
  }, 60_000);
});
