import type { WelcomeView } from "../../src/messages/people";
import { samplesOf, usual, type SampleValues, type Samples } from "../values.sample";

const view = (values: SampleValues): WelcomeView => ({
  networkName: values.networkName,
  contacts: values.contacts,
  next: values.data,
});

/** Example views. */
export const welcomeSamples: Samples<WelcomeView> = {
  ...samplesOf(view),
  "without contacts": { ...view(usual), contacts: [] },
};
