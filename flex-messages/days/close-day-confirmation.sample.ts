import { countedOf } from "../closing/closing-report.sample";
import { longest, samplesOf, usual, type SampleValues, type Samples } from "../values.sample";
import type { CloseDayView } from "../../src/messages/days";
import { dayOf } from "./day-report.sample";

const notCounted = (values: SampleValues): CloseDayView => ({
  ...dayOf(values),
  head: null,
  confirm: values.data,
  drop: values.data,
  counted: null,
  count: values.data,
});

const counted = (values: SampleValues): CloseDayView => ({
  ...notCounted(values),
  counted: countedOf(values),
  count: null,
});

/** Example views. */
export const closeDayConfirmationSamples: Samples<CloseDayView> = {
  ...samplesOf(notCounted),
  counted: counted(usual),
  "counted, longest": counted(longest),
};
