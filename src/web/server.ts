import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import express, { type Express } from "express";
import helmet from "helmet";
import type { Clock } from "../clock";
import type { Language } from "../i18n/language";
import type { Log } from "../telemetry/log";
import type { Metrics } from "../telemetry/metrics";
import { createApi, type ApiParts } from "./api/api";
import { createPages, type PagesParts } from "./pages-server";
import { createQrPictures } from "./qr-pictures";
import { errorHandler } from "./error-handler";
import { readiness, refreshGauges } from "./health";
import { mayReadMetrics } from "./metrics-access";

export interface WebOptions {
  webhook: (req: IncomingMessage, res: ServerResponse) => void;
  loops: Record<string, () => boolean>;
  metrics: Metrics;
  metricsToken: string | null;
  clock: Clock;
  log: Log;
  defaultLanguage: Language;
  /** The pages and their API; null: they are off. Without built files there is the API alone. */
  pages: (ApiParts & { files: PagesParts | null }) | null;
}

/** Everything but the webhook: health, metrics, pictures of codes, the pages and their API. */
export function createApp(options: WebOptions): Express {
  const app = express();
  app.disable("x-powered-by");
  // A proxy on this machine or its own network tells whose request it hands on; nobody else is believed.
  app.set("trust proxy", ["loopback", "linklocal", "uniquelocal"]);
  app.use(helmet());
  app.get("/healthz", (_req, res) => void res.json({ status: "ok" }));
  app.get("/readyz", async (_req, res) => {
    const state = await readiness(options.loops);
    res.status(state.ready ? 200 : 503).json(state);
  });
  app.get("/metrics", async (req, res) => {
    if (!mayReadMetrics(req, options.metricsToken)) return void res.status(403).end();
    await refreshGauges(options.metrics, options.clock.now());
    res.type(options.metrics.registry.contentType).send(await options.metrics.registry.metrics());
  });
  app.use("/qr", createQrPictures({ clock: options.clock, language: options.defaultLanguage }));
  if (options.pages) app.use("/api", createApi(options.pages));
  if (options.pages?.files) app.use("/pages", createPages(options.pages.files));
  app.use((_req, res) => void res.status(404).end());
  app.use(errorHandler(options.log, options.defaultLanguage));
  return app;
}

/** The web server. The webhook is answered one `if` ahead of Express, which would cost more than everything else that it does. */
export function createWebServer(options: WebOptions): Server {
  const app = createApp(options);
  return createServer((req, res) => {
    if (req.method === "POST" && req.url === "/webhook") options.webhook(req, res);
    else app(req, res);
  });
}

/** Stops taking requests and lets what runs end. */
export async function closeServer(server: Server): Promise<void> {
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  clearInterval(idle);
}
