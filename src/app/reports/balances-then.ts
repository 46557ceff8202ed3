import type { GroupId } from "../../domain/ids";
import { accountKey, type AccountCode, type AccountRef } from "../../domain/ledger/accounts";
import type { JournalEntry } from "../../domain/ledger/chain";
import { balanceChanges } from "../../domain/ledger/journal-entry";
import { add, satang, subtract, zero, type Satang } from "../../domain/money";
import { findAccountsOfGroup, refOfRow } from "../../storage/accounts";
import type { Tx } from "../../storage/tx";

/** A part of an account and what stands on it. */
interface Part {
  ref: AccountRef;
  balance: Satang;
}

/** Accounts with what stood on them at a moment, in satang on their normal sides. */
export class Balances {
  constructor(private readonly parts: ReadonlyMap<string, Part>) {}

  /** What stood on one account: a member's or contract's part of it, or the group's own. */
  of(ref: AccountRef): Satang {
    return this.parts.get(accountKey(ref))?.balance ?? zero;
  }

  /** What stood on an account with all its parts. */
  whole(code: AccountCode): Satang {
    return this.byCode().get(code) ?? zero;
  }

  /** The same of every account. */
  byCode(): Map<AccountCode, Satang> {
    const whole = new Map<AccountCode, Satang>();
    for (const { ref, balance } of this.parts.values()) whole.set(ref.code, add(whole.get(ref.code) ?? zero, balance));
    return whole;
  }

  /** The balances before these entries were posted. */
  without(entries: readonly JournalEntry[]): Balances {
    const parts = new Map(this.parts);
    for (const entry of entries) move(parts, entry, subtract);
    return new Balances(parts);
  }

  /** Each of these further entries with the balances after it, which hold until the next one is asked for: one copy serves a day of thousands. */
  *along(entries: readonly JournalEntry[]): Generator<{ entry: JournalEntry; balances: Balances }> {
    const parts = new Map(this.parts);
    for (const entry of entries) {
      move(parts, entry, add);
      yield { entry, balances: new Balances(parts) };
    }
  }
}

function move(
  parts: Map<string, Part>,
  { postings }: JournalEntry,
  step: (balance: Satang, change: Satang) => Satang,
): void {
  for (const [key, { ref, change }] of balanceChanges(postings))
    parts.set(key, { ref, balance: step(parts.get(key)?.balance ?? zero, satang(change)) });
}

/** What stands on every account of a group now. */
export async function balancesNow(tx: Tx, groupId: GroupId): Promise<Balances> {
  const rows = await findAccountsOfGroup(tx, groupId);
  const parts = rows.map((row) => ({ ref: refOfRow(row), balance: satang(row.balance) }));
  return new Balances(new Map(parts.map((part) => [accountKey(part.ref), part])));
}
