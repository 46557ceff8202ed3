import { addDays, buddhistYearOf, type LocalDate } from "../../src/domain/dates";
import type { FinanceMode } from "../../src/domain/groups/group";
import { baht } from "../../src/domain/money";
import { completeClauses, type WrittenClause } from "../../src/domain/rules/complete";
import type { RulesPlan } from "../../src/domain/setup/plan";

/** What an invented group decided otherwise than the shipped rules: its pledge, a small fine, an entry fee. */
const usual: readonly WrittenClause[] = [
  {
    no: "1",
    key: null,
    values: {},
    text: {
      th: "สมาชิกถือหลักซื่อสัตย์ เสียสละ รับผิดชอบ เห็นอกเห็นใจ และไว้วางใจกัน",
      en: "Members keep to honesty, sacrifice, responsibility, sympathy and trust.",
    },
  },
  {
    no: "2",
    key: "pledge",
    values: { minimum: baht(10), maximum: baht(1_000), step: baht(10) },
    text: {
      th: "สมาชิกส่งเงินสัจจะเท่ากันทุกเดือน ตั้งแต่เดือนละ 10 บาท ไม่เกิน 1,000 บาท เพิ่มทีละ 10 บาท",
      en: "A member pays the same pledge every month, from 10 to 1,000 baht in steps of 10 baht.",
    },
  },
  {
    no: "2.1",
    key: null,
    values: {},
    text: {
      th: "เปลี่ยนจำนวนเงินสัจจะได้เมื่อกรรมการสองคนเห็นชอบ มีผลเดือนถัดไป",
      en: "A pledge is changed when two officers agree, from the next month on.",
    },
  },
  {
    no: "3",
    key: "late-pledge",
    values: { finePerMonth: baht(5), mostInAll: baht(60) },
    text: {
      th: "ขาดส่งสัจจะเดือนไหน ส่งย้อนหลังได้ เสียค่าปรับเดือนละ 5 บาท รวมไม่เกิน 60 บาท",
      en: "A missed pledge may be paid later with a fine of 5 baht a month, 60 baht at most in all.",
    },
  },
  {
    no: "4",
    key: "entry-fee",
    values: { amount: baht(20) },
    text: { th: "สมัครเป็นสมาชิกใหม่ เสียค่าแรกเข้า 20 บาท", en: "New members pay an entry fee of 20 baht." },
  },
];

/** What one group decided on its loans: smaller ones than by the shipped rules, a small fine, small sums decided in chat. */
const loans: readonly WrittenClause[] = [
  {
    no: "5",
    key: "loan-ordinary",
    values: {
      savingsPercent: 300,
      most: baht(30_000),
      instalments: 18,
      guarantors: [
        { upTo: baht(10_000), count: 1 },
        { upTo: null, count: 2 },
      ],
    },
    text: {
      th: "กู้สามัญ: ไม่เกิน 3 เท่าของเงินออม ไม่เกิน 30,000 บาท ผ่อนไม่เกิน 18 งวด ผู้ค้ำ 1 คน เกิน 10,000 บาท 2 คน ค่าบำรุงร้อยละ 1 ต่อเดือนของเงินต้นที่เหลือ",
      en: "Ordinary loan: up to 3 times one's savings and 30,000 baht, 18 instalments, 1 guarantor, above 10,000 baht 2. The service fee is 1 per cent a month of what is still owed.",
    },
  },
  {
    no: "6",
    key: "late-loan",
    values: { percentPerMonth: "1", mostPercent: 6, freeDays: 7 },
    text: {
      th: "ส่งค่างวดช้าเกิน 7 วัน เสียค่าปรับร้อยละ 1 ต่อเดือนของงวดนั้น รวมไม่เกินร้อยละ 6",
      en: "Who is more than 7 days late pays a fine of 1 per cent a month of that instalment, 6 per cent at most.",
    },
  },
  {
    no: "7",
    key: "loan-decisions",
    values: {
      bands: [
        { upTo: baht(5_000), committees: ["loan", "executive"], quorum: 2, betweenMeetings: true },
        { upTo: null, committees: ["loan", "executive"], quorum: 3, betweenMeetings: false },
      ],
    },
    text: {
      th: "กู้ไม่เกิน 5,000 บาท กรรมการ 2 คนขึ้นไปตัดสินทางแชตได้ เกินกว่านั้นตัดสินในที่ประชุม อย่างน้อย 3 คน",
      en: "Up to 5,000 baht 2 of the committee decide in chat; above that the meeting, 3 at least.",
    },
  },
];

/** The group that has clauses on loans of its own. */
const lendsByItsOwn = "khaorai";

/** Groups that have written no rules of their own. */
const unwritten = ["nasuan", "khlongwan"];

/** The rules of a demo group, decided on a week before its books begin; null where it has written none. */
export function rulesOf(key: string, financeMode: FinanceMode, effectiveFrom: LocalDate): RulesPlan | null {
  if (unwritten.includes(key)) return null;
  const on = addDays(effectiveFrom, -7);
  return {
    resolution: { no: `1/${buddhistYearOf(on)}`, on },
    effectiveFrom,
    clauses: completeClauses(key === lendsByItsOwn ? [...usual, ...loans] : usual, financeMode),
    written: "demo",
    at: (field) => ({ file: "demo", row: null, field }),
  };
}
