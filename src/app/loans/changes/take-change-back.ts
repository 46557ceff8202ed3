import { DomainError } from "../../../domain/errors";
import { account } from "../../../domain/ledger/accounts";
import { standingOf } from "../../../domain/ledger/cash-flow";
import type { JournalEntry } from "../../../domain/ledger/chain";
import { receiptText } from "../../../domain/ledger/receipt";
import { contractId } from "../../../domain/loans/contract";
import { changeEntries } from "../../../domain/loans/contract-entries";
import { findEntriesOfContracts } from "../../../storage/journal";
import { removeContract } from "../../../storage/loan-contracts";
import type { Tx } from "../../../storage/tx";

/**
 * Throws `loan-change.reverse-first` where a contract of the entry was changed after it by one that still holds: what was reckoned then rests on this
 * entry, so that the change is put right before it.
 */
export async function refuseChangedSince(tx: Tx, { id, seq, postings }: JournalEntry): Promise<void> {
  const own = postings.find(({ contractNo }) => contractNo !== undefined);
  if (!own) return;
  const numbers = [...new Set(postings.flatMap(({ contractNo }) => contractNo ?? []))];
  const entries = standingOf(await findEntriesOfContracts(tx, own.groupId, numbers));
  const later = entries.find((one) => one.seq > seq && one.id !== id && changeEntries.includes(one.kind));
  if (!later) return;
  const receipt = later.receipt ? receiptText(later.receipt) : String(later.seq);
  throw new DomainError("loan-change.reverse-first", { contractNo: own.contractNo ?? "", receipt });
}

/** A change of a contract was taken back: the contract that it began is no more. The head is locked. */
export async function takeChangeBack(tx: Tx, { kind, postings }: JournalEntry): Promise<void> {
  const begun = postings.find(({ code, side }) => code === account.loans && side === "debit");
  if (!changeEntries.includes(kind) || begun?.contractNo === undefined) return;
  await removeContract(tx, contractId(begun.groupId, begun.contractNo));
}
