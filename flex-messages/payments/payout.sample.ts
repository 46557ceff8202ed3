import { addDays } from "../../src/domain/dates";
import type { PhotoId } from "../../src/domain/ids";
import { zero } from "../../src/domain/money";
import type { LoanPapersView } from "../../src/messages/loan-papers";
import type { GuaranteeToldView, PayoutItemView, ReleasedView } from "../../src/messages/payouts";
import { longest, samplesOf, usual, type SampleValues, type Samples } from "../values.sample";

const item = (values: SampleValues): PayoutItemView => {
  const { member, others, balance, at, on } = values;
  const isLong = values === longest;
  const stands = { state: "agreed" as const, askedAt: at, answeredAt: at, enteredBy: null };
  return {
    group: values.group,
    request: {
      requestNo: isLong ? "ก1234/2569" : "ก12/2569",
      decision: { resolutionNo: "7/2569", decidedAt: at, granted: balance, reason: null },
      reservedUntil: addDays(on, 30),
      paperSigned: null,
      guarantors: others.map(({ memberNo }) => ({ memberId: member.id, memberNo, amount: balance, ...stands })),
      guarantorsNeeded: 2,
      goods: isLong ? { item: "ปุ๋ยอินทรีย์อัดเม็ดสูตรหนึ่ง", quantity: 100, unit: "กระสอบ", supplier: null } : null,
    },
    member,
    needsPaper: true,
  };
};

const withWays = (values: SampleValues) => ({
  ...item(values),
  cash: values.data,
  bank: values.data,
  sign: values.data,
});

const list = (values: SampleValues, count: number) => ({
  group: values.group,
  items: Array.from({ length: count }, () => ({ ...item(values), data: values.data })),
  from: 0,
  more: count > 5 ? values.data : null,
});

/** Example views. */
export const payoutListSamples: Samples<ReturnType<typeof list>> = {
  usual: list(usual, 2),
  longest: list(longest, 12),
  none: list(usual, 0),
};

/** Example views. */
export const payoutItemSamples: Samples<Omit<ReturnType<typeof withWays>, "sign"> & { sign: string | null }> = {
  ...samplesOf(withWays),
  signed: {
    ...withWays(usual),
    request: {
      ...item(usual).request,
      paperSigned: { at: usual.at, by: { personId: null, memberId: usual.member.id, position: "executive.secretary" } },
    },
    sign: null,
  },
  "needs no paper": {
    ...withWays(usual),
    request: { ...item(usual).request, guarantors: [], guarantorsNeeded: 0, reservedUntil: null, decision: null },
    needsPaper: false,
    sign: null,
  },
};

/** Example views. */
export const askReceiverSamples: Samples<PayoutItemView> = samplesOf(item);

/** Example views. */
export const guaranteeToldSamples: Samples<GuaranteeToldView> = samplesOf((values) => ({
  group: values.group,
  state: values === usual ? ("begun" as const) : ("taken-back" as const),
  borrower: values.member,
  contractNo: "ก12/2569",
  granted: values.balance,
  amount: values.small,
  first: { dueOn: values.on, total: values.small },
}));

/** Example views. */
export const requestReleasedSamples: Samples<ReleasedView> = {
  ...samplesOf(({ member, balance, on }) => ({
    to: "borrower" as const,
    requestNo: "ก12/2569",
    member,
    amount: balance,
    until: on,
  })),
  committee: { to: "committee", requestNo: "ก12/2569", member: usual.member, amount: zero, until: usual.on },
};

/** Example views. */
export const paperSignedSamples = samplesOf((values) => ({
  request: { requestNo: "ก12/2569" },
  member: values.member,
  by: values.secretary,
  at: values.at,
  photo: values.data,
}));

const papersOf = (values: SampleValues): LoanPapersView & { link: string | null } => ({
  request: { id: "1", requestNo: "ก12/2569" },
  borrower: values.member,
  papers: [{ which: "contract", guarantor: null }, ...values.others.map((guarantor, which) => ({ which, guarantor }))],
  photos: [
    { id: "1" as PhotoId, purpose: "loan-paper" },
    { id: "2" as PhotoId, purpose: "loan-paper" },
    { id: "3" as PhotoId, purpose: "payout-slip" },
  ],
  link: "https://liff.line.me/1000000001-Simul8or/loan/namkhao/1",
});

/** Example views. */
export const loanPapersToldSamples: Samples<LoanPapersView & { link: string | null }> = {
  ...samplesOf(papersOf),
  "no pages": { ...papersOf(usual), link: null },
};
