import { samplesOf } from "../values.sample";
import { dayOf } from "./day-report.sample";

/** Example views. */
export const closeDayConfirmationSamples = samplesOf((values) => ({
  ...dayOf(values),
  head: null,
  confirm: values.data,
  drop: values.data,
}));
