import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import { memberId, type MemberId } from "../../domain/ids";
import type { EntryActor } from "../../domain/ledger/journal-entry";
import { standingOf, type PaperDifference, type ParallelRun } from "../../domain/parallel-run/parallel-run";
import type { Satang } from "../../domain/money";
import { partiesTo } from "../../domain/payments/payment";
import { groupsWithPower, type Actor } from "../people/actor";

/** What tells one state of a passbook that differs from another, so that nobody agrees to a sum or a reason that has changed since. */
export interface GapKey extends Pick<PaperDifference, "memberNo" | "purpose" | "paper" | "booked" | "because"> {
  /** What the books said when somebody said that they agree since; null where nobody did. */
  mended: Satang | null;
}

/** The key of a difference. */
export const keyOf = ({ memberNo, purpose, paper, booked, because, mended }: PaperDifference): GapKey => ({
  ...{ memberNo, purpose, paper, booked, because },
  mended: mended?.booked ?? null,
});

/** Who spoke last of a difference: who says that it agrees since, or who told it. */
export const speakerOf = ({ by, mended }: PaperDifference): EntryActor => mended?.by ?? by;

/** The difference that a button is about. Throws `card.outdated` where it is told otherwise by now, or not at all. */
export function findGap({ differences }: ParallelRun, key: GapKey): PaperDifference {
  const parts = ["memberNo", "purpose", "paper", "booked", "because", "mended"] as const;
  const isIt = (one: PaperDifference) => parts.every((part) => keyOf(one)[part] === key[part]);
  const found = differences.find(isIt);
  if (!found) throw new DomainError("card.outdated", { why: "changed" });
  return found;
}

/** Whom a reason is too near to, so that she seconds it for nobody: who told it, whose passbook it is, and their spouses. */
export function partiesOf(group: Group, actor: Actor): MemberId[] {
  return actor.own.filter((one) => one.group.id === group.id).flatMap(({ member }) => partiesTo(member));
}

/** The differences whose reason an officer may second. */
export function toSecond(actor: Actor, group: Group, differences: readonly PaperDifference[]): GapKey[] {
  const powers = ["record-money", "open-day"] as const;
  if (!powers.some((power) => groupsWithPower(actor, power).some(({ id }) => id === group.id))) return [];
  const own = partiesOf(group, actor);
  const isOwn = (one: PaperDifference) => {
    const by = speakerOf(one).memberId;
    return own.includes(memberId(group.id, one.memberNo)) || (by !== null && own.includes(by));
  };
  return differences.filter((one) => standingOf(one) === "alone" && !isOwn(one)).map(keyOf);
}
