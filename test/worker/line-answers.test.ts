import { describe, expect, it } from "@jest/globals";
import { sendUntil, useDeliveryBench } from "./delivery-bench";

describe("what LINE answers to a push", () => {
  const bench = useDeliveryBench();

  it("200: it is sent, once", async () => {
    const phone = await bench.phone();
    const id = await bench.put(phone, { kind: "link.replaced" });
    const dispatcher = await bench.start();
    await bench.sendDue(dispatcher);
    await bench.sendDue(dispatcher);

    expect(await bench.row(id)).toMatchObject({ state: "sent", lastError: null, attempts: 1 });
    expect(bench.textsOn(phone)).toEqual(["ข้อความ"]);
    expect(await bench.deliveriesTo(phone)).toMatchObject([{ state: "done", outcome: "sent" }]);
  });

  it.each(["error-after", "reset-after", "hang-after"] as const)(
    "%s: it goes again under the same key, LINE answers 409, and it arrived once",
    async (kind) => {
      const phone = await bench.phone();
      const id = await bench.put(phone, { kind: "link.replaced" });
      bench.simulator.fail("pushMessage", { kind });
      const dispatcher = await bench.start();
      await sendUntil(dispatcher, async () => (await bench.row(id)).state === "sent");

      const keys = bench.sends().map(({ retryKey }) => retryKey);
      expect(keys).toHaveLength(2);
      expect(new Set(keys).size).toBe(1);
      expect(bench.sends().at(-1)?.status).toBe(409);
      expect(bench.textsOn(phone)).toEqual(["ข้อความ"]);
      expect(await bench.row(id)).toMatchObject({ attempts: 2 });
    },
  );

  it.each(["error-before", "reset-before", "rate-limit"] as const)(
    "%s: it goes again later under the same key",
    async (kind) => {
      const phone = await bench.phone();
      const id = await bench.put(phone, { kind: "link.replaced" });
      bench.simulator.fail("pushMessage", { kind, times: 2 });
      const dispatcher = await bench.start();
      await sendUntil(dispatcher, async () => (await bench.row(id)).state === "sent");

      expect(new Set(bench.sends().map(({ retryKey }) => retryKey)).size).toBe(1);
      expect(bench.textsOn(phone)).toEqual(["ข้อความ"]);
    },
  );

  it("401: nothing at all goes for a while, the operator is alerted, and then it goes", async () => {
    const [phone, other] = [await bench.phone(), await bench.phone()];
    const id = await bench.put(phone, { kind: "link.replaced" });
    bench.simulator.fail("pushMessage", { kind: "unauthorized" });
    const dispatcher = await bench.start({ delays: { stopMs: 400, slowMs: 20, backoffMs: 20 } });
    await bench.sendDue(dispatcher);
    const later = await bench.put(other, { kind: "link.replaced" });
    dispatcher.wake([other.id]);
    await dispatcher.drain();
    expect(bench.alerts).toEqual(["line.unauthorized"]);
    expect(bench.sends()).toHaveLength(1);

    await sendUntil(
      dispatcher,
      async () => (await bench.row(id)).state === "sent" && (await bench.row(later)).state === "sent",
    );
    expect(bench.textsOn(phone)).toEqual(["ข้อความ"]);
  });

  it("429 of the month: parked, told to the operator, and it rides on her next answer", async () => {
    const phone = await bench.phone();
    const id = await bench.put(phone, { kind: "receipt.reversed", text: "แก้แล้ว" });
    bench.simulator.setQuota({ type: "limited", value: 0 });
    const dispatcher = await bench.start();
    await bench.sendDue(dispatcher);
    expect(await bench.row(id)).toMatchObject({ state: "parked", deliveryId: null });
    expect(bench.alerts).toEqual(["line.quota"]);

    await bench.answer(phone);
    await bench.sendDue(dispatcher);

    expect(bench.textsOn(phone)).toEqual(["แก้แล้ว", "คำตอบ"]);
    expect(await bench.row(id)).toMatchObject({ state: "sent" });
  });

  it("another 400: row by row, the bad one a last time as plain text, then dead with an alert; the good ones arrive", async () => {
    const phone = await bench.phone();
    const good = await bench.put(phone, { kind: "link.replaced", text: "ดี" });
    const bad = await bench.put(phone, { kind: "receipt.reversed", text: "เสีย" });
    bench.simulator.fail("pushMessage", { kind: "bad-request", times: 9, containing: "เสีย" });
    const dispatcher = await bench.start();
    await bench.sendDue(dispatcher);

    expect(await bench.row(good)).toMatchObject({ state: "sent" });
    expect(await bench.row(bad)).toMatchObject({ state: "dead", lastError: "line-invalid-400" });
    expect(bench.textsOn(phone)).toEqual(["ดี"]);
    expect(bench.alerts).toEqual(["outbox.dead-money"]);
    expect(bench.sends()).toHaveLength(4);
  });

  it("another 400: what LINE refuses as a card arrives as plain text", async () => {
    const phone = await bench.phone();
    const card = {
      type: "flex",
      altText: "แก้ใบเสร็จแล้ว",
      contents: { type: "bubble", body: { type: "box", layout: "vertical", contents: [{ type: "text", text: "" }] } },
    };
    const id = await bench.put(phone, { kind: "receipt.reversed", messages: [card] });
    const dispatcher = await bench.start();
    await bench.sendDue(dispatcher);

    expect(await bench.row(id)).toMatchObject({ state: "sent" });
    expect(bench.textsOn(phone)).toEqual(["แก้ใบเสร็จแล้ว"]);
    expect(bench.alerts).toEqual([]);
  });

  it("what only rides is not lost when it was refused together with something bad", async () => {
    const phone = await bench.phone();
    const rider = await bench.put(phone, { kind: "receipt.deposit", urgency: "ride", text: "ใบเสร็จ" });
    const bad = await bench.put(phone, { kind: "link.replaced", text: "เสีย" });
    bench.simulator.fail("pushMessage", { kind: "bad-request", times: 9, containing: "เสีย" });
    const dispatcher = await bench.start();
    await bench.sendDue(dispatcher);

    expect(await bench.row(bad)).toMatchObject({ state: "dead" });
    expect(bench.textsOn(phone)).toEqual(["ใบเสร็จ"]);
    expect(await bench.row(rider)).toMatchObject({ state: "sent" });
  });
});

