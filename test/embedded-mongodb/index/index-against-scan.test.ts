import { describe, expect, it } from "@jest/globals";
import * as bson from "bson";
import fc from "fast-check";
import { encodeDocument } from "../../../src/embedded-mongodb/bson/encode";
import { int32 } from "../../../src/embedded-mongodb/bson/value";
import type { Doc, Value } from "../../../src/embedded-mongodb/bson/value";
import { anyValue } from "../arbitraries";
import { useEmbedded } from "../support";

/** Without field names that would be operators. */
function isPlain(value: Value): boolean {
  if (Array.isArray(value)) return value.every(isPlain);
  return !(value instanceof Map) || [...value].every(([name, inner]) => !name.startsWith("$") && isPlain(inner));
}

/** Half of all values are few small numbers, so that conditions meet them and fall between them. */
const value = fc.oneof(
  fc.integer({ min: 0, max: 9 }).map((n): Value => int32(n)),
  anyValue.filter(isPlain),
);
const element = fc
  .record({ x: value, y: value }, { requiredKeys: [] })
  .map((fields): Value => new Map(Object.entries(fields)));
const field = fc.oneof(value, element, fc.array(fc.oneof(value, element), { maxLength: 3 }));
const document = fc
  .record({ a: field, b: field, c: field }, { requiredKeys: [] })
  .map((fields): Doc => new Map(Object.entries(fields)));

const path = fc.constantFrom("a", "b", "c", "a.x", "a.y", "b.x", "c.x");

function condition(values: fc.Arbitrary<Value>): fc.Arbitrary<Value> {
  const one = (name: string) => values.map((argument): [string, Value] => [name, argument]);
  const comparison = fc.oneof(...["$eq", "$gt", "$gte", "$lt", "$lte", "$ne"].map(one));
  const list = fc.tuple(fc.constantFrom("$in", "$nin"), fc.array(values, { minLength: 1, maxLength: 3 }));
  const exists = fc.tuple(fc.constant("$exists"), fc.boolean());
  const operators = fc.array(fc.oneof({ weight: 4, arbitrary: comparison }, list, exists), {
    minLength: 1,
    maxLength: 2,
  });
  // Often met by two elements of an array of which neither lies between.
  const between = fc.tuple(values, values).map(([low, high]): [string, Value][] => [
    ["$gte", low],
    ["$lte", high],
  ]);
  return fc.oneof(
    values,
    fc.oneof(operators, between).map((entries): Value => new Map<string, Value>(entries)),
  );
}

function filters(values: fc.Arbitrary<Value>): fc.Arbitrary<Doc> {
  const flat = fc
    .array(fc.tuple(path, condition(values)), { minLength: 1, maxLength: 3 })
    .map((fields): Doc => new Map<string, Value>(fields));
  const several = fc.array(flat, { minLength: 1, maxLength: 2 });
  return fc.oneof(
    { weight: 3, arbitrary: flat },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom("$and", "$or", "$nor"), several)
        .map(([name, parts]): Doc => new Map<string, Value>([[name, parts]])),
    },
  );
}

const INDEXES = [
  [{ a: 1 }, {}],
  [{ b: -1 }, {}],
  [{ "a.x": 1, b: -1 }, {}],
  [{ c: 1, "a.y": 1 }, {}],
  [{ "c.x": -1 }, { sparse: true }],
  [{ "b.x": 1 }, { partialFilterExpression: { a: { $exists: true } } }],
] as const;

function toBson(doc: Doc): bson.Document {
  return bson.deserialize(encodeDocument(doc), { promoteValues: false, bsonRegExp: true });
}

/** Filters ask for values of the documents as often as for any others. */
const situation = fc.array(document, { minLength: 20, maxLength: 60 }).chain((documents) => {
  const parts = documents.flatMap((doc) => [...doc.values()]).flatMap((item) => (Array.isArray(item) ? item : [item]));
  const inner = parts.flatMap((item) => (item instanceof Map ? [...item.values()] : []));
  const known = [...parts, ...inner].filter(isPlain);
  const values = known.length > 0 ? fc.oneof(fc.constantFrom(...known), value) : value;
  return fc.tuple(fc.constant(documents), fc.array(filters(values), { minLength: 40, maxLength: 40 }));
});

/** Documents that an index cannot hold (two arrays side by side) are left out of both collections. */
describe("an index", () => {
  const fixture = useEmbedded();

  it("finds what a scan finds, for any documents and filters", async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(situation, async ([documents, wanted]) => {
        const [indexed, plain] = [fixture.db.collection("indexed"), fixture.db.collection("plain")];
        await indexed.drop();
        await plain.drop();
        for (const [key, options] of INDEXES) await indexed.createIndex(key, options);
        for (const [n, doc] of documents.entries()) {
          const row = { ...toBson(doc), _id: n } as never;
          const refused = await indexed.insertOne(row).then(
            () => undefined,
            (error: { code?: number }) => error.code,
          );
          if (refused === undefined) await plain.insertOne(row);
          else expect(refused).toBe(171);
        }
        const idsIn = async (collection: typeof indexed, filter: bson.Document) =>
          (await collection.find(filter).toArray()).map(({ _id }) => Number(_id)).sort((x, y) => x - y);
        for (const filter of wanted.map(toBson)) {
          const ids = await idsIn(plain, filter);
          expect(await idsIn(indexed, filter)).toEqual(ids);
          found += ids.length;
        }
      }),
      { numRuns: 12, interruptAfterTimeLimit: 90_000 },
    );
    expect(found).toBeGreaterThan(500);
  }, 120_000);
});
