import { describe, expect, it } from "@jest/globals";
import { localDate } from "../../src/domain/dates";
import { account } from "../../src/domain/ledger/accounts";
import { baht } from "../../src/domain/money";
import { endLateLoanAnswers } from "../../src/jobs/loan-answers";
import { releaseLoans } from "../../src/jobs/release-loans";
import { BallotModel } from "../../src/storage/ballots";
import { LoanContractModel } from "../../src/storage/loan-contracts";
import { LoanRequestModel } from "../../src/storage/loan-requests";
import { createLog } from "../../src/telemetry/log";
import { enqueueNotices } from "../../src/worker/enqueue";
import { adoptRules } from "../support/decided-rules";
import { agreed, asksForPayout, buildLoanRequest, fillBox, putToVote } from "../support/loans";
import { versionOf } from "../support/proposed-rules";
import { refusalOf } from "../support/refusals";
import { useVillage } from "../support/village";
import type { Villager } from "../support/villager";

describe("what was put before, and cards that are old", () => {
  const village = useVillage({ today: "2026-03-02" });
  const on = localDate("2026-03-01");
  const at = new Date("2026-03-01T02:00:00Z");
  const requests = () => LoanRequestModel.find({ groupId: village.group.id }).sort({ putAt: 1 }).lean();
  const stateOf = async (requestNo: string) =>
    (await LoanRequestModel.findOne({ groupId: village.group.id, requestNo }).lean())?.state;
  const context = () => ({ now: village.sajja.clock.now(), notify: enqueueNotices, log: createLog("silent") });

  /** A version of the rules: what a loan costs, and how many decide. Nobody needs a guarantor. */
  const rulesWith = (number: number, from: string, rate: string, quorum: number) => {
    const text = { th: `ดอกเบี้ยร้อยละ ${rate} ต่อปี` };
    const bands = [{ upTo: null, committees: ["loan" as const], quorum, betweenMeetings: true }];
    return adoptRules(
      village.group,
      versionOf(
        village.group,
        number,
        [
          {
            no: "5",
            key: "loan-ordinary",
            text,
            values: { yearlyRatePercent: rate, guarantors: [{ upTo: null, count: 0 }] },
          },
          { no: "6", key: "loan-decisions", text, values: { bands } },
        ],
        { from, resolution: `${number}/2569` },
      ),
    );
  };

  /** Asks for a loan of 6,000 baht in 12 instalments, up to the card that would send it. */
  async function asks(borrower: Villager): Promise<void> {
    await borrower.says("อยากกู้ 6000 ซ่อมบ้าน");
    if (borrower.labels().includes("กู้สามัญ")) await borrower.taps("กู้สามัญ");
    await borrower.taps("12 งวด");
  }

  it("a rule that changes while a vote is open: vote and contract keep what was put, the next request takes the new one", async () => {
    await rulesWith(1, "2026-02-25", "12", 3);
    await rulesWith(2, "2026-03-04", "9", 2);
    const voters: Villager[] = [];
    for (const no of ["101", "102", "103"])
      voters.push(await village.officer("member", { memberNo: no, committee: "loan" }));
    const chair = await village.officer("chair", { memberNo: "001" });
    const [malee, wichai, dao] = [
      await village.member({ memberNo: "012", pledgeSavings: baht(5_000) }),
      await village.member({ memberNo: "013", pledgeSavings: baht(5_000) }),
      await village.member({ memberNo: "014", pledgeSavings: baht(5_000) }),
    ];
    await fillBox(village.group, baht(30_000));
    await asks(malee);
    await malee.taps(/^ยืนยันขอกู้/);
    await asks(wichai);
    const seen = wichai.dataOf(/^ยืนยันขอกู้/);
    for (const voter of voters.slice(0, 2)) await voter.taps("เห็นชอบ");
    expect(await stateOf("ก1/2569")).toBe("voting");

    // From now on two would be enough, and a loan costs less: neither touches what was put.
    await village.moveTo("2026-03-04", "09:00");
    expect((await voters[0]?.taps("เห็นชอบ"))?.text).toMatch(/รอกรรมการอีก 1 คน/);
    expect(await stateOf("ก1/2569")).toBe("voting");
    // A card that shows what the old rules would cost sends nothing.
    const refused = await wichai.sendsPostback(seen);
    expect(refused.text).toMatch(refusalOf("card.outdated"));
    expect(refused.text).toContain("กลุ่มใช้ระเบียบฉบับใหม่แล้ว");
    await asks(dao);
    await dao.taps(/^ยืนยันขอกู้/);
    expect((await requests()).map(({ rules }) => rules)).toEqual([
      { version: 1, clause: "5" },
      { version: 2, clause: "5" },
    ]);
    for (const voter of voters.slice(0, 2)) {
      await voter.says("รอเราตัดสิน");
      await voter.taps(/^ก2\/2569/);
      await voter.taps("เห็นชอบ");
    }
    expect([await stateOf("ก1/2569"), await stateOf("ก2/2569")]).toEqual(["voting", "approved"]);
    await voters[2]?.says("รอเราตัดสิน");
    await voters[2]?.taps(/^ก1\/2569/);
    expect((await voters[2]?.taps("เห็นชอบ"))?.text).toMatch(/อนุมัติแล้ว มติ 2\/2569/);
    expect(
      (await BallotModel.find({ groupId: village.group.id }).sort({ putAt: 1 }).lean()).map(
        ({ policy }) => policy.quorum,
      ),
    ).toEqual([3, 2]);

    expect((await chair.says("ดูมติ 2/2569")).text).toContain("ตามระเบียบข้อ 5 ฉบับที่ 1");
    expect((await chair.says("ดูมติ 1/2569")).text).toContain("ตามระเบียบข้อ 5 ฉบับที่ 2");

    const treasurer = await village.officer("treasurer", { memberNo: "002" });
    await village.moveTo("2026-03-05", "09:00");
    await treasurer.says("เปิดวันทำการ");
    await treasurer.taps(/^ยืนยันเปิด/);
    for (const no of [1, 2]) {
      await treasurer.says(`เซ็นสัญญาแล้ว ก${no}`);
      await asksForPayout(treasurer, `จ่ายเงินกู้ ก${no}`);
      await chair.taps(/^ยืนยันจ่าย/);
    }
    const contracts = await LoanContractModel.find({ groupId: village.group.id }).sort({ _id: 1 }).lean();
    expect(contracts.map(({ terms }) => terms?.yearlyRatePercent)).toEqual(["12", "9"]);
  }, 60_000);

  it("asked for over a restart, a day and more, with a way back and a question between; old buttons send nothing twice", async () => {
    await rulesWith(1, "2026-02-25", "12", 3);
    await village.officer("member", { memberNo: "101", committee: "loan" });
    const malee = await village.member({ memberNo: "012", pledgeSavings: baht(5_000) });
    await fillBox(village.group, baht(30_000));
    await malee.says("อยากกู้");
    await malee.taps("กู้สามัญ");
    const amounts = malee.dataOf(/^3,000 บาท$/);

    // Another process takes over in the middle; a question about the balance and a step back do not disturb it.
    await village.restart();
    expect((await malee.says("ยอดเงิน")).text).toContain("5,000 บาท");
    expect((await malee.says("6000")).text).toContain("เอาไปทำอะไร");
    expect((await malee.taps("ย้อนกลับ")).text).toContain("กู้เท่าไร");
    await malee.says("7000");
    await village.moveTo("2026-03-03", "09:00");
    expect((await malee.says("ซ่อมบ้าน")).text).toContain("คืนกี่งวด");
    const twelve = malee.dataOf(/^12 งวด$/);

    // More than a day later her words are no answer any more, and she is told so once; a button leads on from where it stands.
    await village.moveTo("2026-03-04", "10:00");
    expect((await malee.says("12 งวด")).text).toContain("ปิดไปแล้ว เพราะเกิน 1 วัน ยังไม่มีอะไรถูกบันทึก");
    expect((await malee.says("12 งวด")).text).toContain("ยังไม่เข้าใจ");
    expect((await malee.sendsPostback(twelve)).text).toMatch(/ตรวจก่อนขอกู้.*7,000 บาท/s);
    const older = malee.dataOf(/^ยืนยันขอกู้/);
    expect((await malee.sendsPostback(amounts)).text).toContain("เอาไปทำอะไร");
    await malee.says("ยกเลิก");

    // A newer preview makes the older one void; what was sent is shown again by its button, and by no other way sent twice.
    await malee.sendsPostback(twelve);
    expect((await malee.sendsPostback(older)).text).toMatch(refusalOf("card.outdated"));
    expect(await requests()).toHaveLength(0);
    const confirm = malee.dataOf(/^ยืนยันขอกู้/);
    await malee.taps(/^ยืนยันขอกู้/);
    await village.moveTo("2026-03-12", "10:00");
    for (const data of [confirm, amounts, twelve])
      expect((await malee.sendsPostback(data)).text).toMatch(/คำขอกู้ของฉัน.*ก1\/2569/s);
    expect((await malee.sendsPostback(older)).text).toMatch(refusalOf("card.outdated"));
    expect(await requests()).toHaveLength(1);
  });

  it("a guarantor's card after her days, an offer's after its own, a vote's after the decision, a payout's after release", async () => {
    const treasurer = await village.officer("treasurer", { memberNo: "002" });
    const chair = await village.officer("chair", { memberNo: "001" });
    const secretary = await village.officer("secretary", { memberNo: "003" });
    const malee = await village.member({ memberNo: "012", nickname: "ลี", pledgeSavings: baht(5_000) });
    const wichai = await village.member({ memberNo: "013", nickname: "ชัย" });
    const dao = await village.member({ memberNo: "014" });
    await fillBox(village.group, baht(60_000), account.bank);
    const held = await village.balance(account.bank);
    const put = { on, amount: baht(10_000), decision: null, reservedUntil: null };

    // A guarantor: on the eighth day her word does not count, whether or not the job has come by; then another is asked.
    await buildLoanRequest(village.group, malee.member, {
      ...put,
      requestNo: "ก1/2569",
      state: "guarantors",
      guarantorsNeeded: 1,
    });
    await malee.says("คำขอกู้ของฉัน");
    await malee.taps("บอกชื่อผู้ค้ำ");
    await malee.says("013");
    await malee.taps("ยืนยันเชิญคนนี้");
    const [agrees, declines] = [wichai.dataOf(/^รับค้ำ/), wichai.dataOf(/^ไม่สะดวกค้ำ/)];
    // An offer of less, until the same day, for which somebody stands.
    const lessDecision = { resolutionNo: "1/2569", decidedAt: at, granted: baht(4_000), reason: "เงินไม่พอ" };
    const until = new Date("2026-03-09T02:00:00Z");
    await buildLoanRequest(village.group, dao.member, {
      ...put,
      requestNo: "ก2/2569",
      state: "offered",
      answerUntil: until,
      decision: lessDecision,
      reservedUntil: localDate("2026-03-31"),
      guarantors: [agreed(wichai.member, baht(10_000), at)],
    });
    await dao.says("คำขอกู้ของฉัน");
    const [accepts, refuses] = [dao.dataOf(/^รับ 4,000/), dao.dataOf(/^ไม่รับ$/)];
    await village.moveTo("2026-03-09", "10:00");
    expect((await wichai.sendsPostback(agrees)).text).toContain("ไม่ได้ตอบ");
    expect((await dao.sendsPostback(accepts)).text).toContain("หมดเวลา");
    expect(wichai.received().text).toContain("คำขอที่ขอให้ค้ำจบแล้ว");
    await endLateLoanAnswers(context());
    for (const data of [agrees, declines]) expect((await wichai.sendsPostback(data)).text).toContain("ไม่ได้ตอบ");
    for (const data of [accepts, refuses]) expect((await dao.sendsPostback(data)).text).toContain("หมดเวลา");
    expect([await stateOf("ก1/2569"), await stateOf("ก2/2569")]).toEqual(["guarantors", "expired"]);
    expect((await malee.says("วันนัด")).text.match(/013 ชัย ไม่ได้ตอบ\nเชิญท่านอื่นได้ ยังขาดผู้ค้ำ 1 คน/g)).toHaveLength(1);

    // A vote: three decide, and every card that asked shows what was decided.
    const { id } = await buildLoanRequest(village.group, dao.member, {
      ...put,
      requestNo: "ก3/2569",
      state: "guarantors",
    });
    await putToVote(village.group, id, village.sajja.clock.now());
    await village.settle();
    const voters = [treasurer, chair, secretary];
    const cards = voters.map((voter) => ({ voter, yes: voter.dataOf(/^เห็นชอบ$/), no: voter.dataOf(/^ไม่เห็นชอบ$/) }));
    for (const { voter, yes } of cards) await voter.sendsPostback(yes);
    expect(await stateOf("ก3/2569")).toBe("approved");
    await village.moveTo("2026-03-16", "10:00");
    for (const { voter, yes, no } of cards)
      for (const data of [yes, no]) expect((await voter.sendsPostback(data)).text).toContain("มติ 1/2569");

    // A payout whose money was given free: neither who prepares it nor the second officer pays it.
    await secretary.says("เซ็นสัญญาแล้ว ก3");
    await treasurer.says("จ่ายเงินกู้ ก3");
    const source = treasurer.dataOf(/^เตรียมโอนจากธนาคาร$/);
    await treasurer.taps("เตรียมโอนจากธนาคาร");
    await treasurer.says("ธ.ก.ส. 0123456789 ลี");
    const asks = treasurer.dataOf(/^ยืนยันขอจ่ายเงิน$/);
    await treasurer.taps("ยืนยันขอจ่ายเงิน");
    const pays = chair.dataOf(/^ยืนยันจ่าย/);
    await village.moveTo("2026-04-10", "10:00");
    expect((await chair.sendsPostback(pays)).text).toMatch(refusalOf("payout.over"));
    await releaseLoans(context());
    expect((await chair.sendsPostback(pays)).text).toMatch(refusalOf("card.outdated"));
    expect((await treasurer.sendsPostback(source)).text).toMatch(refusalOf("payout.not-approved"));
    expect((await treasurer.sendsPostback(asks)).text).toMatch(refusalOf("card.outdated"));
    expect(await village.entries("loan.paid-out")).toHaveLength(0);
    expect([await stateOf("ก3/2569"), await village.balance(account.bank)]).toEqual(["released", held]);
  }, 60_000);
});
