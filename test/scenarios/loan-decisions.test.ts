import { describe, expect, it } from "@jest/globals";
import { localDate } from "../../src/domain/dates";
import type { LoanRequest } from "../../src/domain/loans/requests/request";
import { baht } from "../../src/domain/money";
import { tendBallots } from "../../src/jobs/tend-ballots";
import { BallotModel } from "../../src/storage/ballots";
import { LoanRequestModel } from "../../src/storage/loan-requests";
import { ResolutionModel } from "../../src/storage/resolutions";
import { enqueueNotices } from "../../src/worker/enqueue";
import { agreed, buildLoanRequest, fillBox, putToVote } from "../support/loans";
import { refusalOf } from "../support/refusals";
import { useVillage } from "../support/village";
import type { Villager } from "../support/villager";

describe("a committee decides on loans in chat", () => {
  const village = useVillage({ today: "2026-03-01" });
  const on = localDate("2026-03-01");

  const asks = async (member: Villager, facts: Partial<LoanRequest> & { requestNo: string }): Promise<LoanRequest> => {
    const { id } = await buildLoanRequest(village.group, member.member, {
      ...facts,
      on,
      state: "guarantors",
      decision: null,
      reservedUntil: null,
    });
    return putToVote(village.group, id, village.sajja.clock.now());
  };
  const stateOf = async (id: string) => (await LoanRequestModel.findById(id).lean())?.state;

  it("three of five, without who is in conflict; a word may change until then, and old buttons stay safe", async () => {
    const chair = await village.officer("chair", { memberNo: "001" });
    const secretary = await village.officer("secretary", { memberNo: "003" });
    const loanChair = await village.officer("chair", { memberNo: "005", committee: "loan" });
    const second = await village.officer("member", { memberNo: "006", committee: "loan" });
    const third = await village.officer("member", { memberNo: "007", committee: "loan", household: "12" });
    const spouse = await village.officer("member", { memberNo: "008", committee: "loan" });
    const guarantor = await village.officer("member", { memberNo: "009", committee: "loan" });
    const auditor = await village.officer("chair", { memberNo: "010", committee: "audit" });
    const malee = await village.member({ memberNo: "012", name: "มาลี สุขใจ", nickname: "ลี", spouseNo: "008" });
    await fillBox(village.group, baht(30_000));
    const request = await asks(malee, {
      requestNo: "ก1/2569",
      guarantors: [agreed(guarantor.member, baht(10_000), new Date("2026-03-01T02:00:00Z"))],
      guarantorsNeeded: 1,
    });
    await village.settle();
    expect(request.state).toBe("voting");

    // Everybody with a seat is asked at once, with the facts; who is in conflict is not.
    expect(loanChair.received().text).toMatch(/ยังไม่เคยกู้.*30,000 บาท.*ไม่ร่วมตัดสิน.*ช่วยพิจารณา: คำขอกู้.*10,000 บาท/s);
    for (const excluded of [spouse, guarantor]) expect(excluded.received().text).not.toContain("ช่วยพิจารณา");
    expect((await spouse.sendsPostback(loanChair.dataOf(/^เห็นชอบ$/))).text).toMatch(refusalOf("card.foreign"));

    // Every row that will bind, for who has a seat.
    const schedule = loanChair.dataOf(/^ดูทุกงวด$/);
    expect((await loanChair.sendsPostback(schedule)).text).toMatch(/กู้ 10,000 บาท ส่งตามนี้\n1\. .*\n10\. .*\n.*รวม/s);
    expect((await spouse.sendsPostback(schedule)).text).toMatch(refusalOf("card.foreign"));

    const old = loanChair.dataOf(/^เห็นชอบ$/);
    expect((await loanChair.taps("ไม่เห็นชอบ")).text).toMatch(/เพราะอะไร/);
    expect((await loanChair.says("ยังค้างงวดเก่า")).text).toMatch(/คุณไม่เห็นชอบ เพราะ ยังค้างงวดเก่า.*รอกรรมการอีก/s);
    expect((await loanChair.taps("เห็นชอบ")).text).toMatch(/คุณเห็นชอบ/);
    expect((await second.says("รอเราตัดสิน")).text).toMatch(/คำขอกู้ ก1\/2569 ของ 012 .*10,000 บาท/s);
    await second.taps(/^ก1\/2569/);
    await second.taps("เห็นชอบ");
    expect((await second.taps("เห็นชอบ")).text).toMatch(/คุณเห็นชอบ/);
    expect(await stateOf(request.id)).toBe("voting");

    // A question and its answer go to the whole committee; then one says that she has a conflict.
    await third.says("รอเราตัดสิน");
    await third.taps(/^ก1\/2569/);
    await third.taps("อื่น ๆ");
    await third.taps("ถามผู้กู้");
    await third.says("จะซ่อมส่วนไหน");
    expect(malee.received().text).toMatch(/จะซ่อมส่วนไหน/);
    await malee.taps("ตอบกรรมการ");
    await malee.says("หลังคาครัว");
    await third.says("รอเราตัดสิน");
    expect((await third.taps(/^ก1\/2569/)).text).toMatch(/ผู้กู้ตอบ: หลังคาครัว/);
    await third.taps("อื่น ๆ");
    expect((await third.taps("ฉันมีส่วนได้เสีย")).text).toMatch(/ไม่ร่วม|รอกรรมการอีก 1 คน/s);

    await chair.says("รอเราตัดสิน");
    await chair.taps(/^ก1\/2569/);
    expect((await chair.taps("เห็นชอบ")).text).toMatch(/อนุมัติแล้ว มติ 1\/2569/);
    expect(await LoanRequestModel.findById(request.id).lean()).toMatchObject({
      state: "approved",
      reservedUntil: "2026-03-31",
      decision: { resolutionNo: "1/2569", granted: 1_000_000, reason: null },
    });
    const ride = await malee.says("ยอดเงิน");
    expect(ride.text + malee.received().text).toMatch(/ผลคำขอกู้ของคุณ.*1\/2569/s);
    expect(ride.text).not.toMatch(/ประธาน/);
    expect((await loanChair.sendsPostback(old)).text).toMatch(/มติ 1\/2569/);
    expect((await secretary.says("รอเราตัดสิน")).text).toMatch(/ไม่มีเรื่องที่รอคุณตอบ/);
    expect(await village.entries("resolution.made")).toHaveLength(1);

    // What was decided is told to the auditor by itself; the register says it again.
    expect((await auditor.says("ทะเบียนมติ")).text).toMatch(
      /อนุมัติ มติ 1\/2569 กันเงินไว้.*มติ 1\/2569.*ก1\/2569 อนุมัติ 10,000 บาท/s,
    );
    expect((await auditor.says("ดูมติ 1/2569")).text).toMatch(/เห็นชอบ: .*ไม่ร่วมตัดสิน/s);
    expect((await malee.says("ทะเบียนมติ")).text).toMatch(refusalOf("role.missing"));
  });

  it("tells who signs for an occupational group, asks them, and lets none of them vote", async () => {
    const voters: Villager[] = [];
    for (const no of ["101", "102", "103"])
      voters.push(await village.officer("member", { memberNo: no, committee: "loan" }));
    const signs = await village.officer("member", { memberNo: "021", committee: "loan" });
    const other = await village.member({ memberNo: "022" });
    const stranger = await village.member({ memberNo: "030" });
    const weavers = await village.member({
      memberNo: "050",
      name: "กลุ่มทอผ้า",
      kind: "occupational-group",
      signatoryNos: ["021", "022", "023"],
      linked: false,
    });
    await fillBox(village.group, baht(15_000));
    const request = await asks(weavers, { requestNo: "ก1/2569" });
    await village.settle();
    expect(signs.received().text).not.toContain("ช่วยพิจารณา");
    const [first, ...rest] = voters;
    await first?.taps("อื่น ๆ");
    await first?.taps("ถามผู้กู้");
    await first?.says("ทอผ้ากี่ผืน");
    expect(other.received().text).toContain("ทอผ้ากี่ผืน");
    expect((await stranger.sendsPostback(other.dataOf(/^ตอบกรรมการ$/))).text).toMatch(refusalOf("card.foreign"));
    await other.taps("ตอบกรรมการ");
    expect((await other.says("สามสิบผืน")).text).toContain("ให้กรรมการแล้ว");
    for (const voter of [first, ...rest]) await voter?.taps("เห็นชอบ");
    expect(await stateOf(request.id)).toBe("approved");
    expect((await signs.says("วันนัด")).text + signs.received().text).toContain("ผลคำขอกู้ของคุณ");
  });

  it("once, whoever answers last of eight at the same moment; of two loans on the last baht one is granted", async () => {
    const voters: Villager[] = [];
    for (let no = 1; no <= 8; no += 1)
      voters.push(await village.officer("member", { memberNo: `10${no}`, committee: "loan" }));
    const [malee, wichai] = [await village.member({ memberNo: "012" }), await village.member({ memberNo: "013" })];
    await fillBox(village.group, baht(15_000));
    const first = await asks(malee, { requestNo: "ก1/2569" });
    await asks(wichai, { requestNo: "ก2/2569" });
    await village.settle();
    // All sixteen cards lie open before anybody answers; then all are tapped at the same moment.
    const cards: (() => Promise<unknown>)[] = [];
    for (const voter of voters)
      for (const label of [/^ก1\/2569/, /^ก2\/2569/]) {
        await voter.says("รอเราตัดสิน");
        await voter.taps(label);
        const data = voter.dataOf(/^เห็นชอบ$/);
        cards.push(() => voter.phone.taps(data));
      }
    await Promise.all(cards.map((tap) => tap()));
    await village.settle();
    const states = (await LoanRequestModel.find({ groupId: village.group.id }).lean()).map(({ state }) => state);
    expect(states.sort()).toEqual(["approved", "waiting"]);
    expect(await ResolutionModel.countDocuments({ groupId: village.group.id })).toBe(2);
    expect(await village.entries("resolution.made")).toHaveLength(2);
    const putOff = (await stateOf(first.id)) === "waiting" ? malee : wichai;
    expect((await putOff.says("ยอดเงิน")).text).toMatch(/คิว/);
  });

  it("reminds who is silent once, passes their seats to deputies, and leaves what nobody decides to the meeting", async () => {
    const voters: Villager[] = [];
    for (let no = 1; no <= 3; no += 1)
      voters.push(await village.officer("member", { memberNo: `10${no}`, committee: "loan" }));
    const deputy = await village.officer("member", { memberNo: "201", committee: "promotion" });
    const malee = await village.member({ memberNo: "012" });
    await fillBox(village.group, baht(15_000));
    const request = await asks(malee, { requestNo: "ก1/2569" });
    await village.settle();
    const [one, two] = voters;
    if (!one || !two) throw new Error("there are voters");
    await one.taps("เห็นชอบ");
    const run = async (): Promise<void> => {
      const { clock } = village.sajja;
      const context = { now: clock.now(), notify: enqueueNotices } as unknown as Parameters<typeof tendBallots>[0];
      await tendBallots(context);
      await tendBallots(context);
      await village.settle();
    };

    await village.moveTo("2026-03-02", "10:00");
    await run();
    expect((await two.says("รอเราตัดสิน")).text + two.received().text).toContain("ยังรอคุณ: คำขอกู้");
    expect(one.received().text).not.toContain("ยังรอคุณ");
    await village.moveTo("2026-03-03", "10:00");
    await run();
    expect(deputy.received().text).toContain("ช่วยพิจารณา: คำขอกู้");
    const stored = await BallotModel.findOne({ subject: request.id }).lean();
    expect(stored?.seats.map(({ memberId }) => memberId.slice(-3))).toContain("201");
    await village.moveTo("2026-03-04", "10:00");
    await run();
    expect(await stateOf(request.id)).toBe("waiting");
    expect((await deputy.taps("เห็นชอบ")).text).toMatch(/ไปที่ประชุม|ยังตัดสินไม่ได้/);
  });

  it("at a meeting: nine requests over 260,000 baht with 180,000 in the box, entered by one, confirmed by two others, one resolution", async () => {
    const secretary = await village.officer("secretary", { memberNo: "003" });
    const chair = await village.officer("chair", { memberNo: "001" });
    const loanChair = await village.officer("chair", { memberNo: "005", committee: "loan" });
    const sister = await village.officer("member", { memberNo: "006", committee: "loan", household: "7" });
    const asked = [10, 20, 30, 40, 50, 20, 30, 40, 20];
    const borrowers: Villager[] = [];
    for (const [at, thousand] of asked.entries()) {
      const member = await village.member({ memberNo: `02${at}`, ...(at === 8 ? { household: "7" } : {}) });
      borrowers.push(member);
      const facts = {
        requestNo: `ก${at + 1}/2569`,
        on,
        decision: null,
        reservedUntil: null,
        amount: baht(thousand * 1_000),
        putAt: new Date(Date.UTC(2026, 2, 1, 1, at)),
      };
      await buildLoanRequest(village.group, member.member, { ...facts, state: at === 0 ? "guarantors" : "waiting" });
    }
    const states = async () =>
      (await LoanRequestModel.find({ groupId: village.group.id }).sort({ _id: 1 }).lean()).map(
        ({ requestNo, state, decision }) => `${requestNo} ${state} ${(decision?.granted ?? 0) / 100_000}`,
      );
    const first = await LoanRequestModel.findOne({ requestNo: "ก1/2569", groupId: village.group.id }).lean();
    await fillBox(village.group, baht(180_000));
    // The first is voted on in chat when the meeting opens: it comes to the table, and its vote is over.
    await putToVote(village.group, String(first?._id), village.sajja.clock.now());
    await village.settle();
    const late = loanChair.dataOf(/^เห็นชอบ$/);
    await loanChair.taps("เห็นชอบ");

    expect((await sister.says("วาระเงินกู้")).text).toMatch(refusalOf("role.missing"));
    expect((await secretary.says("วาระเงินกู้")).text).toMatch(/รอ 9 ราย เงินที่ให้กู้ได้ 180,000 บาท/);
    const table = await secretary.taps("เปิดวาระเงินกู้");
    expect(table.text).toMatch(/คำขอ 9 ราย รวม 260,000 บาท.*เหลือ 180,000 บาท.*1\. ก1\/2569.*9\. ก9\/2569/s);
    expect((await loanChair.sendsPostback(late)).text).toMatch(/ไม่ลงคะแนนทางแชตแล้ว/);
    for (const no of [1, 2, 3, 4]) await secretary.says(`ก${no} อนุมัติ`);
    expect((await secretary.says("ก5 อนุมัติ 60000")).text).toMatch(refusalOf("sitting.too-much"));
    expect((await secretary.says("ก5 อนุมัติ 40000 เพราะ เงินรอบนี้ไม่พอ")).text).toMatch(/เหลือ 40,000 บาท/);
    await secretary.taps(/^ก6/);
    expect((await secretary.taps("อนุมัติเต็ม")).text).toMatch(/เหลือ 20,000 บาท/);
    expect((await secretary.says("ก7 อนุมัติ")).text).toMatch(refusalOf("sitting.no-money"));
    expect((await secretary.says("ก7 รอรอบหน้า เพราะ เงินรอบนี้ไม่พอ")).text).toMatch(/รอรอบหน้า/);
    expect((await secretary.says("ก8 ไม่อนุมัติ")).text).toMatch(/เพราะอะไร/);
    await secretary.says("ยังค้างงวดเก่า");
    await secretary.says("ก9 อนุมัติ");

    await secretary.taps("ส่งให้กรรมการยืนยัน");
    expect(chair.received().text).toMatch(/ช่วยตรวจ: วาระเงินกู้/);
    // A borrower gives up while the table is with the committee: it goes back, is put right, and is sent again.
    await borrowers[2]?.says("คำขอกู้ของฉัน");
    await borrowers[2]?.taps("ยกเลิกคำขอกู้");
    await borrowers[2]?.taps(/^ยืนยันยกเลิก/);
    expect((await chair.taps("ยืนยันมติ")).text).toMatch(refusalOf("sitting.stale"));
    await chair.taps("ยังไม่ตรง");
    expect((await secretary.says("วาระเงินกู้")).text).toMatch(/ก3\/2569 .*\(ผู้กู้เลิกขอแล้ว\)/);
    expect((await secretary.taps("ปรับคำขอที่เปลี่ยน")).text).not.toMatch(/ก3\/2569/);
    await secretary.taps("ส่งให้กรรมการยืนยัน");
    // A sum is changed after the list was sent: who holds the earlier card confirms nothing with it, and reads where the list stands now.
    const earlier = [loanChair.dataOf(/^ยืนยันมติ$/), loanChair.dataOf(/^ยังไม่ตรง$/)];
    await secretary.says("ก2 อนุมัติ 5000 เพราะ เงินรอบนี้ไม่พอ");
    await secretary.taps("ส่งให้กรรมการยืนยัน");
    for (const data of earlier)
      expect((await loanChair.sendsPostback(data)).text).toMatch(refusalOf("sitting.other-list"));
    await secretary.says("ก2 อนุมัติ");
    await secretary.taps("ส่งให้กรรมการยืนยัน");
    await chair.taps("ยืนยันมติ");
    expect((await chair.taps("ยืนยันมติ")).text).toMatch(/รอกรรมการยืนยัน อีก 8 คำขอ/);
    // Who lives with the ninth confirms the others alone.
    expect((await sister.taps("ยืนยันมติ")).text).toMatch(/อีก 1 คำขอ/);
    await loanChair.says("รอเราตัดสิน");
    await loanChair.taps("ยืนยันวาระเงินกู้");
    expect((await loanChair.taps("ยืนยันมติ")).text).toMatch(/เป็นมติ 1\/2569/);
    expect((await chair.taps("ยืนยันมติ")).text).toMatch(/เป็นมติ 1\/2569/);
    expect((await states()).sort()).toEqual([
      "ก1/2569 approved 10",
      "ก2/2569 approved 20",
      "ก3/2569 cancelled 0",
      "ก4/2569 approved 40",
      "ก5/2569 offered 40",
      "ก6/2569 approved 20",
      "ก7/2569 waiting 0",
      "ก8/2569 rejected 0",
      "ก9/2569 approved 20",
    ]);
    expect(await ResolutionModel.countDocuments({ groupId: village.group.id })).toBe(1);
    const seventh = borrowers[6];
    const eighth = borrowers[7];
    expect((await seventh?.says("ยอดเงิน"))?.text).toMatch(/คิวที่ประชุม/);
    expect((await eighth?.says("ยอดเงิน"))?.text).toMatch(/ยังค้างงวดเก่า/);
    expect((await chair.says("ดูมติ 1/2569")).text).toMatch(/ที่ประชุม.*ก8\/2569 ไม่อนุมัติ.*ผู้บันทึก.*ผู้ยืนยัน/s);
  });
});
