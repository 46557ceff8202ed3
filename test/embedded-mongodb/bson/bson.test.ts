import { describe, expect, it } from "@jest/globals";
import * as bson from "bson";
import fc from "fast-check";
import { compareValues, equalValues } from "../../../src/embedded-mongodb/bson/compare";
import { decodeDocument } from "../../../src/embedded-mongodb/bson/decode";
import { encodeDocument } from "../../../src/embedded-mongodb/bson/encode";
import { encodeKey } from "../../../src/embedded-mongodb/bson/key";
import { toDouble } from "../../../src/embedded-mongodb/bson/numbers";
import { Decimal } from "../../../src/embedded-mongodb/bson/decimal";
import type { Doc, Value } from "../../../src/embedded-mongodb/bson/value";
import { anyDocument, anyValue } from "../arbitraries";

const runs = { numRuns: 3000 };

describe("BSON values", () => {
  it("are ordered totally", () => {
    fc.assert(
      fc.property(anyValue, anyValue, anyValue, (a, b, c) => {
        expect(compareValues(a, a)).toBe(0);
        expect(Math.sign(compareValues(a, b))).toBe(-Math.sign(compareValues(b, a)) + 0);
        const sorted = [a, b, c].sort(compareValues) as [Value, Value, Value];
        expect(compareValues(sorted[0], sorted[2])).toBeLessThanOrEqual(0);
        if (equalValues(a, b)) expect(Math.sign(compareValues(a, c))).toBe(Math.sign(compareValues(b, c)));
      }),
      runs,
    );
  });

  it("have keys whose bytes are in the same order", () => {
    const pair = fc.tuple(anyValue, anyValue);
    fc.assert(
      fc.property(pair, pair, fc.constantFrom<1 | -1>(1, -1), fc.constantFrom<1 | -1>(1, -1), (x, y, first, second) => {
        const expected = first * compareValues(x[0], y[0]) || second * compareValues(x[1], y[1]);
        const found = Buffer.compare(encodeKey(x, [first, second]), encodeKey(y, [first, second]));
        expect(found).toBe(Math.sign(expected) + 0);
      }),
      { numRuns: 10_000 },
    );
  });

  it("have keys of which none is the beginning of another", () => {
    fc.assert(
      fc.property(anyValue, anyValue, fc.constantFrom<1 | -1>(1, -1), (a, b, direction) => {
        const [x, y] = [encodeKey([a], [direction]), encodeKey([b], [direction])];
        fc.pre(!x.equals(y));
        expect(x.subarray(0, y.length).equals(y)).toBe(false);
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

describe("decimal128", () => {
  it("has the value that bson reads", () => {
    const half = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
    fc.assert(
      fc.property(half, half, (high, low) => {
        // Digits beyond 34 are zero in IEEE 754 and in MongoDB, not in bson.
        fc.pre(((high >> 58n) & 31n) < 24n);
        const bytes = Buffer.alloc(16);
        bytes.writeBigUInt64LE(low, 0);
        bytes.writeBigUInt64LE(high, 8);
        expect(toDouble(new Decimal(high, low))).toBe(Number(new bson.Decimal128(bytes).toString()));
      }),
      runs,
    );
  });
});
