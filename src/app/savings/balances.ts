import { dayInMonth, monthOf, type LocalDate, type YearMonth } from "../../domain/dates";
import { entryId, type MemberId } from "../../domain/ids";
import { account, type AccountCode } from "../../domain/ledger/accounts";
import type { JournalEntry } from "../../domain/ledger/chain";
import { satang, sum, type Satang } from "../../domain/money";
import { officerName, type OfficerName } from "../../domain/people";
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
  month: YearMonth;
  /** Whether this month's pledge is in: by the entries of the month, or by the month that the import said. */
  pledgePaid: boolean;
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
  const entries = await findEntriesSince(tx, ids, dayInMonth(month, 1));
  const last = await findEntries(tx, lastEntryIds(accounts));
  const officers = await findMembers(tx, [...new Set(last.flatMap((entry) => entry.actor.memberId ?? []))]);
  return passbooks.map((passbook) => {
    const { member } = passbook;
    const own = accounts.filter((row) => row.memberId === member.id);
    const newest = last.filter((entry) => touches(entry, member.id)).sort((a, b) => b.seq - a.seq)[0];
    return {
      passbook,
      pledgeSavings: balanceIn(own, account.pledgeSavings),
      specialSavings: balanceIn(own, account.specialSavings),
      month,
      pledgePaid: (member.pledgePaidThrough ?? "") >= month || paidIn(entries, member.id) >= member.pledge,
      last: newest ? { entry: newest, by: officerName(newest.actor, officers) } : null,
    };
  });
}

const balanceIn = (rows: readonly AccountRow[], code: AccountCode): Satang =>
  satang(rows.find((row) => row.code === code)?.balance ?? 0);

const touches = (entry: JournalEntry, memberId: MemberId): boolean =>
  entry.postings.some((posting) => posting.memberId === memberId);

/** Pledge paid in by these entries, reversals taken off. */
function paidIn(entries: readonly JournalEntry[], memberId: MemberId): Satang {
  const postings = entries
    .filter((entry) => entry.kind === "savings.deposit" || entry.kind === "reversal")
    .flatMap((entry) => entry.postings)
    .filter((posting) => posting.memberId === memberId && posting.code === account.pledgeSavings);
  return sum(postings.map(({ side, amount }) => (side === "credit" ? amount : satang(-amount))));
}

function lastEntryIds(accounts: readonly AccountRow[]) {
  const newest = new Map<string, { row: AccountRow; seq: number }>();
  for (const row of accounts) {
    const key = row.memberId ?? "";
    if ((newest.get(key)?.seq ?? 0) < row.lastSeq) newest.set(key, { row, seq: row.lastSeq });
  }
  return [...newest.values()].map(({ row, seq }) => entryId(row.groupId, seq));
}
