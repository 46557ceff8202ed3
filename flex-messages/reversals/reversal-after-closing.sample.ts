import type { ReversalAfterClosingView } from "../../src/messages/reversals";
import { samplesOf, type Samples } from "../values.sample";
import { reversalOf } from "./reversal-done.sample";

/** Example views. */
export const reversalAfterClosingSamples: Samples<ReversalAfterClosingView> = samplesOf((values) => ({
  ...reversalOf(values),
  on: values.on,
}));
