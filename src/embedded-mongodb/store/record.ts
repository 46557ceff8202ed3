import type { Transaction } from "./transaction";

/** One committed state of a record; `doc` is null where it was deleted. Buffers are never changed. */
export interface Version {
  readonly at: number;
  readonly doc: Buffer | null;
  older: Version | null;
}

/** A place in a collection: its committed versions, newest first, and what one open transaction means to make of it. */
export interface StoredRecord {
  readonly id: number;
  head: Version | null;
  intent: { readonly by: Transaction; doc: Buffer | null } | null;
}

/** What a reader may see: commits up to `at` (a time of the logical clock), and the own writes of the transaction `by`. */
export interface View {
  readonly at: number;
  readonly by: Transaction | null;
}

/** The view of a read outside of transactions: all that is committed. */
export const LATEST: View = { at: Infinity, by: null };

/** The document that the view shows in this place, null for none. */
export function visible(record: StoredRecord, view: View): Buffer | null {
  if (record.intent && record.intent.by === view.by) return record.intent.doc;
  return committed(record, view.at);
}

/** The newest document committed at `at` or before, null for none. */
export function committed(record: StoredRecord, at: number): Buffer | null {
  let version = record.head;
  while (version && version.at > at) version = version.older;
  return version ? version.doc : null;
}
