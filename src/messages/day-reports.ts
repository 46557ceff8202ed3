import type { Message } from "./views";
import { closingRemarks, closingReport } from "./closing-report";
import { dayReport, type DayView } from "./days";
import { paperAtClosing } from "./parallel";
import type { Reader } from "./speak";

/** The report of a day: what it came to, and once it is closed, how. */
export function dayReports(reader: Reader, view: DayView): Message[] {
  const { closing } = view;
  const report = dayReport(reader, view);
  if (!closing) return [report];
  const closed = { ...view, closing };
  const remarks = closingRemarks(reader, closed);
  const paper = view.paper ? [paperAtClosing(reader, { differences: view.paper })] : [];
  return [report, closingReport(reader, closed), ...(remarks ? [remarks] : []), ...paper];
}
