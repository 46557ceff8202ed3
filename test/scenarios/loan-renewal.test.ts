import { describe, expect, it } from "@jest/globals";
import { standingsOf } from "../../src/app/loans/standings";
import { localDate } from "../../src/domain/dates";
import { account } from "../../src/domain/ledger/accounts";
import type { LoanContract } from "../../src/domain/loans/contract";
import { baht } from "../../src/domain/money";
import { LoanContractModel } from "../../src/storage/loan-contracts";
import { LoanRequestModel } from "../../src/storage/loan-requests";
import { inTransaction } from "../../src/storage/tx";
import { buildOrdinaryContract } from "../support/contracts";
import { adoptRules } from "../support/decided-rules";
import { fillBox } from "../support/loans";
import { closesDay, opensDay } from "../support/open-day";
import { versionOf } from "../support/proposed-rules";
import { refusalOf } from "../support/refusals";
import { useVillage } from "../support/village";

describe("a loan that pays an old one off", () => {
  const village = useVillage({ today: "2026-03-04" });
  const requestOf = async () => LoanRequestModel.findOne({ groupId: village.group.id }).lean();

  it("ends principal, interest begun and fine of it in one entry, as the cards said; taken back, both are what they were", async () => {
    await adoptRules(
      village.group,
      versionOf(
        village.group,
        1,
        [
          { no: "7", key: "loan-ordinary", text: { th: "กู้สามัญ" }, values: { guarantors: [{ upTo: null, count: 0 }] } },
          { no: "8", key: "late-loan", text: { th: "ค่าปรับ" }, values: { percentPerMonth: "1", mostPercent: 15 } },
        ],
        { from: "2026-03-01" },
      ),
    );
    const treasurer = await village.officer("treasurer", { memberNo: "002" });
    const secretary = await village.officer("secretary", { memberNo: "003" });
    const chair = await village.officer("chair", { memberNo: "001" });
    const malee = await village.member({
      memberNo: "012",
      name: "มาลี สุขใจ",
      nickname: "ลี",
      pledgeSavings: baht(5_000),
    });
    const old = await buildOrdinaryContract(village.group, malee.member, {
      contractNo: "15/2569",
      owed: baht(6_000),
      principal: baht(20_000),
    });
    await fillBox(village.group, baht(30_000));
    const standingOf = async (contract: LoanContract) => {
      const on = localDate("2026-04-05");
      const [standing] = await inTransaction((tx) => standingsOf(tx, village.group, [contract], on));
      return standing;
    };

    // Asked for while nothing is late: less than what is owed is no renewal.
    await malee.says("กู้ใหม่หักสัญญาเก่า สามัญ 6000 ซ่อมบ้าน");
    expect((await malee.taps("12 งวด")).text).toMatch(/ยังยื่นไม่ได้.*กู้มากกว่าที่ค้าง \(ระเบียบข้อ \d+\)/s);
    await malee.says("กู้ใหม่หักสัญญาเก่า สามัญ 15000 ซ่อมบ้าน");
    expect((await malee.taps("12 งวด")).text).toMatch(/ปิดสัญญาเก่า: 15\/2569.*ตรวจก่อนขอกู้/s);
    await malee.taps(/^ยืนยันขอกู้/);
    expect(await requestOf()).toMatchObject({ state: "voting", renews: "15/2569" });

    // An instalment of the old contract passes, and the committee agrees.
    await village.moveTo("2026-03-05");
    await opensDay(treasurer);
    await closesDay(treasurer);
    await village.moveTo("2026-03-06");
    for (const voter of [treasurer, secretary, chair]) await voter.taps("เห็นชอบ");
    expect((await requestOf())?.state).toBe("approved");

    // A month later: two periods of interest have begun, and a month of the late instalment's fine.
    await village.moveTo("2026-04-05");
    await opensDay(treasurer);
    const before = await standingOf(old);
    expect([before?.outstanding, before?.fineDue, before?.payOff]).toEqual([600_000, 560, 612_560]);
    expect((await malee.says("จะปิดยอดทั้งหมดต้องจ่ายกี่บาท")).text).toContain("6,125.60 บาท");
    await secretary.says("เซ็นสัญญาแล้ว ก1");
    await treasurer.says("จ่ายเงินกู้ ก1");
    const card = await treasurer.taps("เตรียมจ่ายเงินสด");
    expect(card.text).toMatch(/15,000 บาท.*หักสัญญา 15\/2569.*6,125\.60 บาท.*จ่ายจริง.*8,874\.40 บาท/s);
    await treasurer.taps("ยืนยันขอจ่ายเงิน");
    const pay = chair.dataOf(/^ยืนยันจ่าย/);
    expect((await malee.sendsPostback(pay)).text).toMatch(refusalOf("card.foreign"));
    await chair.act(() => Promise.all([chair.phone.taps(pay), chair.phone.taps(pay)]));
    expect(malee.received().text).toMatch(/15,000 บาท.*หักสัญญา 15\/2569.*6,125\.60 บาท.*จ่ายจริง.*8,874\.40 บาท/s);

    const [paid, second] = await village.entries("loan.paid-out");
    expect(second).toBeUndefined();
    expect(paid?.postings.map(({ side, code, amount, contractNo }) => [side, code, amount, contractNo])).toEqual([
      ["debit", account.loans, 1_500_000, "ก1/2569"],
      ["credit", account.loans, 600_000, "15/2569"],
      ["credit", account.interestIncome, 12_000, "15/2569"],
      ["credit", account.fines, 560, "15/2569"],
      ["credit", account.cash, 887_440, undefined],
    ]);
    expect([await village.owed(old), await village.balance(account.cash)]).toEqual([0, 2_112_560]);
    expect(await standingOf(old)).toMatchObject({ closed: true, payOff: 0, missed: 0 });
    const own = (await malee.says("เงินกู้")).text;
    expect(own).toMatch(/ก1\/2569.*15,000 บาท/s);
    expect(own).not.toContain("15/2569 ");
    expect((await treasurer.says("รับ 012 เงินกู้ 15500")).text).toMatch(refusalOf("loan.more-than-pay-off"));

    // Taken back by two: the old contract is owed and late as before, the request waits for its money, the new contract is no more.
    await treasurer.says("แก้รายการ 2569/000001");
    await treasurer.says("ลงผิดคน");
    await treasurer.taps("ยืนยันขอแก้รายการ");
    secretary.received();
    const undo = secretary.dataOf(/^ยืนยันแก้รายการ/);
    await secretary.act(() => Promise.all([secretary.phone.taps(undo), secretary.phone.taps(undo)]));
    expect(await village.entries("reversal")).toHaveLength(1);
    expect(await standingOf(old)).toEqual(before);
    expect(await village.balance(account.cash)).toBe(baht(30_000));
    expect(await village.balance(account.fines)).toBe(0);
    expect(await LoanContractModel.find({ groupId: village.group.id }).lean()).toMatchObject([
      { contractNo: "15/2569" },
    ]);
    expect(await requestOf()).toMatchObject({ state: "approved", contractNo: null, reservedUntil: "2026-04-05" });
    expect((await malee.says("เงินกู้")).text).toMatch(/15\/2569.*6,000 บาท/s);
  }, 60_000);
});
