import { describe, expect, it } from "@jest/globals";
import { decodeDocument } from "../../src/embedded-mongodb/bson/decode";
import { encodeDocument } from "../../src/embedded-mongodb/bson/encode";
import { int32 } from "../../src/embedded-mongodb/bson/value";
import type { Doc, Value } from "../../src/embedded-mongodb/bson/value";
import { compileFilter } from "../../src/embedded-mongodb/query/filter";
import { compileProjection } from "../../src/embedded-mongodb/query/projection";
import { compileUpdate } from "../../src/embedded-mongodb/update/update";
import { failure, useEmbedded } from "./support";

function nested(levels: number): Doc {
  let doc: Doc = new Map<string, Value>([["a", int32(1)]]);
  for (let level = 1; level < levels; level += 1) doc = new Map([["a", doc]]);
  return doc;
}

describe("hostile documents", () => {
  it("may have 100 levels, not 101", () => {
    expect(decodeDocument(encodeDocument(nested(100)))).toEqual(nested(100));
    expect(() => encodeDocument(nested(101))).toThrow(/nested object depth/);
    expect(() => decodeDocument(encodeDocument(nested(101), 200))).toThrow(/nested object depth/);
  });

  it("are refused when damaged, with InvalidBSON", () => {
    const whole = encodeDocument(
      new Map<string, Value>([
        ["text", "ภาษา"],
        ["list", [int32(1), new Map([["b", true]])]],
        ["n", 5n],
      ]),
    );
    for (let at = 0; at < whole.length; at += 1) {
      expect(() => decodeDocument(whole.subarray(0, at))).toThrow();
      for (const byte of [0, 1, 0x7f, 0xff]) {
        const damaged = Buffer.from(whole);
        damaged[at] = byte;
        try {
          decodeDocument(damaged);
        } catch (error) {
          expect((error as { code?: number }).code ?? "none").toEqual(expect.any(Number));
        }
      }
    }
  });

  it("may name fields like JavaScript's own, and change no prototype", () => {
    const names = [
      "__proto__",
      "constructor",
      "prototype",
      "toString",
      "valueOf",
      "hasOwnProperty",
      "__defineGetter__",
    ];
    for (const name of names) {
      const { apply } = compileUpdate(new Map([["$set", new Map([[`${name}.prototype.x`, int32(1)]])]]));
      const { doc } = apply(new Map([["_id", int32(1)]]), false);
      const inner = new Map([["prototype", new Map([["x", int32(1)]])]]);
      expect(doc).toEqual(
        new Map<string, Value>([
          ["_id", int32(1)],
          [name, inner],
        ]),
      );
      expect(decodeDocument(encodeDocument(doc))).toEqual(doc);
      expect(compileFilter(new Map([[name, new Map([["$exists", true]])]]))(new Map())).toBe(false);
      expect(compileProjection(new Map([[name, int32(1)]]))(doc)).toEqual(doc);
    }
    expect(({} as { x?: unknown }).x).toBeUndefined();
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

describe("hostile commands", () => {
  const fixture = useEmbedded();

  it("leave the server alive", async () => {
    fixture.expectedRefusals.push("a regular expression", "the query operator $regex");
    const things = fixture.db.collection<{ _id: number }>("things");
    await things.insertOne({ _id: 1, t: `${"a".repeat(50_000)}!` } as never);
    expect(await failure(things.findOne({ t: /^(a+)+$/ } as never))).toMatchObject({ code: 238 });
    expect(await failure(things.findOne({ t: { $regex: "^(a+)+$" } } as never))).toMatchObject({ code: 238 });
    let deep: object = { $gt: 1 };
    for (let level = 0; level < 89; level += 1) deep = { $not: deep };
    expect(await things.findOne({ t: deep } as never)).not.toBeNull();
    let tooDeep: object = { a: 1 };
    for (let level = 0; level < 101; level += 1) tooDeep = { a: tooDeep };
    expect(await failure(things.insertOne({ _id: 2, a: tooDeep } as never))).toMatchObject({ code: 15 });
    const many = { $or: Array.from({ length: 20_000 }, (_, n) => ({ t: n })) };
    expect(await things.findOne(many as never)).toBeNull();
    const large = { _id: 3, t: "x".repeat(16 * 1024 * 1024) };
    expect((await failure(things.insertOne(large as never))).code ?? "by the driver").toBeDefined();
    const full = { _id: 4, t: "x".repeat(16 * 1024 * 1024 - 100) };
    await things.insertOne(full as never);
    expect(await failure(things.updateOne({ _id: 4 }, { $set: { u: "x".repeat(200) } } as never))).toMatchObject({
      code: 17419,
    });
    expect(await things.countDocuments({})).toBe(2);
  });
});
