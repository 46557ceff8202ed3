import type { Group } from "../../groups/group";
import type { LocalDate } from "../../dates";
import { account, type AccountCode } from "../../ledger/accounts";
import { credit, debit, type Posting } from "../../ledger/journal-entry";
import type { Member } from "../../members/member";
import { add, baht, subtract, sum, zero, type Satang } from "../../money";
import type { PaymentSource } from "../../payments/payment";
import { contractId, type LoanContract } from "../contract";
import type { ContractTerms } from "../contract-terms";
import { agreedGuarantors, type LoanRequest } from "../requests/request";

/** A loan above this needs a signed paper to be asked back at court (CCC 653), in satang. */
export const paperAbove = baht(2_000);

/** Whether the signed paper must have been seen before the money goes: above 2,000 baht (CCC 653), and wherever somebody stands for it (CCC 680). */
export function needsPaper(request: Pick<LoanRequest, "guarantors" | "decision">): boolean {
  return grantedOf(request) > paperAbove || agreedGuarantors(request).length > 0;
}

/** What was granted, in satang; throws where nothing was decided, since only granted requests are paid out. */
export function grantedOf({ decision }: Pick<LoanRequest, "decision">): Satang {
  if (!decision) throw new Error("a payout follows a decision");
  return decision.granted;
}

/** The old contract that a new one takes the place of, with what is owed on it, in satang. */
export interface RenewedContract {
  contractNo: string;
  principal: Satang;
  interest: Satang;
  fine: Satang;
}

/** What a payout keeps back and what is handed over, in satang. */
export interface PayoutSums {
  granted: Satang;
  fee: Satang;
  renewed: RenewedContract | null;
  handed: Satang;
}

/** The sums of a payout; what is handed over is zero or less where the old contract takes all of it. */
export function payoutSums(granted: Satang, fee: Satang, renewed: RenewedContract | null): PayoutSums {
  const old = renewed ? sum([renewed.principal, renewed.interest, renewed.fine]) : zero;
  return { granted, fee, renewed, handed: subtract(granted, add(fee, old)) };
}

/**
 * What a payout does to the books: the new contract owes what was granted; the old one is paid back; the fee is income of loans, of no contract;
 * the rest leaves the box or the bank.
 */
export function payoutPostings(
  member: Pick<Member, "id" | "groupId">,
  payout: { contractNo: string; sums: PayoutSums; source: PaymentSource; fineTo: AccountCode },
): Posting[] {
  const { contractNo, sums, source, fineTo } = payout;
  const { granted, fee, renewed, handed } = sums;
  const group = { groupId: member.groupId };
  const whose = { ...group, memberId: member.id };
  const old = renewed && { ...whose, contractNo: renewed.contractNo };
  return [
    debit({ ...whose, code: account.loans, contractNo }, granted),
    ...(old && renewed
      ? [
          credit({ ...old, code: account.loans }, renewed.principal),
          credit({ ...old, code: account.interestIncome }, renewed.interest),
          credit({ ...old, code: fineTo }, renewed.fine),
        ]
      : []),
    credit({ ...group, code: account.interestIncome }, fee),
    credit({ ...group, code: source === "cash" ? account.cash : account.bank }, handed),
  ].filter(({ amount }) => amount > 0);
}

/** The number of the contract that comes of a request: its own, so that one number goes through a loan's whole life. */
export function contractNoOf({ requestNo }: Pick<LoanRequest, "requestNo">): string {
  return requestNo;
}

/** The contract that a payout begins. Who stands for it stands for the sum that she agreed to. */
export function contractOfRequest(
  group: Pick<Group, "id">,
  request: LoanRequest,
  { terms, on }: { terms: ContractTerms; on: LocalDate },
): LoanContract {
  const contractNo = contractNoOf(request);
  const agreed = agreedGuarantors(request);
  return {
    id: contractId(group.id, contractNo),
    groupId: group.id,
    contractNo,
    memberId: request.memberId,
    product: request.product,
    disbursedOn: on,
    principal: terms.principal,
    instalments: terms.instalments,
    paidThrough: null,
    yearlyRatePercent: terms.yearlyRatePercent,
    method: terms.method,
    guarantorNos: agreed.map(({ memberNo }) => memberNo),
    terms,
    requestId: request.id,
    guarantees: agreed.map(({ memberId, amount }) => ({ memberId, amount })),
  };
}

/** The sums that the entry of a payout tells, of the contract that it began. */
export function sumsOfEntry({ postings }: { postings: readonly Posting[] }, contractNo: string): PayoutSums {
  const of = (is: (posting: Posting) => boolean): Satang => sum(postings.filter(is).map(({ amount }) => amount));
  const credited = postings.filter(({ side }) => side === "credit");
  const old = credited.find((one) => one.code === account.loans)?.contractNo;
  const ofOld = (...codes: readonly AccountCode[]) =>
    of((one) => one.side === "credit" && one.contractNo === old && codes.includes(one.code));
  return {
    granted: of((one) => one.side === "debit" && one.contractNo === contractNo),
    fee: of((one) => one.side === "credit" && one.code === account.interestIncome && one.contractNo === undefined),
    renewed:
      old === undefined
        ? null
        : {
            contractNo: old,
            principal: ofOld(account.loans),
            interest: ofOld(account.interestIncome),
            fine: ofOld(account.fines, account.charity),
          },
    handed: of((one) => one.side === "credit" && (one.code === account.cash || one.code === account.bank)),
  };
}
