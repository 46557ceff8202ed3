import { describe, expect, it } from "@jest/globals";
import { localDate } from "../../src/domain/dates";
import { account } from "../../src/domain/ledger/accounts";
import type { LoanContract } from "../../src/domain/loans/contract";
import { baht } from "../../src/domain/money";
import { standingsOf } from "../../src/app/loans/standings";
import { inTransaction } from "../../src/storage/tx";
import { buildOrdinaryContract } from "../support/contracts";
import { adoptRules } from "../support/decided-rules";
import { versionOf } from "../support/proposed-rules";
import { closesDay, opensDay } from "../support/open-day";
import { refusalOf } from "../support/refusals";
import { useVillage } from "../support/village";

describe("a loan is paid back", () => {
  const village = useVillage({ today: "2026-03-05" });

  const standingOn = async (contract: LoanContract, on: string) => {
    const [standing] = await inTransaction((tx) => standingsOf(tx, village.group, [contract], localDate(on)));
    if (!standing) throw new Error("a contract with terms has a standing");
    return standing;
  };

  it("in twelve payments, one late and one early: each is split before it is taken, and every figure is the ledger's", async () => {
    const treasurer = await village.treasurerOnWorkingDay({ memberNo: "002" });
    const secretary = await village.officer("secretary", { memberNo: "003" });
    const malee = await village.member({ memberNo: "012", name: "มาลี สุขใจ", nickname: "ลี" });
    const contract = await buildOrdinaryContract(village.group, malee.member, {
      contractNo: "15/2569",
      owed: baht(12_000),
    });
    const owed = () => village.owed(contract);

    expect((await treasurer.says("รับ 012 เงินกู้ 12500")).text).toMatch(refusalOf("loan.more-than-pay-off"));
    expect((await treasurer.says("รับ 012 ดอก 1000 ต้น 100")).text).toMatch(refusalOf("loan.more-than-asked"));
    expect((await treasurer.says("รับ 012 ค่างวด")).text).toMatch(/1,120 บาท.*เงินต้น.*1,000 บาท.*ดอกเบี้ย.*120 บาท/s);
    expect((await treasurer.taps(/^ยืนยันรับ/)).text).toMatch(/12,000 → 11,000 บาท.*งวดต่อไป.*1,110 บาท/s);
    expect(await owed()).toBe(baht(11_000));
    expect((await malee.says("ยอดเงิน")).text).toMatch(/เงินกู้คงเหลือ.*11,000 บาท/s);
    expect((await malee.says("เงินกู้")).text).toMatch(/15\/2569.*11,000 บาท.*งวดต่อไป.*1,110 บาท/s);
    expect((await malee.taps("ดูตารางงวด")).text).toMatch(/1 · 5 มี\.ค\. 69 ส่งแล้ว.*1,120 บาท.*12 · .*1,010 บาท/s);
    for (const words of ["จะปิดยอดทั้งหมดต้องจ่ายกี่บาท", "ปิดยอด"])
      expect((await malee.says(words)).text).toMatch(/11,000 บาท.*ใช้ได้เฉพาะ/s);
    expect((await secretary.says("เงินกู้")).text).not.toContain("15/2569");

    // A second payment of the day on the same contract is asked about; taken back, the contract is what it was.
    const before = await standingOn(contract, "2026-03-05");
    expect((await treasurer.says("รับ 012 เงินกู้ 500")).text).toContain("ยืนยันรับอีกรายการ");
    await treasurer.taps("ยืนยันรับอีกรายการ");
    expect((await standingOn(contract, "2026-03-05")).outstanding).toBe(baht(10_500));
    await treasurer.says("แก้รายการ 2569/000002");
    await treasurer.says("ลงผิดคน");
    await treasurer.taps("ยืนยันขอแก้รายการ");
    secretary.received();
    await secretary.taps("ยืนยันแก้รายการ");
    expect(await standingOn(contract, "2026-03-05")).toEqual(before);
    await closesDay(treasurer);

    // April passes without her; in May she pays two instalments, from June on one, in December all that is left but one early.
    for (const month of ["04", "05", "06", "07", "08", "09", "10"]) {
      await village.moveTo(`2026-${month}-05`, "09:30");
      await opensDay(treasurer);
      if (month === "05") {
        const late = await standingOn(contract, "2026-05-05");
        expect([late.missed, late.overdueSince, late.interestDue]).toEqual([1, "2026-04-05", baht(220)]);
        expect((await treasurer.says("รับ 012 ค่างวด")).text).toMatch(/2,220 บาท/);
        expect((await malee.says("ค้างกี่งวด")).text).toMatch(/ยังไม่ได้ส่ง 1 งวด รวม 2,220 บาท/);
      } else if (month === "06") {
        // Four months of her pledge, and the instalment.
        expect((await treasurer.says("รับครบ 012")).text).toMatch(/1,490 บาท/);
      } else if (month === "07") {
        expect((await malee.says("โอนค่างวด 1,080")).text).toMatch(/สลิป/);
        expect((await malee.taps("ไม่มีสลิป")).text).toMatch(/เงินต้น.*1,000 บาท.*ดอกเบี้ย.*80 บาท/s);
        await treasurer.says("รับ 012 ค่างวด");
      } else if (month !== "04") await treasurer.says("รับ 012 ค่างวด");
      if (month !== "04") await treasurer.taps(/^ยืนยันรับ/);
      const standing = await standingOn(contract, `2026-${month}-05`);
      expect(await owed()).toBe(standing.outstanding);
      await closesDay(treasurer);
    }
    expect(await owed()).toBe(baht(4_000));

    await village.moveTo("2026-11-05", "09:30");
    await opensDay(treasurer);
    await treasurer.says("รับ 012 เงินกู้ 2,040");
    await treasurer.taps(/^ยืนยันรับ/);
    expect((await standingOn(contract, "2026-11-05")).next?.total).toBe(baht(20));
    expect((await treasurer.says("ปิดยอด 012")).text).toMatch(/2,000 บาท/);
    expect((await treasurer.taps("ยืนยันรับอีกรายการ")).text).toContain("ชำระครบแล้ว");
    expect([await owed(), (await standingOn(contract, "2026-12-05")).closed]).toEqual([0, true]);
    expect((await treasurer.says("รับ 012 ค่างวด")).text).toMatch(refusalOf("loan.no-contract"));
    expect((await malee.says("ยอดเงิน")).text).not.toContain("เงินกู้คงเหลือ");
    const paid = (await village.entries("savings.deposit")).flatMap(({ postings }) => postings);
    const interest = paid.filter(({ code }) => code === account.interestIncome);
    expect(interest.reduce((all, { amount }) => all + amount, 0)).toBe(await village.balance(account.interestIncome));
  }, 60_000);

  it("by a transfer: split as the desk would do it, once to its receipt, no more than ends it, and asked about when it is the day's second", async () => {
    await adoptRules(
      village.group,
      versionOf(
        village.group,
        1,
        [{ no: "8", key: "late-loan", text: { th: "ค่าปรับ" }, values: { percentPerMonth: "1", mostPercent: 15 } }],
        { from: "2026-03-01" },
      ),
    );
    const treasurer = await village.treasurerOnWorkingDay({ memberNo: "002" });
    const other = await village.officer("secretary", { memberNo: "003" });
    const malee = await village.member({ memberNo: "012", name: "มาลี สุขใจ", nickname: "ลี" });
    const contract = await buildOrdinaryContract(village.group, malee.member, {
      contractNo: "15/2569",
      owed: baht(6_000),
    });
    await closesDay(treasurer);
    await village.moveTo("2026-04-05", "09:30");
    await opensDay(treasurer);

    // A late instalment: what the desk would make of the same sum is what the member's card says.
    const tells = async (words: string) => {
      await malee.says(words);
      return malee.taps("ไม่มีสลิป");
    };
    expect((await malee.says("โอนค่างวด 6,200")).text).toMatch(refusalOf("loan.more-than-pay-off"));
    expect(malee.received().text).toContain("6,125.60 บาท");
    expect((await treasurer.says("รับ 012 เงินกู้ 565.60")).text).toMatch(/ปรับ.*\n5\.60.*ต้น.*\n440.*ดอกเบี้ย.*\n120/s);
    await treasurer.taps("ไม่บันทึก");
    expect((await tells("โอนค่างวด 565.60")).text).toContain("ปรับ 5.60, ต้น 440, ดอกเบี้ย 120 บาท");
    await malee.taps(/^ยืนยันแจ้งโอน/);
    expect(await village.owed(contract)).toBe(baht(6_000));

    const confirm = treasurer.dataOf(/^ยืนยันรับโอน/);
    for (const wrong of [malee, other])
      expect((await wrong.sendsPostback(confirm)).text).toMatch(refusalOf("card.foreign"));
    expect((await treasurer.sendsPostback(confirm)).text).toMatch(
      /คงเหลือ ต้น 5,560 บาท.*งวดต่อไป.*60 บาท.*2569\/000001.*เงินโอน 5 เม\.ย\. 69/s,
    );
    expect((await treasurer.sendsPostback(confirm)).text).toContain("2569/000001");
    const [entry, second] = await village.entries("savings.deposit");
    expect(second).toBeUndefined();
    expect(entry?.postings.map(({ code, amount }) => [code, amount]).sort()).toEqual(
      [
        [account.bank, 56_560],
        [account.fines, 560],
        [account.interestIncome, 12_000],
        [account.loans, 44_000],
      ].sort(),
    );
    expect(await standingOn(contract, "2026-04-05")).toMatchObject({
      outstanding: 556_000,
      fineDue: 0,
      interestDue: 0,
    });
    expect((await malee.says("ใบเสร็จ")).text).toMatch(/ปรับ 5\.60, ต้น 440, ดอกเบี้ย 120 บาท.*2569\/000001/s);

    // The day's second payment on the contract waits for an explicit word.
    await tells("โอนค่างวด 560");
    await malee.taps(/^ยืนยันแจ้งโอน/);
    expect((await treasurer.taps(/^ยืนยันรับโอน/)).labels).toContain("ยืนยันรับอีกรายการ");
    expect(await village.owed(contract)).toBe(baht(5_560));
    await treasurer.taps("ยืนยันรับอีกรายการ");
    expect(await village.owed(contract)).toBe(baht(5_000));
    expect((await malee.says("เงินกู้")).text).toMatch(/15\/2569.*5,000 บาท/s);
  }, 60_000);
});
