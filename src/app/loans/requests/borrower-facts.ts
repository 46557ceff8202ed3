import { monthOf, monthsBetween, type LocalDate } from "../../../domain/dates";
import type { Group } from "../../../domain/groups/group";
import type { MemberId } from "../../../domain/ids";
import type { BorrowerFacts } from "../../../domain/loans/requests/judge";
import { openStates, type LoanRequest } from "../../../domain/loans/requests/request";
import type { Member } from "../../../domain/members/member";
import { sum } from "../../../domain/money";
import type { RuleBook } from "../../../domain/rules/rule-book";
import { findLoanRequestsOf } from "../../../storage/loan-requests";
import type { Tx } from "../../../storage/tx";
import { lendableOf } from "../lendable";
import { findOpenContracts, type OpenContract } from "../open-contracts";
import { guaranteesOf, missedOn, savingsOf } from "./guarantees";

/** What else is to be known for the facts of a borrower. */
export interface Asking {
  rules: RuleBook;
  on: LocalDate;
  /** The contract that is renewed; null: none. */
  renews: string | null;
  /** Her memberships in other groups; null: she did not let her debts there be looked at. */
  otherIds: readonly MemberId[] | null;
}

/** What eligibility weighs of a member who asks for a loan. Debts in other groups are read of the memberships that are named alone. */
export async function borrowerFacts(
  tx: Tx,
  group: Group,
  member: Member,
  { rules, on, renews, otherIds }: Asking,
): Promise<BorrowerFacts> {
  const open = await findOpenContracts(tx, [member.id]);
  const requests = (await findLoanRequestsOf(tx, [member.id])).filter(({ state }) => openStates.includes(state));
  const missed = await missedOn(tx, group, open, on);
  const renewed = open.find(({ contractNo }) => contractNo === renews) ?? null;
  const kept = open.filter((contract) => contract !== renewed);
  const { savings, behind } = await savingsOf(tx, member, on);
  const guaranteed = await guaranteesOf(tx, member);
  const overdue = await missedOn(tx, group, guaranteed.contracts, on);
  return {
    status: member.status,
    membershipMonths: monthsSince(member.joinedOn, on),
    savingsArrears: behind,
    loanArrears: [...missed.values()].reduce((total, one) => total + one, 0),
    openLoans: kept.length + requests.length,
    guaranteeArrears: [...overdue.values()].filter((count) => count > 0).length,
    guaranteeExposure: guaranteed.exposure,
    savings,
    owed: sum([...kept.map(({ owed }) => owed), ...requests.map(promisedBy)]),
    renewal: renewed && { principal: renewed.principal, owed: renewed.owed },
    otherDebts: await otherDebts(tx, otherIds),
    lendable: (await lendableOf(tx, group.id, rules)).free,
  };
}

const promisedBy = ({ amount, decision }: LoanRequest): LoanRequest["amount"] => decision?.granted ?? amount;

async function otherDebts(tx: Tx, ids: readonly MemberId[] | null): Promise<BorrowerFacts["otherDebts"]> {
  if (ids === null) return "unread";
  if (ids.length === 0) return "none";
  const contracts: OpenContract[] = await findOpenContracts(tx, ids);
  return sum(contracts.map(({ owed }) => owed));
}

/** Whole months from a day to another. */
function monthsSince(from: LocalDate, to: LocalDate): number {
  const months = monthsBetween(monthOf(from), monthOf(to));
  return Math.max(0, to.slice(8) < from.slice(8) ? months - 1 : months);
}
