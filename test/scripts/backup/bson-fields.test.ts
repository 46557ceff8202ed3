import { describe, expect, it } from "@jest/globals";
import * as bson from "bson";
import fc from "fast-check";
import { comesBackWhole, fieldsOf } from "../../../scripts/backup/bson-fields";

/** BSON of one field `v` of a type, with its value's bytes. */
function documentWith(type: number, value: Buffer, name = "v"): Buffer {
  const body = Buffer.concat([Buffer.alloc(4), Buffer.from([type]), Buffer.from(`${name}\0`), value, Buffer.alloc(1)]);
  body.writeInt32LE(body.length);
  return body;
}

function text(value: string): Buffer {
  const bytes = Buffer.from(`${value}\0`);
  const length = Buffer.alloc(4);
  length.writeInt32LE(bytes.length);
  return Buffer.concat([length, bytes]);
}

const values: [string, unknown][] = [
  ["double", new bson.Double(1)],
  ["double -0", new bson.Double(-0)],
  ["double NaN", new bson.Double(Number.NaN)],
  ["string", "สัจจะ 🌾"],
  ["empty string", ""],
  ["document", { b: 1, a: { c: null } }],
  ["document that looks like a reference", { $ref: "x", $id: 1, $db: "y", more: 2 }],
  ["array", [1, "two", [], {}, null]],
  ["binary", new bson.Binary(Buffer.from([0, 1, 2]))],
  ["binary of the old kind", new bson.Binary(Buffer.from([0, 1, 2]), 2)],
  ["uuid", new bson.UUID()],
  ["object id", new bson.ObjectId()],
  ["true", true],
  ["false", false],
  ["date", new Date("1950-03-01T00:00:00.001Z")],
  ["null", null],
  ["regex", new bson.BSONRegExp("^a/b", "ix")],
  ["code", new bson.Code("f()")],
  ["code with scope", new bson.Code("f()", { a: 1 })],
  ["symbol", new bson.BSONSymbol("s")],
  ["int32", new bson.Int32(-1)],
  ["timestamp", new bson.Timestamp({ t: 5, i: 4_294_967_295 })],
  ["long", bson.Long.MIN_VALUE],
  ["small long", bson.Long.fromNumber(1)],
  ["decimal", bson.Decimal128.fromString("1.20E+3")],
  ["min key", new bson.MinKey()],
  ["max key", new bson.MaxKey()],
];

describe("documents of a backup", () => {
  it.each(values)("keep a %s byte for byte", (_name, value) => {
    const document = Buffer.from(bson.serialize({ _id: "x", value, nested: [{ value }] }));
    expect(Buffer.from(bson.serialize(fieldsOf(document))).equals(document)).toBe(true);
    expect(comesBackWhole(document)).toBe(true);
  });

  it("keep field names and their order whatever JavaScript makes of them", () => {
    const fields = new Map<string, unknown>([
      ["_id", "x"],
      ["12", 1],
      ["2", 2],
      ["__proto__", { constructor: 1 }],
      ["toBSON", 3],
      ["_bsontype", "Int32"],
      ["", 4],
    ]);
    const document = Buffer.from(bson.serialize(fields));
    expect([...fieldsOf(document).keys()]).toEqual([...fields.keys()]);
    expect(comesBackWhole(document)).toBe(true);
  });

  it("keep any document", () => {
    const leaf = fc.oneof(
      fc.string(),
      fc.double(),
      fc.integer(),
      fc.boolean(),
      fc.date({ noInvalidDate: true }),
      fc.constant(null),
    );
    const document = fc.dictionary(
      fc.string({ maxLength: 5 }).filter((name) => !name.includes("\0")),
      fc.oneof(leaf, fc.array(leaf, { maxLength: 4 }), fc.dictionary(fc.constantFrom("a", "b", "7"), leaf)),
    );
    fc.assert(fc.property(document, (fields) => comesBackWhole(Buffer.from(bson.serialize(fields)))));
  });

  it("are told apart when they hold what no driver writes any more", () => {
    expect(comesBackWhole(documentWith(0x06, Buffer.alloc(0)))).toBe(false);
    expect(comesBackWhole(documentWith(0x0c, Buffer.concat([text("x"), Buffer.alloc(12)])))).toBe(false);
    expect(comesBackWhole(documentWith(0x42, Buffer.alloc(4)))).toBe(false);
    expect(comesBackWhole(documentWith(0x02, Buffer.concat([text("x").subarray(0, 4), Buffer.from([0xff, 0])])))).toBe(
      false,
    );
    expect(comesBackWhole(Buffer.from([9, 0, 0, 0, 2, 0x76, 0, 99, 0]))).toBe(false);
  });
});
