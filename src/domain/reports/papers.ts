import type { Power } from "../groups/offices";

/** The papers of a group's books and of its table, in the order in which they are listed. */
export const paperKinds = [
  "day-report",
  "trial-balance",
  "cash-book",
  "journal",
  "changes",
  "register",
  "behind",
  "collection",
  "slips",
  "acts",
  "table-qr",
] as const;
export type PaperKind = (typeof paperKinds)[number];

/** Of what time a paper is: of one working day, of a month, or of now. */
export type PaperSpan = "day" | "month" | "now";

interface PaperRule {
  span: PaperSpan;
  /** Any of these opens it; the first names who holds it usually. */
  powers: readonly [Power, ...Power[]];
  /** Whether it names members with their money: each look at it is written down. */
  named: boolean;
  /** It says how much cash and bank money the books have: who counts a day does not see it before. */
  tellsCash?: true;
}

/** Who may open which paper, and of what time it is. */
export const paperRules: Record<PaperKind, PaperRule> = {
  "day-report": { span: "day", powers: ["read-books"], named: true, tellsCash: true },
  "trial-balance": { span: "day", powers: ["read-books"], named: false, tellsCash: true },
  "cash-book": { span: "month", powers: ["read-books"], named: true, tellsCash: true },
  journal: { span: "month", powers: ["read-books"], named: true, tellsCash: true },
  changes: { span: "month", powers: ["read-books"], named: true },
  register: { span: "now", powers: ["read-books"], named: true },
  behind: { span: "now", powers: ["read-books", "record-money"], named: true },
  collection: { span: "now", powers: ["record-money", "read-books"], named: true },
  slips: { span: "day", powers: ["record-money", "read-books"], named: true },
  acts: { span: "month", powers: ["read-books", "record-money"], named: true },
  "table-qr": { span: "now", powers: ["record-money", "read-books", "open-day"], named: false },
};

/** In which form a paper was looked at. */
export const paperFormats = ["pdf", "xlsx"] as const;
export type PaperFormat = (typeof paperFormats)[number];
