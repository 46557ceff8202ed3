import type { WelfareInfoView } from "../../src/messages/tiles";
import { samplesOf, usual, type SampleValues, type Samples } from "../values.sample";

const view = (values: SampleValues): WelfareInfoView => ({
  group: values.group,
  benefits: values.benefits,
  papers: values.papers,
  report: values.data,
});

/** Example views. */
export const welfareInfoSamples: Samples<WelfareInfoView> = {
  ...samplesOf(view),
  "not listed yet": { ...view(usual), benefits: [], papers: [] },
};
