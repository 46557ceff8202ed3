import { countedOf, setAsideOf } from "../closing/closing-report.sample";
import { longest, samplesOf, usual, type SampleValues, type Samples } from "../values.sample";
import type { CloseDayView } from "../../src/messages/days";
import { dayOf } from "./day-report.sample";

const notCounted = (values: SampleValues): CloseDayView => ({
  ...dayOf(values),
  head: null,
  confirm: values.data,
  drop: values.data,
  counted: null,
  setAside: [],
  blind: false,
  sheet: null,
  count: values.data,
  keepers: null,
});

const counted = (values: SampleValues): CloseDayView => ({
  ...notCounted(values),
  counted: countedOf(values),
  count: null,
});

/** Example views. */
export const closeDayConfirmationSamples: Samples<CloseDayView> = {
  ...samplesOf(notCounted),
  "from paper": { ...notCounted(longest), sheet: { on: longest.on, sealed: longest.balance, missing: longest.amount } },
  "counted and not accepted": { ...notCounted(longest), setAside: setAsideOf(longest) },
  counted: counted(usual),
  "counted, longest": counted(longest),
  "counted, without a keeper": {
    ...counted(longest),
    counted: { ...countedOf(longest), keeper: null },
    keepers: longest.data,
  },
};
