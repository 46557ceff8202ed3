import http from "node:http";
import type { AddressInfo } from "node:net";
import { HTTPFetchError, messagingApi, validateSignature, type webhook } from "@line/bot-sdk";
import { createSimulator, type Simulator } from "../../../scripts/simulator/core";
import type { SimulatorOptions } from "../../../scripts/simulator/options";

export const secret = "channel-secret-of-tests";
export const token = "channel-access-token-of-tests";

/** A bot that only listens: keeps what it got and answers as told. */
export interface Bot {
  url: string;
  bodies: webhook.CallbackRequest[];
  events(): webhook.Event[];
  /** Status of the next answers; null: no answer. */
  answer: () => number | null;
  onEvent: (event: webhook.Event) => void;
  close(): Promise<void>;
}

async function openBot(): Promise<Bot> {
  const bodies: webhook.CallbackRequest[] = [];
  const bot = {
    url: "",
    bodies,
    events: () => bodies.flatMap((body) => body.events),
    answer: (): number | null => 200,
    onEvent: (_event: webhook.Event): void => undefined,
  };
  const server = http.createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const raw = Buffer.concat(parts);
      const signature = String(request.headers["x-line-signature"]);
      if (!validateSignature(raw, secret, signature)) return response.writeHead(401).end();
      const body = JSON.parse(raw.toString("utf8")) as webhook.CallbackRequest;
      bodies.push(body);
      const status = bot.answer();
      if (status !== null) response.writeHead(status).end();
      body.events.forEach((event) => bot.onEvent(event));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  bot.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`;
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return Object.assign(bot, { close });
}

export interface Stage {
  simulator: Simulator;
  origin: string;
  bot: Bot;
  client: messagingApi.MessagingApiClient;
  blob: messagingApi.MessagingApiBlobClient;
  /** Milliseconds of the people's clock and of real time, moved by tests. */
  time: { now: number; elapsed: number };
  close(): Promise<void>;
}

/** A simulator with a listening bot and LINE's own SDK; both clocks stand still until a test moves them. */
export async function openStage(options: Partial<SimulatorOptions> = {}): Promise<Stage> {
  const bot = await openBot();
  const time = { now: Date.parse("2026-03-10T09:00:00+07:00"), elapsed: 0 };
  const simulator = createSimulator({
    channelSecret: secret,
    channelAccessToken: token,
    webhookUrl: bot.url,
    webhookTimeoutMs: 10_000,
    now: () => new Date(time.now),
    elapsed: () => time.elapsed,
    ...options,
  });
  const { origin } = await simulator.start();
  const config = { channelAccessToken: token, baseURL: origin };
  return {
    simulator,
    origin,
    bot,
    time,
    client: new messagingApi.MessagingApiClient(config),
    blob: new messagingApi.MessagingApiBlobClient(config),
    close: async () => {
      await simulator.stop();
      await bot.close();
    },
  };
}

/** Status and parsed body of a call that LINE refuses; fails when it does not. */
export async function refusal(call: Promise<unknown>): Promise<{ status: number; body: unknown; headers: Headers }> {
  try {
    await call;
  } catch (error) {
    if (error instanceof HTTPFetchError)
      return { status: error.status, body: JSON.parse(error.body), headers: error.headers };
    throw error;
  }
  throw new Error("LINE did not refuse");
}

/** A call without the SDK. */
export function call(
  stage: Stage,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(stage.origin + path, {
    method,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json", ...headers },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
}

/** A text message. */
export function text(words: string): messagingApi.TextMessage {
  return { type: "text", text: words };
}
