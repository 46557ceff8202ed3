import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, jest } from "@jest/globals";
import { createSimulator, type ApiCall, type Person as Phone, type Simulator } from "../../scripts/simulator/core";
import { createClock, type Clock } from "../../src/clock";
import { laneOf } from "../../src/domain/lanes";
import { noticeRule, type NoticeKind } from "../../src/domain/notices";
import { createLineClient } from "../../src/line/client";
import { DeliveryModel, type Delivery } from "../../src/storage/deliveries";
import { enqueue, OutboxModel, type OutboxRow } from "../../src/storage/outbox";
import { inTransaction } from "../../src/storage/tx";
import { createLog } from "../../src/telemetry/log";
import { createMetrics } from "../../src/telemetry/metrics";
import { Dispatcher, type DispatcherOptions } from "../../src/worker/dispatch-outbox";
import { Lanes } from "../../src/worker/lanes";
import { markShared } from "../../src/worker/sharing";
import { buildPerson } from "../support/builders";
import { useDatabase } from "../support/database";

const channelSecret = "test-channel-secret";
const accessToken = "test-access-token";
/** How long a call may take here: long enough for a busy machine, short enough for a test that lets it hang. */
const callTimeoutMs = 1_500;

type RowFacts = Partial<OutboxRow> & { text?: string };

/** A dispatcher with the simulator's LINE behind it, and an outbox that the tests fill by hand. */
export class DeliveryBench {
  simulator!: Simulator;
  alerts: string[] = [];
  /** The people's clock; tests move it. */
  offsetMs = 0;
  readonly clock: Clock = createClock(() => this.offsetMs);
  private running: { dispatcher: Dispatcher | null; lanes: Lanes }[] = [];

  /** A process that sends. Its lanes last as long as it lives, unless it is told to lose them; an abandoned one is never stopped in order. */
  async start(
    over: Partial<DispatcherOptions> & { leaseMs?: number; timeoutMs?: number; abandoned?: boolean } = {},
  ): Promise<Dispatcher> {
    const { leaseMs = 60_000, timeoutMs = callTimeoutMs, abandoned = false, ...options } = over;
    const lanes = new Lanes({ leaseMs, renewMs: 600_000, onError: fail, onChange: () => undefined });
    await lanes.start();
    const { origin } = this.simulator;
    const line = createLineClient(
      {
        channelSecrets: [channelSecret],
        accessToken,
        apiBaseUrl: origin,
        dataApiBaseUrl: origin,
        loginChannelId: null,
        liffId: null,
      },
      timeoutMs,
    );
    const dispatcher = new Dispatcher({
      lanes,
      clock: this.clock,
      line,
      log: createLog(process.env["TEST_LOG"] ?? "silent"),
      metrics: createMetrics(),
      alert: (code) => this.alerts.push(code),
      delays: { stopMs: 50, slowMs: 20, backoffMs: 20 },
      ...options,
    });
    this.running.push({ dispatcher: abandoned ? null : dispatcher, lanes });
    return dispatcher;
  }

  /** Ends every process, as an orderly stop does. */
  async stopAll(): Promise<void> {
    for (const { dispatcher, lanes } of this.running.splice(0)) {
      await dispatcher?.stop();
      await lanes.stop();
    }
  }

  /** A person with the account as her friend, in LINE and in the register of persons. */
  async phone(over: Parameters<typeof buildPerson>[1] = {}): Promise<Phone> {
    const phone = this.simulator.addUser({ name: "มาลี" });
    await buildPerson(phone.id, over);
    return phone;
  }

  /** Many people, each with the account as a friend. */
  async phones(many: number): Promise<Phone[]> {
    const phones = Array.from({ length: many }, () => this.simulator.addUser({ name: "มาลี" }));
    for (let at = 0; at < many; at += 50)
      await Promise.all(phones.slice(at, at + 50).map((phone) => buildPerson(phone.id)));
    return phones;
  }

  /** Puts a row into the outbox. */
  async put(phone: Pick<Phone, "id">, over: RowFacts = {}): Promise<string> {
    const row = this.rowFor(phone, over);
    await inTransaction((tx) => enqueue(tx, [row]));
    return row._id;
  }

  /** Puts one notice for many readers into the outbox, as one transaction does. */
  async putToAll(phones: readonly Pick<Phone, "id">[], over: RowFacts = {}): Promise<string[]> {
    const rows = markShared(phones.map((phone) => this.rowFor(phone, { kind: "link.replaced", ...over })));
    await inTransaction((tx) => enqueue(tx, rows));
    return rows.map((row) => row._id);
  }

