import { Double, Int32, deserialize, serialize } from "bson";

/** Element types of BSON (bsonspec.org, version 1.1). */
const bsonType = {
  double: 0x01,
  string: 0x02,
  document: 0x03,
  array: 0x04,
  binary: 0x05,
  undefined: 0x06,
  objectId: 0x07,
  boolean: 0x08,
  date: 0x09,
  null: 0x0a,
  regex: 0x0b,
  pointer: 0x0c,
  code: 0x0d,
  symbol: 0x0e,
  codeWithScope: 0x0f,
  int32: 0x10,
  timestamp: 0x11,
  long: 0x12,
  decimal: 0x13,
  maxKey: 0x7f,
  minKey: 0xff,
} as const;

const fixedBytes: Partial<Record<number, number>> = {
  [bsonType.double]: 8,
  [bsonType.undefined]: 0,
  [bsonType.objectId]: 12,
  [bsonType.boolean]: 1,
  [bsonType.date]: 8,
  [bsonType.null]: 0,
  [bsonType.int32]: 4,
  [bsonType.timestamp]: 8,
  [bsonType.long]: 8,
  [bsonType.decimal]: 16,
  [bsonType.maxKey]: 0,
  [bsonType.minKey]: 0,
};

/**
 * The fields of a document of BSON in their order, with values that serialise to the same bytes again: no field name (`12`, `__proto__`,
 * `$ref`) means anything to JavaScript, and no number changes its type. Throws a RangeError for bytes that are no document.
 */
export function fieldsOf(document: Buffer): Map<string, unknown> {
  const fields = new Map<string, unknown>();
  for (const { name, value } of elementsOf(document)) fields.set(name, value);
  return fields;
}

/** Whether `fieldsOf` gives back these very bytes; not so for types that no driver writes any more (undefined, DBPointer). */
export function comesBackWhole(document: Buffer): boolean {
  try {
    return document.equals(serialize(fieldsOf(document)));
  } catch {
    return false;
  }
}

function* elementsOf(document: Buffer): Generator<{ name: string; value: unknown }> {
  let at = 4;
  for (;;) {
    const type = document.readUInt8(at);
    if (type === 0) return;
    const nameEnd = document.indexOf(0, at + 1);
    if (nameEnd < 0) throw new RangeError("a field name without an end");
    const from = nameEnd + 1;
    const length = lengthOf(document, type, from);
    if (from + length >= document.length) throw new RangeError("a value beyond its document");
    const bytes = document.subarray(from, from + length);
    yield { name: document.toString("utf8", at + 1, nameEnd), value: valueOf(type, bytes) };
    at = from + length;
  }
}

function lengthOf(document: Buffer, type: number, at: number): number {
  const fixed = fixedBytes[type];
  if (fixed !== undefined) return fixed;
  switch (type) {
    case bsonType.string:
    case bsonType.code:
    case bsonType.symbol:
      return 4 + document.readInt32LE(at);
    case bsonType.document:
    case bsonType.array:
    case bsonType.codeWithScope:
      return document.readInt32LE(at);
    case bsonType.binary:
      return 5 + document.readInt32LE(at);
    case bsonType.pointer:
      return 4 + document.readInt32LE(at) + 12;
    case bsonType.regex:
      return document.indexOf(0, document.indexOf(0, at) + 1) + 1 - at;
    default:
      throw new RangeError("an unknown type of value");
  }
}

function valueOf(type: number, bytes: Buffer): unknown {
  switch (type) {
    case bsonType.string:
      return bytes.toString("utf8", 4, bytes.length - 1);
    case bsonType.document:
      return fieldsOf(bytes);
    case bsonType.array:
      return [...elementsOf(bytes)].map(({ value }) => value);
    case bsonType.boolean:
      return bytes[0] === 1;
    case bsonType.date:
      return new Date(Number(bytes.readBigInt64LE()));
    case bsonType.null:
      return null;
    case bsonType.int32:
      return new Int32(bytes.readInt32LE());
    case bsonType.double:
      return new Double(bytes.readDoubleLE());
    default:
      return rareValueOf(type, bytes);
  }
}

/** The library's reading of a value that is no document, as the only field of one. */
function rareValueOf(type: number, bytes: Buffer): unknown {
  const document = Buffer.concat([Buffer.alloc(4), Buffer.from([type, 0x76, 0]), bytes, Buffer.alloc(1)]);
  document.writeInt32LE(document.length);
  const asStored = { promoteValues: false, promoteLongs: false, promoteBuffers: false, bsonRegExp: true };
  return deserialize(document, asStored)["v"];
}
