import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { join } from "node:path";
import { run as backup } from "./backup";
import { run as killDatabase } from "./embedded-kill";
import { runImage } from "./image";
import { month } from "./month/run";
import { killLoans } from "./loans";
import { killOneOfTwo, killSajja } from "./kill-sajja";
import { check, type Check } from "./report";
import { killSetup } from "./setup";

const root = join(__dirname, "../..");
const short = process.argv.includes("--short");

/** The whole suite again (the short proof: some scenarios), on a database that shuffles, conflicts, drops connections and delays; its seed is printed. */
function roughScenarios(): Promise<Check[]> {
  const seed = String(randomInt(1, 1_000_000));
  const paths = short ? ["test/scenarios/balance", "test/scenarios/deposit"] : []; // Every test there is.
  const { status } = spawnSync("npx", ["jest", ...paths], {
    cwd: root,
    env: { ...process.env, ROUGH: seed },
    stdio: "inherit",
  });
  return Promise.resolve([check(`the suite in rough mode, seed ${seed}`, status === 0)]);
}

const programs: [string, () => Promise<Check[]>][] = [
  [
    "the embedded database, killed under load",
    async () =>
      (await killDatabase(short ? 5 : 30)).map(({ name, passed, failed }) =>
        check(`${name} (${passed} times)`, failed === 0 && passed > 0, `${failed} failed`),
      ),
  ],
  ["Sajja with its database, killed under load", () => killSajja(short ? 5 : 30)],
  ["two servers on one database, killed in turn", () => killOneOfTwo(short ? 3 : 30)],
  ["loans, killed between approval and payout", killLoans],
  ["backup of a running server, restore into an empty one", () => backup()],
  [
    "a month of a group of a hundred, killed in it",
    () => month(short ? { kills: 1, transfers: 3 } : { kills: 10, transfers: 20 }),
  ],
  ["setup of a network, killed in the middle", () => (short ? killSetup(30, 1) : killSetup(300, 3))],
  ["rough mode", roughScenarios],
  ...(short ? [] : [["the Dockerfile's lines in a clean folder", runImage] as [string, () => Promise<Check[]>]]),
];

async function main(): Promise<void> {
  let [passed, failed] = [0, 0];
  for (const [name, program] of programs) {
    console.log(`== ${name}`);
    const checks = await program().catch((error: unknown): Check[] => [
      check(name, false, error instanceof Error ? error.stack : String(error)),
    ]);
    for (const { name: what, ok, detail } of checks) {
      console.log(`${ok ? "ok    " : "FAILED"} ${what}${!ok && detail ? `: ${detail}` : ""}`);
      if (ok) passed++;
      else failed++;
    }
  }
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

void main();
