import type { LocalDate } from "../../domain/dates";
import type { Group } from "../../domain/groups/group";
import { account } from "../../domain/ledger/accounts";
import type { JournalEntry } from "../../domain/ledger/chain";
import type { LoanStanding } from "../../domain/loans/standing";
import type { Member } from "../../domain/members/member";
import { findAccountsOfMembers } from "../../storage/accounts";
import { findEntriesOfMembersOnDay } from "../../storage/journal";
import type { Tx } from "../../storage/tx";
import { openStandings } from "../loans/standings";
import type { Holdings } from "./deposit-rows";
import { standingDeposits } from "./standing-deposits";

/** What a member's deposit is decided on. */
export interface PassbookState {
  member: Member;
  holdings: Holdings;
  /** How the contracts stand on which she owes; without those whose paper makes no schedule. */
  loans: readonly LoanStanding[];
  /** What touched her passbook on the day, in order. */
  ofTheDay: readonly JournalEntry[];
  /** Her deposits among it that still hold. */
  standing: readonly JournalEntry[];
}

/**
 * How these members' passbooks stand on a day of the books, in the order of the members; in as many reads as one takes, and more where one of
 * them owes on a contract. `on` is the day that their money counts for.
 */
export async function readPassbooks(
  tx: Tx,
  group: Group,
  members: readonly Member[],
  { dayId, on }: { dayId: string; on: LocalDate },
): Promise<PassbookState[]> {
  const ids = members.map(({ id }) => id);
  const accounts = await findAccountsOfMembers(tx, ids);
  const entries = ids.length > 0 ? await findEntriesOfMembersOnDay(tx, ids, [dayId]) : [];
  const standing = await standingDeposits(tx, entries);
  const owing = accounts.filter(({ code, contractNo, balance }) => code === account.loans && contractNo && balance > 0);
  const borrowers = ids.filter((id) => owing.some(({ memberId }) => memberId === id));
  const loans = borrowers.length > 0 ? await openStandings(tx, group, borrowers, on) : [];
  const touch = (entry: JournalEntry, { id }: Member) => entry.postings.some(({ memberId }) => memberId === id);
  return members.map((member) => ({
    member,
    holdings: { accounts: accounts.filter(({ memberId }) => memberId === member.id) },
    ofTheDay: entries.filter((entry) => touch(entry, member)),
    loans: loans.filter(({ contract }) => contract.memberId === member.id),
    standing: standing.filter((entry) => touch(entry, member)),
  }));
}
