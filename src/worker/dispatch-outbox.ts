import { randomUUID } from "node:crypto";
import type { Clock } from "../clock";
import { laneCount, laneOf } from "../domain/lanes";
import type { LineClient } from "../line/client";
import { LineUnreachableError } from "../line/errors";
import { findUnfinished, storeDelivery, takeOverDelivery, type Delivery } from "../storage/deliveries";
import {
  bindRows,
  countRowAttempts,
  findDueChats,
  findOpenRows,
  findRowsOfDelivery,
  moveRows,
  type OutboxRow,
} from "../storage/outbox";
import { inTransaction } from "../storage/tx";
import { errorCode, type Log } from "../telemetry/log";
import type { Alert, Metrics } from "../telemetry/metrics";
import { ChatQueue } from "./chat-queue";
import type { Lanes } from "./lanes";
import { nextPack, staleAnswers, type Pack } from "./packing";
import { PushBudget } from "./push-budget";
import { RateLimit } from "./rate-limit";
import { checkRights } from "./rights";
import { isKeyAlive, settleError, settleSent, usualDelays, type SendDelays, type Settled } from "./settle";

export interface DispatcherOptions {
  lanes: Lanes;
  clock: Clock;
  line: LineClient;
  log: Log;
  metrics: Metrics;
  alert: Alert;
  pollMs?: number;
  /** A delivery that was being sent is taken to be orphaned after this, in milliseconds: longer than any call to LINE takes. */
  orphanedAfterMs?: number;
  delays?: SendDelays;
  /** LINE's limit of replies and of pushes a second, for all processes together. */
  limitPerSecond?: number;
}

/** How often the month's quota is read, in milliseconds. */
const budgetEveryMs = 60 * 60_000;

/** Sends what the outbox holds: packs what one reader is to get, stores the delivery before its first attempt, and settles what LINE says. */
export class Dispatcher {
  private readonly queue: ChatQueue;
  private readonly limits: Record<Delivery["channel"], RateLimit>;
  private timer: NodeJS.Timeout | undefined;
  private silentUntil = 0;
  private readonly budget = new PushBudget();
  private budgetTimer: NodeJS.Timeout | undefined;

  constructor(private readonly options: DispatcherOptions) {
    this.queue = new ChatQueue(
      (chatId) => this.runChat(chatId),
      16,
      (error) => options.log.error({ code: errorCode(error) }, "outbox loop"),
    );
    const share = () => ((options.limitPerSecond ?? 2_000) * options.lanes.lanes.length) / laneCount;
    this.limits = { reply: new RateLimit(share), push: new RateLimit(share) };
  }

  /** Begins to look for due messages, besides being woken. */
  start(): void {
    this.timer = setInterval(() => void this.poll(), this.options.pollMs ?? 1_000);
    this.budgetTimer = setInterval(() => void this.readBudget(), budgetEveryMs);
    void this.readBudget();
    void this.poll();
  }

  /** Lets what runs end, and sends nothing new. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    clearInterval(this.budgetTimer);
    await this.queue.stop();
  }

  /** These chats have something in the outbox. */
  wake(chatIds: readonly string[]): void {
    for (const chatId of chatIds) if (this.options.lanes.lanes.includes(laneOf(chatId))) this.queue.ask(chatId);
  }

  /** Resolves when nothing is being sent. */
  drain(): Promise<void> {
    return this.queue.drain();
  }

  /** Looks for due messages and for deliveries that were left unfinished. */
  async poll(): Promise<void> {
    if (Date.now() < this.silentUntil) return;
    const lanes = [...this.options.lanes.lanes];
    try {
      for (const delivery of await findUnfinished(lanes, new Date())) this.queue.ask(delivery.chatId);
      for (const chatId of await findDueChats(lanes, this.options.clock.now(), 500)) this.queue.ask(chatId);
    } catch (error) {
      this.options.log.error({ code: errorCode(error) }, "outbox poll");
    }
  }

  private async readBudget(): Promise<void> {
    await this.budget
      .refresh(this.options.line)
      .catch((error: unknown) => this.options.log.warn({ code: errorCode(error) }, "quota"));
  }

  private async runChat(chatId: string): Promise<void> {
    await this.finishOld(chatId);
    for (let calls = 0; calls < 50 && Date.now() >= this.silentUntil; calls++) {
      const pack = await this.packFor(chatId);
      if (!pack) return;
      const delivery = await this.store(chatId, pack);
      if (!delivery) continue; // Another process took some of the rows: look again.
      const settled = await this.send(delivery, pack.rows);
      if (!settled.again && settled.result !== "sent") return;
    }
  }

