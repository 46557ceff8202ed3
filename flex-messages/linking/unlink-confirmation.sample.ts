import type { UnlinkConfirmationView } from "../../src/messages/linking";
import { samplesOf, type SampleValues, type Samples } from "../values.sample";

const view = (values: SampleValues, via: "own" | "helper"): UnlinkConfirmationView => ({
  passbooks: [
    { member: values.member, group: values.group },
    ...values.others.map((member) => ({ member, group: values.group, via })),
  ],
  confirm: values.data,
  drop: values.data,
});

/** Example views. */
export const unlinkConfirmationSamples: Samples<UnlinkConfirmationView> = {
  ...samplesOf((values) => view(values, "helper")),
  "several of her own": samplesOf((values) => view(values, "own")).usual,
};
