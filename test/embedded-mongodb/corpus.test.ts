import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { EJSON } from "bson";
import type { Document } from "bson";
import mongoose from "mongoose";
import { startEmbedded } from "../../src/embedded-mongodb/launch";
import type { Embedded } from "../../src/embedded-mongodb/launch";

/** One expectation. `$c` in a command stands for the collection that holds the documents. */
interface Case {
  filter?: Document;
  ids?: unknown[];
  document?: Document | null;
  documents?: Document[];
  update?: Document | Document[];
  arrayFilters?: Document[];
  upsert?: boolean;
  becomes?: Document;
  modified?: boolean;
  projection?: Document;
  result?: Document | Document[];
  sort?: Document;
  pipeline?: Document[];
  command?: Document;
  reply?: Document;
  after?: Document[];
  /** MongoDB's error code. */
  code?: number;
  /** MongoDB does this, the embedded database refuses it. */
  refused?: boolean;
}

interface Group {
  /** Section of the MongoDB manual that says so. */
  manual: string;
  documents?: Document[];
  cases: Case[];
}

const folder = join(__dirname, "corpus");
const exact = { promoteValues: false, bsonRegExp: true };
let embedded: Embedded | undefined;
let client: mongoose.mongo.MongoClient;
let collections = 0;

beforeAll(async () => {
  if (process.env["MONGODB_URI"] === undefined)
    embedded = await startEmbedded({ mode: "memory", log: () => undefined });
  client = await new mongoose.mongo.MongoClient(process.env["MONGODB_URI"] ?? embedded?.uri ?? "").connect();
});

afterAll(async () => {
  await client.db("corpus").dropDatabase();
  await client.close();
  await embedded?.stop();
});

/** Extended JSON takes `{"$regex": …}` and `{"$ref": …}` for values: where they are operators and fields, the corpus writes `$_regex`. */
function unescaped(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unescaped);
  if (Object.getPrototypeOf(value ?? 0) !== Object.prototype) return value;
  return Object.fromEntries(
    Object.entries(value as Document).map(([name, inner]) => [name.replace(/^\$_/, "$"), unescaped(inner)]),
  );
}

/** Text that is the same for the same BSON, types included. */
function canonical(value: unknown): string {
  return EJSON.stringify(value, { relaxed: false });
}

function inAnyOrder(documents: readonly unknown[]): string[] {
  return documents.map(canonical).sort();
}

async function makeCollection(documents: readonly Document[]): Promise<string> {
  const name = `c${(collections += 1)}`;
  await client.db("corpus").createCollection(name);
  if (documents.length > 0)
    await client
      .db("corpus")
      .collection(name)
      .insertMany([...documents] as never[]);
  return name;
}

/** The command that a case stands for. */
function commandOf(given: Case, collection: string): Document {
  if (given.command) {
    return Object.fromEntries(
      Object.entries(given.command).map(([name, value]) => [name, value === "$c" ? collection : value]),
    );
  }
  if (given.update) {
    const { update, filter = {}, arrayFilters, upsert } = given;
    const statement = { q: filter, u: update, ...(arrayFilters && { arrayFilters }), ...(upsert && { upsert }) };
    return { update: collection, updates: [statement] };
  }
  if (given.pipeline) return { aggregate: collection, pipeline: given.pipeline, cursor: {} };
  const { filter = {}, sort, projection } = given;
  return { find: collection, filter, ...(sort && { sort }), ...(projection && { projection }) };
}

/** The reply, or that of the error with its code on top. */
async function run(command: Document): Promise<Document> {
  try {
    const reply = await client.db("corpus").command(command, exact);
    const failure = (reply["writeErrors"] as Document[] | undefined)?.[0];
    return failure ? { ...reply, ...failure } : reply;
  } catch (error) {
    const { code, errmsg, message } = error as mongoose.mongo.MongoServerError;
    if (typeof code !== "number" && typeof (code as unknown as { value: unknown })?.value !== "number") throw error;
    return { ok: 0, code, errmsg: errmsg ?? message };
  }
}

async function check(given: Case, documents: readonly Document[]): Promise<void> {
  const collection = await makeCollection(documents);
  const reply = await run(commandOf(given, collection));
  if (given.refused) {
    expect(Number(reply["code"])).toBe(238);
    expect(String(reply["errmsg"])).toMatch(/^embedded: /);
  } else expect(Number(reply["code"] ?? 0)).toBe(Number(given.code ?? 0));
  if (given.reply) for (const [name, value] of Object.entries(given.reply)) checkField(reply[name], value, name);
  if (given.code !== undefined || given.refused) await checkAfter(collection, given.after);
  else await checkResult(given, reply, collection);
}

/** Documents of a reply may have further fields; `distinct` gives its values in any order. */
function checkField(found: unknown, expected: unknown, name = ""): void {
  if (name === "values") return expect(inAnyOrder(found as unknown[])).toEqual(inAnyOrder(expected as unknown[]));
  const isPlain = Object.getPrototypeOf(expected ?? 0) === Object.prototype;
  if (!isPlain) return expect(canonical({ x: found })).toBe(canonical({ x: expected }));
  for (const [name, value] of Object.entries(expected as Document)) checkField((found as Document)[name], value);
}

async function checkResult(given: Case, reply: Document, collection: string): Promise<void> {
  const batch = ((reply["cursor"] as Document | undefined)?.["firstBatch"] ?? []) as Document[];
  if (given.ids) {
    const ids = batch.map((document) => document["_id"] as unknown);
    if (given.sort) expect(canonical(ids)).toBe(canonical(given.ids));
    else expect(inAnyOrder(ids)).toEqual(inAnyOrder(given.ids));
  }
  if (given.projection) expect(canonical(batch)).toBe(canonical([given.result]));
  if (given.pipeline) {
    const isSorted = given.pipeline.some((stage) => "$sort" in stage);
    if (isSorted) expect(canonical(batch)).toBe(canonical(given.result));
    else expect(inAnyOrder(batch)).toEqual(inAnyOrder(given.result as Document[]));
  }
  if (given.update) {
    await checkAfter(collection, given.becomes ? [given.becomes] : []);
    if (given.document) expect(Number(reply["nModified"])).toBe(given.modified === false ? 0 : 1);
  }
  await checkAfter(collection, given.after);
}

async function checkAfter(collection: string, after: Document[] | undefined): Promise<void> {
  if (!after) return;
  const found = await client.db("corpus").collection(collection).find({}, exact).toArray();
  expect(inAnyOrder(found)).toEqual(inAnyOrder(after));
}

describe.each(readdirSync(folder).filter((name) => name.endsWith(".json")))("corpus %s", (file) => {
  const groups = unescaped(EJSON.parse(readFileSync(join(folder, file), "utf8"), { relaxed: false })) as Group[];
  for (const group of groups) {
    describe(group.manual, () => {
      for (const given of group.cases) {
        const documents = given.documents ?? (given.document ? [given.document] : (group.documents ?? []));
        const { documents: _documents, ...rest } = given;
        // A real server does what is refused here.
        const test = given.refused && process.env["MONGODB_URI"] !== undefined ? it.skip : it;
        test(EJSON.stringify(rest), () => check(given, documents));
      }
    });
  }
});
