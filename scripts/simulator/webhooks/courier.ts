import http from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { SimulatorClock } from "../clock";
import { isObject, type JsonObject } from "../json";
import type { Settings } from "../options";
import type { ReplyTokens } from "../state/reply-tokens";
import type { Traffic, WebhookReason } from "../state/traffic";
import { webhookBody } from "./body";
import { postWebhook, type PostResult } from "./post";
import { signBody } from "./signature";

/** What became of an event: the bot's HTTP status, or why there is none. */
export interface WebhookOutcome {
  webhookEventId: string;
  messageId: string | null;
  replyToken: string | null;
  status: number | null;
  reason: WebhookReason;
  ms: number;
}

/** How held events go out: in which order, and whether all in one request. */
export interface Release {
  order?: "as-held" | "reversed" | readonly string[];
  together?: boolean;
}

interface Office {
  settings: Settings;
  clock: SimulatorClock;
  replyTokens: ReplyTokens;
  traffic: Traffic;
}

function outcome(event: JsonObject, result: Pick<WebhookOutcome, "status" | "reason" | "ms">): WebhookOutcome {
  const message = isObject(event["message"]) ? event["message"] : {};
  return {
    webhookEventId: String(event["webhookEventId"]),
    messageId: typeof message["id"] === "string" ? message["id"] : null,
    replyToken: typeof event["replyToken"] === "string" ? event["replyToken"] : null,
    ...result,
  };
}

/** Carries events to the bot, well or badly: signs, posts, holds, delays, reorders, repeats, redelivers. */
export class Courier {
  /** Every following webhook waits this long first, in milliseconds. */
  delayMs = 0;
  private readonly events = new Map<string, JsonObject>();
  private held: JsonObject[] | null = null;
  private readonly agent = new http.Agent({ keepAlive: true, maxSockets: 256 });
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly underWay = new Set<Promise<unknown>>();

  constructor(private readonly office: Office) {}

  /** Sends an event, or puts it aside while webhooks are held. */
  async send(event: JsonObject): Promise<WebhookOutcome> {
    this.remember(event);
    if (this.held) {
      this.held.push(event);
      return outcome(event, { status: null, reason: "HELD", ms: 0 });
    }
    if (this.delayMs > 0) await wait(this.delayMs);
    const [only] = await this.post([event]);
    return only as WebhookOutcome;
  }

  /** Sends several events in one request. */
  async sendTogether(events: readonly JsonObject[]): Promise<WebhookOutcome[]> {
    events.forEach((event) => this.remember(event));
    return this.post(events);
  }

  /** From now on events wait for `release`. */
  hold(): void {
    this.held ??= [];
  }

  /** The events that wait, oldest first. */
  heldIds(): string[] | null {
    return this.held?.map((event) => String(event["webhookEventId"])) ?? null;
  }

  /** Lets held events go, one after the other unless `together`, and ends holding. */
  async release({ order = "as-held", together = false }: Release = {}): Promise<WebhookOutcome[]> {
    const held = this.held ?? [];
    this.held = null;
    const events = typeof order === "string" ? held : order.map((id) => this.get(id));
    if (order === "reversed") events.reverse();
    if (together) return events.length > 0 ? this.post(events) : [];
    const outcomes: WebhookOutcome[] = [];
    for (const event of events) outcomes.push(...(await this.post([event])));
    return outcomes;
  }

  /** Sends an event again as LINE redelivers: same id and reply token, isRedelivery true. Throws for an unknown id. */
  async redeliver(webhookEventId: string): Promise<WebhookOutcome> {
    const [only] = await this.post([{ ...this.get(webhookEventId), deliveryContext: { isRedelivery: true } }]);
    return only as WebhookOutcome;
  }

  /** Sends an event again unchanged, as networks do. Throws for an unknown id. */
  async duplicate(webhookEventId: string): Promise<WebhookOutcome> {
    const [only] = await this.post([this.get(webhookEventId)]);
    return only as WebhookOutcome;
  }

  /** Posts a body without events, as the console's "Verify" does. */
  async ping(url = this.office.settings.webhookUrl): Promise<PostResult> {
    const body = webhookBody(this.office.settings.botUserId, []);
    return this.postBody(url, body, [], false);
  }

  /** The event of that id as it was first sent. */
  find(webhookEventId: string): JsonObject | null {
    return this.events.get(webhookEventId) ?? null;
  }

  /** The id of the newest event, or null. */
  lastId(): string | null {
    return [...this.events.keys()].at(-1) ?? null;
  }

  /** Resolves when no webhook is under way and no redelivery waits. */
  async idle(): Promise<void> {
    while (this.underWay.size > 0 || this.timers.size > 0) {
      await Promise.all(this.underWay);
      if (this.timers.size > 0) await wait(10);
    }
  }

  /** Cancels redeliveries and closes connections. */
  stop(): void {
    this.timers.forEach((timer) => clearTimeout(timer));
    this.timers.clear();
    this.agent.destroy();
  }

  private get(webhookEventId: string): JsonObject {
    const event = this.events.get(webhookEventId);
    if (!event) throw new Error(`no webhook event ${webhookEventId}`);
    return event;
  }

  private remember(event: JsonObject): void {
    this.events.set(String(event["webhookEventId"]), event);
    const oldest = this.events.size > this.office.settings.logLimit ? this.events.keys().next().value : undefined;
    if (oldest !== undefined) this.events.delete(oldest);
  }

  private async post(events: readonly JsonObject[], attempt = 0): Promise<WebhookOutcome[]> {
    const { settings, replyTokens } = this.office;
    if (settings.webhookUrl === "") return events.map((e) => outcome(e, { status: null, reason: "NOT_SENT", ms: 0 }));
    events.forEach((event) => replyTokens.delivered(String(event["replyToken"])));
    const body = webhookBody(settings.botUserId, events);
    const again = events.some(
      (event) => isObject(event["deliveryContext"]) && event["deliveryContext"]["isRedelivery"],
    );
    const ids = events.map((event) => String(event["webhookEventId"]));
    const result = await this.postBody(settings.webhookUrl, body, ids, again === true);
    if (result.reason !== "OK") this.planRedelivery(events, attempt);
    return events.map((event) => outcome(event, result));
  }

  private async postBody(url: string, body: string, ids: string[], isRedelivery: boolean): Promise<PostResult> {
    const { settings, clock, traffic } = this.office;
    const signature = signBody(settings.channelSecret, body);
    const at = clock.now().toISOString();
    const posting = postWebhook({ url, body, signature, timeoutMs: settings.webhookTimeoutMs, agent: this.agent });
    this.underWay.add(posting);
    const result = await posting;
    this.underWay.delete(posting);
    traffic.noteWebhook({ at, webhookEventIds: ids, body, signature, isRedelivery, ...result });
    return result;
  }

  private planRedelivery(events: readonly JsonObject[], attempt: number): void {
    const { enabled, delaysMs } = this.office.settings.redelivery;
    const delayMs = delaysMs[attempt];
    if (!enabled || delayMs === undefined) return;
    const again = events.map((event) => ({ ...event, deliveryContext: { isRedelivery: true } }));
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      void this.post(again, attempt + 1);
    }, delayMs);
    this.timers.add(timer);
  }
}
