import type { BehindPaper, CollectionPaper, DueRow, MemberRow, RegisterPaper } from "../../domain/reports/views";
import { count, figures, money, moneyOrNone, text, words, write, type Column, type Paper } from "../paper";
import { printedBaht } from "../decimal";
import { blank, type Say } from "../say";

/** ทะเบียนสมาชิก. */
export function registerPaper(say: Say, view: RegisterPaper): Paper {
  const { t } = say;
  const { rows, pledge, special, loans, loansApart } = view;
  const plain = (heading: "status" | "joined" | "paidThrough" | "line" | "household", width: number) =>
    words(t(`papers.columns.${heading}`), width);
  const sums = (heading: "pledge" | "pledgeSavings" | "specialSavings" | "loans") =>
    figures(t(`papers.columns.${heading}`), 1.2);
  return {
    ...blank(say, "register", view, [t("papers.asOf.now", { at: say.instant(view.madeAt) })]),
    facts: [{ label: t("papers.facts.members"), cell: count(rows.length) }],
    tables: [
      {
        heading: null,
        columns: [
          ...whoColumns(say),
          plain("status", 0.9),
          plain("joined", 1),
          plain("household", 1),
          sums("pledge"),
          plain("paidThrough", 1),
          sums("pledgeSavings"),
          sums("specialSavings"),
          sums("loans"),
          plain("line", 0.6),
        ],
        rows: rows.map((row) => [
          ...whoCells(row),
          text(t(`errors.memberStatus.${row.member.status}`)),
          text(say.shortDay(row.member.joinedOn)),
          text(row.member.household ?? ""),
          money(row.pledgeNow),
          text(say.month(row.paidThrough)),
          money(row.pledge),
          money(row.special),
          moneyOrNone(row.loans),
          text(t(row.hasLine ? "papers.line.yes" : "papers.line.no")),
        ]),
        totals: [
          text(""),
          text(t("papers.facts.total")),
          ...Array.from({ length: 5 }, () => text("")),
          ...[pledge, special, loans].map(money),
          text(""),
        ],
      },
    ],
    notes: [
      t("papers.notes.register"),
      ...(loansApart === 0 ? [] : [t("papers.notes.loansApart", { amount: printedBaht(loansApart) })]),
    ],
    wide: true,
  };
}

function whoColumns({ t }: Say): Column[] {
  return [words(t("papers.columns.memberNo"), 0.7), words(t("papers.columns.name"), 2.4)];
}

function whoCells({ member: { memberNo, name, nickname } }: MemberRow) {
  return [text(memberNo), text(nickname === "" ? name : `${name} (${nickname})`)];
}

/** ใบเก็บเงิน: what each household is to bring, and room for a pen. */
export function collectionPaper(say: Say, view: CollectionPaper): Paper {
  const { t } = say;
  const pen = (["Pledge", "Special", "Principal", "Interest", "Other"] as const).map((of) =>
    words(t(`papers.columns.write${of}`), 1.1),
  );
  const columns = [...whoColumns(say), ...dueColumns(say), ...pen, words(t("papers.columns.signature"), 1.3)];
  return {
    ...blank(say, "collection", view, [t("papers.asOf.month", { month: say.month(view.month) })]),
    facts: [
      { label: t("papers.facts.households"), cell: count(view.households.filter(({ name }) => name !== null).length) },
      { label: t("papers.facts.due"), cell: money(view.due) },
    ],
    tables: view.households.map(({ name, rows, due }) => ({
      heading: name ?? t("papers.tables.noHousehold"),
      columns,
      rows: rows.map((row) => [...whoCells(row), ...dueCells(row), ...pen.map(() => write), write]),
      totals: [
        text(""),
        text(t("papers.facts.total")),
        text(""),
        money(due),
        ...Array.from({ length: pen.length + 3 }, () => text("")),
      ],
    })),
    notes: [t("papers.notes.collection")],
    signatures: (["treasurer", "counter"] as const).map((who) => t(`papers.signatures.${who}`)),
    wide: true,
  };
}

function dueColumns({ t }: Say): Column[] {
  return [
    figures(t("papers.columns.missed"), 0.7),
    figures(t("papers.columns.due"), 1),
    figures(t("papers.columns.fine"), 0.8),
    figures(t("papers.columns.loans"), 1.2),
  ];
}

function dueCells({ missed, due, fine, loans }: DueRow) {
  return [missed === 0 ? text("") : count(missed), money(due), moneyOrNone(fine), moneyOrNone(loans)];
}

/** ค้างส่ง. */
export function behindPaper(say: Say, view: BehindPaper): Paper {
  const { t } = say;
  const { rows, due } = view;
  return {
    ...blank(say, "behind", view, [t("papers.asOf.through", { month: say.month(view.through) })]),
    facts: [
      { label: t("papers.facts.people"), cell: count(rows.length) },
      { label: t("papers.facts.due"), cell: money(due) },
    ],
    tables: [
      {
        heading: null,
        columns: [...whoColumns(say), words(t("papers.columns.paidThrough"), 1), ...dueColumns(say)],
        rows: rows.map((row) => [...whoCells(row), text(say.month(row.paidThrough)), ...dueCells(row)]),
        totals: [text(""), text(t("papers.facts.total")), text(""), text(""), money(due), text(""), text("")],
      },
    ],
    notes: [t(rows.length === 0 ? "papers.notes.empty" : "papers.notes.behind")],
  };
}
