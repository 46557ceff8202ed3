import type { ActsPaper, JournalPaper, ReportLine } from "../../domain/reports/views";
import { figures, money, text, words, write, type Cell, type Paper, type PaperTable } from "../paper";
import { blank, doneBy, whatOf, type Say } from "../say";

/** สมุดรายวัน: each entry with its accounts; or only what changed people, rules and earlier entries. */
export function journalPaper(say: Say, view: JournalPaper): Paper {
  const table = view.kind === "journal" ? postingTable(say, view) : changeTable(say, view);
  return {
    ...blank(say, view.kind, view, [say.t("papers.asOf.month", { month: say.month(view.month) })]),
    tables: [table],
    notes: view.lines.length === 0 ? [say.t("papers.notes.empty")] : [],
    wide: true,
  };
}

function postingTable(say: Say, { lines, moved }: JournalPaper): PaperTable {
  const { t } = say;
  return {
    heading: null,
    columns: [
      words(t("papers.columns.seq"), 0.6),
      words(t("papers.columns.at"), 1.7),
      words(t("papers.columns.receipt"), 1.2),
      words(t("papers.columns.what"), 3),
      words(t("papers.columns.by"), 2),
      words(t("papers.columns.account"), 2),
      figures(t("papers.columns.debit"), 1.2),
      figures(t("papers.columns.credit"), 1.2),
    ],
    rows: lines.flatMap((line) => postingRows(say, line)),
    totals: [...Array.from({ length: 5 }, () => text("")), text(t("papers.facts.total")), money(moved), money(moved)],
  };
}

/** The entry beside its first posting, and the others under it. */
function postingRows(say: Say, line: ReportLine): Cell[][] {
  const first = [
    text(String(line.seq)),
    text(say.instant(line.at)),
    text(line.receipt ?? ""),
    text(whatOf(say, line)),
    text(doneBy(say, line)),
  ];
  if (line.postings.length === 0) return [[...first, text(""), text(""), text("")]];
  const none = first.map(() => text(""));
  return line.postings.map(({ code, side, amount }, at) => [
    ...(at === 0 ? first : none),
    text(`${code} ${say.t(`accounts.${code}`)}`),
    side === "debit" ? money(amount) : text(""),
    side === "credit" ? money(amount) : text(""),
  ]);
}

function changeTable(say: Say, { lines }: JournalPaper): PaperTable {
  const { t } = say;
  return {
    heading: null,
    columns: [
      words(t("papers.columns.seq"), 0.6),
      words(t("papers.columns.at"), 1.8),
      words(t("papers.columns.what"), 4),
      words(t("papers.columns.by"), 3),
      figures(t("papers.columns.amount"), 1.2),
    ],
    rows: lines.map((line) => [
      text(String(line.seq)),
      text(say.instant(line.at)),
      text(whatOf(say, line)),
      text(doneBy(say, line)),
      line.moved === 0 ? text("") : money(line.moved),
    ]),
    totals: null,
  };
}

/** What was done for members without LINE, with a place to sign for each. */
export function actsPaper(say: Say, view: ActsPaper): Paper {
  const { t } = say;
  const { lines, moved } = view;
  return {
    ...blank(say, "acts", view, [t("papers.asOf.month", { month: say.month(view.month) })]),
    tables: [
      {
        heading: null,
        columns: [
          words(t("papers.columns.on"), 0.9),
          words(t("papers.columns.receipt"), 1.2),
          words(t("papers.columns.what"), 3),
          words(t("papers.columns.by"), 1.8),
          figures(t("papers.columns.amount"), 1.1),
          words(t("papers.columns.signature"), 1.8),
        ],
        rows: lines.map((line) => [
          text(say.shortDay(line.on)),
          text(line.receipt ?? ""),
          text(whatOf(say, line)),
          text(doneBy(say, line)),
          money(line.moved),
          write,
        ]),
        totals: [text(""), text(""), text(t("papers.facts.total")), text(""), money(moved), text("")],
      },
    ],
    notes: [t(lines.length === 0 ? "papers.notes.empty" : "papers.notes.acts")],
  };
}
