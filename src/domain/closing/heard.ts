import type { MemberId } from "../ids";
import type { JournalEntry } from "../ledger/chain";
import { reversibleKinds } from "../ledger/reversal";

/** Whose passbooks have a receipt of a day that still counts: `entries` are the day's, their reversals among them or not. */
export function recordedIn(entries: readonly JournalEntry[]): Set<MemberId> {
  const reversed = new Set(entries.flatMap(({ reverses }) => reverses ?? []));
  const counted = entries.filter(({ id, kind }) => reversibleKinds.includes(kind) && !reversed.has(id));
  return new Set(counted.flatMap(({ postings }) => postings.flatMap(({ memberId }) => memberId ?? [])));
}
