import { describe, expect, it } from "@jest/globals";
import { pdfText, readSheet } from "../documents/read-back";
import { codeFor } from "../support/link-codes";
import { useVillage } from "../support/village";
import type { Villager } from "../support/villager";
import { pageOf } from "../web/api/support";

describe("what a day's report tells", () => {
  const village = useVillage({ today: "2026-03-05" });

  it("tells the auditor at once of a receipt that is put right after closing, and the next report lists it", async () => {
    const { treasurer, secretary, auditor } = await officers();
    await takes(treasurer, "รับ 012 สัจจะ 100");
    await takes(treasurer, "รับ 012 พิเศษ 50");
    await closes(treasurer);
    await putRight(treasurer, secretary, "2569/000001");

    expect(auditor.received().text).toMatch(/แก้รายการหลังปิดวันทำการ.*100 บาท.*2569\/000001.*5 มี\.ค\. 2569.*ลงผิดคน/s);
    expect((await secretary.says("รายงาน")).text).toMatch(
      /150 บาท.*แก้ใบเสร็จของวันที่ปิดแล้ว 1 ใบ.*2569\/000001.*ลด 100 บาท/s,
    );

    await village.moveTo("2026-04-05", "09:30");
    await opens(treasurer);
    await takes(treasurer, "รับ 012 สัจจะ 200");
    const report = await closes(treasurer);
    expect(report.text).toMatch(
      /200 บาท.*แก้ใบเสร็จของวันที่ปิดแล้ว 1 ใบ ยอดข้างบนไม่ได้หัก.*2569\/000001 วันที่ พฤ\. 5 มี\.ค\. 2569 ลด 100 บาท/s,
    );
    expect((await treasurer.taps("ดูรายการแก้และผูกไลน์")).text).toMatch(/แก้ใบเสร็จของวันก่อน.*2569\/000001/);
  });

  it("takes a receipt of the same day off its totals and its members, and tells the auditor nothing apart", async () => {
    const { treasurer, secretary, auditor } = await officers();
    await village.member({ memberNo: "013", name: "สมใจ ใจดี" });
    await takes(treasurer, "รับ 012 สัจจะ 100");
    await takes(treasurer, "รับ 013 สัจจะ 30");
    await putRight(treasurer, secretary, "2569/000001");
    expect(auditor.received().text).toBe("");

    const report = await closes(treasurer);
    expect(report.text).toMatch(/30 บาท.*2 ใบ จาก 1 คน.*แก้ 1 รายการ/s);
    expect(report.text).not.toContain("ของวันที่ปิดแล้ว");
    expect((await treasurer.taps("ดูรายการแก้และผูกไลน์")).text).toMatch(/แก้ในวันนั้น.*2569\/000001/);
  });

  it("counts a receipt of an earlier day that is put right on the next one as a correction, not against the day's money", async () => {
    const { treasurer, secretary, auditor } = await officers();
    await takes(treasurer, "รับ 012 สัจจะ 100");
    await closes(treasurer);
    await village.moveTo("2026-04-05", "09:30");
    await opens(treasurer);
    await takes(treasurer, "รับ 012 สัจจะ 200");
    await putRight(treasurer, secretary, "2569/000001");

    expect(auditor.received().text).toContain("แก้รายการหลังปิดวันทำการ");
    expect((await treasurer.says("ปิดวันทำการ")).text).toContain("200 บาท");
    expect((await treasurer.taps(/^ยืนยันปิด/)).text).toMatch(/200 บาท.*ลด 100 บาท/s);
  });

  it("adds up from the cash of the morning to what is there, whatever came and went", async () => {
    const { treasurer, secretary } = await officers();
    await takes(treasurer, "รับ 012 พิเศษ 100");
    await closes(treasurer);
    await village.moveTo("2026-04-05", "09:30");
    await opens(treasurer);
    await takes(treasurer, "รับ 012 พิเศษ 200");
    await takes(treasurer, "รับเงินไม่ทราบเจ้าของ 70 เงินสด");
    await takes(treasurer, "ดอกเบี้ยธนาคาร 123.45");
    await treasurer.says("จ่ายค่าวัสดุ 30 ให้ ร้านป้าแดง");
    await treasurer.taps("ยืนยันขอจ่ายเงิน");
    await village.settle();
    await secretary.taps(/^ยืนยันจ่าย/);
    const report = await closes(treasurer);
    expect(report.text).toMatch(
      /รับอื่น: รอเจ้าของ 70, ผลตอบแทนเงินฝาก 123\.45.*เงินออก.*30.*เงินสด: ยกมา 100 \+ รับ 270 − จ่าย 30 = 340 บาท/s,
    );
    expect((await treasurer.says("เงินของกลุ่ม")).text).toContain("เงินสด 340");
  });

  it("lists what was posted between two working days, with its numbers, sums and officers, so that no number is missing", async () => {
    const { treasurer, secretary, auditor } = await officers();
    await takes(treasurer, "รับ 012 สัจจะ 100");
    await closes(treasurer);
    await village.moveTo("2026-03-20", "10:00");
    await takes(treasurer, "ดอกเบี้ยธนาคาร 300");
    await takes(treasurer, "ดอกเบี้ยธนาคาร 45.50");
    await putRight(treasurer, secretary, "2569/000003");
    await village.moveTo("2026-04-05", "09:30");
    await opens(treasurer);
    await takes(treasurer, "รับ 012 สัจจะ 200");

    const report = await closes(treasurer);
    expect(report.text).toMatch(/ระหว่างวันทำการ: 2 ใบ 300 บาท · 2569\/000002 – 2569\/000003/);
    expect(report.text).toContain("เลขที่ รวมใบสำคัญจ่าย 2569/000004");
    const list = (await treasurer.taps("ดูรายการแก้และผูกไลน์")).text;
    expect(list).toMatch(/ระหว่างวันทำการ.*แก้แล้ว 1 ใบ · เงินในธนาคาร \+300/);
    expect(list).toMatch(/2569\/000002 20 มี\.ค\. 69 ผลตอบแทนจากธนาคาร 300 บาท \(เหรัญญิก/);
    expect(list).toMatch(/2569\/000003 .*แก้แล้ว/);

    const paperOf = async (at: string) => {
      const address = `/api/papers/${treasurer.member.groupId}/day-report/${at}`;
      const sheet = await pageOf(village, auditor).get(`${address}/xlsx`).responseType("blob");
      const pdf = await pageOf(village, auditor).get(`${address}/pdf`).responseType("blob");
      return { rows: await readSheet(sheet.body as Buffer), pdf: await pdfText(pdf.body as Buffer) };
    };
    const [march, april] = [await paperOf("2026-03-05"), await paperOf("2026-04-05")];
    const numbersIn = ({ rows }: typeof march) =>
      rows.flatMap(([cell]) => (/^2569\/\d{6}$/.test(String(cell)) ? [String(cell)] : []));
    expect(numbersIn(march)).toEqual(["2569/000001"]);
    expect(numbersIn(april)).toEqual(["2569/000002", "2569/000003", "2569/000004"]);
    for (const number of numbersIn(april)) expect(april.pdf.replaceAll(/\s/g, "")).toContain(number);
    const banks = april.rows.filter(([name]) => name === "เงินในบัญชีของกลุ่ม").map((row) => row.slice(1));
    // What the day did, then what led to it from the end of the last.
    expect(banks.map((row) => row.filter((cell) => typeof cell === "number"))).toEqual([
      [300, 0, 0, 300],
      [0, 345.5, 45.5, 300],
    ]);
    // Opened again, the date has two reports, and each is to be had.
    await opens(treasurer);
    await takes(treasurer, "รับ 012 สัจจะ 30");
    await closes(treasurer);
    expect((await auditor.says("รายงาน")).text).toMatch(/30 บาท.*เปิด 2 ครั้ง/s);
    expect((await auditor.taps("ครั้งที่ 1")).text).toMatch(/200 บาท.*2569\/000004/s);
    expect(numbersIn(await paperOf("2026-04-05.1"))).toEqual(numbersIn(april));
    expect(numbersIn(await paperOf("2026-04-05"))).toEqual(["2569/000005"]);
    expect(april.pdf.replaceAll(/\s/g, "")).toMatch(/ปิดวันโดย.*เหรัญญิก.*ปิดโดยไม่ได้นับเงินสด/s);
  });

  it("lists a link that was made between two working days", async () => {
    const { treasurer, secretary } = await officers();
    await closes(treasurer);
    await village.member({ memberNo: "013", name: "สมใจ ใจดี", linked: false });
    const code = await codeFor(secretary, "013");
    const phone = await village.stranger();
    await phone.says("ยินยอม");
    await phone.says(code);
    await village.moveTo("2026-04-05", "09:30");
    await opens(treasurer);

    expect((await closes(treasurer)).text).toMatch(/ผูกหรือเลิกผูกไลน์: สมาชิกเลขที่ .*013/);
    await village.moveTo("2026-05-05", "09:30");
    await opens(treasurer);
    expect((await closes(treasurer)).text).not.toContain("ผูกหรือเลิกผูกไลน์");
  });

  it("shows the totals so far while the day is open, and says before the first that none was held", async () => {
    const treasurer = await village.officer("treasurer");
    await village.member({ memberNo: "012" });
    expect((await treasurer.says("รายงาน")).text).toContain("ยังไม่ได้เปิดวันทำการ");
    await opens(treasurer);
    await takes(treasurer, "รับ 012 สัจจะ 100");
    await closes(treasurer);
    await village.moveTo("2026-04-05", "09:30");
    await opens(treasurer);
    await takes(treasurer, "รับ 012 สัจจะ 30");

    expect((await treasurer.says("รายงาน")).text).toMatch(/5 เม\.ย\. 2569.*30 บาท.*วันทำการยังไม่ปิด/s);
    expect((await treasurer.says("สรุปยอดวันนี้")).text).toMatch(/5 เม\.ย\. 2569.*30 บาท.*วันทำการยังไม่ปิด/s);
  });

  async function officers() {
    const treasurer = await village.treasurerOnWorkingDay();
    const secretary = await village.officer("secretary");
    const auditor = await village.officer("chair", { committee: "audit" });
    await village.member({ memberNo: "012", name: "มาลี มั่นคง" });
    return { treasurer, secretary, auditor };
  }

  async function opens(officer: Villager) {
    await officer.says("เปิดวันทำการ");
    return officer.taps(/^ยืนยันเปิด/);
  }

  async function closes(officer: Villager) {
    await officer.says("ปิดวันทำการ");
    const report = await officer.taps(/^ยืนยันปิด/);
    await village.settle();
    return report;
  }

  async function takes(treasurer: Villager, line: string) {
    await treasurer.says(line);
    await treasurer.taps(/^ยืนยันรับ/);
  }

  async function putRight(treasurer: Villager, secretary: Villager, receipt: string) {
    await treasurer.says(`แก้รายการ ${receipt}`);
    await treasurer.says("ลงผิดคน");
    await treasurer.taps("ยืนยันขอแก้รายการ");
    await village.settle();
    await secretary.taps("ยืนยันแก้รายการ");
    await village.settle();
  }
});
