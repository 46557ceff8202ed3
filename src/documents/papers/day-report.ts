import type { CashFlow } from "../../domain/ledger/cash-flow";
import type { BetweenPaper, DayPaper, ReportLine } from "../../domain/reports/views";
import { count, figures, money, moneyOrNone, text, words, type Cell, type Paper, type PaperTable } from "../paper";
import { printedBaht } from "../decimal";
import { blank, doneBy, purposeWord, spanOf, whatOf, type Say } from "../say";
import { closingTable } from "./closing-table";
import { trialTable } from "./money";

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
      ...(view.closing ? [closingTable(say, view.closing)] : []),
      ...(view.between ? betweenTables(say, view, view.between) : []),
      entryTable(say, view.lines),
      trialTable(say, view.balance, t("papers.tables.accounts")),
    ],
    notes: [...corrections(say, view), t("dayPaper.reversed")],
    signatures: (["treasurer", "counter", "auditor"] as const).map((who) => t(`papers.signatures.${who}`)),
  };
}

function dayTotals(say: Say, { group, totals }: DayPaper): PaperTable[] {
  const { t } = say;
  const columns = [words(t("papers.columns.what"), 3), figures(t("papers.columns.amount"), 1.4)];
  const list = (heading: string, rows: Cell[][], totals: Cell[] | null = null): PaperTable[] =>
    rows.length > 0 ? [{ heading, columns, rows, totals }] : [];
  const received = totals.received.map(({ purpose, amount }) => [
    text(purposeWord(say, group, purpose)),
    money(amount),
  ]);
  const others = [
    ...totals.incomings.map(({ kind, amount }) => [text(t(`incomings.short.${kind}`)), money(amount)]),
    ...(totals.settled > 0 ? [[text(t("papers.kinds.suspense.settled")), money(totals.settled)]] : []),
  ];
  const paidOut = totals.paidOut.map(({ kind, amount }) => [text(t(`payments.kinds.${kind}`)), money(amount)]);
  return [
    ...list(t("papers.tables.received"), received, [text(t("papers.facts.total")), money(totals.total)]),
    ...list(t("dayPaper.others"), others),
    ...list(t("papers.tables.paidOut"), paidOut),
  ];
}

/** What two counters set the books to stands apart from what was paid. */
function moneyTotals(say: Say, { cash, bank }: DayPaper): PaperTable {
  const { t } = say;
  const row = (name: string, { opening, received, paid, difference, closing }: CashFlow) => [
    text(name),
    ...[opening, received, paid].map(money),
    moneyOrNone(difference),
    money(closing),
  ];
  const heads = ["opening", "received", "paid"] as const;
  return {
    heading: null,
    columns: [
      words("", 1.6),
      ...heads.map((head) => figures(t(`papers.facts.${head}`), 1.3)),
      figures(t("days.cashOff"), 1),
      figures(t("papers.facts.closing"), 1.3),
    ],
    rows: [row(t("papers.tables.cash"), cash), row(t("papers.tables.bank"), bank)],
    totals: null,
  };
}

/** What leads from the end of the last working day to the beginning of this one: both accounts of money, and each entry with its number. */
function betweenTables(say: Say, { totals }: DayPaper, { cash, bank, lines }: BetweenPaper): PaperTable[] {
  const { t } = say;
  if (!totals.between) return [];
  const span = spanOf(say, totals.between);
  const flow = [
    { name: t("papers.tables.cash"), book: cash },
    { name: t("papers.tables.bank"), book: bank },
  ];
  return [
    {
      heading: t("dayPaper.between", { span }),
      columns: [
        words("", 1.6),
        figures(t("dayPaper.lastEnd"), 1.3),
        ...(["received", "paid"] as const).map((head) => figures(t(`papers.facts.${head}`), 1.3)),
        figures(t("papers.facts.opening"), 1.3),
      ],
      rows: flow.map(({ name, book: { opening, received, paid, closing } }) => [
        text(name),
        ...[opening, received, paid, closing].map(money),
      ]),
      totals: null,
    },
    {
      heading: null,
      columns: [
        words(t("papers.columns.receipt"), 1.2),
        words(t("papers.columns.on"), 0.9),
        words(t("papers.columns.what"), 3),
        words(t("papers.columns.by"), 1.8),
        figures(t("papers.columns.amount"), 1.2),
      ],
      rows: lines.map((line) => [
        numberCell(line),
        text(say.shortDay(line.on)),
        text(whatOf(say, line)),
        text(doneBy(say, line)),
        money(line.moved),
      ]),
      totals: null,
    },
  ];
}

const numberCell = ({ receipt, seq }: ReportLine): Cell => text(receipt ?? `#${seq}`);

/** Entries with number, what happened, who did it and how much. */
function entryTable(say: Say, lines: readonly ReportLine[]): PaperTable {
  const { t } = say;
  return {
    heading: t("papers.tables.entries"),
    columns: [
      words(t("papers.columns.receipt"), 1.2),
      words(t("papers.columns.what"), 3.4),
      words(t("papers.columns.by"), 2),
      figures(t("papers.columns.amount"), 1.2),
    ],
    rows: lines.map((line) => [numberCell(line), text(whatOf(say, line)), text(doneBy(say, line)), money(line.moved)]),
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
