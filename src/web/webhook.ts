import type { IncomingMessage, ServerResponse } from "node:http";
import { isSignedBy } from "../line/signature";
import { storeEvents, type InboxEvent, type StoreOutcome } from "../storage/inbox";
import { readEvents, UnreadableBodyError } from "./webhook-events";

export interface WebhookOptions {
  channelSecrets: readonly string[];
  now: () => Date;
  /** Called with the chats that have new events, after they are stored. */
  onStored: (chats: { chatId: string; lane: number }[]) => void;
  onOutcome?: (outcome: "stored" | "bad-signature" | "too-large" | "unreadable" | "failed", events: number) => void;
  store?: (events: InboxEvent[]) => Promise<StoreOutcome[]>;
  /** LINE gives up after 2 s; we answer before that, in milliseconds of real time. */
  deadlineMs?: number;
}

/** LINE's bodies are far smaller; a larger one is not read to its end. */
const bodyLimit = 1024 * 1024;

/**
 * Answers LINE's webhook: verifies the raw bytes, stores every event, and only then says 200. On failure 500, so that LINE delivers
 * again. It takes node's own request and response, so that it mounts ahead of Express or inside it.
 */
export function createWebhook(options: WebhookOptions): (req: IncomingMessage, res: ServerResponse) => void {
  const store = createSharedStore(options.store ?? storeEvents);
  const report = options.onOutcome ?? (() => undefined);
  return (req, res) => {
    readBody(
      req,
      res,
      (body) => {
        if (!isSignedBy(options.channelSecrets, body, req.headers["x-line-signature"] as string | undefined)) {
          report("bad-signature", 0);
          return answer(res, 401);
        }
        let events: InboxEvent[];
        try {
          events = readEvents(body, options.now());
        } catch (error) {
          report("unreadable", 0);
          return answer(res, error instanceof UnreadableBodyError ? 400 : 500);
        }
        if (events.length === 0) return answer(res, 200);
        const deadline = setTimeout(() => finish("failed"), options.deadlineMs ?? 1500);
        const finish = (outcome: "stored" | "failed") => {
          clearTimeout(deadline);
          if (res.writableEnded) return;
          report(outcome, events.length);
          answer(res, outcome === "stored" ? 200 : 500);
        };
        void store(events).then((outcomes) => {
          if (outcomes.some((outcome) => outcome !== "failed")) options.onStored(events);
          finish(outcomes.includes("failed") ? "failed" : "stored");
        });
      },
      () => report("too-large", 0),
    );
  };
}

function readBody(req: IncomingMessage, res: ServerResponse, done: (body: Buffer) => void, tooLarge: () => void): void {
  const already = (req as IncomingMessage & { body?: unknown }).body;
  if (Buffer.isBuffer(already)) return done(already); // Mounted in Express behind express.raw.
  const chunks: Buffer[] = [];
  let size = 0;
  req.on("data", (chunk: Buffer) => {
    size += chunk.length;
    if (size <= bodyLimit) chunks.push(chunk);
    else if (!res.writableEnded) {
      tooLarge();
      res.setHeader("connection", "close");
      answer(res, 413);
    }
  });
  req.on("end", () => {
    if (size <= bodyLimit) done(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks));
  });
  req.on("error", () => undefined); // The peer went away: nothing was stored, nobody waits for an answer.
}

function answer(res: ServerResponse, status: number): void {
  res.statusCode = status;
  res.end();
}

/**
 * Deliveries that arrive while a write is under way share the next one (at most two in flight): sharing the sync, not skipping it, is
 * what makes durability cheap. Each outcome goes back to its own delivery; a write that fails as a whole fails all of its events.
 */
function createSharedStore(
  store: (events: InboxEvent[]) => Promise<StoreOutcome[]>,
): (events: InboxEvent[]) => Promise<StoreOutcome[]> {
  let waiting: { events: InboxEvent[]; resolve: (outcomes: StoreOutcome[]) => void }[] = [];
  let inFlight = 0;

  const flush = async () => {
    const batch = waiting;
    waiting = [];
    inFlight++;
    const all = batch.flatMap(({ events }) => events);
    // Two deliveries of one event in one batch: the second meets the first as a duplicate, which is a success.
    const outcomes = await store(all).catch(() => all.map((): StoreOutcome => "failed"));
    inFlight--;
    let at = 0;
    for (const { events, resolve } of batch) {
      resolve(outcomes.slice(at, at + events.length));
      at += events.length;
    }
    if (waiting.length > 0) void flush();
  };

  return (events) =>
    new Promise((resolve) => {
      waiting.push({ events, resolve });
      if (inFlight < 2) void flush();
    });
}
