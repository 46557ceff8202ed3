import { localDateOf } from "../../domain/dates";
import { countedOn, sealAll } from "../../domain/ledger/head";
import { contractOfPlan, loanOpening, type LoansChange } from "../../domain/setup/loans";
import { lockHead } from "../../storage/ledger-heads";
import { insertContracts } from "../../storage/loan-contracts";
import { insertAddedBooks } from "../../storage/setup";
import type { Tx } from "../../storage/tx";

/** Continues a group's books with its contracts on paper: each takes its part out of what the opening says of loans. */
export async function bringLoansIn(tx: Tx, { groupId, loans }: LoansChange, now: Date): Promise<void> {
  const head = await lockHead(tx, groupId);
  const drafts = loans.map((loan) => loanOpening(groupId, loan, { now, on: countedOn(head.day, localDateOf(now)) }));
  await insertAddedBooks(tx, head, { members: [], ...sealAll(head, drafts) });
  await insertContracts(
    tx,
    loans.map((loan) => contractOfPlan(groupId, loan)),
  );
}
