import { ConfigError, readConfig, type Config } from "../../src/config";
import { LineRejectedError, LineUnreachableError } from "../../src/line/errors";
import { connectDatabase, DatabaseUnfitError, disconnectDatabase, ensureIndexes } from "../../src/storage/connection";
import { databaseFormat, findDatabaseInfo } from "../../src/storage/database-info";
import { BackupError } from "../backup/backup-error";
import { DataKeyError } from "../data-key";
import { openDatabase } from "../open-database";
import { nameOf, parseInput, type Command } from "./command";
import { exitCode, RefusedError, UsageError, type ExitCode, type ToolContext } from "./context";
import { lineSentence } from "./line-check";
import { commands } from "./table";

/** Where a command reads its settings and prints. */
export interface ToolIo {
  env: NodeJS.ProcessEnv;
  out(line: string): void;
  err(line: string): void;
}

/** Runs one command of the operator's tool from its words to its exit code: opens the database it needs and closes it again. */
export async function runTool(argv: readonly string[], io: ToolIo): Promise<ExitCode> {
  const json = argv.includes("--json");
  return guarded(json, io, async () => {
    const found = findCommand(argv);
    if (found === "help") {
      for (const line of helpLines()) io.out(line);
      return exitCode.done;
    }
    const { command, rest } = found;
    const input = parseInput(command, rest);
    const config = readConfig(io.env);
    const run = (context: ToolContext) => command.run(input, context);
    if (command.needs === "nothing") return run({ json, config, now: new Date(), out: io.out, err: io.err });
    return withDatabase(config, command, (now) => run({ json, config, now, out: io.out, err: io.err }));
  });
}

/** Runs one command on the database that is connected already. */
export async function runConnected(argv: readonly string[], context: Omit<ToolContext, "json">): Promise<ExitCode> {
  const json = argv.includes("--json");
  return guarded(json, context, async () => {
    const found = findCommand(argv);
    if (found === "help") throw new UsageError("Name a command.");
    return found.command.run(parseInput(found.command, found.rest), { ...context, json });
  });
}

async function withDatabase(
  config: Config,
  { needs }: Command,
  run: (now: Date) => Promise<ExitCode>,
): Promise<ExitCode> {
  const database = await openDatabase(config, "command");
  try {
    await connectDatabase(database.uri);
    const info = await findDatabaseInfo();
    if (info?.restoring)
      throw new RefusedError(
        "This database is half restored: empty it (drop it, or delete the folder database in DATA_DIR) and run sajja restore again.",
      );
    if (info && info.format !== databaseFormat)
      throw new RefusedError(`This database has format ${info.format}; this version reads ${databaseFormat}.`);
    if (needs === "indexes") await ensureIndexes();
    // The people's clock: a trial may have moved it.
    return await run(new Date(Date.now() + (info?.clockOffsetMs ?? 0)));
  } finally {
    await disconnectDatabase();
    await database.stop();
  }
}

function findCommand(argv: readonly string[]): { command: Command; rest: string[] } | "help" {
  const words = argv.filter((word) => word !== "--json");
  if (["help", "--help", "-h"].includes(words[0] ?? "")) return "help";
  const command = commands.find((one) => {
    const name = nameOf(one).split(" ");
    return name.every((word, index) => words[index] === word);
  });
  if (!command)
    throw new UsageError(
      words.length === 0
        ? helpLines().join("\n")
        : `There is no command ${words.slice(0, 2).join(" ")}: sajja help lists them.`,
    );
  return { command, rest: words.slice(nameOf(command).split(" ").length) };
}

function helpLines(): string[] {
  return ["Usage: sajja <command> [--json]", ...commands.map(({ usage, about }) => `  ${usage}\n      ${about}`)];
}

async function guarded(
  json: boolean,
  io: Pick<ToolIo, "out" | "err">,
  run: () => Promise<ExitCode>,
): Promise<ExitCode> {
  try {
    return await run();
  } catch (error) {
    const sentences = sentencesOf(error);
    for (const sentence of sentences) io.err(sentence);
    if (error instanceof UsageError) return exitCode.usage;
    if (json) io.out(JSON.stringify({ error: sentences.join(" ") }));
    return exitCode.refused;
  }
}

/** One sentence for each thing that is wrong. */
function sentencesOf(error: unknown): string[] {
  if (error instanceof ConfigError) return [...error.problems];
  if (error instanceof LineRejectedError || error instanceof LineUnreachableError) return [lineSentence(error)];
  const known = [UsageError, RefusedError, BackupError, DataKeyError, DatabaseUnfitError];
  if (known.some((kind) => error instanceof kind)) return [(error as Error).message];
  const { name = "Error", message = "" } = (error ?? {}) as Partial<Error>;
  if (name.endsWith("ServerSelectionError"))
    return ["The database does not answer: check MONGODB_URI, and that MongoDB runs."];
  const [firstLine = ""] = message.split("\n");
  return [`The command did not end (${name}: ${firstLine}).`];
}
