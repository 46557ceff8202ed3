import { join } from "node:path";
import type { Config } from "../src/config";
import { startEmbedded } from "../src/embedded-mongodb/launch";
import { CommandMarks } from "./command-marks";

/** A database that can be connected to. */
export interface OpenDatabase {
  uri: string;
  /** False: it is embedded and this process serves it, so whoever worked on it before is gone. */
  attached: boolean;
  /** Ends what was started for it; a database that another process serves goes on. */
  stop(): Promise<void>;
}

/** How long a command of the operator's tool that serves the database is waited for, in milliseconds. */
const patienceMs = 10 * 60_000;

/** The folder of the embedded database. */
export function databaseFolder({ dataDir }: Pick<Config, "dataDir">): string {
  return join(dataDir, "database");
}

/**
 * The configured database, or the embedded one in the data folder: served by this process, or by another that does so already. A
 * `command` serves it for a moment only; nobody leans on one, everybody waits until it has ended. Throws an Error with a sentence
 * when the database cannot be opened.
 */
export async function openDatabase(
  config: Pick<Config, "mongodbUri" | "dataDir">,
  keeper: "server" | "command" = "server",
): Promise<OpenDatabase> {
  if (config.mongodbUri !== null) return { uri: config.mongodbUri, attached: true, stop: () => Promise.resolve() };
  const folder = databaseFolder(config);
  const marks = new CommandMarks(folder);
  const giveUpAt = Date.now() + patienceMs;
  for (;;) {
    if (keeper === "command") marks.set("starting");
    const database = await startEmbedded({ mode: "durable", dataDir: folder }).catch((error: unknown) => {
      marks.remove();
      throw error;
    });
    if (!database.attached) {
      marks.forgetServing();
      return keeper === "server" ? database : forAMoment(database, marks);
    }
    marks.remove();
    if (!(await outwait(marks, giveUpAt))) return database;
  }
}

function forAMoment(database: OpenDatabase, marks: CommandMarks): OpenDatabase {
  marks.set("serving");
  return { ...database, stop: () => database.stop().finally(() => marks.remove()) };
}

/** Waits while another command serves the database; false when none did. */
async function outwait(marks: CommandMarks, giveUpAt: number): Promise<boolean> {
  const undecided = new Set(marks.others("starting"));
  let waited = false;
  for (;;) {
    const serving = marks.others("serving").length > 0;
    waited ||= serving;
    if (!serving && !marks.others("starting").some((mark) => undecided.has(mark))) return waited;
    if (Date.now() > giveUpAt)
      throw new Error("Another command of sajja uses the database in DATA_DIR and does not end.");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
