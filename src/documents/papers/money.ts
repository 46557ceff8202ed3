import type { MoneyBook } from "../../domain/reports/money-book";
import type { TrialBalance } from "../../domain/reports/trial-balance";
import type { CashPaper, DayPaper, ReportLine, TrialPaper } from "../../domain/reports/views";
import { count, figures, money, moneyOrNone, text, words, type Paper, type PaperTable } from "../paper";
import { printedBaht } from "../decimal";
import { blank, doneBy, purposeWord, whatOf, type Say } from "../say";

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

function trialTable(say: Say, { rows, total }: TrialBalance, heading: string | null): PaperTable {
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

/** รายงานวันทำการ. */
export function dayReportPaper(say: Say, view: DayPaper): Paper {
  const { t } = say;
  const { day, isOpen, totals, madeAt } = view;
  const on = say.day(day.on);
  const about = isOpen ? t("papers.asOf.open", { on, at: say.instant(madeAt) }) : t("papers.asOf.day", { on });
  return {
    ...blank(say, "day-report", view, [about]),
    facts: [
      { label: t("papers.facts.received"), cell: money(totals.total) },
      { label: t("papers.facts.receipts"), cell: count(totals.deposits) },
      { label: t("papers.facts.people"), cell: count(totals.members) },
      { label: t("papers.facts.reversed"), cell: count(totals.reversed.length) },
      { label: t("papers.facts.cash"), cell: money(view.cash.closing) },
      { label: t("papers.facts.bank"), cell: money(view.bank.closing) },
    ],
    tables: [
      ...dayTotals(say, view),
      moneyTotals(say, view),
      entryTable(say, view.lines),
      trialTable(say, view.balance, t("papers.tables.accounts")),
    ],
    notes: [...corrections(say, view), t("papers.notes.reversed")],
    signatures: (["treasurer", "counter", "auditor"] as const).map((who) => t(`papers.signatures.${who}`)),
  };
}

function dayTotals(say: Say, { group, totals }: DayPaper): PaperTable[] {
  const { t } = say;
  const columns = [words(t("papers.columns.what"), 3), figures(t("papers.columns.amount"), 1.4)];
  const received: PaperTable = {
    heading: t("papers.tables.received"),
    columns,
    rows: totals.received.map(({ purpose, amount }) => [text(purposeWord(say, group, purpose)), money(amount)]),
    totals: [text(t("papers.facts.total")), money(totals.total)],
  };
  if (totals.paidOut.length === 0) return [received];
  const rows = totals.paidOut.map(({ kind, amount }) => [text(t(`payments.kinds.${kind}`)), money(amount)]);
  return [received, { heading: t("papers.tables.paidOut"), columns, rows, totals: null }];
}

function moneyTotals(say: Say, { cash, bank }: DayPaper): PaperTable {
  const { t } = say;
  const row = (name: string, { opening, received, paid, closing }: MoneyBook) => [
    text(name),
    ...[opening, received, paid, closing].map(money),
  ];
  const heads = ["opening", "received", "paid", "closing"] as const;
  return {
    heading: null,
    columns: [words("", 2), ...heads.map((head) => figures(t(`papers.facts.${head}`), 1.3))],
    rows: [row(t("papers.tables.cash"), cash), row(t("papers.tables.bank"), bank)],
    totals: null,
  };
}

/** Entries with number, what happened, who did it and how much. */
export function entryTable(say: Say, lines: readonly ReportLine[]): PaperTable {
  const { t } = say;
  return {
    heading: t("papers.tables.entries"),
    columns: [
      words(t("papers.columns.receipt"), 1.2),
      words(t("papers.columns.what"), 3.4),
      words(t("papers.columns.by"), 2),
      figures(t("papers.columns.amount"), 1.2),
    ],
    rows: lines.map((line) => [
      text(line.receipt ?? `#${line.seq}`),
      text(whatOf(say, line)),
      text(doneBy(say, line)),
      money(line.moved),
    ]),
    totals: null,
  };
}

function corrections(say: Say, { totals }: DayPaper): string[] {
  const all = [...totals.corrections, ...totals.later];
  if (all.length === 0) return [];
  const list = all
    .map(({ receipt, on, amount }) => `${receipt} (${say.shortDay(on)}) ${printedBaht(amount)}`)
    .join(", ");
  return [say.t("papers.notes.corrections", { list })];
}
