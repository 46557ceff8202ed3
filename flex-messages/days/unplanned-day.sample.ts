import type { ReopenedDayView, UnplannedDayView } from "../../src/messages/unplanned-day";
import type { SampleValues } from "../values.sample";

/** A working day that was opened off the calendar. */
export const unplannedDayOf = ({ group, on, treasurer }: SampleValues): UnplannedDayView => ({
  group,
  on,
  planned: on,
  by: treasurer,
});

/** A working day that was opened again. */
export const reopenedDayOf = ({ group, on, treasurer }: SampleValues): ReopenedDayView => ({
  group,
  on,
  times: 30,
  by: treasurer,
});
