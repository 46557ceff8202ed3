import { DomainError } from "../errors";
import type { GroupId, MemberId, PhotoId } from "../ids";
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
  "pledge",
  "difference",
  "parallel-run",
  "go-live",
  "set-off",
  "loan-change",
  "guarantee",
] as const;
export type ApprovalKind = (typeof approvalKinds)[number];

/** Where a request stands, as its card shows it. */
export type Verdict = "open" | "approved" | "rejected";

/** A paper that stands for the button of a second officer who has no phone: she and the first sign it, a third officer photographs it. */
export interface SignedPaper {
  secondNo: string;
  reason: string;
  /** The photo, and the third officer who took it; null until she has. */
  photoId: PhotoId | null;
  by: EntryActor | null;
}

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
  /** Left out where the second officer presses a button. */
  paper?: SignedPaper;
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

/** The kinds of requests where a signed paper may stand for the second officer's button. */
export const paperKinds: readonly ApprovalKind[] = ["payment", "reversal"];

/** The open request after the first officer named who signs on paper, and why. */
export function namedOnPaper(
  approval: Approval,
  { secondNo, reason }: Pick<SignedPaper, "secondNo" | "reason">,
): Approval {
  const paper = { secondNo, reason, photoId: null, by: null };
  return { ...approval, paper, version: approval.version + 1 };
}

/**
 * The request as decided by the signature of a second officer on paper. Throws `second-person.same` where who photographed it is the first, the second
 * or a party, and `card.outdated` where no paper was named. The caller has made sure that it is open and that the second officer holds the power.
 */
export function decideByPaper(
  approval: Approval,
  { second, third, photoId, at }: { second: EntryActor; third: EntryActor; photoId: PhotoId; at: Date },
): Approval {
  const { paper } = approval;
  if (!paper) throw new DomainError("card.outdated", { why: "changed" });
  if (!mayDecide(approval, third) || third.memberId === second.memberId)
    throw new DomainError("second-person.same", {});
  const decided = decide(approval, second, "approved", at);
  return { ...decided, paper: { ...paper, photoId, by: third } };
}

/** Whether the record of an entry says that its second officer signed on paper. */
export function isByPaper(record: Readonly<Record<string, unknown>> | undefined): boolean {
  return record?.["signedPaper"] !== undefined;
}

/** What the entry of a decision by paper keeps of it; nothing where a button decided. */
export function paperRecord({ paper }: Approval): Record<string, string> {
  return paper?.photoId ? { signedPaper: paper.photoId, paperPhotographedBy: paper.by?.memberId ?? "" } : {};
}
