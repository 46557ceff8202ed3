import { describe, expect, it } from "@jest/globals";
import * as bson from "bson";
import fc from "fast-check";
import { compareValues, equalValues } from "../../../src/embedded-mongodb/bson/compare";
import { decodeDocument } from "../../../src/embedded-mongodb/bson/decode";
import { encodeDocument } from "../../../src/embedded-mongodb/bson/encode";
import { encodeKey } from "../../../src/embedded-mongodb/bson/key";
import type { Doc, Value } from "../../../src/embedded-mongodb/bson/value";
import { anyDocument, anyValue } from "../arbitraries";

const runs = { numRuns: 3000 };

/** -1, 0 or 1; never -0. */
function sign(order: number): number {
  return order < 0 ? -1 : Number(order > 0);
}

describe("BSON values", () => {
  it("are ordered totally", () => {
    fc.assert(
      fc.property(anyValue, anyValue, anyValue, (a, b, c) => {
        expect(compareValues(a, a)).toBe(0);
        expect(sign(compareValues(a, b))).toBe(sign(-compareValues(b, a)));
        const sorted = [a, b, c].sort(compareValues) as [Value, Value, Value];
        expect(compareValues(sorted[0], sorted[2])).toBeLessThanOrEqual(0);
        if (equalValues(a, b)) expect(sign(compareValues(a, c))).toBe(sign(compareValues(b, c)));
      }),
      runs,
    );
  });

  it("have keys in the same order", () => {
    const pair = fc.tuple(anyValue, anyValue);
    fc.assert(
      fc.property(pair, pair, fc.constantFrom<1 | -1>(1, -1), fc.constantFrom<1 | -1>(1, -1), (x, y, first, second) => {
        const expected = first * compareValues(x[0], y[0]) || second * compareValues(x[1], y[1]);
        const [a, b] = [encodeKey(x, [first, second]), encodeKey(y, [first, second])];
        expect(Number(a > b) - Number(a < b)).toBe(sign(expected));
      }),
      { numRuns: 5000 },
    );
  });

  it("have keys of which none is the beginning of another", () => {
    fc.assert(
      fc.property(anyValue, anyValue, fc.constantFrom<1 | -1>(1, -1), (a, b, direction) => {
        const [x, y] = [encodeKey([a], [direction]), encodeKey([b], [direction])];
        fc.pre(x !== y);
        expect(x.startsWith(y)).toBe(false);
      }),
      runs,
    );
  });

  it("come back from bytes as they went, and bson reads and writes the same bytes", () => {
    fc.assert(
      fc.property(anyDocument, (doc) => {
        const bytes = encodeDocument(doc);
        expect(decodeDocument(bytes)).toEqual(doc);
        fc.pre(!hasHostileName(doc));
        const options = { promoteValues: false, promoteBuffers: false, bsonRegExp: true, useBigInt64: false };
        expect(Buffer.from(bson.serialize(bson.deserialize(bytes, options))).equals(bytes)).toBe(true);
      }),
      runs,
    );
  });
});

/** bson's own objects put whole numbers first and lose `__proto__`, and it refuses options out of order. */
function hasHostileName(value: Value): boolean {
  if (Array.isArray(value)) return value.some(hasHostileName);
  if (!(value instanceof Map)) return typeof value === "number" && Number.isNaN(value);
  return [...(value as Doc)].some(([name, inner]) => /^\d+$|^__proto__$/.test(name) || hasHostileName(inner));
}
