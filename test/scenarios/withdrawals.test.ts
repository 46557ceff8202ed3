import { describe, expect, it } from "@jest/globals";
import { account } from "../../src/domain/ledger/accounts";
import { baht } from "../../src/domain/money";
import { WithdrawalRequestModel } from "../../src/storage/withdrawal-requests";
import { refusalOf } from "../support/refusals";
import { useVillage } from "../support/village";

describe("a member who wants special savings back", () => {
  const village = useVillage({ today: "2026-03-05" });
  const states = async () =>
    (await WithdrawalRequestModel.find({ groupId: village.group.id }).lean()).map((one) => one.state);

  async function table() {
    const treasurer = await village.treasurerOnWorkingDay({ name: "สมศรี ใจดี" });
    const secretary = await village.officer("secretary", { name: "สุดา ทองดี" });
    const malee = await village.member({ memberNo: "012", nickname: "มาลี", specialSavings: baht(2_000) });
    await village.member({ memberNo: "013", linked: false });
    await treasurer.says("รับ 013 พิเศษ 1000");
    await treasurer.taps(/^ยืนยันรับ/);
    return { treasurer, secretary, malee };
  }

  it("asks, the treasurer prepares the payment, a second officer confirms, and she has the receipt; every button counts once", async () => {
    const { treasurer, secretary, malee } = await table();
    expect((await malee.says("ถอนเงิน")).text).toMatch(/012.*2,000 บาท ถอนเท่าไร/s);
    expect((await malee.says("ห้าร้อย")).text).toMatch(/500 บาท.*2,000 → 1,500 บาท.*ยังไม่มีเงินออก/s);
    const confirm = malee.dataOf(/^ยืนยันขอถอน/);
    await malee.act(() => Promise.all([malee.phone.taps(confirm), malee.phone.taps(confirm)]));
    expect(await states()).toEqual(["open"]);
    expect((await malee.says("ขอถอน 100")).text).toMatch(/รอเหรัญญิก/);
    expect(secretary.received().text).not.toContain("ขอถอน");

    expect(treasurer.received().text).toMatch(/สมาชิกขอถอนเงินสัจจะพิเศษ.*500 บาท.*012/s);
    expect((await treasurer.says("รอเราตัดสิน")).text).toContain("ขอถอน 500 บาท ของ 012");
    await treasurer.taps(/^500/);
    expect((await treasurer.taps("เตรียมจ่ายเงินสด")).text).toContain("ตรวจก่อนขอจ่ายเงิน");
    await treasurer.taps("ยืนยันขอจ่ายเงิน");
    secretary.received();
    await secretary.taps("ยืนยันจ่าย 500 บาท");

    expect(await states()).toEqual(["paid"]);
    expect(malee.received().text).toMatch(/จ่ายเงินในชื่อของ 012 มาลี แล้ว.*2,000 → 1,500/s);
    expect((await treasurer.says("รอเราตัดสิน")).text).not.toContain("ขอถอน");
    expect(await village.entries("savings.withdrawal")).toHaveLength(1);
    expect((await malee.sendsPostback(confirm)).text).toContain("คำขอถอนเงินสัจจะพิเศษ");
    expect(await states()).toEqual(["paid"]);
  });

  it("hears why it is refused; gives it up and so ends what waits for the second officer", async () => {
    const { treasurer, secretary, malee } = await table();
    await malee.says("ขอถอนพิเศษ 500 บาท");
    await malee.taps(/^ยืนยันขอถอน/);
    treasurer.received();
    expect((await treasurer.taps("ไม่จ่าย บอกเหตุผล")).text).toContain("ยังไม่จ่ายเพราะอะไร");
    await treasurer.says("เงินสดไม่พอ");
    expect((await malee.says("รายการ")).text).toContain("เหตุผล: เงินสดไม่พอ · เหรัญญิก สมศรี ใจดี");

    await malee.says("ขอถอน 600");
    await malee.taps(/^ยืนยันขอถอน/);
    treasurer.received();
    await treasurer.taps("เตรียมโอนจากธนาคาร");
    await treasurer.taps("ยืนยันขอจ่ายเงิน");
    secretary.received();
    const approve = secretary.dataOf(/^ยืนยันจ่าย 600/);
    await malee.says("ถอนเงิน");
    expect((await malee.taps("ไม่ถอนแล้ว")).text).toContain("สิ้นสุดแล้ว");
    expect((await secretary.sendsPostback(approve)).text).toMatch(refusalOf("card.outdated"));
    expect((await treasurer.taps("เตรียมโอนจากธนาคาร")).text).toContain("ไม่ถอนแล้ว");

    expect(await states()).toEqual(["refused", "withdrawn"]);
    expect(await village.entries("savings.withdrawal")).toEqual([]);
  });

  it("is paid once for one wish, whichever officers prepare, type or confirm a payment of it meanwhile", async () => {
    const { treasurer, secretary, malee } = await table();
    const chair = await village.officer("chair");
    await malee.says("ขอถอน 500");
    await malee.taps(/^ยืนยันขอถอน/);
    treasurer.received();
    await treasurer.taps("เตรียมจ่ายเงินสด");
    await treasurer.taps("ยืนยันขอจ่ายเงิน");
    // A second officer types the same payment, and leaves her card open.
    expect((await chair.says("ถอน 012 พิเศษ 500 โอนจากธนาคาร")).text).toMatch(/สมาชิกขอเมื่อ/);
    const late = chair.dataOf(/^ยืนยันขอจ่ายเงิน/);
    expect(secretary.received().text).toMatch(/ช่วยตรวจ: ขอจ่ายเงิน.*สมาชิกขอเมื่อ/s);
    await secretary.taps("ยืนยันจ่าย 500 บาท");
    expect((await chair.sendsPostback(late)).text).toMatch(refusalOf("card.outdated"));

    expect(await states()).toEqual(["paid"]);
    expect(await village.entries("savings.withdrawal")).toHaveLength(1);
    expect(await village.balance(account.specialSavings, malee.member)).toBe(baht(1_500));
    expect((await chair.says("ถอน 012 พิเศษ 400")).text).toMatch(/ไม่ได้ขอในไลน์/);
  });

  it("is refused what is not there, the pledge, a stranger's and an officer's own button, and while she waits to come in", async () => {
    const { treasurer, malee } = await table();
    const poor = await village.member({ memberNo: "020", pledgeSavings: baht(900) });
    const stranger = await village.stranger();

    expect((await poor.says("ขอถอน 500")).text).toMatch(refusalOf("withdrawal.nothing"));
    expect((await malee.says("ขอถอน 2500")).text).toMatch(/ไม่พอจำนวนนี้.*2,000 บาท/s);
    expect((await malee.says("ถอนเงินสัจจะ 100")).text).toMatch(refusalOf("withdrawal.pledge"));
    expect((await stranger.says("ถอนเงิน")).text).toContain("ถอนเงินได้กับคนของกลุ่มที่วันส่งสัจจะ");
    await malee.says("ขอถอน 1.000");
    expect((await malee.taps("1,000 บาท")).text).toContain("2,000 → 1,000");
    expect((await poor.sendsPostback(malee.dataOf(/^ยืนยันขอถอน/))).text).toMatch(refusalOf("card.foreign"));
    await malee.taps("ไม่บันทึก");
    expect(await states()).toEqual([]);

    const officer = await village.officer("treasurer", { memberNo: "040", specialSavings: baht(300) });
    await officer.says("ขอถอน 300");
    await officer.taps(/^ยืนยันขอถอน/);
    expect(officer.received().text).not.toContain("สมาชิกขอถอนเงิน");
    expect(treasurer.received().text).toContain("สมาชิกขอถอนเงิน");
    expect((await officer.says("รอเราตัดสิน")).text).not.toContain("ขอถอน");
  });

  it("may be asked for by a guardian, of whom the owner hears at once and whose wish she can give up", async () => {
    const { malee } = await table();
    const child = await village.member({ memberNo: "014", guardianNo: "012", specialSavings: baht(700) });
    await malee.says("ขอถอน 300");
    await malee.taps(/^014/);
    await malee.taps(/^ยืนยันขอถอน/);

    expect(child.received().text).toMatch(/300 บาท.*ขอแทนโดย 012/s);
    expect((await child.taps("ไม่ถอนแล้ว")).text).toContain("ไม่ถอนแล้ว");
    expect(await village.balance(account.specialSavings, child.member)).toBe(baht(700));
    expect(await states()).toEqual(["withdrawn"]);
  });
});
