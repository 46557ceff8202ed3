import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { openDatabase } from "../../scripts/open-database";

describe("the embedded database of one folder", () => {
  let dataDir: string;
  let holder: ChildProcessWithoutNullStreams | undefined;
  beforeEach(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), "open-"));
  });
  afterEach(async () => {
    holder?.kill("SIGKILL");
    await rm(dataDir, { recursive: true, force: true });
  });

  async function hold(keeper: "command" | "server"): Promise<ChildProcessWithoutNullStreams> {
    const script = path.join(__dirname, "hold-database.ts");
    holder = spawn(process.execPath, ["--import", "tsx", script, dataDir, keeper], { stdio: "pipe" });
    await once(holder.stdout, "data");
    return holder;
  }

  it("is served by a server that others use at once", async () => {
    const server = await hold("server");
    const database = await openDatabase({ mongodbUri: null, dataDir }, "command");
    await database.stop();
    expect(server.exitCode).toBe(null);
    server.stdin.end();
    expect(await once(server, "exit")).toEqual([0, null]);
  });

  it("is taken over from a command, which nobody leans on, once that has ended", async () => {
    const command = await hold("command");
    let opened = false;
    const opening = openDatabase({ mongodbUri: null, dataDir }).then((database) => {
      opened = true;
      return database;
    });
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(opened).toBe(false);
    command.stdin.end();
    await once(command, "exit");
    const database = await opening;
    // It serves by itself now: a command beside it uses it and leaves it running.
    const beside = await hold("command");
    beside.stdin.end();
    expect(await once(beside, "exit")).toEqual([0, null]);
    await database.stop();
  });

  it("is not kept waiting by the mark of a command that was killed", async () => {
    const killed = await hold("command");
    killed.kill("SIGKILL");
    await once(killed, "exit");
    await writeFile(path.join(dataDir, "database", "command-no-number"), "serving");
    const server = await hold("server");
    const database = await openDatabase({ mongodbUri: null, dataDir });
    await database.stop();
    server.stdin.end();
    expect(await once(server, "exit")).toEqual([0, null]);
  });

  it("is not touched where MONGODB_URI names another", async () => {
    const database = await openDatabase({ mongodbUri: "mongodb://127.0.0.1:1/x", dataDir });
    expect(database.uri).toBe("mongodb://127.0.0.1:1/x");
    await database.stop();
  });
});
