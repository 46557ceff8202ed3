import type { IncomingMessage, ServerResponse } from "node:http";
import type { Operation, Rate } from "./endpoints/operations";
import { newLineId } from "./ids";

/** The month's target limit: a number of messages, or none. */
export type Quota = { type: "limited"; value: number } | { type: "none" };

/** What can be chosen about a simulator. Whatever is left out is as LINE has it (channel on the free plan of Thailand, 300 messages). */
export interface SimulatorOptions {
  channelSecret: string;
  channelAccessToken: string;
  /** Where webhooks go; may be set later. */
  webhookUrl?: string;
  /** The clock of people and events. */
  now?: () => Date;
  /** Real time in milliseconds, which never goes back: reply tokens, retry keys and rate limits run on it. */
  elapsed?: () => number;
  /** Called to move `now` forward when somebody else owns the clock; without it the simulator adds its own offset. */
  moveClock?: (byMs: number) => Promise<void>;
  quota?: Quota;
  replyTokenLifeMs?: number;
  replyTokenMaxAgeMs?: number;
  retryKeyLifeMs?: number;
  webhookTimeoutMs?: number;
  /** Webhook redelivery, off as in LINE's console. LINE does not tell its delays; these are ours. */
  redelivery?: { enabled: boolean; delaysMs?: readonly number[] };
  rateLimits?: Partial<Record<Operation, Rate>>;
  botUserId?: string;
  botName?: string;
  basicId?: string;
  /** "chat": messages count as read only when the bot marks them. "bot": at once. */
  chatMode?: "chat" | "bot";
  /** A verified account may list followers and members of groups. */
  verified?: boolean;
  loginChannelId?: string;
  /** Of that channel's pages: `https://liff.line.me/<liffId>/…` opens one. */
  liffId?: string;
  /** The address under which they are; may be set later. */
  liffEndpoint?: string;
  /** Under which address the server's pictures stand in messages, https as LINE wants it; phones here fetch them where the pages are. */
  publicBaseUrl?: string;
  /** How many calls and webhooks are remembered. */
  logLimit?: number;
  /** Answers every request that is neither LINE's nor the control API's. */
  page?: (request: IncomingMessage, response: ServerResponse) => void;
}

/** The options with nothing left open; the simulator changes some while it runs. */
export type Settings = Required<Omit<SimulatorOptions, "now" | "elapsed" | "moveClock" | "page" | "redelivery">> & {
  redelivery: { enabled: boolean; delaysMs: readonly number[] };
};

/** Fills in what LINE's defaults are. */
export function settingsOf(options: SimulatorOptions): Settings {
  return {
    channelSecret: options.channelSecret,
    channelAccessToken: options.channelAccessToken,
    webhookUrl: options.webhookUrl ?? "",
    quota: options.quota ?? { type: "limited", value: 300 },
    replyTokenLifeMs: options.replyTokenLifeMs ?? 60_000,
    replyTokenMaxAgeMs: options.replyTokenMaxAgeMs ?? 20 * 60_000,
    retryKeyLifeMs: options.retryKeyLifeMs ?? 24 * 3_600_000,
    webhookTimeoutMs: options.webhookTimeoutMs ?? 2000,
    redelivery: {
      enabled: options.redelivery?.enabled ?? false,
      delaysMs: options.redelivery?.delaysMs ?? [1000, 5000, 15_000],
    },
    rateLimits: options.rateLimits ?? {},
    botUserId: options.botUserId ?? newLineId("U"),
    botName: options.botName ?? "Sajja",
    basicId: options.basicId ?? "@000sajja",
    chatMode: options.chatMode ?? "bot",
    verified: options.verified ?? false,
    loginChannelId: options.loginChannelId ?? "1000000001",
    liffEndpoint: options.liffEndpoint ?? "",
    liffId: options.liffId ?? "1000000001-Simul8or",
    publicBaseUrl: options.publicBaseUrl ?? "https://sajja.simulator",
    logLimit: options.logLimit ?? 5000,
  };
}
