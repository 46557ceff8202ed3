import type { Config } from "../../src/config";
import { createLineClient, type LineClient } from "../../src/line/client";
import { LineRejectedError, LineUnreachableError } from "../../src/line/errors";
import type { Command } from "./command";
import { exitCode, print, RefusedError } from "./context";

/** What LINE says of the account, and what is to be changed; every sentence of `problems` is one thing to do. */
interface Findings {
  bot: Awaited<ReturnType<LineClient["botInfo"]>>;
  webhook: Awaited<ReturnType<LineClient["webhookEndpoint"]>>;
  webhookTest: Awaited<ReturnType<LineClient["testWebhook"]>> | null;
  quota: Awaited<ReturnType<LineClient["quota"]>>;
  problems: string[];
}

/** Percent of the month's messages from which the check says so. */
const quotaWarning = 80;

/** What LINE's API does not tell; somebody looks once in LINE Official Account Manager. */
const byHand =
  "In LINE Official Account Manager, Response settings, the greeting and auto-reply messages must be off, or people get two answers.";

/** `sajja line check`: asks LINE about credentials, webhook, quota and account, and says what to change; 1 when there is anything. */
export const lineCheck: Command = {
  usage: "line check",
  about: "checks credentials, webhook address, quota and account settings with LINE",
  needs: "nothing",
  async run(_input, context) {
    if (!context.config.hasCredentials)
      throw new RefusedError(
        "No LINE credentials are set: LINE_CHANNEL_SECRET and LINE_CHANNEL_ACCESS_TOKEN of the LINE Developers Console are needed.",
      );
    const findings = await ask(createLineClient(context.config.line), context.config);
    const { bot, webhook, quota, problems } = findings;
    print(context, { ok: problems.length === 0, ...findings, byHand }, [
      `Account ${bot.displayName} (${bot.basicId}), ${quota.used} of ${quota.limit ?? "unlimited"} messages used this month.`,
      `Webhook ${webhook?.endpoint ?? "not set"}.`,
      byHand,
      ...(problems.length === 0 ? ["Everything that LINE tells is in order."] : []),
    ]);
    for (const problem of problems) context.err(problem);
    return problems.length === 0 ? exitCode.done : exitCode.refused;
  },
};

async function ask(line: LineClient, config: Config): Promise<Findings> {
  try {
    const bot = await line.botInfo();
    const webhook = await line.webhookEndpoint();
    const webhookTest = webhook ? await line.testWebhook() : null;
    const quota = await line.quota();
    const found = { bot, webhook, webhookTest, quota };
    return { ...found, problems: problemsOf(found, config) };
  } catch (error) {
    throw error instanceof LineRejectedError || error instanceof LineUnreachableError
      ? new RefusedError(lineSentence(error))
      : error;
  }
}

/** What LINE's refusal means for the operator. */
export function lineSentence(error: LineRejectedError | LineUnreachableError): string {
  if (error instanceof LineUnreachableError)
    return `LINE does not answer (${error.reason}): check this machine's way to LINE_API_BASE_URL and try again.`;
  if (error.kind === "unauthorized" || error.kind === "forbidden")
    return "LINE refuses the access token: issue a new one in the LINE Developers Console, Messaging API, and set LINE_CHANNEL_ACCESS_TOKEN.";
  if (error.kind === "rate") return "LINE was asked too often: try again in some minutes.";
  return `LINE refuses the question (status ${error.status}).`;
}

function problemsOf({ bot, webhook, webhookTest, quota }: Omit<Findings, "problems">, config: Config): string[] {
  const problems: string[] = [];
  const wanted = config.publicBaseUrl === null ? null : `${config.publicBaseUrl}/webhook`;
  if (!webhook) {
    const address = wanted ?? "https://<your host>/webhook";
    problems.push(`No webhook address is set: set ${address} in the LINE Developers Console, Messaging API.`);
  } else {
    if (wanted !== null && webhook.endpoint !== wanted)
      problems.push(
        `The webhook address is ${webhook.endpoint}: change it to ${wanted}, or PUBLIC_BASE_URL to what is right.`,
      );
    else if (new URL(webhook.endpoint).pathname !== "/webhook")
      problems.push(`The webhook address is ${webhook.endpoint}: its path must be /webhook.`);
    if (!webhook.active)
      problems.push("Webhooks are switched off: switch on Use webhook in the LINE Developers Console.");
    if (webhookTest && !webhookTest.success) problems.push(testSentence(webhookTest));
  }
  if (quota.limit !== null && quota.used * 100 >= quota.limit * quotaWarning)
    problems.push(
      `${quota.used} of ${quota.limit} messages of this month are used: beyond them nothing is pushed unless the plan is raised.`,
    );
  if (bot.chatMode === "chat")
    problems.push(
      "Chat is switched on, so messages stay unread and may be answered by hand: switch Chat off in LINE Official Account Manager, Response settings.",
    );
  return problems;
}

function testSentence({ reason, statusCode }: { reason: string; statusCode: number }): string {
  if (statusCode === 401)
    return "This server refused LINE's test: LINE_CHANNEL_SECRET is not the secret of this channel (Basic settings).";
  return `LINE's test of the webhook failed (${reason}, status ${statusCode}): the server must run and be reachable there over HTTPS.`;
}
