import { HTTPFetchError, messagingApi } from "@line/bot-sdk";
import type { Config } from "../config";
import { LineRejectedError, LineUnreachableError, type RejectionKind } from "./errors";

type Message = Record<string, unknown>;

/** LINE as Sajja uses it. Passed in, because tests and the simulator must hold it. Each call throws LineRejectedError or LineUnreachableError. */
export interface LineClient {
  reply(replyToken: string, messages: readonly Message[]): Promise<void>;
  /** A retry key that LINE accepted before counts as sent. */
  push(to: string, messages: readonly Message[], retryKey: string): Promise<void>;
  /** The same messages to up to 500 people, all or none; its retry key as that of a push. */
  multicast(to: readonly string[], messages: readonly Message[], retryKey: string): Promise<void>;
  showLoading(chatId: string): Promise<void>;
  /** `chatMode` "chat": people of the account answer by hand in its chat, and messages count as read only when marked. */
  botInfo(): Promise<{ userId: string; displayName: string; basicId: string; chatMode: "chat" | "bot" }>;
  /** Messages of the month: the plan's limit (null: none) and how many are used. */
  quota(): Promise<{ limit: number | null; used: number }>;
  webhookEndpoint(): Promise<{ endpoint: string; active: boolean } | null>;
  /** Lets LINE send an empty webhook to its endpoint and gives what came back: `reason` is LINE's word for it. */
  testWebhook(): Promise<{ success: boolean; statusCode: number; reason: string }>;
  /** Links the rich menu of an alias to a person; false when there is no such menu. */
  linkRichMenu(userId: string, alias: string): Promise<boolean>;
  unlinkRichMenu(userId: string): Promise<void>;
}

/** How long one call may take, in milliseconds: less than the rest of a reply token's life. */
const callTimeoutMs = 8_000;

/** The client of LINE's Messaging API, or of what stands in for it at `apiBaseUrl`. */
export function createLineClient(line: Config["line"], timeoutMs = callTimeoutMs): LineClient {
  const api = new messagingApi.MessagingApiClient({
    channelAccessToken: line.accessToken ?? "",
    baseURL: line.apiBaseUrl,
  });
  const call = <T>(work: () => Promise<T>) => withDeadline(work, timeoutMs);
  return {
    async reply(replyToken, messages) {
      await call(() => api.replyMessage({ replyToken, messages: messages as unknown as messagingApi.Message[] }));
    },
    async push(to, messages, retryKey) {
      const request = { to, messages: messages as unknown as messagingApi.Message[] };
      await call(() => acceptedOnce(() => api.pushMessage(request, retryKey)));
    },
    async multicast(to, messages, retryKey) {
      const request = { to: [...to], messages: messages as unknown as messagingApi.Message[] };
      await call(() => acceptedOnce(() => api.multicast(request, retryKey)));
    },
    async showLoading(chatId) {
      await call(() => api.showLoadingAnimation({ chatId, loadingSeconds: 20 }));
    },
    async botInfo() {
      const { userId, displayName, basicId, chatMode } = await call(() => api.getBotInfo());
      return { userId, displayName, basicId, chatMode };
    },
    async quota() {
      const [quota, consumption] = await call(() =>
        Promise.all([api.getMessageQuota(), api.getMessageQuotaConsumption()]),
      );
      return { limit: quota.type === "limited" ? (quota.value ?? null) : null, used: consumption.totalUsage };
    },
    async webhookEndpoint() {
      try {
        return await call(() => api.getWebhookEndpoint());
      } catch (error) {
        if (error instanceof LineRejectedError && error.kind === "not-found") return null;
        throw error;
      }
    },
    async unlinkRichMenu(userId) {
      await call(() => api.unlinkRichMenuIdFromUser(userId));
    },
    async testWebhook() {
      const { success, statusCode, reason } = await call(() => api.testWebhookEndpoint({}));
      return { success: success ?? false, statusCode, reason };
    },
    async linkRichMenu(userId, alias) {
      try {
        const { richMenuId } = await call(() => api.getRichMenuAlias(alias));
        await call(() => api.linkRichMenuIdToUser(userId, richMenuId));
        return true;
      } catch (error) {
        if (error instanceof LineRejectedError && error.kind === "not-found") return false;
        throw error;
      }
    },
  };
}

/** A call with a retry key; 409 says that LINE accepted it before. */
async function acceptedOnce(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof HTTPFetchError && error.status === 409)) throw error;
  }
}

async function withDeadline<T>(work: () => Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new LineUnreachableError("timeout")), timeoutMs);
  });
  try {
    return await Promise.race([work(), deadline]);
  } catch (error) {
    throw asLineError(error);
  } finally {
    clearTimeout(timer);
  }
}

function asLineError(error: unknown): unknown {
  if (error instanceof HTTPFetchError) {
    if (error.status >= 500) return new LineUnreachableError("server-error");
    return new LineRejectedError(rejectionKind(error), error.status, error.headers.get("x-line-request-id"));
  }
  // fetch reports every network failure as a TypeError; one of its own, where a test runs in a context beside Node's.
  return (error as Partial<Error> | null)?.name === "TypeError" ? new LineUnreachableError("network") : error;
}

function rejectionKind({ status, body }: HTTPFetchError): RejectionKind {
  switch (status) {
    case 401:
      return "unauthorized";
    case 403:
      return "forbidden";
    case 404:
      return "not-found";
    case 429:
      return body.includes("monthly limit") ? "quota" : "rate";
    default:
      return body.includes("Invalid reply token") ? "token" : "invalid";
  }
}
