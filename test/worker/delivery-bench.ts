import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, jest } from "@jest/globals";
import { createSimulator, type ApiCall, type Person as Phone, type Simulator } from "../../scripts/simulator/core";
import { createClock, type Clock } from "../../src/clock";
import { laneCount, laneOf } from "../../src/domain/lanes";
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
import { isRough, useDatabase } from "../support/database";

const channelSecret = "test-channel-secret";
const accessToken = "test-access-token";
/** How long a call may take here: long enough for a busy machine, short enough for a test that lets it hang. */
const callTimeoutMs = 1_500;
/** Longer than a call takes, and short enough to wait for in a test. */
const orphanedAfterMs = 2_500;
/** A lease that outlives a lost round of renewing, and not a test that did not give it back. */
const lease = { leaseMs: 2_000, renewMs: 100 };
/** The lease of a process that is gone, or of one that has lost its lanes and does not know. */
const lostLease = { leaseMs: 1, renewMs: 600_000 };

/** Rows that a transaction of the bench writes: a rough database meets a conflict at one write in forty. */
const rowsAtOnce = 20;

type RowFacts = Partial<OutboxRow> & { text?: string };

/** A dispatcher with the simulator's LINE behind it, and an outbox that the tests fill by hand. */
export class DeliveryBench {
  simulator!: Simulator;
  alerts: string[] = [];
  /** The people's clock; tests move it. */
  offsetMs = 0;
  readonly clock: Clock = createClock(() => this.offsetMs);
  /** What went wrong with leases; nothing does, unless the database is rough. */
  readonly errors: unknown[] = [];
  private running: { dispatcher: Dispatcher | null; lanes: Lanes }[] = [];

  /**
   * A process that sends. It keeps its lanes as long as it lives, unless it is to lose them at once without knowing; an abandoned one
   * loses them too, and is never stopped in order.
   */
  async start(
    over: Partial<DispatcherOptions> & { losesLanes?: boolean; timeoutMs?: number; abandoned?: boolean } = {},
  ): Promise<Dispatcher> {
    const { timeoutMs = callTimeoutMs, abandoned = false, losesLanes = abandoned, ...options } = over;
    const lanes = await this.holdLanes(losesLanes);
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
      orphanedAfterMs,
      ...options,
    });
    this.running.push({ dispatcher: abandoned ? null : dispatcher, lanes });
    return dispatcher;
  }

  /** A process that knows that so many messages of the month are left. */
  async startKnowing(left: number): Promise<Dispatcher> {
    this.simulator.setQuota({ type: "limited", value: this.simulator.bill().used + left });
    const dispatcher = await this.start({ pollMs: 600_000 });
    dispatcher.start();
    const isTold = () =>
      this.simulator.calls().some(({ operation }) => operation === "getMessageQuotaConsumption") &&
      this.simulator.calls().some(({ operation }) => operation === "getMessageQuota");
    while (!isTold()) await pause(5);
    await pause(200);
    return dispatcher;
  }

  /** Waits until the processes have shared the lanes evenly. */
  async untilShared(): Promise<void> {
    const share = Math.ceil(laneCount / this.running.length);
    while (this.running.some(({ lanes }) => lanes.lanes.length !== share)) await pause(20);
  }

  /** Lanes of a process, all of those that nobody holds; a rough database may need several rounds. */
  private async holdLanes(areLost: boolean): Promise<Lanes> {
    const options = {
      ...(areLost ? lostLease : lease),
      onError: (error: unknown) => this.errors.push(error),
      onChange: () => undefined,
    };
    for (;;) {
      const lanes = new Lanes(options);
      await lanes.start();
      if (lanes.lanes.length > 0) return lanes;
      await lanes.stop();
      await pause(20);
    }
  }

  /** Lets a dispatcher look until nothing is due. What a call left without an answer is due again when its claim runs out. */
  async sendDue(dispatcher: Dispatcher): Promise<void> {
    await look(dispatcher);
    await sendUntil(dispatcher, async () => !(await this.hasDue()));
  }

  private async hasDue(): Promise<boolean> {
    const dueRow = { state: "waiting" as const, dueAt: { $ne: null, $lte: this.clock.now() } };
    const now = new Date();
    const dueDelivery = {
      $or: [{ state: "sending" as const }, { state: "ready" as const, nextAttemptAt: { $lte: now } }],
    };
    return (await OutboxModel.exists(dueRow)) !== null || (await DeliveryModel.exists(dueDelivery)) !== null;
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

  /** Puts one notice for many readers into the outbox, marked as one transaction marks it. */
  async putToAll(phones: readonly Pick<Phone, "id">[], over: RowFacts = {}): Promise<string[]> {
    const rows = markShared(phones.map((phone) => this.rowFor(phone, { kind: "link.replaced", ...over })));
    for (let at = 0; at < rows.length; at += rowsAtOnce)
      await inTransaction((tx) => enqueue(tx, rows.slice(at, at + rowsAtOnce)));
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
export async function look(dispatcher: Dispatcher): Promise<void> {
  await dispatcher.poll();
  await dispatcher.drain();
}

/** Lets a dispatcher look until the condition holds. */
export async function sendUntil(dispatcher: Dispatcher, holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error("it never came true");
    await look(dispatcher);
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Whatever a test does: a key goes with one body, and a multicast with distinct people and never a group chat. */
function checkMulticasts({ simulator }: DeliveryBench): void {
  expect(simulator.calls().flatMap(({ note }) => note ?? [])).toEqual([]);
  for (const { operation, requestBody } of simulator.calls()) {
    if (operation !== "multicast") continue;
    const { to } = requestBody as { to: string[] };
    expect(new Set(to).size).toBe(to.length);
    expect(to.filter((id) => !id.startsWith("U"))).toEqual([]);
  }
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
    checkMulticasts(bench);
    bench.simulator.clearTraffic();
    bench.simulator.setQuota({ type: "none" });
    if (!isRough) expect(bench.errors.splice(0)).toEqual([]);
    bench.alerts = [];
    bench.offsetMs = 0;
    // What a test left open is its own affair: the next one begins with an empty table.
    await OutboxModel.updateMany({ state: { $in: ["waiting", "sending", "parked"] } }, { $set: { state: "dropped" } });
    await DeliveryModel.updateMany({ state: { $ne: "done" } }, { $set: { state: "done" } });
    expect(await DeliveryModel.countDocuments({ state: { $ne: "done" } })).toBe(0);
  });
  return bench;
}
