import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import type { Person } from "../../../scripts/simulator/people/person";
import { call, openStage, type Stage } from "./support";

interface Event {
  type: string;
  webhookEventId: string;
  replyToken?: string;
  timestamp: number;
  deliveryContext: { isRedelivery: boolean };
  message?: { text?: string };
}

describe("webhooks", () => {
  let stage: Stage;
  let malee: Person;
  const events = () => stage.bot.events() as unknown as Event[];
  const words = () => events().map((event) => event.message?.text);
  const open = async (options = {}): Promise<void> => {
    stage = await openStage(options);
    malee = stage.simulator.addUser({ name: "มาลี" });
  };
  beforeEach(() => open());
  afterEach(() => stage.close());

  it("tell their outcome: status, too slow, nobody there, nowhere to go", async () => {
    expect(await malee.says("หนึ่ง")).toMatchObject({
      status: 200,
      reason: "OK",
      webhookEventId: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{26}$/),
    });
    stage.bot.answer = () => 500;
    expect(await malee.says("สอง")).toMatchObject({ status: 500, reason: "ERROR_STATUS_CODE" });
    stage.bot.answer = () => null;
    stage.simulator.set({ webhookTimeoutMs: 50 });
    expect(await malee.says("สาม")).toMatchObject({ status: null, reason: "REQUEST_TIMEOUT" });
    stage.simulator.set({ webhookUrl: "http://127.0.0.1:1/webhook" });
    expect(await malee.says("สี่")).toMatchObject({ status: null, reason: "COULD_NOT_CONNECT" });
    stage.simulator.set({ webhookUrl: "" });
    expect(await malee.says("ห้า")).toMatchObject({ status: null, reason: "NOT_SENT" });
    expect(stage.simulator.webhooks().map((one) => one.reason)).toEqual([
      "OK",
      "ERROR_STATUS_CODE",
      "REQUEST_TIMEOUT",
      "COULD_NOT_CONNECT",
    ]);
  });

  it("redelivered by hand differ in isRedelivery alone; duplicated in nothing", async () => {
    const { webhookEventId } = await malee.says("หนึ่ง");
    stage.time.now += 60_000;
    await stage.simulator.courier.redeliver(webhookEventId);
    await stage.simulator.courier.duplicate(webhookEventId);
    const [first, again, twice] = events();
    expect(again).toEqual({ ...first, deliveryContext: { isRedelivery: true } });
    expect(twice).toEqual(first);
    await expect(stage.simulator.courier.redeliver("01FZ74A0TDDPYRVKNK77XKC3ZR")).rejects.toThrow("no webhook event");
  });

  it("are not redelivered while redelivery is off, and until 2xx while it is on", async () => {
    let answers = [500, 500, 200];
    stage.bot.answer = () => answers.shift() ?? 200;
    await malee.says("หนึ่ง");
    await stage.simulator.courier.idle();
    expect(events()).toHaveLength(1);
    stage.simulator.set({ redelivery: { enabled: true, delaysMs: [5, 5, 5] } });
    answers = [500, 500, 200];
    const { webhookEventId } = await malee.says("สอง");
    await stage.simulator.courier.idle();
    const second = events().filter((event) => event.webhookEventId === webhookEventId);
    expect(second.map((event) => event.deliveryContext.isRedelivery)).toEqual([false, true, true]);
    answers = [500, 500, 500, 500, 500];
    await malee.says("สาม");
    await stage.simulator.courier.idle();
    expect(events()).toHaveLength(1 + 3 + 4);
  });

  it("can be held and released in another order", async () => {
    stage.simulator.courier.hold();
    const first = await malee.says("หนึ่ง");
    expect(first.reason).toBe("HELD");
    await malee.says("สอง");
    const third = await malee.says("สาม");
    expect(events()).toHaveLength(0);
    expect(stage.simulator.courier.heldIds()).toHaveLength(3);
    await stage.simulator.courier.release({ order: "reversed" });
    expect(words()).toEqual(["สาม", "สอง", "หนึ่ง"]);
    await stage.simulator.courier.release({ order: [first.webhookEventId, third.webhookEventId] });
    expect(words().slice(3)).toEqual(["หนึ่ง", "สาม"]);
    await malee.says("สี่");
    expect(words().at(-1)).toBe("สี่");
  });

  it("can carry several events of several people in one body", async () => {
    const somchai = stage.simulator.addUser({ name: "สมชาย" });
    stage.simulator.courier.hold();
    await malee.says("หนึ่ง");
    await somchai.says("สอง");
    await somchai.blocks();
    const outcomes = await stage.simulator.courier.release({ together: true });
    expect(outcomes.map((one) => one.status)).toEqual([200, 200, 200]);
    expect(stage.bot.bodies).toHaveLength(1);
    expect(events().map((event) => event.type)).toEqual(["message", "message", "unfollow"]);
  });

  it("start the reply token's minute when they go out, not when they are held", async () => {
    stage.simulator.courier.hold();
    const { replyToken } = await malee.says("หนึ่ง");
    stage.time.elapsed += 5 * 60_000;
    await stage.simulator.courier.release();
    await stage.client.replyMessage({ replyToken: String(replyToken), messages: [{ type: "text", text: "ได้" }] });
  });

  it("can be delayed", async () => {
    stage.simulator.courier.delayMs = 40;
    const began = Date.now();
    await malee.says("หนึ่ง");
    expect(Date.now() - began).toBeGreaterThanOrEqual(39);
  });

  it("carry event types that nobody knows yet", async () => {
    await malee.emit("somethingNew", { novelty: { answer: 42 } });
    expect(events()[0]).toMatchObject({
      type: "somethingNew",
      novelty: { answer: 42 },
      mode: "active",
      source: { userId: malee.id },
    });
  });

  it("follow the people's clock", async () => {
    await malee.says("วันนี้");
    const later = stage.time.now + 3 * 24 * 3_600_000;
    await stage.simulator.moveClock(3 * 24 * 3_600_000);
    await malee.says("อีกสามวัน");
    expect(events().map((event) => event.timestamp)).toEqual([stage.time.now, later]);
    await expect(stage.simulator.moveClock(-1)).rejects.toThrow("only moves forward");
  });

  it("have an address that can be read, changed and tried, as in LINE's console", async () => {
    expect(await stage.client.getWebhookEndpoint()).toEqual({ endpoint: stage.bot.url, active: true });
    expect(await stage.client.testWebhookEndpoint({})).toMatchObject({
      success: true,
      statusCode: 200,
      reason: "OK",
      detail: "200",
    });
    expect(stage.bot.bodies[0]?.events).toEqual([]);
    stage.bot.answer = () => 503;
    expect(await stage.client.testWebhookEndpoint({})).toMatchObject({
      success: false,
      statusCode: 503,
      reason: "ERROR_STATUS_CODE",
    });
    expect(await stage.client.testWebhookEndpoint({ endpoint: "http://127.0.0.1:1/" })).toMatchObject({
      success: false,
      statusCode: 0,
      reason: "COULD_NOT_CONNECT",
    });
    await stage.client.setWebhookEndpoint({ endpoint: "https://example.com/webhook" });
    expect(stage.simulator.settings.webhookUrl).toBe("https://example.com/webhook");
    expect(
      (await call(stage, "PUT", "/v2/bot/channel/webhook/endpoint", { endpoint: "mailto:a@example.com" })).status,
    ).toBe(400);
    stage.simulator.set({ webhookUrl: "" });
    expect((await call(stage, "GET", "/v2/bot/channel/webhook/endpoint")).status).toBe(404);
  });
});
