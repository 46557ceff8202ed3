import { monthOf, type LocalDate } from "../../../domain/dates";
import type { Group } from "../../../domain/groups/group";
import { account } from "../../../domain/ledger/accounts";
import { standingGuarantors, type GuarantorFacts } from "../../../domain/loans/requests/guarantors";
import type { LoanRequest } from "../../../domain/loans/requests/request";
import type { Member } from "../../../domain/members/member";
import { satang, sum, type Satang } from "../../../domain/money";
import { pledgeDue } from "../../../domain/savings/pledge";
import { findAccountsOfMembers } from "../../../storage/accounts";
import { findContractsGuaranteedBy } from "../../../storage/loan-contracts";
import { findRequestsGuaranteedBy } from "../../../storage/loan-requests";
import { findMembers } from "../../../storage/members";
import type { Tx } from "../../../storage/tx";
import { findOpenContracts, openAmong, type OpenContract } from "../open-contracts";
import { standingsOf } from "../standings";

/** What a member stands for: contracts of others on which something is owed, and requests on which she agreed. */
export interface Guarantees {
  contracts: OpenContract[];
  requests: LoanRequest[];
  /** Satang in all: of a contract what is owed on it, at most what she signed for. */
  exposure: Satang;
}

/** What a member guarantees now; a request that goes on counts from her word on. `besides` is a request that is not counted. */
export async function guaranteesOf(tx: Tx, member: Member, besides: string | null = null): Promise<Guarantees> {
  const contracts = await openAmong(tx, await findContractsGuaranteedBy(tx, [member]));
  const agreed = (await findRequestsGuaranteedBy(tx, [member.id])).filter(
    ({ id, guarantors }) =>
      id !== besides && guarantors.some(({ memberId, state }) => memberId === member.id && state === "agreed"),
  );
  const exposure = sum([
    ...contracts.map((contract) => exposureOn(contract, member)),
    ...agreed.map(({ amount, decision }) => (decision && decision.granted > 0 ? decision.granted : amount)),
  ]);
  return { contracts, requests: agreed, exposure };
}

function exposureOn({ owed, guarantees }: OpenContract, { id }: Member): Satang {
  const signed = guarantees?.find(({ memberId }) => memberId === id)?.amount ?? owed;
  return satang(Math.min(owed, signed));
}

/** Instalments that are overdue on some contracts of a group, by contract. */
export async function missedOn(
  tx: Tx,
  group: Group,
  contracts: readonly OpenContract[],
  on: LocalDate,
): Promise<Map<string, number>> {
  if (contracts.length === 0) return new Map();
  const standings = await standingsOf(tx, group, contracts, on);
  return new Map(standings.map(({ contract, missed }) => [contract.id, missed]));
}

/** Satang in a member's savings, pledge and special together, and months of the pledge that are behind. */
export async function savingsOf(tx: Tx, member: Member, on: LocalDate): Promise<{ savings: Satang; behind: number }> {
  const rows = await findAccountsOfMembers(tx, [member.id]);
  const held = (code: string): Satang => satang(rows.find((row) => row.code === code)?.balance ?? 0);
  const pledged = held(account.pledgeSavings);
  return {
    savings: sum([pledged, held(account.specialSavings)]),
    behind: pledgeDue(member, pledged, monthOf(on)).arrears.length,
  };
}

/** The members who were asked or agreed to stand for a request, but for one. */
export async function standingBeside(tx: Tx, request: LoanRequest, { id }: Pick<Member, "id">): Promise<Member[]> {
  const others = standingGuarantors(request).flatMap(({ memberId }) => (memberId === id ? [] : [memberId]));
  return findMembers(tx, others);
}

/** What the rules on guarantors weigh of a member, but for one request. */
export async function guarantorFacts(
  tx: Tx,
  group: Group,
  member: Member,
  { besides, on }: { besides: string; on: LocalDate },
): Promise<GuarantorFacts> {
  const { contracts, requests, exposure } = await guaranteesOf(tx, member, besides);
  const own = await findOpenContracts(tx, [member.id]);
  const missed = await missedOn(tx, group, own, on);
  const { savings } = await savingsOf(tx, member, on);
  return {
    guarantees: contracts.length + requests.length,
    exposure,
    savings,
    missed: [...missed.values()].reduce((total, one) => total + one, 0),
  };
}
