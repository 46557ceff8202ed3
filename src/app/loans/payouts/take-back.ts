import { DomainError } from "../../../domain/errors";
import type { Group } from "../../../domain/groups/group";
import { account } from "../../../domain/ledger/accounts";
import { standingOf } from "../../../domain/ledger/cash-flow";
import type { JournalEntry } from "../../../domain/ledger/chain";
import { receiptText } from "../../../domain/ledger/receipt";
import { contractId } from "../../../domain/loans/contract";
import { changeEntries } from "../../../domain/loans/contract-entries";
import { moveTo } from "../../../domain/loans/requests/request";
import type { Notice } from "../../../domain/notice";
import { findEntriesOfMember } from "../../../storage/journal";
import { findContract, removeContract } from "../../../storage/loan-contracts";
import { getLoanRequest, saveLoanRequest } from "../../../storage/loan-requests";
import type { Tx } from "../../../storage/tx";
import { guaranteeNotices } from "./payout";
import { payoutFacts } from "./read-payout";

/** The contract that an entry began, by a payout or in the place of another, and whose it is; null where it began none. */
function begunBy({ kind, postings }: JournalEntry) {
  const lent = postings.find(({ side, code }) => side === "debit" && code === account.loans);
  const begins = kind === "loan.paid-out" || changeEntries.includes(kind);
  if (!begins || lent?.memberId === undefined || lent.contractNo === undefined) return null;
  return { memberId: lent.memberId, contractNo: lent.contractNo };
}

/** Throws `payout.reverse-first` where entries of the contract came after the one that began it and still hold: they are put right before it. */
export async function refuseMovedSince(tx: Tx, entry: JournalEntry): Promise<void> {
  const lent = begunBy(entry);
  if (!lent) return;
  const later = (await findEntriesOfMember(tx, lent.memberId, {})).filter(({ seq }) => seq > entry.seq).reverse();
  const ofContract = standingOf(later).filter(({ id, postings }) =>
    postings.some(({ contractNo }) => id !== entry.id && contractNo === lent.contractNo),
  );
  if (ofContract.length === 0) return;
  const receipts = ofContract.map(({ receipt, seq }) => (receipt ? receiptText(receipt) : String(seq))).reverse();
  throw new DomainError("payout.reverse-first", { contractNo: lent.contractNo, receipts: receipts.join(", ") });
}

/**
 * The payout of a request was taken back: its contract is no more, the request stands approved again and keeps its money as before, and who
 * stands for it hears. Nothing of a loan that was decided on paper. The head is locked.
 */
export async function takePayoutBack(tx: Tx, group: Group, entry: JournalEntry, now: Date): Promise<Notice[]> {
  const lent = begunBy(entry);
  const contract = lent && (await findContract(tx, contractId(group.id, lent.contractNo)));
  if (contract?.requestId === undefined) return [];
  const request = await getLoanRequest(tx, contract.requestId);
  const facts = await payoutFacts(tx, group, request, contract.disbursedOn);
  await removeContract(tx, contract.id);
  await saveLoanRequest(tx, { ...moveTo(request, "approved", now), contractNo: null });
  return guaranteeNotices(tx, { group, request, facts, state: "taken-back" });
}
