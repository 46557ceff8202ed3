import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { mongo } from "mongoose";
import { testDatabaseUri } from "../../support/database";
import { byItself, inProcess, jsonOf, startScript } from "./tool";

const example = path.join(__dirname, "../../../docs/setup-template/example");

describe("the operator's tool", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "tool-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("prints one JSON value and nothing else, and tells by its exit code", async () => {
    const env = { MONGODB_URI: testDatabaseUri("tool") };
    const [done, refused, usage] = await Promise.all([
      inProcess(["books", "check", "--json"], env),
      inProcess(["link-code", "nowhere", "001", "--json"], env),
      inProcess(["books", "check", "more"], env),
    ]);
    expect(done).toMatchObject({ code: 0, err: [] });
    expect(jsonOf(done)).toMatchObject({ groups: 0, entries: 0, balanced: true, heads: {}, problems: [] });
    expect(refused).toEqual({
      code: 1,
      out: ['{"error":"There is no group nowhere."}'],
      err: ["There is no group nowhere."],
    });
    expect(usage).toMatchObject({ code: 2, out: [] });
  });

  it("works on the embedded database when nothing is configured, several commands at once", async () => {
    const env = { DATA_DIR: path.join(folder, "data") };
    const results = await Promise.all([
      inProcess(["setup", example, "--json"], env),
      inProcess(["jobs", "list", "--json"], env),
      inProcess(["outbox", "list", "--json"], env),
    ]);
    expect(results.map(({ code, err }) => ({ code, err }))).toEqual(results.map(() => ({ code: 0, err: [] })));
    expect(jsonOf(await inProcess(["books", "check", "--json"], env))).toMatchObject({ groups: 2, balanced: true });
    const left = await readdir(path.join(folder, "data/database"));
    expect(left.filter((name) => name.startsWith("command-"))).toEqual([]);
  });

  it("serves the embedded database alone until it is told to end", async () => {
    const child = startScript("scripts/sajja.ts", ["database", "serve", "--memory"], {});
    const [line] = (await once(createInterface(child.stdout as Readable), "line")) as [string];
    const { uri } = JSON.parse(line) as { uri: string };
    expect(uri).toMatch(/^mongodb:\/\/127\.0\.0\.1:\d+\/\?replicaSet=\w+$/);
    const client = await new mongo.MongoClient(uri).connect();
    await client.db("x").collection("y").insertOne({ z: 1 });
    expect(await client.db("x").collection("y").countDocuments()).toBe(1);
    await expect(client.db("admin").command({ configureFailPoint: "failCommand", mode: "off" })).rejects.toThrow();
    await client.close();
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([0, null]);
  });

  it("helps, and says what is wrong with a call or with the environment", async () => {
    expect(await byItself(["help"], {})).toMatchObject({ code: 0, err: [] });
    expect(await byItself([], {})).toMatchObject({ code: 2, out: [] });
    expect(await byItself(["dance", "--json"], {})).toMatchObject({
      code: 2,
      out: [],
      err: [expect.stringContaining("dance")],
    });
    expect(await byItself(["books", "check", "more"], {})).toMatchObject({ code: 2 });
    expect(await byItself(["database", "serve", "--port", "70000"], {})).toMatchObject({ code: 2 });
    const wrong = await byItself(["books", "check"], { PORT: "none", SAJJA_DATA_KEY: "secret" });
    expect(wrong).toMatchObject({
      code: 1,
      out: [],
      err: [expect.stringContaining("PORT"), expect.stringContaining("SAJJA_DATA_KEY")],
    });
    expect(wrong.err.join()).not.toContain("secret");
    const weak = await byItself(["books", "check"], { MONGODB_URI: "mongodb://127.0.0.1:1/x?w=0" });
    expect(weak).toMatchObject({ code: 1, err: [expect.stringContaining("w=0")] });
  });
});
