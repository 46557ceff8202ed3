import type { Operation } from "../endpoints/operations";
import type { ChangeFeed } from "./change-feed";
import type { FaultKind } from "./faults";

/** One call of the bot to LINE. */
export interface ApiCall {
  seq: number;
  at: string;
  /** null: a path that LINE does not have, or that is not simulated. */
  operation: Operation | null;
  method: string;
  /** With the query. */
  path: string;
  /** Parsed JSON, or a note such as "125000 bytes of image/png". */
  requestBody: unknown;
  retryKey: string | null;
  /** 0: the caller got no answer. */
  status: number;
  responseBody: unknown;
  requestId: string;
  ms: number;
  fault: FaultKind | null;
  /** Of a reply: the event that it answers. */
  webhookEventId: string | null;
  /** Of a send: chats in which it arrived, and heads that were billed. */
  delivered: number;
  billed: number;
  /** What LINE would not have said, but a test wants to know. */
  note: string | null;
}

/** How a webhook ended, in LINE's words of its error statistics; HELD and NOT_SENT are ours. */
export type WebhookReason = "OK" | "ERROR_STATUS_CODE" | "REQUEST_TIMEOUT" | "COULD_NOT_CONNECT" | "HELD" | "NOT_SENT";

/** One webhook request to the bot. */
export interface WebhookCall {
  seq: number;
  at: string;
  webhookEventIds: string[];
  /** The exact text that was signed. */
  body: string;
  signature: string;
  isRedelivery: boolean;
  status: number | null;
  reason: WebhookReason;
  ms: number;
}

/** Remembers the last calls and webhooks. */
export class Traffic {
  private seq = 0;
  private apiCalls: ApiCall[] = [];
  private webhookCalls: WebhookCall[] = [];

  constructor(
    private readonly feed: ChangeFeed,
    private readonly limit: number,
  ) {}

  noteCall(call: Omit<ApiCall, "seq">): void {
    this.seq += 1;
    this.apiCalls.push({ seq: this.seq, ...call });
    if (this.apiCalls.length > this.limit * 1.2) this.apiCalls = this.apiCalls.slice(-this.limit);
    this.feed.announce("call", call.requestId);
  }

  noteWebhook(call: Omit<WebhookCall, "seq">): void {
    this.seq += 1;
    this.webhookCalls.push({ seq: this.seq, ...call });
    if (this.webhookCalls.length > this.limit * 1.2) this.webhookCalls = this.webhookCalls.slice(-this.limit);
    this.feed.announce("webhook", call.webhookEventIds[0] ?? "");
  }

  /** Calls after a number, oldest first. */
  calls(after = 0): ApiCall[] {
    return this.apiCalls.filter((call) => call.seq > after);
  }

  /** Webhooks after a number, oldest first. */
  webhooks(after = 0): WebhookCall[] {
    return this.webhookCalls.filter((call) => call.seq > after);
  }

  clear(): void {
    this.apiCalls = [];
    this.webhookCalls = [];
  }
}
