import { describe, expect, it } from "@jest/globals";
import { standingsOf } from "../../src/app/loans/standings";
import { localDate } from "../../src/domain/dates";
import { account } from "../../src/domain/ledger/accounts";
import { contractId, type LoanContract } from "../../src/domain/loans/contract";
import { baht } from "../../src/domain/money";
import { findContract } from "../../src/storage/loan-contracts";
import { inTransaction } from "../../src/storage/tx";
import { buildContract, ordinaryTerms } from "../support/contracts";
import { refusalOf } from "../support/refusals";
import { useVillage } from "../support/village";

const terms = {
  ...ordinaryTerms(baht(12_000)),
  disbursedOn: localDate("2026-01-05"),
  firstDueOn: localDate("2026-02-05"),
};

describe("a resolution changes a contract", () => {
  const village = useVillage({ today: "2026-03-05" });

  const standing = async (contractNo: string, on = "2026-03-05") => {
    const contract = await inTransaction((tx) => findContract(tx, contractId(village.group.id, contractNo)));
    const [told] = contract
      ? await inTransaction((tx) => standingsOf(tx, village.group, [contract], localDate(on)))
      : [];
    return told ?? null;
  };
  const owed = async (contract: Pick<LoanContract, "memberId" | "contractNo">, memberId = contract.memberId) =>
    village.owed({ ...contract, memberId } as LoanContract);

  it("grace, new instalments, a guarantor who takes over and a write-off: two officers, one entry each, all who owe or stand for it hear, and each comes back exactly", async () => {
    const treasurer = await village.treasurerOnWorkingDay({ memberNo: "002" });
    const chair = await village.officer("chair", { memberNo: "001" });
    const secretary = await village.officer("secretary", { memberNo: "003" });
    const malee = await village.member({ memberNo: "012", name: "มาลี สุขใจ", nickname: "ลี" });
    const somsri = await village.member({ memberNo: "014", name: "สมศรี ดีงาม", nickname: "ศรี" });
    const facts = { instalments: 12, disbursedOn: terms.disbursedOn, guarantorNos: ["014", "003"] };
    const contract = await buildContract(village.group, malee.member, {
      contractNo: "ก1/2569",
      owed: baht(12_000),
      terms,
      guarantees: [
        { memberId: somsri.member.id, amount: baht(12_000) },
        { memberId: secretary.member.id, amount: baht(12_000) },
      ],
      ...facts,
    });
    const before = await standing("ก1/2569");

    expect((await malee.says("ตัดหนี้สูญ สัญญา ก1/2569 มติ 3/2569")).text).toMatch(refusalOf("role.missing"));
    expect((await treasurer.says("ตัดหนี้สูญ")).text).toContain("ผ่อนผัน สัญญา ก12/2569 2 งวด");
    expect((await treasurer.says("ผ่อนผัน สัญญา ก9/2569 2 งวด มติ 3/2569")).text).toMatch(refusalOf("loan-change.unknown"));
    expect((await treasurer.says("ผ่อนผัน สัญญา ก1/2569 13 งวด มติ 3/2569")).text).toMatch(/1 ถึง 12 งวด/);
    expect((await treasurer.says("ปรับโครงสร้างหนี้ สัญญา ก1/2569 24 งวด ร้อยละ 13 มติ 3/2569")).text).toMatch(
      refusalOf("loan-change.rate"),
    );
    expect((await treasurer.says("ผู้ค้ำ 001 รับหนี้ สัญญา ก1/2569 มติ 3/2569")).text).toMatch(
      refusalOf("loan-change.not-guarantor"),
    );

    // Two months are over: 240 baht of interest are carried; eleven of twelve rows are left, and two more are of interest alone.
    expect((await treasurer.says("ผ่อนผัน สัญญา ก1/2569 2 งวด มติ 3/2569")).text).toMatch(
      /ผ่อนผัน 2 งวด.*ก1\/2569 มติ 3\/2569.*ก1\/2569-2.*12,000 บาท.*14 งวด.*240 บาท.*014 ศรี/s,
    );
    await treasurer.taps("ตรวจแล้ว ขอเปลี่ยน");
    expect((await secretary.says("รอเราตัดสิน")).text).not.toContain("เปลี่ยนสัญญา");
    expect((await chair.says("รอเราตัดสิน")).text).toContain("เปลี่ยนสัญญาของ 012 มาลี สุขใจ (ลี) มติที่ 3/2569");
    await chair.taps("สัญญา ลี");
    const approve = chair.dataOf(/^ยืนยันเปลี่ยนสัญญา/);
    await chair.act(() => Promise.all([chair.phone.taps(approve), chair.phone.taps(approve)]));
    expect(malee.received().text).toMatch(/ก1\/2569.*ผ่อนผัน 2 งวด ตามมติที่ 3\/2569.*ก1\/2569-2.*เงินต้น 12,000 บาท/s);
    expect(somsri.received().text).toMatch(
      /2 งวดแรกไม่ต้องส่งเงินต้น เริ่มที่ 120 บาท.*ยกไปงวดแรก: ดอกเบี้ย 240 บาท\n.*ผู้ค้ำสัญญาใหม่: .*014 ศรี/s,
    );
    expect(await village.entries("loan.restructured")).toHaveLength(1);
    expect(await owed(contract)).toBe(0);
    const begun = await standing("ก1/2569-2", "2026-04-06");
    expect(begun).toMatchObject({ outstanding: baht(12_000), principalDue: 0, interestDue: baht(360), missed: 0 });
    expect((await malee.says("เงินกู้")).text).toMatch(/ก1\/2569-2.*12,000 บาท/s);

    // The entry that began it stands while a later one of it does; then all comes back.
    await treasurer.says("รับ 012 ดอก 240");
    await treasurer.taps(/^ยืนยันรับ/);
    expect((await treasurer.says("แก้รายการ 2569/000001")).text).toMatch(refusalOf("payout.reverse-first"));
    const putRight = async (receipt: string) => {
      await treasurer.says(`แก้รายการ ${receipt}`);
      await treasurer.says("ลงผิด");
      await treasurer.taps("ยืนยันขอแก้รายการ");
      chair.received();
      await chair.taps("ยืนยันแก้รายการ");
    };
    await putRight("2569/000002");
    await putRight("2569/000001");
    expect(await standing("ก1/2569-2")).toBeNull();
    expect(await standing("ก1/2569")).toEqual(before);

    // A guarantor who did not sign is free. What the change rests on is put right after it only.
    await treasurer.says("รับ 012 ดอก 100");
    await treasurer.taps(/^ยืนยันรับ/);
    await treasurer.says("ปรับโครงสร้างหนี้ สัญญา ก1/2569 24 งวด ร้อยละ 6 ยกเว้นผู้ค้ำ 003 มติ 4/2569");
    const changed = async () => {
      await treasurer.taps("ตรวจแล้ว ขอเปลี่ยน");
      chair.received();
      return chair.taps(/^ยืนยันเปลี่ยนสัญญา/);
    };
    expect((await changed()).text).toMatch(/24 งวด.*140 บาท.*ผู้ค้ำ.*014 ศรี/s);
    expect((await treasurer.says("แก้รายการ 2569/000003")).text).toMatch(refusalOf("loan-change.reverse-first"));
    const second = await inTransaction((tx) => findContract(tx, contractId(village.group.id, "ก1/2569-2")));
    expect(second).toMatchObject({ guarantorNos: ["014"], yearlyRatePercent: "6", instalments: 24 });

    // She takes over a part, then the rest with what comes along; the borrower owes nothing.
    await treasurer.says("ผู้ค้ำ 014 รับหนี้ สัญญา ก1/2569-2 5000 บาท มติ 5/2569");
    await changed();
    expect(somsri.received().text).toMatch(/ผู้ใช้หนี้ต่อ: 014.*สัญญาเดิมยังค้างเงินต้น 7,000 บาท/s);
    expect(await standing("ก1/2569-3")).toMatchObject({ outstanding: baht(5_000), interestDue: 0 });
    expect((await treasurer.says("ผู้ค้ำ 014 รับหนี้ สัญญา ก1/2569-2 7001 บาท มติ 5/2569")).text).toMatch(/7,000 บาท/);
    await treasurer.says("ผู้ค้ำ 014 รับหนี้ สัญญา ก1/2569-2 มติ 5/2569");
    await changed();
    expect(await standing("ก1/2569-2")).toMatchObject({ payOff: 0, closed: true });
    expect((await somsri.says("เงินกู้")).text).toMatch(/ก1\/2569-3.*5,000 บาท.*ก1\/2569-4.*7,000 บาท/s);

    // What nobody will pay becomes an expense; the entry that it rests on is put right after it only.
    await treasurer.says("ตัดหนี้สูญ สัญญา ก1/2569-3 มติ 6/2569");
    expect((await changed()).text).toMatch(/เป็นค่าใช้จ่ายกลุ่ม.*5,000 บาท/s);
    expect(somsri.received().text).toMatch(/เงินต้น 5,000 บาท ลงเป็นค่าใช้จ่ายของกลุ่ม/);
    expect(await village.balance(account.loanLosses)).toBe(baht(5_000));
    const [taken] = await village.entries("loan.taken-over");
    const receipt = `2569/${String(taken?.receipt?.no).padStart(6, "0")}`;
    expect((await treasurer.says(`แก้รายการ ${receipt}`)).text).toMatch(refusalOf("payout.reverse-first"));
  }, 60_000);
});
