/** A benefit that a group pays, in its own words: told to its members as text, decided on by nobody here. */
export interface Benefit {
  /** What it is for; no two of a group are alike. */
  name: string;
  /** What is paid: "200 บาทต่อคืน ไม่เกิน 3 คืน". */
  pays: string;
  /** Who may have it; null where the group did not write it. */
  who: string | null;
  /** What to bring, a paper each. */
  papers: string[];
  /** Whom to ask; null where the group did not write it. */
  ask: string | null;
}

/** The longest texts of a benefit, in UTF-16 units, and how many there may be: its card is then never higher than one screen (docs/look.md). */
export const benefitLimits = { name: 50, pays: 100, who: 100, paper: 60, ask: 60, papers: 6, benefits: 30 } as const;

/** Whether two lists say the same, in the same order. */
export function sayTheSame(some: readonly Benefit[], others: readonly Benefit[]): boolean {
  const words = (list: readonly Benefit[]) =>
    JSON.stringify(list.map(({ name, pays, who, papers, ask }) => [name, pays, who, papers, ask]));
  return words(some) === words(others);
}
