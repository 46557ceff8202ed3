import type { ReversalDecidedView } from "../../src/messages/reversals";
import { longest, usual, type Samples } from "../values.sample";
import { reversalOf } from "./reversal-done.sample";

/** Example views. */
export const reversalDecidedSamples: Samples<ReversalDecidedView> = {
  approved: { ...reversalOf(usual), verdict: "approved" },
  rejected: { ...reversalOf(usual), verdict: "rejected" },
  open: { ...reversalOf(usual), verdict: "open", decidedBy: null, decidedAt: null },
  longest: { ...reversalOf(longest), verdict: "rejected" },
};
