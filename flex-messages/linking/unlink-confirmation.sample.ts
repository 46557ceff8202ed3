import { samplesOf } from "../values.sample";

/** Example views. */
export const unlinkConfirmationSamples = samplesOf((values) => ({
  passbooks: [values.member, ...values.others].map((member) => ({ member, group: values.group })),
  confirm: values.data,
  drop: values.data,
}));
