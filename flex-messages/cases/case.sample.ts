import type { CaseView } from "../../src/messages/cases";
import { longest, samplesOf, usual, type SampleValues, type Samples } from "../values.sample";

const told = (values: SampleValues) => ({
  group: values.group,
  member: values.member,
  about: "balance" as const,
  words: values.wish,
  entry: { receipt: values.receipt, on: values.on, total: values.amount, by: values.treasurer },
});

/** A case that is being checked, for texts and notices too. */
export const checkedCase = (values: SampleValues): CaseView => ({
  ...told(values),
  openedAt: values.at,
  state: "checking",
  isEscalated: false,
  days: 7,
  answers: 0,
  answer: null,
});

const answeredCase = (values: SampleValues): CaseView => ({
  ...checkedCase(values),
  state: "answered",
  answers: 1,
  answer: { by: values.secretary.name, at: values.later, text: values.reason },
});

const confirmation = (values: SampleValues) => ({
  ...told(values),
  hearers: [values.treasurer.name, values.secretary.name, values.secretary.name],
  isEscalated: false,
  send: values.data,
  round: values.data as string | null,
  drop: values.data,
});

/** Example views. */
export const caseConfirmationSamples: Samples<
  Omit<ReturnType<typeof confirmation>, "entry"> & Pick<CaseView, "entry">
> = {
  ...samplesOf(confirmation),
  "to the coordinator, no entry": { ...confirmation(usual), isEscalated: true, round: null, entry: null },
};

/** Example views. */
export const caseStatusSamples: Samples<CaseView> = {
  ...samplesOf(checkedCase),
  answered: answeredCase(longest),
  closed: { ...answeredCase(usual), state: "closed" },
};

const opened = (values: SampleValues) => ({ ...checkedCase(values), reply: values.data });

/** Example views. */
export const caseOpenedSamples: Samples<CaseView & { reply: string }> = {
  ...samplesOf(opened),
  "answered before, escalated, longest": {
    ...answeredCase(longest),
    state: "checking",
    isEscalated: true,
    reply: longest.data,
  },
  nameless: { ...opened(longest), member: null, entry: null, about: "complaint" },
  "no receipt": { ...opened(usual), entry: { receipt: null, on: usual.on, total: usual.amount, by: null } },
};

const answer = (values: SampleValues) => ({ ...answeredCase(values), close: values.data, wrong: values.data });

/** Example views. */
export const caseAnsweredSamples: Samples<ReturnType<typeof answer>> = samplesOf(answer);
