import type { ConflictKind, ExcludedSeat, Seat } from "../../domain/approvals/ballot";
import type { Committee } from "../../domain/groups/offices";
import type { Group } from "../../domain/groups/group";
import { memberId, type MemberId } from "../../domain/ids";
import type { Member } from "../../domain/members/member";
import { findMembers } from "../../storage/members";
import type { Tx } from "../../storage/tx";

/** A member who takes no part in a decision, and why. */
export interface Conflict {
  memberId: MemberId;
  why: ConflictKind;
}

/** The seats of committees in their order, each person once by her first office; `staff` never decides. Active members only. */
export async function seatsOfCommittees(
  tx: Tx,
  group: Group,
  committees: readonly Committee[],
): Promise<{ seat: Seat; member: Member }[]> {
  const offices = committees.flatMap((committee) =>
    group.officers.filter((office) => office.committee === committee && office.position !== "staff"),
  );
  const first = new Map(
    [...offices].reverse().map(({ memberNo, committee, position }) => [memberNo, `${committee}.${position}`]),
  );
  const order = [...new Set(offices.map(({ memberNo }) => memberNo))];
  const members = await findMembers(
    tx,
    order.map((no) => memberId(group.id, no)),
  );
  return order.flatMap((no) => {
    const member = members.find(({ memberNo, status }) => memberNo === no && status === "active");
    const position = first.get(no);
    return member && position ? [{ member, seat: { memberId: member.id, position, insteadOf: null } }] : [];
  });
}

/** Why a member takes no part in a matter: a conflict of hers, or a household shared with whose matter it is; null where she may. */
export function conflictOf(
  { id, household: own }: Pick<Member, "id" | "household">,
  conflicts: readonly Conflict[],
  household: string | null,
): ConflictKind | null {
  const named = conflicts.find(({ memberId: party }) => party === id)?.why;
  return named ?? (household !== null && own === household ? "household" : null);
}

/** The same without who takes no part: members in conflict, and who shares a household with whose matter it is. */
export function withoutConflicts(
  seats: readonly { seat: Seat; member: Member }[],
  conflicts: readonly Conflict[],
  household: string | null,
): { seats: Seat[]; excluded: ExcludedSeat[] } {
  const whyOf = (member: Member): ConflictKind | null => conflictOf(member, conflicts, household);
  const excluded = seats.flatMap(({ seat, member }): ExcludedSeat[] => {
    const why = whyOf(member);
    return why === null ? [] : [{ memberId: seat.memberId, position: seat.position, why }];
  });
  const free = seats.filter(({ member }) => whyOf(member) === null).map(({ seat }) => seat);
  return { seats: free, excluded };
}
