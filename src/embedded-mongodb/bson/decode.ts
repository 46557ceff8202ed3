import { CommandError, refuse } from "../errors";
import { Binary, MAX_DEPTH, ObjectId, Timestamp, int32, type Doc, type Value } from "./value";

/** Field names seen last, by hash: making a string of bytes costs much more than comparing them. */
const NAMES = 4096;
const names: (string | undefined)[] = new Array<string | undefined>(NAMES).fill(undefined);
const LATEST_DATE_MS = 8_640_000_000_000_000n;
/** Types that are refused by name; the others are MinKey, MaxKey and the deprecated ones. */
const NOT_STORED = new Map([
  [0x0b, "a regular expression"],
  [0x13, "a decimal128 value"],
]);

/**
 * Reads one BSON document that fills `bytes`. Binary values point into `bytes`, which must not be changed afterwards.
 * `depth` is how many levels are allowed; a command that carries documents needs more than the documents.
 * Throws InvalidBSON (22) on damage, Overflow (15) when nested too deep, and refuses what the engine does not store.
 */
export function decodeDocument(bytes: Buffer, depth: number = MAX_DEPTH): Doc {
  const reader = new Reader(bytes);
  const doc = reader.document(depth);
  if (reader.position !== bytes.length) throw damaged("bytes after the document's end");
  return doc;
}

function damaged(what: string): CommandError {
  return new CommandError(22, `Invalid BSON: ${what}`);
}

class Reader {
  position = 0;

  constructor(readonly bytes: Buffer) {}

  document(depth: number): Doc {
    const doc: Doc = new Map();
    let count = 0;
    this.#elements(depth, (type) => {
      doc.set(this.#name(), this.#value(type, depth));
      count += 1;
    });
    if (doc.size !== count) refuse("a document with the same field name twice");
    return doc;
  }

  #array(depth: number): Value[] {
    const items: Value[] = [];
    this.#elements(depth, (type) => {
      this.#name();
      items.push(this.#value(type, depth));
    });
    return items;
  }

  #elements(depth: number, read: (type: number) => void): void {
    if (depth < 1) throw new CommandError(15, `BSONObj exceeds maximum nested object depth of ${MAX_DEPTH}`);
    const start = this.position;
    const end = start + this.#int32();
    if (end < start + 5 || end > this.bytes.length) throw damaged("length of a document");
    for (let type = this.#byte(); type !== 0; type = this.#byte()) read(type);
    if (this.position !== end) throw damaged("length of a document");
  }

  #value(type: number, depth: number): Value {
    switch (type) {
      case 0x01:
        return this.bytes.readDoubleLE(this.#skip(8));
      case 0x02:
        return this.#string();
      case 0x03:
        return this.document(depth - 1);
      case 0x04:
        return this.#array(depth - 1);
      case 0x05:
        return this.#binary();
      case 0x07:
        return new ObjectId(this.bytes.toString("latin1", this.#skip(12), this.position));
      case 0x08:
        return this.#boolean();
      case 0x09:
        return this.#date();
      case 0x0a:
        return null;
      case 0x10:
        return int32(this.#int32());
      case 0x11:
        return this.#timestamp();
      case 0x12:
        return this.bytes.readBigInt64LE(this.#skip(8));
      default:
        return refuse(NOT_STORED.get(type) ?? `a value of BSON type ${type}`);
    }
  }

  #skip(length: number): number {
    const at = this.position;
    if (length < 0 || at + length > this.bytes.length) throw damaged("a value beyond the end");
    this.position = at + length;
    return at;
  }

  #byte(): number {
    return this.bytes[this.#skip(1)] as number;
  }

  #int32(): number {
    return this.bytes.readInt32LE(this.#skip(4));
  }

  #name(): string {
    const start = this.position;
    const bytes = this.bytes;
    let end = start;
    let hash = 0;
    for (let byte = bytes[end]; byte !== 0; byte = bytes[++end]) {
      if (byte === undefined) throw damaged("a name without end");
      hash = (hash * 31 + byte) & (NAMES - 1);
    }
    this.position = end + 1;
    const known = names[hash];
    if (known !== undefined && this.#holds(known, start, end)) return known;
    return (names[hash] = this.#utf8(start, end));
  }

  #holds(name: string, start: number, end: number): boolean {
    if (name.length !== end - start) return false;
    for (let at = start; at < end; at += 1) {
      if (name.charCodeAt(at - start) !== this.bytes[at] || (this.bytes[at] as number) > 0x7f) return false;
    }
    return true;
  }

  #string(): string {
    const length = this.#int32();
    const start = this.#skip(length);
    if (length < 1 || this.bytes[this.position - 1] !== 0) throw damaged("a string without end");
    return this.#utf8(start, this.position - 1);
  }

  #utf8(start: number, end: number): string {
    const text = this.bytes.toString("utf8", start, end);
    // A replacement character means either itself or damage; only then compare bytes.
    if (text.includes("\ufffd") && !Buffer.from(text).equals(this.bytes.subarray(start, end))) {
      refuse("text that is not UTF-8");
    }
    return text;
  }

  #binary(): Binary {
    const length = this.#int32();
    const subtype = this.#byte();
    const at = this.#skip(length);
    return new Binary(subtype, this.bytes.subarray(at, at + length));
  }

  #boolean(): boolean {
    const byte = this.#byte();
    if (byte > 1) throw damaged("a boolean");
    return byte === 1;
  }

  #timestamp(): Timestamp {
    const at = this.#skip(8);
    const [i, t] = [this.bytes.readUInt32LE(at), this.bytes.readUInt32LE(at + 4)];
    // MongoDB puts its own time there.
    if (t === 0 && i === 0) refuse("an empty timestamp");
    return new Timestamp(t, i);
  }

  #date(): Date {
    const ms = this.bytes.readBigInt64LE(this.#skip(8));
    if (ms > LATEST_DATE_MS || ms < -LATEST_DATE_MS) refuse("a date beyond the year 275760");
    return new Date(Number(ms));
  }
}
