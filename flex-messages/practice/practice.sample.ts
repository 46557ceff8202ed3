import type { PracticeView } from "../../src/messages/practice";
import { samplesOf, usual, type SampleValues, type Samples } from "../values.sample";

const practised = (values: SampleValues): PracticeView => ({
  group: values.group,
  on: values.on,
  people: [values.member, ...values.others],
  count: 1 + values.others.length,
  cash: values.small,
  bank: values.balance,
  isOfficer: true,
  memberNo: values.member.memberNo,
});

/** Example views. */
export const practiceSamples: Samples<PracticeView> = {
  ...samplesOf(practised),
  member: { ...practised(usual), people: [usual.member], count: 1, isOfficer: false },
};

/** Example views. */
export const practiceWarningSamples = samplesOf(({ group, data }) => ({ group, confirm: data, drop: data }));
