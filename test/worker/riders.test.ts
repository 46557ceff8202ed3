import { describe, expect, it } from "@jest/globals";
import { MemberModel } from "../../src/storage/members";
import { PersonModel } from "../../src/storage/persons";
import { unparkRows } from "../../src/storage/outbox";
import { buildGroup, buildMember, buildPerson } from "../support/builders";
import { useDeliveryBench } from "./delivery-bench";

const hour = 60 * 60 * 1000;

describe("what goes along, and what does not go", () => {
  const bench = useDeliveryBench();

  it("fills a call with at most five messages, riders before the answer, oldest first", async () => {
    const phone = await bench.phone();
    for (let n = 1; n <= 6; n++)
      await bench.put(phone, { text: `ใบเสร็จ ${n}`, createdAt: new Date(Date.now() - 60_000 + n) });
    await bench.answer(phone);
    const dispatcher = await bench.start();
    await bench.sendDue(dispatcher);

    expect(bench.textsOn(phone)).toEqual(["ใบเสร็จ 1", "ใบเสร็จ 2", "ใบเสร็จ 3", "ใบเสร็จ 4", "คำตอบ"]);
    await bench.answer(phone);
    await bench.sendDue(dispatcher);
    expect(bench.textsOn(phone).slice(5)).toEqual(["ใบเสร็จ 5", "ใบเสร็จ 6", "คำตอบ"]);
    expect(bench.sends().map(({ operation }) => operation)).toEqual(["replyMessage", "replyMessage"]);
  });

  it("lets what asks for a word ride first, then money, then the rest, the oldest first within each", async () => {
    const phone = await bench.phone();
    const put = (text: string, age: number, over: Parameters<typeof bench.put>[1]) =>
      bench.put(phone, { text, dueAt: null, createdAt: new Date(Date.now() - age * 1_000), ...over });
    await put("ข่าวเก่า", 90, { kind: "callback.requested" });
    await put("ใบเสร็จ 1", 80, {});
    await put("ข่าวใหม่", 70, { kind: "callback.requested" });
    await put("ใบเสร็จ 2", 60, {});
    await put("ขอแก้ 1", 50, { kind: "reversal.request", approvalId: "one" });
    await put("ขอแก้ 2", 40, { kind: "reversal.request", approvalId: "two" });
    await bench.answer(phone);
    const dispatcher = await bench.start();
    await bench.sendDue(dispatcher);

    expect(bench.textsOn(phone)).toEqual(["ขอแก้ 1", "ขอแก้ 2", "ใบเสร็จ 1", "ใบเสร็จ 2", "คำตอบ"]);
    await bench.answer(phone);
    await bench.sendDue(dispatcher);
    expect(bench.textsOn(phone).slice(5)).toEqual(["ข่าวเก่า", "ข่าวใหม่", "คำตอบ"]);
  });

  it("answers though a hundred receipts wait, and pushes what is due before them", async () => {
    const phone = await bench.phone();
    const old = (n: number) => new Date(Date.now() - 3_600_000 + n);
    for (let n = 0; n < 100; n++) await bench.put(phone, { text: `ใบเสร็จ ${n}`, createdAt: old(n) });
    const urgent = await bench.put(phone, { kind: "link.replaced", text: "ย้ายเครื่อง" });
    const dispatcher = await bench.start();
    await bench.sendDue(dispatcher);
    expect(await bench.row(urgent)).toMatchObject({ state: "sent" });
    const answer = await bench.answer(phone);
    await bench.sendDue(dispatcher);

    expect(await bench.row(answer)).toMatchObject({ state: "sent" });
    expect(bench.textsOn(phone)).toHaveLength(10);
  });

  it("lets nothing ride into a group chat, and pushes nothing there by itself", async () => {
    const phone = await bench.phone();
    const chat = bench.simulator.addGroup({ name: "กลุ่ม", members: [phone] });
    await chat.invitesBot();
    const { replyToken, webhookEventId } = await chat.says(phone, "#สัจจะ");
    await bench.put({ id: chat.id }, { text: "เรื่องส่วนตัว" });
    const reply = { eventId: webhookEventId, token: replyToken ?? "", freshUntil: new Date(Date.now() + 50_000) };
    await bench.put({ id: chat.id }, { kind: "answer", text: "คำตอบ", reply, dueAt: bench.clock.now() });
    await bench.sendDue(await bench.start());

    expect(
      chat
        .messages()
        .filter(({ from }) => from === "bot")
        .map(({ content }) => content["text"]),
    ).toEqual(["คำตอบ"]);
  });

  it("bundles what is due for one person into one push", async () => {
    const phone = await bench.phone();
    for (let n = 1; n <= 3; n++) await bench.put(phone, { text: `ใบเสร็จ ${n}`, dueAt: bench.clock.now() });
    await bench.put(phone, { kind: "callback.requested", text: "ฝากโทร", dueAt: new Date(Date.now() + hour) });
    await bench.sendDue(await bench.start());

    expect(bench.textsOn(phone)).toHaveLength(4);
    expect(bench.sends()).toHaveLength(1);
  });

  it("drops what expired, money never, and says why", async () => {
    const phone = await bench.phone();
    const news = await bench.put(phone, {
      kind: "reversal.request",
      text: "ขอแก้",
      expiresAt: new Date(Date.now() + hour),
    });
    const money = await bench.put(phone, { text: "ใบเสร็จ" });
    bench.offsetMs = 2 * hour;
    await bench.answer(phone);
    await bench.sendDue(await bench.start());

    expect(await bench.row(news)).toMatchObject({ state: "dropped", lastError: "expired" });
    expect(await bench.row(money)).toMatchObject({ state: "sent" });
  });

  it("drops what was written for a link that changed, or for somebody who took her consent back", async () => {
    const group = await buildGroup();
    const [moved, silent] = [bench.simulator.addUser({ name: "ก" }), bench.simulator.addUser({ name: "ข" })];
    const [first, second] = [await buildPerson(moved.id), await buildPerson(silent.id)];
    const [one, two] = [
      await buildMember(group, { personId: first._id }),
      await buildMember(group, { personId: second._id }),
    ];
    const stale = await bench.put(moved, {
      personId: first._id,
      basis: { memberId: one.id, linkVersion: 1 },
      dueAt: bench.clock.now(),
    });
    const kept = await bench.put(silent, {
      personId: second._id,
      basis: { memberId: two.id, linkVersion: 1 },
      dueAt: bench.clock.now(),
    });
    await MemberModel.updateOne({ _id: one.id }, { $set: { "link.version": 2 } });
    await PersonModel.updateOne({ _id: second._id }, { $set: { consent: null } });
    await bench.sendDue(await bench.start());

    expect(await bench.row(stale)).toMatchObject({ state: "dropped", lastError: "link-changed" });
    expect(await bench.row(kept)).toMatchObject({ state: "dropped", lastError: "no-consent" });
    expect(bench.sends()).toEqual([]);
  });

  it("pushes nothing to who blocked the account; it waits for her next answer", async () => {
    const phone = await bench.phone({ friend: false });
    const id = await bench.put(phone, { kind: "link.replaced", text: "ย้ายเครื่อง" });
    const dispatcher = await bench.start();
    await bench.sendDue(dispatcher);
    expect(await bench.row(id)).toMatchObject({ state: "waiting", dueAt: null });

    await bench.answer(phone);
    await bench.sendDue(dispatcher);
    expect(bench.textsOn(phone)).toEqual(["ย้ายเครื่อง", "คำตอบ"]);
  });

  it("takes a push to a blocked account for sent, as LINE does, and bills nobody", async () => {
    const phone = await bench.phone();
    bench.simulator.user(phone.id).changes({ blocked: true });
    const before = bench.simulator.bill().used;
    const id = await bench.put(phone, { kind: "link.replaced" });
    await bench.sendDue(await bench.start());

    expect(await bench.row(id)).toMatchObject({ state: "sent" });
    expect(bench.simulator.bill().used).toBe(before);
  });

  it("lets an answer ride once its token is too old, for a day, and never pushes it", async () => {
    const phone = await bench.phone();
    const late = await bench.answer(phone, {
      text: "คำตอบช้า",
      lifeMs: -1,
      expiresAt: new Date(Date.now() + 24 * hour),
    });
    const dispatcher = await bench.start();
    await bench.sendDue(dispatcher);
    expect(await bench.row(late)).toMatchObject({ state: "waiting", reply: null, dueAt: null });
    expect(bench.sends()).toEqual([]);

    await bench.answer(phone, { text: "คำตอบต่อมา" });
    await bench.sendDue(dispatcher);
    expect(bench.textsOn(phone)).toEqual(["คำตอบช้า", "คำตอบต่อมา"]);
  });

  it("answers each event by its own token, though two wait", async () => {
    const phone = await bench.phone();
    await bench.answer(phone, { text: "หนึ่ง" });
    await bench.answer(phone, { text: "สอง" });
    await bench.sendDue(await bench.start());

    expect(bench.sends()).toHaveLength(2);
    expect(bench.textsOn(phone)).toEqual(["หนึ่ง", "สอง"]);
  });

  it("sends what was parked for want of quota when there is room again", async () => {
    const phone = await bench.phone();
    bench.simulator.setQuota({ type: "limited", value: 0 });
    const id = await bench.put(phone, { kind: "link.replaced" });
    const dispatcher = await bench.start();
    await bench.sendDue(dispatcher);
    bench.simulator.setQuota({ type: "none" });
    await unparkRows(bench.clock.now());
    await bench.sendDue(dispatcher);

    expect(await bench.row(id)).toMatchObject({ state: "sent" });
  });
});
