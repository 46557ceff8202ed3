import type { Server } from "node:http";
import { presentBurst, presentError, presentFailure } from "./bot/present-error";
import { route } from "./bot/router";
import { createClock, type Clock } from "./clock";
import type { Config, Role } from "./config";
import { startJobs } from "./jobs/run-due-jobs";
import type { JobContext } from "./jobs/context";
import type { LineClient } from "./line/client";
import { createIdTokenVerifier } from "./line/id-token";
import { openPagesAt, showPicturesAt } from "./messages/page-links";
import { vaultOf } from "./media/take-photo";
import { takeLease } from "./storage/leases";
import { getDatabaseInfo } from "./storage/database-info";
import { createAlert, createMetrics, type Alert, type Metrics } from "./telemetry/metrics";
import { errorCode, type Log } from "./telemetry/log";
import { pageOperations } from "./web/api/registry";
import { closeServer, createWebServer, type WebOptions } from "./web/server";
import { createWebhook } from "./web/webhook";
import { bringPhoto } from "./worker/bring-photo";
import { Dispatcher } from "./worker/dispatch-outbox";
import { enqueueNotices } from "./worker/enqueue";
import { Lanes } from "./worker/lanes";
import { giveMenu } from "./worker/menus";
import { InboxProcessor } from "./worker/process-inbox";

/** What the loops run with besides the configuration; tests make the lengths short. */
export interface SajjaOptions {
  config: Config;
  line: LineClient;
  log: Log;
  leaseMs?: number;
  renewMs?: number;
  pollMs?: number;
  orphanedAfterMs?: number;
  webhookDeadlineMs?: number;
  /** The folder of the built pages; left out: there are none. */
  pagesFolder?: string;
  /** How often the offset of a trial's clock is read. */
  clockMs?: number;
}

/** A running Sajja: one process's share of web, worker and jobs. */
export interface Sajja {
  /** Port of the web server; null without the web role. */
  port: number | null;
  clock: Clock;
  metrics: Metrics;
  inbox: InboxProcessor;
  dispatcher: Dispatcher;
  /** Takes no more work, lets what runs end, and gives the lanes back. */
  stop(): Promise<void>;
}

/** Starts the roles of this process on a connected database. */
export async function startSajja(options: SajjaOptions): Promise<Sajja> {
  const { config, line, log } = options;
  openPagesAt(config.line.loginChannelId === null ? null : config.line.liffId);
  showPicturesAt(config.publicBaseUrl);
  const metrics = createMetrics();
  const alert = createAlert(log, metrics);
  const trialClock = await followClock(log, options.clockMs ?? 1_000);
  const { clock } = trialClock;
  const lanes = new Lanes({
    ...(options.leaseMs === undefined ? {} : { leaseMs: options.leaseMs }),
    ...(options.renewMs === undefined ? {} : { renewMs: options.renewMs }),
    onError: (error) => log.error({ code: errorCode(error) }, "lanes"),
    onChange: () => void Promise.all([inbox.poll(), dispatcher.poll()]),
  });
  const poll = options.pollMs === undefined ? {} : { pollMs: options.pollMs };
  const dispatcher = new Dispatcher({
    lanes,
    clock,
    line,
    log,
    metrics,
    alert,
    ...poll,
    ...(options.orphanedAfterMs === undefined ? {} : { orphanedAfterMs: options.orphanedAfterMs }),
  });
  const inbox = new InboxProcessor({
    lanes,
    clock,
    log,
    metrics,
    alert,
    bot: conversation(config),
    bringPhoto: (event, now) => bringPhoto(event, { line: config.line, vault: vaultOf(config), now }),
    onCommitted: (chatIds) => dispatcher.wake(chatIds),
    onMenu: (menu) => void giveMenu(line, menu).catch((error: unknown) => log.warn({ code: errorCode(error) }, "menu")),
    showLoading: (chatId) => void line.showLoading(chatId).catch(() => undefined), // Only a courtesy.
    ...poll,
  });
  const stops: (() => Promise<void> | void)[] = [() => trialClock.stop()];
  if (has(config, "worker")) stops.push(await startWorker(lanes, inbox, dispatcher));
  if (has(config, "jobs"))
    stops.push(
      startJobsLane(lanes.holder, {
        clock,
        line,
        log,
        metrics,
        alert,
        notify: enqueueNotices,
        dataKeys: config.dataKeys,
      }),
    );
  const server = has(config, "web") ? await startWeb(options, { clock, metrics, inbox, dispatcher }) : null;
  if (server) stops.push(() => closeServer(server));
  const stop = async () => {
    for (const one of stops.reverse()) await one();
  };
  return { port: server ? portOf(server) : null, clock, metrics, inbox, dispatcher, stop };
}

