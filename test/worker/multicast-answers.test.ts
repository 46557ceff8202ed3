import { describe, expect, it } from "@jest/globals";
import type { Person as Phone } from "../../scripts/simulator/core";
import { DeliveryModel } from "../../src/storage/deliveries";
import { resend } from "../../src/storage/outbox";
import { look, sendUntil, useDeliveryBench } from "./delivery-bench";

describe("what LINE answers to a multicast", () => {
  const bench = useDeliveryBench();

  const calls = (operation: string) => bench.sends().filter((call) => call.operation === operation);
  const keys = () => new Set(calls("multicast").map(({ retryKey }) => retryKey));
  const until = (ids: readonly string[], state: string) => async () =>
    (await bench.statesOf(ids))[state] === ids.length;

  function expectOnce(phones: readonly Phone[], text = "ข้อความ"): void {
    expect(phones.map((phone) => bench.textsOn(phone))).toEqual(phones.map(() => [text]));
  }

  it.each(["error-after", "reset-after", "hang-after"] as const)(
    "%s: it goes again under the same key, LINE answers 409, and it arrived once",
    async (kind) => {
      const phones = await bench.phones(12);
      const ids = await bench.putToAll(phones);
      bench.simulator.fail("multicast", { kind });
      await sendUntil(await bench.start(), until(ids, "sent"));

      expect(
        bench
          .sends()
          .map(({ status }) => status)
          .at(-1),
      ).toBe(409);
      expect(bench.sends()).toHaveLength(2);
      expect(keys().size).toBe(1);
      expectOnce(phones);
    },
  );

  it.each(["error-before", "reset-before", "rate-limit"] as const)(
    "%s: it goes again later under the same key",
    async (kind) => {
      const phones = await bench.phones(12);
      const ids = await bench.putToAll(phones);
      bench.simulator.fail("multicast", { kind, times: 2 });
      await sendUntil(await bench.start(), until(ids, "sent"));

      expect(calls("multicast")).toHaveLength(3);
      expect(keys().size).toBe(1);
      expectOnce(phones);
      expect(await bench.row(ids[0] ?? "")).toMatchObject({ attempts: 3 });
    },
  );

  it("401: nothing at all goes for a while, the operator is alerted, and then it goes under its key", async () => {
    const phones = await bench.phones(12);
    const ids = await bench.putToAll(phones);
    bench.simulator.fail("multicast", { kind: "unauthorized" });
    const dispatcher = await bench.start({ delays: { stopMs: 1_000, slowMs: 20, backoffMs: 20 } });
    await bench.sendDue(dispatcher);
    const other = await bench.put(await bench.phone(), { kind: "link.replaced" });
    await look(dispatcher);
    expect(bench.alerts).toEqual(["line.unauthorized"]);
    expect(bench.sends()).toHaveLength(1);

    await sendUntil(dispatcher, until([...ids, other], "sent"));
    expect(keys().size).toBe(1);
    expectOnce(phones);
  });

  it("429 of the month: every row is parked, told to the operator, and rides on its reader's next answer", async () => {
    const phones = await bench.phones(12);
    const ids = await bench.putToAll(phones);
    bench.simulator.setQuota({ type: "limited", value: bench.simulator.bill().used + 5 });
    const dispatcher = await bench.start();
    await bench.sendDue(dispatcher);
    expect(await bench.statesOf(ids)).toEqual({ parked: 12 });
    expect(bench.alerts).toEqual(["line.quota"]);

    const [asking] = phones as [Phone];
    await bench.answer(asking);
    await bench.sendDue(dispatcher);
    expect(bench.textsOn(asking)).toEqual(["ข้อความ", "คำตอบ"]);
    expect(await bench.statesOf(ids)).toEqual({ parked: 11, sent: 1 });
  });

  it("another 400: halved until the bad reader is among a few, who are pushed to one by one; the others get it once", async () => {
    const phones = await bench.phones(40);
    const ids = await bench.putToAll(phones);
    const [bad, ...good] = phones as [Phone, ...Phone[]];
    for (const operation of ["multicast", "pushMessage"] as const)
      bench.simulator.fail(operation, { kind: "bad-request", times: 99, containing: bad.id });
    const dispatcher = await bench.start();
    await sendUntil(dispatcher, async () => (await bench.statesOf(ids))["dead"] === 1);
    await bench.sendDue(dispatcher);

    expectOnce(good);
    expect(await bench.statesOf(ids)).toEqual({ sent: 39, dead: 1 });
    expect(bench.textsOn(bad)).toEqual([]);
    expect(bench.alerts).toEqual(["outbox.dead"]);
    // 40, two of 20, two of 10; then two of 5 by pushes, the bad one's a second time as plain text.
    expect(calls("multicast")).toHaveLength(5);
    expect(calls("pushMessage")).toHaveLength(11);
  });

  it("another 400 for what nobody can be sent: everybody gets it as plain text; sent again, it is nobody else's body", async () => {
    const card = {
      type: "flex",
      altText: "แก้แล้ว",
      contents: { type: "bubble", body: { type: "box", layout: "vertical", contents: [{ type: "text", text: "" }] } },
    };
    const phones = await bench.phones(12);
    const ids = await bench.putToAll(phones, { messages: [card] });
    bench.simulator.fail("pushMessage", { kind: "bad-request", times: 99, containing: phones[0]?.id ?? "" });
    const dispatcher = await bench.start();
    await sendUntil(dispatcher, async () => (await bench.statesOf(ids))["sent"] === 11);
    await sendUntil(dispatcher, async () => (await bench.statesOf(ids))["dead"] === 1);
    bench.simulator.clearFaults();
    expect(await resend(ids[0] ?? "", bench.clock.now())).toBe(true);
    await bench.sendDue(dispatcher);

    expectOnce(phones, "แก้แล้ว");
    expect(await bench.row(ids[0] ?? "")).toMatchObject({ state: "sent", bodyId: null });
  });
});

