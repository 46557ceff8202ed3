import { refuse } from "../errors";
import { compareValues } from "../bson/compare";
import { Decimal } from "../bson/decimal";
import { encodeKey } from "../bson/key";
import { Int32, int32, isNumber } from "../bson/value";
import type { Value } from "../bson/value";

/** Collects values of one group and gives the result. */
export interface Accumulator {
  add(value: Value | undefined): void;
  result(): Value;
}

/** Whole numbers are added exactly, doubles with compensation (Boldo, Graillat, Muller 2016), as MongoDB's DoubleDoubleSummation does. */
class Sum implements Accumulator {
  count = 0;
  #whole = 0n;
  #sum = 0;
  #rest = 0;
  #plain = 0;
  #hasDouble = false;
  #hasLong = false;

  add(value: Value | undefined): void {
    if (!isNumber(value)) return;
    if (value instanceof Decimal) refuse("a sum of decimal128 values");
    this.count += 1;
    this.#hasLong ||= typeof value === "bigint";
    if (typeof value === "number") this.#addDouble(value);
    else this.#whole += value instanceof Int32 ? BigInt(value.value) : value;
  }

  #addDouble(value: number): void {
    this.#hasDouble = true;
    this.#plain += value;
    const low = value + this.#rest;
    const lowRest = this.#rest - (low - value);
    const sum = this.#sum + low;
    const back = sum - low;
    this.#rest = lowRest + (this.#sum - back + (low - (sum - back)));
    this.#sum = sum;
  }

  result(): Value {
    const whole = this.#whole;
    if (this.#hasDouble || BigInt.asIntN(64, whole) !== whole) return this.asDouble();
    return !this.#hasLong && BigInt.asIntN(32, whole) === whole ? int32(Number(whole)) : whole;
  }

  asDouble(): number {
    const high = Number(this.#whole);
    this.#addDouble(high);
    this.#addDouble(Number(this.#whole - BigInt(high)));
    this.#whole = 0n;
    return Number.isNaN(this.#sum) ? this.#plain : this.#sum;
  }
}

function average(): Accumulator {
  const sum = new Sum();
  return { add: (value) => sum.add(value), result: () => (sum.count === 0 ? null : sum.asDouble() / sum.count) };
}

/** Keeps one value: the one that `replaces` lets take the place of the one kept so far (undefined before the first). */
function keeping(replaces: (value: Value, kept: Value | undefined) => boolean): Accumulator {
  let kept: Value | undefined;
  return {
    add: (value = null) => void (replaces(value, kept) && (kept = value)),
    result: () => kept ?? null,
  };
}

function extreme(sign: 1 | -1): Accumulator {
  return keeping((value, kept) => value !== null && (kept === undefined || sign * compareValues(value, kept) > 0));
}

function list(accepts: (value: Value) => boolean): Accumulator {
  const items: Value[] = [];
  return { add: (value) => void (value !== undefined && accepts(value) && items.push(value)), result: () => items };
}

function addToSet(): Accumulator {
  const known = new Set<string>();
  return list((value) => known.size < known.add(groupKey(value)).size);
}

/** A text that is the same for equal values and only for them. */
export function groupKey(value: Value): string {
  return encodeKey([value], [1]).toString("latin1");
}

/** The accumulators of $group by name; `$count` is given 1 for each document. */
export const ACCUMULATORS = new Map<string, () => Accumulator>([
  ["$sum", () => new Sum()],
  ["$count", () => new Sum()],
  ["$avg", average],
  ["$min", () => extreme(-1)],
  ["$max", () => extreme(1)],
  ["$first", () => keeping((_value, kept) => kept === undefined)],
  ["$last", () => keeping(() => true)],
  ["$push", () => list(() => true)],
  ["$addToSet", addToSet],
]);
