import { describe, expect, it } from "@jest/globals";
import { account } from "../../src/domain/ledger/accounts";
import { keepsCash } from "../support/keeping";
import { useVillage } from "../support/village";
import type { Villager } from "../support/villager";

describe("two boxes at the table", () => {
  const village = useVillage({ today: "2026-03-05" });

  it("are counted one by one by two who see nothing of each other's; what is off is named by its box", async () => {
    const { treasurer, secretary, auditor } = await table();
    await begins(treasurer, secretary);
    expect(treasurer.received().text).toMatch(/นับเฉพาะกล่องของ เหรัญญิก treasurer/);
    await treasurer.says("80");
    expect(secretary.received().text).not.toContain("80 บาท");
    await secretary.taps("พิมพ์ยอดที่นับ");
    expect((await secretary.says("80")).text).toMatch(/นับเฉพาะกล่องของ เจ้าหน้าที่ staff/);
    await village.settle();
    await secretary.says("50");
    const off = await says(treasurer, "50");
    expect(off.text).toMatch(/เงินสดขาดจากบัญชี.*20 บาท.*กล่องของ เหรัญญิก treasurer.* ขาด 20 บาท/s);
    expect(off.text).not.toMatch(/เจ้าหน้าที่ staff.* (ขาด|เกิน)/);

    // The box that ties is not counted again.
    expect((await treasurer.taps("นับใหม่")).text).toMatch(/นับเฉพาะกล่องของ เหรัญญิก treasurer/);
    await says(secretary, "80");
    expect((await says(treasurer, "80")).text).toMatch(/เงินสดขาดจากบัญชี.*20 บาท/s);
    await treasurer.taps("ยอมรับส่วนต่าง");
    await secretary.taps("ยอมรับส่วนต่าง");
    expect(await village.balance(account.cash)).toBe(130_00);
    const report = await closes(treasurer, secretary);
    for (const told of [report, auditor.received()])
      expect(told.text).toMatch(/แยกตามกล่อง: กล่องของ เหรัญญิก.*80 บาท \(ขาด 20 บาท\).*กล่องของ เจ้าหน้าที่.* 50 บาท/s);
  });

  it("ask for the one that differed alone, with the sum that is typed for another turn asked about first", async () => {
    const { treasurer, secretary } = await table();
    await begins(treasurer, secretary);
    await both(treasurer, secretary, "100");
    await says(treasurer, "50");
    expect((await says(secretary, "60")).text).toMatch(/ไม่ตรงกัน.*กล่องของ เจ้าหน้าที่ staff/s);
    await village.settle();

    // Her question is of the round before: the sum is not taken, nor lost.
    const asked = await treasurer.says("50");
    expect(asked.text).toMatch(/ถึงรอบของ กล่องของ เจ้าหน้าที่ staff.*50 บาท/s);
    await treasurer.taps("ใช่ 50 บาท");
    expect((await says(secretary, "50")).text).toContain("นับตรงกันแล้ว");
  });

  it("name what one has too much and the other too little also where the whole ties, and are all void when money comes in", async () => {
    const { treasurer, secretary, staff } = await table();
    await begins(treasurer, secretary);
    await both(treasurer, secretary, "100");
    await takes(staff, "รับ 012 พิเศษ 10");
    await treasurer.taps("พิมพ์ยอดที่นับ");
    expect((await treasurer.says("50")).text).toMatch(/มีเงินเข้าหรือออกหลังจากเริ่มนับ.*กล่องของ เหรัญญิก/s);
    await both(treasurer, secretary, "110");
    await both(treasurer, secretary, "50");
    expect(await village.entries("count.difference")).toEqual([]);
    expect((await closes(treasurer, secretary)).text).toMatch(
      /กล่องของ เหรัญญิก.*110 บาท \(เกิน 10 บาท\) · .* 50 บาท \(ขาด 10 บาท\)/s,
    );
  });

  async function table() {
    const treasurer = await village.treasurerOnWorkingDay();
    const secretary = await village.officer("secretary");
    const staff = await village.officer("staff");
    const auditor = await village.officer("chair", { committee: "audit" });
    await village.member({ memberNo: "012", linked: false });
    await takes(treasurer, "รับ 012 พิเศษ 100");
    await takes(staff, "รับ 012 พิเศษ 50");
    return { treasurer, secretary, staff, auditor };
  }

  async function begins(first: Villager, second: Villager) {
    await first.says("ปิดวันทำการ");
    await first.taps("นับเงินก่อนปิด");
    await first.taps(`ชื่อ${second.member.memberNo}`);
  }

  async function says(counter: Villager, sum: string) {
    await counter.taps("พิมพ์ยอดที่นับ");
    return counter.says(sum);
  }

  async function both(first: Villager, second: Villager, sum: string) {
    await says(first, sum);
    await says(second, sum);
    await village.settle();
  }

  async function closes(treasurer: Villager, secretary: Villager) {
    await keepsCash(treasurer, secretary);
    const report = await treasurer.taps(/^ยืนยันปิด/);
    await village.settle();
    return report;
  }

  async function takes(officer: Villager, line: string) {
    await officer.says(line);
    await officer.taps(/^ยืนยันรับ/);
  }
});
