import { addMonths, monthOf, type LocalDate } from "../dates";
import type { Satang } from "../money";
import { pledgeStanding } from "../savings/pledge";
import type { Member, MemberStatus } from "./member";

/** How a waiting member is taken in: what the committee resolved, as the chain records it. */
export interface Admission {
  /** The number of the resolution as the group writes it, "3/2569". */
  resolution: string;
  recordedOn: LocalDate;
  /** The entry fee of the rules on that day, in satang; 0 where there is none. */
  fee: Satang;
  /** The day on which she was a member for the first time; null before. */
  activeFrom: LocalDate | null;
}

/** The status that follows from the resolution and from the entry fee that she has paid (satang); who was admitted on paper keeps hers. */
export function statusOf({ status, admission }: Pick<Member, "status" | "admission">, feePaid: Satang): MemberStatus {
  if (!admission || status === "closed") return status;
  return feePaid >= admission.fee ? "active" : "pending";
}

/**
 * The member as she stands with that status from a day on. Her pledge begins with the month in which she is a member for the first time,
 * when this much (satang) stands in her pledge savings; what she had paid ahead stays paid.
 */
export function withStatus(member: Member, status: MemberStatus, on: LocalDate, pledgeSavings: Satang): Member {
  const { admission } = member;
  if (status !== "active" || !admission || admission.activeFrom !== null) return { ...member, status };
  const begun = { ...member, status, admission: { ...admission, activeFrom: on } };
  const before = addMonths(monthOf(on), -1);
  if (pledgeStanding(member, pledgeSavings).paidThrough >= before) return begun;
  return { ...begun, pledgePaidThrough: before, pledgeBase: pledgeSavings };
}
