import { describe, expect, it } from "@jest/globals";
import { tellsOfDeath } from "../../src/understanding/deaths";
import { isLoanPayment, namesLoan } from "../../src/understanding/loan-words";

describe("a text that tells of a death", () => {
  it.each([
    ...["แม่เสียแล้ว ต้องทำไงบ้าง", "สามีเสียชีวิตเมื่อวาน", "งานศพพ่อ", "ยายตายแล้ว", "พ่อผมเสีย", "My mother died", "funeral"],
  ])("%s", (text) => {
    expect(tellsOfDeath(text)).toBe(true);
  });

  it.each([
    ...["ลูกคลอดเมื่อวาน", "แม่เสียเงินค่ารถ", "ลูกเสียใจ", "หมูตาย", "นอนโรงพยาบาล 3 คืน", "ยายเสียดาย", "น้ำท่วมบ้าน", "welfare"],
  ])("%s tells of none", (text) => {
    expect(tellsOfDeath(text)).toBe(false);
  });
});

describe("a text with a loan in it", () => {
  it.each([
    ...["รับ 012 กู้ 500", "รับ 012 สัจจะ 100 ดอก 375", "รับ 012 ต้น 1000", "รับดอก 012 50", "รับ 012 คืนเงินกู้ ๕๐๐"],
    ...["รับค่างวด ป้าแดง 500", "take 012 interest 50", "Receive Malee loan 500"],
  ])("%s takes money for one", (text) => {
    expect(isLoanPayment(text)).toBe(true);
  });

  it.each(["รับ 012 สัจจะ 100", "รับ ป้าดอก สัจจะ 100", "รับ ลุงต้น 100", "รับ ดอกรัก สัจจะ 100", "take 012 pledge 100"])(
    "%s has none",
    (text) => {
      expect(namesLoan(text)).toBe(false);
    },
  );

  it.each(["อยากกู้เงิน 5000", "กู้ 2 หมื่น", "รับเงินกู้"])("%s takes no money", (text) => {
    expect(isLoanPayment(text)).toBe(false);
  });
});
