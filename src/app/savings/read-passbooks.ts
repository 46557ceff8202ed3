import type { JournalEntry } from "../../domain/ledger/chain";
import type { Member } from "../../domain/members/member";
import { findAccountsOfMembers } from "../../storage/accounts";
import { findEntriesOfMembersOnDay } from "../../storage/journal";
import type { Tx } from "../../storage/tx";
import type { Holdings } from "./deposit-rows";
import { standingDeposits } from "./standing-deposits";

/** What a member's deposit is decided on. */
export interface PassbookState {
  member: Member;
  holdings: Holdings;
  /** What touched her passbook on the day, in order. */
  ofTheDay: readonly JournalEntry[];
  /** Her deposits among it that still hold. */
  standing: readonly JournalEntry[];
}

/** How these members' passbooks stand on a day of the books, in the order of the members; in as many reads as one takes. */
export async function readPassbooks(tx: Tx, members: readonly Member[], dayId: string): Promise<PassbookState[]> {
  const ids = members.map(({ id }) => id);
  const accounts = await findAccountsOfMembers(tx, ids);
  const entries = ids.length > 0 ? await findEntriesOfMembersOnDay(tx, ids, [dayId]) : [];
  const standing = await standingDeposits(tx, entries);
  const touch = (entry: JournalEntry, { id }: Member) => entry.postings.some(({ memberId }) => memberId === id);
  return members.map((member) => ({
    member,
    holdings: { accounts: accounts.filter(({ memberId }) => memberId === member.id) },
    ofTheDay: entries.filter((entry) => touch(entry, member)),
    standing: standing.filter((entry) => touch(entry, member)),
  }));
}
