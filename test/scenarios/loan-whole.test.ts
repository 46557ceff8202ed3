import { describe, expect, it } from "@jest/globals";
import { baht } from "../../src/domain/money";
import { remindOfLoans } from "../../src/jobs/loan-reminders";
import { LoanContractModel } from "../../src/storage/loan-contracts";
import { LoanRequestModel } from "../../src/storage/loan-requests";
import { createLog } from "../../src/telemetry/log";
import { enqueueNotices } from "../../src/worker/enqueue";
import { fillBox } from "../support/loans";
import { closesDay, opensDay } from "../support/open-day";
import { refusalOf } from "../support/refusals";
import { useVillage } from "../support/village";

describe("a loan, from อยากกู้ to its last instalment", () => {
  const village = useVillage({ today: "2026-03-02" });
  const requestOf = async () => LoanRequestModel.findOne({ groupId: village.group.id }).lean();

  it("is asked for in chat, stood for by two, decided by three of five, signed, paid out, paid back and closed", async () => {
    const treasurer = await village.officer("treasurer", { memberNo: "002" });
    const secretary = await village.officer("secretary", { memberNo: "003" });
    const chair = await village.officer("chair", { memberNo: "001" });
    const loanChair = await village.officer("chair", { memberNo: "005", committee: "loan" });
    const loanMember = await village.officer("member", { memberNo: "006", committee: "loan" });
    const malee = await village.member({
      memberNo: "012",
      name: "มาลี สุขใจ",
      nickname: "ลี",
      spouseNo: "019",
      pledgeSavings: baht(5_000),
    });
    const wichai = await village.member({ memberNo: "013", name: "วิชัย ใจงาม", nickname: "ชัย" });
    const dao = await village.member({ memberNo: "014", name: "ดาว ใจดี", nickname: "ดาว" });
    const ploy = await village.member({ memberNo: "015", name: "พลอย ใจดี", nickname: "พลอย" });
    const spouse = await village.member({ memberNo: "019", name: "สมชาย สุขใจ", nickname: "ชาย" });
    await fillBox(village.group, baht(30_000));

    // The words give sum and purpose; the rest is asked, and a question about the balance does not disturb it.
    // What the open question cannot read is said, and it is asked again; what is told too early is kept.
    await malee.says("อยากกู้เงิน");
    expect((await malee.says("รัตน์")).text).toMatch(/ไม่เข้าใจคำว่า “รัตน์”.*อยากกู้แบบไหน/s);
    expect((await malee.says("สองหมื่น")).text).toContain("อยากกู้แบบไหน");
    expect((await malee.taps("กู้สามัญ")).text).toContain("เอาไปทำอะไร");
    await malee.says("อยากกู้เงิน");
    await malee.taps("กู้สามัญ");
    const between = await malee.says("ยอดเงิน");
    expect(between.text).toMatch(/5,000 บาท.*กู้สามัญ กู้เท่าไร/s);
    expect(between.labels).toEqual(expect.arrayContaining(["3,000 บาท", "ย้อนกลับ"]));
    await malee.says("12000");
    await malee.taps("ย้อนกลับ");
    await malee.says("12000");
    await malee.says("ซ่อมหลังคา");
    const preview = await malee.taps("12 งวด");
    expect(preview.text).toMatch(/ยื่นได้ กรรมการเป็นผู้ตัดสิน.*ตรวจก่อนขอกู้.*12,000 บาท.*ผู้ค้ำ\n2 คน/s);
    expect((await malee.taps("ดูทุกงวด")).text).toMatch(/1\. 5 เม\.ย\. 69 ต้น 1,000 .*12\. .*ต้น 1,000/s);
    const confirm = malee.dataOf(/^ยืนยันขอกู้/);
    await malee.taps(/^ยืนยันขอกู้/);
    await malee.sendsPostback(confirm);
    expect(await LoanRequestModel.countDocuments({ groupId: village.group.id })).toBe(1);

    // Guarantors: not the spouse; one does not, another stands for her; who is not asked cannot answer.
    expect((await malee.says("ยอดเงิน")).text).toMatch(/5,000 บาท.*ผู้ค้ำ/s);
    await malee.says("019");
    expect(malee.received().text).toMatch(refusalOf("guarantor.unable"));
    for (const no of ["013", "ดาว"]) {
      await malee.says("คำขอกู้ของฉัน");
      await malee.taps("บอกชื่อผู้ค้ำ");
      await malee.says(no);
      await malee.taps("ยืนยันเชิญคนนี้");
    }
    expect(wichai.received().text).toMatch(/มีคนขอให้ค้ำเงินกู้.*12,000 บาท/s);
    expect((await spouse.sendsPostback(wichai.dataOf(/^รับค้ำ/))).text).toMatch(refusalOf("card.foreign"));
    await wichai.taps("ไม่สะดวกค้ำ");
    expect((await malee.says("คำขอกู้ของฉัน")).text).toMatch(/ชัย ไม่สะดวก.*เชิญท่านอื่นได้ ยังขาดผู้ค้ำ 1 คน/s);
    await malee.taps("บอกชื่อผู้ค้ำ");
    await malee.says("พลอย");
    await malee.taps("ยืนยันเชิญคนนี้");
    await dao.taps(/^รับค้ำ/);
    expect((await requestOf())?.state).toBe("guarantors");
    await ploy.taps(/^รับค้ำ/);
    expect((await requestOf())?.state).toBe("voting");

    // Three of five.
    for (const voter of [loanChair, loanMember]) {
      expect(voter.received().text).toContain("ช่วยพิจารณา: คำขอกู้");
      await voter.taps("เห็นชอบ");
    }
    await chair.taps("เห็นชอบ");
    expect((await requestOf())?.state).toBe("approved");
    expect((await malee.says("คำขอกู้ของฉัน")).text).toMatch(/มติ 1\/2569/);
    await treasurer.says("รอเราตัดสิน");

    // Signed, then paid out on the working day by two officers.
    await village.moveTo("2026-03-05");
    await opensDay(treasurer);
    await treasurer.says("จ่ายเงินกู้");
    await treasurer.taps(/^ก1/);
    expect((await treasurer.taps("เตรียมจ่ายเงินสด")).text).toMatch(refusalOf("payout.unsigned"));
    await secretary.says("เซ็นสัญญาแล้ว ก1");
    await treasurer.says("จ่ายเงินกู้ ก1");
    await treasurer.taps("เตรียมจ่ายเงินสด");
    await treasurer.taps(/^ยืนยัน/);
    await secretary.taps(/^ยืนยัน/);
    expect((await requestOf())?.state).toBe("paid-out");
    const contract = await LoanContractModel.findOne({ groupId: village.group.id }).lean();
    expect(contract).toMatchObject({ principal: baht(12_000), guarantees: [{ amount: baht(12_000) }, {}] });
    expect(dao.received().text).toMatch(/ก1\/2569|สัญญา/);
    expect((await malee.says("เงินกู้")).text).toMatch(/12,000 บาท/);

    // Twelve payments: one late, one early that ends it; the member reads what the ledger has.
    await closesDay(treasurer);
    await village.moveTo("2026-04-02", "09:00");
    await remind();
    expect((await malee.says("วันนัด")).text.match(/อีกไม่กี่วันถึงงวด/g)).toHaveLength(1);
    let owed = 12_000;
    for (const month of ["04", "05", "06", "07", "08", "09", "10"]) {
      await village.moveTo(`2026-${month}-05`);
      await opensDay(treasurer);
      if (month === "07") {
        // The month passes without a payment: she is told once and kindly, and the committee can read it.
        await closesDay(treasurer);
        await village.moveTo("2026-07-06", "17:30");
        expect((await loanChair.says("ใครค้างเงินกู้")).text).toMatch(/1\. 012 .*ค้าง 1 งวด 1 วัน/s);
        expect((await malee.says("ใครค้างเงินกู้")).text).toMatch(refusalOf("role.missing"));
        await remind();
        const late = await malee.says("วันนัด");
        expect(late.text.match(/ยังไม่ได้ลงรับ/g)).toHaveLength(1);
        expect(late.altTexts.join(" ")).not.toContain("1,0");
        // What her next words are about has figures of her own; the committee decides, and hears of her wish once.
        expect((await malee.says("ฝนตกกรีดยางไม่ได้ ขอผ่อนผันงวดนึง")).text).toMatch(
          /ครบกำหนดส่งแล้ว.*เงินต้น\n1,000 บาท.*ถ้าส่งแค่ดอกเบี้ยก่อน คือ .*กรรมการเป็นผู้ตัดสิน/s,
        );
        const grace = malee.dataOf(/^ขอผ่อนผัน/);
        expect((await malee.taps("ขอผ่อนผัน")).text).toMatch(/ขอผ่อนผันเงินกู้ สัญญา ก1\/2569/);
        expect((await malee.sendsPostback(grace)).text).toContain("อยู่กับกรรมการแล้ว");
        await malee.says("เงินกู้");
        expect((await malee.taps("ขอผ่อนผัน")).text).toContain("ไม่ต้องขอซ้ำ");
        expect((await dao.sendsPostback(grace)).text).toMatch(refusalOf("card.foreign"));
        expect((await loanChair.says("รายชื่อโทรกลับ")).text).toContain("ขอผ่อนผันเงินกู้");
        continue;
      }
      await treasurer.says("รับ 012 ค่างวด");
      await treasurer.taps(/^ยืนยันรับ/);
      owed -= month === "08" ? 2_000 : 1_000;
      expect(await balanceOf()).toBe(baht(owed));
      expect((await malee.says("เงินกู้")).text).toContain(`${owed.toLocaleString("en")} บาท`);
      await closesDay(treasurer);
    }
    await village.moveTo("2026-11-05");
    await opensDay(treasurer);
    expect((await treasurer.says("รับ 012 เงินกู้ 9000")).text).toMatch(refusalOf("loan.more-than-pay-off"));
    await treasurer.says("ปิดยอด 012");
    await treasurer.taps(/^ยืนยันรับ/);
    expect(await balanceOf()).toBe(baht(0));
    expect((await malee.says("เงินกู้")).text).not.toMatch(/คงเหลือ\n[1-9]/);
  }, 60_000);

  /** The daily job, run a second time as if the first had not ended. */
  const remind = async () => {
    const context = { now: village.sajja.clock.now(), notify: enqueueNotices, log: createLog("silent") };
    await remindOfLoans(context);
    await remindOfLoans(context);
    await village.settle();
  };
  const balanceOf = async () => {
    const contract = await LoanContractModel.findOne({ groupId: village.group.id }).lean();
    return contract ? village.owed({ ...contract, id: contract._id }) : null;
  };
});
