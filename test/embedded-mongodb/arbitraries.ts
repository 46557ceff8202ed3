import fc from "fast-check";
import { Binary, ObjectId, Timestamp, int32 } from "../../src/embedded-mongodb/bson/value";
import type { Doc, Value } from "../../src/embedded-mongodb/bson/value";

const LATEST_MS = 8_640_000_000_000_000;

/** Few small numbers in every type, so that equal values of different types meet often. */
const smallNumber = fc
  .tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: 0, max: 3 }))
  .map(([n, type]): Value => {
    if (type === 0) return int32(n);
    if (type === 1) return BigInt(n);
    if (type === 2) return n + 0.5;
    return n;
  });

/** Longs and doubles around 2^53 and 2^63, where doubles have gaps. */
const edgeNumber = fc
  .tuple(
    fc.constantFrom(2n ** 53n, 2n ** 62n, 2n ** 63n - 1025n),
    fc.integer({ min: -1030, max: 1024 }),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([base, offset, isLong, isNegative]): Value => {
    const whole = (base + BigInt(offset)) * (isNegative ? -1n : 1n);
    return isLong ? whole : Number(whole);
  });

/** Text without lone surrogates; short and from a small alphabet half of the time. */
const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 6 }),
  fc.string({ unit: fc.constantFrom("a", "b", "\0", "ก", "\uffee", "😀", "é"), maxLength: 4 }),
);

const fieldName = fc.oneof(
  fc.constantFrom("a", "b", "c", "0", "1", "__proto__", "constructor", "toString", "ก"),
  text.map((name) => name.replaceAll("\0", "")),
);

const bytes = fc.uint8Array({ maxLength: 4 }).map((array) => Buffer.from(array));

const scalar: fc.Arbitrary<Value> = fc.oneof(
  { weight: 4, arbitrary: smallNumber },
  { weight: 2, arbitrary: edgeNumber },
  fc.double(),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  fc.integer().map((n) => int32(n)),
  { weight: 2, arbitrary: text },
  fc.boolean(),
  fc.constant(null),
  fc.integer({ min: -LATEST_MS, max: LATEST_MS }).map((ms) => new Date(ms)),
  fc.uint8Array({ minLength: 12, maxLength: 12 }).map((array) => new ObjectId(Buffer.from(array).toString("latin1"))),
  fc.tuple(fc.constantFrom(0, 4, 5, 128), bytes).map(([subtype, data]) => new Binary(subtype, data)),
  fc.tuple(fc.integer({ min: 1, max: 0xffffffff }), fc.nat(3)).map(([t, i]) => new Timestamp(t, i)),
);

const tree = fc.letrec<{ value: Value; doc: Doc }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    { weight: 6, arbitrary: scalar },
    { weight: 1, arbitrary: fc.array(tie("value"), { maxLength: 3 }) },
    { weight: 1, arbitrary: tie("doc") },
  ),
  doc: fc.array(fc.tuple(fieldName, tie("value")), { maxLength: 4 }).map((fields) => new Map(fields)),
}));

/** Any storable value, with many near misses. */
export const anyValue: fc.Arbitrary<Value> = tree.value;

/** Any storable document. */
export const anyDocument: fc.Arbitrary<Doc> = tree.doc;
