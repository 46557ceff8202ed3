import { createSimulator, type Simulator } from "../../scripts/simulator/core";
import type { Person as Phone } from "../../scripts/simulator/people/person";
import { readConfig } from "../../src/config";
import { localDateOf } from "../../src/domain/dates";
import { baht } from "../../src/domain/money";
import { createLineClient } from "../../src/line/client";
import { startSajja, type Sajja } from "../../src/sajja";
import { connectDatabase, disconnectDatabase, ensureIndexes } from "../../src/storage/connection";
import { createLog } from "../../src/telemetry/log";
import { buildGroup, buildMember, buildPerson } from "../support/builders";
import type { Measurement } from "./embedded";
import { startEmbeddedProcess } from "./embedded-process";

const sizes = [
  { name: "1 group of 100", groups: 1, members: 100 },
  { name: "1 group of 5,000", groups: 1, members: 5_000 },
  { name: "100 groups of 100", groups: 100, members: 100 },
];
const askers = 20;
const questions = 300;

/** Event in → reply out, at three sizes: p50, p99 and CPU an event; CPU at most 1.5 times the smallest. */
export async function measureRoad(): Promise<Measurement[]> {
  const table: Measurement[] = [];
  const cpus: number[] = [];
  for (const size of sizes) {
    const { p50, p99, cpu } = await measureSize(size.groups, size.members);
    cpus.push(cpu);
    table.push(
      { name: `road, ${size.name}: p50`, value: p50, unit: "ms" },
      { name: `road, ${size.name}: p99`, value: p99, unit: "ms" },
    );
    const ratio = cpu / (cpus[0] ?? cpu);
    table.push({
      name: `road, ${size.name}: CPU`,
      value: Math.round(cpu),
      unit: "us/event (database and simulator apart)",
    });
    table.push({
      name: `road, ${size.name}: CPU against the smallest`,
      value: ratio,
      unit: "x",
      goal: "<= 1.5",
      met: ratio <= 1.5,
    });
  }
  return table;
}

async function measureSize(groups: number, members: number): Promise<{ p50: number; p99: number; cpu: number }> {
  const database = await startEmbeddedProcess();
  await connectDatabase(database.uri);
  await ensureIndexes();
  const simulator = createSimulator({
    channelSecret: "bench-channel-secret",
    channelAccessToken: "bench-token",
    quota: { type: "none" },
  });
  const { origin } = await simulator.start();
  const phones = await settle(simulator, groups, members);
  const sajja = await start(origin);
  simulator.set({ webhookUrl: `http://127.0.0.1:${sajja.port}/webhook` });
  for (const phone of phones) await ask(phone);
  const times: number[] = [];
  const before = process.cpuUsage();
  for (let i = 0; i < questions; i++) times.push(await ask(phones[i % phones.length] as Phone));
  const used = process.cpuUsage(before);
  await sajja.stop();
  await simulator.stop();
  await disconnectDatabase();
  database.stop();
  times.sort((a, b) => a - b);
  return {
    p50: times[Math.floor(questions / 2)] ?? 0,
    p99: times[Math.floor(questions * 0.99)] ?? 0,
    cpu: (used.user + used.system) / questions,
  };
}

async function settle(simulator: Simulator, groups: number, members: number): Promise<Phone[]> {
  const phones: Phone[] = [];
  for (let g = 0; g < groups; g++) {
    const group = await buildGroup({ today: localDateOf(new Date()) });
    for (let m = 1; m <= members; m++) {
      const asks = phones.length < askers && m <= Math.ceil(askers / groups);
      const phone = asks ? simulator.addUser({ name: `สมาชิก ${m}` }) : null;
      const person = phone ? await buildPerson(phone.id) : null;
      await buildMember(group, {
        memberNo: String(m).padStart(4, "0"),
        ...(person ? { personId: person._id, pledgeSavings: baht(1_000) } : {}),
      });
      if (phone) phones.push(phone);
    }
  }
  return phones;
}

function start(origin: string): Promise<Sajja> {
  const config = readConfig({
    PORT: "0",
    LINE_CHANNEL_SECRET: "bench-channel-secret",
    LINE_CHANNEL_ACCESS_TOKEN: "bench-token",
    LINE_API_BASE_URL: origin,
    LINE_DATA_API_BASE_URL: origin,
    SAJJA_SIMULATOR: "on",
    SAJJA_ROLES: "web,worker",
    LOG_LEVEL: "silent",
  });
  return startSajja({ config, line: createLineClient(config.line), log: createLog("silent") });
}

async function ask(phone: Phone): Promise<number> {
  const from = phone.messages().length + 1;
  const asked = performance.now();
  await phone.says("ยอดเงิน");
  while (phone.messages().length <= from) await new Promise((resolve) => setTimeout(resolve, 1));
  return performance.now() - asked;
}
