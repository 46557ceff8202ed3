import { samplesOf } from "../values.sample";

/** Example views. */
export const openDayConfirmationSamples = samplesOf((values) => ({
  group: values.group,
  on: values.on,
  place: values.group.workingDay.place,
  remark: { kind: "unplanned" as const, planned: values.on },
  confirm: values.data,
  drop: values.data,
}));
