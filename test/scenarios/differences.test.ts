import { describe, expect, it } from "@jest/globals";
import { checkBooks } from "../../src/app/ledger/check-books";
import { account } from "../../src/domain/ledger/accounts";
import { credit, debit, type EntryKind, type Posting } from "../../src/domain/ledger/journal-entry";
import { satang } from "../../src/domain/money";
import { post } from "../../src/storage/journal";
import { lockHead } from "../../src/storage/ledger-heads";
import { inTransaction } from "../../src/storage/tx";
import { refusalOf } from "../support/refusals";
import { useVillage } from "../support/village";
import type { Villager } from "../support/villager";

describe("a difference that a count found", () => {
  const village = useVillage({ today: "2026-03-05" });

  it("is settled by two officers alone, with a reason and a resolution; who kept that box is not the second", async () => {
    const { treasurer, secretary, chair, malee } = await shortOf("80");
    expect((await malee.says("ผลต่าง")).text).toMatch(refusalOf("role.missing"));
    expect((await secretary.says("ผลต่าง")).text).toMatch(/ผลต่างนับเงินสดรอตรวจสอบ.*ขาด 20 บาท/s);
    expect((await secretary.says(line("20 เป็นรายได้"))).text).toMatch(refusalOf("difference.other-way"));
    expect((await secretary.says(line("21 เป็นค่าใช้จ่าย"))).text).toMatch(refusalOf("difference.too-much"));
    expect((await secretary.says("ผลต่าง เงินสด 20 เป็นค่าใช้จ่าย")).text).toContain("พิมพ์พร้อมเหตุผลและเลขมติ");
    await secretary.says(line("20 เป็นค่าใช้จ่าย"));
    await secretary.taps("ยืนยันขอสะสาง");
    await village.settle();
    expect(treasurer.received().text).not.toContain("ช่วยตรวจ: สะสางผลต่าง");
    expect((await treasurer.says("รอเราตัดสิน")).text).not.toContain("สะสางผลต่าง");
    const approve = chair.dataOf(/^ยืนยันสะสาง/);
    for (const other of [treasurer, secretary])
      expect((await other.sendsPostback(approve)).text).toMatch(refusalOf("card.foreign"));
    expect(await village.entries("difference.settled")).toEqual([]);
  });

  it("is an expense, once, when the second confirms, and stands open again when two officers take that back", async () => {
    const { treasurer, secretary, chair } = await shortOf("80");
    await secretary.says(line("20 เป็นค่าใช้จ่าย"));
    const ask = secretary.dataOf(/^ยืนยันขอสะสาง/);
    expect((await secretary.taps("ยืนยันขอสะสาง")).text).toMatch(/รอ.*ประธาน/s);
    await village.settle();
    const approve = chair.dataOf(/^ยืนยันสะสาง/);
    expect((await chair.says("รอเราตัดสิน")).text).toContain("สะสางผลต่าง 20 บาท");
    await chair.act(() => Promise.all([chair.phone.taps(approve), chair.phone.taps(approve)]));
    expect(await village.entries("difference.settled")).toMatchObject([
      {
        record: { resolution: "3/2569", way: "expense" },
        reason: "ทอนเงินผิด",
        secondedBy: { memberId: chair.member.id },
      },
    ]);
    expect(await village.balance(account.cashDifference)).toBe(0);
    expect(await village.balance(account.otherExpenses)).toBe(20_00);
    expect((await secretary.says("ผลต่าง")).text).toContain("ไม่มีผลต่างที่ยังไม่พบสาเหตุ");
    expect((await secretary.sendsPostback(ask)).text).toMatch(/ลงบัญชีแล้ว.*ยืนยันโดย ประธาน/s);

    const receipt =
      /2569\/\d{6}/.exec(secretary.received().text.split("สะสางผลต่าง").at(-1) ?? "")?.[0] ?? "2569/000002";
    await treasurer.says(`แก้รายการ ${receipt}`);
    await treasurer.says("มติผิด");
    await treasurer.taps("ยืนยันขอแก้รายการ");
    await village.settle();
    await chair.taps("ยืนยันแก้รายการ");
    expect(await village.balance(account.cashDifference)).toBe(-20_00);
    expect((await secretary.says("ผลต่าง")).text).toContain("ขาด 20 บาท");
  });

  it("is made good in cash while the desk takes some", async () => {
    const { treasurer, secretary, chair, malee } = await shortOf("80");
    await settles(secretary, chair, `15 ชดใช้โดย ${treasurer.member.memberNo}`);
    expect(await village.balance(account.cash)).toBe(95_00);
    expect(await village.balance(account.cashDifference)).toBe(-5_00);
    const no = treasurer.member.memberNo;
    expect(treasurer.received().text).toMatch(
      new RegExp(`รับเงินชดใช้จาก ${no} .*15 บาท.*2569/000002.*รหัสตรวจ.*[0-9A-Z]{8}`, "s"),
    );
    expect((await treasurer.says("ใบเสร็จ")).text).toMatch(/ชดใช้ผลต่าง 15 บาท.*2569\/000002/s);

    // What was settled and what is missing yet is no affair of two officers: the report and every member are told.
    await treasurer.says("ปิดวันทำการ");
    const report = await treasurer.taps(/^ยืนยันปิด/);
    await village.settle();
    const settled = /สะสางผลต่าง เงินสด 15 บาท: ชดใช้เป็นเงินสด \(2569\/000002\)/;
    expect(report.text).toMatch(settled);
    expect(malee.received().text).toMatch(settled);
    expect(malee.received().text).toContain("เงินสดขาดจากบัญชี 5 บาท ยังไม่พบสาเหตุ");
  });

  it("of the opening is settled like the others, on the day itself also between two working days", async () => {
    const secretary = await village.officer("secretary");
    const chair = await village.officer("chair");
    const auditor = await village.officer("chair", { committee: "audit" });
    const groupId = village.group.id;
    await books("opening.group", [
      debit({ groupId, code: account.openingDifference }, satang(20_00)),
      credit({ groupId, code: account.otherIncome }, satang(20_00)),
    ]);
    await village.moveTo("2026-03-20", "10:00");
    expect((await auditor.says("ผลต่าง")).text).toMatch(/ผลต่างยกมารอตรวจสอบ.*ขาด 20 บาท.*ผลต่าง ยกมา 20 บาท เป็นค่าใช้จ่าย/s);
    await secretary.says("ผลต่าง ยกมา 20 เป็นค่าใช้จ่าย เพราะ สมุดเก่าหาย มติ 3/2569");
    await secretary.taps("ยืนยันขอสะสาง");
    await village.settle();
    await chair.taps("ยืนยันสะสาง");
    await village.settle();
    expect(auditor.received().text).toMatch(/สะสางผลต่าง.*20 บาท.*ลงเป็นค่าใช้จ่าย/s);
    expect(await village.balance(account.openingDifference)).toBe(0);
    expect(await village.entries("difference.settled")).toMatchObject([{ effectiveOn: "2026-03-20" }]);
  });

  it("at the bank vanishes by nobody who confirmed transfers; one confirmed against its warning stands in the day's report", async () => {
    const treasurer = await village.treasurerOnWorkingDay();
    const [secretary, chair] = [await village.officer("secretary"), await village.officer("chair")];
    const groupId = village.group.id;
    for (const memberNo of ["012", "013"]) {
      const member = await village.member({ memberNo });
      await member.says("แจ้งโอน สัจจะ 200");
      await member.taps("ไม่มีสลิป");
      await member.taps(/^ยืนยันแจ้งโอน/);
      expect(treasurer.received().text.includes("เคยแจ้งแล้ว")).toBe(memberNo === "013");
      await treasurer.taps(/^ยืนยันรับโอน/);
    }
    await books("count.difference", [
      debit({ groupId, code: account.bankDifference }, satang(200_00)),
      credit({ groupId, code: account.bank }, satang(200_00)),
    ]);
    await secretary.says("ผลต่าง ธนาคาร 200 เป็นค่าใช้จ่าย เพราะ สลิปปลอม มติ 3/2569");
    await secretary.taps("ยืนยันขอสะสาง");
    expect((await treasurer.says("รอเราตัดสิน")).text).not.toContain("สะสางผลต่าง");
    expect((await chair.says("รอเราตัดสิน")).text).toContain("สะสางผลต่าง 200 บาท");
    await treasurer.says("ปิดวันทำการ");
    const report = (await treasurer.taps(/^ยืนยันปิด/)).text;
    expect(report).toMatch(/ทำคนเดียว .*รับโอนทั้งที่การ์ดเตือนว่าเคยแจ้งแล้ว 2569\/000002 \(เหรัญญิก/);
    expect(report).not.toContain("เคยแจ้งแล้ว 2569/000001");
  });

  it("goes to its owner where there is too much, who hears of it, and the rest to the group's income", async () => {
    const { secretary, chair, malee } = await shortOf("130");
    expect(await village.balance(account.cashDifference)).toBe(30_00);
    await settles(secretary, chair, "25 เป็นของ 012");
    expect(await village.balance(account.specialSavings, malee.member)).toBe(125_00);
    const receipt = /ลงเงินเกินให้ 012 ชื่อ012 แล้ว.*25 บาท.*100 → 125 บาท.*รหัสตรวจ.*ถ้าเคยแจ้งโอนยอดนี้/s;
    expect(malee.received().text).toMatch(receipt);
    expect(malee.received().text).not.toContain("แก้รายการ");
    await settles(secretary, chair, "5 บาท เป็นรายได้");
    expect(await village.balance(account.otherIncome)).toBe(5_00);
    expect((await checkBooks()).problems.filter(({ group }) => group === village.group.id)).toEqual([]);
  });

  const line = (how: string): string => `ผลต่าง เงินสด ${how} เพราะ ทอนเงินผิด มติ 3/2569`;

  const books = (kind: EntryKind, postings: Posting[]) =>
    inTransaction(async (tx) => {
      const head = await lockHead(tx, village.group.id);
      await post(tx, head, {
        ...{ idempotencyKey: `${kind}:${village.group.id}`, kind, effectiveOn: head.day.on, source: "setup", postings },
        ...{ postedAt: head.day.openedAt, withReceipt: false },
        actor: { personId: null, memberId: null, position: "setup" },
      });
    });

  async function shortOf(counted: string) {
    const treasurer = await village.treasurerOnWorkingDay();
    const secretary = await village.officer("secretary");
    const chair = await village.officer("chair");
    const malee = await village.member({ memberNo: "012" });
    await treasurer.says("รับ 012 พิเศษ 100");
    await treasurer.taps(/^ยืนยันรับ/);
    await counts(treasurer, secretary, counted);
    return { treasurer, secretary, chair, malee };
  }

  async function counts(first: Villager, second: Villager, sum: string) {
    await first.says("ปิดวันทำการ");
    await first.taps("นับเงินก่อนปิด");
    if (first.labels().includes("พิมพ์ยอดที่นับ")) await first.taps("พิมพ์ยอดที่นับ");
    else await first.taps(`ชื่อ${second.member.memberNo}`);
    await first.says(sum);
    await second.taps("พิมพ์ยอดที่นับ");
    await second.says(sum);
    await village.settle();
    await first.taps("ยอมรับส่วนต่าง");
    await second.taps("ยอมรับส่วนต่าง");
  }

  async function settles(asker: Villager, second: Villager, how: string) {
    await asker.says(line(how));
    await asker.taps("ยืนยันขอสะสาง");
    await village.settle();
    await second.taps("ยืนยันสะสาง");
    await village.settle();
  }
});
