import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { BSONRegExp, BSONSymbol, Binary, Code, Decimal128, Long, MaxKey, MinKey, serialize } from "bson";
import type { Document } from "bson";
import { useEmbedded } from "../support";
import { WireClient, opMsg } from "../wire-client";

const given = useEmbedded();
given.expectedRefusals.push("");

let wire: WireClient;
beforeEach(async () => {
  wire = await WireClient.open(given.database.uri);
});
afterEach(async () => {
  wire.close();
  // After each attack the server lives, and an object without fields has none.
  await given.db.collection("clean").insertOne({});
  expect(await given.db.collection("clean").findOne({}, { projection: { _id: 0 } })).toEqual({});
});

const command = (fields: Document) => wire.command({ ...fields, $db: "h" });
const hello = serialize({ hello: 1, $db: "admin" });
const body = (document: Uint8Array) => Buffer.concat([Buffer.of(0), document]);

describe("a message", () => {
  it("with a wrong length closes the connection", async () => {
    for (const length of [0, 15, -1, 48_000_001, 0x7fffffff]) {
      const client = await WireClient.open(given.database.uri);
      expect(await client.raw(opMsg(body(hello), 0, length))).toBeNull();
    }
  });

  it("with a broken envelope closes the connection", async () => {
    const broken = [
      opMsg(Buffer.of(7, 0, 0, 0, 0, 0, 0)),
      opMsg(Buffer.concat([body(hello), body(hello)])),
      opMsg(body(hello), 4),
      opMsg(Buffer.concat([body(hello), Buffer.of(1, 2, 3, 4, 5)])),
      opMsg(Buffer.alloc(0)),
      opMsg(body(Buffer.of(100, 0, 0, 0, 0))),
      opMsg(Buffer.concat([body(hello), Buffer.alloc(4)]), 1),
    ];
    for (const bytes of broken) {
      const client = await WireClient.open(given.database.uri);
      expect(await client.raw(bytes)).toBeNull();
    }
    const unknown = opMsg(body(hello));
    unknown.writeInt32LE(2002, 12);
    expect(await wire.raw(unknown)).toBeNull();
  });

  it("may have document sequences, no answer, and come in pieces", async () => {
    const documents = Buffer.concat([serialize({ n: 1 }), serialize({ n: 2 })]);
    const name = Buffer.from("documents\0");
    const head = Buffer.alloc(5);
    head[0] = 1;
    head.writeInt32LE(4 + name.length + documents.length, 1);
    const insert = body(serialize({ insert: "pieces", $db: "h" }));
    const message = opMsg(Buffer.concat([insert, head, name, documents]), 2);
    for (const byte of message) wire.socket.write(Buffer.of(byte));
    expect(await command({ count: "pieces" })).toMatchObject({ n: 2, ok: 1 });
  });

  it("damaged at any byte of its document is answered with an error or closes the connection", async () => {
    const good = serialize({ find: "c", filter: { a: [1, "x", { b: Long.fromNumber(5) }] }, $db: "h" });
    for (let place = 0; place < good.length; place += 1) {
      const bad = Buffer.from(good);
      bad[place] = (bad[place] as number) ^ 0x55;
      const client = await WireClient.open(given.database.uri);
      const reply = await client.body(bad).catch(() => ({ ok: 0 }));
      expect([0, 1]).toContain(reply.ok);
      client.close();
    }
  });
});

describe("a document", () => {
  it("with names that mean something to JavaScript is kept as it is and changes nothing else", async () => {
    await command({ insert: "names", documents: [{ _id: 1 }] });
    const paths = [
      "__proto__.x",
      "constructor.prototype.x",
      "toString",
      "a.__proto__.y",
      "valueOf.z",
      "hasOwnProperty",
    ];
    for (const path of paths) {
      const named = Object.fromEntries([[path, 1]]);
      const updates = [{ q: { _id: 1 }, u: { $set: named } }];
      expect(await command({ update: "names", updates })).toMatchObject({ n: 1, nModified: 1 });
      expect(await command({ count: "names", query: named })).toMatchObject({ n: 1 });
    }
    await command({ insert: "names", documents: [{ _id: 2 }] });
    expect((await command({ find: "names", filter: { _id: 2 } })).cursor.firstBatch).toEqual([{ _id: 2 }]);
    expect(await command({ count: "names", query: { toString: { $exists: true } } })).toMatchObject({ n: 1 });
  });

  it("with dollars or dots in names, or an unfit _id, is refused or kept where MongoDB keeps it", async () => {
    const insert = async (document: Document) => {
      const reply = await command({ insert: "dollars", documents: [document] });
      return (reply.code ?? reply.writeErrors?.[0].code) as number | undefined;
    };
    expect(await insert({ $set: 1 })).toBe(238);
    expect(await insert({ _id: { $x: 1 } })).toBe(52);
    expect(await insert({ _id: [1] })).toBe(53);
    expect(await insert({ "a.b": 1, inner: { $x: 1, "": 2 } })).toBeUndefined();
    const unstored = [new Decimal128("1.5"), new BSONRegExp("x"), new MinKey(), new MaxKey()];
    for (const value of [new Code("x"), new BSONSymbol("x"), new Code("x", { a: 1 }), ...unstored]) {
      expect(await insert({ value })).toBe(238);
    }
  });

  it("of 16 MB is kept, one byte more is refused, and so are 101 levels", async () => {
    const room = 16 * 1024 * 1024 - serialize({ _id: 1, bytes: new Binary(Buffer.alloc(0)) }).length;
    const insert = (_id: number, bytes: number) =>
      command({ insert: "large", documents: [{ _id, bytes: new Binary(Buffer.alloc(bytes)) }] });
    expect(await insert(1, room)).toMatchObject({ n: 1 });
    expect((await insert(2, room + 1)).writeErrors?.[0].code).toBe(2);
    expect((await command({ find: "large" })).cursor.firstBatch[0].bytes.length()).toBe(room);
    const deep = (levels: number): Document => (levels === 0 ? {} : { a: deep(levels - 1) });
    expect(await command({ insert: "deep", documents: [deep(99)] })).toMatchObject({ n: 1 });
    const refused = await command({ insert: "deep", documents: [deep(100)] });
    expect(refused.writeErrors?.[0].code ?? refused.code).toBe(15);
    expect(await command({ find: "deep", filter: deep(4000) })).toMatchObject({ ok: 0, code: 15 });
  });
});

