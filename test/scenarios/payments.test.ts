import { describe, expect, it } from "@jest/globals";
import { account } from "../../src/domain/ledger/accounts";
import { baht } from "../../src/domain/money";
import { ApprovalModel } from "../../src/storage/approvals";
import { refusalOf } from "../support/refusals";
import { useVillage } from "../support/village";

describe("money that leaves, by two officers", () => {
  const village = useVillage({ today: "2026-03-05" });

  /** A treasurer on her working day with cash in the box, a secretary, and a member with special savings. */
  async function table() {
    const treasurer = await village.treasurerOnWorkingDay({ name: "สมศรี ใจดี" });
    const secretary = await village.officer("secretary", { name: "สุดา ทองดี" });
    const malee = await village.member({ memberNo: "012", nickname: "มาลี", specialSavings: baht(2_000) });
    await village.member({ memberNo: "013", linked: false });
    await treasurer.says("รับ 013 พิเศษ 1000");
    await treasurer.taps(/^ยืนยันรับ/);
    return { treasurer, secretary, malee };
  }

  it("pays special savings back: asked by one, confirmed by another, told to the member at once", async () => {
    const { treasurer, secretary, malee } = await table();

    const card = await treasurer.says("ถอน 012 พิเศษ 500");
    expect(card.text).toMatch(/ถอนเงินสัจจะพิเศษ.*500 บาท.*ห้าร้อยบาทถ้วน.*2,000 → 1,500 บาท.*จ่ายจากเงินสด/s);
    const asked = await treasurer.taps("ยืนยันขอจ่ายเงิน");
    expect(asked.text).toMatch(/รอกรรมการอีก 1 คน.*รอ เลขานุการ สุดา.*อย่าเพิ่งจ่ายเงิน/s);
    expect(await village.entries("savings.withdrawal")).toEqual([]);
    expect(malee.received().text).toBe("");

    expect(secretary.received().text).toMatch(/ช่วยตรวจ: ขอจ่ายเงิน.*เหรัญญิก สมศรี ใจดี/s);
    const done = await secretary.taps("ยืนยันจ่าย 500 บาท");
    expect(done.text).toMatch(/ลงบัญชีจ่ายแล้ว.*2569\/000002/s);
    expect(await village.balance(account.specialSavings, malee.member)).toBe(baht(1_500));
    expect(await village.balance(account.cash)).toBe(baht(500));
    expect(malee.received().text).toMatch(
      /จ่ายเงินในชื่อของ 012 มาลี แล้ว.*500 บาท.*2,000 → 1,500.*ขอโดย เหรัญญิก สมศรี.*ยืนยันโดย เลขานุการ สุดา/s,
    );
    expect((await malee.says("ยอดเงิน")).text).toMatch(/รายการล่าสุด.*พิเศษ −500 บาท/s);
    expect((await malee.says("รายการ")).text).toMatch(/พิเศษ −500 บาท.*ถอนพิเศษ · ใบเสร็จ 2569\/000002/s);
    expect((await malee.says("ใบเสร็จ")).altTexts.join()).not.toContain("รวม");
    expect((await treasurer.says("รายงาน")).text).toMatch(/เงินออกและย้าย: ถอนพิเศษ 500 บาท/);

    await village.moveTo("2026-04-02");
    const voucher = /ถอนเงินสัจจะพิเศษ 500 บาท.*ใบสำคัญจ่าย 2569\/000002/s;
    expect((await malee.says("ใบเสร็จ 5 มี.ค.")).text).toMatch(voucher);
    expect((await malee.says("ใบเสร็จเดือนที่แล้ว")).text).toMatch(/ใบเสร็จ มี\.ค\. 2569.*2569\/000002 · 5 มี\.ค\./s);
    expect((await malee.says("ใบเสร็จปีนี้")).text).toMatch(voucher);
    expect((await malee.says("ใบเสร็จเดือนนี้")).text).toContain("ไม่มีใบเสร็จของช่วงนั้น");
  });

  it("is paid once, however often and by whomever the buttons are pressed", async () => {
    const { treasurer, secretary, malee } = await table();
    const chair = await village.officer("chair");
    await treasurer.says("ถอน 012 พิเศษ 500");
    const ask = treasurer.dataOf(/^ยืนยันขอจ่ายเงิน/);
    await treasurer.act(() => Promise.all([treasurer.phone.taps(ask), treasurer.phone.taps(ask)]));
    secretary.received();
    chair.received();
    const [one, other] = [secretary.dataOf(/^ยืนยันจ่าย/), chair.dataOf(/^ไม่ยืนยัน/)];

    await secretary.act(() =>
      Promise.all([secretary.phone.taps(one), chair.phone.taps(other), secretary.phone.taps(one)]),
    );
    await secretary.sendsPostback(one);
    await chair.sendsPostback(chair.dataOf(/^ยืนยันจ่าย/));

    const [approval] = await ApprovalModel.find({ groupId: village.group.id }).lean();
    const paid = approval?.state === "approved" ? 1 : 0;
    expect(await village.entries("savings.withdrawal")).toHaveLength(paid);
    expect(await village.balance(account.specialSavings, malee.member)).toBe(baht(2_000 - 500 * paid));
  });

  it("warns both officers of the same payment a second time on one day, with its voucher", async () => {
    const { treasurer, secretary, malee } = await table();
    const pays = async (label: string, line = "ถอน 012 พิเศษ 200") => {
      const card = await treasurer.says(line);
      await treasurer.taps(label);
      const request = secretary.received();
      await secretary.taps(/^ยืนยันจ่าย/);
      return { card: card.text, request: request.text };
    };
    const first = await pays("ยืนยันขอจ่ายเงิน");
    expect(first.card + first.request).not.toContain("ไปแล้ว");
    const second = await pays("ยืนยันขอจ่ายอีกรายการ");
    const warning = /จ่ายยอดนี้ไปแล้ว.*ใบสำคัญจ่าย 2569\/000002/s;
    expect(second.card).toMatch(warning);
    expect(second.request).toMatch(warning);
    expect(await village.balance(account.specialSavings, malee.member)).toBe(baht(1_600));
    expect((await treasurer.says("ถอน 012 พิเศษ 300")).text).not.toContain("ไปแล้ว");

    // A loan by another contract's number is another number alone.
    const loan = (no: string) => `จ่ายเงินกู้ ${no} มติ 3/2569 ซื้อปุ๋ย`;
    await pays("ยืนยันขอจ่ายเงิน", loan("012 100 สัญญา 15/2569"));
    const again = await pays("ยืนยันขอจ่ายอีกรายการ", loan("012 100 สัญญา 16/2569"));
    for (const text of [again.card, again.request]) expect(text).toMatch(/จ่ายยอดนี้ไปแล้ว.*ใบสำคัญจ่าย 2569\/000004/s);
    expect((await treasurer.says(loan("013 100 สัญญา 17/2569"))).text).toMatch(/^(?!.*ไปแล้ว).*100 บาท/s);
  });

  it("shows who asked how it stands by now, when she presses again", async () => {
    const { treasurer, secretary } = await table();
    await treasurer.says("จ่ายค่าวัสดุ 300 ให้ ร้านป้าแดง");
    const ask = treasurer.dataOf(/^ยืนยันขอจ่ายเงิน/);
    await treasurer.taps("ยืนยันขอจ่ายเงิน");
    expect((await treasurer.sendsPostback(ask)).text).toContain("รอกรรมการอีก 1 คน");
    secretary.received();
    await secretary.taps("ยืนยันจ่าย 300 บาท");
    expect((await treasurer.sendsPostback(ask)).text).toMatch(/ลงบัญชีจ่ายแล้ว.*2569\//s);
    expect(await village.entries("expense.paid")).toHaveLength(1);
  });

  it("tells the auditors of money out of a passbook that no phone opens, and both officers that its owner does not hear", async () => {
    const { treasurer, secretary } = await table();
    const auditor = await village.officer("chair", { committee: "audit" });
    await village.member({ memberNo: "014", nickname: "สม", specialSavings: baht(500), linked: false });
    await treasurer.says("ถอน 014 พิเศษ 100");
    await treasurer.taps("ยืนยันขอจ่ายเงิน");
    expect(secretary.received().text).toMatch(/เจ้าของและผู้ปกครองไม่มีไลน์ ถามเจ้าของก่อน/);
    await secretary.taps("ยืนยันจ่าย 100 บาท");
    expect(auditor.received().text).toMatch(/ถอนเงินสัจจะพิเศษ 100 บาท ของ 014.*ช่วยถามเจ้าของเมื่อพบกัน/s);

    await treasurer.says("รับ 014 สัจจะ 100");
    await treasurer.taps(/^ยืนยันรับ/);
    await treasurer.taps("แก้รายการที่ลงผิด");
    await treasurer.says("ลงซ้ำ");
    await treasurer.taps("ยืนยันขอแก้รายการ");
    expect(secretary.received().text).toMatch(/ผู้ปกครองไม่มีไลน์ จะไม่ได้รับแจ้ง ถามเจ้าของก่อนยืนยัน/);
    await secretary.taps("ยืนยันแก้รายการ");
    expect((await auditor.says("วันนัด")).text).toMatch(/แก้ใบเสร็จ.*100 บาท ของ 014.*ลงซ้ำ/s);
  });

  it("moves nothing for one officer alone, the member or her spouse, a stranger's or a forged button", async () => {
    const { treasurer, secretary, malee } = await table();
    const husband = await village.officer("member", { memberNo: "050", spouseNo: "012" });
    await village.changeGroup(
      (group) => void group.officers.push({ memberNo: "012", committee: "executive", position: "chair" }),
    );
    await treasurer.says("ถอน 012 พิเศษ 500");
    await treasurer.taps("ยืนยันขอจ่ายเงิน");
    secretary.received();
    const approve = secretary.dataOf(/^ยืนยันจ่าย/);

    expect(malee.received().text).not.toContain("ขอจ่ายเงิน");
    expect((await malee.sendsPostback(approve)).text).toMatch(refusalOf("card.foreign"));
    expect((await treasurer.sendsPostback(approve)).text).toMatch(refusalOf("card.foreign"));
    expect((await malee.says("รอเราตัดสิน")).text).not.toContain("500");
    expect((await treasurer.says("รอเราตัดสิน")).text).not.toContain("ขอจ่าย 500");
    expect((await malee.says("ถอน 012 พิเศษ 500")).text).toMatch(refusalOf("payment.own"));
    expect((await husband.says("ถอน 012 พิเศษ 500")).text).toMatch(refusalOf("role.missing"));
    await secretary.sendsPostback("a1:00000000000000000000000000000000");
    expect(await village.entries("savings.withdrawal")).toEqual([]);
  });

  it("is void when who asked, or who is to confirm, holds no office any more", async () => {
    const { treasurer, secretary } = await table();
    await treasurer.says("ถอน 012 พิเศษ 500");
    await treasurer.taps("ยืนยันขอจ่ายเงิน");
    secretary.received();
    const approve = secretary.dataOf(/^ยืนยันจ่าย/);
    const officers = village.group.officers;
    const without = (position: string) => officers.filter((office) => office.position !== position);

    await village.changeGroup((group) => (group.officers = without("treasurer")));
    expect((await secretary.sendsPostback(approve)).text).toMatch(refusalOf("card.outdated"));
    await village.changeGroup((group) => (group.officers = without("secretary")));
    expect((await secretary.sendsPostback(approve)).text).toMatch(refusalOf("role.missing"));
    expect(await village.entries("savings.withdrawal")).toEqual([]);
  });

  it("pays cash on its own working day alone; the request ends with the day", async () => {
    const { treasurer, secretary, malee } = await table();
    await treasurer.says("ถอน 012 พิเศษ 500");
    await treasurer.taps("ยืนยันขอจ่ายเงิน");
    secretary.received();
    const approve = secretary.dataOf(/^ยืนยันจ่าย/);
    await treasurer.says("ปิดวันทำการ");
    await treasurer.taps(/^ยืนยันปิด/);

    expect((await secretary.sendsPostback(approve)).text).toMatch(refusalOf("card.outdated"));
    expect((await secretary.says("รอเราตัดสิน")).text).not.toContain("ขอจ่าย");
    expect((await treasurer.says("ถอน 012 พิเศษ 500")).text).toMatch(refusalOf("day.not-open"));
    // By transfer it is paid on any day.
    await treasurer.says("ถอน 012 พิเศษ 500 โอนจากธนาคาร");
    await treasurer.taps("ยืนยันขอจ่ายเงิน");
    secretary.received();
    await secretary.taps(/^ยืนยันจ่าย/);
    expect(await village.balance(account.specialSavings, malee.member)).toBe(baht(1_500));
  });

  it("refuses more than there is, in the passbook or in the box; what lies in the box is for who counts it", async () => {
    const { treasurer } = await table();
    expect((await treasurer.says("ถอน 012 พิเศษ 2500 โอนจากธนาคาร")).text).toMatch(/สัจจะ.*พิเศษ.*ไม่พอ.*2,000 บาท/s);
    expect((await treasurer.says("ถอน 012 พิเศษ 1500")).text).toMatch(/เงินสดในมือไม่พอ\n(?!.*1,000)/s);
    expect((await treasurer.says("จ่ายค่าวัสดุ 1500 ให้ ร้านป้าแดง")).text).toMatch(refusalOf("ledger.insufficient-funds"));
  });

  it("pays the last baht once of many requests for it", async () => {
    const { treasurer, secretary, malee } = await table();
    for (const sum of [600, 700, 800, 900]) {
      await treasurer.says(`ถอน 012 พิเศษ ${sum}`);
      await treasurer.taps("ยืนยันขอจ่ายเงิน");
    }
    secretary.received();
    const approvals = [600, 700, 800, 900].map((sum) => secretary.dataOf(new RegExp(`^ยืนยันจ่าย ${sum} บาท`)));
    await secretary.act(() => Promise.all(approvals.map((data) => secretary.phone.taps(data))));

    expect(await village.entries("savings.withdrawal")).toHaveLength(1);
    expect(await village.balance(account.cash)).toBeGreaterThanOrEqual(0);
    expect(await village.balance(account.specialSavings, malee.member)).toBeLessThan(baht(2_000));
  });

  it("pays a voucher, a loan of a paper contract, and moves money to and from the bank", async () => {
    const { treasurer, secretary, malee } = await table();
    const pays = async (line: string) => {
      await treasurer.says(line);
      await treasurer.taps("ยืนยันขอจ่ายเงิน");
      secretary.received();
      return secretary.taps(/^ยืนยันจ่าย/);
    };

    expect((await pays("จ่ายค่าวัสดุ 300 ให้ ร้านป้าแดง")).text).toMatch(/ค่าวัสดุ · ผู้รับเงิน ร้านป้าแดง/);
    await pays("จ่ายเงินกู้ 012 1500 สัญญา 15/2569 มติ 3/2569 ซื้อปุ๋ย โอนจากธนาคาร");
    await pays("ฝากธนาคาร 400");
    await pays("ถอนธนาคาร 100");

    expect(await village.balance(account.expenses)).toBe(baht(300));
    expect(await village.balance(account.cash)).toBe(baht(400));
    expect(await village.balance(account.bank)).toBe(baht(800));
    expect(malee.received().text).toMatch(/จ่ายเงินกู้.*1,500 บาท.*สัญญา 15\/2569 · มติที่ 3\/2569 · ซื้อปุ๋ย/s);
    await treasurer.says("รับ 012 ต้น 500 ดอก 15");
    await treasurer.taps(/^ยืนยันรับ/);
    expect((await treasurer.says("จ่ายเงินกู้ 013 100 สัญญา 15/2569 มติ 3/2569")).text).toMatch(
      refusalOf("loan.contract-exists"),
    );
    expect((await treasurer.says("จ่ายเงินกู้ 013 100")).text).toContain("มติ 3/2569");
  });

  it("is taken back by two officers like a receipt", async () => {
    const { treasurer, secretary, malee } = await table();
    for (const line of ["ถอน 012 พิเศษ 500", "จ่ายค่าวัสดุ 300 ให้ ร้านป้าแดง"]) {
      await treasurer.says(line);
      await treasurer.taps("ยืนยันขอจ่ายเงิน");
      secretary.received();
      await secretary.taps(/^ยืนยันจ่าย/);
    }
    for (const receipt of ["2569/000002", "2569/000003"]) {
      await treasurer.says(`แก้รายการ ${receipt}`);
      await treasurer.says("ลงผิด");
      await treasurer.taps("ยืนยันขอแก้รายการ");
      expect(secretary.received().text).toContain(receipt);
      expect((await secretary.taps("ยืนยันแก้รายการ")).text).toContain("แก้แล้ว");
    }

    expect(malee.received().text).toMatch(/1,500 → 2,000 บาท/);
    expect(await village.balance(account.expenses)).toBe(0);
    expect(await village.balance(account.specialSavings, malee.member)).toBe(baht(2_000));
    expect(await village.balance(account.cash)).toBe(baht(1_000));
  });

  it("asks for what is missing, and which member or sum is meant", async () => {
    const { treasurer } = await table();
    await village.member({ memberNo: "031", nickname: "มาลี" });
    expect((await treasurer.says("ใบสำคัญจ่าย")).text).toContain("ถอน 012 พิเศษ 500");
    expect((await treasurer.says("จ่ายค่าวัสดุ")).text).toContain("จ่ายค่าวัสดุ 300");
    // Who gets the money is always named, and is none of the two who pay it, nor of her house.
    expect((await treasurer.says("จ่าย 30 ค่าน้ำชา")).text).toContain("จ่ายค่าน้ำชา ให้ใคร");
    for (const payee of ["ตัวเอง", "เหรัญญิก", "สมศรี"])
      expect((await treasurer.says(`จ่าย 30 ค่าน้ำชา ให้ ${payee}`)).text).toMatch(refusalOf("payment.own-payee"));
    await treasurer.says("จ่าย 30 ค่าน้ำชา");
    await treasurer.says("เลขานุการ");
    expect((await treasurer.taps("ยืนยันขอจ่ายเงิน")).text).toMatch(refusalOf("second-person.missing"));
    expect((await treasurer.says("ถอน มาลี พิเศษ 500")).text).toContain("ตรงกับสมาชิกหลายคน");
    expect((await treasurer.taps(/^012/)).text).toContain("2,000 → 1,500");
    expect((await treasurer.says("ถอน 012 พิเศษ 1.000")).text).toContain("จำนวนเงินเท่าไรแน่");
    expect((await treasurer.taps("1,000 บาท")).text).toContain("2,000 → 1,000");
    expect((await treasurer.taps("ไม่บันทึก")).text).toContain("ไม่ได้บันทึกอะไร");
  });
});
