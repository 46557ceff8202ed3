import type { messagingApi } from "@line/bot-sdk";
import type { Group, LocalText } from "../domain/groups/group";
import type { OfficerName } from "../domain/people";
import type { Satang } from "../domain/money";
import type { DepositPurpose } from "../domain/savings/deposit";

/** A message of LINE, ready to be sent. */
export type Message = messagingApi.Message;

/** A group as a card names it. */
export type GroupName = Pick<Group, "name"> &
  Partial<Pick<Group, "financeMode" | "besidePaper">> & { interestWord?: LocalText };

/** Whom to call: an officer, and her telephone where the group gave one. */
export interface Contact {
  officer: OfficerName;
  phone: string | null;
  /** Her group, where contacts of several stand beside each other. */
  group?: GroupName;
}

/** One sum of a deposit. */
export interface DepositSum {
  purpose: DepositPurpose;
  amount: Satang;
  contractNo?: string;
}

/** One sum of a deposit with the member's balance of that purpose before and after it; null where she has none. */
export interface DepositChange extends DepositSum {
  change: { before: Satang; after: Satang } | null;
}
