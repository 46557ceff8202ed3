import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { encodeDocument } from "../../src/embedded-mongodb/bson/encode";
import type { Doc, Value } from "../../src/embedded-mongodb/bson/value";
import { int32 } from "../../src/embedded-mongodb/bson/value";
import { choosePlan } from "../../src/embedded-mongodb/index/plan";
import { scan } from "../../src/embedded-mongodb/index/scan";
import { parseIndexSpec } from "../../src/embedded-mongodb/index/spec";
import { compileFilter } from "../../src/embedded-mongodb/query/filter";
import { compileSort } from "../../src/embedded-mongodb/query/sort";
import { Collection } from "../../src/embedded-mongodb/store/collection";
import { LATEST } from "../../src/embedded-mongodb/store/record";
import { anyValue } from "./arbitraries";

const small = fc.oneof(fc.constantFrom<Value>(null, "x", "y", 1.5, true), fc.integer({ min: 0, max: 3 }).map(int32));
const value: fc.Arbitrary<Value> = fc.oneof(
  { weight: 6, arbitrary: small },
  { weight: 2, arbitrary: fc.array(small, { maxLength: 3 }) },
  {
    weight: 1,
    arbitrary: fc.array(
      small.map((b): Value => new Map([["b", b]])),
      { maxLength: 3 },
    ),
  },
  { weight: 1, arbitrary: small.map((b): Value => new Map([["b", b]])) },
  { weight: 1, arbitrary: anyValue },
);
const document = fc
  .array(fc.tuple(fc.constantFrom("a", "b", "c"), value), { maxLength: 3 })
  .map((fields): Doc => new Map(fields));
const path = fc.constantFrom("a", "b", "c", "a.b", "b.b");
const condition: fc.Arbitrary<Value> = fc.oneof(
  small,
  fc.array(small, { minLength: 1, maxLength: 3 }).map((items): Value => new Map([["$in", items]])),
  fc
    .array(fc.tuple(fc.constantFrom("$gt", "$gte", "$lt", "$lte", "$ne", "$eq"), small), { minLength: 1, maxLength: 2 })
    .map((parts): Value => new Map(parts)),
  fc.boolean().map((exists): Value => new Map([["$exists", exists]])),
);
const filter = fc.array(fc.tuple(path, condition), { maxLength: 3 }).map((parts): Doc => new Map(parts));
const direction = fc.constantFrom(1, -1);
const keys = fc.uniqueArray(fc.tuple(path, direction), { minLength: 1, maxLength: 3, selector: ([name]) => name });
const kind = fc.constantFrom<Doc>(
  new Map(),
  new Map([["sparse", true]]),
  new Map([["partialFilterExpression", new Map([["c", new Map([["$gt", int32(0)]])]])]]),
);

describe("an index", () => {
  it("finds what a scan of all documents finds, in the same order where it is asked for one", () => {
    fc.assert(
      fc.property(
        fc.array(document, { maxLength: 25 }),
        filter,
        keys,
        keys,
        kind,
        (documents, wanted, key, sort, options) => {
          const collection = new Collection({ id: 1, db: "d", name: "c", uuid: Buffer.alloc(16) }, 0);
          documents.forEach((doc, n) => {
            const whole = new Map<string, Value>([["_id", int32(n)], ...doc]);
            collection.load(n, encodeDocument(whole));
          });
          const pattern = new Map(key.map(([name, order]) => [name, int32(order)]));
          const spec = parseIndexSpec(new Map<string, Value>([["key", pattern], ["name", "i"], ...options]));
          try {
            collection.indexes = collection.build([collection.indexes[0]!.spec, spec]);
          } catch {
            return fc.pre(false);
          }
          const matches = compileFilter(wanted);
          const order = compileSort(new Map(sort.map(([name, each]) => [name, int32(each)])));
          const run = (plan: Parameters<typeof scan>[1]) =>
            [...scan(collection, plan, LATEST)].filter(({ doc }) => matches(doc));
          const all = run({ index: undefined, ranges: [], reverse: false, sorted: false });
          const plan = choosePlan(collection, wanted, new Map(sort.map(([name, each]) => [name, int32(each)])));
          const found = run(plan);
          const ids = (items: typeof all) => items.map(({ record }) => record.id);
          expect([...ids(found)].sort((a, b) => a - b)).toEqual(ids(all));
          if (plan.sorted) expect(ids(order(found, ({ doc }) => doc))).toEqual(ids(found));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("is chosen for equality before a range, and for a sort behind equalities", () => {
    const collection = new Collection({ id: 1, db: "d", name: "c", uuid: Buffer.alloc(16) }, 0);
    const index = (name: string, key: [string, number][]) =>
      parseIndexSpec(
        new Map<string, Value>([
          ["key", new Map(key.map(([each, order]) => [each, int32(order)]))],
          ["name", name],
        ]),
      );
    const specs = [
      index("ab", [
        ["a", 1],
        ["b", -1],
      ]),
      index("b", [["b", 1]]),
    ];
    collection.indexes = collection.build([collection.indexes[0]!.spec, ...specs]);
    const chosen = (wanted: Doc, sort: [string, number][] = []) => {
      const plan = choosePlan(collection, wanted, new Map(sort.map(([name, each]) => [name, int32(each)])));
      return `${plan.index?.spec.name ?? "scan"}${plan.sorted ? (plan.reverse ? " sorted backwards" : " sorted") : ""}`;
    };
    const range: Value = new Map([["$gt", int32(1)]]);
    expect(chosen(new Map([["c", int32(1)]]))).toBe("scan");
    expect(chosen(new Map([["a", int32(1)]]), [["b", 1]])).toBe("ab sorted backwards");
    expect(
      chosen(new Map([["a", range]]), [
        ["a", 1],
        ["b", -1],
      ]),
    ).toBe("ab sorted");
    expect(chosen(new Map([["a", range]]), [["b", -1]])).toBe("ab");
    expect(chosen(new Map([["b", int32(1)]]))).toBe("b");
    expect(chosen(new Map(), [["_id", -1]])).toBe("_id_ sorted backwards");
  });
});
