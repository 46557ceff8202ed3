import { RANK, rankOf } from "./compare";
import type { DecimalParts } from "./decimal";
import { compareNumbers, exactParts, toDouble } from "./numbers";
import type { NumberValue } from "./numbers";
import { Binary, ObjectId, Regex, Timestamp } from "./value";
import type { Doc, Value } from "./value";

let scratch: Buffer = Buffer.allocUnsafeSlow(4096);
let position = 0;

/**
 * Bytes whose memcmp order is the order of `values` by compareValues, component by component, each ascending (1) or descending (-1).
 * Every component ends itself, so a key of the first n values is a prefix of the keys that continue it. `undefined` is the empty array's key.
 */
export function encodeKey(values: readonly (Value | undefined)[], directions: readonly (1 | -1)[]): Buffer {
  position = 0;
  for (let index = 0; index < values.length; index += 1) {
    const start = position;
    writeValue(values[index]);
    if (directions[index] === -1) invert(start);
  }
  return Buffer.from(scratch.subarray(0, position));
}

/** The least key that comes after every key starting with `prefix`; undefined when there is none. */
export function keyAfterPrefix(prefix: Buffer): Buffer | undefined {
  let end = prefix.length;
  while (end > 0 && prefix[end - 1] === 0xff) end -= 1;
  if (end === 0) return undefined;
  const after = Buffer.from(prefix.subarray(0, end));
  after[end - 1] = (after[end - 1] as number) + 1;
  return after;
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

function invert(start: number): void {
  for (let at = start; at < position; at += 1) scratch[at] = 0xff - (scratch[at] as number);
}

function writeByte(byte: number): void {
  scratch[reserve(1)] = byte;
}

function writeValue(value: Value | undefined): void {
  const rank = rankOf(value);
  writeByte(rank);
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
      return writeByte(0);
    case RANK.binary:
      return writeBinary(value as Binary);
    case RANK.objectId:
      scratch.write((value as ObjectId).raw, reserve(12), "latin1");
      return;
    case RANK.boolean:
      return writeByte(value === true ? 1 : 0);
    case RANK.date:
      scratch.writeBigUInt64BE(BigInt((value as Date).getTime()) + 2n ** 63n, reserve(8));
      return;
    case RANK.timestamp:
      scratch.writeUInt32BE((value as Timestamp).t, reserve(4));
      scratch.writeUInt32BE((value as Timestamp).i, reserve(4));
      return;
    case RANK.regex:
      writeText((value as Regex).pattern);
      return writeText((value as Regex).options);
  }
}

/** A zero byte becomes 00 FF and the end 00 00, so that a text comes before all that continue it. */
function writeText(text: string): void {
  const at = reserve(text.length * 3 + 2);
  position = at + scratch.write(text, at, "utf8");
  if (text.includes("\0")) {
    const raw = Buffer.from(scratch.subarray(at, position));
    position = at;
    for (const byte of raw) {
      writeByte(byte);
      if (byte === 0) writeByte(0xff);
    }
  }
  scratch.fill(0, reserve(2), position);
}

function writeDocument(doc: Doc): void {
  for (const [name, value] of doc) {
    const rank = rankOf(value);
    writeByte(rank);
    writeText(name);
    writePayload(rank, value);
  }
  writeByte(0);
}

function writeBinary(value: Binary): void {
  const at = reserve(5 + value.bytes.length);
  scratch.writeUInt32BE(value.bytes.length, at);
  scratch[at + 4] = value.subtype;
  value.bytes.copy(scratch, at + 5);
}

/** The largest double not above the value as sortable bits; then 0 when that is the value, else 1 and the exact digits. */
function writeNumber(value: NumberValue): void {
  const nearest = toDouble(value);
  const exact = compareNumbers(nearest, value);
  const floor = exact > 0 ? nextBelow(nearest) : nearest;
  scratch.writeBigUInt64BE(sortableBits(floor), reserve(8));
  if (exact === 0) return writeByte(0);
  writeByte(1);
  writeDigits(exactParts(value) as Extract<DecimalParts, { kind: "finite" }>);
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
  if (double === 0) return -Number.MIN_VALUE;
  bits.setFloat64(0, double);
  bits.setBigUint64(0, bits.getBigUint64(0) + (double > 0 ? -1n : 1n));
  return bits.getFloat64(0);
}

/** Values that share a floor share their sign: decimal exponent, then digits without trailing zeros; all inverted below zero. */
function writeDigits(parts: Extract<DecimalParts, { kind: "finite" }>): void {
  const start = position;
  const digits = parts.coefficient.toString();
  scratch.writeUInt16BE(parts.exponent + digits.length + 0x8000, reserve(2));
  const significant = digits.replace(/0+$/, "");
  scratch.write(significant, reserve(significant.length), "latin1");
  writeByte(0);
  if (parts.negative) invert(start);
}
