import { randomUUID } from "node:crypto";
import { laneCount, laneOf } from "../domain/lanes";
import { LineRejectedError, LineUnreachableError } from "../line/errors";
import { findUnfinished, storeDelivery, takeOverDelivery, type Delivery } from "../storage/deliveries";
import { bindRows, countRowAttempts, findRowsOfDelivery, type OutboxRow } from "../storage/outbox";
import { inTransaction } from "../storage/tx";
import type { DispatcherOptions } from "./dispatch-outbox";
import type { Pack } from "./packing";
import type { PushBudget } from "./push-budget";
import { RateLimit } from "./rate-limit";
import { isKeyAlive, settleError, settleSent, usualDelays, type Settled } from "./settle";

/** Stores deliveries before their first attempt, sends them at LINE's pace, and settles what LINE says. */
export class Sender {
  private readonly limits: Record<Delivery["channel"], RateLimit>;
  private silentUntil = 0;

  constructor(
    private readonly options: DispatcherOptions,
    private readonly budget: PushBudget,
  ) {
    const { lanes, limitPerSecond = 2_000, multicastsPerSecond = 200 } = options;
    const share = (limit: number) => new RateLimit(() => (limit * lanes.lanes.length) / laneCount);
    this.limits = { reply: share(limitPerSecond), push: share(limitPerSecond), multicast: share(multicastsPerSecond) };
  }

  /** Nothing goes for a while, since LINE refused the account or its token. */
  get isSilent(): boolean {
    return Date.now() < this.silentUntil;
  }

  /** Sends a pack as a new delivery; null when another took some of its rows or the month's last free messages: one must look again. */
  async sendPack(pack: Pack): Promise<Settled | null> {
    const delivery = this.deliveryOf(pack);
    if (!this.budget.take(delivery._id, headsOf(delivery), pack.urgency)) return null;
    let isStored = false;
    try {
      isStored = await this.store(delivery);
    } finally {
      if (!isStored) this.budget.close(delivery._id, true);
    }
    return isStored ? this.send(delivery, pack.rows) : null;
  }

  /** Deliveries of this chat that are to be repeated, or that a process which is gone was sending. Gives what came of each. */
  async finishOld(chatId: string): Promise<Settled[]> {
    const finished: Settled[] = [];
    for (const found of await findUnfinished([laneOf(chatId)], new Date(), chatId)) {
      const delivery = await takeOverDelivery(found, this.options.lanes.holder, this.orphanedAt());
      if (!delivery) continue;
      const rows = await findRowsOfDelivery(delivery._id);
      if (isKeyAlive(delivery) && delivery.channel !== "reply") {
        await countRowAttempts(delivery.rowIds);
        this.budget.take(delivery._id, headsOf(delivery), "now");
        finished.push(await this.send(delivery, rows));
      } else {
        // It may have arrived: a reply has no key, and LINE forgets a push's after a day.
        const settled = await settleError(this.settling(delivery, rows), new LineUnreachableError("timeout"));
        this.count(delivery, rows, settled);
        finished.push(settled);
      }
    }
    return finished;
  }

  private deliveryOf({ chatId, channel, replyToken, rows, messages }: Pack): Delivery {
    return {
      _id: randomUUID(),
      chatId,
      ...(channel === "multicast" ? { to: rows.map((row) => row.chatId) } : {}),
      lane: laneOf(chatId),
      channel,
      replyToken,
      messages,
      rowIds: rows.map((row) => row._id),
      state: "sending",
      claimedBy: this.options.lanes.holder,
      attempts: 1,
      createdAt: new Date(),
      nextAttemptAt: this.orphanedAt(),
      outcome: null,
    };
  }

  private async store(delivery: Delivery): Promise<boolean> {
    const { _id, rowIds } = delivery;
    try {
      await inTransaction(async (tx) => {
        if ((await bindRows(tx, rowIds, _id)) !== rowIds.length) throw new RowsTakenError();
        await storeDelivery(tx, delivery);
      });
      return true;
    } catch (error) {
      if (error instanceof RowsTakenError) return false;
      throw error;
    }
  }

  private async send(delivery: Delivery, rows: OutboxRow[]): Promise<Settled> {
    const waitMs = this.limits[delivery.channel].take();
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
    const settling = this.settling(delivery, rows);
    const error = await this.call(delivery);
    this.budget.close(delivery._id, error instanceof LineRejectedError);
    const settled = error === null ? await settleSent(settling) : await settleError(settling, error);
    if (settled.stopMs) this.silentUntil = Date.now() + settled.stopMs;
    if (settled.slowMs) this.limits[delivery.channel].pause(settled.slowMs);
    this.count(delivery, rows, settled);
    return settled;
  }

  /** One call; gives what went wrong, or null. */
  private async call({ _id, channel, chatId, to = [], replyToken, messages }: Delivery): Promise<unknown> {
    const { line } = this.options;
    try {
      if (channel === "reply") await line.reply(replyToken ?? "", messages);
      else if (channel === "push") await line.push(chatId, messages, _id);
      else await line.multicast(to, messages, _id);
      return null;
    } catch (error) {
      return error;
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

/** What a delivery costs: LINE bills heads, and nothing for a reply. */
function headsOf({ channel, to }: Delivery): number {
  return channel === "reply" ? 0 : (to?.length ?? 1);
}

class RowsTakenError extends Error {
  override name = "RowsTakenError";
}
