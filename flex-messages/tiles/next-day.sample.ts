import { daysOnCard, type NextDay, type NextDaysView } from "../../src/messages/tiles";
import { longest, usual, type SampleValues, type Samples } from "../values.sample";

/** A group's next working day. */
export const nextDayOf = (values: SampleValues): NextDay => ({ group: values.group, on: values.on, isOpen: false });

/** As many as a card has room for, and the way to the others. */
function firstOf(all: readonly NextDay[]): NextDaysView {
  const days = daysOnCard({ language: "th" }, all);
  const count = all.length - days.length;
  return { days, more: count > 0 ? { count, data: usual.data } : null };
}

/** Example views. */
export const nextDaySamples: Samples<NextDaysView> = {
  usual: { days: [nextDayOf(usual)], more: null },
  "open now": { days: [{ ...nextDayOf(usual), isOpen: true }], more: null },
  "one group, longest": { days: [{ ...nextDayOf(longest), isOpen: true }], more: null },
  "three groups": firstOf([nextDayOf(usual), { ...nextDayOf(usual), isOpen: true }, nextDayOf(usual)]),
  longest: firstOf(Array.from({ length: 5 }, () => ({ ...nextDayOf(longest), isOpen: true }))),
};
