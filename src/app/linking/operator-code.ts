import type { GroupId, MemberId } from "../../domain/ids";
import { memberId } from "../../domain/ids";
import { linkCodeLifetimeMs } from "../../domain/linking/link-code";
import { findNetwork } from "../../storage/groups";
import { insertLinkCode, newCodeDigits } from "../../storage/link-codes";
import { findMember } from "../../storage/members";
import type { Tx } from "../../storage/tx";

/** The code, or why there is none. */
export type OperatorCode =
  { kind: "made"; digits: string; expiresAt: Date } | { kind: "no-group" | "no-member" | "closed" | "linked-before" };

/**
 * Makes the code of a first link for the operator, in a group that goes live: for who was never linked, and good for 15 minutes.
 * Afterwards only the chat gives codes. Members and delegates of groups on paper alike.
 */
export async function makeOperatorCode(
  tx: Tx,
  { group, memberNo, now }: { group: string; memberNo: string; now: Date },
): Promise<OperatorCode> {
  const groupId = group as GroupId;
  if (!(await findNetwork(tx))?.groupIds.includes(groupId)) return { kind: "no-group" };
  const id: MemberId = memberId(groupId, memberNo);
  const member = await findMember(tx, id);
  if (!member) return { kind: "no-member" };
  if (member.status === "closed") return { kind: "closed" };
  if (member.link.version > 0 || member.link.personId) return { kind: "linked-before" };
  const digits = newCodeDigits();
  const expiresAt = new Date(now.getTime() + linkCodeLifetimeMs);
  await insertLinkCode(tx, digits, {
    purpose: "member",
    state: "open",
    groupId,
    memberId: id,
    madeBy: null,
    secondedBy: null,
    byOperator: true,
    createdAt: now,
    expiresAt,
    dayId: null,
  });
  return { kind: "made", digits, expiresAt };
}
