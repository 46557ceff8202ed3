import type { NextDay } from "../../src/messages/tiles";
import { longest, usual, type SampleValues, type Samples } from "../values.sample";

/** A group's next working day. */
export const nextDayOf = (values: SampleValues): NextDay => ({ group: values.group, on: values.on, isOpen: false });

/** Example views. */
export const nextDaySamples: Samples<{ days: NextDay[] }> = {
  usual: { days: [nextDayOf(usual)] },
  "open now": { days: [{ ...nextDayOf(usual), isOpen: true }] },
  longest: { days: Array.from({ length: 5 }, () => ({ ...nextDayOf(longest), isOpen: true })) },
};
