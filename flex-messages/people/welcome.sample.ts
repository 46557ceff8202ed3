import type { WelcomeView } from "../../src/messages/people";
import { groupContacts, samplesOf, usual, type SampleValues, type Samples } from "../values.sample";

const view = (values: SampleValues): WelcomeView => ({
  networkName: values.networkName,
  contacts: groupContacts(values),
  next: values.data,
});

/** Example views. */
export const welcomeSamples: Samples<WelcomeView> = {
  ...samplesOf(view),
  "without contacts": { ...view(usual), contacts: [] },
};
