import { describe, expect, it } from "@jest/globals";
import { DeliveryModel } from "../../src/storage/deliveries";
import { look, sendUntil, useDeliveryBench, type DeliveryBench } from "./delivery-bench";

describe("a process that stops in the middle of sending", () => {
  const bench = useDeliveryBench();

  it("leaves a push that the next one sends again under its key: LINE says 409, it arrived once", async () => {
    const phone = await bench.phone();
    const id = await bench.put(phone, { kind: "link.replaced" });
    bench.simulator.fail("pushMessage", { kind: "hang-after" });
    await hangsIn(bench, phone.id);

    const next = await bench.start({ orphanedAfterMs: 50 });
    await sendUntil(next, async () => (await bench.row(id)).state === "sent");

    expect(bench.textsOn(phone)).toEqual(["ข้อความ"]);
    expect(new Set(bench.sends().map(({ retryKey }) => retryKey)).size).toBe(1);
  });

  it("leaves a push that never left: the next one delivers it", async () => {
    const phone = await bench.phone();
    const id = await bench.put(phone, { kind: "link.replaced" });
    bench.simulator.fail("pushMessage", { kind: "hang-before" });
    await hangsIn(bench, phone.id);

    await sendUntil(await bench.start({ orphanedAfterMs: 50 }), async () => (await bench.row(id)).state === "sent");

    expect(bench.textsOn(phone)).toEqual(["ข้อความ"]);
  });

  it("leaves a reply that nobody repeats: the receipt in it rides, marked as a copy", async () => {
    const phone = await bench.phone();
    const receipt = await bench.put(phone, { text: "ใบเสร็จ" });
    const answer = await bench.answer(phone);
    bench.simulator.fail("replyMessage", { kind: "hang-after" });
    await hangsIn(bench, phone.id);
    const next = await bench.start({ orphanedAfterMs: 50 });
    await sendUntil(next, async () => (await bench.row(answer)).state === "unknown");
    expect(await bench.row(receipt)).toMatchObject({ state: "waiting", repeated: true });

    await bench.answer(phone);
    await bench.sendDue(next);

    expect(bench.textsOn(phone)).toEqual(["ใบเสร็จ", "คำตอบ", "สำเนา ใบเสร็จ", "คำตอบ"]);
  });

  it("leaves a push which LINE has forgotten by now: it is unknown, and not simply sent again", async () => {
    const phone = await bench.phone();
    const receipt = await bench.put(phone, { text: "ใบเสร็จ", dueAt: bench.clock.now() });
    bench.simulator.fail("pushMessage", { kind: "hang-after" });
    await hangsIn(bench, phone.id);
    const dayAgo = new Date(Date.now() - 24 * 60 * 60 * 1000);
    await DeliveryModel.updateMany({ chatId: phone.id }, { $set: { createdAt: dayAgo, nextAttemptAt: dayAgo } });

    const next = await bench.start({ orphanedAfterMs: 50 });
    await sendUntil(next, async () => (await bench.row(receipt)).repeated);

    expect(bench.textsOn(phone)).toEqual(["ใบเสร็จ"]);
    expect(await bench.row(receipt)).toMatchObject({ state: "waiting", urgency: "ride" });
  });

  it("does no harm when it was only slow: its late answer changes nothing that the next one settled", async () => {
    const phone = await bench.phone();
    const id = await bench.put(phone, { kind: "link.replaced" });
    bench.simulator.fail("pushMessage", { kind: "slow", ms: 600 });
    const slow = await hangsIn(bench, phone.id);
    const next = await bench.start({ orphanedAfterMs: 50 });
    await sendUntil(next, async () => (await bench.row(id)).state === "sent");
    await slow.drain();

    expect(bench.textsOn(phone)).toEqual(["ข้อความ"]);
    expect(await bench.deliveriesTo(phone)).toMatchObject([{ state: "done", outcome: "sent" }]);
    expect(await bench.row(id)).toMatchObject({ state: "sent" });
  });

  it("does not touch what the next one has on its way again, when it gives up late", async () => {
    const phone = await bench.phone();
    const urgent = await bench.put(phone, { kind: "receipt.reversed", text: "แก้" });
    await bench.answer(phone);
    bench.simulator.fail("replyMessage", { kind: "hang-after" });
    const slow = await hangsIn(bench, phone.id, 1_500);
    bench.simulator.fail("pushMessage", { kind: "slow", ms: 2_500 });
    const next = await bench.start({ orphanedAfterMs: 50, timeoutMs: 10_000 });
    const sending = sendUntil(next, async () => (await bench.row(urgent)).state === "sent");
    await slow.drain();
    await sending;

    expect(bench.textsOn(phone)).toEqual(["แก้", "คำตอบ", "สำเนา แก้"]);
    expect(await bench.row(urgent)).toMatchObject({ repeated: true, lastError: null });
  });

  it("sends each row once when two processes look at one chat at the same time", async () => {
    const phone = await bench.phone();
    const ids: string[] = [];
    for (let n = 0; n < 8; n++) ids.push(await bench.put(phone, { kind: "link.replaced", text: `ข้อความ ${n}` }));
    const [first, second] = [await bench.start({ losesLanes: true }), await bench.start()];
    await Promise.all([look(first), look(second)]);
    await sendUntil(first, async () =>
      (await Promise.all(ids.map((id) => bench.row(id)))).every(({ state }) => state === "sent"),
    );

    expect([...bench.textsOn(phone)].sort()).toEqual(ids.map((_, n) => `ข้อความ ${n}`));
  });
});

/** A process that claims the chat's delivery and then hears nothing from LINE: its lanes and its claim run out, as if it had been killed. */
async function hangsIn(bench: DeliveryBench, chatId: string, timeoutMs = 60_000) {
  const dispatcher = await bench.start({ timeoutMs, orphanedAfterMs: 50, abandoned: true });
  dispatcher.wake([chatId]);
  while (bench.simulator.faults().length > 0) await new Promise((resolve) => setTimeout(resolve, 5));
  return dispatcher;
}
