import { createClock, type Clock } from "../src/clock";
import { readConfig, type Config } from "../src/config";
import { failStart, runServer } from "../src/main";
import { connectDatabase, disconnectDatabase, ensureIndexes } from "../src/storage/connection";
import { getDatabaseInfo, setClockOffset } from "../src/storage/database-info";
import { findNetwork } from "../src/storage/groups";
import { forgetLeases } from "../src/storage/leases";
import { inTransaction } from "../src/storage/tx";
import { createLog } from "../src/telemetry/log";
import { readDataKeys } from "./data-key";
import { writeDemo } from "./demo/write-demo";
import { databaseFolder, openDatabase, type OpenDatabase } from "./open-database";
import { builtPage, webPages } from "./page-build";
import { startTrial } from "./trial";

/** `npm start`: fills in what the configuration leaves out (database, demo network, simulator), then runs the server. */
async function start(): Promise<void> {
  const config = withDataKey(readConfig(process.env));
  const database = await openDatabase(config);
  await prepare(config, database);
  if (!config.simulator) {
    const pages = config.line.liffId === null ? {} : { pagesFolder: await builtPage(webPages) };
    await runServer({ ...config, mongodbUri: database.uri }, pages);
    return;
  }
  const trial = await startTrial(config, { now: () => people.clock.now(), moveClock });
  const sajja = await runServer(
    { ...config, line: trial.line, publicBaseUrl: trial.publicBaseUrl, mongodbUri: database.uri },
    { pagesFolder: await builtPage(webPages) },
  );
  people.clock = sajja.clock;
  await trial.meet(`http://127.0.0.1:${sajja.port}`);
  process.stdout.write(`\n  Sajja runs. Chat with it here:  ${trial.origin}\n\n`);
}

/** A trial that names no key has one of its own, in its data folder. */
function withDataKey(config: Config): Config {
  return { ...config, dataKeys: readDataKeys(config, { make: true }) };
}

/** Makes ready what the server will find: no lanes of dead processes, and for a trial without a network the invented one. */
async function prepare(config: Config, { uri, attached }: OpenDatabase): Promise<void> {
  if (attached && !config.simulator) return;
  await connectDatabase(uri);
  if (!attached) await takeOver(config);
  if (config.simulator) await seedDemo();
  await disconnectDatabase();
}

/** Leases in an embedded database are of processes that ended with it; the next one need not wait until they run out. */
async function takeOver(config: Config): Promise<void> {
  createLog(config.logLevel).info(
    { folder: databaseFolder(config) },
    "embedded database: for one machine, trials and small groups",
  );
  await forgetLeases();
}

async function seedDemo(): Promise<void> {
  await ensureIndexes();
  const network = await inTransaction((tx) => findNetwork(tx));
  if (!network) await writeDemo(new Date());
}

/** The people's clock of a trial; Sajja's own as soon as that runs. */
const people: { clock: Clock } = { clock: createClock() };

/** The database keeps the clock's offset. An event of the new time must not meet the old one in Sajja, so this waits until Sajja follows. */
async function moveClock(byMs: number): Promise<void> {
  const offsetMs = (await getDatabaseInfo()).clockOffsetMs + byMs;
  await setClockOffset(offsetMs);
  while (Math.abs(people.clock.now().getTime() - Date.now() - offsetMs) > 1_000) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

if (require.main === module) start().catch(failStart);
