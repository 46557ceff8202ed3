import { localDateOf } from "../../domain/dates";
import { countedOn, sealAll } from "../../domain/ledger/head";
import type { LoanContract } from "../../domain/loans/contract";
import { paperTerms } from "../../domain/loans/paper-terms";
import { contractOfPlan, loanOpening, type LoansChange } from "../../domain/setup/loans";
import { getGroup } from "../../storage/groups";
import { lockHead } from "../../storage/ledger-heads";
import { insertContracts } from "../../storage/loan-contracts";
import { insertAddedBooks } from "../../storage/setup";
import type { Tx } from "../../storage/tx";
import { rulesInForce } from "../rules/rules-in-force";

/** Continues a group's books with its contracts on paper: each takes its part out of what the opening says of loans, and has terms where its paper can be read. */
export async function bringLoansIn(tx: Tx, { groupId, loans }: LoansChange, now: Date): Promise<void> {
  const head = await lockHead(tx, groupId);
  const drafts = loans.map((loan) => loanOpening(groupId, loan, { now, on: countedOn(head.day, localDateOf(now)) }));
  await insertAddedBooks(tx, head, { members: [], ...sealAll(head, drafts) });
  const group = await getGroup(tx, groupId);
  const rules = await rulesInForce(tx, group, countedOn(head.day, localDateOf(now)));
  const contracts = loans.map((loan): LoanContract => {
    const terms = paperTerms(loan, loan.outstanding, { rules, workingDay: group.workingDay });
    return { ...contractOfPlan(groupId, loan), ...(terms ? { terms } : {}) };
  });
  await insertContracts(tx, contracts);
}
