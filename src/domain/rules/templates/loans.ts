import type { FinanceMode, LocalText } from "../../groups/group";
import type { LoanProductRule } from "../../loans/loan-rules";
import { baht, satang, zero } from "../../money";
import type { FinePurse } from "../../savings/deposit";
import type { Clause, KeyedClause } from "../rule-book";
import type { Unnumbered } from "./shared";

/** One per cent a month on what is still owed is what most groups of the study charge; who takes no interest charges nothing. */
const yearlyRates: Readonly<Record<FinanceMode, string>> = {
  interest: "12",
  "service-fee": "12",
  "interest-free": "0",
  murabaha: "12",
};

const ordinary: LoanProductRule = {
  offered: true,
  yearlyRatePercent: "12",
  method: "monthly-on-outstanding",
  basis: "per-period",
  instalments: 24,
  gracePrincipal: 0,
  graceInterest: 0,
  savingsPercent: 500,
  most: baht(50_000),
  cashPercent: null,
  waitingMonths: 6,
  guarantors: [{ upTo: null, count: 2 }],
  fee: zero,
};

type Charge = LocalText & { en: string };

const costs = (charge: Charge, rate: string): LocalText & { en: string } =>
  rate === "0"
    ? { th: "คืนเท่าที่ยืม", en: "What is borrowed is paid back, and nothing more." }
    : {
        th: `${charge.th}ร้อยละ 1 ต่อเดือนของเงินต้นที่เหลือ`,
        en: `The ${charge.en} is 1 per cent a month of what is still owed.`,
      };

/** The shipped clauses on loans of a finance mode. A murabaha sale has its price fixed before it: a mark-up on the whole. */
export function loanClauses(mode: FinanceMode, charge: Charge, fineGoesTo: FinePurse): Unnumbered<Clause>[] {
  const rate = yearlyRates[mode];
  const cost = mode === "murabaha" ? markUp : costs(charge, rate);
  const base: LoanProductRule =
    mode === "murabaha"
      ? { ...ordinary, yearlyRatePercent: "6", method: "flat" }
      : { ...ordinary, yearlyRatePercent: rate };
  return [
    ordinaryClause(base, cost),
    emergencyClause(
      { ...base, instalments: 6, savingsPercent: 100, most: baht(5_000), guarantors: [{ upTo: null, count: 1 }] },
      cost,
    ),
    productionClause({ ...base, method: mode === "murabaha" ? "flat" : "lump-sum", instalments: 10 }, cost),
    inKindClause(
      { ...base, method: mode === "murabaha" ? "flat" : "lump-sum", instalments: 6, most: baht(20_000) },
      cost,
    ),
    specialClause({
      ...base,
      offered: false,
      instalments: 60,
      most: baht(100_000),
      guarantors: [{ upTo: null, count: 3 }],
    }),
    limits,
    dueDays,
    lateLoan(fineGoesTo),
    decisions,
  ];
}

const markUp = {
  th: "กำไรขายร้อยละ 6 ต่อปีของราคาทุน บอกก่อนตกลง",
  en: "The sale margin is 6 per cent of the cost a year, told before the sale.",
};

const ordinaryClause = (values: LoanProductRule, cost: Charge): Unnumbered<KeyedClause<"loan-ordinary">> => ({
  key: "loan-ordinary",
  values,
  text: {
    th: `กู้สามัญ: เป็นสมาชิกครบ 6 เดือน กู้ได้ไม่เกิน 5 เท่าของเงินออม ไม่เกิน 50,000 บาท ผ่อนไม่เกิน 24 งวด ผู้ค้ำ 2 คน ${cost.th}`,
    en: `Ordinary loan: after 6 months, up to 5 times one's savings and 50,000 baht, 24 instalments, 2 guarantors. ${cost.en}`,
  },
});

const emergencyClause = (values: LoanProductRule, cost: Charge): Unnumbered<KeyedClause<"loan-emergency">> => ({
  key: "loan-emergency",
  values,
  text: {
    th: `กู้ฉุกเฉิน: ไม่เกินเงินออมของตน ไม่เกิน 5,000 บาท ผ่อนไม่เกิน 6 งวด ผู้ค้ำ 1 คน ${cost.th}`,
    en: `Emergency loan: up to one's own savings and 5,000 baht, 6 instalments, 1 guarantor. ${cost.en}`,
  },
});

