import { add, baht, zero } from "../../src/domain/money";
import type { DecisionView } from "../../src/messages/office-cards";
import type { GuaranteeEntryView, GuaranteeView } from "../../src/messages/loan-guarantees";
import type { LoanRequestView } from "../../src/domain/loans/requests/request-view";
import { longest, samplesOf, usual, type SampleValues, type Samples } from "../values.sample";
import { requestIn, requestSample } from "./request.sample";

function guarantee(values: SampleValues): GuaranteeView {
  const view = requestSample(values);
  const { amount } = view.request;
  const before = values === longest ? baht(2_000_000) : zero;
  return {
    ...view,
    guarantor: values.others[0] ?? values.member,
    guarantee: { amount, before, after: add(before, amount), count: values === longest ? 12 : 1 },
  };
}

const answers = ({ data }: SampleValues) => ({ agree: data, decline: data });

/** Example views. */
export const guaranteeAskedSamples: Samples<GuaranteeView & { agree: string; decline: string }> = samplesOf(
  (values) => ({ ...guarantee(values), ...answers(values) }),
);

type Standing = GuaranteeView & {
  state: "asked" | "agreed" | "declined";
  agree?: string;
  decline?: string;
  leave?: string;
};

/** Example views. */
export const guaranteeStandingSamples: Samples<Standing> = {
  usual: { ...guarantee(usual), state: "agreed", leave: usual.data },
  longest: { ...guarantee(longest), state: "agreed", leave: longest.data },
  asked: { ...guarantee(usual), state: "asked", ...answers(usual) },
  "asked, longest": { ...guarantee(longest), state: "asked", ...answers(longest) },
  declined: { ...guarantee(usual), state: "declined" },
};

/** Example views. */
export const guaranteeOverSamples: Samples<LoanRequestView> = samplesOf((values) => requestIn(values, "cancelled"));

/** Example views. */
export const guarantorConfirmationSamples: Samples<
  LoanRequestView & { guarantor: GuaranteeView["guarantor"]; confirm: string; drop: string }
> = samplesOf((values) => ({
  ...requestSample(values),
  guarantor: values.others[0] ?? values.member,
  confirm: values.data,
  drop: values.data,
}));

const entry = (values: SampleValues): GuaranteeEntryView => ({
  ...requestSample(values),
  guarantor: values.others[0] ?? values.member,
  answer: "agreed",
});

const open = (values: SampleValues): GuaranteeEntryView & DecisionView => ({
  ...entry(values),
  requestedBy: values.secretary,
  decidedBy: null,
  decidedAt: null,
  verdict: "open",
  waitsFor: [values.treasurer, values.secretary],
});

/** Example views. */
export const guaranteeEntryConfirmationSamples: Samples<GuaranteeEntryView & { confirm: string; drop: string }> =
  samplesOf((values) => ({ ...entry(values), confirm: values.data, drop: values.data }));

/** Example views. */
export const guaranteeEntryAskedSamples: Samples<GuaranteeEntryView & DecisionView> = samplesOf(open);

/** Example views. */
export const guaranteeEntryRequestSamples: Samples<
  GuaranteeEntryView & DecisionView & { approve: string; reject: string }
> = samplesOf((values) => ({ ...open(values), approve: values.data, reject: values.data }));

/** Example views. */
export const guaranteeEntryDecidedSamples: Samples<GuaranteeEntryView & DecisionView> = samplesOf((values) => ({
  ...open(values),
  decidedBy: values.treasurer,
  decidedAt: values.later,
  verdict: "approved" as const,
  waitsFor: [],
}));
