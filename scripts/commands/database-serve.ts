import { startEmbedded, type Embedded } from "../../src/embedded-mongodb/launch";
import { databaseFolder } from "../open-database";
import { textOf, type Command } from "./command";
import { exitCode, RefusedError, UsageError } from "./context";

/** `sajja database serve`: serves the embedded database alone on this machine's loopback, until it is told to end. */
export const databaseServe: Command = {
  usage: "database serve [--port <port>] [--memory] [--test-commands]",
  about: "serves the embedded database alone on 127.0.0.1, for mongosh, Compass and test suites, and stays",
  options: { port: { type: "string" }, memory: { type: "boolean" }, "test-commands": { type: "boolean" } },
  needs: "nothing",
  async run(input, context) {
    const database = await start(input.options["memory"] === true, {
      dataDir: databaseFolder(context.config),
      port: portOf(textOf(input, "port")),
      testCommands: input.options["test-commands"] === true,
    });
    context.out(JSON.stringify({ uri: database.uri }));
    await new Promise<void>((resolve) => {
      process.once("SIGTERM", resolve);
      process.once("SIGINT", resolve);
    });
    await database.stop();
    return exitCode.done;
  },
};

async function start(
  memory: boolean,
  { dataDir, ...options }: { dataDir: string; port: number; testCommands: boolean },
): Promise<Embedded> {
  const mode = memory ? ({ mode: "memory" } as const) : ({ mode: "durable", dataDir } as const);
  const database = await startEmbedded({ ...mode, ...options, listen: "tcp" }).catch((error: unknown) => {
    throw new RefusedError(`The database did not start (${error instanceof Error ? error.message : ""}).`);
  });
  if (!database.attached) return database;
  throw new RefusedError("Another process serves the database in DATA_DIR already: stop it first, or use --memory.");
}

function portOf(text: string | undefined): number {
  const port = Number(text ?? 0);
  if (!/^\d{1,5}$/.test(text ?? "0") || port > 65535) throw new UsageError("--port is a number from 0 to 65535.");
  return port;
}
