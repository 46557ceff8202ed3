import { describe, expect, it } from "@jest/globals";
import { account } from "../../src/domain/ledger/accounts";
import { baht } from "../../src/domain/money";
import { templateVersion } from "../../src/domain/rules/rule-book";
import { localDate, type YearMonth } from "../../src/domain/dates";
import { adoptRules } from "../support/decided-rules";
import { refusalOf } from "../support/refusals";
import { useVillage, type Village } from "../support/village";

/** Rules that a meeting decided: five baht for each missed month, two months ahead, no special savings. */
async function decideRules({ group }: Village): Promise<void> {
  const shipped = templateVersion(group.financeMode);
  const clauses = shipped.clauses.map((clause) => {
    if (clause.key === "late-pledge")
      return { ...clause, values: { ...clause.values, finePerMonth: baht(5), mostInAll: baht(60) } };
    if (clause.key === "pledge") return { ...clause, values: { ...clause.values, monthsAhead: 2 } };
    if (clause.key === "money-kinds") return { ...clause, values: { takes: ["pledge" as const, "fine" as const] } };
    return clause;
  });
  const resolution = { no: "1/2569", on: localDate("2026-01-10") };
  await adoptRules(group, { number: 1, effectiveFrom: localDate("2026-02-01"), resolution, clauses });
}

