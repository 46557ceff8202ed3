import type { MemberId } from "../../domain/ids";
import { monthOf, type LocalDate, type YearMonth } from "../../domain/dates";
import { account, type AccountRef } from "../../domain/ledger/accounts";
import type { Member } from "../../domain/members/member";
import { add, satang, subtract, sum, type Satang } from "../../domain/money";
import { accountOf, hasBalance, type DepositSplit, type FinePurse } from "../../domain/savings/deposit";
import { pledgeIn, pledgeStanding } from "../../domain/savings/pledge";
import { findAccountsOfMembers, type AccountRow } from "../../storage/accounts";
import type { Tx } from "../../storage/tx";

/** One purpose of a deposit with what it does to the member's balance of it; null where she has none, as of a fine. */
export interface DepositRow extends DepositSplit {
  change: { before: Satang; after: Satang } | null;
}

/** What a member's passbook holds when a deposit is looked at. */
export interface Holdings {
  accounts: readonly AccountRow[];
}

/** Reads what stands in a member's accounts, her contracts' among them. */
export async function getHoldings(tx: Tx, member: Member): Promise<Holdings> {
  return { accounts: await findAccountsOfMembers(tx, [member.id]) };
}

/** Satang on the account of a purpose: savings, or what is still owed on the contract. */
export function heldOf({ accounts }: Holdings, { purpose, contractNo }: Omit<DepositSplit, "amount">): Satang {
  const code = accountOf(purpose, "income");
  const row = accounts.find((one) => one.code === code && (contractNo === undefined || one.contractNo === contractNo));
  return satang(row?.balance ?? 0);
}

/** Satang in the pledge savings of these members; none where nothing was ever posted. */
export async function readSavings(tx: Tx, memberIds: readonly MemberId[]): Promise<Map<MemberId, Satang>> {
  const rows = await findAccountsOfMembers(tx, memberIds);
  const ofPledge = rows.filter(({ code }) => code === account.pledgeSavings);
  return new Map(ofPledge.flatMap(({ memberId, balance }) => (memberId ? [[memberId, satang(balance)]] : [])));
}

/** Satang in the pledge savings. */
export function pledgeSavingsOf(holdings: Holdings): Satang {
  return satang(holdings.accounts.find(({ code }) => code === account.pledgeSavings)?.balance ?? 0);
}

/** The rows of a deposit that is still to be posted. */
export function rowsBefore(holdings: Holdings, split: readonly DepositSplit[]): DepositRow[] {
  return split.map((part) => {
    const before = heldOf(holdings, part);
    return { ...part, change: hasBalance(part.purpose) ? { before, after: moved(before, part) } : null };
  });
}

/** The rows of a deposit that was posted, when these are the holdings after it. */
export function rowsAfter(holdings: Holdings, split: readonly DepositSplit[]): DepositRow[] {
  return split.map((part) => {
    const after = heldOf(holdings, part);
    const before = part.purpose === "principal" ? add(after, part.amount) : subtract(after, part.amount);
    return { ...part, change: hasBalance(part.purpose) ? { before, after } : null };
  });
}

/** A debt falls by what is paid, savings rise. */
function moved(before: Satang, { purpose, amount }: DepositSplit): Satang {
  return purpose === "principal" ? subtract(before, amount) : add(before, amount);
}

/** How far the pledge is paid after a deposit, and whether that is more or less than the month in which it came. */
export interface PledgeAfter {
  paidThrough: YearMonth;
  /** Satang towards the next month. */
  over: Satang;
  /** The month of the deposit. */
  month: YearMonth;
}

/** How far the pledge is paid after a deposit of a day; `savings` are before it, or after it where it is posted. Null: it is not for the pledge. */
export function pledgeAfter(
  member: Member,
  savings: Satang,
  split: readonly DepositSplit[],
  on: LocalDate,
  state: "posted" | "planned" = "planned",
): PledgeAfter | null {
  const paid = totalOf(split.filter(({ purpose }) => purpose === "pledge"));
  if (paid === 0 || pledgeIn(member, monthOf(on)) === 0) return null;
  return {
    ...pledgeStanding(member, state === "posted" ? savings : add(savings, paid)),
    month: monthOf(on),
  };
}

/** The account that a part of a member's deposit goes to. */
export function refOf({ id, groupId }: Member, part: DepositSplit, fineGoesTo: FinePurse): AccountRef {
  const { purpose, contractNo } = part;
  const code = accountOf(purpose, fineGoesTo);
  return { groupId, code, memberId: id, ...(contractNo === undefined ? {} : { contractNo }) };
}

/** Satang of all parts together. */
export function totalOf(split: readonly Pick<DepositSplit, "amount">[]): Satang {
  return sum(split.map(({ amount }) => amount));
}
