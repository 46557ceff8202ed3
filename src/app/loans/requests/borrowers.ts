import { DomainError } from "../../../domain/errors";
import type { Group } from "../../../domain/groups/group";
import type { MemberId } from "../../../domain/ids";
import type { Member } from "../../../domain/members/member";
import { findSignedBy } from "../../../storage/members";
import type { Tx } from "../../../storage/tx";
import { getPassbooks, type Actor } from "../../people/actor";

/** Whose loan a person may ask for: her own, or that of an occupational group for which she signs. */
export interface Borrower {
  member: Member;
  group: Group;
  /** She who acts: the member herself, or the signatory. */
  by: Member;
}

/** Everybody for whom a person may ask for a loan, herself first. Who helps with a passbook, or keeps it as guardian, may not. */
export async function findBorrowers(tx: Tx, actor: Actor): Promise<Borrower[]> {
  const own = actor.own.filter(({ group, member }) => group.mode === "digital" && member.status === "active");
  const members = own.map(({ member }) => member);
  const signed = await findSignedBy(tx, members);
  const found = own.map(({ member, group }): Borrower => ({ member, group, by: member }));
  for (const member of signed) {
    const passbook = own.find(
      ({ member: by }) => by.groupId === member.groupId && member.signatoryNos.includes(by.memberNo),
    );
    if (passbook) found.push({ member, group: passbook.group, by: passbook.member });
  }
  return found;
}

/** The borrower with that id for whom this person may act. Throws `loan.not-own` for a passbook that she only helps with, `card.foreign` for any other. */
export async function requireBorrower(tx: Tx, actor: Actor, memberId: MemberId): Promise<Borrower> {
  const borrower = (await findBorrowers(tx, actor)).find(({ member }) => member.id === memberId);
  if (borrower) return borrower;
  const opened = (await getPassbooks(tx, actor)).find(({ member }) => member.id === memberId);
  throw opened
    ? new DomainError("loan.not-own", { memberNo: opened.member.memberNo })
    : new DomainError("card.foreign", {});
}

/** The borrowers of a person, one at least. Throws `loan.not-own` where her phone opens others' passbooks alone, `member.not-active` where hers is not active. */
export async function requireBorrowers(tx: Tx, actor: Actor): Promise<[Borrower, ...Borrower[]]> {
  const [first, ...others] = await findBorrowers(tx, actor);
  if (first) return [first, ...others];
  const { memberNo = "", status = "closed" } = actor.own[0]?.member ?? {};
  throw new DomainError("member.not-active", { memberNo, status });
}
