import { samplesOf } from "../values.sample";

/** Example views. */
export const openDayConfirmationSamples = samplesOf((values) => ({
  group: values.group,
  on: values.on,
  place: values.group.workingDay.place,
  confirm: values.data,
  drop: values.data,
}));
