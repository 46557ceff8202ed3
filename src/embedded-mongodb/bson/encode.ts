import { CommandError } from "../errors";
import { Binary, Int32, MAX_DEPTH, ObjectId, type Doc, type Value } from "./value";
import { Writer } from "./writer";

const out = new Writer();

/** The document as BSON in a buffer of its own. Throws Overflow (15) when nested deeper than `depth` levels. */
export function encodeDocument(doc: Doc, depth: number = MAX_DEPTH): Buffer {
  out.position = 0;
  writeElements(doc, depth);
  return out.take();
}

/** True when both have the same type and the same bytes: 1 and 1.0 are equal but not identical. */
export function identicalValues(a: Value, b: Value): boolean {
  if (a === b) return typeof a !== "number" || Object.is(a, b);
  return encodeDocument(new Map([["", a]])).equals(encodeDocument(new Map([["", b]])));
}

function writeElements(elements: Iterable<readonly [string | number, Value]>, depth: number): void {
  if (depth < 1) throw new CommandError(15, `BSONObj exceeds maximum nested object depth of ${MAX_DEPTH}`);
  const start = out.reserve(4);
  for (const [name, value] of elements) {
    const at = out.reserve(1);
    writeName(String(name));
    const type = writeValue(value, depth);
    out.bytes[at] = type;
  }
  out.byte(0);
  out.bytes.writeInt32LE(out.position - start, start);
}

function writeName(name: string): void {
  out.utf8(name);
  out.byte(0);
}

/** Writes the value; gives its BSON type. */
function writeValue(value: Value, depth: number): number {
  switch (typeof value) {
    case "string": {
      const at = out.reserve(4);
      const length = out.utf8(value) + 1;
      out.byte(0);
      out.bytes.writeInt32LE(length, at);
      return 0x02;
    }
    case "number": {
      const at = out.reserve(8);
      out.bytes.writeDoubleLE(value, at);
      return 0x01;
    }
    case "boolean":
      out.byte(value ? 1 : 0);
      return 0x08;
    case "bigint":
      writeLong(value);
      return 0x12;
    default:
      return value === null ? 0x0a : writeObject(value, depth);
  }
}

function writeLong(value: bigint): void {
  const at = out.reserve(8);
  out.bytes.writeBigUInt64LE(BigInt.asUintN(64, value), at);
}

function writeInt32(value: number): void {
  const at = out.reserve(4);
  out.bytes.writeInt32LE(value | 0, at);
}

function writeObject(value: Exclude<Value, string | number | boolean | bigint | null>, depth: number): number {
  if (value instanceof Int32) {
    writeInt32(value.value);
    return 0x10;
  }
  if (value instanceof Map) {
    writeElements(value, depth - 1);
    return 0x03;
  }
  if (Array.isArray(value)) {
    writeElements(value.entries(), depth - 1);
    return 0x04;
  }
  if (value instanceof Date) {
    writeLong(BigInt(value.getTime()));
    return 0x09;
  }
  if (value instanceof ObjectId) {
    out.raw(Buffer.from(value.raw, "latin1"));
    return 0x07;
  }
  if (value instanceof Binary) {
    writeInt32(value.bytes.length);
    out.byte(value.subtype);
    out.raw(value.bytes);
    return 0x05;
  }
  writeInt32(value.i);
  writeInt32(value.t);
  return 0x11;
}
