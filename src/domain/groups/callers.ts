import type { MemberId } from "../ids";
import type { Member } from "../members/member";
import type { Group } from "./group";
import { officesWith, type Office, type Power } from "./offices";

/** What a member can ask to be called about. */
export const callMatters = ["loan", "welfare", "talk", "complaint"] as const;
export type CallMatter = (typeof callMatters)[number];

/** Which power answers a wish about the matter. */
export const callPowers: Record<CallMatter, Power> = {
  loan: "answer-loan-calls",
  welfare: "answer-calls",
  talk: "answer-calls",
  complaint: "answer-complaints",
};

/** An officer who calls, and the office by which she does. */
export interface Caller {
  member: Member;
  office: Office;
}

/**
 * Who hears of a wish to be called, and nobody else does: for a loan the loan committee, or chair and secretary where none of it has
 * LINE; for welfare and a talk the executive committee's chair, vice-chair and secretary; for a complaint the auditors, but for one who
 * holds another office too. `members` are the group's officers; who asks is never her own caller.
 */
export function callersOf(
  group: Pick<Group, "officers">,
  members: readonly Member[],
  about: CallMatter,
  asker: MemberId,
): Caller[] {
  const callers = withLine(officesWith(group.officers, callPowers[about]), members, asker);
  if (about === "complaint") return callers.filter(({ member }) => isOnlyAuditor(group, member.memberNo));
  if (about !== "loan" || callers.length > 0) return callers;
  const others = officesWith(group.officers, "answer-calls").filter(({ position }) => position !== "vice-chair");
  return withLine(others, members, asker);
}

/** Whether this officer sits on the audit committee and on no other: only then a complaint cannot be about her own work. */
export function isOnlyAuditor(group: Pick<Group, "officers">, memberNo: string): boolean {
  const own = group.officers.filter((office) => office.memberNo === memberNo);
  return own.length > 0 && own.every(({ committee }) => committee === "audit");
}

function withLine(offices: readonly Office[], members: readonly Member[], asker: MemberId): Caller[] {
  const first = offices.filter(
    (office, index) => offices.findIndex(({ memberNo }) => memberNo === office.memberNo) === index,
  );
  return first.flatMap((office) => {
    const member = members.find(({ memberNo }) => memberNo === office.memberNo);
    const calls = member?.status === "active" && member.link.personId !== null && member.id !== asker;
    return calls ? [{ member, office }] : [];
  });
}
