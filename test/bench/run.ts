import { measureEmbedded, type Measurement } from "./embedded";
import { measureRoad } from "./road";
import { measureSchedules } from "./schedules";
import { measureWebhook } from "./webhook";

const tables: [string, () => Promise<Measurement[]>][] = [
  ["webhook", measureWebhook],
  ["road", measureRoad],
  ["embedded database", measureEmbedded],
  ["schedules", measureSchedules],
];

/** `npm run bench [-- <table>…]`: prints each table; timings are indications, ratios of one run are the anchors. */
async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  let missed = 0;
  for (const [name, measure] of tables.filter(([one]) => wanted.length === 0 || wanted.includes(one))) {
    console.log(`\n== ${name}`);
    for (const { name: what, value, unit, goal, met } of await measure()) {
      if (met === false) missed++;
      const figure = Number.isInteger(value) ? String(value) : value.toFixed(2);
      console.log(`${what}: ${figure} ${unit}${goal ? ` (goal ${goal}${met === false ? ", MISSED" : ""})` : ""}`);
    }
  }
  process.exit(missed === 0 ? 0 : 1);
}

void main();
