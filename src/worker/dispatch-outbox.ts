import type { Clock } from "../clock";
import { laneOf } from "../domain/lanes";
import type { LineClient } from "../line/client";
import { findUnfinished } from "../storage/deliveries";
import { findDue } from "../storage/outbox";
import { findOpenPlaces, findRows, findRowsOfBody, type RowPlace } from "../storage/outbox-bodies";
import { errorCode, type Log } from "../telemetry/log";
import type { Alert, Metrics } from "../telemetry/metrics";
import { ChatQueue } from "./chat-queue";
import type { Lanes } from "./lanes";
import { packChat, packChats } from "./pack-chat";
import type { Pack } from "./packing";
import { PushBudget } from "./push-budget";
import { Sender } from "./send-delivery";
import type { SendDelays, Settled } from "./settle";
import { callsFor, mostReaders } from "./sharing";

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
/** So many due rows are looked at in one round. */
const mostLooked = 500;
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
      const { chatIds, bodyIds } = await findDue(lanes, this.options.clock.now(), mostLooked);
      for (const chatId of chatIds) this.queue.ask(chatId);
      for (const bodyId of bodyIds) this.bodies.ask(bodyId);
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
      const pack = await packChat(chatId, this.options.clock.now(), this.parts);
      if (!pack) return;
      if (pack.bodyId !== null) return this.bodies.ask(pack.bodyId);
      const settled = await this.sender.sendPack(pack);
      if (!settled) continue; // Another process took some of the rows: look again.
      if (!settled.again && settled.result !== "sent") return;
    }
  }

  /**
   * Takes a body to its next readers. A chat that is at work is left to its own turn; the others are kept from theirs meanwhile, so that
   * nothing overtakes within a chat.
   */
  private async runBody(bodyId: string): Promise<void> {
    if (this.sender.isSilent) return;
    const { clock, lanes } = this.options;
    const due = await findRowsOfBody(bodyId, [...lanes.lanes], clock.now(), mostReaders);
    const held = await this.queue.hold([...new Set(due.map(({ chatId }) => chatId))], patienceMs);
    try {
      const { shared, others } = await this.packBody(bodyId, due, held);
      const calls = callsFor(this.withinRoom(shared));
      const results = await Promise.all(calls.map((call) => this.sender.sendPack(call)));
      for (const settled of results) if (settled) this.askForHalves(settled);
      // LINE counts what others send too: its own figure says how many readers can still be reached.
      if (results.some((settled) => settled?.result === "parked")) await this.readBudget();
      if (calls.length > 0) this.bodies.ask(bodyId);
      const pushed = calls.flatMap(({ channel, chatId }) => (channel === "push" ? chatId : []));
      for (const chatId of [...others, ...pushed]) this.queue.ask(chatId);
    } finally {
      this.queue.release(held);
    }
  }

  /** What goes to the chats of these rows, as far as it is the body alone; and the others, in whose own turn it is sent. */
  private async packBody(
    bodyId: string,
    due: readonly RowPlace[],
    held: readonly string[],
  ): Promise<{ shared: Pack[]; others: string[] }> {
    const open = new Map<string, number>();
    for (const { chatId } of await findOpenPlaces(held)) open.set(chatId, (open.get(chatId) ?? 0) + 1);
    const isAlone = ({ chatId }: RowPlace) => open.get(chatId) === 1;
    const rows = await findRows(due.filter(isAlone).map(({ _id }) => _id));
    const chats = rows.map((row) => ({ chatId: row.chatId, rows: [row] }));
    const packs = await packChats(chats, this.options.clock.now(), this.parts);
    const others = [...due.filter((row) => !isAlone(row)), ...packs.filter((pack) => pack.bodyId !== bodyId)];
    return {
      shared: packs.filter((pack) => pack.bodyId === bodyId),
      others: others.map(({ chatId }) => chatId),
    };
  }

  /** As many readers as the month's messages reach. Without any room it is LINE that says so, once for all. */
  private withinRoom(packs: Pack[]): Pack[] {
    const room = this.budget.room(packs[0]?.urgency ?? "now");
    return room === 0 ? packs : packs.slice(0, room);
  }

  private get parts(): Parameters<typeof packChat>[2] {
    return { budget: this.budget, metrics: this.options.metrics };
  }

  private askForHalves({ bodyIds = [] }: Settled): void {
    for (const bodyId of bodyIds) this.bodies.ask(bodyId);
  }
}
