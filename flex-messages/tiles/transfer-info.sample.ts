import type { NextDay } from "../../src/messages/tiles";
import type { Contact } from "../../src/messages/views";
import { samplesOf, usual, type SampleValues, type Samples } from "../values.sample";
import { nextDayOf } from "./next-day.sample";

interface TransferSample extends NextDay {
  payment: SampleValues["group"]["payment"];
  contacts: Contact[];
}

const view = (values: SampleValues): TransferSample => ({
  ...nextDayOf(values),
  payment: values.group.payment,
  contacts: values.contacts,
});

/** Example views. */
export const transferInfoSamples: Samples<TransferSample> = {
  ...samplesOf(view),
  "without account": { ...view(usual), payment: {}, contacts: [] },
};
