import type { RowChange } from "./rows";

/** What the engine keeps its rows in. Everything is read once, when it is opened. */
export interface Storage {
  /** All rows as they were after the last write, keys ascending; and the logical time of that write (0 for none). */
  readonly loaded: { readonly rows: Iterable<readonly [key: Buffer, value: Buffer]>; readonly time: number };
  /** Writes all changes or none and returns when they are safe on the disk. A rejection means that nobody knows what is. */
  write(changes: readonly RowChange[], time: number): Promise<void>;
  close(): Promise<void>;
}

/** Thrown on opening: another process owns the database. */
export class StorageLocked extends Error {}

/** Thrown on opening: what is stored is not what was written. */
export class StorageDamaged extends Error {}