const has = (config: Config, role: Role): boolean => config.roles.includes(role);

/** The clock of a trial database may be moved; every process follows its offset. */
async function followClock(log: Log, everyMs: number): Promise<{ clock: Clock; stop: () => void }> {
  let offsetMs = (await getDatabaseInfo()).clockOffsetMs;
  const timer = setInterval(() => {
    getDatabaseInfo()
      .then((info) => (offsetMs = info.clockOffsetMs))
      .catch((error: unknown) => log.error({ code: errorCode(error) }, "clock"));
  }, everyMs);
  timer.unref();
  return { clock: createClock(() => offsetMs), stop: () => clearInterval(timer) };
}

function conversation({
  defaultLocale: language,
  line: { liffId },
}: Config): ConstructorParameters<typeof InboxProcessor>[0]["bot"] {
  return {
    route: (tx, event, now) => route(tx, event, now, language, liffId),
    presentError: (tx, error, event, now) => presentError(tx, error, { event, now, language }),
    presentFailure: (tx, event, now) => presentFailure(tx, { event, now, language }),
    presentBurst: (tx, event, now) => presentBurst(tx, { event, now, language }),
  };
}

async function startWorker(lanes: Lanes, inbox: InboxProcessor, dispatcher: Dispatcher): Promise<() => Promise<void>> {
  await lanes.start();
  inbox.start();
  dispatcher.start();
  return async () => {
    await inbox.stop();
    await dispatcher.stop();
    await lanes.stop();
  };
}

/** Jobs are one more lane: the process that holds it runs what is due. */
function startJobsLane(holder: string, parts: Omit<JobContext, "now"> & { clock: Clock; alert: Alert }): () => void {
  const { clock, ...context } = parts;
  return startJobs(
    async () => ((await takeLease("jobs", holder, 90_000)) ? { ...context, now: clock.now() } : null),
    (error) => parts.log.error({ code: errorCode(error) }, "jobs"),
  );
}

async function startWeb(
  { config, line, log, webhookDeadlineMs, pagesFolder }: SajjaOptions,
  parts: { clock: Clock; metrics: Metrics; inbox: InboxProcessor; dispatcher: Dispatcher },
): Promise<Server> {
  const { clock, metrics, inbox, dispatcher } = parts;
  const webhook = createWebhook({
    channelSecrets: config.line.channelSecrets,
    now: () => new Date(),
    onStored: (chats) => inbox.wake(chats),
    onOutcome: (outcome) => metrics.webhooks.inc({ outcome }),
    ...(webhookDeadlineMs === undefined ? {} : { deadlineMs: webhookDeadlineMs }),
  });
  const loops = has(config, "worker") ? { inbox: () => inbox.isRunning } : {};
  const server = createWebServer({
    webhook,
    loops,
    metrics,
    metricsToken: config.metricsToken,
    clock,
    log,
    defaultLanguage: config.defaultLocale,
    pages: pagesOf(config, { clock, pagesFolder, line, onCommitted: (chatIds) => dispatcher.wake(chatIds) }),
  });
  // Behind a proxy of its own the server listens for others; a trial is this machine's alone.
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(config.port, config.simulator ? "127.0.0.1" : undefined, resolve);
  });
  return server;
}

/** Pages are on where a channel of LINE Login says who opens them. */
function pagesOf(
  { line, dataKeys, simulator }: Config,
  parts: {
    clock: Clock;
    pagesFolder: string | undefined;
    line: LineClient;
    onCommitted: (chatIds: string[]) => void;
  },
): WebOptions["pages"] {
  const { loginChannelId, liffId } = line;
  if (loginChannelId === null || liffId === null) return null;
  const { clock, pagesFolder: folder, onCommitted } = parts;
  const basicId = (): Promise<string | null> =>
    parts.line.botInfo().then(
      (info) => info.basicId,
      () => null,
    );
  const verifyIdToken = createIdTokenVerifier({ apiBaseUrl: line.apiBaseUrl, loginChannelId });
  const files = folder === undefined ? null : { folder, liffId, simulatorOrigin: simulator ? line.apiBaseUrl : null };
  return { verifyIdToken, clock, dataKeys, basicId, operations: pageOperations, onCommitted, files };
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server listens on a port");
  return address.port;
}
