import { DomainError } from "../errors";
import type { GroupId, MemberId } from "../ids";
import type { EntryActor } from "../ledger/journal-entry";

/** What two officers decide on. */
export const approvalKinds = [
  "reversal",
  "payment",
  "link",
  "helper",
  "rules",
  "officers",
  "office-cash",
  "suspense",
  "payment-details",
] as const;
export type ApprovalKind = (typeof approvalKinds)[number];

/** Where a request stands, as its card shows it. */
export type Verdict = "open" | "approved" | "rejected";

/** A request that a second officer confirms or rejects. It records a decision; what was decided is posted by the use case. */
export interface Approval {
  id: string;
  kind: ApprovalKind;
  groupId: GroupId;
  /** What it is about: at most one open request per subject. */
  subject: string;
  payload: Record<string, string | number | boolean | null>;
  requestedBy: EntryActor;
  requestedAt: Date;
  /** Members who may not be the second person: whose own matter it is. */
  excluded: MemberId[];
  /**
   * `replaced`: a newer request about the same matter took its place before anybody answered; `lapsed`: its day closed before;
   * `left`: who asked left the office; `withdrawn`: whoever wished for it does so no more.
   */
  state: Verdict | "replaced" | "lapsed" | "left" | "withdrawn";
  decidedBy: EntryActor | null;
  decidedAt: Date | null;
  version: number;
}

/** A new request, open. */
export function requestApproval(
  facts: Pick<Approval, "id" | "kind" | "groupId" | "subject" | "payload" | "requestedBy" | "requestedAt" | "excluded">,
): Approval {
  return { ...facts, state: "open", decidedBy: null, decidedAt: null, version: 1 };
}

/** The open request after a newer one took its place. */
export function replace(approval: Approval, at: Date): Approval {
  return { ...approval, state: "replaced", decidedAt: at, version: approval.version + 1 };
}

/** The open request after the day closed for which it was made. */
export function lapse(approval: Approval, at: Date): Approval {
  return { ...approval, state: "lapsed", decidedAt: at, version: approval.version + 1 };
}

/** The open request after who asked left the office by which she could. */
export function endWithOffice(approval: Approval, at: Date): Approval {
  return { ...approval, state: "left", decidedAt: at, version: approval.version + 1 };
}

/** The open request after whoever wished for what it asks gave that up. */
export function withdraw(approval: Approval, at: Date): Approval {
  return { ...approval, state: "withdrawn", decidedAt: at, version: approval.version + 1 };
}

/** Where the request stands; throws `card.outdated` when a newer one took its place, its day closed, who asked left her office, or nobody wishes for it any more. */
export function verdictOf({ state }: Approval): Verdict {
  if (state === "replaced") throw new DomainError("card.outdated", { why: "replaced" });
  if (state === "lapsed") throw new DomainError("card.outdated", { why: "day-closed" });
  if (state === "left") throw new DomainError("card.outdated", { why: "officer-left" });
  if (state === "withdrawn") throw new DomainError("card.outdated", { why: "withdrawn" });
  return state;
}

/** Whether this officer may be the second person: another member on another phone, and not whose matter it is. */
export function mayDecide(approval: Approval, officer: Pick<EntryActor, "personId" | "memberId">): boolean {
  const { requestedBy, excluded } = approval;
  if (officer.memberId === requestedBy.memberId || officer.personId === requestedBy.personId) return false;
  return officer.memberId !== null && !excluded.includes(officer.memberId);
}

/**
 * The request as decided by the second officer. Throws `second-person.same` when she is the first, or it is her own matter.
 * The caller has made sure that it is open and that she holds the power.
 */
export function decide(approval: Approval, officer: EntryActor, verdict: "approved" | "rejected", at: Date): Approval {
  if (!mayDecide(approval, officer)) throw new DomainError("second-person.same", {});
  return { ...approval, state: verdict, decidedBy: officer, decidedAt: at, version: approval.version + 1 };
}