const productionClause = (values: LoanProductRule, cost: Charge): Unnumbered<KeyedClause<"loan-production">> => ({
  key: "loan-production",
  values,
  text: {
    th: `กู้เพื่อการผลิต: เงื่อนไขเหมือนกู้สามัญ คืนครั้งเดียวเมื่อขายผลผลิต ไม่เกิน 10 เดือน ${cost.th}`,
    en: `Production loan: as an ordinary one, paid back at once after the harvest, within 10 months. ${cost.en}`,
  },
});

const inKindClause = (values: LoanProductRule, cost: Charge): Unnumbered<KeyedClause<"loan-in-kind">> => ({
  key: "loan-in-kind",
  values,
  text: {
    th: `กู้เป็นของ (ปุ๋ย น้ำมัน): ไม่เกิน 20,000 บาท กลุ่มจ่ายให้ร้านค้าตามใบส่งของ คืนภายใน 6 เดือน ${cost.th}`,
    en: `Loan in kind (fertiliser, fuel): up to 20,000 baht, paid to the supplier by voucher, paid back within 6 months. ${cost.en}`,
  },
});

const specialClause = (values: LoanProductRule): Unnumbered<KeyedClause<"loan-special">> => ({
  key: "loan-special",
  values,
  text: { th: "กู้พิเศษ: กลุ่มยังไม่เปิดให้กู้ จนกว่าที่ประชุมมีมติ", en: "Special loan: not offered before a meeting decides so." },
});

const limits: Unnumbered<KeyedClause<"loan-limits">> = {
  key: "loan-limits",
  values: {
    openLoans: 2,
    guarantees: 3,
    guaranteePercent: null,
    keptBack: zero,
    queue: "by-date",
    reservedDays: 30,
    answerDays: 7,
    renewPercent: 50,
  },
  text: {
    th: "กู้ได้พร้อมกันไม่เกิน 2 สัญญา ค้ำได้ไม่เกิน 3 สัญญา ให้กู้ตามลำดับวันที่ยื่น อนุมัติแล้วไม่มารับภายใน 30 วัน ถือว่าคืนสิทธิ์",
    en: "At most 2 contracts at a time and 3 guarantees. Requests are looked at by the day they were put. Who does not come for the money in 30 days gives it back.",
  },
};

const dueDays: Unnumbered<KeyedClause<"loan-due-days">> = {
  key: "loan-due-days",
  values: { due: "working-day", dayOfMonth: 5, holidays: "stay", firstPeriodDays: 15, instalmentMultiple: satang(100) },
  text: {
    th: "ส่งค่างวดในวันส่งสัจจะของทุกเดือน งวดแรกห่างจากวันรับเงินอย่างน้อย 15 วัน",
    en: "Instalments are due on the working day of each month, the first at least 15 days after the payout.",
  },
};

const lateLoan = (fineGoesTo: FinePurse): Unnumbered<KeyedClause<"late-loan">> => ({
  key: "late-loan",
  values: { percentPerMonth: "0", mostPercent: 0, freeDays: 0, fineGoesTo },
  text: {
    th: "ส่งค่างวดช้า ไม่มีค่าปรับ ให้มาคุยกับกรรมการ",
    en: "There is no fine on a late instalment. Come and talk to the committee.",
  },
});

const decisions: Unnumbered<KeyedClause<"loan-decisions">> = {
  key: "loan-decisions",
  values: {
    bands: [
      { upTo: baht(5_000), committees: ["loan", "executive"], quorum: 3, betweenMeetings: true },
      { upTo: null, committees: ["loan", "executive"], quorum: 3, betweenMeetings: true },
    ],
    tie: "rejected",
    hours: 72,
    remindHours: 24,
    deputyHours: 48,
    deputies: ["promotion"],
  },
  text: {
    th: "กรรมการเงินกู้และกรรมการอำนวยการตัดสินด้วยเสียงข้างมาก อย่างน้อย 3 คน ผู้กู้ คู่สมรส ผู้ค้ำ และคนในบ้านเดียวกันไม่ร่วมตัดสิน",
    en: "The loan and executive committees decide by majority, 3 at least. Borrower, spouse, guarantors and their household take no part.",
  },
};
