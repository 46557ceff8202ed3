import fc from "fast-check";
import { Decimal128 } from "bson";
import { Decimal } from "../../src/embedded-mongodb/bson/decimal";
import { Binary, MAX_KEY, MIN_KEY, ObjectId, Regex, Timestamp, int32 } from "../../src/embedded-mongodb/bson/value";
import type { Doc, Value } from "../../src/embedded-mongodb/bson/value";

/** A decimal128 from its text. */
export function parseDecimal(text: string): Decimal {
  const bytes = Buffer.from(Decimal128.fromStringWithRounding(text).bytes);
  return new Decimal(bytes.readBigUInt64LE(8), bytes.readBigUInt64LE(0));
}

function decimalOf(negative: boolean, digits: bigint, exponent: number): Decimal {
  return parseDecimal(`${negative ? "-" : ""}${digits}E${exponent}`);
}

const LATEST_MS = 8_640_000_000_000_000;

/** Few small numbers in every type, so that equal values of different types meet often. */
const smallNumber = fc
  .tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: 0, max: 4 }))
  .map(([n, type]): Value => {
    if (type === 0) return int32(n);
    if (type === 1) return BigInt(n);
    if (type === 2) return n + 0.5;
    if (type === 3) return decimalOf(n < 0, BigInt(Math.abs(n)) * 100n, -2);
    return n;
  });

/** Longs, doubles and decimals around 2^53 and 2^63, where doubles have gaps. */
const edgeNumber = fc
  .tuple(
    fc.constantFrom(2n ** 53n, 2n ** 62n, 2n ** 63n - 1025n),
    fc.integer({ min: -5, max: 5 }),
    fc.nat(3),
    fc.boolean(),
  )
  .map(([base, offset, type, negative]): Value => {
    const whole = (base + BigInt(offset)) * (negative ? -1n : 1n);
    if (type === 0) return whole;
    if (type === 1) return Number(whole);
    return decimalOf(negative, (base + BigInt(offset)) * 10n + BigInt(type), -1);
  });

const decimal: fc.Arbitrary<Decimal> = fc.oneof(
  fc
    .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 34n - 1n }), fc.integer({ min: -6176, max: 6111 }))
    .map(([negative, digits, exponent]) => decimalOf(negative, digits, exponent)),
  fc
    .tuple(fc.boolean(), fc.nat(500), fc.integer({ min: -5, max: 5 }))
    .map(([negative, digits, exponent]) => decimalOf(negative, BigInt(digits), exponent)),
  fc
    .double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 })
    .map((x) => decimalOf(x < 0, BigInt(Math.trunc(Math.abs(x) * 1000)), -3)),
  fc.constantFrom("NaN", "Infinity", "-Infinity").map(parseDecimal),
);

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
  { weight: 2, arbitrary: decimal },
  { weight: 2, arbitrary: text },
  fc.boolean(),
  fc.constant(null),
  fc.integer({ min: -LATEST_MS, max: LATEST_MS }).map((ms) => new Date(ms)),
  fc.uint8Array({ minLength: 12, maxLength: 12 }).map((array) => new ObjectId(Buffer.from(array).toString("latin1"))),
  fc.tuple(fc.constantFrom(0, 4, 5, 128), bytes).map(([subtype, data]) => new Binary(subtype, data)),
  fc.tuple(fc.nat(0xffffffff), fc.nat(3)).map(([t, i]) => new Timestamp(t, i)),
  fc
    .tuple(fc.constantFrom("a", "a.b", "^ก"), fc.constantFrom("", "i", "im"))
    .map(([pattern, options]) => new Regex(pattern, options)),
  fc.constantFrom<Value>(MIN_KEY, MAX_KEY),
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
