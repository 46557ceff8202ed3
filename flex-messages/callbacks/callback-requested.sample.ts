import type { CallbackView } from "../../src/messages/callbacks";
import { samplesOf, usual, type SampleValues, type Samples } from "../values.sample";

/** A wish to be called about a loan. */
export const callbackOf = (values: SampleValues): CallbackView => ({
  group: values.group,
  member: values.member,
  about: "loan",
  note: values.wish,
  at: values.at,
});

/** Example views. */
export const callbackRequestedSamples: Samples<CallbackView> = {
  ...samplesOf(callbackOf),
  "day of an event": { ...callbackOf(usual), about: "welfare", note: usual.on },
  "nothing said": { ...callbackOf(usual), about: "talk", note: "" },
};
