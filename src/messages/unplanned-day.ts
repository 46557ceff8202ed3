import type { messagingApi } from "@line/bot-sdk";
import type { LocalDate } from "../domain/dates";
import type { OfficerName } from "../domain/people";
import { textMessage } from "./card";
import { speak, type Reader } from "./speak";
import type { GroupName } from "./views";

/** A working day that somebody opened off the calendar. */
export interface UnplannedDayView {
  group: GroupName;
  on: LocalDate;
  planned: LocalDate;
  by: OfficerName;
}

/** Tells officers and auditors at once that a working day opened which the calendar does not have. */
export function dayUnplanned(reader: Reader, { group, on, planned, by }: UnplannedDayView): messagingApi.TextMessage {
  const say = speak(reader);
  const values = { by: say.officer(by), on: say.day(on), planned: say.day(planned) };
  return textMessage([say.group(group), say.t("days.unplanned", values)].join("\n"));
}

/** A working day that was opened once more on its date. */
export interface ReopenedDayView {
  group: GroupName;
  on: LocalDate;
  /** How often it was opened so far. */
  times: number;
  by: OfficerName;
}

/** Tells an auditor that a working day was opened again after it had closed. */
export function dayReopened(reader: Reader, { group, on, times, by }: ReopenedDayView): messagingApi.TextMessage {
  const say = speak(reader);
  const values = { by: say.officer(by), on: say.day(on), times };
  return textMessage([say.group(group), say.t("counting.reopened", values)].join("\n"));
}
