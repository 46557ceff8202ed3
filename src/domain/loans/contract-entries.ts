import type { LocalDate } from "../dates";
import type { EntryId } from "../ids";
import { account, type AccountCode } from "../ledger/accounts";
import type { JournalEntry } from "../ledger/chain";
import type { EntryKind, Posting } from "../ledger/journal-entry";
import { zero, type Satang, satang } from "../money";
import type { LoanContract } from "./contract";

/** What of an entry a contract is read from. */
export type ContractEntry = Pick<JournalEntry, "id" | "effectiveOn" | "postings"> & {
  kind: EntryKind;
  reverses?: EntryId;
};

/** What one entry that still holds did to a contract, in satang. */
export interface ContractMove {
  on: LocalDate;
  lent: Satang;
  principal: Satang;
  interest: Satang;
  fine: Satang;
  /** Whether it changed the contract, so that nothing is asked of it any more once no principal is left. */
  changes: boolean;
}

/** Entries that change a contract: what it owed goes on in another one, or is written off. */
export const changeEntries: readonly EntryKind[] = ["loan.restructured", "loan.taken-over", "loan.written-off"];

const fines: readonly AccountCode[] = [account.fines, account.charity];

/** What the entries that still hold by a day did to a contract, in their order: a reversed one and its reversal count as nothing. */
export function movesOf(
  { groupId, contractNo }: Pick<LoanContract, "groupId" | "contractNo">,
  entries: readonly ContractEntry[],
  on: LocalDate,
): ContractMove[] {
  const reversed = new Set(entries.flatMap(({ reverses }) => reverses ?? []));
  const standing = entries.filter(
    ({ id, kind, effectiveOn }) => kind !== "reversal" && !reversed.has(id) && effectiveOn <= on,
  );
  return standing.flatMap((entry) => {
    const own = entry.postings.filter((one) => one.groupId === groupId && one.contractNo === contractNo);
    return own.length > 0 ? [moveOf(entry, own)] : [];
  });
}

function moveOf({ effectiveOn: on, kind }: ContractEntry, postings: readonly Posting[]): ContractMove {
  const move = { on, lent: zero, principal: zero, interest: zero, fine: zero, changes: changeEntries.includes(kind) };
  for (const { code, side, amount } of postings) {
    const sign = side === "credit" ? 1 : -1;
    if (code === account.loans && side === "debit") move.lent = satang(move.lent + amount);
    else if (code === account.loans) move.principal = satang(move.principal + amount);
    else if (code === account.interestIncome) move.interest = satang(move.interest + sign * amount);
    else if (fines.includes(code)) move.fine = satang(move.fine + sign * amount);
  }
  return move;
}
