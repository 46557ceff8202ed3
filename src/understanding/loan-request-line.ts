import type { LoanProduct } from "../domain/loans/loan-rules";
import { findAmounts, type AmountReading } from "./amounts";
import { centralThai } from "./dialect";
import { normalise, stripPoliteness } from "./normalise";
import { smallNumber, smallNumberOf } from "./small-numbers";

/** Goods as somebody names them: what, how many, of what. */
export interface SaidGoods {
  item: string;
  quantity: number;
  unit: string;
}

/** What words that ask for a loan say of it; null where they say nothing. */
export interface LoanRequestLine {
  product: LoanProduct | null;
  amount: AmountReading | null;
  purpose: string | null;
  goods: SaidGoods | null;
  /** She wants a new loan that pays an old one off. */
  renews: boolean;
}

const opening =
  /^(?:(?:ฉัน|หนู|ผม|เรา|ป้า|ลุง|น้า|พี่) ?)?(?:(?:อยาก|ขอ|จะ|ต้องการ)(?:จะ|ได้)? ?)?(?:ยื่น ?)?(?:กู้|กุ้|ยืม)(?: ?(?:เงิน|เบี้ย|ตังค์|ตัง))? ?|^ต้องการเงิน ?|^(?:i (?:want|would like|need) (?:to borrow|a loan)|borrow|loan)(?: of)? ?/;

const productWords: readonly (readonly [LoanProduct, RegExp])[] = [
  ["emergency", /(?:แบบ)?(?:ฉุกเฉิน|ด่วน)|\b(?:emergency|urgent)\b/],
  ["special", /(?:แบบ)?พิเศษ|\bspecial\b/],
  ["ordinary", /(?:แบบ)?สามัญ|\bordinary\b/],
  ["in-kind", /เป็นของ|\bin kind\b/],
];
const goodsWords = /ปุ๋ย|น้ำมัน|fertili[sz]er|fuel/;
const productionWords = /ลงกุ้ง|ลงทุน|เลี้ยง|ทำนา|ทำสวน|ทำไร่|เพาะ|ปลูก|เพื่อการผลิต|โครงการ|\bcrop\b|\bfarm/;
const units = "กระสอบ|ถุง|ลิตร|แกลลอน|ถัง|ตัน|กิโล|กก\\.?|sacks?|bags?|lit(?:er|re)s?|tanks?";
const counted = new RegExp(`(${smallNumber}|(?<![\\d.,])\\d{1,4}) ?(${units})`);
/** A "ลูก" of fertiliser is a sack. */
const sacks = new RegExp(`(ปุ๋ย[ก-๎ ]*?(?:${smallNumber}|(?<![\\d.,])\\d{1,3})) ?ลูก(?=$| )`);
const inSacks = (said: string): string => said.replace(sacks, "$1 กระสอบ");
const renewing = /กู้ใหม่|กู้ต่อ|ต่อสัญญา|หักสัญญาเก่า|ทั้งที่ยังไม่หมด|ยังไม่หมด|\brenew/;

/** Whether words about a loan ask for one that pays an old one off. */
export function asksRenewal(text: string): boolean {
  return renewing.test(centralThai(normalise(text)));
}

/** Goods in words: "ปุ๋ย 10 กระสอบ", "น้ำมัน 50 ลิตร". Null: no count of them is named. */
export function readGoods(text: string): SaidGoods | null {
  const said = inSacks(stripPoliteness(normalise(text)));
  const found = counted.exec(said);
  if (!found?.[1] || !found[2]) return null;
  const before = said
    .slice(0, found.index)
    .replace(opening, "")
    .replace(/^(?:ซื้อ|เอา|ค่า) ?/, "")
    .trim();
  const after = said.slice(found.index + found[0].length).trim();
  const item = (before || after).slice(0, 40);
  const quantity = /^\d/.test(found[1]) ? Number(found[1]) : smallNumberOf(found[1]);
  return item === "" || !(quantity > 0) ? null : { item, quantity, unit: found[2] };
}

/** How many monthly instalments words name: "12 งวด", "หกเดือน", "ปีครึ่ง", "2 ปี", "12". Null: none, or more than one. */
export function readInstalments(text: string): number | null {
  const said = stripPoliteness(centralThai(normalise(text)));
  if (/^ปีครึ่ง$/.test(said)) return 18;
  if (/^ครึ่งปี$/.test(said)) return 6;
  const found = new RegExp(
    `^(?:ผ่อน|คืน|ส่ง)? ?(?:ภายใน|ใน|สัก)? ?(${smallNumber}|\\d{1,3}) ?(งวด|เดือน|ปี|months?|instal?lments?|years?)?$`,
  ).exec(said);
  const bare = /^(ปี|เดือน)(?:นึง|เดียว|หนึ่ง)$/.exec(said);
  if (bare) return bare[1] === "ปี" ? 12 : 1;
  if (!found?.[1]) return null;
  const count = /^\d/.test(found[1]) ? Number(found[1]) : smallNumberOf(found[1]);
  const months = /^(?:ปี|year)/.test(found[2] ?? "") ? count * 12 : count;
  return Number.isInteger(months) && months > 0 ? months : null;
}

