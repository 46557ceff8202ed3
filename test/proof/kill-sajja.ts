import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { startEmbedded } from "../../src/embedded-mongodb/launch";
import { pause } from "./desk";
import { onField, type Field } from "./field";
import { judge } from "./judge";
import type { Check } from "./report";
import { ServerProcess } from "./server-process";
import { askNowAndThen, recordDeposits, tapUntil, type Deposit } from "./treasurers";

const port = 3391;
const ports = [3393, 3394] as const;

/**
 * Deposits and questions come in while the server and its database are killed again and again. Nothing may be lost or doubled, the
 * books balance, and every receipt reaches its member, marked as a copy where it comes twice.
 */
export function killSajja(kills: number): Promise<Check[]> {
  return onField(port, async (field) => {
    const server = new ServerProcess({ ...field.env, DATA_DIR: field.folder }, port);
    try {
      await server.start();
      const wanted = await workWhile(field, async () => {
        for (let i = 0; i < kills; i++) {
          await pause(800 + Math.random() * 2_500);
          await server.kill();
          await server.start();
        }
      });
      await workOff(field, server);
      await server.stop();
      return await judgeIn(field, `killed ${kills} times`, wanted);
    } finally {
      await server.kill();
    }
  });
}

/**
 * Two servers share one database that lives on; events go to one, or to the other when that one is gone, and each is killed in turn.
 * What one process began, the other takes over: the same must hold as for one.
 */
export function killOneOfTwo(kills: number): Promise<Check[]> {
  return onField(port, async (field) => {
    const database = await startEmbedded({ mode: "durable", dataDir: field.databaseFolder });
    const env = { ...field.env, DATA_DIR: field.folder, MONGODB_URI: database.uri };
    const servers = ports.map((each) => new ServerProcess(env, each));
    const balancer = await balance(port, ports);
    try {
      await Promise.all(servers.map((server) => server.start()));
      const wanted = await workWhile(field, async () => {
        for (let i = 0; i < kills; i++) {
          await pause(1_000 + Math.random() * 4_000);
          const server = servers[i % servers.length];
          await server?.kill();
          await server?.start();
        }
      });
      for (const server of servers) await workOff(field, server);
      await Promise.all(servers.map((server) => server.stop()));
      await database.stop();
      return await judgeIn(field, `one of two killed ${kills} times`, wanted);
    } finally {
      balancer.close();
      await Promise.all(servers.map((server) => server.kill()));
      await database.stop();
    }
  });
}

/** Treasurers record and members ask while `kill` goes on; gives the deposits that were confirmed to a treasurer. */
async function workWhile({ officers, savers }: Field, kill: () => Promise<void>): Promise<Deposit[]> {
  const [first] = officers;
  if (!first) throw new Error("there are officers");
  await tapUntil(first, "เปิดวันทำการ", /^ยืนยันเปิด/, /ทำการแล้ว/);
  const wanted: Deposit[] = [];
  let stopped = false;
  const work = [
    ...officers.map((officer, at) => recordDeposits(officer, at, wanted, () => stopped)),
    ...savers.map((saver) => askNowAndThen(saver, () => stopped)),
  ];
  await kill();
  stopped = true;
  await Promise.all(work);
  return wanted;
}

/** Lets what waits come to its end; everybody asks twice more, so that what rides on an answer arrives. */
async function workOff({ simulator, savers }: Field, server: ServerProcess): Promise<void> {
  await simulator.courier.idle();
  for (let round = 0; round < 2; round++) {
    for (const saver of savers) await saver.says("ยอดเงิน");
    await server.worksOff();
    await pause(3_000); // The answers of what was worked off last go out.
  }
}

async function judgeIn(field: Field, what: string, wanted: Deposit[]): Promise<Check[]> {
  const database = await startEmbedded({ mode: "durable", dataDir: field.databaseFolder });
  try {
    return await judge(field, database.uri, what, wanted);
  } finally {
    await database.stop();
  }
}

/** Hands every webhook to one of the ports in turn, or to the next where nobody listens; a connection that breaks is 502. */
async function balance(at: number, targets: readonly number[]): Promise<Server> {
  let turn = 0;
  const server = createServer((incoming, outgoing) => {
    const parts: Buffer[] = [];
    incoming.on("data", (part: Buffer) => parts.push(part));
    incoming.on("end", () => {
      turn++;
      const order = targets.map((_, n) => targets[(turn + n) % targets.length] ?? at);
      forward(incoming, Buffer.concat(parts), order, outgoing);
    });
  });
  await new Promise<void>((resolve) => server.listen(at, "127.0.0.1", resolve));
  return server;
}

function forward(incoming: IncomingMessage, body: Buffer, order: number[], outgoing: ServerResponse): void {
  const [port, ...others] = order;
  const { method, url, headers } = incoming;
  const call = request({ host: "127.0.0.1", port, method, path: url, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502);
    answer.pipe(outgoing);
  });
  call.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "ECONNREFUSED" && others.length > 0) forward(incoming, body, others, outgoing);
    else if (!outgoing.headersSent) outgoing.writeHead(502).end();
    else outgoing.destroy();
  });
  call.end(body);
}
