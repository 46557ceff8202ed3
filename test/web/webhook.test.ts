import { createHmac, randomBytes } from "node:crypto";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "@jest/globals";
import express from "express";
import { isSignedBy } from "../../src/line/signature";
import type { InboxEvent, StoreOutcome } from "../../src/storage/inbox";
import { createWebhook } from "../../src/web/webhook";

const secret = "test-channel-secret";
const servers: Server[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
});

interface Setup {
  store?: (events: InboxEvent[]) => Promise<StoreOutcome[]>;
  secrets?: string[];
  deadlineMs?: number;
  wrap?: (webhook: RequestListener) => RequestListener;
}

/** A webhook on a port of its own; gives the way to post to it, and what it stored. */
async function listen({ store, secrets = [secret], deadlineMs = 1500, wrap = (one) => one }: Setup = {}) {
  const stored: InboxEvent[] = [];
  const keep = (events: InboxEvent[]): Promise<StoreOutcome[]> => {
    stored.push(...events);
    return Promise.resolve(events.map(() => "stored" as const));
  };
  const webhook = createWebhook({
    channelSecrets: secrets,
    now: () => new Date(),
    onStored: () => undefined,
    store: store ?? keep,
    deadlineMs,
  });
  const server = createServer(wrap(webhook));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`;
  const post = async (body: string | Buffer, signature = sign(body)): Promise<number> => {
    const { status } = await fetch(url, {
      method: "POST",
      body: new Uint8Array(Buffer.from(body)),
      headers: { "x-line-signature": signature },
    });
    return status;
  };
  return { post, stored };
}

const sign = (body: string | Buffer, key = secret): string => createHmac("sha256", key).update(body).digest("base64");

function textEvent(text: string, id = randomBytes(13).toString("hex")) {
  return {
    type: "message",
    mode: "active",
    timestamp: Date.now(),
    webhookEventId: id,
    deliveryContext: { isRedelivery: false },
    source: { type: "user", userId: `U${"a".repeat(32)}` },
    replyToken: "t",
    message: { type: "text", id: "1234567890123", text },
  };
}
const bodyOf = (...events: unknown[]): string => JSON.stringify({ destination: "U0", events });

describe("the webhook", () => {
  it("knows LINE's published signature", () => {
    const body = Buffer.from('{"destination":"U8e742f61d673b39c7fff3cecb7536ef0","events":[]}');
    expect(isSignedBy(["8c570fa6dd201bb328f1c1eac23a96d8"], body, "GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs=")).toBe(
      true,
    );
    expect(isSignedBy(["8c570fa6dd201bb328f1c1eac23a96d9"], body, "GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs=")).toBe(
      false,
    );
    expect(isSignedBy(["x"], body, undefined)).toBe(false);
  });

  it("stores the events of a signed body, and only then says 200", async () => {
    const { post, stored } = await listen();
    expect(await post(bodyOf(textEvent("ยอดเงิน")))).toBe(200);
    expect(stored.map((event) => event.type)).toEqual(["message"]);
  });

  it("takes either of two secrets while one is being replaced", async () => {
    const { post } = await listen({ secrets: ["new-secret", secret] });
    const body = bodyOf(textEvent("ยอดเงิน"));
    expect(await post(body)).toBe(200);
    expect(await post(body, sign(body, "new-secret"))).toBe(200);
    expect(await post(body, sign(body, "third"))).toBe(401);
  });

  it("refuses a body that was changed by one byte, re-serialised, or not signed", async () => {
    const { post, stored } = await listen();
    const body = '{"destination":"U0","events":[ ], "x":"\\ud83d\\ude00"}';
    expect(await post(body)).toBe(200);
    expect(await post(JSON.stringify(JSON.parse(body)), sign(body))).toBe(401);
    expect(await post(body, "")).toBe(401);
    expect(stored).toEqual([]);
  });

  it("answers LINE's check without events, and refuses what is no webhook body", async () => {
    const { post } = await listen();
    expect(await post(bodyOf())).toBe(200);
    expect(await post("not json")).toBe(400);
    expect(await post('{"events":7}')).toBe(400);
  });

  it("reads no body over a megabyte", async () => {
    const { post, stored } = await listen();
    const answer = await post(Buffer.alloc(1024 * 1024 + 1, 0x20)).catch(() => 413);
    expect(answer).toBe(413);
    expect(stored).toEqual([]);
  });

  it("stores what it does not know, and masks identity numbers before it does", async () => {
    const { post, stored } = await listen();
    const odd = { type: "somethingNew", timestamp: 1, webhookEventId: "w1", source: { type: "user", userId: "U1" } };
    expect(await post(bodyOf(odd, 42, textEvent("เลขบัตร 1-2345-67890-12-3 ค่ะ และ ๑๒๓๔๕๖๗๘๙๐๑๒๓")))).toBe(200);
    expect(stored.map((event) => event.type)).toEqual(["somethingNew", "unreadable", "message"]);
    const { message } = stored[2]?.event as { message: { text: string; id: string } };
    expect(message.text).toBe(`เลขบัตร ${"x".repeat(13)} ค่ะ และ ${"x".repeat(13)}`);
    expect(message.id).toBe("1234567890123");
  });

  it("says 500 when the store fails or is too slow, so that LINE delivers again", async () => {
    const failing = await listen({ store: () => Promise.reject(new Error("disk")) });
    expect(await failing.post(bodyOf(textEvent("ก")))).toBe(500);
    const slow = await listen({ store: () => new Promise(() => undefined), deadlineMs: 50 });
    expect(await slow.post(bodyOf(textEvent("ก")))).toBe(500);
  });

  it("shares a write between deliveries and gives each its own outcome", async () => {
    const batches: number[] = [];
    let release: (() => void) | undefined;
    const store = async (events: InboxEvent[]): Promise<StoreOutcome[]> => {
      batches.push(events.length);
      if (batches.length <= 2) await new Promise<void>((resolve) => (release = chain(release, resolve)));
      return events.map((event) => (event._id === "bad" ? "failed" : event._id === "again" ? "duplicate" : "stored"));
    };
    const { post } = await listen({ store });
    const first = [post(bodyOf(textEvent("1"))), post(bodyOf(textEvent("2")))];
    await until(() => batches.length === 2);
    const rest = [
      post(bodyOf(textEvent("3", "bad"), textEvent("4"))),
      post(bodyOf(textEvent("5", "again"))),
      post(bodyOf(textEvent("6"))),
    ];
    await new Promise((resolve) => setTimeout(resolve, 100));
    release?.();
    expect(await Promise.all(first)).toEqual([200, 200]);
    expect(await Promise.all(rest)).toEqual([500, 200, 200]);
    expect(batches.slice(2).reduce((total, size) => total + size, 0)).toBe(4);
    expect(batches.length).toBeLessThan(5);
  });

  it("mounts inside Express too, behind its raw parser", async () => {
    const wrap = (webhook: RequestListener): RequestListener => {
      const app = express();
      app.post("/webhook", express.raw({ type: "*/*", limit: "1mb" }), webhook);
      return app;
    };
    const { post, stored } = await listen({ wrap });
    expect(await post(bodyOf(textEvent("ยอดเงิน")))).toBe(200);
    expect(stored).toHaveLength(1);
  });
});

const chain = (before: (() => void) | undefined, next: () => void) => () => {
  before?.();
  next();
};

async function until(done: () => boolean): Promise<void> {
  while (!done()) await new Promise((resolve) => setTimeout(resolve, 5));
}
