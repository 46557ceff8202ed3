import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it, jest } from "@jest/globals";
import { presentBurst, presentError, presentFailure } from "../../src/bot/present-error";
import { route } from "../../src/bot/router";
import { createClock } from "../../src/clock";
import { laneOf } from "../../src/domain/lanes";
import { InboxModel, replay, storeEvents, type InboxEvent } from "../../src/storage/inbox";
import { OutboxModel } from "../../src/storage/outbox";
import { TransactionBusyError } from "../../src/storage/tx";
import { createLog } from "../../src/telemetry/log";
import { createMetrics } from "../../src/telemetry/metrics";
import { Lanes } from "../../src/worker/lanes";
import { InboxProcessor, type Conversationalist, type InboxOptions } from "../../src/worker/process-inbox";
import { buildGroup, buildMember, buildPerson } from "../support/builders";
import { isRough, useDatabase } from "../support/database";

jest.setTimeout(60_000);

const bot: Conversationalist = {
  route: (tx, event, now) => route(tx, event, now, "th"),
  presentError: (tx, error, event, now) => presentError(tx, error, { event, now, language: "th" }),
  presentFailure: (tx, event, now) => presentFailure(tx, { event, now, language: "th" }),
  presentBurst: (tx, event, now) => presentBurst(tx, { event, now, language: "th" }),
};

