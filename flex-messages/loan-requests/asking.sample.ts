import { loanTermsOf } from "../../src/domain/loans/contract-terms";
import { termsFor } from "../../src/domain/loans/terms-for";
import { scheduleOf } from "../../src/domain/loans/schedule/schedule";
import { baht, zero } from "../../src/domain/money";
import { rulesNumbered } from "../../src/domain/rules/rule-book";
import type { LoanQuestionView, RequestPlanView } from "../../src/messages/loan-asking";
import { longest, samplesOf, usual, type SampleValues, type Samples } from "../values.sample";
import { eligibilitySample } from "./request.sample";

type Eligible = "PASS" | "REVIEW" | "FAIL";

/** A request before it is put, with what the rules say of it. */
export function planSample(values: SampleValues, verdict: Eligible = "PASS"): RequestPlanView {
  const isLong = values === longest;
  const amount = isLong ? baht(1_000_000) : baht(5_000);
  const product = isLong ? "in-kind" : "ordinary";
  const instalments = 12;
  const rules = rulesNumbered([], "interest", 0);
  const asked = { product, amount, instalments, disbursedOn: values.on } as const;
  const terms = termsFor(rules, asked, values.group.workingDay);
  return {
    group: { name: values.group.name, interestWord: { th: isLong ? "ค่าบำรุงกลุ่ม" : "ดอกเบี้ย", en: "interest" } },
    member: values.member,
    draft: {
      product,
      amount,
      instalments,
      purpose: isLong ? values.wish.slice(0, 100) : values.wish,
      goods: isLong ? { item: "ปุ๋ยอินทรีย์อัดเม็ดสูตรพิเศษตรานกน้ำ", quantity: 9_999, unit: "กระสอบ", supplier: null } : null,
      renews: null,
    },
    eligibility: eligibilitySample(values, verdict),
    schedule: scheduleOf(loanTermsOf(terms)),
    yearlyRatePercent: "12",
    fee: zero,
    guarantorsNeeded: isLong ? 3 : 2,
    cosigners: values.others.slice(0, 2),
  };
}

type Preview = RequestPlanView & { confirm: string | null; rows: string; drop: string; back: string };

function previewOf(values: SampleValues, verdict: Eligible): Preview {
  const { data } = values;
  const confirm = verdict === "FAIL" ? null : data;
  return { ...planSample(values, verdict), confirm, rows: data, drop: data, back: data };
}

/** Example views. */
export const loanPreviewSamples: Samples<Preview> = {
  usual: previewOf(usual, "PASS"),
  longest: previewOf(longest, "REVIEW"),
  review: previewOf(usual, "REVIEW"),
  "not yet": previewOf(usual, "FAIL"),
  "not yet, longest": previewOf(longest, "FAIL"),
};

/** Example views. */
export const loanCosignSamples: Samples<RequestPlanView & { confirm: string }> = samplesOf((values) => ({
  ...planSample(values, values === longest ? "REVIEW" : "PASS"),
  confirm: values.data,
}));

const question = (of: Pick<LoanQuestionView, "question" | "limit"> & { values: (string | number)[] }) =>
  samplesOf((values): LoanQuestionView => ({
    question: of.question,
    member: values.member,
    product: "ordinary",
    closedBy: null,
    limit: of.limit,
    options: of.values.map((value) => ({ value, data: values.data })),
    back: values.data,
  }));

/** Example views of every question. */
export const loanQuestionSamples: Samples<LoanQuestionView> = {
  ...question({ question: "product", limit: null, values: ["ordinary", "emergency", "production", "in-kind"] }),
  closed: {
    ...question({ question: "product", limit: null, values: ["ordinary", "emergency"] }).usual,
    product: "special",
    closedBy: "13",
  },
  amount: question({ question: "amount", limit: baht(50_000), values: [baht(3_000), baht(50_000)] }).usual,
  "amount, longest": question({ question: "amount", limit: baht(1_000_000), values: [baht(1_000_000)] }).longest,
  goods: question({ question: "goods", limit: null, values: [] }).usual,
  purpose: question({ question: "purpose", limit: null, values: ["ลงทุนทำกิน", "ค่าเทอมลูก"] }).usual,
  instalments: question({ question: "instalments", limit: 24, values: [3, 6, 12, 24] }).usual,
  renewal: question({ question: "renewal", limit: null, values: ["15/2569", ""] }).usual,
  others: question({ question: "others", limit: null, values: ["yes", "no"] }).usual,
};
