import type { GroupId } from "../../domain/ids";
import { accountKey, type AccountCode, type AccountRef } from "../../domain/ledger/accounts";
import type { JournalEntry } from "../../domain/ledger/chain";
import { balanceChanges } from "../../domain/ledger/journal-entry";
import { add, satang, subtract, zero, type Satang } from "../../domain/money";
import { findAccountsOfGroup } from "../../storage/accounts";
import type { Tx } from "../../storage/tx";

/** Accounts with what stood on them at a moment, in satang on their normal sides. */
export class Balances {
  constructor(private readonly parts: ReadonlyMap<string, { ref: AccountRef; balance: Satang }>) {}

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
    return this.moved(entries, subtract);
  }

  /** The balances after one more entry. */
  with(entry: JournalEntry): Balances {
    return this.moved([entry], add);
  }

  private moved(entries: readonly JournalEntry[], step: (balance: Satang, change: Satang) => Satang): Balances {
    const parts = new Map(this.parts);
    for (const { postings } of entries)
      for (const [key, { ref, change }] of balanceChanges(postings))
        parts.set(key, { ref, balance: step(parts.get(key)?.balance ?? zero, satang(change)) });
    return new Balances(parts);
  }
}

/** What stands on every account of a group now. */
export async function balancesNow(tx: Tx, groupId: GroupId): Promise<Balances> {
  const rows = await findAccountsOfGroup(tx, groupId);
  return new Balances(
    new Map(
      rows.map(({ code, memberId, contractNo, balance }) => {
        const ref: AccountRef = {
          groupId,
          code,
          ...(memberId ? { memberId } : {}),
          ...(contractNo ? { contractNo } : {}),
        };
        return [accountKey(ref), { ref, balance: satang(balance) }];
      }),
    ),
  );
}
