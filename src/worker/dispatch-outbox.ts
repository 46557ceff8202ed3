import type { Clock } from "../clock";
import { laneOf } from "../domain/lanes";
import type { LineClient } from "../line/client";
import { findUnfinished } from "../storage/deliveries";
import { findChatsOfBody, findDueChats } from "../storage/outbox";
import { errorCode, type Log } from "../telemetry/log";
import type { Alert, Metrics } from "../telemetry/metrics";
import { ChatQueue } from "./chat-queue";
import type { Lanes } from "./lanes";
import { packChat } from "./pack-chat";
import type { Pack } from "./packing";
import { PushBudget } from "./push-budget";
import { Sender } from "./send-delivery";
import type { SendDelays, Settled } from "./settle";
import { callsFor, mostReaders, sharedBodyOf } from "./sharing";

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
  /** LINE's limit of multicasts a second, for all processes together. */
  multicastsPerSecond?: number;
}

/** How often the month's quota is read, in milliseconds. */
const budgetEveryMs = 60 * 60_000;
/** So many chats are looked at and sent to at once. */
const chatsAtOnce = 16;
/** So long a body waits for readers whose chat is just being looked at; who is being sent to takes longer, and is left to her turn. */
const patienceMs = 200;
/** Bodies go one after another: each counts against the month's messages before the next one looks at them. */
const bodiesAtOnce = 1;

/** Sends what the outbox holds: each chat in its turn gets what is due to it, and what is due to many alike goes in one call. */
export class Dispatcher {
  private readonly queue: ChatQueue;
  /** Bodies in place of chats: each is taken to its readers by one turn at a time. */
  private readonly bodies: ChatQueue;
  private readonly budget = new PushBudget();
  private readonly sender: Sender;
  private timer: NodeJS.Timeout | undefined;
  private budgetTimer: NodeJS.Timeout | undefined;

  constructor(private readonly options: DispatcherOptions) {
    const onError = (error: unknown) => options.log.error({ code: errorCode(error) }, "outbox loop");
    this.queue = new ChatQueue((chatId) => this.runChat(chatId), chatsAtOnce, onError);
    this.bodies = new ChatQueue((bodyId) => this.runBody(bodyId), bodiesAtOnce, onError);
    this.sender = new Sender(options, this.budget);
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
    await Promise.all([this.queue.stop(), this.bodies.stop()]);
  }

  /** These chats have something in the outbox. */
  wake(chatIds: readonly string[]): void {
    for (const chatId of chatIds) if (this.options.lanes.lanes.includes(laneOf(chatId))) this.queue.ask(chatId);
  }

  /** Resolves when nothing is being sent. */
  async drain(): Promise<void> {
    do {
      await this.queue.drain();
      await this.bodies.drain();
    } while (this.queue.chats.length > 0);
  }

  /** Looks for due messages and for deliveries that were left unfinished. */
  async poll(): Promise<void> {
    if (this.sender.isSilent) return;
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
    for (const settled of await this.sender.finishOld(chatId)) this.askForHalves(settled);
    for (let calls = 0; calls < 50 && !this.sender.isSilent; calls++) {
      const pack = await this.pack(chatId);
      if (!pack) return;
      const body = sharedBodyOf(pack);
      if (body !== null) return this.bodies.ask(body);
      const settled = await this.sender.sendPack(pack);
      if (!settled) continue; // Another process took some of the rows: look again.
      if (!settled.again && settled.result !== "sent") return;
    }
  }

  /**
   * Takes a body to its next readers. A chat that is at work, or has something else to be sent before, is left to its own turn; the
   * others are kept from theirs meanwhile, so that nothing overtakes within a chat.
   */
  private async runBody(bodyId: string): Promise<void> {
    if (this.sender.isSilent) return;
    const packs = await this.packBody(bodyId);
    const held = await this.queue.hold(
      packs.map(({ chatId }) => chatId),
      patienceMs,
    );
    const calls = callsFor(packs.filter(({ chatId }) => held.includes(chatId)));
    try {
      const results = await Promise.all(calls.map((call) => this.sender.sendPack(call)));
      for (const settled of results) if (settled) this.askForHalves(settled);
    } finally {
      this.queue.release(held);
    }
    // Further readers; and a row that was refused alone goes on in its chat's own turn.
    if (calls.length > 0) this.bodies.ask(bodyId);
    for (const { channel, chatId } of calls) if (channel === "push") this.queue.ask(chatId);
  }

  /** What is to be sent to the readers of a body, as far as it is that body alone and the month's messages reach. */
  private async packBody(bodyId: string): Promise<Pack[]> {
    const { clock, lanes } = this.options;
    const chatIds = await findChatsOfBody(bodyId, [...lanes.lanes], clock.now(), mostReaders);
    const packs: Pack[] = [];
    for (let at = 0; at < chatIds.length; at += chatsAtOnce) {
      const next = await Promise.all(chatIds.slice(at, at + chatsAtOnce).map((chatId) => this.pack(chatId)));
      packs.push(...next.flatMap((pack) => (pack && sharedBodyOf(pack) === bodyId ? pack : [])));
    }
    const room = this.budget.room(packs[0]?.rows[0]?.urgency ?? "now");
    return room === 0 ? packs : packs.slice(0, room); // Without any room LINE says so itself, once for all.
  }

  private pack(chatId: string): Promise<Pack | null> {
    return packChat(chatId, this.options.clock.now(), { budget: this.budget, metrics: this.options.metrics });
  }

  private askForHalves({ bodyIds = [] }: Settled): void {
    for (const bodyId of bodyIds) this.bodies.ask(bodyId);
  }
}
