import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSimulator } from "../../../scripts/simulator/core";
import { pause } from "../desk";
import { check, type Check } from "../report";
import { ServerProcess } from "../server-process";
import { judgeMonth } from "./judge";
import { seedMonth } from "./people";
import { monthOf } from "./script";
import { does, type Tapped } from "./steps";

const [secret, token] = ["proof-channel-secret", "proof-access-token"];
const port = 3395;

/** The month of a group of a hundred, in which the server is killed again and again: each step is done at last, and once. */
export async function month(kills: number): Promise<Check[]> {
  const folder = mkdtempSync(join(tmpdir(), "sajja-month-"));
  const simulator = createSimulator({
    channelSecret: secret,
    channelAccessToken: token,
    webhookUrl: `http://127.0.0.1:${port}/webhook`,
    quota: { type: "none" },
    redelivery: { enabled: true, delaysMs: [500, 1_000, 2_000, 4_000, 8_000, 16_000] },
  });
  const { origin } = await simulator.start();
  const databaseFolder = join(folder, "database");
  const env = {
    LINE_CHANNEL_SECRET: secret,
    LINE_CHANNEL_ACCESS_TOKEN: token,
    LINE_API_BASE_URL: origin,
    LINE_DATA_API_BASE_URL: origin,
    SAJJA_SIMULATOR: "off",
    SAJJA_DATA_KEY: "0".repeat(64),
    LOG_LEVEL: "error",
    DATA_DIR: folder,
  };
  const server = new ServerProcess(env, port);
  try {
    const people = await seedMonth(databaseFolder, simulator);
    await server.start();
    const steps = monthOf(people);
    const killsBefore = new Set(
      Array.from({ length: kills }, (_, n) => Math.floor(((n + 0.5) * steps.length) / kills)),
    );
    const tapped: Tapped = new Set();
    let died = 0;
    for (const [at, step] of steps.entries()) {
      const cut = killsBefore.has(at) ? powerCut(server).then(() => died++) : Promise.resolve(0);
      await does(step, databaseFolder, tapped);
      await cut;
    }
    await simulator.courier.idle();
    await server.worksOff();
    await pause(3_000); // The answers of what was worked off last go out.
    await server.stop();
    return [
      check(`a month of ${steps.length} steps, killed ${died} times in it`, died === kills),
      ...(await judgeMonth(databaseFolder, people, simulator)),
    ];
  } finally {
    await server.kill();
    await simulator.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Somewhere within the next step. */
async function powerCut(server: ServerProcess): Promise<void> {
  await pause(Math.random() * 600);
  await server.kill();
  await server.start();
}
