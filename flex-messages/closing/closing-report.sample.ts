import type { CountedView } from "../../src/domain/closing/closing-view";
import type { EarlierCount } from "../../src/domain/closing/day-count";
import type { SettledDifference } from "../../src/domain/differences/difference";
import type { PhotoId } from "../../src/domain/ids";
import { satang } from "../../src/domain/money";
import type { ClosingReportView } from "../../src/messages/closing-report";
import { dayOf } from "../days/day-report.sample";
import { longest, samplesOf, usual, type SampleValues, type Samples } from "../values.sample";

/** What two people counted. */
export const countedOf = ({ treasurer, secretary, balance, amount }: SampleValues): CountedView => ({
  by: [treasurer, secretary],
  cash: balance,
  bank: amount,
  bankSkipped: null,
  absentBy: null,
  photoId: null,
  keeper: { officer: treasurer, limit: amount },
  above: { amount, clause: "10.2" },
  differences: [],
  boxes: [],
  looked: [],
  notTaken: [],
});

/** Sums that were said and set aside. */
export const setAsideOf = ({ balance, small }: SampleValues): EarlierCount[] => [
  { what: "cash", counted: balance, off: satang(-small) },
  { what: "bank", counted: balance, off: small },
];

/** A difference that was written off. */
export const settledOf = ({ amount, receipt }: SampleValues): SettledDifference => ({
  what: "cash",
  way: "expense",
  amount,
  voucher: receipt,
});

const counted = (values: SampleValues): ClosingReportView => ({
  ...dayOf(values),
  closing: { code: values.checkCode, counted: countedOf(values), setAside: [], settled: [], tallies: [], unsolved: [] },
});

const withEverything = (values: SampleValues): ClosingReportView => ({
  ...dayOf(values),
  closing: {
    code: values.checkCode,
    counted: {
      ...countedOf(values),
      differences: [
        { what: "cash", amount: satang(-values.small) },
        { what: "bank", amount: values.amount },
      ],
      boxes: [
        { of: values.treasurer, booked: values.amount, counted: values.small },
        { of: values.secretary, booked: values.small, counted: values.amount },
      ],
      looked: [{ officer: values.treasurer, at: values.at }],
    },
    setAside: [],
    settled: [settledOf(values)],
    tallies: [{ officer: values.secretary, passbooks: 120 }],
    unsolved: [{ code: "3960", amount: satang(-values.small) }],
  },
  alone: [
    { kind: "money-moved", about: values.receipt, by: values.treasurer },
    { kind: "link", about: values.member.memberNo, by: values.secretary },
    { kind: "own-money", about: values.receipt, by: values.treasurer },
  ],
});

const withPicture = (values: SampleValues): ClosingReportView => ({
  ...counted(values),
  closing: { ...counted(values).closing, counted: { ...countedOf(values), photoId: "5".repeat(32) as PhotoId } },
});

/** Example views. */
export const closingReportSamples: Samples<ClosingReportView> = {
  ...samplesOf(counted),
  "not counted": { ...counted(usual), closing: { ...counted(usual).closing, counted: null } },
  "closed without the count": {
    ...counted(longest),
    closing: { ...counted(longest).closing, counted: null, setAside: setAsideOf(longest) },
  },
  "counted before": {
    ...counted(longest),
    closing: { ...counted(longest).closing, counted: { ...countedOf(longest), earlier: setAsideOf(longest) } },
  },
  "without the bank": {
    ...counted(longest),
    closing: {
      ...counted(longest).closing,
      counted: { ...countedOf(longest), bank: null, bankSkipped: "absent", absentBy: longest.secretary },
    },
  },
  "with a picture": withPicture(longest),
  "with an old picture": {
    ...withPicture(longest),
    closing: {
      ...withPicture(longest).closing,
      counted: { ...countedOf(longest), photoId: "5".repeat(32) as PhotoId, photoSeenAt: longest.at },
    },
  },
  "with everything": withEverything(usual),
  "with everything, longest": withEverything(longest),
};
