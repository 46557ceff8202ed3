import { CommandError, refuse } from "../errors";
import { Decimal } from "../bson/decimal";
import { compareNumbers, toDouble } from "../bson/numbers";
import { Binary, Int32, MinKey, ObjectId, Regex, Timestamp, isNumber } from "../bson/value";
import type { Value } from "../bson/value";

/** Type numbers by the names that `$type` takes (manual: $type, Available Types). */
const TYPES = new Map<string, number>([
  ["double", 1],
  ["string", 2],
  ["object", 3],
  ["array", 4],
  ["binData", 5],
  ["undefined", 6],
  ["objectId", 7],
  ["bool", 8],
  ["date", 9],
  ["null", 10],
  ["regex", 11],
  ["dbPointer", 12],
  ["javascript", 13],
  ["symbol", 14],
  ["javascriptWithScope", 15],
  ["int", 16],
  ["timestamp", 17],
  ["long", 18],
  ["decimal", 19],
  ["minKey", -1],
  ["maxKey", 127],
]);

const NAMES = new Map([...TYPES].map(([name, code]) => [code, name]));

/** Name of a value's type as `$type` knows it; `missing` for none. */
export function typeName(value: Value | undefined): string {
  return value === undefined ? "missing" : (NAMES.get(typeCode(value)) as string);
}

/** BSON type number of a value. */
export function typeCode(value: Value): number {
  switch (typeof value) {
    case "string":
      return 2;
    case "number":
      return 1;
    case "bigint":
      return 18;
    case "boolean":
      return 8;
    default:
      return value === null ? 10 : typeCodeOfObject(value);
  }
}

function typeCodeOfObject(value: Exclude<Value, null | string | number | bigint | boolean>): number {
  if (value instanceof Int32) return 16;
  if (value instanceof Map) return 3;
  if (Array.isArray(value)) return 4;
  if (value instanceof Date) return 9;
  if (value instanceof ObjectId) return 7;
  if (value instanceof Binary) return 5;
  if (value instanceof Decimal) return 19;
  if (value instanceof Timestamp) return 17;
  if (value instanceof Regex) return 11;
  return value instanceof MinKey ? -1 : 127;
}

/** The type numbers that the argument of `$type` names: a name, a number or an array of them. */
export function parseTypes(argument: Value): Set<number> {
  const wanted = Array.isArray(argument) ? argument : [argument];
  if (wanted.length === 0) throw new CommandError(9, "$type must match at least one type");
  return new Set(wanted.flatMap(parseType));
}

function parseType(wanted: Value): number[] {
  if (wanted === "number") return [1, 16, 18, 19];
  if (typeof wanted === "string") {
    const code = TYPES.get(wanted);
    if (code === undefined) throw new CommandError(2, `Unknown type name alias: ${wanted}`);
    return [code];
  }
  if (!isNumber(wanted)) throw new CommandError(14, "type must be represented as a number or a string");
  const code = toDouble(wanted);
  if (!NAMES.has(code)) throw new CommandError(2, `Invalid numerical type code: ${code}`);
  return [code];
}

/** The number as a JavaScript integer when it is a whole number of 32 bits, else undefined. */
export function asInt32(value: Value | undefined): number | undefined {
  if (!isNumber(value)) return undefined;
  const double = toDouble(value);
  return (double | 0) === double && compareNumbers(double, value) === 0 ? double | 0 : undefined;
}

/** A number cut to a whole one of 64 bits; undefined when it is not a number, not finite or too large. */
export function truncatedLong(value: Value | undefined): bigint | undefined {
  if (!isNumber(value)) return undefined;
  if (value instanceof Int32) return BigInt(value.value);
  if (typeof value === "bigint") return value;
  if (value instanceof Decimal) return refuse("a whole number taken from a decimal128");
  if (!Number.isFinite(value)) return undefined;
  const whole = BigInt(Math.trunc(value));
  return BigInt.asIntN(64, whole) === whole ? whole : undefined;
}

/** What MongoDB takes as true: everything but false, zero and null (and no value). */
export function isTruthy(value: Value | undefined): boolean {
  if (value === undefined || value === null || value === false) return false;
  return !isNumber(value) || compareNumbers(value, 0) !== 0;
}
