import { describe, expect, it } from "@jest/globals";
import { OutboxModel, holdUnsent, releaseHeld, purgeOutbox } from "../../src/storage/outbox";
import { DeliveryModel, endAllDeliveries, purgeDeliveries } from "../../src/storage/deliveries";
import { createMetrics } from "../../src/telemetry/metrics";
import { buildPerson } from "../support/builders";
import { look, sendUntil, useDeliveryBench } from "./delivery-bench";

describe("who shares a body", () => {
  const bench = useDeliveryBench();

  const multicasts = () => bench.sends().filter(({ operation }) => operation === "multicast");
  const readers = () => multicasts().flatMap(({ requestBody }) => (requestBody as { to: string[] }).to);
  const pushedTo = () =>
    bench
      .sends()
      .filter(({ operation }) => operation === "pushMessage")
      .map(({ requestBody }) => (requestBody as { to: string }).to);

  it("a push reaches who wrote within a week, a multicast only friends: who is not known as one is pushed to", async () => {
    const friends = await bench.phones(12);
    const unknown = bench.simulator.addUser({ name: "ไม่มีในทะเบียน", friend: false });
    const guest = bench.simulator.addUser({ name: "ยังไม่เป็นเพื่อน", friend: false });
    await buildPerson(guest.id, { friendTold: false });
    for (const phone of [unknown, guest]) await phone.says("สวัสดี");
    const ids = await bench.putToAll([...friends, unknown, guest]);
    await bench.sendDue(await bench.start());

    expect(await bench.statesOf(ids)).toEqual({ sent: 14 });
    expect(readers().sort()).toEqual(friends.map(({ id }) => id).sort());
    expect(pushedTo().sort()).toEqual([unknown.id, guest.id].sort());
    for (const phone of [...friends, unknown, guest]) expect(bench.textsOn(phone)).toEqual(["ข้อความ"]);
  });

  it("a group chat never does, though its row carries the mark", async () => {
    const friends = await bench.phones(12);
    const chat = bench.simulator.addGroup({ name: "กลุ่ม", members: friends.slice(0, 2) });
    await chat.invitesBot();
    const ids = await bench.putToAll([...friends, { id: chat.id }]);
    await bench.sendDue(await bench.start());

    expect(await bench.statesOf(ids)).toEqual({ sent: 13 });
    expect(readers()).not.toContain(chat.id);
    expect(pushedTo()).toEqual([chat.id]);
  });

  it("is told what LINE would not deliver by no multicast: it skips who blocked the account since, and bills nobody for her", async () => {
    const phones = await bench.phones(12);
    const [blocking] = phones;
    bench.simulator.user(blocking?.id ?? "").changes({ blocked: true });
    const before = bench.simulator.bill().used;
    const ids = await bench.putToAll(phones);
    await bench.sendDue(await bench.start());

    expect(await bench.statesOf(ids)).toEqual({ sent: 12 });
    expect(bench.simulator.bill().used - before).toBe(11);
  });

  it("two rows of one body for one phone go as one push of two messages", async () => {
    const phones = await bench.phones(12);
    const [twice] = phones as [(typeof phones)[number]];
    const ids = await bench.putToAll([...phones, twice]);
    await bench.sendDue(await bench.start());

    expect(await bench.statesOf(ids)).toEqual({ sent: 13 });
    expect(bench.textsOn(twice)).toEqual(["ข้อความ", "ข้อความ"]);
    expect(readers()).not.toContain(twice.id);
    expect(bench.sends()).toHaveLength(2);
  });

  it("counts each reader's message, and forgets rows and call when they are old", async () => {
    const metrics = createMetrics();
    const ids = await bench.putToAll(await bench.phones(12));
    await bench.sendDue(await bench.start({ metrics }));

    expect((await metrics.sends.get()).values).toEqual([
      expect.objectContaining({ labels: { channel: "multicast", kind: "link.replaced", result: "sent" }, value: 12 }),
    ]);
    const deliveries = { rowIds: { $in: ids } };
    expect(await DeliveryModel.find(deliveries).lean()).toMatchObject([{ channel: "multicast", state: "done" }]);
    await purgeOutbox(new Date(Date.now() + 60_000));
    await purgeDeliveries(new Date(Date.now() + 60_000));
    expect(await OutboxModel.countDocuments({ _id: { $in: ids } })).toBe(0);
    expect(await DeliveryModel.countDocuments(deliveries)).toBe(0);
  });

  it("what a restore finds unsent is held, and goes in a call for all when it is released; receipts go as copies", async () => {
    const [phones, payers] = [await bench.phones(12), await bench.phones(12)];
    const news = await bench.putToAll(phones);
    const receipts = await bench.putToAll(payers, { kind: "receipt.reversed", text: "แก้" });
    bench.simulator.fail("multicast", { kind: "error-before", times: 2 });
    await look(await bench.start({ delays: { stopMs: 50, slowMs: 20, backoffMs: 60_000 } }));
    await bench.stopAll();
    await endAllDeliveries("restored");
    expect(await holdUnsent()).toBeGreaterThanOrEqual(24);
    expect(await bench.statesOf([...news, ...receipts])).toEqual({ held: 24 });
    const dispatcher = await bench.start();
    await bench.sendDue(dispatcher);
    expect(multicasts().filter(({ status }) => status === 200)).toEqual([]);

    await releaseHeld();
    await sendUntil(dispatcher, async () => (await bench.statesOf([...news, ...receipts]))["sent"] === 24);

    expect(multicasts().filter(({ status }) => status === 200)).toHaveLength(2);
    expect(phones.map((phone) => bench.textsOn(phone))).toEqual(phones.map(() => ["ข้อความ"]));
    expect(payers.map((phone) => bench.textsOn(phone))).toEqual(payers.map(() => ["สำเนา แก้"]));
  });
});
