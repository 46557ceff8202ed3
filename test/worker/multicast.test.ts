import { describe, expect, it } from "@jest/globals";
import { usual } from "../../flex-messages/values.sample";
import type { Person as Phone } from "../../scripts/simulator/core";
import { MemberModel } from "../../src/storage/members";
import { PersonModel } from "../../src/storage/persons";
import { inTransaction } from "../../src/storage/tx";
import { enqueueNotices } from "../../src/worker/enqueue";
import { markShared } from "../../src/worker/sharing";
import { buildGroup, buildMember, buildPerson } from "../support/builders";
import { sendUntil, useDeliveryBench } from "./delivery-bench";

describe("one body for many readers", () => {
  const bench = useDeliveryBench();

  const multicasts = () => bench.sends().filter(({ operation }) => operation === "multicast");
  const pushes = () => bench.sends().filter(({ operation }) => operation === "pushMessage");
  const readersOf = ({ requestBody }: { requestBody: unknown }) => (requestBody as { to: string[] }).to;
  const textsOnEach = (phones: readonly Phone[]) => [...new Set(phones.map((phone) => bench.textsOn(phone).join()))];
  const until = (ids: readonly string[], state: string) => async () =>
    (await bench.statesOf(ids))[state] === ids.length;

  it("reaches 1,200 phones in three calls, each with a key of its own, and is billed by head", async () => {
    const phones = await bench.phones(1_200);
    const before = bench.simulator.bill().used;
    const ids = await bench.putToAll(phones);
    const dispatcher = await bench.start();
    await sendUntil(dispatcher, until(ids, "sent"));

    expect(textsOnEach(phones)).toEqual(["ข้อความ"]);
    expect(multicasts()).toHaveLength(3);
    expect(pushes()).toEqual([]);
    expect(new Set(multicasts().map(({ retryKey }) => retryKey)).size).toBe(3);
    expect(Math.max(...multicasts().map((call) => readersOf(call).length))).toBe(500);
    expect(bench.simulator.bill().used - before).toBe(1_200);
  });

  it("is pushed to fewer than ten readers, and to whom it does not go alone", async () => {
    const few = await bench.phones(9);
    const many = await bench.phones(12);
    const fewIds = await bench.putToAll(few, { text: "น้อย" });
    const [bundled, ...rest] = many as [Phone, ...Phone[]];
    await bench.put(bundled, { kind: "link.replaced", text: "ก่อน", createdAt: new Date(Date.now() - 60_000) });
    const manyIds = await bench.putToAll(many, { text: "มาก" });
    await sendUntil(await bench.start(), until([...fewIds, ...manyIds], "sent"));

    expect(textsOnEach(few)).toEqual(["น้อย"]);
    expect(bench.textsOn(bundled)).toEqual(["ก่อน", "มาก"]);
    expect(multicasts().map((call) => [...readersOf(call)].sort())).toEqual([rest.map(({ id }) => id).sort()]);
    expect(pushes()).toHaveLength(10);
  });

  it("rides on the answer of who has just asked, and is not in the call to the others", async () => {
    const phones = await bench.phones(12);
    const [asking, ...others] = phones as [Phone, ...Phone[]];
    const ids = await bench.putToAll(phones);
    await bench.answer(asking);
    await sendUntil(await bench.start(), until(ids, "sent"));

    expect(bench.textsOn(asking)).toEqual(["ข้อความ", "คำตอบ"]);
    expect(textsOnEach(others)).toEqual(["ข้อความ"]);
    expect(bench.sends().map(({ operation }) => operation)).toEqual(
      expect.arrayContaining(["multicast", "replyMessage"]),
    );
    expect(multicasts().flatMap(readersOf)).not.toContain(asking.id);
    expect(pushes()).toEqual([]);
  });

  it("does not overtake what is on its way to a reader", async () => {
    const phones = await bench.phones(12);
    const [earlier, ...others] = phones as [Phone, ...Phone[]];
    await bench.put(earlier, { kind: "link.replaced", text: "ก่อน" });
    bench.simulator.fail("pushMessage", { kind: "slow", ms: 1_000, containing: "ก่อน" });
    const dispatcher = await bench.start();
    await dispatcher.poll();
    while (bench.simulator.faults().length > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const ids = await bench.putToAll(phones);
    await sendUntil(dispatcher, until(ids, "sent"));

    expect(bench.textsOn(earlier)).toEqual(["ก่อน", "ข้อความ"]);
    expect(textsOnEach(others)).toEqual(["ข้อความ"]);
    expect(multicasts().map((call) => readersOf(call).length)).toEqual([11]);
  });

  it("is known as one when its notices are written: the same words to ten people or more, in one language", async () => {
    const people = [...(await bench.phones(12)), ...(await bench.phones(3))];
    const persons = await PersonModel.find({ lineUserId: { $in: people.map(({ id }) => id) } }).lean();
    const english = new Set(people.slice(12).map(({ id }) => id));
    await PersonModel.updateMany({ lineUserId: { $in: [...english] } }, { $set: { language: "en" } });
    const { group, member, at } = usual;
    const view = { group, member, at, decidesFrom: null };
    const notices = persons.map((person) => ({
      to: { personId: person._id },
      kind: "link.replaced" as const,
      view,
    }));
    const chats = await inTransaction((tx) => enqueueNotices(tx, notices, bench.clock.now()));
    const dispatcher = await bench.start();
    dispatcher.wake(chats);
    await dispatcher.drain();

    expect(multicasts().map((call) => readersOf(call).length)).toEqual([12]);
    expect(
      pushes()
        .map((call) => (call.requestBody as { to: string }).to)
        .sort(),
    ).toEqual([...english].sort());
  });

  it("is never one when each reader has buttons of her own", () => {
    const rows = Array.from({ length: 12 }, (_, n) =>
      bench.rowFor({ id: `U${n}` }, { kind: "reversal.request", text: `ปุ่ม ${n}` }),
    );
    expect(markShared(rows).map(({ bodyId }) => bodyId)).toEqual(rows.map(() => undefined));
  });

  it("leaves out who is unlinked or stopped messages since it was written", async () => {
    const group = await buildGroup();
    const phones = await bench.phones(10);
    const unlinked = bench.simulator.addUser({ name: "ก" });
    const person = await buildPerson(unlinked.id);
    const member = await buildMember(group, { personId: person._id });
    const [stopped, blocked] = (await bench.phones(2)) as [Phone, Phone];
    const kind = "callback.requested";
    const ids = await bench.putToAll([...phones, stopped, blocked], { kind, dueAt: bench.clock.now() });
    const { bodyId } = await bench.row(ids[0] ?? "");
    const gone = await bench.put(unlinked, {
      kind,
      dueAt: bench.clock.now(),
      personId: person._id,
      basis: { memberId: member.id, linkVersion: 1 },
      bodyId: bodyId ?? null,
    });
    await MemberModel.updateOne({ _id: member.id }, { $set: { "link.version": 2 } });
    await PersonModel.updateOne({ lineUserId: stopped.id }, { $set: { stopped: "all" } });
    await PersonModel.updateOne({ lineUserId: blocked.id }, { $set: { friend: false } });
    await sendUntil(await bench.start(), until(ids.slice(0, 10), "sent"));

    expect(multicasts().map((call) => [...readersOf(call)].sort())).toEqual([phones.map(({ id }) => id).sort()]);
    expect(await bench.row(gone)).toMatchObject({ state: "dropped", lastError: "link-changed" });
    expect(await bench.row(ids[10] ?? "")).toMatchObject({ state: "dropped", lastError: "stopped" });
    expect(await bench.row(ids[11] ?? "")).toMatchObject({ state: "waiting", dueAt: null });
    expect(pushes()).toEqual([]);
  });

  it("keeps to a limit of its own: pushes do not wait for it", async () => {
    const bodies = [await bench.phones(10), await bench.phones(10), await bench.phones(10)];
    const ids = (await Promise.all(bodies.map((phones, n) => bench.putToAll(phones, { text: `เรื่อง ${n}` })))).flat();
    const dispatcher = await bench.start({ multicastsPerSecond: 1 });
    const beganAt = Date.now();
    await dispatcher.poll();
    const pushed = await bench.put(await bench.phone(), { kind: "link.replaced" });
    await dispatcher.poll();
    await sendUntilPushed(pushed);
    const pushedMs = Date.now() - beganAt;
    await sendUntil(dispatcher, until(ids, "sent"));

    expect(multicasts()).toHaveLength(3);
    expect(Date.now() - beganAt).toBeGreaterThanOrEqual(1_900);
    expect(pushedMs).toBeLessThan(1_900);
  });

  async function sendUntilPushed(id: string): Promise<void> {
    for (const giveUpAt = Date.now() + 10_000; (await bench.row(id)).state !== "sent";) {
      if (Date.now() > giveUpAt) throw new Error("the push waits");
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
});
