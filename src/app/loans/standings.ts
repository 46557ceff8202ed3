import type { LocalDate } from "../../domain/dates";
import type { Group } from "../../domain/groups/group";
import type { MemberId } from "../../domain/ids";
import type { LoanContract } from "../../domain/loans/contract";
import type { ContractEntry } from "../../domain/loans/contract-entries";
import type { LateLoanRule } from "../../domain/loans/loan-rules";
import { standingOf, type LoanStanding } from "../../domain/loans/standing";
import { rulesOn } from "../../domain/rules/rule-book";
import { findClosedWorkingDays } from "../../storage/days";
import { findEntriesOfContracts } from "../../storage/journal";
import { findContractsOfMembers } from "../../storage/loan-contracts";
import { findRuleVersions } from "../../storage/rule-books";
import type { Tx } from "../../storage/tx";

/** How these members' contracts stand on which something is still owed, oldest first; those without terms are left out. */
export async function openStandings(
  tx: Tx,
  group: Pick<Group, "id" | "financeMode">,
  memberIds: readonly MemberId[],
  on: LocalDate,
): Promise<LoanStanding[]> {
  const standings = await standingsOf(tx, group, await findContractsOfMembers(tx, memberIds), on);
  return standings.filter(({ closed }) => !closed);
}

/** How contracts of a group stand on a day, in their order; those without terms are left out. Three reads, whatever their number. */
export async function standingsOf(
  tx: Tx,
  group: Pick<Group, "id" | "financeMode">,
  contracts: readonly LoanContract[],
  on: LocalDate,
): Promise<LoanStanding[]> {
  const known = contracts.filter(({ terms, groupId }) => terms !== undefined && groupId === group.id);
  if (known.length === 0) return [];
  const numbers = known.map(({ contractNo }) => contractNo);
  const first = known.map(({ disbursedOn }) => disbursedOn).sort()[0] ?? on;
  const entries = await findEntriesOfContracts(tx, group.id, numbers);
  const closedOn = await findClosedWorkingDays(tx, group.id, { from: first, to: on });
  const versions = await findRuleVersions(tx, group.id);
  const late = (dueOn: LocalDate): LateLoanRule => rulesOn(versions, group.financeMode, dueOn).values["late-loan"];
  const own = byContract(entries);
  return known.flatMap(
    (contract) => standingOf(contract, own.get(contract.contractNo) ?? [], { on, closedOn, late }) ?? [],
  );
}

/** Entries by each contract that they name, in their order. */
function byContract<Entry extends ContractEntry>(entries: readonly Entry[]): Map<string, Entry[]> {
  const grouped = new Map<string, Entry[]>();
  for (const entry of entries) {
    const named = new Set(entry.postings.flatMap(({ contractNo }) => contractNo ?? []));
    for (const contractNo of named) {
      const own = grouped.get(contractNo);
      if (own) own.push(entry);
      else grouped.set(contractNo, [entry]);
    }
  }
  return grouped;
}
