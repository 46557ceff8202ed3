import { dayInMonth, monthOf, type LocalDate, type YearMonth } from "../../domain/dates";
import { entryId, type MemberId } from "../../domain/ids";
import { account, type AccountCode } from "../../domain/ledger/accounts";
import type { JournalEntry } from "../../domain/ledger/chain";
import { satang, sum, type Satang } from "../../domain/money";
import { officerName, type OfficerName } from "../../domain/people";
import { pledgeDue } from "../../domain/savings/pledge";
import { findAccountsOfMembers, type AccountRow } from "../../storage/accounts";
import { findEntries, findEntriesSince } from "../../storage/journal";
import { findMembers } from "../../storage/members";
import type { Tx } from "../../storage/tx";
import type { Passbook } from "../people/actor";

/** What stands in a passbook today. */
export interface PassbookBalance {
  passbook: Passbook;
  pledgeSavings: Satang;
  specialSavings: Satang;
  /** Principal still owed on her contracts together. */
  loans: Satang;
  month: YearMonth;
  /** Satang to bring this month, what is behind among it, and for how many earlier months; zero once it is in. */
  due: Satang;
  behind: number;
  /** Whether the committee has not taken her in yet. */
  isWaiting: boolean;
  last: { entry: JournalEntry; by: OfficerName | null } | null;
}

/** The balances of the passbooks, each for itself and never summed. */
export async function getBalances(
  tx: Tx,
  passbooks: readonly Passbook[],
  today: LocalDate,
): Promise<PassbookBalance[]> {
  const ids = passbooks.map(({ member }) => member.id);
  const accounts = await findAccountsOfMembers(tx, ids);
  const month = monthOf(today);
  // What moved no balance of hers, a fine alone, is found by its month.
  const recent = await findEntriesSince(tx, ids, dayInMonth(month, 1));
  const last = [...(await findEntries(tx, lastEntryIds(accounts))), ...recent];
  const officers = await findMembers(tx, [...new Set(last.flatMap((entry) => entry.actor.memberId ?? []))]);
  return passbooks.map((passbook) => {
    const { member } = passbook;
    const own = accounts.filter((row) => row.memberId === member.id);
    const newest = last.filter((entry) => touches(entry, member.id)).sort((a, b) => b.seq - a.seq)[0];
    const pledgeSavings = balanceIn(own, account.pledgeSavings);
    const due = pledgeDue(member, pledgeSavings, month);
    return {
      passbook,
      pledgeSavings,
      specialSavings: balanceIn(own, account.specialSavings),
      loans: sum(own.filter(({ code }) => code === account.loans).map(({ balance }) => satang(balance))),
      month,
      due: due.amount,
      behind: due.arrears.length,
      isWaiting: member.status === "pending",
      last: newest ? { entry: newest, by: officerName(newest.actor, officers) } : null,
    };
  });
}

const balanceIn = (rows: readonly AccountRow[], code: AccountCode): Satang =>
  satang(rows.find((row) => row.code === code)?.balance ?? 0);

const touches = (entry: JournalEntry, memberId: MemberId): boolean =>
  entry.postings.some((posting) => posting.memberId === memberId);

function lastEntryIds(accounts: readonly AccountRow[]) {
  const newest = new Map<string, { row: AccountRow; seq: number }>();
  for (const row of accounts) {
    const key = row.memberId ?? "";
    if ((newest.get(key)?.seq ?? 0) < row.lastSeq) newest.set(key, { row, seq: row.lastSeq });
  }
  return [...newest.values()].map(({ row, seq }) => entryId(row.groupId, seq));
}
