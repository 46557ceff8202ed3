import type { LinkRequestView } from "../../src/messages/link-notices";
import { longest, usual, type SampleValues, type Samples } from "../values.sample";

/** A request that nobody has answered yet. */
export const linkRequestOf = (values: SampleValues): LinkRequestView => ({
  group: values.group,
  member: values.member,
  isOfficer: true,
  isRelink: false,
  requestedBy: values.secretary,
  decidedBy: null,
  decidedAt: null,
  verdict: "open",
});

const decision = { approve: usual.data, reject: usual.data };

/** Example views. */
export const linkRequestSamples: Samples<LinkRequestView & typeof decision> = {
  officer: { ...linkRequestOf(usual), ...decision },
  relink: { ...linkRequestOf(usual), ...decision, isOfficer: false, isRelink: true },
  longest: { ...linkRequestOf(longest), ...decision, isRelink: true },
};
