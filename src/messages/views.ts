import type { messagingApi } from "@line/bot-sdk";
import type { Group } from "../domain/groups/group";
import type { OfficerName } from "../domain/people";
import type { Satang } from "../domain/money";

/** A message of LINE, ready to be sent. */
export type Message = messagingApi.Message;

/** A group as a card names it. */
export type GroupName = Pick<Group, "name">;

/** Whom to call: an officer, and her telephone where the group gave one. */
export interface Contact {
  officer: OfficerName;
  phone: string | null;
  /** Her group, where contacts of several stand beside each other. */
  group?: GroupName;
}

/** What money of a member is for. */
export type SavingsPurpose = "pledge" | "special";

/** One sum of a deposit. */
export interface SavingsRow {
  purpose: SavingsPurpose;
  amount: Satang;
}

/** One sum of a deposit with the member's balance of that purpose before and after it. */
export interface SavingsChange extends SavingsRow {
  before: Satang;
  after: Satang;
}
