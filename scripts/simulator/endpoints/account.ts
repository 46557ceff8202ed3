import { newToken } from "../ids";
import type { Line } from "../line";
import { refusals } from "../line-error";
import type { SendMethod } from "../state/chats";
import { checkBody, idInPath, pageOf } from "./checks";
import type { Handler } from "./request";

const deliveredOn =
  (method: SendMethod): Handler =>
  (line, { query }) => {
    const date = query.get("date") ?? "";
    if (!/^\d{8}$/.test(date)) throw refusals.invalidParameter("date");
    if (date < "20180331") return { body: { status: "out_of_service" } };
    const today = line.billing.today().replaceAll("-", "");
    if (date >= today) return { body: { status: "unready" } };
    return { body: { status: "ready", success: line.billing.deliveredOn(method, date) } };
  };

function checkEndpoint(endpoint: unknown): string {
  const url = typeof endpoint === "string" && URL.canParse(endpoint) ? new URL(endpoint) : null;
  if (!url || !["http:", "https:"].includes(url.protocol)) throw refusals.message(400, "Invalid webhook endpoint URL");
  return url.href;
}

async function testWebhook(line: Line, endpoint: unknown): Promise<Record<string, unknown>> {
  const url = endpoint === undefined ? line.settings.webhookUrl : checkEndpoint(endpoint);
  if (url === "") throw refusals.message(404, "Webhook endpoint not found");
  const { status, reason } = await line.courier.ping(url);
  const details: Record<string, string> = {
    COULD_NOT_CONNECT: "Failure to connect",
    REQUEST_TIMEOUT: "Request timeout",
  };
  return {
    success: reason === "OK",
    timestamp: line.clock.now().toISOString(),
    statusCode: status ?? 0,
    reason,
    detail: details[reason] ?? String(status),
  };
}

/** The Official Account itself: quota, statistics, friends, webhook settings, account link, LINE Login's tokens. */
export const accountHandlers = {
  getMessageQuota: (line) => ({ body: { ...line.settings.quota } }),
  getMessageQuotaConsumption: (line) => ({ body: { totalUsage: line.billing.used() } }),
  getNumberOfSentReplyMessages: deliveredOn("reply"),
  getNumberOfSentPushMessages: deliveredOn("push"),
  getNumberOfSentMulticastMessages: deliveredOn("multicast"),
  getNumberOfSentBroadcastMessages: deliveredOn("broadcast"),
  getBotInfo: ({ settings }) => ({
    body: {
      userId: settings.botUserId,
      basicId: settings.basicId,
      displayName: settings.botName,
      chatMode: settings.chatMode,
      markAsReadMode: settings.chatMode === "chat" ? "manual" : "auto",
    },
  }),
  getFollowers: (line, { query }) => {
    if (!line.settings.verified) throw refusals.notAvailable();
    const limit = Math.min(Number(query.get("limit") ?? 300), 1000);
    const friends = line.users.all().filter((user) => line.users.reachesAsFriend(user.id));
    const { ids, ...more } = pageOf(
      friends.map((user) => user.id),
      query,
      limit,
    );
    return { body: { userIds: ids, ...more } };
  },
  getWebhookEndpoint: ({ settings }) => {
    if (settings.webhookUrl === "") throw refusals.message(404, "Webhook endpoint not found");
    return { body: { endpoint: settings.webhookUrl, active: true } };
  },
  setWebhookEndpoint: (line, { body }) => {
    checkBody("SetWebhookEndpointRequest", body);
    line.settings.webhookUrl = checkEndpoint(body["endpoint"]);
    line.feed.announce("settings");
    return { body: {} };
  },
  testWebhookEndpoint: async (line, { body }) => ({ body: await testWebhook(line, body["endpoint"]) }),
  issueLinkToken: (line, request) => {
    if (!line.users.find(idInPath(request, "userId"))) throw refusals.notFound();
    return { body: { linkToken: newToken(24) } };
  },
  verifyIdToken: (line, { raw }) => ({ body: line.idTokens.verify(new URLSearchParams(raw.toString("utf8"))) }),
  getCertificates: (line) => ({ body: line.idTokens.certificates() }),
} satisfies Record<string, Handler>;
