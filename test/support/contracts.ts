import { localDate } from "../../src/domain/dates";
import type { Group } from "../../src/domain/groups/group";
import { account } from "../../src/domain/ledger/accounts";
import { credit, debit } from "../../src/domain/ledger/journal-entry";
import { contractId, type LoanContract } from "../../src/domain/loans/contract";
import type { ContractTerms } from "../../src/domain/loans/contract-terms";
import type { Member } from "../../src/domain/members/member";
import { satang, zero, type Satang } from "../../src/domain/money";
import { post } from "../../src/storage/journal";
import { lockHead } from "../../src/storage/ledger-heads";
import { saveContract } from "../../src/storage/loan-contracts";
import { inTransaction } from "../../src/storage/tx";

/** Terms of an ordinary loan from 5 February 2026: twelve instalments from 5 March, 1 per cent a month of what is still owed. */
export function ordinaryTerms(principal: Satang): ContractTerms {
  return {
    product: "ordinary",
    rules: { version: 0, clause: "8" },
    principal,
    yearlyRatePercent: "12",
    method: "monthly-on-outstanding",
    basis: "per-period",
    instalments: 12,
    disbursedOn: localDate("2026-02-05"),
    firstDueOn: localDate("2026-03-05"),
    instalmentRounding: { mode: "up", multiple: satang(100) },
    interestRounding: { mode: "half-even", multiple: satang(1) },
    gracePrincipal: 0,
    graceInterest: 0,
    fee: zero,
  };
}

/** A contract of a member on such terms, all of it still owed unless its facts tell of more that was lent. */
export function buildOrdinaryContract(
  group: Group,
  member: Member,
  { owed, ...facts }: Partial<LoanContract> & { contractNo: string; owed: Satang },
): Promise<LoanContract> {
  const terms = ordinaryTerms(owed);
  const { disbursedOn, instalments } = terms;
  return buildContract(group, member, { owed, terms, disbursedOn, instalments, ...facts });
}

/** A contract of a member, made on paper, with so much still owed on it. */
export async function buildContract(
  group: Group,
  member: Member,
  { owed, ...facts }: Partial<LoanContract> & { contractNo: string; owed: Satang },
): Promise<LoanContract> {
  const contract: LoanContract = {
    id: contractId(group.id, facts.contractNo),
    groupId: group.id,
    memberId: member.id,
    product: "กู้สามัญ",
    disbursedOn: localDate("2025-06-05"),
    principal: owed,
    instalments: 24,
    paidThrough: null,
    yearlyRatePercent: "12",
    method: "",
    guarantorNos: [],
    ...facts,
  };
  const { contractNo } = contract;
  await inTransaction(async (tx) => {
    const head = await lockHead(tx, group.id);
    await saveContract(tx, contract);
    await post(tx, head, {
      idempotencyKey: `opening.loan:${contract.id}`,
      kind: "opening.loan",
      effectiveOn: head.day.on,
      postedAt: head.day.openedAt,
      actor: { personId: null, memberId: null, position: "setup" },
      source: "setup",
      withReceipt: false,
      postings: [
        debit({ groupId: group.id, code: account.loans, memberId: member.id, contractNo }, owed),
        credit({ groupId: group.id, code: account.surplus }, owed),
      ],
    });
  });
  return contract;
}