describe("what LINE answers to a reply", () => {
  const bench = useDeliveryBench();

  it("a token that is spent or too old: nothing was delivered, and it rides on the next answer", async () => {
    const phone = await bench.phone();
    const first = await bench.answer(phone, { text: "คำตอบแรก" });
    bench.simulator.expireReplyTokens();
    const dispatcher = await bench.start();
    await bench.sendDue(dispatcher);
    expect(await bench.row(first)).toMatchObject({
      state: "waiting",
      reply: null,
      dueAt: null,
      lastError: "line-token-400",
    });
    expect(bench.simulator.bill().calls.push).toBe(0);

    await bench.answer(phone, { text: "คำตอบที่สอง" });
    await bench.sendDue(dispatcher);
    expect(bench.textsOn(phone)).toEqual(["คำตอบแรก", "คำตอบที่สอง"]);
  });

  it.each(["unauthorized", "rate-limit"] as const)(
    "%s: not delivered; a notice that rode along is pushed by its urgency",
    async (kind) => {
      const phone = await bench.phone();
      const answer = await bench.answer(phone);
      const notice = await bench.put(phone, { kind: "link.replaced", text: "ย้ายเครื่อง" });
      bench.simulator.fail("replyMessage", { kind });
      const dispatcher = await bench.start();
      await sendUntil(dispatcher, async () => (await bench.row(notice)).state === "sent");

      expect(bench.textsOn(phone)).toContain("ย้ายเครื่อง");
      expect(bench.textsOn(phone)).toHaveLength(new Set(bench.textsOn(phone)).size);
      expect(["waiting", "sent"]).toContain((await bench.row(answer)).state);
    },
  );

  it("429 of the month cannot meet a reply, and an answer goes though the quota is used up", async () => {
    const phone = await bench.phone();
    bench.simulator.setQuota({ type: "limited", value: 0 });
    await bench.answer(phone);
    await bench.sendDue(await bench.start());

    expect(bench.textsOn(phone)).toEqual(["คำตอบ"]);
  });

  it("another 400: the answer goes alone by its token, what rode along is pushed alone, the bad one dies", async () => {
    const phone = await bench.phone();
    const rider = await bench.put(phone, { kind: "receipt.deposit", text: "ใบเสร็จ" });
    const bad = await bench.put(phone, { kind: "callback.requested", urgency: "ride", text: "เสีย" });
    const answer = await bench.answer(phone);
    for (const operation of ["replyMessage", "pushMessage"] as const)
      bench.simulator.fail(operation, { kind: "bad-request", times: 9, containing: "เสีย" });
    const dispatcher = await bench.start();
    await bench.sendDue(dispatcher);

    expect(await bench.row(answer)).toMatchObject({ state: "sent" });
    expect(await bench.row(rider)).toMatchObject({ state: "sent" });
    expect(await bench.row(bad)).toMatchObject({ state: "dead" });
    expect([...bench.textsOn(phone)].sort()).toEqual(["คำตอบ", "ใบเสร็จ"]);
    expect(bench.alerts).toEqual(["outbox.dead"]);
  });

  it.each(["hang-after", "error-after", "reset-after", "hang-before"] as const)(
    "%s: unknown; money rides as a copy, a `now` is pushed once more, the rest ends",
    async (kind) => {
      const phone = await bench.phone();
      const receipt = await bench.put(phone, { kind: "receipt.deposit", text: "ใบเสร็จ 1" });
      const urgent = await bench.put(phone, { kind: "receipt.reversed", text: "แก้ 1" });
      const other = await bench.put(phone, { kind: "callback.requested", text: "โทรกลับ" });
      const answer = await bench.answer(phone);
      bench.simulator.fail("replyMessage", { kind });
      const dispatcher = await bench.start();
      await bench.sendDue(dispatcher);

      expect(await bench.row(answer)).toMatchObject({ state: "unknown" });
      expect(await bench.row(other)).toMatchObject({ state: "unknown" });
      expect(await bench.row(urgent)).toMatchObject({ state: "sent", repeated: true });
      expect(bench.textsOn(phone).filter((text) => text === "สำเนา แก้ 1")).toHaveLength(1);
      const rode = await bench.row(receipt);
      expect(rode.state).toBe("sent"); // The push of the `now` had room for it.
      expect(bench.textsOn(phone).filter((text) => text === "สำเนา ใบเสร็จ 1")).toHaveLength(1);
    },
  );

  it("unknown once more: it is told to the operator's list, and never sent a third time", async () => {
    const phone = await bench.phone();
    const receipt = await bench.put(phone, { kind: "receipt.deposit", text: "ใบเสร็จ" });
    const dispatcher = await bench.start();
    for (let n = 0; n < 3; n++) {
      bench.simulator.fail("replyMessage", { kind: "error-after" });
      await bench.answer(phone);
      await bench.sendDue(dispatcher);
    }

    expect(await bench.row(receipt)).toMatchObject({ state: "unknown" });
    expect(bench.textsOn(phone).filter((text) => text.includes("ใบเสร็จ"))).toEqual(["ใบเสร็จ", "สำเนา ใบเสร็จ"]);
  });
});
