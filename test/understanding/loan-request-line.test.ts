import { describe, expect, it } from "@jest/globals";
import { baht } from "../../src/domain/money";
import { readInstalments, readLoanRequest, surePurpose } from "../../src/understanding/loan-request-line";

const nothing = { product: null, amount: null, purpose: null, goods: null, renews: false };
const sum = (amount: number) => ({ verdict: "value" as const, satang: baht(amount) });

describe("words that ask for a loan", () => {
  it.each([
    ["อยากกู้", nothing],
    ["กุ้เงินค่ะ", nothing],
    ["ขอกู้ห้าพัน", { ...nothing, amount: sum(5_000) }],
    ["ขอกู้ฉุกเฉิน 3000 ลูกเข้าโรงบาล", { ...nothing, product: "emergency", amount: sum(3_000), purpose: "ลูกเข้าโรงพยาบาล" }],
    ["อยากกู้ซื้อปุ๋ยหมื่นห้า", { ...nothing, product: "in-kind", amount: sum(15_000), purpose: "ซื้อปุ๋ย" }],
    [
      "กู้ปุ๋ย 10 กระสอบ",
      { ...nothing, product: "in-kind", purpose: "ปุ๋ย", goods: { item: "ปุ๋ย", quantity: 10, unit: "กระสอบ" } },
    ],
    ["กู้ไปลงกุ้ง 1.5แสน", { ...nothing, product: "production", amount: sum(150_000), purpose: "ลงกุ้ง" }],
    ["กู้ใหม่ทั้งที่ยังไม่หมดได้ไหม", { ...nothing, renews: true }],
    ["ขอกู้ 5000 หรือ 8000", { ...nothing, amount: { verdict: "ask", candidates: [baht(5_000), baht(8_000)] } }],
    ["จะกู้เงินจ่ายค่าเทอมลูกสองหมื่นได้ไหมจ๊ะ", { ...nothing, amount: sum(20_000), purpose: "จ่ายค่าเทอมลูก" }],
    ["กู้เงิน 1e9", nothing],
    ["กู้หมื่นกว่า", { ...nothing, amount: { verdict: "ask", candidates: [] } }],
    [
      "เอาปุ๋ย 10 ลูก",
      { ...nothing, product: "in-kind", purpose: "เอาปุ๋ย", goods: { item: "ปุ๋ย", quantity: 10, unit: "กระสอบ" } },
    ],
    ["I want a loan of 5000 baht", { ...nothing, amount: sum(5_000) }],
  ])("%s", (text, told) => {
    expect(readLoanRequest(text)).toEqual(told);
  });

  it.each([
    ["ซ่อมหลังคาบ้าน", "ซ่อมหลังคาบ้าน"],
    ["สองหมื่น ซื้อรถไถ", "ซื้อรถไถ"],
    ["สองหมื่น", null],
    ["รัตน์", null],
  ])("%s is surely for %s", (text, purpose) => {
    expect(surePurpose(text)).toBe(purpose);
  });

  it.each([
    ["12 งวด", 12],
    ["ผ่อน 10 เดือน", 10],
    ["ปีครึ่ง", 18],
    ["2 ปี", 24],
    ["หกเดือน", 6],
    ["12", 12],
    ["5000", null],
    ["สัก 6 หรือ 12 งวด", null],
  ])("%s is %s instalments", (text, count) => {
    expect(readInstalments(text)).toBe(count);
  });
});
