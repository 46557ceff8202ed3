import type { PaymentDetails } from "../../src/domain/groups/payment-details";
import type { PhotoId } from "../../src/domain/ids";
import type { MemberName } from "../../src/domain/people";
import { satang, zero } from "../../src/domain/money";
import { depositPurposes } from "../../src/domain/savings/deposit";
import type { TransferRequestView, TransferView } from "../../src/messages/transfers";
import type { DepositSum } from "../../src/messages/views";
import { longest, samplesOf, usual, type SampleValues, type Samples } from "../values.sample";

const pledgeAlone = (values: SampleValues): DepositSum[] => [{ purpose: "pledge", amount: values.small }];

const loanToo = (values: SampleValues): DepositSum[] => [
  ...pledgeAlone(values),
  { purpose: "principal", amount: values.amount, contractNo: "15/2568" },
  { purpose: "interest", amount: satang(375_00), contractNo: "15/2568" },
];

const everything = (values: SampleValues): DepositSum[] =>
  depositPurposes.map((purpose) => ({ purpose, amount: values.small }));

/** A transfer of a member as its views begin. */
const sums = (values: SampleValues, split: DepositSum[]) => ({
  group: values.group,
  member: values.member,
  split,
  total: values.balance,
});

const detailsOf = (values: SampleValues): PaymentDetails => ({
  ...values.group.payment,
  bankName: values.group.name.th,
  promptPayName: values.group.name.th,
});

const bankOf = (values: SampleValues): PaymentDetails => ({
  bank: values.group.payment.bank ?? "",
  bankName: values.group.name.th,
});

interface Part {
  member: MemberName;
  split: DepositSum[];
}

/** What of one transfer is for other passbooks. */
const others = (values: SampleValues): Part[] =>
  values.others.slice(0, 2).map((member) => ({ member, split: pledgeAlone(values) }));

const told = (values: SampleValues) => ({ on: values.on, time: "14:30", reference: "014123456789ABC1234567890" });

/** A notice that waits, for tests of notices too. */
export const waitingTransfer = (values: SampleValues, split = loanToo(values)): TransferView => ({
  ...sums(values, split),
  ...told(values),
  sender: null,
  photoId: "0".repeat(32) as PhotoId,
  partOf: null,
  sentAt: values.at,
  seenBefore: [],
  state: "waiting",
  daysToAnswer: 3,
  daysOverdue: 0,
  nudged: null,
  decidedBy: null,
  decidedAt: null,
  reason: null,
  paid: null,
});

const decidedTransfer = (values: SampleValues): TransferView => ({
  ...waitingTransfer(values),
  sender: values.others[0] ?? null,
  decidedBy: values.treasurer,
  decidedAt: values.later,
});

const slip = (values: SampleValues) => ({
  ...sums(values, loanToo(values)),
  details: detailsOf(values),
  qr: values.data,
  noSlip: values.data,
  drop: values.data,
});

/** Example views. */
export const transferSlipSamples: Samples<Omit<ReturnType<typeof slip>, "qr"> & { qr: string | null; also?: Part[] }> =
  {
    ...samplesOf(slip),
    "without an account": { ...slip(usual), details: {}, qr: null },
    "without PromptPay, longest": { ...slip(longest), details: bankOf(longest), qr: null },
    "several passbooks": { ...slip(usual), split: pledgeAlone(usual), also: others(usual) },
    "several passbooks, longest": { ...slip(longest), split: pledgeAlone(longest), also: others(longest) },
    everything: { ...slip(usual), split: everything(usual) },
  };

const confirmation = (values: SampleValues) => ({
  ...sums(values, loanToo(values)),
  ...told(values),
  hasSlip: true,
  isDaySaid: true,
  confirm: values.data,
  drop: values.data,
});

/** Example views. */
export const transferConfirmationSamples: Samples<
  Omit<ReturnType<typeof confirmation>, "time" | "reference"> &
    Pick<TransferView, "time" | "reference"> & { also?: Part[] }
> = {
  ...samplesOf(confirmation),
  "without slip": { ...confirmation(usual), hasSlip: false, time: null, reference: null },
  "no day said": { ...confirmation(usual), isDaySaid: false, time: null, reference: null },
  "no day said, longest": { ...confirmation(longest), isDaySaid: false, split: everything(longest) },
  "everything, longest": { ...confirmation(longest), split: everything(longest) },
  "several passbooks, longest": { ...confirmation(longest), split: pledgeAlone(longest), also: others(longest) },
};

/** Example views. */
export const transferStatusSamples: Samples<TransferView> = {
  ...samplesOf(waitingTransfer),
  overdue: {
    ...waitingTransfer(longest),
    sender: longest.others[0] ?? null,
    daysOverdue: 7,
    nudged: { who: "chair", at: longest.later },
  },
  confirmed: {
    ...decidedTransfer(longest),
    state: "confirmed",
    paid: { receipt: longest.receipt, checkCode: longest.checkCode },
  },
  refused: { ...decidedTransfer(longest), state: "refused", reason: longest.reason },
};

const request = (values: SampleValues) => ({
  ...waitingTransfer(values),
  confirm: values.data,
  refuse: values.data,
});

const seenAll = (values: SampleValues): TransferView["seenBefore"] =>
  (["image", "picture", "reference", "sum"] as const).map((how, at) => ({
    how: at === 0 ? [how, "reference", "sum"] : [how],
    sentAt: values.at,
    told: { member: values.member, total: values.balance, state: "confirmed", receipt: values.receipt },
  }));

/** Example views. */
export const transferRequestSamples: Samples<TransferRequestView> = {
  ...samplesOf(request),
  "seen before": { ...request(usual), seenBefore: seenAll(usual), split: everything(usual) },
  "seen before, longest": {
    ...request(longest),
    seenBefore: seenAll(longest).slice(0, 1),
    sender: usual.others[0] ?? null,
  },
  "seen in another group": { ...request(usual), seenBefore: [{ how: ["image"], sentAt: usual.at, told: null }] },
  "a part of a transfer, longest": {
    ...request(longest),
    partOf: { parts: 3, total: longest.balance, confirmed: longest.balance, refused: zero },
    sender: usual.others[0] ?? null,
  },
  "in the books already": {
    ...request(usual),
    already: { at: usual.at, by: usual.treasurer, receipt: usual.receipt },
  },
};
