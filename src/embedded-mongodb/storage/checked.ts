import { decodeDocument } from "../bson/decode";
import { encodeDocument } from "../bson/encode";
import { toDouble } from "../bson/numbers";
import { docOf } from "../bson/value";
import { ROW, type RowChange } from "./rows";
import { StorageDamaged, type Storage } from "./storage";
import { Tally } from "./tally";
import type { Witness } from "./witness";

/** Number of the layout of rows; another one is refused. */
const FORMAT = 1;

const META_KEY = Buffer.of(ROW.meta);

/** A put or, without a value, a delete. */
export interface RowWrite {
  readonly key: Buffer;
  readonly value: Buffer | null;
}

/** The key-value store below: LevelDB, or what a fault test puts in its place. */
export interface RowStore {
  /** All rows, keys ascending. */
  readAll(): Promise<[key: Buffer, value: Buffer][]>;
  /** All writes or none, on the disk when it returns. */
  writeSynced(writes: readonly RowWrite[]): Promise<void>;
  close(): Promise<void>;
}

interface Meta {
  readonly sequence: number;
  readonly time: number;
  readonly tally: Tally;
}

/** Opens a row store: compares what is there with the count and checksum of its last batch. Throws StorageDamaged saying what is wrong. */
export async function openChecked(store: RowStore, witness: Witness): Promise<Storage> {
  const all = await store.readAll();
  const metaRow = all.find(([key]) => key.equals(META_KEY));
  const rows = all.filter((row) => row !== metaRow);
  const meta = metaRow ? readMeta(metaRow[1]) : { sequence: 0, time: 0, tally: new Tally() };
  compare(rows, meta, witness);
  return new CheckedStorage(store, witness, meta, rows);
}

function readMeta(row: Buffer): Meta {
  const doc = decodeDocument(row);
  const number = (field: string): number => toDouble(doc.get(field) as number);
  if (number("format") !== FORMAT) throw new StorageDamaged(`format ${number("format")} is not ${FORMAT}`);
  return { sequence: number("sequence"), time: number("time"), tally: new Tally(number("rows"), number("checksum")) };
}

function compare(rows: [Buffer, Buffer][], meta: Meta, witness: Witness): void {
  const found = new Tally();
  for (const [key, value] of rows) found.add(key, value);
  const { rows: written, checksum } = meta.tally;
  if (found.rows !== written) throw new StorageDamaged(`${found.rows} rows were read and ${written} were written`);
  if (found.checksum !== checksum) throw new StorageDamaged("the rows' checksum is not the one that was written");
  const answered = witness.read();
  if (answered === undefined && meta.sequence > 0) throw new StorageDamaged(`${witness.path} is missing`);
  if (answered === undefined) return witness.write(0);
  if (answered <= meta.sequence) return;
  throw new StorageDamaged(`write ${answered} was confirmed but the last one found is ${meta.sequence}`);
}

class CheckedStorage implements Storage {
  #sequence: number;
  readonly #tally: Tally;
  loaded: Storage["loaded"];

  constructor(
    readonly store: RowStore,
    readonly witness: Witness,
    meta: Meta,
    rows: [Buffer, Buffer][],
  ) {
    this.#sequence = meta.sequence;
    this.#tally = meta.tally;
    this.loaded = { rows, time: meta.time };
  }

  async write(changes: readonly RowChange[], time: number): Promise<void> {
    this.loaded = { rows: [], time };
    this.#sequence += 1;
    const writes: RowWrite[] = [];
    for (const { key, value, previous } of changes) {
      if (previous) this.#tally.remove(key, previous);
      if (value) this.#tally.add(key, value);
      writes.push({ key, value });
    }
    const { rows, checksum } = this.#tally;
    const meta = docOf({
      format: FORMAT,
      sequence: BigInt(this.#sequence),
      time: BigInt(time),
      rows,
      checksum: BigInt(checksum),
    });
    writes.push({ key: META_KEY, value: encodeDocument(meta) });
    await this.store.writeSynced(writes);
    this.witness.write(this.#sequence);
  }

  async close(): Promise<void> {
    await this.store.close();
    this.witness.close();
  }
}
