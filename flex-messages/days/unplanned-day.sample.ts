import type { UnplannedDayView } from "../../src/messages/unplanned-day";
import type { SampleValues } from "../values.sample";

/** A working day that was opened off the calendar. */
export const unplannedDayOf = ({ group, on, treasurer }: SampleValues): UnplannedDayView => ({
  group,
  on,
  planned: on,
  by: treasurer,
});
