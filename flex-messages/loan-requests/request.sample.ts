import { memberId, type GroupId } from "../../src/domain/ids";
import { eligibilityFacts, type Eligibility } from "../../src/domain/loans/requests/eligibility";
import type { LoanRequest } from "../../src/domain/loans/requests/request";
import type { LoanRequestView } from "../../src/domain/loans/requests/request-view";
import { localDate } from "../../src/domain/dates";
import { baht, zero, type Satang } from "../../src/domain/money";
import { longest, usual, type SampleValues, type Samples } from "../values.sample";

/** A request in the state in which its guarantors are asked. */
export function requestSample(values: SampleValues): LoanRequestView {
  const isLong = values === longest;
  const amount = isLong ? baht(1_000_000) : baht(15_000);
  const named = values.others.slice(0, 2);
  return {
    request: request(values, amount),
    group: { ...groupOf(values), interestWord: { th: isLong ? "ค่าบำรุงกลุ่มประจำเดือน" : "ดอกเบี้ย", en: "interest" } },
    member: values.member,
    schedule: {
      first: isLong ? baht(102_345) : baht(1_400),
      isEven: false,
      payments: 12,
      firstDueOn: values.on,
      lastDueOn: localDate("2027-12-31"),
      totalInterest: isLong ? baht(165_000) : baht(975),
      effectiveYearlyBps: 1200,
    },
    yearlyRatePercent: "12",
    fee: isLong ? baht(1_000) : zero,
    guarantors: named.map((member, at) => ({
      member,
      amount,
      state: at === 0 ? "agreed" : "asked",
      isEntered: isLong && at === 0,
    })),
    place: null,
  };
}

const groupOf = ({ group }: SampleValues): LoanRequestView["group"] => ({
  id: "namkhao" as GroupId,
  district: "จะนะ",
  financeMode: "interest",
  mode: "digital",
  delegates: [],
  officers: [],
  salt: "",
  ...group,
});

function request(values: SampleValues, amount: Satang): LoanRequest {
  const isLong = values === longest;
  const groupId = "namkhao" as GroupId;
  return {
    id: "0123456789abcdef",
    groupId,
    requestNo: isLong ? "ก9999/2569" : "ก12/2569",
    memberId: memberId(groupId, values.member.memberNo),
    product: isLong ? "production" : "ordinary",
    amount,
    instalments: 12,
    purpose: isLong ? values.wish.slice(0, 100) : values.wish,
    goods: null,
    renews: isLong ? "999/2569" : null,
    rules: { version: 0, clause: "8" },
    eligibility: eligibilitySample(values, isLong ? "REVIEW" : "PASS"),
    guarantors: values.others.slice(0, 2).map(({ memberNo }, at) => ({
      memberId: memberId(groupId, memberNo),
      memberNo,
      amount,
      state: at === 0 ? "agreed" : "asked",
      askedAt: values.at,
      answeredAt: at === 0 ? values.at : null,
      enteredBy: null,
    })),
    guarantorsNeeded: 2,
    state: "guarantors",
    putAt: values.at,
    since: values.at,
    answerUntil: values.later,
    putOff: 0,
    decision: null,
    reservedUntil: null,
    paperSigned: null,
    contractNo: null,
    version: 1,
  };
}

/** What is known of a borrower: everything in order, or what the committee must look at. */
export function eligibilitySample(values: SampleValues, verdict: Eligibility["verdict"]): Eligibility {
  const isLong = values === longest;
  return {
    verdict,
    reasons: eligibilityFacts.slice(0, 10).map((fact, at) => ({
      fact,
      verdict: at >= 4 && at < (isLong ? 7 : 6) ? verdict : "PASS",
      has: isLong ? values.small : 3,
      limit: isLong ? values.small : 6,
      clause: "8",
    })),
  };
}

/** The same further on its way. */
export function requestIn(
  values: SampleValues,
  state: LoanRequest["state"],
  granted: Satang | null = null,
): LoanRequestView {
  const view = requestSample(values);
  const decision =
    granted === null
      ? null
      : { resolutionNo: "7/2569", decidedAt: values.later, granted, reason: granted === zero ? values.reason : null };
  const guarantors = view.guarantors.map((one) => ({ ...one, state: "agreed" as const }));
  const reservedUntil = state === "approved" ? values.on : null;
  const contractNo = state === "paid-out" ? "15/2569" : null;
  const changed = {
    state,
    decision,
    reservedUntil,
    contractNo,
    answerUntil: state === "offered" ? values.later : null,
  };
  return {
    ...view,
    guarantors,
    request: { ...view.request, ...changed },
    place: state === "waiting" ? { at: 3, of: 9, order: "by-date" } : null,
  };
}

type Standing = LoanRequestView & { cancel?: string; name?: string };

const own = (view: LoanRequestView, { data }: SampleValues): Standing => ({ ...view, cancel: data, name: data });

/** Example views. */
export const requestStandingSamples: Samples<Standing> = {
  usual: own(requestSample(usual), usual),
  longest: own(requestSample(longest), longest),
  waiting: requestIn(usual, "waiting"),
  offered: requestIn(usual, "offered", baht(10_000)),
  approved: requestIn(usual, "approved", baht(15_000)),
  "approved, longest": requestIn(longest, "approved", baht(1_000_000)),
  rejected: requestIn(usual, "rejected", zero),
  "rejected, longest": requestIn(longest, "rejected", zero),
  paid: requestIn(usual, "paid-out", baht(15_000)),
  cancelled: requestIn(usual, "cancelled"),
};
