import { ZodError } from "zod";
import type { Clock } from "../clock";
import { DomainError } from "../domain/errors";
import { laneOf } from "../domain/lanes";
import {
  EventAlreadyDoneError,
  findDueChats,
  markDone,
  park,
  retryLater,
  takeOldest,
  uncountAttempt,
  type InboxEvent,
} from "../storage/inbox";
import { inTransaction, TransactionBusyError, type Tx } from "../storage/tx";
import { errorCode, type Log } from "../telemetry/log";
import type { Alert, Metrics } from "../telemetry/metrics";
import { answerBurst } from "./bursts";
import { ChatQueue } from "./chat-queue";
import { enqueueAnswer } from "./enqueue";
import type { Lanes } from "./lanes";
import type { ReadyPhoto } from "../app/photos/store-photo";
import type { IncomingEvent } from "../bot/incoming";
import type { WantedMenu } from "../bot/menu";
import type { Routed } from "../bot/router";

/** The conversation, as the worker calls it. */
export interface Conversationalist {
  route(tx: Tx, event: InboxEvent & Pick<IncomingEvent, "photo">, now: Date): Promise<Routed>;
  presentError(tx: Tx, error: DomainError | ZodError, event: InboxEvent, now: Date): Promise<Routed>;
  presentFailure(tx: Tx, event: InboxEvent, now: Date): Promise<Routed>;
  presentBurst(tx: Tx, event: InboxEvent, now: Date): Promise<Routed>;
}

export interface InboxOptions {
  lanes: Lanes;
  clock: Clock;
  bot: Conversationalist;
  log: Log;
  metrics: Metrics;
  alert: Alert;
  /** Makes the picture of an event ready, where its chat waits for one: it takes seconds, so it is done before the transaction. Left out: none is. */
  bringPhoto?: (event: InboxEvent, now: Date) => Promise<ReadyPhoto | null>;
  /** Called after a commit, with the chats that have something to be sent. */
  onCommitted: (chatIds: string[]) => void;
  /** Called after a commit that found a phone with another menu than its person's. */
  onMenu: (menu: WantedMenu) => void;
  /** Fire and forget, while a person waits in her own chat. */
  showLoading: (chatId: string) => void;
  pollMs?: number;
  /** How long to wait before each further attempt of an event that failed, in milliseconds of real time. */
  retryDelaysMs?: readonly number[];
}

/** So often an event is tried; what fails more often is parked. */
const maxAttempts = 5;
const usualRetryDelaysMs = [200, 1_000, 3_000, 8_000];
/** A chat that keeps so many events coming is looked at for a flood. */
const burstCheckEvery = 3;
const tooOldMs = 7 * 24 * 60 * 60 * 1000;
/** A person who waits longer than this sees that something is going on. */
const loadingAfterMs = 700;

