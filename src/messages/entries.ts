import template from "../../flex-messages/savings/entries.json";
import type { LocalDate, YearMonth } from "../domain/dates";
import type { DepositLine } from "../domain/notice-views";
import type { Satang } from "../domain/money";
import { buttons, postback } from "./actions";
import { card, privateAlt } from "./card";
import { linesText } from "./deposits";
import { listRows } from "./savings";
import type { MemberName, Name, Speak } from "./speak";

/** One entry of a passbook. */
export interface EntryRow {
  on: LocalDate;
  what: "opening" | "deposit" | "reversal";
  /** The sums; of a reversal, the sums that it took back. */
  lines: DepositLine[];
  receipt: string | null;
  /** Taken back by a later reversal. */
  reversed: boolean;
}

/** What came in during a month or a year, reversed entries left out. */
export interface PeriodRow<Period> {
  period: Period;
  amount: Satang;
  count: number;
}

/** The rows of a passbook: entries (newest first), or sums by month or by Common Era year. */
export type EntryRows =
  | { by: "entry"; rows: EntryRow[] }
  | { by: "month"; rows: PeriodRow<YearMonth>[] }
  | { by: "year"; rows: PeriodRow<number>[] };

/** A passbook's rows and where to go from them. */
export type EntriesView = EntryRows & {
  groupName: Name;
  member: MemberName;
  /** Postback data of the buttons; null where there is nothing (more), or where one is already. At most three are given. */
  more: string | null;
  byEntry: string | null;
  byMonth: string | null;
  byYear: string | null;
};

/** The last entries of a passbook, or its months or years, eight at a time. */
export const entries = card<EntriesView>({
  name: "savings/entries",
  template,
  alt: (say, view) => privateAlt(say, view.groupName),
  layout: (say, view) => ({
    group: say.name(view.groupName),
    title: say.t(`savings.entries.title.${view.by}`),
    member: say.member(view.member),
    none: view.rows.length === 0,
    rows: rowsOf(say, view),
    buttons: buttons(
      null,
      view.more === null ? null : postback(view.more, say.t("common.buttons.more")),
      view.byEntry === null ? null : postback(view.byEntry, say.t("common.buttons.byEntry")),
      view.byMonth === null ? null : postback(view.byMonth, say.t("common.buttons.byMonth")),
      view.byYear === null ? null : postback(view.byYear, say.t("common.buttons.byYear")),
    ),
  }),
});

interface LaidRow {
  label: string;
  value: string;
  detail: string | null;
  decoration: "none" | "line-through";
}

function rowsOf(say: Speak, view: EntryRows): LaidRow[] {
  if (view.by === "entry") return view.rows.slice(0, listRows).map((row) => entryRow(say, row));
  const rows = view.by === "month" ? view.rows.map((row) => ({ ...row, head: say.month(row.period) })) : yearRows(say, view.rows);
  return rows.slice(0, listRows).map((row) => ({
    label: row.head,
    value: say.money(row.amount),
    detail: say.t("savings.entries.count", { count: row.count }),
    decoration: "none",
  }));
}

function yearRows(say: Speak, rows: readonly PeriodRow<number>[]) {
  return rows.map((row) => ({ ...row, head: say.t("savings.entries.year", { year: row.period + 543 }) }));
}

function entryRow(say: Speak, row: EntryRow): LaidRow {
  const receipt = row.receipt ?? "";
  const details = [
    row.what === "deposit" ? null : say.t(`savings.entries.what.${row.what}`),
    receipt && say.t("savings.entries.receipt", { receipt }),
    row.reversed ? `– ${say.t("savings.reversed")}` : null,
  ].filter(Boolean);
  return {
    label: say.shortDay(row.on),
    value: row.what === "reversal" ? `−${linesText(say, row.lines)}` : linesText(say, row.lines),
    detail: details.length > 0 ? details.join(" · ") : null,
    decoration: row.reversed ? "line-through" : "none",
  };
}