describe("a command", () => {
  it("that is unknown is 59, a field that is unknown is 238, on empty collections too", async () => {
    expect(await command({ mapReduce: "c" })).toMatchObject({ ok: 0, code: 59, codeName: "CommandNotFound" });
    const refusals: Document[] = [
      { configureFailPoint: "x", mode: "off" },
      { find: "none", hint: { a: 1 } },
      { find: "none", collation: { locale: "th" } },
      { find: "none", tailable: true },
      { insert: "none", documents: [{}], writeConcern: { w: 2 } },
      { insert: "none", documents: [{}], stmtIds: [0] },
      { find: "none", filter: { $where: "1" } },
      { find: "none", filter: { $or: [{ a: { $near: [1, 2] } }] } },
      { aggregate: "none", pipeline: [{ $lookup: {} }], cursor: {} },
      { aggregate: "none", pipeline: [], cursor: {}, explain: true },
      { aggregate: 1, pipeline: [], cursor: {} },
      { update: "none", updates: [{ q: {}, u: { $bit: { a: { and: 1 } } } }] },
      { update: "none", updates: [{ q: {}, u: { $set: { a: 1 } }, hint: "x" }] },
      { update: "none", updates: [{ q: {}, u: [{ $set: { a: 1 } }] }] },
      { delete: "none", deletes: [{ q: {}, limit: 1, collation: {} }] },
      { create: "none", capped: true },
      { create: "none", validator: {} },
    ];
    for (const refused of refusals) {
      const reply = await command(refused);
      expect([refused, reply.code, reply.codeName]).toEqual([refused, 238, "NotImplemented"]);
      expect(reply.errmsg).toMatch(/^embedded: /);
    }
    expect((await command({ listCollections: 1, filter: { name: "none" } })).cursor.firstBatch).toEqual([]);
  });

  it("with nonsense for arguments is an error with a code, never an internal one", async () => {
    const nonsense: Document[] = [
      { find: 5 },
      { find: "" },
      { find: "c", filter: 1 },
      { find: "c", limit: -1 },
      { find: "c", sort: { a: 2 } },
      { find: "c", batchSize: "x" },
      { insert: "c" },
      { insert: "c", documents: [] },
      { insert: "c", documents: [1] },
      { insert: "a$b", documents: [{}] },
      { update: "c", updates: [{}] },
      { update: "c", updates: [{ q: {}, u: 5 }] },
      { delete: "c", deletes: [{ q: {}, limit: 2 }] },
      { findAndModify: "c", query: {}, remove: true, update: {} },
      { aggregate: "c", pipeline: [{}], cursor: {} },
      { aggregate: "c", pipeline: [] },
      { distinct: "c" },
      { getMore: 5, collection: "c" },
      { createIndexes: "c", indexes: [{ name: "x" }] },
      { createIndexes: "c", indexes: [{ key: { a: 0 }, name: "x" }] },
      { createIndexes: "c", indexes: [{ key: { _id: 1 }, name: "x", sparse: true }] },
      { find: "c", lsid: { id: 5 } },
      { find: "c", txnNumber: 1 },
      { commitTransaction: 1 },
      { find: "c", readConcern: { level: "snapshot" } },
      { insert: "c", documents: [{}], writeConcern: 5 },
    ];
    for (const fields of nonsense) {
      const reply = await command(fields);
      expect([fields, reply.ok, typeof reply.code, reply.code !== 1]).toEqual([fields, 0, "number", true]);
    }
  });
});
