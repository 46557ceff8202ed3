import { CommandError } from "../errors";
import { Decimal } from "./decimal";
import { Binary, Int32, MAX_DEPTH, MaxKey, MinKey, ObjectId, Regex, Timestamp } from "./value";
import type { Doc, Value } from "./value";

let scratch: Buffer = Buffer.allocUnsafeSlow(64 * 1024);
let position = 0;

/** The document as BSON in a buffer of its own. Throws Overflow (15) when nested deeper than `depth` levels. */
export function encodeDocument(doc: Doc, depth: number = MAX_DEPTH): Buffer {
  position = 0;
  writeDocument(doc, depth);
  return Buffer.from(scratch.subarray(0, position));
}

/** True when both have the same type and the same bytes: 1 and 1.0 are equal but not identical. */
export function identicalValues(a: Value, b: Value): boolean {
  if (a === b) return typeof a !== "number" || Object.is(a, b);
  return encodeDocument(new Map([["", a]])).equals(encodeDocument(new Map([["", b]])));
}

function reserve(length: number): number {
  const at = position;
  position = at + length;
  if (position > scratch.length) {
    const larger = Buffer.allocUnsafeSlow(Math.max(scratch.length * 2, position + 1024));
    scratch.copy(larger, 0, 0, at);
    scratch = larger;
  }
  return at;
}

function writeDocument(doc: Doc, depth: number): void {
  const start = open(depth);
  for (const [name, value] of doc) writeElement(name, value, depth);
  close(start);
}

function writeArray(items: Value[], depth: number): void {
  const start = open(depth);
  for (let index = 0; index < items.length; index += 1) writeElement(String(index), items[index] as Value, depth);
  close(start);
}

function open(depth: number): number {
  if (depth < 1) throw new CommandError(15, `BSONObj exceeds maximum nested object depth of ${MAX_DEPTH}`);
  return reserve(4);
}

function close(start: number): void {
  scratch[reserve(1)] = 0;
  scratch.writeInt32LE(position - start, start);
}

function writeElement(name: string, value: Value, depth: number): void {
  const at = reserve(1);
  writeName(name);
  scratch[at] = writeValue(value, depth);
}

function writeName(name: string): void {
  const at = reserve(name.length * 3 + 1);
  const length = scratch.write(name, at, "utf8");
  scratch[at + length] = 0;
  position = at + length + 1;
}

function writeValue(value: Value, depth: number): number {
  switch (typeof value) {
    case "string":
      return writeString(value);
    case "number": {
      scratch.writeDoubleLE(value, reserve(8));
      return 0x01;
    }
    case "boolean":
      scratch[reserve(1)] = value ? 1 : 0;
      return 0x08;
    case "bigint":
      scratch.writeBigInt64LE(value, reserve(8));
      return 0x12;
    default:
      return value === null ? 0x0a : writeObject(value, depth);
  }
}

function writeString(value: string): number {
  const at = reserve(value.length * 3 + 5);
  const length = scratch.write(value, at + 4, "utf8");
  scratch.writeInt32LE(length + 1, at);
  scratch[at + 4 + length] = 0;
  position = at + 5 + length;
  return 0x02;
}

function writeObject(value: Exclude<Value, string | number | boolean | bigint | null>, depth: number): number {
  if (value instanceof Int32) {
    scratch.writeInt32LE(value.value, reserve(4));
    return 0x10;
  }
  if (value instanceof Map) {
    writeDocument(value, depth - 1);
    return 0x03;
  }
  if (Array.isArray(value)) {
    writeArray(value, depth - 1);
    return 0x04;
  }
  if (value instanceof Date) {
    scratch.writeBigInt64LE(BigInt(value.getTime()), reserve(8));
    return 0x09;
  }
  if (value instanceof ObjectId) {
    scratch.write(value.raw, reserve(12), "latin1");
    return 0x07;
  }
  return writeRare(value);
}

function writeRare(value: Binary | Decimal | Timestamp | Regex | MinKey | MaxKey): number {
  if (value instanceof Binary) {
    const at = reserve(5 + value.bytes.length);
    scratch.writeInt32LE(value.bytes.length, at);
    scratch[at + 4] = value.subtype;
    value.bytes.copy(scratch, at + 5);
    return 0x05;
  }
  if (value instanceof Decimal) {
    const at = reserve(16);
    scratch.writeBigUInt64LE(value.low, at);
    scratch.writeBigUInt64LE(value.high, at + 8);
    return 0x13;
  }
  if (value instanceof Timestamp) {
    const at = reserve(8);
    scratch.writeUInt32LE(value.i, at);
    scratch.writeUInt32LE(value.t, at + 4);
    return 0x11;
  }
  if (value instanceof Regex) {
    writeName(value.pattern);
    writeName(value.options);
    return 0x0b;
  }
  return value instanceof MinKey ? 0xff : 0x7f;
}
