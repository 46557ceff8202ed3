import type { LocalDate } from "../../domain/dates";
import type { Group } from "../../domain/groups/group";
import { guarantorIdsOf, type LoanContract } from "../../domain/loans/contract";
import type { ContractGuarantor, MyGuarantee } from "../../domain/loans/member-loans";
import type { LoanStanding } from "../../domain/loans/standing";
import { memberName, type MemberName } from "../../domain/people";
import { findContractsGuaranteedBy } from "../../storage/loan-contracts";
import { findMembers } from "../../storage/members";
import type { Tx } from "../../storage/tx";
import type { Passbook } from "../people/actor";
import { findOpenContracts, openAmong, type OpenContract } from "./open-contracts";
import { standingsOf } from "./standings";

/** A contract of one of a phone's passbooks, on which something is still owed. */
export interface MyLoan {
  group: Group;
  member: MemberName;
  contract: OpenContract;
  /** Null where its paper makes no schedule. */
  standing: LoanStanding | null;
}

/** The contracts of these passbooks on which something is owed, oldest first, with how they stand. */
export async function getMyLoans(
  tx: Tx,
  passbooks: readonly Pick<Passbook, "member" | "group">[],
  today: LocalDate,
): Promise<MyLoan[]> {
  const contracts = await findOpenContracts(
    tx,
    passbooks.map(({ member }) => member.id),
  );
  const groups = new Map(passbooks.map(({ group }) => [group.id, group]));
  const standings: LoanStanding[] = [];
  for (const group of groups.values()) standings.push(...(await standingsOf(tx, group, contracts, today)));
  return contracts.flatMap((contract) => {
    const passbook = passbooks.find(({ member }) => member.id === contract.memberId);
    if (!passbook) return [];
    const standing = standings.find((one) => one.contract.id === contract.id) ?? null;
    return [{ group: passbook.group, member: memberName(passbook.member), contract, standing }];
  });
}

/** What these passbooks stand for as guarantors, as long as something is owed on it. */
export async function getMyGuarantees(tx: Tx, passbooks: readonly Passbook[]): Promise<MyGuarantee[]> {
  const members = passbooks.map(({ member }) => member);
  const contracts = await openAmong(tx, await findContractsGuaranteedBy(tx, members));
  const borrowers = await findMembers(tx, [...new Set(contracts.map(({ memberId }) => memberId))]);
  return contracts.flatMap(({ memberId, contractNo, owed, guarantees }) => {
    const borrower = borrowers.find(({ id }) => id === memberId);
    if (!borrower) return [];
    const own = guarantees?.find((one) => members.some(({ id }) => id === one.memberId));
    return [{ borrower: memberName(borrower), contractNo, owed, amount: own?.amount ?? null }];
  });
}

/** Who stands for a contract, and for how much in satang; null: for all of it. */
export async function getGuarantorsOf(tx: Tx, contract: LoanContract): Promise<ContractGuarantor[]> {
  const ids = guarantorIdsOf(contract);
  const members = await findMembers(tx, ids);
  return ids.flatMap((id) => {
    const member = members.find((one) => one.id === id);
    if (!member) return [];
    const amount = contract.guarantees?.find((one) => one.memberId === id)?.amount ?? null;
    return [{ member: memberName(member), amount }];
  });
}