  /** A row for the outbox. */
  rowFor(phone: Pick<Phone, "id">, over: RowFacts): OutboxRow {
    const { text = "ข้อความ", kind = "receipt.deposit", ...facts } = over;
    const rule = kind === "answer" ? { urgency: "ride" as const } : noticeRule(kind satisfies NoticeKind);
    const now = this.clock.now();
    return {
      _id: randomUUID(),
      chatId: phone.id,
      lane: laneOf(phone.id),
      personId: null,
      basis: null,
      kind,
      urgency: rule.urgency,
      messages: [{ type: "text", text }],
      asCopy: "money" in rule ? [{ type: "text", text: `สำเนา ${text}` }] : null,
      money: "money" in rule,
      state: "waiting",
      reply: null,
      createdAt: now,
      dueAt: rule.urgency === "now" ? now : null,
      expiresAt: null,
      attempts: 0,
      lastError: null,
      deliveryId: null,
      repeated: false,
      solo: 0,
      groupId: null,
      ...facts,
    };
  }

  /** Puts an answer into the outbox, with the reply token of something that the person says now. */
  async answer(phone: Phone, over: Parameters<DeliveryBench["put"]>[1] & { lifeMs?: number } = {}): Promise<string> {
    const { lifeMs = 50_000, ...facts } = over;
    const { webhookEventId, replyToken } = await phone.says("ถาม");
    const reply = { eventId: webhookEventId, token: replyToken ?? "", freshUntil: new Date(Date.now() + lifeMs) };
    return this.put(phone, { kind: "answer", text: "คำตอบ", reply, dueAt: this.clock.now(), ...facts });
  }

  /** How many of these rows are in each state. */
  async statesOf(ids: readonly string[]): Promise<Record<string, number>> {
    const rows = await OutboxModel.find({ _id: { $in: ids } }, { state: 1 }).lean<Pick<OutboxRow, "state">[]>();
    const counts: Record<string, number> = {};
    for (const { state } of rows) counts[state] = (counts[state] ?? 0) + 1;
    return counts;
  }

  row(id: string): Promise<OutboxRow> {
    return OutboxModel.findById(id).orFail().lean<OutboxRow>();
  }

  deliveriesTo(phone: Pick<Phone, "id">): Promise<Delivery[]> {
    return DeliveryModel.find({ chatId: phone.id }).sort({ createdAt: 1 }).lean<Delivery[]>();
  }

  /** Texts that arrived on a phone. */
  textsOn(phone: Phone): string[] {
    return phone.messages().flatMap(({ from, content }) => (from === "bot" ? [String(content["text"])] : []));
  }

  /** Calls that send, with what came of them. */
  sends(): Pick<ApiCall, "operation" | "status" | "retryKey" | "requestBody">[] {
    return this.simulator
      .calls()
      .filter(({ operation }) => ["replyMessage", "pushMessage", "multicast"].includes(operation ?? ""));
  }
}

/** Lets a dispatcher look once and waits until it has nothing at work. */
export async function sendDue(dispatcher: Dispatcher): Promise<void> {
  await dispatcher.poll();
  await dispatcher.drain();
}

/** Lets a dispatcher look until the condition holds. */
export async function sendUntil(dispatcher: Dispatcher, holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error("it never came true");
    await sendDue(dispatcher);
  }
}

function fail(error: unknown): never {
  throw error;
}

/** Sets up the bench for the tests of a file. */
export function useDeliveryBench(): DeliveryBench {
  jest.setTimeout(60_000);
  const bench = new DeliveryBench();
  afterAll(() => bench.simulator.stop());
  useDatabase();
  beforeAll(async () => {
    bench.simulator = createSimulator({ channelSecret, channelAccessToken: accessToken, quota: { type: "none" } });
    await bench.simulator.start();
  });
  afterEach(async () => {
    bench.simulator.clearFaults();
    await bench.stopAll();
    bench.simulator.clearTraffic();
    bench.simulator.setQuota({ type: "none" });
    bench.alerts = [];
    bench.offsetMs = 0;
    // What a test left open is its own affair: the next one begins with an empty table.
    await OutboxModel.updateMany({ state: { $in: ["waiting", "sending", "parked"] } }, { $set: { state: "dropped" } });
    await DeliveryModel.updateMany({ state: { $ne: "done" } }, { $set: { state: "done" } });
    expect(await DeliveryModel.countDocuments({ state: { $ne: "done" } })).toBe(0);
  });
  return bench;
}
