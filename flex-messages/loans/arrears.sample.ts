import type {
  ArrearsNoticeView,
  ArrearsView,
  LateGuaranteeView,
  LoanReminderView,
} from "../../src/domain/loans/arrears-view";
import { zero } from "../../src/domain/money";
import { longest, samplesOf, usual, type SampleValues, type Samples } from "../values.sample";
import { requestSample } from "../loan-requests/request.sample";

const late = (values: SampleValues) => ({
  member: values.member,
  contractNo: "ก12/2569",
  missed: 3,
  days: 95,
  due: values.small,
  outstanding: values.balance,
  guarantors: values.others,
  tellBy: values.on,
});

const arrears = (values: SampleValues, count: number): ArrearsView => ({
  group: requestSample(values).group,
  on: values.on,
  outstanding: values.balance,
  byAge: { to30: zero, to60: zero, to90: zero, over90: count > 0 ? values.balance : zero },
  par30Bps: count > 0 ? 1_234 : 0,
  late: Array.from({ length: count }, () => late(values)),
  withoutTerms: count,
});

/** Example views. */
export const arrearsSamples: Samples<ArrearsView> = {
  usual: arrears(usual, 2),
  longest: arrears(longest, 30),
  none: arrears(usual, 0),
};

const reminder = (values: SampleValues, when: LoanReminderView["when"], missed = 0) => ({
  group: requestSample(values).group,
  member: values.member,
  contractNo: "ก12/2569",
  contractId: "namkhao/ก12/2569",
  dueOn: values.on,
  amount: values.small,
  when,
  missed,
  grace: values.data,
});

/** Example views. */
export const loanReminderSamples: Samples<LoanReminderView & { grace: string }> = {
  ...samplesOf((values) => reminder(values, "late", 12)),
  late: reminder(usual, "late", 1),
  coming: reminder(usual, "coming"),
  tomorrow: reminder(usual, "tomorrow"),
};

/** Example views. */
export const arrearsNoticeSamples: Samples<ArrearsNoticeView & { show: string }> = samplesOf((values) => ({
  group: requestSample(values).group,
  on: values.on,
  contracts: 12,
  due: values.small,
  outstanding: values.balance,
  par30Bps: 1_234,
  toTell: 7,
  show: values.data,
}));

const guaranteed = (values: SampleValues, isAll: boolean): LateGuaranteeView => ({
  group: requestSample(values).group,
  guarantor: values.member,
  borrower: values.others[0] ?? values.member,
  contractNo: "ก12/2569",
  days: 62,
  due: values.small,
  amount: isAll ? null : values.balance,
});

/** Example views. */
export const lateGuaranteeSamples: Samples<LateGuaranteeView> = {
  ...samplesOf((values) => guaranteed(values, false)),
  all: guaranteed(usual, true),
};
