import type { Message } from "./views";
import { closingReport } from "./closing-report";
import { dayReport, type DayView } from "./days";
import type { Reader } from "./speak";

/** The report of a day: what it came to, and once it is closed, how. */
export function dayReports(reader: Reader, view: DayView): Message[] {
  const { closing } = view;
  const report = dayReport(reader, view);
  return closing ? [report, closingReport(reader, { ...view, closing })] : [report];
}
