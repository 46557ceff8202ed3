import type { MoneyBook } from "../../domain/reports/money-book";
import type { TrialBalance } from "../../domain/reports/trial-balance";
import type { CashPaper, ReportLine, TrialPaper } from "../../domain/reports/views";
import { figures, money, moneyOrNone, text, words, type Paper, type PaperTable } from "../paper";
import { blank, whatOf, type Say } from "../say";

/** งบทดลอง. */
export function trialBalancePaper(say: Say, view: TrialPaper): Paper {
  const about = view.day
    ? say.t("papers.asOf.day", { on: say.day(view.day.on) })
    : say.t("papers.asOf.now", { at: say.instant(view.madeAt) });
  return {
    ...blank(say, "trial-balance", view, [about]),
    tables: [trialTable(say, view.balance, null)],
    notes: [say.t("papers.notes.trial")],
    signatures: (["treasurer", "chair", "auditor"] as const).map((who) => say.t(`papers.signatures.${who}`)),
  };
}

/** Every account with a balance, on its side. */
export function trialTable(say: Say, { rows, total }: TrialBalance, heading: string | null): PaperTable {
  const { t } = say;
  return {
    heading,
    columns: [
      words(t("papers.columns.code"), 0.6),
      words(t("papers.columns.account"), 3),
      figures(t("papers.columns.debit"), 1.4),
      figures(t("papers.columns.credit"), 1.4),
    ],
    rows: rows.map(({ code, debit, credit }) => [
      text(code),
      text(t(`accounts.${code}`)),
      moneyOrNone(debit),
      moneyOrNone(credit),
    ]),
    totals: [text(""), text(t("papers.facts.total")), money(total), money(total)],
  };
}

/** สมุดเงินสด, with the group's account behind it. */
export function cashBookPaper(say: Say, view: CashPaper): Paper {
  return {
    ...blank(say, "cash-book", view, [say.t("papers.asOf.month", { month: say.month(view.month) })]),
    facts: [
      { label: say.t("papers.facts.cash"), cell: money(view.cash.closing) },
      { label: say.t("papers.facts.bank"), cell: money(view.bank.closing) },
    ],
    tables: [
      moneyTable(say, view.cash, view.lines, say.t("papers.tables.cash")),
      moneyTable(say, view.bank, view.lines, say.t("papers.tables.bank")),
    ],
    notes: [say.t("papers.notes.reversed")],
    signatures: (["treasurer", "auditor"] as const).map((who) => say.t(`papers.signatures.${who}`)),
  };
}

function moneyTable(say: Say, book: MoneyBook, lines: readonly ReportLine[], heading: string): PaperTable {
  const { t } = say;
  const told = new Map(lines.map((line) => [line.id, line]));
  const rows = book.lines.flatMap(({ entry, received, paid, balance }) => {
    const line = told.get(entry.id);
    if (!line) return [];
    const what = text(whatOf(say, line));
    const on = text(say.shortDay(line.on));
    return [[on, text(line.receipt ?? ""), what, moneyOrNone(received), moneyOrNone(paid), money(balance)]];
  });
  const opening = [text(""), text(""), text(t("papers.facts.opening")), text(""), text(""), money(book.opening)];
  return {
    heading,
    columns: [
      words(t("papers.columns.on"), 0.9),
      words(t("papers.columns.receipt"), 1.2),
      words(t("papers.columns.what"), 3.2),
      figures(t("papers.columns.received"), 1.2),
      figures(t("papers.columns.paid"), 1.2),
      figures(t("papers.columns.balance"), 1.3),
    ],
    rows: [opening, ...rows],
    totals: [
      text(""),
      text(""),
      text(t("papers.facts.total")),
      money(book.received),
      money(book.paid),
      money(book.closing),
    ],
  };
}
