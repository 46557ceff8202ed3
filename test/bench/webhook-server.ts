import { createHmac, timingSafeEqual } from "node:crypto";
import { createServer, type RequestListener, type Server } from "node:http";
import { middleware } from "@line/bot-sdk";
import express from "express";
import { connectDatabase, ensureIndexes } from "../../src/storage/connection";
import { createWebhook } from "../../src/web/webhook";

/** One of the servers of the webhook table, in a process of its own: `tsx webhook-server.ts <kind> <secret> [<database uri>]`. */
const [, , kind = "", secret = "", uri = ""] = process.argv;

/** What no server can undercut: read the body, verify it, answer. */
const bare: RequestListener = (req, res) => {
  const chunks: Buffer[] = [];
  req.on("data", (chunk: Buffer) => chunks.push(chunk));
  req.on("end", () => {
    const expected = createHmac("sha256", secret).update(Buffer.concat(chunks)).digest();
    const given = Buffer.from(String(req.headers["x-line-signature"]), "base64");
    res.statusCode = given.length === expected.length && timingSafeEqual(given, expected) ? 200 : 401;
    res.end();
  });
};

/** The peer: LINE's own middleware in Express, storing nothing. */
function peer(): RequestListener {
  const app = express();
  app.post("/webhook", middleware({ channelSecret: secret }), (_req, res) => void res.sendStatus(200));
  return app;
}

async function ours(): Promise<RequestListener> {
  await connectDatabase(uri);
  await ensureIndexes();
  return createWebhook({
    channelSecrets: [secret],
    now: () => new Date(),
    onStored: () => undefined,
    deadlineMs: 10_000,
  });
}

async function main(): Promise<void> {
  const listener = kind === "ours" ? await ours() : kind === "peer" ? peer() : bare;
  const server: Server = createServer(listener);
  server.listen(0, "127.0.0.1", () => process.send?.({ port: (server.address() as { port: number }).port }));
  process.on("message", () => process.send?.({ cpu: process.cpuUsage() }));
}

void main();
