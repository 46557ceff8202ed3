import type { SetOffPlanView, SetOffView } from "../../src/messages/set-off";
import { longest, samplesOf, usual, type SampleValues, type Samples } from "../values.sample";
import { answered, openDecision } from "./matter.sample";

const plan = (values: SampleValues): SetOffPlanView => ({
  group: values.group,
  member: values.member,
  contractNo: values === longest ? "ก1234/2569" : "15/2568",
  resolution: "3/2569",
  owed: { principal: values.balance, interest: values.small, fine: values.small },
  taken: { special: values.amount, pledge: values.balance },
  left: { special: values.small, pledge: values.amount },
});
const withCard = (values: SampleValues) => ({ ...plan(values), confirm: values.data, drop: values.data });
const asked = (values: SampleValues): SetOffView => ({ ...plan(values), ...openDecision(values), done: null });
const withAnswer = (values: SampleValues) => ({ ...asked(values), approve: values.data, reject: values.data });
const done = (values: SampleValues): SetOffView => ({
  ...plan(values),
  ...answered(values, "approved"),
  done: { receipt: values.receipt, checkCode: values.checkCode },
});

/** Example views. */
export const setOffConfirmationSamples: Samples<ReturnType<typeof withCard>> = samplesOf(withCard);

/** Example views. */
export const setOffAskedSamples: Samples<SetOffView> = samplesOf(asked);

/** Example views. */
export const setOffRequestSamples: Samples<ReturnType<typeof withAnswer>> = samplesOf(withAnswer);

/** Example views. */
export const setOffDecidedSamples: Samples<SetOffView> = {
  ...samplesOf(done),
  open: asked(usual),
  rejected: { ...plan(usual), ...answered(usual, "rejected"), done: null },
};

/** Example views. */
export const setOffToldSamples: Samples<SetOffView> = samplesOf(done);
