import { describe, expect, it } from "@jest/globals";
import { baht } from "../../src/domain/money";
import type { NoticeKind } from "../../src/domain/notices";
import type { JobContext } from "../../src/jobs/context";
import { endLateLoanAnswers } from "../../src/jobs/loan-answers";
import { remindOfLoans } from "../../src/jobs/loan-reminders";
import { LoanRequestModel } from "../../src/storage/loan-requests";
import { createLog } from "../../src/telemetry/log";
import { enqueueNotices } from "../../src/worker/enqueue";
import { buildContract, ordinaryTerms } from "../support/contracts";
import { agreed, buildLoanRequest } from "../support/loans";
import { closesDay, opensDay } from "../support/open-day";
import { refusalOf } from "../support/refusals";
import { useVillage } from "../support/village";
import type { Villager } from "../support/villager";

const loanTerms = ordinaryTerms(baht(12_000));

describe("care for loans", () => {
  const village = useVillage({ today: "2026-03-05" });

  /** A job, run a second time as if the first had not ended. */
  const runs = async (job: (context: Pick<JobContext, "now" | "notify" | "log">) => Promise<void>) => {
    const context = { now: village.sajja.clock.now(), notify: enqueueNotices, log: createLog("silent") };
    await job(context);
    await job(context);
    await village.settle();
  };

  it("lists whose word as a guarantor without a phone is still to be entered, and tells guarantors that an offer ran out", async () => {
    const secretary = await village.officer("secretary", { memberNo: "003" });
    const chair = await village.officer("chair", { memberNo: "001" });
    const malee = await village.member({ memberNo: "012", nickname: "ลี" });
    const wichai = await village.member({ memberNo: "013", nickname: "ชัย" });
    const dao = await village.member({ memberNo: "014", nickname: "ดาว", linked: false });
    const at = new Date("2026-03-05T02:00:00Z");
    const offered = await buildLoanRequest(village.group, malee.member, {
      requestNo: "ก1/2569",
      on: village.today,
      state: "offered",
      guarantors: [agreed(wichai.member, baht(10_000), at)],
      answerUntil: new Date("2026-03-12T02:00:00Z"),
    });
    await buildLoanRequest(village.group, malee.member, {
      requestNo: "ก2/2569",
      on: village.today,
      state: "guarantors",
      guarantorsNeeded: 1,
      guarantors: [{ ...agreed(dao.member, baht(10_000), at), state: "asked", answeredAt: null }],
      decision: null,
      reservedUntil: null,
    });
    expect((await malee.says("คำตอบผู้ค้ำ")).text).toMatch(refusalOf("role.missing"));
    expect((await chair.says("รอเราตัดสิน")).text).toMatch(/บันทึกคำตอบของผู้ค้ำ 014 .*คำขอกู้ ก2\/2569/);
    expect((await secretary.says("คำตอบผู้ค้ำที่รอบันทึก")).text).toMatch(/1\. บันทึกคำตอบของผู้ค้ำ 014/);
    const row = secretary.dataOf(/^คำตอบ ดาว/);
    expect((await secretary.taps(/^คำตอบ ดาว/)).text).toMatch(/ผู้ค้ำที่ไม่มีไลน์|10,000 บาท/);
    await secretary.taps("ผู้ค้ำรับค้ำ");
    await secretary.taps(/^ยืนยัน/);
    expect((await secretary.says("คำตอบผู้ค้ำ")).text).toContain("ไม่มีคำตอบของผู้ค้ำที่รอบันทึก");
    await chair.taps(/^ยืนยัน/);
    expect((await secretary.sendsPostback(row)).text).toMatch(refusalOf("card.outdated"));

    await village.moveTo("2026-03-13");
    await runs(endLateLoanAnswers);
    expect(wichai.received().text.match(/ไม่ต้องค้ำแล้ว/g)).toHaveLength(1);
    expect((await LoanRequestModel.findById(offered.id).lean())?.state).toBe("expired");
  });

  it("tells borrower once a missed instalment, guarantors once at 60 days, and the loan committee once a month", async () => {
    const treasurer = await village.officer("treasurer", { memberNo: "002" });
    const loanChair = await village.officer("chair", { memberNo: "005", committee: "loan" });
    const malee = await village.member({ memberNo: "012", nickname: "ลี" });
    const wichai = await village.member({ memberNo: "013", nickname: "ชัย" });
    await buildContract(village.group, malee.member, {
      contractNo: "15/2569",
      owed: baht(12_000),
      instalments: 12,
      disbursedOn: loanTerms.disbursedOn,
      guarantorNos: ["013"],
      terms: loanTerms,
    });
    const toldIn = async (phone: Villager, kind: NoticeKind) =>
      (await village.outboxOf(phone)).filter((row) => row.kind === kind).length;
    for (const [month, told] of [
      ["03", [1, 0, 1]],
      ["04", [2, 0, 2]],
      ["05", [3, 1, 3]],
    ] as const) {
      await village.moveTo(`2026-${month}-05`, "09:00");
      await opensDay(treasurer);
      await closesDay(treasurer);
      await village.moveTo(`2026-${month}-06`);
      await runs(remindOfLoans);
      await village.moveTo(`2026-${month}-08`);
      await runs(remindOfLoans);
      expect([
        await toldIn(malee, "loan.late"),
        await toldIn(wichai, "guarantee.late"),
        await toldIn(loanChair, "loan.behind"),
      ]).toEqual(told);
    }
    expect(await toldIn(treasurer, "loan.behind")).toBe(0);
    const guarantor = wichai.received();
    expect(guarantor.text).toMatch(/เงินกู้ที่คุณค้ำยังไม่ได้ส่ง.*ค้างมาแล้ว 62 วัน.*ยังไม่ต้องจ่ายตอนนี้/s);
    expect(loanChair.received().text).toMatch(/เงินกู้ที่ค้างงวด.*1 สัญญา.*ผู้ค้ำ 1 คนที่ต้องแจ้งเป็นหนังสือ/s);
    expect((await loanChair.taps("ดูว่าใครค้าง")).text).toMatch(
      /012 .*ค้าง 3 งวด.*มาตรา 686.*สัญญา 15\/2569 ผู้ค้ำ 013 ชัย ภายใน .*4 พ\.ค\. 2569/s,
    );
  });
});
