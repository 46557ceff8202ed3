import { daysBetween, localDateOf } from "../../domain/dates";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import { entryId } from "../../domain/ids";
import type { IncomingPlace } from "../../domain/incomings/incoming";
import { account } from "../../domain/ledger/accounts";
import type { JournalEntry } from "../../domain/ledger/chain";
import { receiptText } from "../../domain/ledger/receipt";
import { satang, type Satang } from "../../domain/money";
import { balanceOf, findItems } from "../../storage/accounts";
import { findEntries } from "../../storage/journal";
import type { Tx } from "../../storage/tx";
import { authorize, holdsPower, type Actor } from "../people/actor";

/** Money whose owner is not known, as far as it still waits. */
export interface SuspenseItem {
  itemNo: string;
  /** The number under which it came in. */
  receipt: string;
  /** What is left of it, in satang. */
  amount: Satang;
  note: string | null;
  at: Date;
  /** Days since it came. */
  days: number;
  into: IncomingPlace;
}

/** What waits for its owner in a group, the oldest first, for who records money or reads the books. Throws `role.missing`. */
export async function listSuspense(tx: Tx, actor: Actor, group: Group, now: Date): Promise<SuspenseItem[]> {
  authorizeReader(actor, group, now);
  const rows = await findItems(tx, group.id, account.suspense);
  const entries = await findEntries(
    tx,
    rows.map(({ itemNo }) => entryId(group.id, Number(itemNo))),
  );
  return rows
    .flatMap(({ itemNo = "", balance }) => {
      const entry = entries.find(({ seq }) => seq === Number(itemNo));
      return entry ? [itemOf(entry, satang(balance), now)] : [];
    })
    .sort((one, other) => Number(one.itemNo) - Number(other.itemNo));
}

/** One item for who records money or reads the books. Throws `role.missing`, and `suspense.gone` once nothing of it waits any more. */
export async function getSuspenseItem(
  tx: Tx,
  actor: Actor,
  { group, itemNo, now }: { group: Group; itemNo: string; now: Date },
): Promise<SuspenseItem> {
  authorizeReader(actor, group, now);
  const left = await balanceOf(tx, { groupId: group.id, code: account.suspense, itemNo });
  if (left === 0) throw new DomainError("suspense.gone", {});
  return readItem(tx, group, itemNo, left, now);
}

/** An item with what is left of it; throws where no entry brought it, since only our own buttons lead here. */
export async function readItem(tx: Tx, group: Group, itemNo: string, left: Satang, now: Date): Promise<SuspenseItem> {
  const [entry] = await findEntries(tx, [entryId(group.id, Number(itemNo))]);
  if (!entry) throw new Error("an item came with an entry");
  return itemOf(entry, left, now);
}

function authorizeReader(actor: Actor, group: Group, now: Date): void {
  const power = holdsPower(actor, group.id, "read-books") ? "read-books" : "record-money";
  authorize(actor, group.id, power, now, group.name.th);
}

function itemOf(entry: JournalEntry, amount: Satang, now: Date): SuspenseItem {
  const { seq, receipt, reason = null, postedAt, postings } = entry;
  return {
    itemNo: String(seq),
    receipt: receipt ? receiptText(receipt) : "",
    amount,
    note: reason,
    at: postedAt,
    days: daysBetween(localDateOf(postedAt), localDateOf(now)),
    into: postings.some(({ code }) => code === account.cash) ? "cash" : "bank",
  };
}
