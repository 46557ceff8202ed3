import { memberId, type MemberId } from "../../domain/ids";
import type { Member } from "../../domain/members/member";
import { hearersOf, isHeardByOthers, openerNos } from "../../domain/members/openers";
import { memberName, type MemberName } from "../../domain/people";
import { findMembers, findPassbooksOpenedBy } from "../../storage/members";
import type { Tx } from "../../storage/tx";

/** Who hears of a passbook of which neither its owner's phone nor her guardian's does. */
export interface Unheard {
  /** Her helpers with a phone that are no party to what is told; empty where nobody hears. */
  helpers: MemberName[];
}

/** The members whose phones hear what is told of a passbook. */
export async function findHearers(tx: Tx, member: Member): Promise<Member[]> {
  return hearersOf(member, [member, ...(await findOpeners(tx, [member], [member]))]);
}

/** Who hears of a passbook in the place of its owner, `besides` those who decide on it; null where her phone, her guardian's or one who signs for her does. */
export async function findUnheard(tx: Tx, member: Member, besides: readonly MemberId[]): Promise<Unheard | null> {
  const hearers = await findHearers(tx, member);
  const others = hearers.filter(({ id }) => !besides.includes(id));
  if (hearers.some(({ memberNo }) => memberNo === member.memberNo || memberNo === member.guardianNo)) return null;
  if (others.some(({ memberNo }) => member.signatoryNos.includes(memberNo))) return null;
  return { helpers: others.map(memberName) };
}

/** Another's passbook of which others' phones hear, with all who do. */
export interface SilentPassbook {
  member: Member;
  hearers: Member[];
}

/** The active passbooks of others of which these members, of one group, may hear as guardians, signatories or helpers, with all who hear of each. */
export async function findSilentOpenedBy(tx: Tx, members: readonly Member[]): Promise<SilentPassbook[]> {
  const opened = await findPassbooksOpenedBy(tx, members);
  const silent = opened.filter(({ status, ...member }) => status === "active" && isHeardByOthers(member));
  const among = [...members, ...(await findOpeners(tx, silent, members))];
  return silent.map((member) => ({ member, hearers: hearersOf(member, among) }));
}

/** Those of which this member's phone hears. */
export function heardBy({ id }: Member, silent: readonly SilentPassbook[]): Member[] {
  return silent.filter(({ hearers }) => hearers.some((hearer) => hearer.id === id)).map(({ member }) => member);
}

/** Who may hear of those of which others' phones hear, but for who is `known`. */
async function findOpeners(tx: Tx, members: readonly Member[], known: readonly Member[]): Promise<Member[]> {
  const silent = members.filter(isHeardByOthers);
  const ids = silent.flatMap((member) => openerNos(member).map((no) => memberId(member.groupId, no)));
  return findMembers(
    tx,
    [...new Set(ids)].filter((id) => !known.some((one) => one.id === id)),
  );
}
