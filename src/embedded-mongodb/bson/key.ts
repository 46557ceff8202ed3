import { RANK, rankOf } from "./compare";
import { compareNumbers, toDouble, type NumberValue } from "./numbers";
import type { Binary, Doc, ObjectId, Timestamp, Value } from "./value";
import { Writer } from "./writer";

const out = new Writer();

/**
 * Text (each character a byte) whose order is that of `values` by compareValues, component by component, ascending (1) or descending (-1).
 * Every component ends itself, so a key of the first n values is a prefix of the keys that continue it. `undefined` is the empty array's key.
 */
export function encodeKey(values: readonly (Value | undefined)[], directions: readonly (1 | -1)[]): string {
  out.position = 0;
  for (let index = 0; index < values.length; index += 1) {
    const start = out.position;
    writeValue(values[index]);
    if (directions[index] === -1) invert(start);
  }
  return out.text();
}

/** A text that is the same for equal values and only for them. */
export function keyOf(value: Value): string {
  return encodeKey([value], [1]);
}

/** The least text after all keys that start with `prefix`, which must hold a component's first byte (never FF). */
export function keyAfterPrefix(prefix: string): string {
  let last = prefix.length - 1;
  while (prefix.charCodeAt(last) === 0xff) last -= 1;
  return prefix.slice(0, last) + String.fromCharCode(prefix.charCodeAt(last) + 1);
}

function invert(start: number): void {
  for (let at = start; at < out.position; at += 1) out.bytes[at] = 0xff - (out.bytes[at] as number);
}

function writeValue(value: Value | undefined): void {
  const rank = rankOf(value);
  out.byte(rank);
  writePayload(rank, value as Value);
}

function writePayload(rank: number, value: Value): void {
  switch (rank) {
    case RANK.number:
      return writeNumber(value as NumberValue);
    case RANK.string:
      return writeText(value as string);
    case RANK.object:
      return writeDocument(value as Doc);
    case RANK.array:
      for (const item of value as Value[]) writeValue(item);
      return out.byte(0);
    case RANK.binary: {
      const { bytes, subtype } = value as Binary;
      writeUint32(bytes.length);
      out.byte(subtype);
      return out.raw(bytes);
    }
    case RANK.objectId:
      return out.raw(Buffer.from((value as ObjectId).raw, "latin1"));
    case RANK.boolean:
      return out.byte(value === true ? 1 : 0);
    case RANK.date:
      return writeUint64(BigInt((value as Date).getTime()) + SIGN);
    case RANK.timestamp:
      writeUint32((value as Timestamp).t);
      return writeUint32((value as Timestamp).i);
  }
}

function writeUint32(value: number): void {
  const at = out.reserve(4);
  out.bytes.writeUInt32BE(value, at);
}

function writeUint64(value: bigint): void {
  const at = out.reserve(8);
  out.bytes.writeBigUInt64BE(value, at);
}

/** A zero byte becomes 00 FF and the end 00 00, so that a text comes before all that continue it. */
function writeText(text: string): void {
  text.split("\0").forEach((part, index) => {
    if (index > 0) writeZeroAnd(0xff);
    out.utf8(part);
  });
  writeZeroAnd(0);
}

function writeZeroAnd(byte: number): void {
  out.byte(0);
  out.byte(byte);
}

function writeDocument(doc: Doc): void {
  for (const [name, value] of doc) {
    const rank = rankOf(value);
    out.byte(rank);
    writeText(name);
    writePayload(rank, value);
  }
  out.byte(0);
}

/** The largest double not above the value as sortable bits, then how far above it a long is: less than 2048, the widest gap of doubles. */
function writeNumber(value: NumberValue): void {
  const nearest = toDouble(value);
  const below = compareNumbers(nearest, value) > 0 ? nextBelow(nearest) : nearest;
  writeUint64(sortableBits(below));
  const above = typeof value === "bigint" ? Number(value - BigInt(below)) : 0;
  out.byte(above >> 8);
  out.byte(above & 0xff);
}

const bits = new DataView(new ArrayBuffer(8));
const SIGN = 1n << 63n;

function sortableBits(double: number): bigint {
  if (Number.isNaN(double)) return 0n;
  bits.setFloat64(0, double === 0 ? 0 : double);
  const raw = bits.getBigUint64(0);
  return (raw & SIGN) === 0n ? raw | SIGN : BigInt.asUintN(64, ~raw);
}

function nextBelow(double: number): number {
  bits.setFloat64(0, double);
  bits.setBigUint64(0, bits.getBigUint64(0) + (double > 0 ? -1n : 1n));
  return bits.getFloat64(0);
}
