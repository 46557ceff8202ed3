import type { Group } from "../../domain/groups/group";
import { officesWith, type Office } from "../../domain/groups/offices";
import { memberId } from "../../domain/ids";
import { isTooNew, type Member } from "../../domain/members/member";
import { partiesToTransfer, type TransferNotice } from "../../domain/transfers/transfer-notice";
import { findMembers } from "../../storage/members";
import type { Tx } from "../../storage/tx";

/** An officer who may compare a notice with the bank passbook, and the office by which she does. */
export interface Confirmer {
  member: Member;
  office: Office;
}

/**
 * Who may confirm a transfer: treasurers and who records money, but for whose own it is and their spouses; where none of them is left, who
 * may pay out. Only who has LINE and may decide already.
 */
export async function findConfirmers(
  tx: Tx,
  group: Group,
  notice: Pick<TransferNotice, "groupId" | "memberId" | "sentBy">,
  now: Date,
): Promise<Confirmer[]> {
  const ids = group.officers.map(({ memberNo }) => memberId(group.id, memberNo));
  const read = await findMembers(tx, [...new Set([...ids, notice.memberId, notice.sentBy.memberId])]);
  return confirmersAmong(read, group, notice, now);
}

/** The same as findConfirmers, where officers and parties are among the members that were read already. */
export function confirmersAmong(
  read: readonly Member[],
  group: Group,
  notice: Pick<TransferNotice, "memberId" | "groupId" | "sentBy">,
  now: Date,
): Confirmer[] {
  const parties = read.filter(({ id }) => id === notice.memberId || id === notice.sentBy.memberId);
  const excluded = partiesToTransfer(notice, parties);
  const isParty = (member: Member) =>
    excluded.includes(member.id) ||
    member.link.personId === notice.sentBy.personId ||
    parties.some(({ memberNo }) => memberNo === member.spouseNo);
  const able = read.filter(
    (member) =>
      member.groupId === group.id &&
      member.status === "active" &&
      member.link.personId !== null &&
      !isTooNew(member.link, now) &&
      !isParty(member),
  );
  const recorders = holding(able, officesWith(group.officers, "record-money"));
  return recorders.length > 0 ? recorders : holding(able, officesWith(group.officers, "pay-out"));
}

function holding(members: readonly Member[], offices: readonly Office[]): Confirmer[] {
  return members.flatMap((member) => {
    const office = offices.find(({ memberNo }) => memberNo === member.memberNo);
    return office ? [{ member, office }] : [];
  });
}
