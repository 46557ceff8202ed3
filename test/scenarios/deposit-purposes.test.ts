import { describe, expect, it } from "@jest/globals";
import type { YearMonth } from "../../src/domain/dates";
import { account } from "../../src/domain/ledger/accounts";
import { baht } from "../../src/domain/money";
import { buildContract } from "../support/contracts";
import { refusalOf } from "../support/refusals";
import { useVillage } from "../support/village";

describe("everything that a member hands over, in one line", () => {
  const village = useVillage({ today: "2026-03-05" });

  it("goes to the account of each purpose, with one receipt; the passbook tells all of it", async () => {
    const treasurer = await village.treasurerOnWorkingDay();
    const malee = await village.member({ memberNo: "012", pledgeSavings: baht(400) });
    const contract = await buildContract(village.group, malee.member, { contractNo: "15/2568", owed: baht(37_550) });

    const card = await treasurer.says("รับ 012 สัจจะ 100 ต้น 1000 ดอก 375 วันละบาท 30 ค่าปรับ 10");
    expect(card.text).toMatch(/1,515 บาท.*ต้น 15\/2568.*1,000.*ดอกเบี้ย 15\/2568.*375/s);
    const receipt = await treasurer.taps("ยืนยันรับ 1,515 บาท");

    expect(receipt.text).toMatch(/2569\/000001.*เขียน|2569\/000001/s);
    expect(await village.balance(account.cash)).toBe(baht(1_515));
    expect(await village.balance(account.pledgeSavings, malee.member)).toBe(baht(500));
    expect(await village.balance(account.welfareFund)).toBe(baht(30));
    expect(await village.balance(account.fines)).toBe(baht(10));
    expect(await village.balance(account.interestIncome)).toBe(baht(375));
    expect(await village.owed(contract)).toBe(baht(36_550));
    expect((await malee.says("ใบเสร็จ")).text).toContain("สัจจะ 100, ปรับ 10, วันละบาท 30, ต้น 1,000, ดอกเบี้ย 375 บาท");
    expect((await malee.says("รายการ")).text).toContain("ต้น 1,000, ดอกเบี้ย 375");
    expect((await treasurer.says("รายงาน")).text).toMatch(/1,515 บาท.*ต้น 1,000, ดอกเบี้ย 375 บาท/s);
  });

  it("is taken back whole: savings fall, the debt rises again, and the months count as unpaid", async () => {
    const treasurer = await village.treasurerOnWorkingDay();
    const secretary = await village.officer("secretary");
    const malee = await village.member({ memberNo: "012", pledgeSavings: baht(400) });
    const contract = await buildContract(village.group, malee.member, { contractNo: "15/2568", owed: baht(5_000) });
    await treasurer.says("รับ 012 สัจจะ 300 ต้น 1000 ดอก 50");
    expect((await treasurer.taps(/^ยืนยันรับ/)).text).toContain("คงเหลือ สัจจะ 700 · ต้น 4,000 บาท");
    expect((await malee.says("ยอดเงิน")).text).toContain("ส่งแล้ว");

    await treasurer.says("แก้รายการ 2569/000001");
    await treasurer.says("ลงผิดคน");
    await treasurer.taps("ยืนยันขอแก้รายการ");
    secretary.received();
    await secretary.taps("ยืนยันแก้รายการ");

    expect(await village.owed(contract)).toBe(baht(5_000));
    expect(await village.balance(account.interestIncome)).toBe(0);
    expect(await village.balance(account.pledgeSavings, malee.member)).toBe(baht(400));
    expect(malee.received().text).toMatch(/เงินต้นคงเหลือ.*4,000 → 5,000 บาท/s);
    expect((await malee.says("ยอดเงิน")).text).toContain("รอส่ง");
  });

  it("counts months of the pledge, those behind first, and says how far it is paid", async () => {
    const treasurer = await village.treasurerOnWorkingDay();
    const malee = await village.member({
      memberNo: "012",
      pledge: baht(200),
      pledgePaidThrough: "2026-01" as YearMonth,
    });

    expect((await treasurer.says("รับ 012 สัจจะ 3 เดือน")).text).toMatch(/600 บาท.*ส่งสัจจะครบถึง เม\.ย\. 2569/s);
    const receipt = await treasurer.taps("ยืนยันรับ 600 บาท");

    expect(receipt.text).toContain("ส่งสัจจะครบถึง เม.ย. 2569");
    expect(await village.balance(account.pledgeSavings, malee.member)).toBe(baht(600));
    expect((await treasurer.says("รับ 012 สัจจะ 250")).text).toContain(
      "เม.ย. 2569 และจ่ายไว้แล้วอีก 50 บาท".replace("เม.ย.", "พ.ค."),
    );
  });

  it("asks on which contract, and refuses more than is owed, or a loan of who has none", async () => {
    const treasurer = await village.treasurerOnWorkingDay();
    const malee = await village.member({ memberNo: "012" });
    await village.member({ memberNo: "013" });
    const old = await buildContract(village.group, malee.member, { contractNo: "15/2568", owed: baht(500) });
    const recent = await buildContract(village.group, malee.member, { contractNo: "3/2569", owed: baht(9_000) });

    const asked = await treasurer.says("รับ 012 ต้น 600 ดอก 90");
    expect(asked.text).toContain("เป็นของสัญญาไหน");
    expect((await treasurer.taps(/^15\/2568/)).text).toMatch(refusalOf("loan.more-than-owed"));
    await treasurer.says("รับ 012 ต้น 600 ดอก 90");
    await treasurer.taps(/^3\/2569/);
    await treasurer.taps(/^ยืนยันรับ 690/);
    expect((await treasurer.says("รับ 013 ดอก 90")).text).toMatch(refusalOf("loan.no-contract"));

    expect(await village.owed(recent)).toBe(baht(8_400));
    expect(await village.owed(old)).toBe(baht(500));
  });

  it("calls what a loan costs as the group does, and does not earn by fines where interest is not taken", async () => {
    await village.changeGroup((group) => (group.financeMode = "murabaha"));
    const treasurer = await village.treasurerOnWorkingDay();
    const malee = await village.member({ memberNo: "012" });
    await buildContract(village.group, malee.member, { contractNo: "15/2568", owed: baht(500) });

    const card = await treasurer.says("รับ 012 ค่าบำรุง 90 ปรับ 10");
    expect(card.text).toContain("กำไรขาย");
    expect(card.text).not.toContain("ดอกเบี้ย");
    await treasurer.taps(/^ยืนยันรับ/);

    expect(await village.balance(account.fines)).toBe(0);
    expect(await village.balance(account.charity)).toBe(baht(10));
    expect((await malee.says("ใบเสร็จ")).text).toContain("ปรับ 10, กำไรขาย 90 บาท");
  });

  it("takes the entry fee alone of who waits for her admission", async () => {
    const treasurer = await village.treasurerOnWorkingDay();
    await village.member({ memberNo: "099", status: "pending", linked: false });

    expect((await treasurer.says("รับ 099 สัจจะ 100")).text).toMatch(refusalOf("member.waiting"));
    expect((await treasurer.says("รับ 099 สัจจะ 100 แรกเข้า 20")).text).toMatch(refusalOf("member.waiting"));
    await treasurer.says("รับ 099 ค่าแรกเข้า 20");
    const receipt = await treasurer.taps("ยืนยันรับ 20 บาท");

    expect(receipt.text).toContain("เขียนลงสมุด: ค่าแรกเข้า 20 · เลขที่ 2569/000001");
    expect(await village.balance(account.entryFees)).toBe(baht(20));
  });
});
