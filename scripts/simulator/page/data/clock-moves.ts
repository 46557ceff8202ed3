import { nextWorkingDay } from "../../../../src/domain/calendar";
import { addDays, instantOf, localDateOf } from "../../../../src/domain/dates";

/** The day of the month and the hour at which most groups of the demo make ready for their working day. */
const workingMorning = { dayOfMonth: 5, from: "08:30", to: "12:00", place: "" };

const hourMs = 3_600_000;

/** The next morning of a working day that is still to come: day 5 of a month, 08.30. */
export function nextWorkingMorning(now: Date): Date {
  const today = localDateOf(now);
  const morning = instantOf(nextWorkingDay(workingMorning, today), workingMorning.from);
  if (morning > now) return morning;
  return instantOf(nextWorkingDay(workingMorning, addDays(today, 1)), workingMorning.from);
}

/** Where the buttons of the clock lead from now. */
export function clockMoves(now: Date): { name: "hour" | "workingDay" | "threeDays"; to: Date }[] {
  return [
    { name: "hour", to: new Date(now.getTime() + hourMs) },
    { name: "workingDay", to: nextWorkingMorning(now) },
    { name: "threeDays", to: new Date(now.getTime() + 72 * hourMs) },
  ];
}
