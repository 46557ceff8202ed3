import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSimulator, type Simulator } from "../../scripts/simulator/core";
import type { Person as Phone } from "../../scripts/simulator/people/person";
import { localDateOf } from "../../src/domain/dates";
import { startEmbedded } from "../../src/embedded-mongodb/launch";
import { connectDatabase, disconnectDatabase, ensureIndexes } from "../../src/storage/connection";
import { buildGroup, buildMember, buildPerson } from "../support/builders";

const secret = "proof-channel-secret";
const token = "proof-access-token";

/** Treasurers and members of the group that deposits and asks. */
export const treasurers = 3;
/** Members who save, numbered from 101 on. */
export const members = 12;

/** A group with phones, LINE's stand-in and a database on disk, while servers come and go. */
export interface Field {
  simulator: Simulator;
  officers: Phone[];
  savers: Phone[];
  /** The database's own folder inside `folder`. */
  databaseFolder: string;
  folder: string;
  /** What a server needs to work here, its database apart. */
  env: NodeJS.ProcessEnv;
}

/** Lays out a field whose webhooks go to a port, gives it to `use`, and clears it away. */
export async function onField<T>(webhookPort: number, use: (field: Field) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "sajja-proof-"));
  const simulator = createSimulator({
    channelSecret: secret,
    channelAccessToken: token,
    webhookUrl: `http://127.0.0.1:${webhookPort}/webhook`,
    quota: { type: "none" },
    redelivery: { enabled: true, delaysMs: [500, 1_000, 2_000, 4_000, 8_000, 16_000] },
  });
  const { origin } = await simulator.start();
  try {
    const databaseFolder = join(folder, "database");
    const phones = await seed(databaseFolder, simulator);
    return await use({
      simulator,
      ...phones,
      databaseFolder,
      folder,
      env: {
        LINE_CHANNEL_SECRET: secret,
        LINE_CHANNEL_ACCESS_TOKEN: token,
        LINE_API_BASE_URL: origin,
        LINE_DATA_API_BASE_URL: origin,
        SAJJA_SIMULATOR: "off",
        SAJJA_DATA_KEY: "0".repeat(64),
        LOG_LEVEL: "error",
      },
    });
  } finally {
    await simulator.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function seed(databaseFolder: string, simulator: Simulator): Promise<Pick<Field, "officers" | "savers">> {
  const database = await startEmbedded({ mode: "durable", dataDir: databaseFolder });
  await connectDatabase(database.uri);
  await ensureIndexes();
  const group = await buildGroup({ today: localDateOf(new Date()) });
  const officers: Phone[] = [];
  for (let i = 1; i <= treasurers; i++) {
    const phone = simulator.addUser({ name: `เหรัญญิก ${i}` });
    const person = await buildPerson(phone.id);
    await buildMember(group, {
      memberNo: `00${i}`,
      personId: person._id,
      office: { committee: "executive", position: "treasurer" },
    });
    officers.push(phone);
  }
  const savers: Phone[] = [];
  for (let i = 1; i <= members; i++) {
    const phone = simulator.addUser({ name: `สมาชิก ${i}` });
    const person = await buildPerson(phone.id);
    await buildMember(group, { memberNo: String(100 + i), personId: person._id });
    savers.push(phone);
  }
  await disconnectDatabase();
  await database.stop();
  return { officers, savers };
}
