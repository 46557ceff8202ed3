import type { FinanceMode, LocalText } from "../../groups/group";
import type { Clause, KeyedClause } from "../rule-book";
import { depositPurposes, type DepositPurpose, type FinePurse } from "../../savings/deposit";
import { loanClauses } from "./loans";
import { cashOvernight, closing, entryFee, latePledge, pledge, purpose, roundedDown, type Unnumbered } from "./shared";

/** What differs between the shipped rules of the finance modes. */
interface ModeRules {
  /** What the group calls what a loan costs. */
  charge: LocalText & { en: string };
  /** The clause that says what a loan costs. */
  words: LocalText;
  rounding: LocalText;
  takes: readonly DepositPurpose[];
  takesText: LocalText;
  fineGoesTo: FinePurse;
}

const withCharge = (charge: LocalText & { en: string }): Pick<ModeRules, "charge" | "takes" | "takesText"> => ({
  charge,
  takes: depositPurposes,
  takesText: {
    th: `โต๊ะรับเงินรับ เงินสัจจะ เงินสัจจะพิเศษ ค่าแรกเข้า ค่าปรับ เงินวันละบาท เงินต้น และ${charge.th}`,
    en: `The desk takes pledge, special savings, entry fee, fine, one-baht-a-day welfare, loan principal and ${charge.en}.`,
  },
});

const roundingOf = (charge: LocalText & { en: string }): LocalText => ({
  th: `${charge.th}คิดเป็นบาทเต็ม เศษสตางค์ไม่คิด`,
  en: `The ${charge.en} is reckoned in whole baht; satang are let off.`,
});

const interest = { th: "ดอกเบี้ย", en: "interest" };
const serviceFee = { th: "ค่าบำรุง", en: "service fee" };
const margin = { th: "กำไรขาย", en: "sale margin" };

const modes: Readonly<Record<FinanceMode, ModeRules>> = {
  interest: {
    ...withCharge(interest),
    words: {
      th: "วันทำการของกลุ่มเรียกว่า วันส่งสัจจะ ผู้กู้คืนเงินต้นพร้อมดอกเบี้ยตามสัญญา",
      en: "The group's working day is called pledge day. Borrowers pay back the principal with interest as their contract says.",
    },
    rounding: roundingOf(interest),
    fineGoesTo: "income",
  },
  "service-fee": {
    ...withCharge(serviceFee),
    words: {
      th: "วันทำการของกลุ่มเรียกว่า วันส่งสัจจะ ผู้กู้คืนเงินต้น และจ่ายค่าบำรุงกลุ่มตามสัญญา",
      en: "The group's working day is called pledge day. Borrowers pay back the principal and a service fee as their contract says.",
    },
    rounding: roundingOf(serviceFee),
    fineGoesTo: "income",
  },
  "interest-free": {
    charge: { th: "เงินบำรุง", en: "contribution" },
    words: {
      th: "วันทำการของกลุ่มเรียกว่า วันส่งสัจจะ กลุ่มให้ยืมโดยคืนเท่าที่ยืม ใครอยากช่วยกลุ่มให้เงินบำรุงได้ตามใจ ไม่บังคับ",
      en: "The group's working day is called pledge day. Who borrows pays back what she borrowed and nothing more. A contribution to the group is free will.",
    },
    rounding: {
      th: "เงินที่แบ่งไม่ลงตัว คิดเป็นบาทเต็ม เศษสตางค์ไม่คิด",
      en: "Sums that do not divide are reckoned in whole baht; satang are let off.",
    },
    takes: depositPurposes.filter((kind) => kind !== "interest"),
    takesText: {
      th: "โต๊ะรับเงินรับ เงินสัจจะ เงินสัจจะพิเศษ ค่าแรกเข้า ค่าปรับ เงินวันละบาท และเงินต้น",
      en: "The desk takes pledge, special savings, entry fee, fine, one-baht-a-day welfare and loan principal.",
    },
    fineGoesTo: "charity",
  },
  murabaha: {
    ...withCharge(margin),
    words: {
      th: "วันทำการของกลุ่มเรียกว่า วันส่งสัจจะ กลุ่มซื้อของมาขายให้สมาชิกแบบผ่อน บอกราคาทุนและกำไรขายก่อนตกลง ตกลงแล้วไม่เพิ่มอีก",
      en: "The group's working day is called pledge day. The group buys goods and sells them to members by instalments. Cost and sale margin are told before the sale and never rise after it.",
    },
    rounding: roundingOf(margin),
    fineGoesTo: "charity",
  },
};

/** The shipped rules of a finance mode, clause by clause. */
export function templateFor(financeMode: FinanceMode): Clause[] {
  const mode = modes[financeMode];
  const words: Unnumbered<KeyedClause<"money-words">> = {
    key: "money-words",
    text: mode.words,
    values: { interest: mode.charge, workingDay: { th: "วันส่งสัจจะ", en: "pledge day" } },
  };
  const kinds: Unnumbered<KeyedClause<"money-kinds">> = {
    key: "money-kinds",
    text: mode.takesText,
    values: { takes: [...mode.takes] },
  };
  const rounding: Unnumbered<KeyedClause<"rounding">> = {
    key: "rounding",
    text: mode.rounding,
    values: roundedDown,
  };
  const clauses = [
    purpose,
    pledge,
    latePledge(mode.fineGoesTo),
    entryFee,
    words,
    kinds,
    rounding,
    cashOvernight,
    ...loanClauses(financeMode, mode.charge, mode.fineGoesTo),
    ...closing,
  ];
  return clauses.map((clause, index) => ({ no: String(index + 1), ...clause }));
}
