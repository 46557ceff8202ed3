import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { SortedEntries } from "../../../src/embedded-mongodb/index/sorted-entries";

const key = fc.integer({ min: 0, max: 3000 }).map((n) => String(n).padStart(4, "0"));
const change = fc.record({ adds: fc.boolean(), key });

describe("sorted entries", () => {
  it("hold what a sorted array holds, after any additions and deletions", () => {
    fc.assert(
      fc.property(
        fc.array(key),
        fc.array(change, { maxLength: 3000, size: "max" }),
        key,
        key,
        (first, changes, a, b) => {
          const entries = new SortedEntries<string>();
          const model = new Set(first);
          entries.load([...model].map((each) => [each, `v${each}`]));
          for (const each of changes) {
            if (each.adds) {
              model.add(each.key);
              entries.add(each.key, `v${each.key}`);
            } else {
              model.delete(each.key);
              entries.delete(each.key);
            }
          }
          const [from, to] = a < b ? [a, b] : [b, a];
          const within = [...model].filter((each) => each >= from && each < to).sort();
          expect([...entries.range(from, to)]).toEqual(within.map((each) => [each, `v${each}`]));
          expect([...entries.range(from, to, true)].map(([each]) => each)).toEqual(within.reverse());
          expect([...entries.range("", null)].map(([each]) => each)).toEqual([...model].sort());
        },
      ),
      { numRuns: 60 },
    );
  });
});