  /** Deliveries of this chat that are to be repeated, or that a process which is gone was sending. */
  private async finishOld(chatId: string): Promise<void> {
    for (const found of await findUnfinished([laneOf(chatId)], new Date(), chatId)) {
      const delivery = await takeOverDelivery(found, this.options.lanes.holder, this.orphanedAt());
      if (!delivery) continue;
      const mayRepeat = isKeyAlive(delivery) && delivery.channel === "push";
      const rows = await findRowsOfDelivery(delivery._id);
      if (mayRepeat) {
        await countRowAttempts(delivery.rowIds);
        await this.send(delivery, rows);
      } else {
        // It may have arrived: a reply has no key, and LINE forgets a push's after a day.
        const error = new LineUnreachableError("timeout");
        this.count(delivery, rows, await settleError(this.settling(delivery, rows), error));
      }
    }
  }

  private async packFor(chatId: string): Promise<Pack | null> {
    const times = { now: this.options.clock.now(), real: new Date() };
    const open = await findOpenRows(chatId);
    if (open.length === 0) return null;
    const { rows, dropped, quiet } = await checkRights(chatId, open, times.now);
    for (const { row, reason } of dropped) {
      await moveRows([row._id], ["waiting", "parked"], { state: "dropped", lastError: reason });
      this.options.metrics.sends.inc({ channel: "none", kind: row.kind, result: reason });
    }
    await moveRows(
      quiet.map((row) => row._id),
      ["waiting"],
      { dueAt: null },
    );
    const stale = staleAnswers(rows, times);
    await moveRows(
      stale.map((row) => row._id),
      ["waiting"],
      { reply: null, dueAt: null },
    );
    const usable = rows.map((row) => (stale.includes(row) ? { ...row, reply: null, dueAt: null } : row));
    const pushable = await this.withinBudget(usable, times.now);
    return nextPack(pushable, times, chatId.startsWith("U"));
  }

  /** While the month's messages run low, only what is urgent is pushed; the rest rides, and is looked at again in an hour. */
  private async withinBudget(rows: OutboxRow[], now: Date): Promise<OutboxRow[]> {
    if (!this.budget.isReserved) return rows;
    const later = rows.filter(
      (row) => row.kind !== "answer" && row.urgency !== "now" && row.dueAt !== null && row.dueAt <= now,
    );
    const dueAt = new Date(now.getTime() + 60 * 60_000);
    await moveRows(
      later.map((row) => row._id),
      ["waiting"],
      { dueAt },
    );
    return rows.map((row) => (later.includes(row) ? { ...row, dueAt } : row));
  }

  private async store(chatId: string, pack: Pack): Promise<Delivery | null> {
    const now = new Date();
    const rowIds = pack.rows.map((row) => row._id);
    const delivery: Delivery = {
      _id: randomUUID(),
      chatId,
      lane: laneOf(chatId),
      channel: pack.channel,
      replyToken: pack.replyToken,
      messages: pack.messages,
      rowIds,
      state: "sending",
      claimedBy: this.options.lanes.holder,
      attempts: 1,
      createdAt: now,
      nextAttemptAt: this.orphanedAt(),
      outcome: null,
    };
    try {
      await inTransaction(async (tx) => {
        if ((await bindRows(tx, rowIds, delivery._id)) !== rowIds.length) throw new RowsTakenError();
        await storeDelivery(tx, delivery);
      });
      return delivery;
    } catch (error) {
      if (error instanceof RowsTakenError) return null;
      throw error;
    }
  }

  private async send(delivery: Delivery, rows: OutboxRow[]): Promise<Settled> {
    const waitMs = this.limits[delivery.channel].take();
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
    const settling = this.settling(delivery, rows);
    let settled: Settled;
    try {
      await this.call(delivery);
      settled = await settleSent(settling);
    } catch (error) {
      settled = await settleError(settling, error);
    }
    if (settled.stopMs) this.silentUntil = Date.now() + settled.stopMs;
    if (settled.slowMs) this.limits[delivery.channel].pause(settled.slowMs);
    this.count(delivery, rows, settled);
    return settled;
  }

  private async call(delivery: Delivery): Promise<void> {
    const { line } = this.options;
    if (delivery.channel === "reply") await line.reply(delivery.replyToken ?? "", delivery.messages);
    else {
      await line.push(delivery.chatId, delivery.messages, delivery._id);
      this.budget.count();
    }
  }

  private settling(delivery: Delivery, rows: OutboxRow[]): Parameters<typeof settleSent>[0] {
    const { clock, alert, delays = usualDelays } = this.options;
    return { delivery, rows, now: clock.now(), alert, delays };
  }

  private count(delivery: Delivery, rows: readonly OutboxRow[], { result }: Settled): void {
    for (const row of rows) this.options.metrics.sends.inc({ channel: delivery.channel, kind: row.kind, result });
  }

  private orphanedAt(): Date {
    return new Date(Date.now() + (this.options.orphanedAfterMs ?? 20_000));
  }
}

class RowsTakenError extends Error {
  override name = "RowsTakenError";
}
