import type { ComplaintView } from "../../src/messages/tiles";
import { samplesOf, usual, type SampleValues, type Samples } from "../values.sample";

const view = (values: SampleValues): ComplaintView => ({
  group: values.group,
  auditors: values.contacts.slice(0, 3),
  callback: values.data,
  tell: values.data,
});

/** Example views. */
export const complaintSamples: Samples<ComplaintView> = {
  ...samplesOf(view),
  nobody: { group: usual.group, auditors: [], callback: null, tell: null },
};