/**
 * Reads what somebody says who asks for a loan: "ขอกู้ฉุกเฉิน 3000 ลูกเข้าโรงบาล", "อยากกู้ซื้อปุ๋ยหมื่นห้า", "กู้ปุ๋ย 10 กระสอบ". What it does not say
 * is asked. More than one sum is asked too.
 */
export function readLoanRequest(text: string): LoanRequestLine {
  const said = inSacks(stripPoliteness(centralThai(normalise(text))));
  const renews = renewing.test(said);
  const rest = said.replace(opening, "").replace(/(?:หัก|ปิด)สัญญาเก่า|ทั้งที่ยังไม่หมด|ยังไม่หมด|ใหม่|ได้ไหม|ได้มั้ย/g, " ");
  const goods = readGoods(rest);
  const uncounted = goods ? rest.replace(counted, " ") : rest;
  const amounts = findAmounts(uncounted);
  const [first] = amounts;
  const around = first ? uncounted.slice(0, first.start) + " " + uncounted.slice(first.end) : uncounted;
  const amount = amounts.length === 1 && first ? first.reading : amounts.length > 1 ? doubt(amounts) : null;
  const named = productWords.find(([, words]) => words.test(around));
  const bare = named ? around.replace(named[1], " ") : around;
  const purpose = bare
    .replace(/บาท|baht|เงิน(?=$| )|กว่า(?=$| )|ประมาณ/g, " ")
    .replace(/^ *(?:ไป|เพื่อ|เอาไป|สำหรับ|for|to) ?/, " ")
    .replace(/\s+/g, " ")
    .trim();
  const product = goods || goodsWords.test(bare) ? "in-kind" : (named?.[0] ?? productionOf(bare));
  return {
    product,
    amount,
    purpose: purpose === "" || isFigure(purpose) ? null : purpose.slice(0, 100),
    goods,
    renews,
  };
}

/** A figure that no reader takes for a sum ("1e9") is no purpose either. */
const isFigure = (words: string): boolean => /^\S*\d\S*$/.test(words);

const purposeWords =
  /ซ่อม|สร้าง|ต่อเติม|ค่าเทอม|ค่าเรียน|เปิดเทอม|ค่ารักษา|โรงพยาบาล|โรงบาล|ป่วย|ผ่าตัด|ลงทุน|ค้าขาย|ซื้อ|จ่ายค่า|ใช้หนี้|แต่งงาน|งานศพ|งานบวช|ใช้จ่าย|ทำนา|ทำสวน|เลี้ยง|\b(?:repair|school|hospital|buy|house)\b/;

/** What a loan is for, where words that answer something else surely say it: "ซ่อมหลังคาบ้าน". Null: they do not. */
export function surePurpose(text: string): string | null {
  const { purpose } = readLoanRequest(text);
  return purpose !== null && purposeWords.test(purpose) ? purpose : null;
}

const asking = /ดอก|ผ่อน|งวด|เท่าไ|เท่าใด|กี่|ยังไง|อย่างไร|เอกสาร|ใคร|ไหนดี|ค้ำ|เหลือ|แล้ว|คืน/;

/** Whether a text begins as somebody does who asks for a loan, says how much or for what, and asks for nothing about loans: "กู้หมื่นกว่า", "กู้เงิน 1e9". */
export function asksForLoan(text: string): boolean {
  const said = stripPoliteness(centralThai(normalise(text)));
  const opened = opening.exec(said)?.[0] ?? "";
  const rest = said.slice(opened.length);
  if (opened === "" || asking.test(rest)) return false;
  return /\d/.test(rest) || findAmounts(rest).length > 0 || surePurpose(text) !== null;
}

const productionOf = (words: string): LoanProduct | null => (productionWords.test(words) ? "production" : null);

/** Several sums: which of them is meant, only the writer knows. */
function doubt(amounts: readonly { reading: AmountReading }[]): AmountReading {
  const candidates = amounts.flatMap(({ reading }) =>
    reading.verdict === "value" ? [reading.satang] : reading.verdict === "ask" ? reading.candidates : [],
  );
  return { verdict: "ask", candidates };
}
