import type { Group } from "../../groups/group";
import type { MemberName } from "../../people";
import type { InterestWorded } from "../../rules/interest-word";
import type { QueueOrder } from "../loan-rules";
import type { ScheduleSummary } from "../schedule/summary";
import type { LoanRequest, NamedGuarantor } from "./request";

/** A guarantor as the cards of a request name her. */
export interface GuarantorView extends Pick<NamedGuarantor, "amount" | "state"> {
  member: MemberName;
  /** Two officers entered her answer. */
  isEntered: boolean;
}

/** A request with everything that its cards tell. */
export interface LoanRequestView {
  request: LoanRequest;
  group: Group & InterestWorded;
  member: MemberName;
  /** Of what was granted, else of what is asked for, as if it were paid out on the day on which it was put. */
  schedule: ScheduleSummary;
  /** A decimal, "12", and the fee kept from the payout, in satang. */
  yearlyRatePercent: string;
  fee: number;
  /** Whoever was named and not replaced, in the order in which they were. */
  guarantors: GuarantorView[];
  /** Its place in the queue and the queue's rule; null where it does not wait in it. */
  place: { at: number; of: number; order: QueueOrder } | null;
}
