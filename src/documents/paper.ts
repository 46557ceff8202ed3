import type { Satang } from "../domain/money";
import type { Language } from "../i18n/language";

/** What stands in one place of a table; `write`: nothing yet, it is left for a pen. */
export type Cell =
  | { kind: "text"; text: string }
  | { kind: "money"; amount: Satang }
  | { kind: "count"; count: number }
  | { kind: "write" };

/** A column: its heading, what its cells hold, and its share of the width (1 is a sum of seven digits). */
export interface Column {
  heading: string;
  align: "left" | "right";
  width: number;
}

/** A table with a heading of its own; its last row may be sums. */
export interface PaperTable {
  heading: string | null;
  columns: Column[];
  rows: Cell[][];
  totals: Cell[] | null;
}

/** A small paper to be cut out: a heading, its lines (label and value), and a line below. */
export interface Slip {
  heading: string;
  lines: { label: string; value: string }[];
  below: string;
}

/**
 * A paper as its PDF and its sheet show it: the same figures in both. Words are in the reader's language already; sums stay satang
 * until they are written.
 */
export interface Paper {
  language: Language;
  group: string;
  title: string;
  /** What it is of and how it was made: "เดือน พ.ย. 2569". */
  about: string[];
  /** What two sides agree on, numbered, above the tables. */
  clauses: string[];
  /** Figures above the tables. */
  facts: { label: string; cell: Cell }[];
  tables: PaperTable[];
  slips: Slip[];
  /** What a phone reads: its text, and the words under it. */
  qr: { text: string; below: string[] } | null;
  /** Under the tables: what the figures mean, and lines to sign on. */
  notes: string[];
  signatures: string[];
  /** On every page: when it was printed, and up to which entry of the books with that entry's check code. */
  foot: string;
  wide: boolean;
}

/** A paper with nothing on it yet but its head and foot. */
export function emptyPaper(head: Pick<Paper, "language" | "group" | "title" | "about" | "foot">): Paper {
  return { ...head, clauses: [], facts: [], tables: [], slips: [], qr: null, notes: [], signatures: [], wide: false };
}

/** A cell of words. */
export const text = (words: string): Cell => ({ kind: "text", text: words });

/** A cell of money. */
export const money = (amount: Satang): Cell => ({ kind: "money", amount });

/** A cell of money that stays empty where it is nothing. */
export const moneyOrNone = (amount: Satang): Cell => (amount === 0 ? text("") : money(amount));

/** A cell of a number of things or people. */
export const count = (number: number): Cell => ({ kind: "count", count: number });

/** A cell for a pen. */
export const write: Cell = { kind: "write" };

/** A column of words. */
export const words = (heading: string, width = 1): Column => ({ heading, align: "left", width });

/** A column of figures. */
export const figures = (heading: string, width = 1): Column => ({ heading, align: "right", width });
