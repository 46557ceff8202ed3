import { readFileSync } from "node:fs";
import http from "node:http";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { controlRoutes } from "../../../scripts/simulator/api/control";
import type { Change } from "../../../scripts/simulator/state/change-feed";
import { flex } from "./flex-sample";
import { png } from "./pictures";
import { openStage, refusal, secret, text, token, type Stage } from "./support";

type Json = Record<string, unknown> & { id: string };

describe("the control API", () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await openStage();
  });
  afterEach(() => stage.close());

  async function ask(method: string, at: string, body?: unknown): Promise<{ status: number; json: Json }> {
    const init = { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    const answer = await fetch(`${stage.origin}/simulator${at}`, init);
    return { status: answer.status, json: (await answer.json()) as Json };
  }
  const ok = async (method: string, at: string, body?: unknown): Promise<Json> => {
    const { status, json } = await ask(method, at, body);
    expect([at, status, json]).toEqual([at, 200, json]);
    return json;
  };
  const person = (name: string) => ok("POST", "/users", { name });

  it("is documented whole", () => {
    const page = readFileSync(path.join(__dirname, "../../../docs/simulator.md"), "utf8");
    const missing = controlRoutes.filter((route) => !page.includes(`\`${route.method} ${route.path}\``));
    expect(missing.map((route) => `${route.method} ${route.path}`)).toEqual([]);
    expect(page).toContain("`GET /simulator/changes`");
  });

  it("lets people say, send, tap, and shows their chat", async () => {
    const { id } = await person("มาลี");
    expect(await ok("POST", `/users/${id}/say`, { text: "ยอดเงิน" })).toMatchObject({ status: 200, reason: "OK" });
    const [image] = (await ok("POST", `/users/${id}/send`, {
      kind: "image",
      base64: png(10, 10).toString("base64"),
    })) as unknown as Json[];
    const bytes = await fetch(`${stage.origin}/simulator/contents/${String(image?.["messageId"])}`);
    expect([bytes.headers.get("content-type"), (await bytes.arrayBuffer()).byteLength]).toEqual(["image/png", 64]);
    await ok("POST", `/users/${id}/send`, { kind: "sticker" });
    await ok("POST", `/users/${id}/send`, { kind: "location", latitude: 6.9, longitude: 100.7 });
    await ok("POST", `/users/${id}/send`, { kind: "file", name: "a.txt", base64: "YQ==" });
    await ok("POST", `/users/${id}/send`, { kind: "audio", base64: "YQ==", polls: 1 });
    await ok("POST", `/users/${id}/send`, { kind: "shared-image", url: "https://example.com/a.png" });
    await stage.client.pushMessage({ to: id, messages: [flex()] });
    await ok("POST", `/users/${id}/tap-button`, { label: "ยืนยันรับ 475 บาท" });
    await ok("POST", `/users/${id}/tap`, { data: "forged" });
    await ok("POST", `/users/${id}/perform`, { action: { type: "message", text: "ตามปุ่ม" } });
    const chat = await ok("GET", `/chats/${id}`);
    const kinds = (chat["messages"] as { content: { type: string } }[]).map((message) => message.content.type);
    expect(kinds).toEqual(["text", "image", "sticker", "location", "file", "audio", "image", "flex", "text", "text"]);
    expect(stage.bot.events()).toHaveLength(10);
  });

  it("makes groups and speaks in them", async () => {
    const [malee, somchai] = [await person("มาลี"), await person("สมชาย")];
    const group = await ok("POST", "/groups", { name: "บ้านน้ำขาว", members: [malee.id] });
    await ok("POST", `/groups/${group.id}/bot`, { present: true });
    await ok("POST", `/groups/${group.id}/members`, { add: [somchai.id] });
    const said = await ok("POST", `/users/${somchai.id}/say`, {
      text: "ยอด",
      group: group.id,
      mentions: { bot: true },
    });
    await ok("POST", `/users/${somchai.id}/edit`, { messageId: said["messageId"], text: "แก้", group: group.id });
    await ok("POST", `/users/${somchai.id}/unsend`, { messageId: said["messageId"], group: group.id });
    await ok("POST", `/users/${malee.id}/tap`, { data: "x", group: group.id, anonymous: true });
    await ok("POST", `/groups/${group.id}/bot`, { present: false });
    expect(stage.bot.events().map((event) => event.type)).toEqual([
      "join",
      "memberJoined",
      "message",
      "messageEdited",
      "unsend",
      "postback",
      "leave",
    ]);
    expect((await ok("GET", `/chats/${group.id}`))["messages"]).toMatchObject([{ unsent: true }]);
  });

  it("shows everything at a glance, and no secret", async () => {
    const { id } = await person("มาลี");
    await ok("PATCH", `/users/${id}`, { language: "en" });
    await ok("POST", `/users/${id}/block`);
    await ok("POST", `/users/${id}/follow`);
    await stage.client.pushMessage({ to: id, messages: [text("a")] });
    const state = await ok("GET", "/state");
    expect(state).toMatchObject({
      now: "2026-03-10T02:00:00.000Z",
      users: [{ id, name: "มาลี", language: "en", friend: true, blocked: false, richMenuId: null }],
      groups: [],
      chats: [{ count: 1, last: { content: { text: "a" }, via: "push" } }],
      held: null,
      faults: [],
      bill: { used: 1 },
      settings: { webhookUrl: stage.bot.url, quota: { type: "limited", value: 300 } },
    });
    expect(JSON.stringify(state)).not.toContain(secret);
    expect(JSON.stringify(state)).not.toContain(token);
  });

  it("tells webhooks and calls, and repeats, holds and releases them", async () => {
    const { id } = await person("มาลี");
    const { webhookEventId } = await ok("POST", `/users/${id}/say`, { text: "หนึ่ง" });
    await ok("POST", `/webhooks/${String(webhookEventId)}/redeliver`);
    await ok("POST", "/webhooks/last/duplicate");
    await ok("POST", "/webhooks/hold");
    await ok("POST", `/users/${id}/say`, { text: "สอง" });
    expect((await ok("GET", "/state"))["held"]).toHaveLength(1);
    await ok("POST", "/webhooks/release", { together: true });
    const sent = (await ok("GET", "/webhooks")) as unknown as { isRedelivery: boolean; seq: number }[];
    expect(sent.map((one) => one.isRedelivery)).toEqual([false, true, false, false]);
    expect(await ok("GET", `/webhooks?after=${sent[2]?.seq}`)).toHaveLength(1);
    await stage.client.getProfile(id);
    expect(await ok("GET", "/calls")).toMatchObject([{ operation: "getProfile", status: 200 }]);
    await ok("DELETE", "/traffic");
    expect(await ok("GET", "/calls")).toEqual([]);
    await ok("POST", "/events", { user: id, type: "novelty", own: { a: 1 } });
    expect(stage.bot.events().at(-1)).toMatchObject({ type: "novelty", a: 1 });
  });

  it("steers settings, faults, tokens, quota and clock", async () => {
    const { id } = await person("มาลี");
    await ok("PATCH", "/settings", {
      quota: { type: "limited", value: 1 },
      redelivery: { enabled: true },
      delayMs: 1,
      chatMode: "chat",
    });
    expect(stage.simulator.settings).toMatchObject({
      chatMode: "chat",
      redelivery: { enabled: true, delaysMs: [1000, 5000, 15_000] },
    });
    await ok("PATCH", "/settings", { rateLimits: { getBotInfo: { burst: 1, perMs: 60_000 } } });
    await stage.client.getBotInfo();
    expect((await refusal(stage.client.getBotInfo())).status).toBe(429);
    expect((await ask("PATCH", "/settings", { rateLimits: { sendPoem: { burst: 1, perMs: 1 } } })).status).toBe(400);
    await ok("POST", "/faults", { operation: "getProfile", kind: "error-before" });
    expect((await refusal(stage.client.getProfile(id))).status).toBe(500);
    await ok("POST", "/faults", { operation: "getProfile", kind: "slow", ms: 1, times: 3 });
    await ok("DELETE", "/faults");
    const { replyToken } = await ok("POST", `/users/${id}/say`, { text: "หนึ่ง" });
    await ok("POST", "/reply-tokens/expire");
    expect(
      (await refusal(stage.client.replyMessage({ replyToken: String(replyToken), messages: [text("a")] }))).status,
    ).toBe(400);
    expect((await ok("POST", "/quota/elsewhere", { heads: 1 }))["used"]).toBe(1);
    expect((await refusal(stage.client.pushMessage({ to: id, messages: [text("a")] }))).status).toBe(429);
    expect((await ok("GET", "/bill"))["used"]).toBe(1);
    expect(await ok("POST", "/clock", { byMs: 1000 })).toEqual({ now: "2026-03-10T02:00:01.000Z" });
    expect(await ok("POST", "/clock", { to: "2026-04-05T09:00:00+07:00" })).toEqual({
      now: "2026-04-05T02:00:00.000Z",
    });
  });

  it("mints ID tokens, serves menus and validates cards", async () => {
    const { id } = await person("มาลี");
    const { idToken } = await ok("POST", `/users/${id}/id-token`, { nonce: "n" });
    expect(String(idToken).split(".")).toHaveLength(3);
    const { richMenuId } = await stage.client.createRichMenu({
      size: { width: 2500, height: 843 },
      selected: true,
      name: "a",
      chatBarText: "a",
      areas: [
        {
          bounds: { x: 0, y: 0, width: 2500, height: 843 },
          action: { type: "message", label: "ช่วย", text: "ช่วยเหลือ" },
        },
      ],
    });
    expect((await ask("GET", `/rich-menus/${richMenuId}/image`)).status).toBe(404);
    await stage.blob.setRichMenuImage(richMenuId, new Blob([png(2500, 843)], { type: "image/png" }));
    await stage.client.setDefaultRichMenu(richMenuId);
    const picture = await fetch(`${stage.origin}/simulator/rich-menus/${richMenuId}/image`);
    expect(picture.headers.get("content-type")).toBe("image/png");
    await ok("POST", `/users/${id}/tap-menu`, { area: "ช่วย" });
    expect((await ok("GET", `/chats/${id}`))["richMenu"]).toMatchObject({ richMenuId, chatBarText: "a" });
    expect(await ok("POST", "/validate", { messages: [flex()] })).toEqual({ problems: [] });
    expect((await ok("POST", "/validate", { messages: [text("")] }))["problems"]).toHaveLength(1);
  });

  it("streams changes", async () => {
    const abort = new AbortController();
    const answer = await fetch(`${stage.origin}/simulator/changes`, { signal: abort.signal });
    expect(answer.headers.get("content-type")).toBe("text/event-stream");
    const { id } = await person("มาลี");
    await ok("POST", `/users/${id}/say`, { text: "หนึ่ง" });
    let stream = "";
    for await (const part of answer.body as unknown as AsyncIterable<Uint8Array>) {
      stream += Buffer.from(part).toString();
      if (stream.includes('"webhook"')) break;
    }
    abort.abort();
    const changes = [...stream.matchAll(/^data: (.*)$/gm)].map((match) => JSON.parse(match[1] ?? "") as Change);
    expect(changes.map((change) => [change.kind, change.id])).toEqual(
      expect.arrayContaining([
        ["user", id],
        ["message", id],
        ["webhook", expect.any(String)],
      ]),
    );
    expect(changes.map((change) => change.seq)).toEqual([...changes.map((change) => change.seq)].sort((a, b) => a - b));
  });

  it("says what is wrong with a question", async () => {
    expect(await ask("POST", "/users", {})).toMatchObject({
      status: 400,
      json: { error: expect.stringContaining("name") },
    });
    expect((await ask("POST", "/users/U1/say", { text: "a" })).status).toBe(404);
    expect((await ask("GET", "/chats/nobody")).status).toBe(404);
    expect((await ask("GET", "/poems")).status).toBe(404);
    expect((await ask("POST", "/faults", { operation: "sendPoem", kind: "slow" })).status).toBe(400);
    expect((await ask("POST", "/clock", { to: "2020-01-01T00:00:00Z" })).status).toBe(400);
    expect((await ask("POST", "/webhooks/none/redeliver")).status).toBe(404);
    expect((await fetch(`${stage.origin}/simulator/users`, { method: "POST", body: "{" })).status).toBe(400);
    expect((await fetch(`${stage.origin}/anything`)).status).toBe(404);
  });

  it("answers this machine alone, not pages of elsewhere", async () => {
    const foreign = await fetch(`${stage.origin}/simulator/state`, { headers: { origin: "https://example.com" } });
    expect(foreign.status).toBe(403);
    const rebound = await new Promise<number | undefined>((resolve) => {
      http.get(`${stage.origin}/simulator/state`, { headers: { host: "example.com" } }, (response) =>
        resolve(response.resume().statusCode),
      );
    });
    expect(rebound).toBe(403);
    expect((await fetch(`${stage.origin}/simulator/state`, { headers: { origin: stage.origin } })).status).toBe(200);
  });
});
