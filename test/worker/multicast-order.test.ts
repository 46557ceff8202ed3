import { describe, expect, it } from "@jest/globals";
import type { Person as Phone } from "../../scripts/simulator/core";
import { DeliveryModel } from "../../src/storage/deliveries";
import { look, sendUntil, useDeliveryBench } from "./delivery-bench";

const slowly = { stopMs: 50, slowMs: 20, backoffMs: 400 };

describe("the order within a chat, when a body goes to many", () => {
  const bench = useDeliveryBench();

  const until = (ids: readonly string[]) => async () => (await bench.statesOf(ids))["sent"] === ids.length;

  it.each(["error-before", "error-after", "rate-limit"] as const)(
    "%s: what was written later for a reader waits for the body, though it goes again only later",
    async (kind) => {
      const phones = await bench.phones(12);
      const [reader, ...others] = phones as [Phone, ...Phone[]];
      bench.simulator.fail("multicast", { kind });
      const ids = await bench.putToAll(phones);
      const dispatcher = await bench.start({ delays: { ...slowly, slowMs: 400 } });
      await look(dispatcher);
      const later = await bench.put(reader, { kind: "link.replaced", text: "ทีหลัง" });
      await sendUntil(dispatcher, until([...ids, later]));

      expect(bench.textsOn(reader)).toEqual(["ข้อความ", "ทีหลัง"]);
      expect(others.map((phone) => bench.textsOn(phone))).toEqual(others.map(() => ["ข้อความ"]));
    },
  );

  it("an answer goes meanwhile: its token does not wait", async () => {
    const phones = await bench.phones(12);
    const [reader] = phones as [Phone];
    bench.simulator.fail("multicast", { kind: "error-before" });
    const ids = await bench.putToAll(phones);
    const dispatcher = await bench.start({ delays: { ...slowly, backoffMs: 60_000 } });
    await look(dispatcher);
    const answer = await bench.answer(reader);
    await sendUntil(dispatcher, until([answer]));

    expect(bench.textsOn(reader)).toEqual(["คำตอบ"]);
    expect(await bench.statesOf(ids)).toEqual({ sending: 12 });
  });

  it("what fails again and again keeps nothing back any more", async () => {
    const phones = await bench.phones(12);
    const [reader] = phones as [Phone];
    bench.simulator.fail("multicast", { kind: "error-before", times: 1_000 });
    await bench.putToAll(phones);
    const dispatcher = await bench.start();
    await look(dispatcher);
    const later = await bench.put(reader, { kind: "link.replaced", text: "ทีหลัง" });
    await sendUntil(dispatcher, until([later]));

    expect(bench.textsOn(reader)).toEqual(["ทีหลัง"]);
    expect(bench.sends().filter(({ operation }) => operation === "multicast").length).toBeGreaterThan(5);
  });

  it("a push that goes again keeps back what came later, too", async () => {
    const phone = await bench.phone();
    bench.simulator.fail("pushMessage", { kind: "error-before" });
    const first = await bench.put(phone, { kind: "link.replaced", text: "ก่อน" });
    const dispatcher = await bench.start({ delays: slowly });
    await look(dispatcher);
    const later = await bench.put(phone, { kind: "link.replaced", text: "ทีหลัง" });
    await sendUntil(dispatcher, until([first, later]));

    expect(bench.textsOn(phone)).toEqual(["ก่อน", "ทีหลัง"]);
  });
});

describe("a body and the lanes", () => {
  const bench = useDeliveryBench();

  const until = (ids: readonly string[]) => async () => (await bench.statesOf(ids))["sent"] === ids.length;
  const texts = (phones: readonly Phone[]) => [...new Set(phones.map((phone) => bench.textsOn(phone).join("|")))];

  it("two processes that believe to hold the same lanes reach each reader once", async () => {
    const phones = await bench.phones(60);
    const ids = await bench.putToAll(phones);
    const [first, second] = [await bench.start({ losesLanes: true }), await bench.start()];
    await Promise.all([look(first), look(second)]);
    await sendUntil(second, until(ids));

    expect(texts(phones)).toEqual(["ข้อความ"]);
  });

  it("two processes share it by lanes: each takes the body to its own readers", async () => {
    const phones = await bench.phones(120);
    const [first, second] = [await bench.start(), await bench.start()];
    await bench.untilShared();
    const ids = await bench.putToAll(phones);
    await Promise.all([look(first), look(second)]);
    await sendUntil(first, async () => (await look(second), until(ids)()));

    expect(texts(phones)).toEqual(["ข้อความ"]);
    expect(bench.sends().filter(({ operation }) => operation === "multicast").length).toBeGreaterThanOrEqual(2);
  });

  it("who loses the lanes in the middle of the call does no harm: the next one sends it under its key, and both settle once", async () => {
    const phones = await bench.phones(30);
    const ids = await bench.putToAll(phones);
    bench.simulator.fail("multicast", { kind: "slow", ms: 800 });
    const slow = await bench.start({ abandoned: true, timeoutMs: 60_000, orphanedAfterMs: 50 });
    await slow.poll();
    while (bench.simulator.faults().length > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const next = await bench.start({ orphanedAfterMs: 50 });
    await sendUntil(next, until(ids));
    await slow.drain();

    expect(texts(phones)).toEqual(["ข้อความ"]);
    expect(new Set(bench.sends().map(({ retryKey }) => retryKey)).size).toBe(1);
    expect(await DeliveryModel.find({ rowIds: { $in: ids } }).lean()).toMatchObject([
      { state: "done", outcome: "sent" },
    ]);
    expect(await bench.statesOf(ids)).toEqual({ sent: 30 });
  });
});
