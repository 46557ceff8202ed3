import type { CaseView } from "../../src/messages/cases";
import { longest, samplesOf, usual, type SampleValues, type Samples } from "../values.sample";

const told = (values: SampleValues) => ({
  group: values.group,
  member: values.member,
  about: "balance" as const,
  entry: {
    receipt: values.receipt,
    on: values.on,
    total: values.amount,
    by: values.treasurer,
    secondedBy: values.secretary,
  },
});

/** A case that is being checked, for texts and notices too. */
export const checkedCase = (values: SampleValues): CaseView => ({
  ...told(values),
  toldBy: values.others[0] ?? null,
  isNameless: false,
  texts: [{ by: `${values.member.memberNo} ${values.member.name}`, isTellers: true, at: values.at, text: values.wish }],
  openedAt: values.at,
  state: "checking",
  isEscalated: false,
  days: 7,
  answers: 0,
});

const answeredCase = (values: SampleValues): CaseView => ({
  ...checkedCase(values),
  state: "answered",
  answers: 2,
  texts: [
    ...checkedCase(values).texts,
    { by: values.secretary.name, isTellers: false, at: values.later, text: values.reason },
    { by: `${values.member.memberNo} ${values.member.name}`, isTellers: true, at: values.later, text: values.wish },
    { by: values.secretary.name, isTellers: false, at: values.later, text: values.wish },
  ],
});

const readable = (view: CaseView, { data }: SampleValues) => ({ ...view, read: data });

const confirmation = (values: SampleValues) => ({
  ...told(values),
  words: values.wish,
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
export const caseStatusSamples: Samples<CaseView & { read: string }> = {
  ...samplesOf((values) => readable(checkedCase(values), values)),
  answered: readable(answeredCase(longest), longest),
  closed: readable({ ...answeredCase(usual), state: "closed" }, usual),
};

const opened = (values: SampleValues) => ({ ...readable(checkedCase(values), values), reply: values.data });

/** Example views. */
export const caseOpenedSamples: Samples<CaseView & { read: string; reply: string }> = {
  ...samplesOf(opened),
  "answered before, escalated, longest": {
    ...readable(answeredCase(longest), longest),
    state: "checking",
    isEscalated: true,
    reply: longest.data,
  },
  nameless: {
    ...opened(longest),
    ...{ member: null, toldBy: null, isNameless: true, entry: null, about: "complaint" },
    texts: [{ by: null, isTellers: true, at: longest.at, text: longest.wish }],
  },
  "taken over": {
    ...opened(longest),
    ...{ toldBy: null, isNameless: true, entry: null, about: "taken-over" },
    texts: [{ by: null, isTellers: true, at: longest.at, text: longest.wish }],
  },
  "no receipt": {
    ...opened(usual),
    entry: { receipt: null, on: usual.on, total: usual.amount, by: null, secondedBy: null },
  },
};

const answer = (values: SampleValues) => ({
  ...readable(answeredCase(values), values),
  close: values.data,
  wrong: values.data,
});

/** Example views. */
export const caseAnsweredSamples: Samples<ReturnType<typeof answer>> = samplesOf(answer);
