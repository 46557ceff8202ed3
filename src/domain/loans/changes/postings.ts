import type { MemberId } from "../../ids";
import { account } from "../../ledger/accounts";
import { credit, debit, type EntryKind, type Posting } from "../../ledger/journal-entry";
import type { Satang } from "../../money";
import type { LoanContract } from "../contract";
import type { LoanChange } from "./change";

/** The entry of each change. */
export const entryOfChange: Readonly<Record<LoanChange, EntryKind>> = {
  grace: "loan.restructured",
  restructure: "loan.restructured",
  "take-over": "loan.taken-over",
  "write-off": "loan.written-off",
};

/** What a change does to the books, in one entry: so much principal (satang) leaves the old contract, and is owed on the new one, or lost. No money moves. */
export function changePostings(
  { groupId, memberId, contractNo }: Pick<LoanContract, "groupId" | "memberId" | "contractNo">,
  principal: Satang,
  begun: { memberId: MemberId; contractNo: string } | null,
): Posting[] {
  return [
    begun
      ? debit({ groupId, code: account.loans, ...begun }, principal)
      : debit({ groupId, code: account.loanLosses }, principal),
    credit({ groupId, code: account.loans, memberId, contractNo }, principal),
  ];
}
