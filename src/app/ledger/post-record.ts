import { localDateOf } from "../../domain/dates";
import type { LedgerHead } from "../../domain/ledger/head";
import type { EntryActor, EntryDraft } from "../../domain/ledger/journal-entry";
import { post } from "../../storage/journal";
import type { Tx } from "../../storage/tx";

/** What a record says: what happened, by whom, and the key of the intention behind it, one of its kind. */
interface RecordFacts extends Pick<EntryDraft, "kind" | "actor" | "reason"> {
  key: string;
  now: Date;
  secondedBy?: EntryActor | null;
  /** The chat unless told. */
  source?: EntryDraft["source"];
  record: NonNullable<EntryDraft["record"]>;
}

/**
 * Writes into a group's chain what was decided and moves no money; the head is locked. It counts for the day on which it was written, since the
 * open day of the books may have begun weeks ago, and the papers of that month are printed.
 */
export async function postRecord(
  tx: Tx,
  head: LedgerHead,
  { kind, key, now, actor, secondedBy, source = "chat", reason, record }: RecordFacts,
): Promise<void> {
  await post(tx, head, {
    idempotencyKey: `${kind}:${key}`,
    kind,
    effectiveOn: localDateOf(now),
    postedAt: now,
    actor,
    ...(secondedBy ? { secondedBy } : {}),
    source,
    withReceipt: false,
    postings: [],
    ...(reason === undefined ? {} : { reason }),
    record,
  });
}
