import type { LocalDate } from "../dates";
import { DomainError } from "../errors";
import type { GroupId, MemberId } from "../ids";
import type { EntryActor } from "../ledger/journal-entry";
import { subtract, type Satang } from "../money";

/** What a paper passbook and ours are compared by. */
export type PaperPurpose = "pledge" | "special";

/** A passbook whose paper says otherwise than ours. */
export interface PaperDifference {
  memberNo: string;
  purpose: PaperPurpose;
  /** Satang on paper. */
  paper: Satang;
  /** Satang in our books when it was told. */
  booked: Satang;
  /** Why it differs; null where nobody knows yet, so that it is open. */
  because: string | null;
  by: EntryActor;
  at: Date;
  /** Who says that they agree since, and satang in our books then; left out where nobody does. It stands until somebody else says so too. */
  mended?: { booked: Satang; by: EntryActor; at: Date };
  /** The second officer who says so too; left out before there is one. */
  secondedBy?: EntryActor;
  /** What who opens the passbook says of the reason; left out before she answered. */
  answer?: { agrees: boolean; by: MemberId; at: Date };
}

/**
 * How far a passbook that differs is explained, or said to agree since: without a reason, with one of a single officer, with one of two, with one that its member agreed to, or
 * that she denied.
 */
export type GapStanding = "open" | "alone" | "seconded" | "agreed" | "denied";

/** How far a passbook that differs is explained; the member's own word counts before any officer's. */
export function standingOf({
  because,
  mended,
  secondedBy,
  answer,
}: Pick<PaperDifference, "because" | "mended" | "secondedBy" | "answer">): GapStanding {
  if (because === null && !mended) return "open";
  if (answer) return answer.agrees ? "agreed" : "denied";
  return secondedBy ? "seconded" : "alone";
}

/** The months in which a group keeps paper beside Sajja, from the word of two officers until it goes live. */
export interface ParallelRun {
  groupId: GroupId;
  startedOn: LocalDate;
  startedAt: Date;
  /** Closed working days that it takes at least, each of another month. */
  closings: number;
  differences: PaperDifference[];
  liveAt: Date | null;
  /** How far its members have heard that it went live; left out before. */
  told?: { through: MemberId | null; all: boolean };
}

/** Closed working days, each of another month, that a run takes at least, unless the officers who start it decide on more. */
export const usualClosings = 3;
/** More than a year beside paper is no trial any more. */
export const mostClosings = 12;

/** Paper less ours, in satang: positive where paper says more. */
export function gapOf({ paper, booked }: Pick<PaperDifference, "paper" | "booked">): Satang {
  return subtract(paper, booked);
}

/** The differences that are not explained: nobody gave a reason, a single officer did, or the member denied it. */
function unexplained(differences: readonly PaperDifference[]): PaperDifference[] {
  return differences.filter((one) => !["seconded", "agreed"].includes(standingOf(one)));
}

/** Which passbooks differ, in one text without names: number, purpose, and both sums in satang of each; where they are said to agree since, what the books say then. */
export function gapsText(
  differences: readonly Pick<PaperDifference, "memberNo" | "purpose" | "paper" | "booked" | "mended">[],
): string {
  return differences
    .map(({ memberNo, purpose, paper, booked, mended }) => {
      const told = `${memberNo} ${purpose} ${paper} ${booked}`;
      return mended ? `${told} mended ${mended.booked}` : told;
    })
    .join(", ");
}

/** The differences with this one in place of an older of the same passbook and purpose, by member number and purpose. */
export function withDifference(differences: readonly PaperDifference[], one: PaperDifference): PaperDifference[] {
  const isSame = (other: PaperDifference) => other.memberNo === one.memberNo && other.purpose === one.purpose;
  const place = ({ memberNo, purpose }: PaperDifference) => `${memberNo} ${purpose}`;
  return [...differences.filter((other) => !isSame(other)), one].sort((a, b) => (place(a) < place(b) ? -1 : 1));
}

/** Throws `parallel.too-early` before working days of enough months were closed, and `parallel.differences` where one is open. */
export function requireReady({ closings, differences }: ParallelRun, closed: number): void {
  if (closed < closings) throw new DomainError("parallel.too-early", { closed, closings });
  const open = unexplained(differences);
  if (open.length > 0) {
    const numbers = [...new Set(open.map(({ memberNo }) => memberNo))];
    throw new DomainError("parallel.differences", { count: open.length, memberNos: someOf(numbers) });
  }
}

const numbersShown = 5;

const someOf = (numbers: readonly string[]): string =>
  numbers.length > numbersShown ? `${numbers.slice(0, numbersShown).join(", ")} …` : numbers.join(", ");
