import type { DayMovedView, DayReminderView } from "../../src/messages/calendar";
import { samplesOf, usual, type SampleValues, type Samples } from "../values.sample";

/** A working day that is moved, for notices too. */
export const movedDay = (values: SampleValues): DayMovedView => ({
  group: values.group,
  before: { on: values.on },
  after: { ...values.group.workingDay, on: values.on },
  isCancelled: false,
  by: values.treasurer,
});

/** The reminder of the day before, to a line head. */
export const remindedDay = (values: SampleValues): DayReminderView => ({
  group: values.group,
  on: values.on,
  pledge: values.member.pledge,
  wards: [{ member: values.member, pledge: values.small }],
  line: values.others,
});

/** Example views. */
export const dayMovedSamples: Samples<DayMovedView> = {
  ...samplesOf(movedDay),
  cancelled: { ...movedDay(usual), isCancelled: true },
};

const question = (values: SampleValues) => ({ ...movedDay(values), confirm: values.data, drop: values.data });

/** Example views. */
export const dayMoveConfirmationSamples: Samples<DayMovedView & { confirm: string; drop: string }> = {
  ...samplesOf(question),
  cancelled: { ...question(usual), isCancelled: true },
};
