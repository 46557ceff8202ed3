import type { LinkCodeView } from "../../src/messages/linking";
import { samplesOf, usual, type SampleValues, type Samples } from "../values.sample";

const view = (values: SampleValues): LinkCodeView => ({
  group: values.group,
  member: values.member,
  digits: "12345678",
  expiresAt: values.at,
  waitsForSecond: true,
});

/** Example views. */
export const linkCodeSamples: Samples<LinkCodeView> = {
  ...samplesOf(view),
  "until closing": { ...view(usual), expiresAt: null, waitsForSecond: false },
};
