import type { Approval } from "../../domain/approvals/two-officers";
import type { Group } from "../../domain/groups/group";
import { needsHandOver, type OfficeChange } from "../../domain/groups/office-change";
import { memberId } from "../../domain/ids";
import type { Member } from "../../domain/members/member";
import { memberName, type MemberName } from "../../domain/people";
import { findMembers } from "../../storage/members";
import type { Tx } from "../../storage/tx";
import { decisionView, type DecisionView } from "../approvals/decision";

/** A change of officers as its cards show it. */
export interface OfficeChangePlan {
  group: Group;
  change: OfficeChange;
  out: MemberName | null;
  taker: MemberName | null;
  /** Whether rights pass only when cash and bank passbook were counted and signed for. */
  handOver: boolean;
}

/** The same with who asked, who answered, and for whom it waits. */
export type OfficeChangeView = OfficeChangePlan & DecisionView;

/** The change of a request; only our own use case wrote it. */
export function changeAsked({ payload }: Approval): OfficeChange {
  return payload as unknown as OfficeChange;
}

/** The members whom a change is about. */
export function namesOf(
  { outNo, inNo }: OfficeChange,
  members: readonly Member[],
): Pick<OfficeChangePlan, "out" | "taker"> {
  const named = (no: string | null) => members.find(({ memberNo }) => memberNo === no);
  const [out, taker] = [named(outNo), named(inNo)];
  return { out: out ? memberName(out) : null, taker: taker ? memberName(taker) : null };
}

/** The members who leave and take a seat, as far as there are any. */
export function findParties(tx: Tx, group: Group, { outNo, inNo }: OfficeChange): Promise<Member[]> {
  const numbers = [outNo, inNo].filter((no): no is string => no !== null);
  return findMembers(
    tx,
    numbers.map((no) => memberId(group.id, no)),
  );
}

/** A request as its cards show it. */
export async function officeChangeView(
  tx: Tx,
  group: Group,
  approval: Approval,
  seconds: readonly Member[] = [],
): Promise<OfficeChangeView> {
  const change = changeAsked(approval);
  return {
    group,
    change,
    ...namesOf(change, await findParties(tx, group, change)),
    handOver: needsHandOver(change),
    ...(await decisionView(tx, group, approval, seconds)),
  };
}
