import type { GroupId } from "../../domain/ids";
import { accountKey, type Side } from "../../domain/ledger/accounts";
import { genesisHash, hashOf, type JournalEntry } from "../../domain/ledger/chain";
import { balanceChanges } from "../../domain/ledger/journal-entry";
import { findAccountsOfGroup, refOfRow } from "../../storage/accounts";
import { findLiveGroups } from "../../storage/groups";
import { readChain } from "../../storage/journal";
import { findHeads } from "../../storage/ledger-heads";
import { inTransaction, type Tx } from "../../storage/tx";
import { checkRuleBook } from "./check-rule-book";

/** A head of a group's chain as a day report told it: its last entry's hash, or the beginning of that. */
export interface ToldHead {
  groupId: string;
  hash: string;
}

/** Something in the books that is not as it must be. */
export interface BooksProblem {
  group: GroupId;
  /** Number of the first entry that is wrong; null where it is a balance or the head. */
  entry: number | null;
  problem: string;
}

/** What checking the books of every group gave. */
export interface BooksCheck {
  groups: number;
  entries: number;
  balanced: boolean;
  heads: Record<string, string>;
  problems: BooksProblem[];
  /** For `--head`: entries that came after the told head; null when the head is not in the chain. */
  sinceHead?: number | null;
}

/**
 * Reads every chain from its first entry: numbers, hashes, receipts without gaps, debits and credits, every balance recomputed from
 * the entries, and the rules as the chain knows them. `told` is a head that people were told earlier; it must stand in the chain.
 */
export async function checkBooks(told?: ToldHead): Promise<BooksCheck> {
  const groups = await inTransaction((tx) => findLiveGroups(tx));
  const check: BooksCheck = { groups: groups.length, entries: 0, balanced: true, heads: {}, problems: [] };
  if (told) check.sinceHead = null;
  for (const { id } of groups) {
    // One snapshot per group, so that a running server may go on posting.
    const found = await inTransaction((tx) => inspectGroup(tx, id, told?.groupId === id ? told.hash : null), {
      deadlineMs: 60_000,
    });
    check.entries += found.entries;
    check.heads[id] = found.hash;
    check.problems.push(...found.problems);
    if (told?.groupId === id) check.sinceHead = found.sinceTold;
  }
  if (told && check.sinceHead === null) {
    const problem = "the told head is not in this chain: entries were changed or removed since it was told";
    check.problems.push({ group: told.groupId as GroupId, entry: null, problem });
  }
  check.balanced = check.problems.length === 0;
  return check;
}

/** What reading one group's chain gave. */
export interface Inspection {
  entries: number;
  hash: string;
  problems: BooksProblem[];
  /** Entries after the told head; null when it was not met. */
  sinceTold: number | null;
}

/** Reads one group's chain from its first entry, and recomputes its balances. */
export async function inspectGroup(tx: Tx, groupId: GroupId, toldHash: string | null): Promise<Inspection> {
  const found: Inspection = { entries: 0, hash: genesisHash, problems: [], sinceTold: null };
  const report = (entry: number | null, problem: string) => found.problems.push({ group: groupId, entry, problem });
  const balances = new Map<string, number>();
  const receipts = new Map<string, number>();
  const adopted: JournalEntry[] = [];
  let seq = 0;
  for await (const entry of readChain(tx, groupId)) {
    found.entries++;
    // Everything after the first bad entry hangs on it: only that one is named.
    const wrong = found.problems.length > 0 ? null : whatIsWrong(entry, seq, found.hash, receipts);
    if (wrong) report(entry.seq, wrong);
    for (const [key, { change }] of balanceChanges(entry.postings))
      balances.set(key, (balances.get(key) ?? 0) + change);
    if (entry.kind === "rules.adopted") adopted.push(entry);
    [seq, found.hash] = [entry.seq, entry.hash];
    if (found.sinceTold !== null) found.sinceTold++;
    if (toldHash !== null && entry.hash.startsWith(toldHash) && found.problems.length === 0) found.sinceTold = 0;
  }
  const [head] = await findHeads(tx, [groupId]);
  if (head?.seq !== seq || head.hash !== found.hash) report(null, "the ledger head does not match the last entry");
  await checkBalances(tx, groupId, balances, report);
  await checkRuleBook(tx, groupId, adopted, report);
  return found;
}

function whatIsWrong(entry: JournalEntry, seq: number, hash: string, receipts: Map<string, number>): string | null {
  if (entry.seq !== seq + 1) return `entry ${seq + 1} is missing`;
  if (entry.previousHash !== hash) return "does not continue the entry before it";
  if (!matchesItsHash(entry)) return "its bytes do not match its hash";
  const total = (side: Side) =>
    entry.postings.filter((posting) => posting.side === side).reduce((sum, posting) => sum + posting.amount, 0);
  if (total("debit") !== total("credit")) return "debits and credits differ";
  if (entry.receipt) {
    const series = `${entry.receipt.series}${entry.receipt.year}`;
    if (entry.receipt.no !== (receipts.get(series) ?? 0) + 1) return `receipt ${entry.receipt.no} leaves a gap`;
    receipts.set(series, entry.receipt.no);
  }
  return null;
}

function matchesItsHash({ hash, ...rest }: JournalEntry): boolean {
  try {
    return hashOf(rest) === hash;
  } catch {
    return false; // What was changed is no fact of an entry any more, a text where an instant stood.
  }
}

async function checkBalances(
  tx: Tx,
  groupId: GroupId,
  balances: Map<string, number>,
  report: (entry: number | null, problem: string) => void,
): Promise<void> {
  const seen = new Set<string>();
  for (const row of await findAccountsOfGroup(tx, groupId)) {
    const key = accountKey(refOfRow(row));
    seen.add(key);
    if (row.balance !== (balances.get(key) ?? 0))
      report(null, `the balance of account ${key} is not the sum of its entries`);
  }
  for (const [key, balance] of balances) if (balance !== 0 && !seen.has(key)) report(null, `account ${key} is missing`);
}
