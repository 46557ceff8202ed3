import type { DepositPurpose } from "../../../../domain/savings/deposit";

/** One sum that a passbook hands over, in satang. */
export interface LineSum {
  purpose: DepositPurpose;
  amount: number;
  contractNo?: string;
}

/** What one passbook hands over; `seen`: so many of its deposits of the day stood before the officer. */
export interface LineRow {
  memberNo: string;
  split: LineSum[];
  seen: number;
}

/** Why nothing was recorded of a row, in the server's words; of the whole line where no member is named. */
export interface LineRefusal {
  memberNo: string | null;
  words: string[];
}

/**
 * What a household handed over and the books do not have yet. `held`: it can still be changed, until the next household begins. `waiting`: it
 * is on its way, or waits for a signal. `refused`: the books did not take it; the officer says what becomes of it.
 */
export interface Line {
  localId: string;
  /** Under which it is recorded once; null until one is needed that the server has not made yet. */
  operationId: string | null;
  dayId: string;
  /** That day in the officer's words. */
  day: string;
  rows: LineRow[];
  state: "held" | "waiting" | "refused";
  /** Milliseconds of the phone's own clock. */
  takenAt: number;
  why: LineRefusal[];
}

/** Satang of a line, or of some of its rows. */
export function totalOf(rows: readonly Pick<LineRow, "split">[]): number {
  return rows.reduce((all, { split }) => split.reduce((total, { amount }) => total + amount, all), 0);
}

/** A phone's own store of texts. */
export interface TextStore {
  readonly length: number;
  key(at: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, text: string): void;
  removeItem(key: string): void;
}

const linesOf = (groupId: string): string => `sajja.desk ${groupId} `;

/**
 * The lines that a phone keeps for one officer until they are in the books, each in a text of its own, so that two windows never write over each
 * other. Numbers and sums alone: no name stays on a phone.
 */
export class KeptLines {
  private readonly prefix: string;

  constructor(
    private readonly store: TextStore,
    { groupId, memberNo }: { groupId: string; memberNo: string },
  ) {
    this.prefix = `${linesOf(groupId)}${memberNo} `;
  }

  /** Every line that is kept, oldest first. */
  all(): Line[] {
    return read(this.store, this.prefix);
  }

  /** Keeps a line; false where the phone keeps nothing. */
  save(line: Line): boolean {
    try {
      this.store.setItem(this.prefix + line.localId, JSON.stringify(line));
      return true;
    } catch {
      return false;
    }
  }

  /** Forgets a line. */
  remove({ localId }: Line): void {
    this.store.removeItem(this.prefix + localId);
  }
}

/** What a phone keeps for a group, whoever took it: told where the desk itself cannot be shown. */
export function linesKept(store: TextStore, groupId: string): Line[] {
  return read(store, linesOf(groupId));
}

function read(store: TextStore, prefix: string): Line[] {
  const keys = Array.from({ length: store.length }, (_, at) => store.key(at) ?? "");
  return keys
    .filter((key) => key.startsWith(prefix))
    .map((key) => JSON.parse(store.getItem(key) ?? "null") as Line)
    .sort((a, b) => a.takenAt - b.takenAt);
}
