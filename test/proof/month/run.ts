import { pause } from "../desk";
import { check, type Check } from "../report";
import { ServerProcess } from "../server-process";
import { onStage, withDatabase } from "../stage";
import { judgeMonth } from "./judge";
import { readPapers } from "./papers";
import { seedMonth } from "./people";
import { monthOf } from "./script";
import { does, type Tapped } from "./steps";

const port = 3395;
/** What papers are opened with: the account's own pages. */
const pages = { LINE_LOGIN_CHANNEL_ID: "1000000001", LIFF_ID: "1000000001-Simul8or" };

/** How long a month is, and how often the server is killed in it. */
export interface MonthOrder {
  kills: number;
  /** Members who transfer, at most as many as have LINE. */
  transfers: number;
}

/** The month of a group of a hundred, in which the server is killed again and again: each step is done at last, and once. */
export function month({ kills, transfers }: MonthOrder): Promise<Check[]> {
  return onStage(port, async (stage) => {
    const { simulator, databaseFolder, folder, env } = stage;
    const people = await withDatabase(stage, () => seedMonth(stage));
    const server = new ServerProcess({ ...env, ...pages, DATA_DIR: folder }, port);
    try {
      await server.start();
      const steps = await monthOf(people, transfers);
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
      const papers = await readPapers(people, port);
      await server.stop();
      return [
        check(`a month of ${steps.length} steps, killed ${died} times in it`, died === kills),
        ...(await withDatabase(stage, () => judgeMonth({ people, simulator, transfers, papers }))),
      ];
    } finally {
      await server.kill();
    }
  });
}

/** Somewhere within the next step. */
async function powerCut(server: ServerProcess): Promise<void> {
  await pause(Math.random() * 600);
  await server.kill();
  await server.start();
}
