import { compareValues } from "../bson/compare";
import { toWhole } from "../bson/numbers";
import { int32, isNumber, type Value } from "../bson/value";

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
    this.count += 1;
    this.#hasLong ||= typeof value === "bigint";
    if (typeof value === "number") this.#addDouble(value);
    else this.#whole += toWhole(value);
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

function push(): Accumulator {
  const items: Value[] = [];
  return { add: (value) => void (value !== undefined && items.push(value)), result: () => items };
}

/** The accumulators of $group by name. */
export const ACCUMULATORS = new Map<string, () => Accumulator>([
  ["$sum", () => new Sum()],
  ["$avg", average],
  ["$min", () => extreme(-1)],
  ["$max", () => extreme(1)],
  ["$first", () => keeping((_value, kept) => kept === undefined)],
  ["$last", () => keeping(() => true)],
  ["$push", push],
]);
