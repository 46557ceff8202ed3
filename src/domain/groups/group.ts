import type { WorkingDayRule } from "../calendar";
import type { GroupId } from "../ids";
import type { Office } from "./offices";
import type { KeptPaymentDetails } from "./payment-details";

export const financeModes = ["interest", "service-fee", "interest-free", "murabaha"] as const;
export type FinanceMode = (typeof financeModes)[number];

/** A text in both languages; English falls back to Thai where a group gave none. */
export interface LocalText {
  th: string;
  en?: string;
}

/** A savings group as set up. */
export interface Group {
  id: GroupId;
  name: LocalText;
  district: string;
  workingDay: WorkingDayRule;
  financeMode: FinanceMode;
  /** `paper`: stays on paper, has no register here. */
  mode: "digital" | "paper";
  /** Where members transfer to; `paymentDetailsInForce` tells what of it holds on a day. */
  payment: KeptPaymentDetails;
  delegates: { no: string; name: string }[];
  officers: Office[];
  /** Its paper books still count, until it goes live; left out: they do not. */
  besidePaper?: boolean;
  /** Hashes of names in the chain are salted with it. */
  salt: string;
}

/** The network: the one row that says which groups are live. A group that it does not name is a draft that nobody can see. */
export interface Network {
  key: string;
  name: LocalText;
  groupIds: GroupId[];
  coordinators: { groupId: GroupId; memberNo: string }[];
}
