import { encodeKey, keyAfterPrefix } from "../bson/key";
import type { Doc, Value } from "../bson/value";
import type { StoredRecord } from "../store/record";
import { extractKeys, orderable } from "./extract";
import { SortedEntries } from "./sorted-entries";
import type { IndexSpec } from "./spec";

/** Characters of the record id behind each key, which make entries with equal keys distinct. */
const ID_CHARACTERS = 6;

/** One index: for every record the keys of all its versions, so an entry says where to look and not what is visible. */
export class Index {
  readonly entries = new SortedEntries<StoredRecord>();
  readonly paths: readonly (readonly string[])[];
  readonly directions: readonly (1 | -1)[];
  /** True once a document put an array into it; never set back. */
  multikey = false;

  constructor(readonly spec: IndexSpec) {
    this.paths = spec.key.map(([path]) => path.split("."));
    this.directions = spec.key.map(([, direction]) => direction);
  }

  /** The keys of a document (bson/key.ts); none when the index leaves the document out. Throws 171. */
  keysOf(doc: Doc): string[] {
    const { spec } = this;
    if (spec.partial && !spec.partial(doc)) return [];
    const { values, multikey } = extractKeys(doc, this.paths);
    if (multikey) this.multikey = true;
    const keys: string[] = [];
    for (const parts of values) {
      if (spec.sparse && parts.every((part) => part === undefined)) continue;
      const key = encodeKey(orderable(parts), this.directions);
      if (keys.length === 0 || !keys.includes(key)) keys.push(key);
    }
    return keys;
  }

  /** The values that a document has under one of its keys, by path; for messages. */
  valuesOf(doc: Doc, key: string): Doc {
    const all = extractKeys(doc, this.paths).values.map(orderable);
    const values = all.find((each) => encodeKey(each, this.directions) === key) ?? [];
    return new Map(this.spec.key.map(([path], n): [string, Value] => [path, values[n] ?? null]));
  }

  /** Bulk form of `add` for an index that is empty; uses the entries up. */
  load(entries: [key: string, record: StoredRecord][]): void {
    for (const entry of entries) entry[0] = entryKey(entry[0], entry[1]);
    this.entries.load(entries);
  }

  /** Records that may have this key, all versions considered. */
  *holders(key: string): Generator<StoredRecord> {
    for (const [, record] of this.entries.range(key, keyAfterPrefix(key))) yield record;
  }

  /** Adds the entry of a record under a key; adding it twice is adding it once. */
  add(key: string, record: StoredRecord): void {
    this.entries.add(entryKey(key, record), record);
  }

  /** Takes the entry of a record under a key out. */
  delete(key: string, record: StoredRecord): void {
    this.entries.delete(entryKey(key, record));
  }
}

/** The key of a record's entry. */
function entryKey(key: string, record: StoredRecord): string {
  const high = Math.floor(record.id / 2 ** 24);
  const low = record.id % 2 ** 24;
  const bytes = [high >> 16, (high >> 8) & 255, high & 255, low >> 16, (low >> 8) & 255, low & 255];
  return key + String.fromCharCode(...bytes);
}

/** The index key inside an entry's key. */
export function keyOfEntry(entry: string): string {
  return entry.slice(0, -ID_CHARACTERS);
}