describe("the inbox", () => {
  useDatabase();
  const running: { inbox: InboxProcessor; lanes: Lanes }[] = [];
  const errors: unknown[] = [];
  let alerts: string[] = [];
  let at = Date.now();
  let chatId = "";

  beforeEach(() => {
    chatId = `U${randomBytes(16).toString("hex")}`;
    at = Date.now();
  });
  afterEach(async () => {
    for (const { inbox, lanes } of running.splice(0)) {
      await inbox.stop();
      await lanes.stop();
    }
    alerts = [];
    if (!isRough) expect(errors).toEqual([]);
    await OutboxModel.updateMany({ state: "waiting" }, { $set: { state: "dropped" } });
  });

  it("answers events of one chat in the order in which they happened, however they arrive", async () => {
    const order: string[] = [];
    const noting: Conversationalist = {
      ...bot,
      route: (tx, event, now) => {
        order.push(textOf(event));
        return bot.route(tx, event, now);
      },
    };
    const events = ["หนึ่ง", "สอง", "สาม"].map((text) => textEvent(text));
    await storeEvents([...events].reverse());
    await worksOff(await start({ bot: noting }));

    expect([...new Set(order)]).toEqual(["หนึ่ง", "สอง", "สาม"]); // A conflict runs an event again, in its place.
  });

  it("counts an attempt before it works, waits longer each time, parks after five with one neutral sentence, and others go on", async () => {
    let tries = 0;
    const failing: Conversationalist = {
      ...bot,
      route: (tx, event, now) => {
        if (textOf(event) !== "พิษ") return bot.route(tx, event, now);
        tries++;
        throw new TypeError("it reads what is not there");
      },
    };
    const poison = textEvent("พิษ");
    const after = textEvent("สวัสดี");
    const elsewhere = textEvent("สวัสดี", `U${randomBytes(16).toString("hex")}`);
    await storeEvents([poison, after, elsewhere]);
    await worksOff(await start({ bot: failing, retryDelaysMs: [1, 1, 1, 1] }));

    expect(tries).toBe(5);
    expect(await eventOf(poison)).toMatchObject({ state: "parked", attempts: 5, lastError: "TypeError" });
    expect(await eventOf(after)).toMatchObject({ state: "done", attempts: 1 });
    expect(await eventOf(elsewhere)).toMatchObject({ state: "done" });
    expect(alerts).toEqual(["inbox.parked"]);
    const [neutral, answer] = await textsTo(chatId);
    expect(neutral).toContain("ระบบขัดข้อง ข้อความล่าสุดยังไม่ได้บันทึก");
    expect(answer).toContain("สวัสดี");
  });

  it("parks an event that killed its process five times without trying it again", async () => {
    let tries = 0;
    const event = { ...textEvent("สวัสดี"), attempts: 5 };
    await storeEvents([event]);
    await worksOff(await start({ bot: { ...bot, route: (...all) => (tries++, bot.route(...all)) } }));

    expect(tries).toBe(0);
    expect(await eventOf(event)).toMatchObject({ state: "parked", lastError: "killed" });
  });

  it("parks even where the neutral sentence itself cannot be said", async () => {
    const hopeless: Conversationalist = {
      ...bot,
      route: () => Promise.reject(new Error("broken data")),
      presentFailure: () => Promise.reject(new Error("broken data")),
    };
    const event = textEvent("สวัสดี");
    await storeEvents([event]);
    await worksOff(await start({ bot: hopeless, retryDelaysMs: [1, 1, 1, 1] }));

    expect(await eventOf(event)).toMatchObject({ state: "parked" });
    expect(alerts).toEqual(["inbox.parked"]);
    expect(await textsTo(chatId)).toEqual([]);
  });

  it("costs no attempt to meet only conflicts", async () => {
    let busy = 2;
    const contended: Conversationalist = {
      ...bot,
      route: (...all) => (busy-- > 0 ? Promise.reject(new TransactionBusyError("conflicts")) : bot.route(...all)),
    };
    const event = textEvent("สวัสดี");
    await storeEvents([event]);
    await worksOff(await start({ bot: contended }));

    expect(await eventOf(event)).toMatchObject({ state: "done", attempts: 1 });
  });

  it("leaves nothing of an event whose transaction failed after its words were ready", async () => {
    let tries = 0;
    const late: Conversationalist = {
      ...bot,
      route: async (tx, event, now) => {
        const routed = await bot.route(tx, event, now);
        if (++tries === 1) throw new Error("after everything");
        return routed;
      },
    };
    await storeEvents([textEvent("สวัสดี")]);
    await worksOff(await start({ bot: late, retryDelaysMs: [1] }));

    expect(await textsTo(chatId)).toHaveLength(1);
  });

  it("answers a stranger's flood a few times and then once", async () => {
    await storeEvents(Array.from({ length: 60 }, (_, n) => textEvent(`ข้อความ ${n}`)));
    await worksOff(await start());

    const texts = await textsTo(chatId);
    expect(texts.length).toBeLessThanOrEqual(4);
    expect(texts.at(-1)).toContain("ข้อความเข้ามาหลายข้อความ");
    expect(await InboxModel.countDocuments({ chatId, state: "done" })).toBe(60);
  });

  it("answers every question of a lively member, and keeps follow and unsend of a flood", async () => {
    const group = await buildGroup();
    const person = await buildPerson(chatId);
    await buildMember(group, { personId: person._id });
    await storeEvents(Array.from({ length: 12 }, () => textEvent("วันนัด")));
    const stranger = `U${randomBytes(16).toString("hex")}`;
    const said = textEvent("ลบทีหลัง", stranger);
    const flood = Array.from({ length: 10 }, (_, n) => textEvent(`ข้อความ ${n}`, stranger));
    await storeEvents([said, ...flood, eventOfType("unsend", stranger, { unsend: { messageId: said._id } })]);
    await worksOff(await start());

    expect(await textsTo(chatId)).toHaveLength(12);
    expect((await eventOf(said)).event).toBeNull();
  });

  it("is worked off once by two processes with lanes of their own, none taking the other's", async () => {
    const events = Array.from({ length: 40 }, (_, n) => textEvent("สวัสดี", `U${String(n).padStart(32, "0")}`));
    const first = await start({}, { renewMs: 20 });
    const second = await start({}, { renewMs: 20 });
    const held = () => running.map(({ lanes }) => lanes.lanes);
    while (!held().every((lanes) => lanes.length === 8)) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(new Set(held().flat()).size).toBe(16);
    await storeEvents(events);
    await Promise.all([worksOff(first), worksOff(second)]);

    for (const event of events) {
      expect(await eventOf(event)).toMatchObject({ state: "done", ...(isRough ? {} : { attempts: 1 }) });
      expect(await textsTo(event.chatId)).toHaveLength(1);
    }
  });

  it("makes one effect where two processes believe to hold the same lane", async () => {
    const event = textEvent("สวัสดี");
    await storeEvents([event]);
    const first = await start({}, { leaseMs: 1, renewMs: 600_000 });
    await new Promise((resolve) => setTimeout(resolve, 5)); // The first one's lease is over, and it does not know.
    const second = await start();
    const held = () => running.map(({ lanes }) => lanes.lanes.length);
    while (held()[1] !== 16) await new Promise((resolve) => setTimeout(resolve, 10));
    if (!isRough) expect(held()).toEqual([16, 16]);
    await Promise.all([worksOff(first), worksOff(second)]);

    expect(await textsTo(chatId)).toHaveLength(1);
    expect(await eventOf(event)).toMatchObject({ state: "done" });
  });

  it("runs a parked event again when told to, without its reply token and without feeding a conversation", async () => {
    const group = await buildGroup();
    const person = await buildPerson(chatId);
    await buildMember(group, { personId: person._id });
    const event = { ...textEvent("เรื่องสมุดของแม่"), state: "parked" as const };
    await storeEvents([event, textEvent("ฝากชื่อให้โทรกลับ")]);
    const inbox = await start();
    await worksOff(inbox);
    expect(await replay(event._id, new Date())).toBe(true);
    expect(await replay("unknown", new Date())).toBe(false);
    await worksOff(inbox);

    const [row] = await OutboxModel.find({ chatId, reply: null }).lean();
    expect(JSON.stringify(row?.messages)).toContain("ยังไม่เข้าใจ");
  });

  it("skips what is older than a week, unless an operator wants it run", async () => {
    const monthAgo = new Date(Date.now() - 30 * 24 * 60 * 60 * 1000);
    const [old, wanted] = [textEvent("เก่า"), textEvent("สวัสดี")];
    await storeEvents([
      { ...old, occurredAt: monthAgo },
      { ...wanted, occurredAt: monthAgo, replayed: true },
    ]);
    await worksOff(await start());

    expect(await eventOf(old)).toMatchObject({ state: "done" });
    expect(await textsTo(chatId)).toEqual([expect.stringContaining("สวัสดี")]);
  });

  async function start(
    over: Partial<InboxOptions> = {},
    { leaseMs = 60_000, renewMs = 100 } = {},
  ): Promise<InboxProcessor> {
    const lanes = new Lanes({ leaseMs, renewMs, onError: (error) => errors.push(error), onChange: () => undefined });
    await lanes.start();
    const inbox = new InboxProcessor({
      lanes,
      clock: createClock(),
      bot,
      log: createLog(process.env["TEST_LOG"] ?? "silent"),
      metrics: createMetrics(),
      alert: (code) => alerts.push(code),
      onCommitted: () => undefined,
      onMenu: () => undefined,
      showLoading: () => undefined,
      pollMs: 20,
      ...over,
    });
    inbox.start();
    running.push({ inbox, lanes });
    return inbox;
  }

  /** Waits until no event waits any more. */
  async function worksOff(inbox: InboxProcessor): Promise<void> {
    const deadline = Date.now() + 30_000;
    while (await InboxModel.exists({ state: "waiting" })) {
      if (Date.now() > deadline) throw new Error("events still wait");
      await inbox.poll();
      await inbox.drain();
    }
  }

  function textEvent(text: string, chat = chatId): InboxEvent {
    const id = randomBytes(13).toString("hex");
    return { ...eventOfType("message", chat, { message: { type: "text", id, text }, replyToken: id }), _id: id };
  }

  function eventOfType(type: string, chat: string, own: Record<string, unknown>): InboxEvent {
    const now = new Date();
    return {
      _id: randomBytes(13).toString("hex"),
      chatId: chat,
      lane: laneOf(chat),
      type,
      state: "waiting",
      attempts: 0,
      receivedAt: now,
      deliveredAt: now,
      occurredAt: new Date(at++),
      nextAttemptAt: now,
      doneAt: null,
      lastError: null,
      replayed: false,
      event: { type, source: { type: "user", userId: chat }, ...own },
    };
  }

  const textOf = ({ event }: InboxEvent): string =>
    String((event?.["message"] as { text?: unknown } | undefined)?.text);

  const eventOf = ({ _id }: InboxEvent): Promise<InboxEvent> => InboxModel.findById(_id).orFail().lean<InboxEvent>();

  async function textsTo(chat: string): Promise<string[]> {
    const rows = await OutboxModel.find({ chatId: chat }).sort({ createdAt: 1 }).lean();
    return rows.map(({ messages }) => JSON.stringify(messages));
  }
});
