import { decodeDocument } from "../bson/decode";
import type { Doc } from "../bson/value";
import type { Collection } from "../store/collection";
import { visible, type StoredRecord, type View } from "../store/record";
import { keyOfEntry } from "./index";
import type { Plan } from "./plan";

/** A document that a reader sees, with where it is stored; decoded when someone looks into it. */
export class Found {
  #doc: Doc | undefined;

  constructor(
    readonly record: StoredRecord,
    readonly bytes: Buffer,
  ) {}

  get doc(): Doc {
    return (this.#doc ??= decodeDocument(this.bytes));
  }
}

/** The documents that a plan leads to and the view shows, each once. The collection must not be changed while this is walked. */
export function* scan(collection: Collection, plan: Plan, view: View): Generator<Found> {
  const { index, ranges, reverse } = plan;
  if (!index) {
    for (const record of collection.records.values()) {
      const bytes = visible(record, view);
      if (bytes) yield new Found(record, bytes);
    }
    return;
  }
  const seen = index.multikey ? new Set<StoredRecord>() : undefined;
  for (let n = 0; n < ranges.length; n += 1) {
    const [from, to] = ranges[reverse ? ranges.length - 1 - n : n] as Plan["ranges"][number];
    for (const [entry, record] of index.entries.range(from, to, reverse)) {
      if (seen?.has(record)) continue;
      const bytes = visible(record, view);
      if (!bytes) continue;
      const found = new Found(record, bytes);
      // With several states of a record, this entry may belong to one that the view does not show.
      if ((record.intent || record.head?.older) && !index.keysOf(found.doc).includes(keyOfEntry(entry))) continue;
      seen?.add(record);
      yield found;
    }
  }
}