/** Takes the inbox's events, one at a time per chat and many chats at once. */
export class InboxProcessor {
  private readonly queue: ChatQueue;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly options: InboxOptions) {
    this.queue = new ChatQueue(
      (chatId) => this.runChat(chatId),
      12,
      (error) => options.log.error({ code: errorCode(error) }, "inbox loop"),
    );
  }

  /** Begins to look for due events, besides being woken. */
  start(): void {
    this.timer = setInterval(() => void this.poll(), this.options.pollMs ?? 1_000);
    void this.poll();
  }

  /** Whether it looks for events; false before start and after stop. */
  get isRunning(): boolean {
    return this.timer !== undefined;
  }

  /** Lets what runs end, and takes nothing new. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.timer = undefined;
    await this.queue.stop();
  }

  /** These chats have new events. */
  wake(chats: readonly { chatId: string; lane: number }[]): void {
    for (const { chatId, lane } of chats) if (this.options.lanes.lanes.includes(lane)) this.queue.ask(chatId);
  }

  /** Looks for due events of the held lanes. */
  async poll(): Promise<void> {
    try {
      const chats = await findDueChats(this.options.lanes.lanes, new Date());
      for (const chatId of chats) this.queue.ask(chatId);
    } catch (error) {
      this.options.log.error({ code: errorCode(error) }, "inbox poll");
    }
  }

  /** Resolves when nothing is at work. */
  drain(): Promise<void> {
    return this.queue.drain();
  }

  private async runChat(chatId: string): Promise<void> {
    const { clock, bot, metrics } = this.options;
    const lane = laneOf(chatId);
    let served = 0;
    while (this.isRunning && this.options.lanes.lanes.includes(lane)) {
      const event = await takeOldest(chatId);
      if (!event) return;
      if (event.nextAttemptAt > new Date()) return uncountAttempt(event._id);
      const outcome = await this.runEvent(event);
      metrics.events.inc({ type: event.type, outcome });
      if (outcome === "failed" || outcome === "busy") return;
      if (++served % burstCheckEvery === 0) {
        const answered = await answerBurst(chatId, clock.now(), bot);
        if (answered > 0) metrics.events.inc({ type: "burst", outcome: "done" }, answered);
        this.options.onCommitted([chatId]);
      }
    }
  }

  private async runEvent(event: InboxEvent): Promise<"done" | "refused" | "skipped" | "parked" | "failed" | "busy"> {
    const { clock, log, metrics } = this.options;
    const endTimer = metrics.eventSeconds.startTimer();
    const loading = setTimeout(
      () => event.chatId.startsWith("U") && this.options.showLoading(event.chatId),
      loadingAfterMs,
    );
    try {
      if (event.attempts > maxAttempts) return await this.parkEvent(event, event.lastError ?? "killed");
      // What an operator runs again is meant, however old it is.
      if (!event.replayed && clock.now().getTime() - event.occurredAt.getTime() > tooOldMs)
        return await this.skip(event);
      return await this.workOn(event);
    } catch (error) {
      if (error instanceof EventAlreadyDoneError) return "skipped"; // Another process had it: its commit came first.
      const code = errorCode(error);
      log.error({ code, webhookEventId: event._id, attempt: event.attempts }, "event failed");
      if (error instanceof TransactionBusyError) {
        await uncountAttempt(event._id);
        await retryLater(event._id, code, new Date(Date.now() + 100));
        return "busy";
      }
      if (event.attempts >= maxAttempts) return await this.parkEvent(event, code);
      const { retryDelaysMs = usualRetryDelaysMs } = this.options;
      await retryLater(event._id, code, new Date(Date.now() + (retryDelaysMs[event.attempts - 1] ?? 10_000)));
      return "failed";
    } finally {
      clearTimeout(loading);
      endTimer();
    }
  }

  private async workOn(event: InboxEvent): Promise<"done" | "refused"> {
    const { bot } = this.options;
    try {
      const photo = (await this.options.bringPhoto?.(event, this.options.clock.now())) ?? null;
      await this.answer(event, (tx, now) => bot.route(tx, { ...event, photo }, now));
      return "done";
    } catch (error) {
      if (!(error instanceof DomainError || error instanceof ZodError)) throw error;
      // A refusal is an answer too; its money work was rolled back.
      await this.answer(event, (tx, now) => bot.presentError(tx, error, event, now));
      return "refused";
    }
  }

  /** One event is one transaction: what is said, who else hears, and that the event is done. */
  private async answer(event: InboxEvent, work: (tx: Tx, now: Date) => Promise<Routed>): Promise<void> {
    const now = this.options.clock.now();
    const { readers, menu } = await inTransaction(async (tx) => {
      const routed = await work(tx, now);
      const chats = await enqueueAnswer(tx, event, routed, now);
      await markDone(tx, event._id, new Date());
      return { readers: chats, menu: routed.menu };
    });
    if (menu) this.options.onMenu(menu);
    this.options.onCommitted(readers);
  }

  private async skip(event: InboxEvent): Promise<"skipped"> {
    await inTransaction((tx) => markDone(tx, event._id, new Date()));
    return "skipped";
  }

  private async parkEvent(event: InboxEvent, code: string): Promise<"parked" | "skipped"> {
    const { bot, clock, alert, log } = this.options;
    const now = clock.now();
    let readers: string[] = [];
    try {
      readers = await inTransaction(async (tx) => {
        await park(tx, event._id, code);
        return enqueueAnswer(tx, event, await bot.presentFailure(tx, event, now), now);
      });
    } catch (error) {
      if (error instanceof EventAlreadyDoneError) return "skipped";
      // What is wrong with this event may be in the way of the neutral sentence too: then it is put aside without a word.
      log.error({ code: errorCode(error), webhookEventId: event._id }, "failure not told");
      await inTransaction((tx) => park(tx, event._id, code));
    }
    alert("inbox.parked", { webhookEventId: event._id, lastError: code });
    this.options.onCommitted(readers);
    return "parked";
  }
}
