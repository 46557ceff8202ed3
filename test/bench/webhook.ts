import { fork, type ChildProcess } from "node:child_process";
import { createHmac, randomBytes } from "node:crypto";
import { Agent, request } from "node:http";
import { join } from "node:path";
import type { Measurement } from "./embedded";
import { startEmbeddedProcess } from "./embedded-process";

const secret = "bench-channel-secret";
const rounds = 11;
const requestsPerRound = 600;
const connections = 32;
/** CPU of ours against bare, by events in a request: goal, and what must hold. */
const limits = new Map([
  [1, { goal: 4, most: 5 }],
  [10, { goal: 8.5, most: 11 }],
]);

class Peer {
  private constructor(
    private readonly child: ChildProcess,
    private readonly port: number,
  ) {}

  static async start(kind: string, uri = ""): Promise<Peer> {
    const child = fork(join(__dirname, "webhook-server.ts"), [kind, secret, uri], { execArgv: ["--import", "tsx"] });
    const { port } = await new Promise<{ port: number }>((resolve) =>
      child.once("message", resolve as (message: unknown) => void),
    );
    return new Peer(child, port);
  }

  stop(): void {
    this.child.kill();
  }

  /** CPU of the server's process alone, in microseconds a request. */
  async measure(events: number): Promise<number> {
    const before = await this.cpu();
    await this.load(events);
    return ((await this.cpu()) - before) / requestsPerRound;
  }

  private async cpu(): Promise<number> {
    const answer = new Promise<{ cpu: NodeJS.CpuUsage }>((resolve) =>
      this.child.once("message", resolve as (message: unknown) => void),
    );
    this.child.send("cpu");
    const { cpu } = await answer;
    return cpu.user + cpu.system;
  }

  private async load(events: number): Promise<void> {
    const agent = new Agent({ keepAlive: true, maxSockets: connections });
    let left = requestsPerRound;
    const worker = async () => {
      while (left-- > 0) await this.post(agent, bodyOf(events));
    };
    await Promise.all(Array.from({ length: connections }, worker));
    agent.destroy();
  }

  private post(agent: Agent, body: Buffer): Promise<void> {
    const signature = createHmac("sha256", secret).update(body).digest("base64");
    const headers = {
      "content-type": "application/json",
      "content-length": body.length,
      "x-line-signature": signature,
    };
    return new Promise((resolve, reject) => {
      const req = request(
        { agent, port: this.port, host: "127.0.0.1", method: "POST", path: "/webhook", headers },
        (res) => {
          res.resume();
          res.on("end", () => (res.statusCode === 200 ? resolve() : reject(new Error(`status ${res.statusCode}`))));
        },
      );
      req.on("error", reject);
      req.end(body);
    });
  }
}

function bodyOf(events: number): Buffer {
  const event = () => ({
    type: "message",
    mode: "active",
    timestamp: Date.now(),
    webhookEventId: randomBytes(13).toString("hex").toUpperCase(),
    deliveryContext: { isRedelivery: false },
    source: { type: "user", userId: `U${randomBytes(16).toString("hex")}` },
    replyToken: randomBytes(16).toString("hex"),
    message: {
      id: "1234567890",
      type: "text",
      quoteToken: randomBytes(40).toString("base64"),
      text: "ขอดูยอดสัจจะเดือนนี้หน่อยค่ะ",
    },
  });
  return Buffer.from(
    JSON.stringify({ destination: `U${"0".repeat(32)}`, events: Array.from({ length: events }, event) }),
  );
}

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** CPU a request of the webhook against a bare server and against LINE's middleware in Express; the store runs in a process of its own. */
export async function measureWebhook(): Promise<Measurement[]> {
  const database = await startEmbeddedProcess();
  const [bare, peer, ours] = [
    await Peer.start("bare"),
    await Peer.start("peer"),
    await Peer.start("ours", database.uri),
  ];
  const table: Measurement[] = [];
  for (const [events, limit] of limits) {
    for (const server of [bare, peer, ours]) await server.measure(events);
    const ratios = { bare: [] as number[], peer: [] as number[], us: [] as number[] };
    for (let round = 0; round < rounds; round++) {
      const [cpuBare, cpuPeer, cpuOurs] = [
        await bare.measure(events),
        await peer.measure(events),
        await ours.measure(events),
      ];
      ratios.us.push(cpuOurs);
      ratios.bare.push(cpuOurs / cpuBare);
      ratios.peer.push(cpuPeer / cpuOurs);
    }
    const name = `webhook, ${events} event${events > 1 ? "s" : ""} a request`;
    const ratio = median(ratios.bare);
    table.push({ name: `${name}: CPU`, value: Math.round(median(ratios.us)), unit: "us/request" });
    table.push({
      name: `${name}: CPU against bare node:http`,
      value: ratio,
      unit: "x",
      goal: `<= ${limit.goal}, at most ${limit.most}`,
      met: ratio <= limit.most,
    });
    table.push({
      name: `${name}: Express + SDK middleware (stores nothing) against ours`,
      value: median(ratios.peer),
      unit: "x",
    });
  }
  for (const server of [bare, peer, ours]) server.stop();
  database.stop();
  return table;
}
