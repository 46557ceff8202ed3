import type { MemberId } from "../ids";
import type { Member } from "./member";

/** Numbers of the members whose LINE may open a passbook beside its owner's: her guardian and her helpers. */
export function openerNos({ guardianNo, helpers }: Pick<Member, "guardianNo" | "helpers">): string[] {
  return [guardianNo, ...helpers.map(({ memberNo }) => memberNo)].filter((no) => no !== null);
}

/** Of whom a helper hears and of whom not, and when. */
interface Hearing {
  /** Who hears as a helper of nobody: the officers behind what is told, who are no ear for it. */
  besides?: readonly MemberId[];
  /** Who had a phone by then, and a helper the owner's consent; without it: now. */
  at?: Date;
}

/**
 * Whose phones hear what is told of a passbook, found among these members: its owner's; where she has none, her guardian's; where neither has
 * one, all her helpers'. Nobody hears who could not open it.
 */
export function hearersOf(member: Member, among: readonly Member[], { besides = [], at }: Hearing = {}): Member[] {
  const phoneOf = (no: string | null): Member[] =>
    among.filter(
      ({ groupId, memberNo, status, link }) =>
        groupId === member.groupId &&
        memberNo === no &&
        (no === member.memberNo || status !== "closed") &&
        link.personId !== null &&
        hadBy(link.linkedAt, at),
    );
  const own = phoneOf(member.memberNo);
  if (own.length > 0) return own;
  const guardian = phoneOf(member.guardianNo);
  if (guardian.length > 0) return guardian;
  const helpers = member.helpers.filter(({ consentedAt }) => hadBy(consentedAt, at));
  return helpers.flatMap(({ memberNo }) => phoneOf(memberNo)).filter(({ id }) => !besides.includes(id));
}

const hadBy = (since: Date | null, at: Date | undefined): boolean =>
  at === undefined || (since !== null && since <= at);

/** Those of a group's register, by number, whose phones may hear of a passbook: its owner, her guardian and her helpers. Among them `hearersOf` looks. */
export function whoMayHear(member: Member, register: ReadonlyMap<string, Member>): Member[] {
  return [member.memberNo, ...openerNos(member)].flatMap((no) => register.get(no) ?? []);
}
