import type { MemberId } from "../ids";
import type { Member } from "./member";

/** Why a phone shows a passbook: who signs for an occupational group sees it and acts on nothing of it alone. */
export type PassbookVia = "own" | "guardian" | "helper" | "signatory";

/** Numbers of the members whose LINE may see a passbook beside its owner's: her guardian, who signs for an occupational group, and her helpers. */
export function openerNos({
  guardianNo,
  signatoryNos,
  helpers,
}: Pick<Member, "guardianNo" | "signatoryNos" | "helpers">): string[] {
  return [guardianNo, ...signatoryNos, ...helpers.map(({ memberNo }) => memberNo)].filter((no) => no !== null);
}

/** Whether others' phones hear of a passbook: it has none of its own, or is an occupational group's, of which all who sign for it hear. */
export function isHeardByOthers({ link, signatoryNos }: Pick<Member, "link" | "signatoryNos">): boolean {
  return link.personId === null || signatoryNos.length > 0;
}

/** Of whom a helper hears and of whom not, and when. */
interface Hearing {
  /** Who hears as nobody's helper or signatory: the officers behind what is told, who are no ear for it. */
  besides?: readonly MemberId[];
  /** Who had a phone by then, and a helper the owner's consent; without it: now. */
  at?: Date;
}

/**
 * Whose phones hear what is told of a passbook, found among these members: its owner's, and of an occupational group's those of all who sign for it; where
 * there is none, her guardian's; where neither has one, all her helpers'. Nobody hears who could not open it.
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
  const isNoParty = ({ id }: Member): boolean => !besides.includes(id);
  const own = phoneOf(member.memberNo);
  const signatories = member.signatoryNos.flatMap(phoneOf);
  if (own.length + signatories.length > 0) return [...own, ...signatories.filter(isNoParty)];
  const guardian = phoneOf(member.guardianNo);
  if (guardian.length > 0) return guardian;
  const helpers = member.helpers.filter(({ consentedAt }) => hadBy(consentedAt, at));
  return helpers.flatMap(({ memberNo }) => phoneOf(memberNo)).filter(isNoParty);
}

const hadBy = (since: Date | null, at: Date | undefined): boolean =>
  at === undefined || (since !== null && since <= at);

/** Those of a group's register, by number, whose phones may hear of a passbook: its owner, her guardian, her signatories and her helpers. Among them `hearersOf` looks. */
export function whoMayHear(member: Member, register: ReadonlyMap<string, Member>): Member[] {
  return [member.memberNo, ...openerNos(member)].flatMap((no) => register.get(no) ?? []);
}
