import { compareNumbers } from "./numbers";
import { Binary, Int32, ObjectId, type Doc, type Timestamp, type Value } from "./value";

/** Place of each type in MongoDB's comparison order (manual: Comparison/Sort Order). */
export const RANK = {
  missing: 2,
  null: 5,
  number: 10,
  string: 15,
  object: 20,
  array: 25,
  binary: 30,
  objectId: 35,
  boolean: 40,
  date: 45,
  timestamp: 47,
} as const;

/** Place of a value's type in the comparison order; `undefined` (no value, also the index key of an empty array) comes before null. */
export function rankOf(value: Value | undefined): number {
  switch (typeof value) {
    case "undefined":
      return RANK.missing;
    case "string":
      return RANK.string;
    case "number":
    case "bigint":
      return RANK.number;
    case "boolean":
      return RANK.boolean;
    default:
      return value === null ? RANK.null : rankOfObject(value);
  }
}

function rankOfObject(value: Exclude<Value, null>): number {
  if (value instanceof Int32) return RANK.number;
  if (value instanceof Map) return RANK.object;
  if (Array.isArray(value)) return RANK.array;
  if (value instanceof Date) return RANK.date;
  if (value instanceof ObjectId) return RANK.objectId;
  if (value instanceof Binary) return RANK.binary;
  return RANK.timestamp;
}

/** Negative, zero or positive as `a` comes before, with or after `b` in MongoDB's order over all types; numbers compare exactly. */
export function compareValues(a: Value | undefined, b: Value | undefined): number {
  if (a === b) return 0;
  const rank = rankOf(a);
  const difference = rank - rankOf(b);
  return difference !== 0 ? difference : compareSameRank(rank, a as Value, b as Value);
}

/** True when both compare as equal: 1 and 1.0 are, documents with other field order are not. */
export function equalValues(a: Value | undefined, b: Value | undefined): boolean {
  return compareValues(a, b) === 0;
}

function compareSameRank(rank: number, a: Value, b: Value): number {
  switch (rank) {
    case RANK.number:
      return compareNumbers(a as number, b as number);
    case RANK.string:
      return compareStrings(a as string, b as string);
    case RANK.object:
      return compareDocuments(a as Doc, b as Doc);
    case RANK.array:
      return compareArrays(a as Value[], b as Value[]);
    case RANK.binary:
      return compareBinaries(a as Binary, b as Binary);
    case RANK.objectId:
      return compareStrings((a as ObjectId).raw, (b as ObjectId).raw);
    case RANK.boolean:
      return Number(a) - Number(b);
    case RANK.date:
      return (a as Date).getTime() - (b as Date).getTime();
    case RANK.timestamp:
      return (a as Timestamp).t - (b as Timestamp).t || (a as Timestamp).i - (b as Timestamp).i;
    default:
      return 0;
  }
}

/** Order of the UTF-8 bytes, which is the order of code points and not that of JavaScript's code units. */
export function compareStrings(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const x = a.charCodeAt(index);
    const y = b.charCodeAt(index);
    if (x === y) continue;
    const bothHigh = x >= 0xd800 && y >= 0xd800;
    return bothHigh ? aboveSurrogates(x) - aboveSurrogates(y) : x - y;
  }
  return a.length - b.length;
}

function aboveSurrogates(unit: number): number {
  return unit < 0xe000 ? unit + 0x10000 : unit;
}

function compareDocuments(a: Doc, b: Doc): number {
  const others = b.entries();
  for (const [name, value] of a) {
    const other = others.next();
    if (other.done) return 1;
    const [otherName, otherValue] = other.value;
    const rank = rankOf(value);
    const found =
      rank - rankOf(otherValue) || compareStrings(name, otherName) || compareSameRank(rank, value, otherValue);
    if (found !== 0) return found;
  }
  return a.size - b.size;
}

function compareArrays(a: Value[], b: Value[]): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const found = compareValues(a[index], b[index]);
    if (found !== 0) return found;
  }
  return a.length - b.length;
}

function compareBinaries(a: Binary, b: Binary): number {
  return a.bytes.length - b.bytes.length || a.subtype - b.subtype || Buffer.compare(a.bytes, b.bytes);
}
