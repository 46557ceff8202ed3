import { existsSync } from "node:fs";
import { join } from "node:path";
import { readConfig, ConfigError, isLoopback, type Config } from "./config";
import { createLineClient, type LineClient } from "./line/client";
import { endHungConnections } from "./line/timeouts";
import { connectDatabase, DatabaseUnfitError, disconnectDatabase, ensureIndexes } from "./storage/connection";
import { databaseFormat, getDatabaseInfo, stampLive } from "./storage/database-info";
import { startSajja, type Sajja } from "./sajja";
import { createLog, type Log } from "./telemetry/log";

/** Thrown when a database and a process do not belong together: the sentence says why. */
export class WrongDatabaseError extends Error {
  override name = "WrongDatabaseError";
}

/** Connects, checks whose database it is, and starts this process's roles. */
export async function runServer(
  config: Config & { mongodbUri: string },
  { pagesFolder }: { pagesFolder?: string } = {},
): Promise<Sajja> {
  const log = createLog(config.logLevel);
  endHungConnections(10_000);
  const line = createLineClient(config.line);
  await connectDatabase(config.mongodbUri);
  await ensureIndexes();
  await checkOwner(config, line);
  const sajja = await startSajja({ config, line, log, ...(pagesFolder === undefined ? {} : { pagesFolder }) });
  log.info({ port: sajja.port, roles: config.roles }, "Sajja runs");
  stopOnSignal(sajja, log);
  return sajja;
}

/**
 * The first process with credentials and the real LINE stamps the database live with its bot's id. On a live database no process
 * without that bot's credentials starts a role.
 */
async function checkOwner(config: Config, line: LineClient): Promise<void> {
  const info = await getDatabaseInfo();
  if (info.format !== databaseFormat)
    throw new WrongDatabaseError(`This database has format ${info.format}; this version reads ${databaseFormat}.`);
  if (info.restoring)
    throw new WrongDatabaseError("This database is half restored: empty it and run sajja restore again.");
  const isReal = config.hasCredentials && !isLoopback(config.line.apiBaseUrl);
  if (!isReal && info.liveBotUserId === null) return;
  if (!isReal)
    throw new WrongDatabaseError(
      "This is a live database: it needs the LINE credentials of its bot, and no simulator.",
    );
  const { userId } = await line.botInfo();
  if (info.liveBotUserId === null) await stampLive(userId);
  else if (info.liveBotUserId !== userId)
    throw new WrongDatabaseError("This is the live database of another LINE account.");
}

function stopOnSignal(sajja: Sajja, log: Log): void {
  const stop = (signal: NodeJS.Signals) => {
    log.info({ signal }, "stopping");
    void sajja
      .stop()
      .then(() => disconnectDatabase())
      .then(() => process.exit(0));
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}

/** Tells in one sentence why the server did not start, and ends the process. */
export function failStart(error: unknown): never {
  const known =
    error instanceof ConfigError || error instanceof DatabaseUnfitError || error instanceof WrongDatabaseError;
  const sentence = known
    ? error.message
    : `Sajja did not start (${error instanceof Error ? error.name : "error"}: ${error instanceof Error ? error.message : ""}).`;
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

if (require.main === module) {
  Promise.resolve()
    .then(() => {
      const config = readConfig(process.env);
      if (config.mongodbUri === null)
        throw new ConfigError(["MONGODB_URI is required here; npm start brings its own database"]);
      // The image has the pages built beside the program.
      const pagesFolder = join(__dirname, "../pages");
      return runServer({ ...config, mongodbUri: config.mongodbUri }, existsSync(pagesFolder) ? { pagesFolder } : {});
    })
    .catch(failStart);
}
