import type { LocalDate } from "../../../domain/dates";
import type { Group } from "../../../domain/groups/group";
import { scheduleOf } from "../../../domain/loans/schedule/schedule";
import { loanTermsOf, type ContractTerms } from "../../../domain/loans/contract-terms";
import { contractNoOf, payoutSums, type PayoutSums } from "../../../domain/loans/payouts/payout";
import { agreedGuarantors, type LoanRequest } from "../../../domain/loans/requests/request";
import type { Satang } from "../../../domain/money";
import type { MemberName } from "../../../domain/people";
import { memberName } from "../../../domain/people";
import { contractId } from "../../../domain/loans/contract";
import { findContract } from "../../../storage/loan-contracts";
import { findMembers } from "../../../storage/members";
import type { Tx } from "../../../storage/tx";
import { rulesOfRequest, termsOfRequest } from "../requests/request-view";
import { renewedOn } from "./renewed";

/** What a payout begins and hands over, as its cards show it. */
export interface PayoutFacts {
  contractNo: string;
  terms: ContractTerms;
  sums: PayoutSums;
  /** The first instalment: when, and how much in satang. */
  first: { dueOn: LocalDate; total: Satang };
  /** Who stands for it, and for how much in satang. */
  guarantees: { member: MemberName; amount: Satang }[];
}

/** What the payout of a request on a day begins and hands over; of one that was paid out, what it did. */
export async function payoutFacts(
  tx: Tx,
  group: Group,
  request: LoanRequest,
  on: LocalDate,
  paid: PayoutSums | null = null,
): Promise<PayoutFacts> {
  const contract =
    request.contractNo === null ? null : await findContract(tx, contractId(group.id, request.contractNo));
  const terms = contract?.terms ?? termsOfRequest(await rulesOfRequest(tx, group, request), group, request, on);
  const sums = paid ?? payoutSums(terms.principal, terms.fee, await renewedOn(tx, group, request, on));
  const [first] = scheduleOf(loanTermsOf(terms)).rows;
  if (!first) throw new Error("a schedule has rows");
  const agreed = agreedGuarantors(request);
  const members = await findMembers(
    tx,
    agreed.map(({ memberId }) => memberId),
  );
  return {
    contractNo: contractNoOf(request),
    terms,
    sums,
    first: { dueOn: first.dueOn, total: first.total },
    guarantees: agreed.flatMap(({ memberId, amount }) => {
      const member = members.find(({ id }) => id === memberId);
      return member ? [{ member: memberName(member), amount }] : [];
    }),
  };
}
