import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSimulator, type Simulator } from "../../scripts/simulator/core";
import { startEmbedded } from "../../src/embedded-mongodb/launch";
import { connectDatabase, disconnectDatabase, ensureIndexes } from "../../src/storage/connection";

const secret = "proof-channel-secret";
const token = "proof-access-token";

/** LINE's stand-in and folders on disk, while servers come and go. */
export interface Stage {
  simulator: Simulator;
  folder: string;
  /** The database's own folder inside `folder`. */
  databaseFolder: string;
  /** What a server needs to work here, its database apart. */
  env: NodeJS.ProcessEnv;
}

/** Sets up a stage whose webhooks go to a port, gives it to `use`, and clears it away. */
export async function onStage<T>(webhookPort: number, use: (stage: Stage) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "sajja-proof-"));
  const simulator = createSimulator({
    channelSecret: secret,
    channelAccessToken: token,
    webhookUrl: `http://127.0.0.1:${webhookPort}/webhook`,
    quota: { type: "none" },
    redelivery: { enabled: true, delaysMs: [500, 1_000, 2_000, 4_000, 8_000, 16_000] },
  });
  const { origin } = await simulator.start();
  const env = {
    LINE_CHANNEL_SECRET: secret,
    LINE_CHANNEL_ACCESS_TOKEN: token,
    LINE_API_BASE_URL: origin,
    LINE_DATA_API_BASE_URL: origin,
    SAJJA_SIMULATOR: "off",
    SAJJA_DATA_KEY: "0".repeat(64),
    LOG_LEVEL: "error",
  };
  try {
    return await use({ simulator, folder, databaseFolder: join(folder, "database"), env });
  } finally {
    await simulator.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Opens the database of a stage while no server has it, with the indexes that a new one needs, and closes it again. */
export async function withDatabase<T>({ databaseFolder }: Stage, use: (uri: string) => Promise<T>): Promise<T> {
  const database = await startEmbedded({ mode: "durable", dataDir: databaseFolder });
  try {
    await connectDatabase(database.uri);
    await ensureIndexes();
    return await use(database.uri);
  } finally {
    await disconnectDatabase();
    await database.stop();
  }
}
