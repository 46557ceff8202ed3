import type { LocalDate, YearMonth } from "../dates";
import { memberId, type GroupId, type MemberId } from "../ids";
import type { Satang } from "../money";
import type { ContractTerms } from "./contract-terms";

/**
 * A loan contract. What is still owed on it is the balance of its account, never a figure here, and how it stands follows from its entries. Of
 * one that was made on paper product, rate and method are as the paper says them.
 */
export interface LoanContract {
  /** `<group>/<contract number>`. */
  id: string;
  groupId: GroupId;
  /** As the paper numbers it: "15/2568". */
  contractNo: string;
  memberId: MemberId;
  product: string;
  disbursedOn: LocalDate;
  /** What was lent, in satang. */
  principal: Satang;
  instalments: number | null;
  /** The last month whose interest was paid when the contract came in; null where nobody wrote it. */
  paidThrough: YearMonth | null;
  yearlyRatePercent: string;
  method: string;
  guarantorNos: string[];
  /** What binds it; left out of a contract on paper whose words make no schedule. */
  terms?: ContractTerms;
  /** The request that it came of; left out of a contract on paper. */
  requestId?: string;
  /** Who stands for it, and for how much in satang; left out of a contract on paper, where each stands for all of it. */
  guarantees?: { memberId: MemberId; amount: Satang }[];
  /** The contract that it took the place of, and the first of that line; left out of one that was lent. */
  comesOf?: { contractNo: string; root: string };
}

/** The id of a group's contract. */
export function contractId(groupId: GroupId, contractNo: string): string {
  return `${groupId}/${contractNo}`;
}

/** Who stands for a contract. */
export function guarantorIdsOf({
  groupId,
  guarantees,
  guarantorNos,
}: Pick<LoanContract, "groupId" | "guarantees" | "guarantorNos">): MemberId[] {
  return guarantees?.map((one) => one.memberId) ?? guarantorNos.map((no) => memberId(groupId, no));
}
