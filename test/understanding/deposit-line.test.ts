import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { readDepositLine, type DepositLine } from "../../src/understanding/deposit-line";

/** A line in short: "012: pledge 100, special ?500,600"; a purpose that is not said is "-". */
function told(line: DepositLine | null): string | null {
  if (line === null) return null;
  const items = line.items.map(({ purpose, amount }) => {
    if (amount.verdict === "months") return `${purpose ?? "-"} ${amount.months} months`;
    if (amount.verdict === "value") return `${purpose ?? "-"} ${amount.satang / 100}`;
    if (amount.verdict === "due" || amount.verdict === "pay-off") return `${purpose ?? "-"} ${amount.verdict}`;
    if (amount.verdict === "instalments") return `${purpose ?? "-"} ${amount.instalments} instalments`;
    const sum = amount.verdict === "none" ? "none" : `?${amount.candidates.map((one) => one / 100).join(",")}`;
    return `${purpose ?? "-"} ${sum}`;
  });
  return `${line.member}: ${items.join(", ")}`;
}

describe("an officer's line", () => {
  it.each([
    ["รับ 001 สัจจะ 100", "001: pledge 100"],
    ["รับ 012 สัจจะ 100", "012: pledge 100"],
    ["รับ ๐๑๒ สัจจะ ๑๐๐ ครับ", "012: pledge 100"],
    ["รับ 12 สัจจะ 1,000.50 บาทค่ะ", "12: pledge 1000.5"],
    ["รับ ป้าแดง สัจจะ ๑๐๐ พิเศษ 500", "ป้าแดง: pledge 100, special 500"],
    ["รับ สมศรี ใจดี พิเศษ 500 สัจจะ 100", "สมศรี ใจดี: special 500, pledge 100"],
    ["รับ 012 สัจจะพิเศษ 500", "012: special 500"],
    ["รับ 012 เงินสัจจะ 100 และเงินฝากพิเศษ 200", "012: pledge 100, special 200"],
    ["รับ012สัจจะ100", "012: pledge 100"],
    ["รับป้าแดง สัจจะ 100", "ป้าแดง: pledge 100"],
    ["รับเงิน 012 สัจจะ 100", "012: pledge 100"],
    ["รับ 012 สัจจะ = 100", "012: pledge 100"],
    ["รับ 012 สัจจะ: 100", "012: pledge 100"],
    ["take 012 pledge 100", "012: pledge 100"],
    ["Take Malee special 500", "Malee: special 500"],
    ["receive 012 pledge 100 special 50", "012: pledge 100, special 50"],
    ["รับ 012 สัจจะ 100 ต้น 1000 ดอก 375 วันละบาท 30", "012: pledge 100, principal 1000, interest 375, welfare 30"],
    ["รับ 012 ต้น1000ดอก375", "012: principal 1000, interest 375"],
    ["รับ 012 เงินต้น พันห้าร้อย ดอกเบี้ย 375.50", "012: principal 1500, interest 375.5"],
    ["รับ 012 สัจจะวันละบาท 30", "012: welfare 30"],
    ["รับ 012 ค่าปรับ 10 ค่าแรกเข้า 20", "012: fine 10, entry-fee 20"],
    ["รับ 012 สัจจะ 200 ปรับ 10", "012: pledge 200, fine 10"],
    ["รับ 012 สัจจะ 3 เดือน", "012: pledge 3 months"],
    ["รับ 012 สัจจะ 3 เดือน วันละบาท 30 ปรับ 5", "012: pledge 3 months, welfare 30, fine 5"],
    ["รับ 012 สัจจะ ๒ เดือน ปรับ 10", "012: pledge 2 months, fine 10"],
    ["take 012 pledge 2 months principal 1000 interest 50", "012: pledge 2 months, principal 1000, interest 50"],
    ["รับ ป้าดอก สัจจะ 100", "ป้าดอก: pledge 100"],
    ["รับ ต้น สัจจะ 100", "ต้น: pledge 100"],
    ["รับ น้องต้น 100", "น้องต้น: - 100"],
  ])("%s", (text, expected) => {
    expect(told(readDepositLine(text))).toBe(expected);
  });

  it.each([
    ["รับ 012 กู้ 500", "012: loan 500"],
    ["รับ 012 เงินกู้ 1,500", "012: loan 1500"],
    ["รับ 012 คืนเงินกู้ ๕๐๐", "012: loan 500"],
    ["รับเงินกู้ 012 500", "012: loan 500"],
    ["รับค่างวด ป้าแดง 500", "ป้าแดง: loan 500"],
    ["รับ 012 ค่างวด", "012: loan due"],
    ["รับ 012 ค่างวด 3 งวด", "012: loan 3 instalments"],
    ["รับ 012 สัจจะ 100 ค่างวด", "012: pledge 100, loan due"],
    ["รับ 012 สัจจะ 100 กู้ 1000", "012: pledge 100, loan 1000"],
    ["ปิดยอด 012", "012: loan pay-off"],
    ["รับ 012 ปิดยอด", "012: loan pay-off"],
    ["take 012 loan 500", "012: loan 500"],
    ["take 012 instalment", "012: loan due"],
  ])("%s: a loan as a whole", (text, expected) => {
    expect(told(readDepositLine(text))).toBe(expected);
  });

  it.each([
    ["รับ 012 100", "012: - 100"],
    ["รับ 12 100", "12: - 100"],
    ["รับ ป้าแดง ห้าร้อย", "ป้าแดง: - 500"],
    ["รับ ลุงพัน 100", "ลุงพัน: - 100"],
    ["รับ สมศรี แสนดี 100", "สมศรี แสนดี: - 100"],
    ["รับ 12 พันห้า", "12: - 1500"],
  ])("%s: what for is asked", (text, expected) => {
    expect(told(readDepositLine(text))).toBe(expected);
  });

  it.each([
    ["รับ 012", "012: - none"],
    ["รับ 012 สัจจะ", "012: pledge none"],
    ["รับ 012 สัจจะ พิเศษ 500", "012: pledge none, special 500"],
    ["รับ 012 สัจจะ 5.000", "012: pledge ?5000,5"],
    ["รับ 012 สัจจะ ร้อยห้า", "012: pledge ?150,105"],
    ["รับ 012 สัจจะ ประมาณ 100", "012: pledge ?100"],
    ["รับ 012 สัจจะ 5", "012: pledge ?5"],
    ["รับ 012 สัจจะ 100 ประมาณ", "012: pledge ?100"],
    ["รับ 012 สัจจะ หมื่นกว่า", "012: pledge ?"],
    ["รับ 012 สัจจะ 100 200", "012: pledge ?100200,100,200"],
    ["รับ 012 สัจจะ -100", "012: pledge none"],
    ["รับ 012 สัจจะ 0", "012: pledge none"],
    ["รับ 012 -100", "012: - none"],
    ["รับ 012 สัจจะ 1,00", "012: pledge none"],
  ])("%s: the sum is asked", (text, expected) => {
    expect(told(readDepositLine(text))).toBe(expected);
  });

  it.each([
    ...["คนละ", "วันละ", "เดือนละ", "ปีละ", "ครั้งละ", "งวดละ", "บ้านละ", "ครัวเรือนละ", "หุ้นละ", "ถุงละ", "ไม่ถึง", "ไม่เกิน"],
    ...["ประมาณ", "ราวๆ", "แถวๆ", "อย่างน้อย", "น่าจะ", "about"],
  ])("%s before it: the sum is asked", (word) => {
    expect(told(readDepositLine(`รับ 012 สัจจะ ${word} 100`))).toBe("012: pledge ?100");
  });

  it.each(["ไม่กี่ร้อย", "กี่ร้อย", "หลายร้อย", "100 กว่า", "100 ขึ้นไป", "100 ต้นๆ", "ร้อยปลายๆ"])(
    "%s: which sum is asked",
    (said) => {
      expect(told(readDepositLine(`รับ 012 สัจจะ ${said}`))).toBe("012: pledge ?");
    },
  );

  it("reads the purposes as people misspell them", () => {
    expect(told(readDepositLine("รับ 012 สัดจะ 100 พิเสด สองร้อย"))).toBe("012: pledge 100, special 200");
    expect(told(readDepositLine("รับ 012 สัจะ 100 พิเศด 50 พิเสษ 20"))).toBe("012: pledge 100, special 50, special 20");
  });

  it.each([
    ...["รับ", "รับทราบ", "รับทราบครับ", "รับ ทราบ", "รับ ป้าแดง", "รับสมัครสมาชิก", "รับค้ำ 10,000 บาท", "สัจจะ 100", "ยอดเงิน", ""],
    ...["รับ 5พัน", "รับ 1,000 ป้าแดง", "รับครบ 012 015", "ปิดยอด", "แจ้งโอน 500"],
  ])("%s is none", (text) => {
    expect(readDepositLine(text)).toBeNull();
  });

  it.each([
    ...["รับ 012 ค่างวด 0 งวด ป้าแดง", "รับ 012 สัจจะ 100 เมื่อวาน", "รับ 012 015 สัจจะ 100", "รับ 012 พิเศษ 2 เดือน"],
    ...["รับ 012 สัจจะ 100 บาท 200 บาท", "รับ 012 ป้าแดง 100", "รับ ดอก 100"],
  ])("%s is not read in part", (text) => {
    expect(readDepositLine(text)).toBeNull();
  });

  it("never throws", () => {
    const piece = fc.constantFrom(
      "รับ",
      " ",
      "012",
      "สัจจะ",
      "พิเศษ",
      "ต้น",
      "ดอก",
      "ปรับ",
      "2 เดือน",
      "100",
      "ป้าแดง",
      ".",
      ",",
      "ครับ",
      "take",
      "pledge",
    );
    const texts = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(piece, { maxLength: 10 }).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const line = readDepositLine(text);
        if (line) expect(line.member).not.toBe("");
      }),
    );
  });
});
