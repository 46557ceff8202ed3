import type { PaperFormat } from "../domain/reports/papers";
import type { PaperView } from "../domain/reports/views";
import type { Language } from "../i18n/index";
import type { Paper } from "./paper";
import { actsPaper, journalPaper } from "./papers/journal";
import { behindPaper, collectionPaper, registerPaper } from "./papers/members";
import { dayReportPaper } from "./papers/day-report";
import { cashBookPaper, trialBalancePaper } from "./papers/money";
import { slipsPaper, tableQrPaper } from "./papers/table";
import { paperPdf } from "./pdf";
import { sayIn } from "./say";
import { paperSheet } from "./sheet";

/** The bytes of a paper in a form and a language. */
export async function writePaper(view: PaperView, format: PaperFormat, language: Language): Promise<Buffer> {
  const paper = paperOf(view, language);
  return format === "pdf" ? paperPdf(paper) : paperSheet(paper);
}

/** What a paper says, before it is drawn. */
export function paperOf(view: PaperView, language: Language): Paper {
  const say = sayIn(language);
  switch (view.kind) {
    case "day-report":
      return dayReportPaper(say, view);
    case "trial-balance":
      return trialBalancePaper(say, view);
    case "cash-book":
      return cashBookPaper(say, view);
    case "journal":
    case "changes":
      return journalPaper(say, view);
    case "register":
      return registerPaper(say, view);
    case "behind":
      return behindPaper(say, view);
    case "collection":
      return collectionPaper(say, view);
    case "slips":
      return slipsPaper(say, view);
    case "acts":
      return actsPaper(say, view);
    case "table-qr":
      return tableQrPaper(say, view);
  }
}
