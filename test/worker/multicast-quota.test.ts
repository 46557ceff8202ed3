import { describe, expect, it } from "@jest/globals";
import type { Person as Phone } from "../../scripts/simulator/core";
import { sendUntil, useDeliveryBench } from "./delivery-bench";

describe("one body for many readers, and the month's messages", () => {
  const bench = useDeliveryBench();

  const operations = () => bench.sends().map(({ operation }) => operation);
  const patient = { kind: "callback.requested" } as const;

  /** Puts what can wait, and is due, into the outbox of so many people. */
  async function putPatient(many: number): Promise<string[]> {
    return bench.putToAll(await bench.phones(many), { ...patient, dueAt: bench.clock.now() });
  }

  it("stops before the reserve, which only what cannot wait may use", async () => {
    const dispatcher = await bench.startKnowing(100);
    const ids = await putPatient(90);
    await bench.sendDue(dispatcher);
    expect(await bench.statesOf(ids)).toEqual({ sent: 80, waiting: 10 });

    const urgent = await bench.putToAll(await bench.phones(15));
    await bench.sendDue(dispatcher);

    expect(await bench.statesOf(urgent)).toEqual({ sent: 15 });
    expect(await bench.statesOf(ids)).toEqual({ sent: 80, waiting: 10 });
    expect(operations()).toEqual(["multicast", "multicast"]);
    expect(bench.alerts).toEqual([]);
  });

  it("reaches exactly one reader where there is room for one before the reserve", async () => {
    const dispatcher = await bench.startKnowing(21);
    const ids = await putPatient(12);
    await bench.sendDue(dispatcher);

    expect(await bench.statesOf(ids)).toEqual({ sent: 1, waiting: 11 });
    expect(operations()).toEqual(["pushMessage"]);
    const [waiting] = await Promise.all(ids.map((id) => bench.row(id))).then((rows) =>
      rows.filter(({ state }) => state === "waiting"),
    );
    expect(waiting?.dueAt?.getTime()).toBeGreaterThan(bench.clock.now().getTime());
  });

  it("keeps to the reserve though many chats look at the same time at what is left", async () => {
    const dispatcher = await bench.startKnowing(23);
    const phones = await bench.phones(16);
    const ids = await Promise.all(
      phones.map((phone, n) => bench.put(phone, { ...patient, text: `ฝาก ${n}`, dueAt: bench.clock.now() })),
    );
    await bench.sendDue(dispatcher);

    expect(await bench.statesOf(ids)).toEqual({ sent: 3, waiting: 13 });
  });

  it("counts what LINE did not answer for, once, until LINE refuses it", async () => {
    const dispatcher = await bench.startKnowing(60);
    const ids = await putPatient(30);
    bench.simulator.fail("multicast", { kind: "error-after" });
    await bench.sendDue(dispatcher);
    const more = await putPatient(30);
    await sendUntil(dispatcher, async () => (await bench.statesOf(ids))["sent"] === 30);
    await bench.sendDue(dispatcher);

    expect(await bench.statesOf(more)).toEqual({ sent: 10, waiting: 20 });
    expect(bench.simulator.bill().quota).toMatchObject({ value: bench.simulator.bill().used + 20 });
  });

  it("goes to as many as the month's messages reach; the others' rows are parked, and ride", async () => {
    const dispatcher = await bench.startKnowing(12);
    const phones = await bench.phones(30);
    const ids = await bench.putToAll(phones);
    await bench.sendDue(dispatcher);

    expect(await bench.statesOf(ids)).toEqual({ sent: 12, parked: 18 });
    expect(bench.alerts).toEqual(["line.quota"]);
    const [parked] = phones.filter((phone) => bench.textsOn(phone).length === 0) as [Phone];
    await bench.answer(parked);
    await bench.sendDue(dispatcher);
    expect(bench.textsOn(parked)).toEqual(["ข้อความ", "คำตอบ"]);
  });

  it("reads LINE's figure again where others have used up what it counted on", async () => {
    const dispatcher = await bench.startKnowing(100);
    bench.simulator.useQuotaElsewhere(85);
    const refused = await bench.putToAll(await bench.phones(20), { text: "หนึ่ง" });
    await bench.sendDue(dispatcher);
    expect(await bench.statesOf(refused)).toEqual({ parked: 20 });
    const next = await bench.putToAll(await bench.phones(20), { text: "สอง" });
    await bench.sendDue(dispatcher);

    expect(await bench.statesOf(next)).toEqual({ sent: 15, parked: 5 });
  });

  it("lets what only rides neither share a call nor be sent by itself", async () => {
    const ids = await bench.putToAll(await bench.phones(12), { kind: "receipt.deposit" });
    await bench.sendDue(await bench.start());

    expect(await bench.statesOf(ids)).toEqual({ waiting: 12 });
    expect(operations()).toEqual([]);
  });
});
