import { describe, expect, it } from "@jest/globals";
import { localDate } from "../../src/domain/dates";
import { account } from "../../src/domain/ledger/accounts";
import type { LoanRequest } from "../../src/domain/loans/requests/request";
import { baht } from "../../src/domain/money";
import { ApprovalModel } from "../../src/storage/approvals";
import { LoanContractModel } from "../../src/storage/loan-contracts";
import { LoanRequestModel } from "../../src/storage/loan-requests";
import { asksForPayout, buildLoanRequest, fillBox } from "../support/loans";
import { refusalOf } from "../support/refusals";
import { useVillage } from "../support/village";
import type { Villager } from "../support/villager";

describe("two people at the same moment about one loan", () => {
  const village = useVillage({ today: "2026-03-05" });
  const on = localDate("2026-03-01");
  const at = new Date("2026-03-01T02:00:00Z");
  const requestOf = (id: string) => LoanRequestModel.findById(id).lean();

  /** Each has her card open before anybody taps; then all tap together. */
  async function together(...taps: [Villager, RegExp][]): Promise<void> {
    const buttons = taps.map(([who, label]) => ({ who, data: who.dataOf(label) }));
    await Promise.all(buttons.map(({ who, data }) => who.phone.taps(data)));
    await village.settle();
  }

  /** A granted request, its paper signed. */
  const granted = (who: Villager, requestNo: string): Promise<LoanRequest> =>
    buildLoanRequest(village.group, who.member, {
      requestNo,
      on,
      paperSigned: { at, by: { personId: null, memberId: null, position: "executive.chair" } },
    });

  it("asked for by two officers and confirmed by two others, a payout is asked for once and goes once", async () => {
    const treasurer = await village.treasurerOnWorkingDay({ memberNo: "002" });
    const secretary = await village.officer("secretary", { memberNo: "003" });
    const chair = await village.officer("chair", { memberNo: "001" });
    const vice = await village.officer("vice-chair", { memberNo: "004" });
    const malee = await village.member({ memberNo: "012", nickname: "ลี" });
    await fillBox(village.group, baht(30_000));
    const { id } = await granted(malee, "ก1/2569");

    for (const officer of [treasurer, chair]) {
      await officer.says("จ่ายเงินกู้ ก1");
      await officer.taps("เตรียมจ่ายเงินสด");
    }
    await together([treasurer, /^ยืนยันขอจ่ายเงิน$/], [chair, /^ยืนยันขอจ่ายเงิน$/]);
    expect(await ApprovalModel.countDocuments({ groupId: village.group.id, kind: "payment" })).toBe(1);
    for (const phone of [secretary, vice]) expect(phone.received().text.match(/ช่วยตรวจ: ขอจ่ายเงิน/g)).toHaveLength(1);

    await together([secretary, /^ยืนยันจ่าย/], [vice, /^ยืนยันจ่าย/]);
    const entries = await village.entries("loan.paid-out");
    expect(entries).toHaveLength(1);
    expect(await village.balance(account.cash)).toBe(baht(20_000));
    expect(await LoanContractModel.countDocuments({ groupId: village.group.id })).toBe(1);
    expect(await requestOf(id)).toMatchObject({ state: "paid-out", contractNo: "ก1/2569" });
    expect(malee.received().text.match(/จ่ายเงินในชื่อของ 012 ลี แล้ว/g)).toHaveLength(1);
    // Both read the same: who confirmed, and that it is in the books.
    const seconded = entries[0]?.secondedBy?.memberId === secretary.member.id ? secretary : vice;
    for (const phone of [secretary, vice]) {
      expect(phone.received().text).toContain("ลงบัญชีจ่ายแล้ว");
      expect(phone.received().text).toContain(seconded.member.name);
    }
  });

  it("confirmed by an officer while its borrower gives it up, it goes or it ends, never both", async () => {
    const treasurer = await village.treasurerOnWorkingDay({ memberNo: "002" });
    const chair = await village.officer("chair", { memberNo: "001" });
    await fillBox(village.group, baht(30_000));
    let paid = 0;
    for (const first of ["borrower", "officer"]) {
      const no = first === "borrower" ? 1 : 2;
      const borrower = await village.member({ memberNo: `01${no}` });
      const { id } = await granted(borrower, `ก${no}/2569`);
      await asksForPayout(treasurer, `จ่ายเงินกู้ ก${no}`);
      await borrower.says("คำขอกู้ของฉัน");
      await borrower.taps("ยกเลิกคำขอกู้");
      const [officers, borrowers] = [chair.received().altTexts.length, borrower.received().altTexts.length];
      const taps: [Villager, RegExp][] = [
        [borrower, /^ยืนยันยกเลิก/],
        [chair, /^ยืนยันจ่าย/],
      ];
      await together(...(first === "borrower" ? taps : taps.reverse()));

      const request = await requestOf(id);
      const isPaid = request?.state === "paid-out";
      if (isPaid) paid += 1;
      expect(request).toMatchObject(
        isPaid ? { contractNo: `ก${no}/2569` } : { state: "cancelled", reservedUntil: null },
      );
      expect(await LoanContractModel.countDocuments({ groupId: village.group.id })).toBe(paid);
      expect(await village.entries("loan.paid-out")).toHaveLength(paid);
      expect(await village.balance(account.cash)).toBe(baht(30_000 - paid * 10_000));
      const read = [chair.received(officers).text, borrower.received(borrowers).text];
      if (isPaid) expect(read).toEqual([expect.stringContaining("ลงบัญชีจ่ายแล้ว"), expect.stringContaining("จ่ายเงินแล้ว")]);
      else expect(read).toEqual([expect.stringMatching(refusalOf("card.outdated")), expect.stringContaining("ยกเลิก")]);
    }
  });
});
