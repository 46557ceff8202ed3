import { describe, expect, it } from "@jest/globals";
import { account } from "../../src/domain/ledger/accounts";
import { baht } from "../../src/domain/money";
import { keepsCash } from "../support/keeping";
import { refusalOf } from "../support/refusals";
import { useVillage } from "../support/village";
import type { Villager } from "../support/villager";

describe("money of a day on paper that is entered afterwards", () => {
  const village = useVillage({ today: "2026-03-06" });

  it("begins with the sum that two people sealed without seeing each other's, before any line", async () => {
    const { treasurer, secretary, malee } = await table();
    expect((await malee.says("ลงจากกระดาษ 5 มี.ค.")).text).toMatch(refusalOf("role.missing"));
    expect((await treasurer.says("ลงจากกระดาษ 7 มี.ค.")).text).toMatch(refusalOf("sheet.day"));
    await begins(treasurer, secretary);
    expect((await treasurer.says("รับ 012 สัจจะ 100")).text).toMatch(refusalOf("sheet.not-sealed"));
    expect((await treasurer.taps("พิมพ์ยอดที่นับ")).text).toContain("รวมเงินยกมา");
    await treasurer.says("400");
    await treasurer.taps("พิมพ์ยอดใหม่");
    expect((await treasurer.says("500")).text).toMatch(/คุณนับได้.*500 บาท.*รอ เลขานุการ/s);
    expect(secretary.received().text).not.toMatch(/[45]00 บาท/);
    const older = secretary.dataOf(/^พิมพ์ยอดที่นับ/);
    await secretary.sendsPostback(older);
    expect((await secretary.says("500")).text).toMatch(/ยังขาดจากยอดที่นับ.*500 บาท/s);

    await secretary.sendsPostback(older);
    await secretary.says("900");
    await village.settle();
    expect(treasurer.received().text).not.toContain("900 บาท");
    expect((await treasurer.says("ลงจากกระดาษ")).text).toContain("ยังขาด 500 บาท จากยอดที่นับ");
  });

  it("shows what is missing or over after every line, each once, and closes only when it ties", async () => {
    const { treasurer, secretary, malee } = await table();
    await begins(treasurer, secretary);
    await seals(treasurer, secretary, "500");
    expect((await takes(treasurer, "รับ 012 สัจจะ 200")).text).toContain("ยังขาด 300 บาท จากยอดที่นับ");
    await treasurer.says("รับ 013 สัจจะ 100\nรับ 014 พิเศษ 230");
    const confirm = treasurer.dataOf(/^ยืนยันรับ/);
    const second = await treasurer.act(() =>
      Promise.all([treasurer.phone.taps(confirm), treasurer.phone.taps(confirm)]),
    );
    expect(second.text).toContain("เกินยอดที่นับ 30 บาท");
    expect((await treasurer.says("ปิดวันทำการ")).text).toContain("เกินยอดที่นับ 30 บาท");
    expect((await treasurer.taps(/^ยืนยันปิด/)).text).toMatch(refusalOf("sheet.unbalanced"));

    await putRight(treasurer, secretary, "2569/000003");
    expect((await takes(treasurer, "รับ 014 พิเศษ 200")).text).toContain("ครบตามยอดที่นับแล้ว");
    await treasurer.says("ปิดวันทำการ");
    await treasurer.taps("นับเงินก่อนปิด");
    await keepsCash(treasurer, secretary);
    const report = await treasurer.taps(/^ยืนยันปิด/);
    expect(report.text).toMatch(/ลงจากกระดาษของวัน พฤ\. 5 มี\.ค\. 2569.*500 บาท/s);
    await village.settle();
    const told = malee.received().text;
    expect(told).toMatch(/รับเมื่อ.*พฤ\. 5 มี\.ค\. 2569 · ลงจากกระดาษเมื่อ ศ\. 6 มี\.ค\. 2569/s);
    expect(told).toMatch(/นับโดย .* เมื่อ พฤ\. 5 มี\.ค\. 2569/);
    const entries = await village.entries("savings.deposit");
    expect(entries).toHaveLength(4);
    for (const entry of entries) expect(entry).toMatchObject({ source: "paper", effectiveOn: "2026-03-05" });
    expect((await village.entries("day.closed")).at(-1)?.record).toMatchObject({ cash: 500_00, sheetOn: "2026-03-05" });
    expect((await treasurer.says("ลงจากกระดาษ 5 มี.ค.")).text).toMatch(refusalOf("day.not-open"));
  });

  it("names a difference that both accept: each for what her card showed, and no other sum is sealed instead", async () => {
    const { treasurer, secretary } = await table();
    const chair = await village.officer("chair");
    await begins(treasurer, secretary);
    await seals(treasurer, secretary, "500");
    const accepts500 = secretary.dataOf(/^ยอมรับส่วนต่าง/);
    await takes(treasurer, "รับ 012 สัจจะ 480");
    expect((await secretary.sendsPostback(accepts500)).text).toMatch(refusalOf("card.outdated"));
    await chair.says("ปิดวันทำการ");
    await chair.taps("นับเงินก่อนปิด");
    expect((await chair.taps(`ชื่อ${secretary.member.memberNo}`)).text).toMatch(refusalOf("sheet.sealed"));

    await treasurer.says("ปิดวันทำการ");
    expect((await treasurer.taps("นับเงินก่อนปิด")).labels).not.toContain("นับใหม่");
    await treasurer.taps("ยอมรับส่วนต่าง");
    expect((await treasurer.says("ลงจากกระดาษ")).text).toContain("ยังขาด 20 บาท");
    secretary.received();
    await secretary.taps("ยอมรับส่วนต่าง");
    expect(await village.balance(account.cashDifference)).toBe(baht(20));
    await treasurer.says("ปิดวันทำการ");
    await treasurer.taps("นับเงินก่อนปิด");
    await keepsCash(treasurer, secretary);
    expect((await treasurer.taps(/^ยืนยันปิด/)).text).toMatch(/ส่วนต่างวันนี้: เงินสด 20 บาท/);
  });

  it("goes on in another process, also for a day that was left open; an earlier day comes before any cash of today", async () => {
    const { treasurer, secretary } = await table();
    await takes(treasurer, "รับ 012 สัจจะ 100");
    expect((await treasurer.says("ลงจากกระดาษ 5 มี.ค.")).text).toMatch(refusalOf("sheet.day"));
    await village.moveTo("2026-03-07", "09:30");
    expect((await treasurer.says("รับ 013 สัจจะ 100")).text).toMatch(refusalOf("day.left-open"));
    await treasurer.says("ลงจากกระดาษ 6 มี.ค.");
    await treasurer.taps(`ชื่อ${secretary.member.memberNo}`);
    await village.startAnother();
    await seals(treasurer, secretary, "300");
    expect(treasurer.received().text).toMatch(/ยังขาดจากยอดที่นับ.*200 บาท/s);
    expect((await takes(treasurer, "รับ 013 สัจจะ 200")).text).toContain("ครบตามยอดที่นับแล้ว");
    expect((await village.entries("savings.deposit")).at(-1)).toMatchObject({
      effectiveOn: "2026-03-06",
      source: "paper",
    });

    // Closed before anybody read the passbook, what two sealed is told all the same.
    await treasurer.says("ดอกเบี้ยธนาคาร 40");
    await treasurer.taps(/^ยืนยันรับ/);
    await treasurer.says("ปิดวันทำการ");
    expect((await treasurer.taps(/^ยืนยันปิด/)).text).toMatch(
      /สองคนนับเงินแล้ว.*ลงจากกระดาษของวัน ศ\. 6 มี\.ค\. 2569.*300 บาท.*ไม่มีใครดูสมุดธนาคาร, ไม่ได้ระบุคนเก็บเงินสด/s,
    );
  });

  async function table() {
    const treasurer = await village.treasurerOnWorkingDay();
    const secretary = await village.officer("secretary");
    const malee = await village.member({ memberNo: "012" });
    await village.member({ memberNo: "013", linked: false });
    await village.member({ memberNo: "014", linked: false });
    return { treasurer, secretary, malee };
  }

  async function begins(first: Villager, second: Villager) {
    expect((await first.says("ลงจากกระดาษ 5 มี.ค.")).text).toMatch(/กระดาษของวัน พฤ\. 5 มี\.ค\. 2569/);
    await first.taps(`ชื่อ${second.member.memberNo}`);
  }

  async function seals(first: Villager, second: Villager, sum: string) {
    for (const counter of [first, second]) {
      await counter.taps("พิมพ์ยอดที่นับ");
      await counter.says(sum);
      await village.settle();
    }
  }

  async function takes(treasurer: Villager, line: string) {
    await treasurer.says(line);
    return treasurer.taps(/^ยืนยันรับ/);
  }

  async function putRight(treasurer: Villager, secretary: Villager, receipt: string) {
    await treasurer.says(`แก้รายการ ${receipt}`);
    await treasurer.says("ลงผิด");
    await treasurer.taps("ยืนยันขอแก้รายการ");
    await village.settle();
    await secretary.taps("ยืนยันแก้รายการ");
  }
});
