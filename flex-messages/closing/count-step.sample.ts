import { satang } from "../../src/domain/money";
import type { CountStepView } from "../../src/messages/count-steps";
import type { KeeperAboveView, KeeperAskView } from "../../src/messages/keeping";
import { longest, samplesOf, usual, type SampleValues, type Samples } from "../values.sample";

const counting = (values: SampleValues): CountStepView => ({
  group: values.group,
  day: { on: values.on },
  sheetOn: null,
  box: null,
  carries: false,
  boxes: [],
  stage: { kind: "count", what: "cash", round: 1 },
  isFirst: false,
  other: values.treasurer,
  said: null,
  accepted: { me: false, other: false },
  hasPhoto: false,
  photoSeenAt: null,
  differences: [],
  sameSum: [],
  absent: null,
  keeper: null,
  notTaken: null,
  why: "begun",
  say: values.data,
});

const bank = (values: SampleValues): CountStepView => ({
  ...counting(values),
  stage: { kind: "count", what: "bank", round: 2 },
  isFirst: true,
  why: "moved",
  notThere: values.data,
  counters: values.data,
});

const difference = (values: SampleValues): CountStepView => ({
  ...counting(values),
  stage: { kind: "difference", what: "bank", round: 2, counted: values.balance, difference: satang(-values.amount) },
  accepted: { me: false, other: true },
  accept: values.data,
  again: values.data,
});

const sheet = (values: SampleValues): CountStepView => ({
  ...difference(values),
  sheetOn: values.on,
  stage: { kind: "difference", what: "cash", round: 1, counted: values.balance, difference: values.small },
  accepted: { me: false, other: false },
});

const taking = (values: SampleValues): CountStepView => ({
  ...counting(values),
  stage: {
    kind: "taking",
    cash: values.balance,
    round: 1,
    keeper: {
      memberId: values.member.id,
      position: "executive.treasurer",
      limit: values.amount,
      hasLine: true,
      words: [],
    },
  },
  keeper: { is: "third", officer: values.secretary, hasLine: true, word: "none" },
});

/** Example views. */
export const keeperAskedSamples: Samples<KeeperAskView> = samplesOf((values) => ({
  group: values.group,
  day: { on: values.on },
  cash: values.balance,
  by: values.treasurer,
  take: values.data,
  notTaken: values.data,
}));

/** Example views. */
export const countStepSamples: Samples<CountStepView> = {
  ...samplesOf(counting),
  said: { ...bank(longest), said: longest.balance },
  bank: bank(longest),
  "page seen before": { ...bank(longest), hasPhoto: true, photoSeenAt: longest.at },
  difference: difference(usual),
  "over at the bank, longest": {
    ...difference(longest),
    stage: { kind: "difference", what: "bank", round: 2, counted: longest.balance, difference: longest.small },
    sameSum: [
      { memberNo: longest.member.memberNo, state: "refused" },
      { memberNo: "014", state: "waiting" },
    ],
  },
  "difference, longest": difference(longest),
  box: { ...counting(longest), box: longest.treasurer, carries: true },
  "own box": { ...counting(longest), box: "own", said: longest.balance },
  "difference by box": {
    ...difference(longest),
    stage: { kind: "difference", what: "cash", round: 2, counted: longest.balance, difference: longest.amount },
    boxes: [longest.treasurer, longest.secretary].map((of) => ({ of, booked: longest.small, counted: longest.amount })),
  },
  sheet: { ...counting(longest), sheetOn: longest.on },
  "sheet, missing": sheet(usual),
  "sheet, over, longest": { ...sheet(longest), accepted: { me: false, other: true } },
  keeper: { ...counting(usual), stage: { kind: "keeper", cash: usual.balance }, isFirst: true, keepers: usual.data },
  ready: { ...counting(longest), stage: { kind: "ready" }, isFirst: true, close: longest.data },
  "ready, without the bank": {
    ...counting(longest),
    stage: { kind: "ready" },
    isFirst: true,
    absent: { by: longest.secretary, both: false },
    close: longest.data,
    read: longest.data,
    absentToo: longest.data,
  },
  "keeper again": {
    ...counting(longest),
    stage: { kind: "keeper", cash: longest.balance },
    isFirst: true,
    notTaken: { keeper: longest.treasurer, by: longest.secretary },
    differences: [
      { what: "cash", amount: longest.amount },
      { what: "bank", amount: longest.amount },
    ],
    keepSelf: longest.data,
    keepers: longest.data,
  },
  "taking, asked": {
    ...taking(usual),
    keeper: { is: "other", officer: usual.treasurer, hasLine: true, word: "none" },
    take: usual.data,
    notTakenBy: usual.data,
  },
  "taking, asked for another": {
    ...taking(longest),
    absent: { by: longest.treasurer, both: false },
    take: longest.data,
    notTakenBy: longest.data,
    absentToo: longest.data,
  },
  "taking, myself": {
    ...taking(longest),
    keeper: { is: "me", officer: longest.treasurer, hasLine: true, word: "none" },
    take: longest.data,
    notTakenBy: longest.data,
  },
  "taking, waiting": { ...taking(longest), isFirst: true, keepers: longest.data, close: longest.data },
  "ready, vouched": {
    ...counting(longest),
    stage: { kind: "ready" },
    isFirst: true,
    keeper: { is: "third", officer: longest.treasurer, hasLine: true, word: "vouched" },
    close: longest.data,
  },
};

/** Example views. */
export const keeperAboveSamples: Samples<KeeperAboveView> = samplesOf((values) => ({
  group: values.group,
  keeper: values.treasurer,
  limit: values.small,
  cash: values.balance,
  above: values.amount,
  clause: "10.2",
  bankFirst: values.data,
  keepAll: values.data,
  others: values.data,
}));
