import type { FinanceMode } from "../groups/group";
import type { GroupId } from "../ids";
import { account, type AccountCode, type AccountRef } from "../ledger/accounts";
import { credit, debit, type EntryKind, type Posting } from "../ledger/journal-entry";
import type { Satang } from "../money";

/** Money that comes in and that no member hands over: whose owner is not known, the bank's interest, a grant. */
export const incomingKinds = ["suspense", "bankInterest", "grant"] as const;
export type IncomingKind = (typeof incomingKinds)[number];

/** Where it comes to: the box or the group's account. */
export const incomingPlaces = ["cash", "bank"] as const;
export type IncomingPlace = (typeof incomingPlaces)[number];

/** Money that comes in, as an officer writes it. */
export interface Incoming {
  kind: IncomingKind;
  /** Satang. */
  amount: Satang;
  into: IncomingPlace;
  /** From whom, or what is known of it; null where nothing was said. */
  note: string | null;
}

/** The kind of entry that it makes. */
export const incomingEntryOf: Record<IncomingKind, EntryKind> = {
  suspense: "suspense.received",
  bankInterest: "bank.interest",
  grant: "grant.received",
};

/** The incoming money that an entry tells of; null where it is none. */
export function incomingKindOf(kind: EntryKind): IncomingKind | null {
  return incomingKinds.find((one) => incomingEntryOf[one] === kind) ?? null;
}

/** The account that it stands on: a group that may not live on interest keeps the bank's for the public good. */
export function incomingAccount(kind: IncomingKind, financeMode: FinanceMode): AccountCode {
  switch (kind) {
    case "suspense":
      return account.suspense;
    case "grant":
      return account.grants;
    case "bankInterest":
      return financeMode === "interest-free" || financeMode === "murabaha" ? account.charity : account.bankInterest;
  }
}

/** What it does to the books of a group; `itemNo` is the number of its entry. */
export function incomingPostings(
  group: { id: GroupId; financeMode: FinanceMode },
  { kind, amount, into }: Incoming,
  itemNo: string,
): Posting[] {
  const code = incomingAccount(kind, group.financeMode);
  const receiver: AccountRef = { groupId: group.id, code, ...(kind === "suspense" ? { itemNo } : {}) };
  return [debit({ groupId: group.id, code: account[into] }, amount), credit(receiver, amount)];
}