describe("many members in one message", () => {
  const village = useVillage({ today: "2026-03-05" });

  it("รับครบ takes what is due of each, with a receipt each, and says who is left out and why", async () => {
    await decideRules(village);
    const treasurer = await village.treasurerOnWorkingDay({ memberNo: "001" });
    const malee = await village.member({ memberNo: "012", nickname: "มาลี" });
    const late = await village.member({ memberNo: "015", pledgePaidThrough: "2025-12" as YearMonth, linked: false });
    await village.member({ memberNo: "020", pledgePaidThrough: "2026-03" as YearMonth, linked: false });

    const card = await treasurer.says("รับครบ 012 015 020-021 012");
    expect(card.text).toMatch(/ตรวจก่อนบันทึกรับเงิน 2 คน.*410 บาท.*012 มาลี.*100.*015.*310/s);
    expect(card.text).toMatch(/ไม่รวม 2 บรรทัด.*020: .*ส่งสัจจะครบแล้ว.*021: .*ไม่พบ.*พิมพ์ซ้ำ นับครั้งเดียว: 012/s);
    expect(await village.entries("savings.deposit")).toEqual([]);

    const done = await treasurer.taps("ยืนยันรับ 410 บาท");
    expect(done.text).toMatch(
      /รับแล้ว 2 คน รวม 410 บาท.*012 มาลี: สัจจะ 100 บาท เลขที่ 2569\/000001.*สัจจะ 300, ปรับ 10 บาท เลขที่ 2569\/000002/s,
    );
    expect(await village.balance(account.pledgeSavings, late.member)).toBe(baht(300));
    expect(await village.balance(account.fines)).toBe(baht(10));
    expect((await malee.says("ใบเสร็จ")).text).toContain("2569/000001");
    expect((await treasurer.says("รับครบ 012 015")).text).toMatch(/ไม่รวม 2 บรรทัด.*012.*ส่งสัจจะครบแล้ว/s);
    expect(() => treasurer.dataOf(/^ยืนยันรับ 0/)).toThrow();
  });

  it("posts once, however often the button is pressed, and nothing after ไม่บันทึก or when the day has closed", async () => {
    const treasurer = await village.treasurerOnWorkingDay();
    await village.member({ memberNo: "012", linked: false });
    await village.member({ memberNo: "013", linked: false });
    await treasurer.says("รับ 012 สัจจะ 100\n013 สัจจะ 150 วันละบาท 30");
    const confirm = treasurer.dataOf(/^ยืนยันรับ 280 บาท/);
    await treasurer.act(() => Promise.all([treasurer.phone.taps(confirm), treasurer.phone.taps(confirm)]));
    expect((await treasurer.sendsPostback(confirm)).text).toContain("2569/000002");
    expect(await village.entries("savings.deposit")).toHaveLength(2);
    const chair = await village.officer("chair");
    await treasurer.says("แก้รายการ 2569/000002");
    await treasurer.says("ลงผิดคน");
    await treasurer.taps("ยืนยันขอแก้รายการ");
    await village.settle();
    await chair.taps("ยืนยันแก้รายการ");
    expect((await treasurer.sendsPostback(confirm)).text).toMatch(/2569\/000001.*แก้ไปแล้วหลังจากนั้น: 2569\/000002$/s);

    await treasurer.says("รับ 012 พิเศษ 10\nรับ 013 พิเศษ 20");
    await treasurer.taps("ไม่บันทึก");
    await treasurer.says("รับ 012 พิเศษ 10\nรับ 013 พิเศษ 20");
    const late = treasurer.dataOf(/^ยืนยันรับ 30 บาท/);
    await treasurer.says("ปิดวันทำการ");
    await treasurer.taps(/^ยืนยันปิด/);
    expect((await treasurer.sendsPostback(late)).text).toMatch(refusalOf("card.outdated"));
    expect(await village.entries("savings.deposit")).toHaveLength(2);
  });

  it("is refused whole where somebody else took one of the sums meanwhile", async () => {
    const treasurer = await village.treasurerOnWorkingDay();
    const other = await village.officer("treasurer");
    await village.member({ memberNo: "012", linked: false });
    await village.member({ memberNo: "013", linked: false });
    await treasurer.says("รับครบ 012 013");
    const confirm = treasurer.dataOf(/^ยืนยันรับ 200 บาท/);
    await other.says("รับ 013 สัจจะ 100");
    await other.taps(/^ยืนยันรับ/);

    expect((await treasurer.sendsPostback(confirm)).text).toMatch(refusalOf("card.outdated"));
    expect(await village.entries("savings.deposit")).toHaveLength(1);
    expect((await treasurer.says("รับ 012 สัจจะ 100\n013 สัจจะ 100")).text).toMatch(
      /ไม่รวม 1 บรรทัด.*013 สัจจะ 100: .*รับยอดเดียวกันไปแล้ววันนี้/s,
    );
  });

  it("takes eighteen people in one message: all stand before the card, and each has her receipt", async () => {
    const treasurer = await village.treasurerOnWorkingDay({ memberNo: "001" });
    for (const memberNo of ["012", "015", ...Array.from({ length: 16 }, (_, at) => `0${20 + at}`)])
      await village.member({ memberNo, nickname: `น้อย${memberNo}`, linked: false });
    const card = await treasurer.says("รับครบ 012 015 020-035\n016 ต้น 200");
    expect(card.text).toMatch(/จะรับ 18 คน.*012 น้อย012: สัจจะ 100.*035 น้อย035: สัจจะ 100.*ไม่รวม 1 บรรทัด.*016 ต้น 200/s);
    expect(card.text).toMatch(/ตรวจก่อนบันทึกรับเงิน 18 คน.*1,800 บาท.*ดูให้ครบก่อนยืนยัน/s);
    expect((await treasurer.taps("ยืนยันรับ 1,800 บาท")).text).toMatch(/รับแล้ว 18 คน.*035 น้อย035.*2569\/000018/s);
    expect(await village.entries("savings.deposit")).toHaveLength(18);
  });

  it("is for who records money, on an open day, and for as many as can be looked through", async () => {
    const secretary = await village.officer("secretary");
    const treasurer = await village.officer("treasurer");
    expect((await secretary.says("รับครบ 012 013")).text).toMatch(refusalOf("role.missing"));
    expect((await treasurer.says("รับครบ 012 013")).text).toMatch(refusalOf("day.not-open"));
    expect((await treasurer.says("รับครบ 001-041")).text).toContain("ครั้งละไม่เกิน 40 คน");
    expect((await treasurer.says("รับครบ")).text).toContain("พิมพ์แบบนี้");
  });

  it("keeps to the rules: a fine is told, months ahead and kinds of money have their clause", async () => {
    await decideRules(village);
    const treasurer = await village.treasurerOnWorkingDay();
    await village.member({ memberNo: "015", pledgePaidThrough: "2025-12" as YearMonth, linked: false });

    expect((await treasurer.says("รับ 015 สัจจะ 300")).text).toMatch(/ขาดส่ง 2 เดือน ค่าปรับตามระเบียบข้อ \d+ รวม 10 บาท/);
    expect((await treasurer.says("รับ 015 สัจจะ 300 ปรับ 10")).text).not.toContain("ขาดส่ง");
    expect((await treasurer.says("รับ 015 สัจจะ 600")).text).toMatch(refusalOf("pledge.too-far-ahead"));
    expect((await treasurer.says("รับ 015 พิเศษ 600")).text).toMatch(/ไม่รับเงินสัจจะพิเศษ.*ระเบียบข้อ/s);
  });
});
