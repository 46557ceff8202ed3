import { describe, expect, it } from "@jest/globals";
import { localDate } from "../../src/domain/dates";
import { account } from "../../src/domain/ledger/accounts";
import { baht } from "../../src/domain/money";
import { AccountModel } from "../../src/storage/accounts";
import { LoanContractModel } from "../../src/storage/loan-contracts";
import { LoanRequestModel } from "../../src/storage/loan-requests";
import { releaseLoans } from "../../src/jobs/release-loans";
import { createLog } from "../../src/telemetry/log";
import { enqueueNotices } from "../../src/worker/enqueue";
import { PhotoModel } from "../../src/storage/photos";
import { PaperViewModel } from "../../src/storage/paper-views";
import { pictureOf } from "../app/photos/support";
import { pdfText } from "../documents/read-back";
import type { Villager } from "../support/villager";
import { pageOf } from "../web/api/support";
import { agreed, buildLoanRequest, fillBox } from "../support/loans";
import { refusalOf } from "../support/refusals";
import { useVillage } from "../support/village";

describe("a granted loan is paid out", () => {
  const village = useVillage({ today: "2026-03-05" });
  const on = localDate("2026-03-01");
  const sends = async (who: Villager, picture: string) => {
    const bytes = await pictureOf(picture);
    return who.act(() => who.phone.sendsImages([bytes]));
  };
  const requestOf = (id: string) => LoanRequestModel.findById(id).lean();

  it("by two officers, once, when its paper is signed and its guarantors stand; another process finds it waiting", async () => {
    const treasurer = await village.treasurerOnWorkingDay({ memberNo: "002" });
    const secretary = await village.officer("secretary", { memberNo: "003" });
    const chair = await village.officer("chair", { memberNo: "001" });
    const vice = await village.officer("vice-chair", { memberNo: "004" });
    const malee = await village.member({ memberNo: "012", name: "มาลี สุขใจ", nickname: "ลี" });
    const wichai = await village.member({ memberNo: "013", name: "วิชัย ใจงาม" });
    await fillBox(village.group, baht(30_000));
    // The vice-chair entered one guarantor's answer; the secretary stands for it herself.
    const at = new Date("2026-03-01T02:00:00Z");
    const entered = { ...agreed(wichai.member, baht(10_000), at) };
    entered.enteredBy = [
      { personId: null, memberId: vice.member.id, position: "executive.vice-chair" },
      { personId: null, memberId: null, position: "executive.member" },
    ];
    const { id } = await buildLoanRequest(village.group, malee.member, {
      requestNo: "ก12/2569",
      on,
      amount: baht(12_000),
      guarantors: [entered, agreed(secretary.member, baht(12_000), at)],
      guarantorsNeeded: 2,
      decision: { resolutionNo: "7/2569", decidedAt: at, granted: baht(10_000), reason: null },
    });

    expect((await malee.says("จ่ายเงินกู้")).text).toMatch(refusalOf("role.missing"));
    expect((await treasurer.says("จ่ายเงินกู้")).text).toMatch(/ก12\/2569 012 ลี.*10,000 บาท · ยังไม่เซ็น/s);
    expect((await treasurer.taps(/^ก12/)).text).toMatch(/ผู้ค้ำ.*2 จาก 2.*31 มี.ค. 69/s);
    expect((await treasurer.taps("เตรียมจ่ายเงินสด")).text).toMatch(refusalOf("payout.unsigned"));

    // The papers to be signed: all of them for officers and the borrower, her own for a guarantor, none for anybody else.
    const other = await village.member({ memberNo: "020" });
    expect((await malee.says("สัญญากู้ ก12")).text).toMatch(/ก12\/2569 ของ 012 ลี มี 3 ฉบับ/);
    expect((await other.says("สัญญากู้ ก12")).text).toMatch(refusalOf("card.foreign"));
    const papers = async (who: Villager, which = "") => {
      const path = `/api/loan-papers/${village.group.id}/${id}${which}`;
      return pageOf(village, who).get(path).responseType("blob");
    };
    expect((await papers(other)).status).toBe(403);
    expect((await papers(wichai, "/1")).status).toBe(409);
    const contract = await pdfText((await papers(malee, "/contract")).body as Buffer);
    expect(contract).toMatch(/มาลี สุขใจ.*10,000 บาท \(หนึ่งหมื่นบาทถ้วน\).*7\/2569/s);
    expect(contract).toMatch(/ร้อยละ 12 ต่อปี/);
    for (const sum of ["1,100.00", "9,000.00", "550.00", "10,550.00"]) expect(contract).toContain(sum);
    const guarantee = await pdfText((await papers(wichai, "/0")).body as Buffer);
    expect(guarantee).toMatch(/วิชัย ใจงาม.*ไม่เกิน 10,000 บาท \(หนึ่งหมื่นบาทถ้วน\).*ไม่ต้องรับผิดอย่างลูกหนี้ร่วม/s);
    expect((await papers(treasurer, "/1")).status).toBe(200);
    const looks = await PaperViewModel.find({ groupId: village.group.id }).lean();
    expect(looks.map(({ kind, by }) => [kind, by.memberId])).toEqual([["loan-guarantee", treasurer.member.id]]);

    expect((await secretary.says("เซ็นสัญญาแล้ว ก12")).text).toMatch(refusalOf("payment.own"));
    expect((await treasurer.says("เซ็นสัญญาแล้ว ก12/69")).text).toContain("ที่เซ็นครบแล้ว");

    // A guarantor who leaves is named, until she stands again.
    await LoanRequestModel.updateOne({ _id: id }, { $set: { "guarantors.0.state": "left" } });
    expect((await treasurer.says("จ่ายเงินกู้ ก12")).text).toContain("1 จาก 2");
    expect((await treasurer.taps("เตรียมจ่ายเงินสด")).text).toMatch(/ผู้ค้ำไม่ครบ.*วิชัย ใจงาม/s);
    await LoanRequestModel.updateOne({ _id: id }, { $set: { "guarantors.0.state": "agreed" } });

    await treasurer.says("จ่ายเงินกู้ ก12");
    expect((await treasurer.taps("เตรียมจ่ายเงินสด")).text).toMatch(/10,000 บาท.*งวดแรก.*5 เม.ย. 69 · 1,100 บาท/s);
    await treasurer.taps("ยืนยันขอจ่ายเงิน");
    expect(secretary.received().text + vice.received().text).not.toContain("ช่วยตรวจ: ขอจ่ายเงิน");
    expect(chair.received().text).toMatch(/ช่วยตรวจ: ขอจ่ายเงิน.*10,000 บาท.*012/s);
    const approve = chair.dataOf(/^ยืนยันจ่าย/);

    // A process that is killed between approval and payout loses nothing: whatever other one runs finds the state in the database.
    await village.startAnother();
    await chair.act(() => Promise.all([chair.phone.taps(approve), chair.phone.taps(approve)]));
    expect(chair.received().text).toContain("ลงบัญชีจ่ายแล้ว");
    expect(malee.received().text).toMatch(/จ่ายเงินในชื่อของ 012 ลี แล้ว.*สัญญา ก12\/2569/s);
    expect(wichai.received().text).toMatch(/คุณค้ำประกันไว้ไม่เกิน 10,000 บาท.*1,100 บาท/s);

    expect(await village.entries("loan.paid-out")).toHaveLength(1);
    expect(await village.balance(account.cash)).toBe(baht(20_000));
    const begun = await LoanContractModel.findById(`${village.group.id}/ก12/2569`).lean();
    expect(begun).toMatchObject({ requestId: id, principal: baht(10_000), disbursedOn: "2026-03-05" });
    expect(begun?.guarantees?.map(({ amount }) => amount)).toEqual([baht(10_000), baht(10_000)]);
    expect(await requestOf(id)).toMatchObject({ state: "paid-out", contractNo: "ก12/2569" });
    expect((await treasurer.says("จ่ายเงินกู้ ก12")).text).toMatch(refusalOf("payout.not-approved"));

    // Renewed: one entry ends the old contract and begins the new one; the old payout is put right after it alone.
    const seen = { at, by: { personId: null, memberId: treasurer.member.id, position: "executive.treasurer" } };
    await buildLoanRequest(village.group, malee.member, {
      requestNo: "ก13/2569",
      on,
      amount: baht(15_000),
      renews: "ก12/2569",
      paperSigned: seen,
    });
    await treasurer.says("จ่ายเงินกู้ ก13");
    await treasurer.taps("เตรียมโอนจากธนาคาร");
    for (const noAccount of ["มาลี สุขใจ", "กสิกร 123-4"])
      expect((await treasurer.says(noAccount)).text).toMatch(/ก13\/2569.*เข้าบัญชีไหน/s);
    expect((await treasurer.says("ย้อนกลับ")).text).toMatch(/คำขอกู้ ก13\/2569.*เซ็นแล้ว/s);
    expect((await treasurer.taps("เตรียมจ่ายเงินสด")).text).toMatch(/หักสัญญา ก12.*10,000 บาท.*จ่ายจริง.*5,000 บาท/s);
    await treasurer.taps("ยืนยันขอจ่ายเงิน");
    chair.received();
    await chair.taps(/^ยืนยันจ่าย/);
    expect(malee.received().text).toMatch(/หักสัญญา ก12\/2569.*10,000 บาท.*จ่ายจริง.*5,000 บาท/s);
    expect(await village.balance(account.cash)).toBe(baht(15_000));
    const owedOn = async (contractNo: string) =>
      (await AccountModel.findById(`${village.group.id}/1200/contract/${contractNo}`).lean())?.balance;
    expect([await owedOn("ก12/2569"), await owedOn("ก13/2569")]).toEqual([0, baht(15_000)]);
    expect((await treasurer.says("แก้รายการ 2569/000001")).text).toContain("แก้ใบเสร็จเหล่านี้ก่อน: 2569/000002");
  });

  it("of goods goes to the shop alone, its signed page and slip are kept for who reads the books; taken back, all stands as before; not fetched, its money is free again, told once", async () => {
    const treasurer = await village.treasurerOnWorkingDay({ memberNo: "002" });
    const chair = await village.officer("chair", { memberNo: "001" });
    const malee = await village.member({ memberNo: "012", name: "มาลี สุขใจ", nickname: "ลี" });
    const wichai = await village.member({ memberNo: "013" });
    await fillBox(village.group, baht(30_000), account.bank);
    const at = new Date("2026-03-01T02:00:00Z");
    const seen = { at, by: { personId: null, memberId: chair.member.id, position: "executive.chair" } };
    const { id } = await buildLoanRequest(village.group, malee.member, {
      requestNo: "ก3/2569",
      on,
      product: "in-kind",
      amount: baht(9_000),
      instalments: 6,
      goods: { item: "ปุ๋ย", quantity: 10, unit: "กระสอบ", supplier: null },
      guarantors: [agreed(wichai.member, baht(9_000), at)],
      guarantorsNeeded: 1,
      paperSigned: seen,
    });

    // The signed page is photographed by who saw it, and by nobody else.
    const auditor = await village.officer("chair", { memberNo: "007", committee: "audit" });
    for (const outside of [malee, auditor])
      expect((await outside.says("เซ็นสัญญาแล้ว ก3")).text).toMatch(refusalOf("role.missing"));
    await treasurer.says("เซ็นสัญญาแล้ว ก3");
    const photograph = treasurer.dataOf(/^ถ่ายรูปสัญญา/);
    expect((await malee.sendsPostback(photograph)).text).toMatch(refusalOf("card.foreign"));
    expect((await treasurer.sendsPostback(photograph)).text).toContain("หน้าที่เซ็นชื่อ");
    expect((await sends(treasurer, "หน้าที่เซ็น")).text).toContain("เก็บรูปสัญญา ก3/2569 แล้ว");

    await treasurer.says("จ่ายเงินกู้ ก3");
    expect((await treasurer.taps("เตรียมโอนจากธนาคาร")).text).toMatch(/ปุ๋ย 10 กระสอบ จ่ายให้ร้านไหน/);
    expect((await treasurer.says("มาลี สุขใจ")).text).toMatch(refusalOf("payout.to-borrower"));
    expect((await treasurer.says("ร้านเกษตรทุ่งทอง")).text).toMatch(/ปุ๋ย 10 กระสอบ · ผู้รับเงิน ร้านเกษตรทุ่งทอง/);
    await treasurer.taps("ยืนยันขอจ่ายเงิน");
    chair.received();
    await chair.taps(/^ยืนยันจ่าย/);
    expect(await village.balance(account.bank)).toBe(baht(21_000));
    expect(treasurer.received().text).toContain("สลิปจ่ายกู้ ก3/2569");
    expect((await malee.says("สลิปจ่ายกู้ ก3")).text).toMatch(refusalOf("role.missing"));
    expect((await treasurer.says("สลิปจ่ายกู้ ก3")).text).toContain("ส่งรูปสลิป");
    expect((await sends(treasurer, "สลิป")).text).toContain("เก็บสลิปเงินกู้ ก3/2569 แล้ว");
    expect((await PhotoModel.find({ aboutId: id }).sort({ sentAt: 1 }).lean()).map(({ purpose }) => purpose)).toEqual([
      "loan-paper",
      "payout-slip",
    ]);
    await auditor.says("สัญญากู้ ก3");
    await malee.says("สัญญากู้ ก3");
    expect(malee.labels().join()).not.toContain("รูป");
    for (const label of ["รูปสัญญา", "รูปสลิป"]) {
      const link = auditor.phone.tappables().find(({ action }) => action["label"] === label)?.action["uri"];
      const picture = `/api/photos/${String(link).split("/").at(-1)}/picture`;
      expect([label, (await pageOf(village, auditor).get(picture)).status]).toEqual([label, 200]);
      for (const outside of [malee, wichai])
        expect((await pageOf(village, outside).get(picture)).body.error).toBe("photo.not-yours");
    }
    const [paid] = await village.entries("loan.paid-out");
    const before = await requestOf(id);
    expect(before?.state).toBe("paid-out");

    // What was paid on the contract is put right first.
    await treasurer.says("รับ 012 ดอกเบี้ย 90");
    await treasurer.taps(/^ยืนยันรับ/);
    const receipt = `2569/${String(paid?.receipt?.no).padStart(6, "0")}`;
    expect((await treasurer.says(`แก้รายการ ${receipt}`)).text).toMatch(/แก้ใบเสร็จเหล่านี้ก่อน: 2569\/000002/);
    for (const wrong of ["2569/000002", receipt]) {
      await treasurer.says(`แก้รายการ ${wrong}`);
      await treasurer.says("ลงผิดคน");
      await treasurer.taps("ยืนยันขอแก้รายการ");
      chair.received();
      await chair.taps("ยืนยันแก้รายการ");
    }
    expect(await village.balance(account.bank)).toBe(baht(30_000));
    expect(await LoanContractModel.countDocuments({ groupId: village.group.id })).toBe(0);
    expect(await requestOf(id)).toMatchObject({ state: "approved", contractNo: null, reservedUntil: "2026-03-31" });
    expect(wichai.received().text).toMatch(/คุณค้ำประกันไว้.*ถูกแก้กลับแล้ว/s);

    await village.moveTo("2026-03-31", "09:00");
    const context = () => ({ now: village.sajja.clock.now(), notify: enqueueNotices, log: createLog("silent") });
    await releaseLoans(context());
    expect((await requestOf(id))?.state).toBe("approved");
    await village.moveTo("2026-04-01", "09:00");
    await Promise.all([releaseLoans(context()), releaseLoans(context())]);
    await releaseLoans(context());
    expect((await requestOf(id))?.state).toBe("released");
    expect((await malee.says("วันนัด")).text.match(/หมดเวลารับเงิน/g)).toHaveLength(1);
    expect((await treasurer.says("จ่ายเงินกู้ ก3")).text).toMatch(refusalOf("payout.not-approved"));
  });
});