describe("a process that stops in the middle of a multicast", () => {
  const bench = useDeliveryBench();

  const until = (ids: readonly string[]) => async () => (await bench.statesOf(ids))["sent"] === ids.length;

  /** A process that hears nothing from LINE: its lanes and its claim run out, as if it had been killed. */
  async function hangs(): Promise<void> {
    const gone = await bench.start({ timeoutMs: 60_000, orphanedAfterMs: 50, abandoned: true });
    await gone.poll();
    while (bench.simulator.faults().length > 0) await new Promise((resolve) => setTimeout(resolve, 5));
  }

  it.each(["hang-after", "hang-before"] as const)(
    "%s: the next one sends it again under its key to the same readers, and nobody gets it twice",
    async (kind) => {
      const phones = await bench.phones(30);
      const ids = await bench.putToAll(phones);
      bench.simulator.fail("multicast", { kind });
      await hangs();
      expect(await bench.statesOf(ids)).toEqual({ sending: 30 });
      await sendUntil(await bench.start({ orphanedAfterMs: 50 }), until(ids));

      expect(phones.map((phone) => bench.textsOn(phone))).toEqual(phones.map(() => ["ข้อความ"]));
      const [first, ...more] = bench.sends();
      expect(more.length).toBeGreaterThanOrEqual(1);
      for (const call of more)
        expect(call).toMatchObject({ retryKey: first?.retryKey, requestBody: first?.requestBody });
      expect(bench.sends().at(-1)?.status).toBe(kind === "hang-after" ? 409 : 200);
    },
  );

  it("LINE has forgotten it by now: nobody gets it again, but for a copy of what protects money", async () => {
    const phones = await bench.phones(12);
    const receipts = await bench.putToAll(phones, { kind: "receipt.reversed", text: "แก้" });
    bench.simulator.fail("multicast", { kind: "hang-after" });
    await hangs();
    const dayAgo = new Date(Date.now() - 24 * 60 * 60 * 1000);
    await DeliveryModel.updateMany({ channel: "multicast" }, { $set: { createdAt: dayAgo, nextAttemptAt: dayAgo } });
    await sendUntil(await bench.start({ orphanedAfterMs: 50 }), until(receipts));

    expect(phones.map((phone) => bench.textsOn(phone))).toEqual(phones.map(() => ["แก้", "สำเนา แก้"]));
    expect(bench.sends().map(({ operation }) => operation)).toEqual(["multicast", "multicast"]);
    expect(new Set(bench.sends().map(({ retryKey }) => retryKey)).size).toBe(2);
  });
});
