import { describe, expect, it } from "@jest/globals";
import { closingCode } from "../../src/domain/ledger/closing-code";
import { keepsCash } from "../support/keeping";
import { refusalOf } from "../support/refusals";
import { useVillage } from "../support/village";
import { lastOf, type Villager } from "../support/villager";

describe("counting the money before a working day closes", () => {
  const village = useVillage({ today: "2026-03-05" });

  it("asks two people who see neither each other's sum nor the books, names the keeper, and tells committee and auditor the closing code", async () => {
    const { treasurer, secretary, auditor } = await tableWith(100);
    expect((await secretary.says("สมุดเงินสด")).text).toContain("100");
    await treasurer.says("ปิดวันทำการ");
    const uncounted = treasurer.dataOf(/^ยืนยันปิด/);
    const asked = await begins(treasurer, secretary);
    expect(asked.text).not.toContain("100 บาท");
    expect(lastOf(secretary.received())).not.toContain("100 บาท");
    for (const paper of ["งบทดลอง", "สมุดเงินสด", "สมุดเงินสด มี.ค. 69", "สมุดรายวัน", "รายงาน"])
      expect((await secretary.says(paper)).text).toMatch(refusalOf("count.blind"));
    // Sums that are refused from some baht on would tell what is in the box.
    for (const payment of ["จ่ายค่าวัสดุ 900 ให้ ร้านป้าแดง", "ฝากธนาคาร 100"])
      expect((await treasurer.says(payment)).text).toMatch(refusalOf("count.blind"));

    const waits = await treasurer.says("100 บาท");
    expect(waits.text).toMatch(/คุณนับได้.*100 บาท.*รอ เลขานุการ/s);
    expect((await secretary.says("รอเราตัดสิน")).text).toContain("นับเงินก่อนปิดวันทำการ");
    expect((await treasurer.says("รอเราตัดสิน")).text).not.toContain("นับเงินก่อนปิดวันทำการ");
    await secretary.taps("นับเงิน");
    await secretary.taps("พิมพ์ยอดที่นับ");
    expect((await secretary.says("๑๐๐")).text).toMatch(/นับตรงกันแล้ว.*รอ เหรัญญิก/s);
    // A closing card of before the count does not close the day over it.
    expect((await treasurer.sendsPostback(uncounted)).text).toMatch(refusalOf("card.outdated"));
    const ready = await keepsCash(treasurer, secretary);
    expect(ready.text).toMatch(/นับเงินสดได้ 100 บาท โดย .*เก็บโดย เหรัญญิก/s);
    const report = await treasurer.taps(/^ยืนยันปิด/);
    await village.settle();

    const [closed] = await village.entries("day.closed");
    const code = closingCode({ hash: closed?.hash ?? "" });
    for (const reader of [report.text, auditor.received().text, secretary.received().text])
      expect(reader).toMatch(new RegExp(`สองคนนับเงินแล้ว.*${code}.*เงินสด.*100 บาท`, "s"));
    expect(report.text).not.toContain("โดยไม่ได้นับเงินสด");
    expect(report.text).toMatch(/ดูงบก่อนนับ: เลขานุการ [^,]* เวลา 09\.\d\d/);
    expect((await treasurer.says("งบทดลอง")).text).toContain("100");
    const record = { cash: 100_00, bank: null, bankSkipped: "unused", lookedBefore: secretary.member.id };
    expect(closed?.record).toMatchObject(record);
    expect(closed?.secondedBy?.memberId).toBe(secretary.member.id);
  });

  it("counts again as often as the sums differ, without a word of the other's, and takes nothing for an older round", async () => {
    const { treasurer, secretary } = await tableWith(100);
    await begins(treasurer, secretary);
    const first = secretary.dataOf(/^พิมพ์ยอดที่นับ/);
    await treasurer.says("100");
    await secretary.taps("พิมพ์ยอดที่นับ");
    const unequal = await secretary.says("90");
    expect(unequal.text).toMatch(/ไม่ตรงกัน นับใหม่ทั้งสองคน/);
    expect(unequal.text).not.toMatch(/100 บาท|10 บาท/);
    expect(treasurer.received().text).not.toMatch(/90 บาท/);

    await secretary.sendsPostback(first);
    expect((await secretary.says("100")).text).toMatch(/ถึงรอบของ เงินสด.*100 บาท ที่พิมพ์มา/s);
    expect((await secretary.taps("ใช่ 100 บาท")).text).toContain("รอ เหรัญญิก");
    expect((await treasurer.says("100")).text).toMatch(/ถึงรอบของ เงินสด/);
    expect((await treasurer.taps("ใช่ 100 บาท")).text).toContain("นับตรงกันแล้ว");
  });

  it("posts a difference only when both accept it, to an account that reports show until it is solved", async () => {
    const { treasurer, secretary } = await tableWith(100);
    await begins(treasurer, secretary);
    await bothSay(treasurer, secretary, "80");
    expect(secretary.received().text).toMatch(/เงินสดขาดจากบัญชี.*20 บาท.*นับได้ทั้งสองคน.*80 บาท.*ในบัญชี.*100 บาท/s);
    const accept = secretary.dataOf(/^ยอมรับส่วนต่าง/);
    await secretary.taps("ยอมรับส่วนต่าง");
    expect(await village.entries("count.difference")).toEqual([]);
    await secretary.sendsPostback(accept);
    expect(await village.entries("count.difference")).toEqual([]);

    expect((await treasurer.taps("ยอมรับส่วนต่าง")).text).toMatch(/นับครบแล้ว.*ส่วนต่างวันนี้: เงินสด −20 บาท/s);
    expect(await village.balance("1100")).toBe(80_00);
    expect(await village.balance("3960")).toBe(-20_00);
    await keepsCash(treasurer, secretary);
    const report = await treasurer.taps(/^ยืนยันปิด/);
    expect(report.text).toMatch(/ส่วนต่างวันนี้: เงินสด −20 บาท.*ผลต่างนับเงินสดรอตรวจสอบ −20 บาท/s);
  });

  it("is void when money comes in between, and the card that told of it closes nothing", async () => {
    const { treasurer, secretary } = await tableWith(100);
    await begins(treasurer, secretary);
    await bothSay(treasurer, secretary, "100");
    await keepsCash(treasurer, secretary);
    await takes(treasurer, "รับ 012 พิเศษ 50");

    expect((await treasurer.taps(/^ยืนยันปิด/)).text).toMatch(refusalOf("card.outdated"));
    expect(await village.entries("day.closed")).toEqual([]);
    expect((await treasurer.says("ปิดวันทำการ")).text).toContain("ยังไม่ได้นับเงินสด");
    expect((await treasurer.taps("นับเงินก่อนปิด")).text).toMatch(/มีเงินเข้าหรือออกหลังจากเริ่มนับ.*นับใหม่/s);
  });

  it("is forgotten by no closing: what two found short is told where the day closes without it, and after a second count", async () => {
    const { treasurer, secretary, auditor } = await tableWith(100);
    const malee = await village.member({ memberNo: "020" });
    await begins(treasurer, secretary);
    await treasurer.says("80");
    // Her turn came as a message: she types the sum without pressing its button.
    expect((await secretary.says("80")).text).toMatch(/เงินสดขาดจากบัญชี.*20 บาท/s);
    await takes(treasurer, "รับ 012 พิเศษ 50");
    // Nobody sees a sum before both have said theirs again.
    const blind = await treasurer.says("ปิดวันทำการ");
    expect(blind.text).toContain("เคยนับได้ไม่ตรงกับบัญชี");
    expect(blind.text).not.toMatch(/(?<!\d)[82]0 บาท/);
    const report = await treasurer.taps(/^ยืนยันปิด/);
    await village.settle();
    for (const { text } of [report, auditor.received()])
      expect(text).toMatch(/ปิดโดยไม่รับยอดที่นับ.*เงินสด 80 บาท \(ขาด 20 บาท\).*ปิดวันโดยไม่รับยอดที่สองคนนับ/s);
    expect(malee.received().text).toMatch(/โดยไม่รับยอดที่สองคนนับ.*เงินสด 80 บาท/s);
    expect(await village.entries("day.closed")).toMatchObject([{ record: { setAside: "cash 8000 (-2000)" } }]);
  });

  it("tells of a first count also where both counted again what the books say", async () => {
    const { treasurer, secretary } = await tableWith(100);
    await begins(treasurer, secretary);
    await bothSay(treasurer, secretary, "80");
    await treasurer.taps("นับใหม่");
    await treasurer.says("100");
    await secretary.says("100");
    expect((await treasurer.says("ปิดวันทำการ")).text).toContain("ยังไม่ได้ระบุคนเก็บเงินสด");
    const report = await treasurer.taps(/^ยืนยันปิด/);
    expect(report.text).toMatch(/สองคนนับเงินแล้ว.*เก็บโดย.*ไม่ได้ระบุ.*เคยนับได้: เงินสด 80 บาท \(ขาด 20 บาท\)/s);
  });

  it("lets a posting or the closing win that come at the same moment, never both", async () => {
    const { treasurer, secretary } = await tableWith(100);
    const chair = await village.officer("chair");
    await begins(chair, secretary);
    await bothSay(chair, secretary, "100");
    await chair.taps("เลือกคนเก็บเงินสด");
    await chair.taps(/^treasurer/);
    await treasurer.taps("รับเงินไว้ 100 บาท");
    await chair.taps("ไปปิดวันทำการ");
    await treasurer.says("รับ 012 พิเศษ 50");
    await Promise.all([treasurer.phone.tapsButton(/^ยืนยันรับ/), chair.phone.tapsButton(/^ยืนยันปิด/)]);
    await village.settle();

    const posted = (await village.entries("savings.deposit")).length - 1;
    const closed = (await village.entries("day.closed")).length;
    expect(posted + closed).toBe(1);
    expect((closed === 1 ? treasurer : chair).received().text).toMatch(refusalOf("card.outdated"));
  });

  it("warns of cash above the rules with their clause, and the report names it", async () => {
    const { treasurer, secretary } = await tableWith(6_000);
    await begins(treasurer, secretary);
    await bothSay(treasurer, secretary, "6,000");
    const warned = await treasurer.taps("เก็บไว้เอง");
    expect(warned.text).toMatch(/เกินไป.*1,000 บาท.*ระเบียบข้อ \d+.*5,000 บาท/s);
    expect((await treasurer.taps("ฝากธนาคารก่อน")).text).toContain("ฝากธนาคาร 1,000");
    await treasurer.taps("ให้คนนี้เก็บทั้งหมด");
    await secretary.taps("ยืนยันว่ารับไว้แล้ว");
    await treasurer.taps("ไปปิดวันทำการ");
    expect((await treasurer.taps(/^ยืนยันปิด/)).text).toMatch(/เงินสดที่เก็บเกินระเบียบข้อ \d+ อยู่ 1,000 บาท/);
  });

  it("reads the bank passbook by two where the group has money in a bank, or says who said that it was not there", async () => {
    const { treasurer, secretary } = await tableWith(100);
    const malee = await village.member({ memberNo: "020" });
    await treasurer.says("ฝากธนาคาร 40");
    await treasurer.taps(/^ยืนยัน/);
    await village.settle();
    await secretary.taps(/^ยืนยัน/);
    const teller = await village.member({ memberNo: "016" });
    await teller.says("แจ้งโอน พิเศษ 5");
    await teller.taps("5 บาท");
    await teller.taps("ไม่มีสลิป");
    await teller.taps(/^ยืนยันแจ้งโอน/);
    await begins(treasurer, secretary);
    await bothSay(treasurer, secretary, "60");
    expect(treasurer.received().text).toContain("อ่านสมุดธนาคาร");
    await treasurer.taps("พิมพ์ยอดในสมุด");
    await treasurer.says("45");
    await secretary.says("45");
    await village.settle();
    expect(secretary.received().text).toMatch(/สมุดธนาคารมากกว่าบัญชี.*5 บาท/s);
    expect(secretary.received().text).toMatch(/มีเรื่องแจ้งโอนยอดนี้ของ 016 รอเทียบอยู่/);
    await treasurer.taps("นับใหม่");
    await treasurer.taps("สมุดไม่อยู่");
    await village.settle();
    expect(secretary.received().text).toMatch(/เหรัญญิก.* บอกว่าสมุดธนาคารไม่อยู่/);
    await secretary.taps("พิมพ์ยอดในสมุด");
    expect((await secretary.says("47")).text).toMatch(/คุณอ่านได้.*47 บาท.*รอ เหรัญญิก/s);
    await village.settle();
    expect(treasurer.received().text).toContain("มีสมุดธนาคารและพิมพ์ยอดแล้ว");
    expect((await treasurer.taps("สมุดไม่อยู่")).text).toMatch(/อ่านสมุดแล้ว สมุดจึงอยู่/);
    await treasurer.says("48");
    await treasurer.taps("สมุดไม่อยู่");
    await keepsCash(treasurer, secretary);
    const report = await treasurer.taps(/^ยืนยันปิด/);
    expect(report.text).toMatch(/สมุดไม่อยู่ \(เหรัญญิก .* บอก\).*ทำคนเดียว 1 เรื่อง: บอกว่าสมุดธนาคารไม่อยู่ \(เหรัญญิก/s);
    expect(report.text).toMatch(/เคยนับได้: .*45 บาท \(เกิน 5 บาท\), .*47 บาท \(เกิน 7 บาท\)/);
    await village.settle();
    expect(malee.received().text).toMatch(/นับเงินสดโดย .*ไม่มีใครดูสมุดธนาคาร/);
  });

  it("takes no spouse and no stranger as the second, and says loudly where nobody counted", async () => {
    const treasurer = await village.treasurerOnWorkingDay({ memberNo: "021", spouseNo: "022" });
    await village.officer("secretary", { memberNo: "022", name: "สามี ทดลอง" });
    const chair = await village.officer("chair", { memberNo: "023", name: "ประธาน ทดลอง" });
    const auditor = await village.officer("chair", { committee: "audit" });
    await village.member({ memberNo: "024", guardianNo: "021", linked: false });
    await takes(treasurer, "รับ 024 พิเศษ 10");
    await treasurer.says("ปิดวันทำการ");
    const choice = await treasurer.taps("นับเงินก่อนปิด");
    expect(choice.text).toContain("ประธาน ทดลอง");
    expect(choice.text).not.toContain("สามี ทดลอง");
    await treasurer.taps("ชื่อ023");
    await treasurer.says("0");
    const begun = chair.dataOf(/^พิมพ์ยอดที่นับ/);
    expect((await auditor.sendsPostback(begun)).text).toMatch(refusalOf("card.foreign"));

    await treasurer.says("ปิดวันทำการ");
    const report = await treasurer.taps(/^ยืนยันปิด/);
    await village.settle();
    for (const told of [report, auditor.received()])
      expect(told.text).toMatch(
        /✕ ปิดโดยไม่ได้นับเงินสด.*ทำคนเดียว 2 เรื่อง: ปิดวันโดยไม่ได้นับเงินสด, ลงเงินของตนเอง คนในบ้าน หรือสมุดที่ช่วยดู 2569\/000001/s,
      );
    expect((await chair.sendsPostback(begun)).text).toContain("พิมพ์ยอด");
    expect((await chair.says("0")).text).toMatch(refusalOf("card.outdated"));
  });

  async function tableWith(baht: number) {
    const treasurer = await village.treasurerOnWorkingDay();
    const secretary = await village.officer("secretary");
    const auditor = await village.officer("chair", { committee: "audit" });
    await village.member({ memberNo: "012" });
    await takes(treasurer, `รับ 012 พิเศษ ${baht}`);
    return { treasurer, secretary, auditor };
  }

  async function begins(first: Villager, second: Villager) {
    await first.says("ปิดวันทำการ");
    await first.taps("นับเงินก่อนปิด");
    return first.taps(`ชื่อ${second.member.memberNo}`);
  }

  async function bothSay(first: Villager, second: Villager, sum: string) {
    await first.says(sum);
    await second.taps("พิมพ์ยอดที่นับ");
    await second.says(sum);
    await village.settle();
  }

  async function takes(treasurer: Villager, line: string) {
    await treasurer.says(line);
    await treasurer.taps(/^ยืนยันรับ/);
  }
});
