import type { LocalDate } from "../dates";
import type { Group } from "../groups/group";

/** A closing as its head was told, and whether the books still have that head. */
export interface ToldClosing {
  on: LocalDate;
  seq: number;
  code: string;
  holds: boolean;
}

/** What the check of a group's books came to, for one of its readers. */
export interface AuditView {
  group: Group;
  madeAt: Date;
  /** Entries read from the first to the last. */
  entries: number;
  /** Number of the first entry that is not as it must be, and whether a balance is none of its entries; null and false where all is in order. */
  firstWrong: number | null;
  balancesDiffer: boolean;
  /** What this reader was told, the last first. */
  told: ToldClosing[];
  /** The code that she typed from her audit book: the day whose closing has it, null where none has. */
  typed: { code: string; on: LocalDate | null } | null;
}
