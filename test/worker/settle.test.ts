import { randomUUID } from "node:crypto";
import { describe, expect, it } from "@jest/globals";
import mongoose from "mongoose";
import { LineRejectedError, LineUnreachableError } from "../../src/line/errors";
import { DeliveryModel, storeDelivery, type Delivery } from "../../src/storage/deliveries";
import { bindRows, findRowsOfDelivery } from "../../src/storage/outbox";
import { inTransaction } from "../../src/storage/tx";
import { settleError, settleSent, usualDelays, type Settled } from "../../src/worker/settle";
import { isRough } from "../support/database";
import { useDeliveryBench } from "./delivery-bench";

const readers = 500;
const hour = 60 * 60 * 1000;
const refused = (kind: "invalid" | "quota", status: number) => new LineRejectedError(kind, status, null);

describe("settling a call to five hundred readers", () => {
  const bench = useDeliveryBench();

  /** A multicast of receipts that is being sent, and the rows that it binds. */
  async function underWay(ageMs = 0): Promise<{ delivery: Delivery; ids: string[] }> {
    const phones = Array.from({ length: readers }, () => bench.simulator.addUser({ name: "มาลี" }));
    const ids = await bench.putToAll(phones, { kind: "receipt.reversed" });
    const createdAt = new Date(Date.now() - ageMs);
    const delivery: Delivery = {
      _id: randomUUID(),
      chatId: phones[0]?.id ?? "",
      to: phones.map(({ id }) => id),
      lane: 0,
      channel: "multicast",
      replyToken: null,
      messages: [],
      rowIds: ids,
      state: "sending",
      claimedBy: "test",
      attempts: 1,
      createdAt,
      nextAttemptAt: createdAt,
      outcome: null,
    };
    await inTransaction(async (tx) => {
      await bindRows(tx, ids, delivery._id);
      await storeDelivery(tx, delivery);
    });
    return { delivery, ids };
  }

  it.each([
    { answer: "200", error: null, states: { sent: readers }, updates: 2 },
    { answer: "400", error: refused("invalid", 400), states: { waiting: readers }, updates: 3 },
    { answer: "429 of the month", error: refused("quota", 429), states: { parked: readers }, updates: 2 },
    {
      answer: "nothing, and LINE has forgotten the key",
      error: new LineUnreachableError("timeout"),
      ageMs: 24 * hour,
      states: { waiting: readers },
      updates: 2,
    },
  ])("$answer: takes $updates updates", async ({ error, states, updates, ageMs = 0 }) => {
    const { delivery, ids } = await underWay(ageMs);
    const rows = await findRowsOfDelivery(delivery._id);
    const settling = { delivery, rows, now: bench.clock.now(), alert: () => undefined, delays: usualDelays };
    const counted = await countUpdates(() => (error === null ? settleSent(settling) : settleError(settling, error)));

    expect(await bench.statesOf(ids)).toEqual(states);
    expect(await DeliveryModel.findById(delivery._id).lean()).toMatchObject({ state: "done" });
    if (!isRough) expect(counted).toBe(updates);
  });

  async function countUpdates(deed: () => Promise<Settled>): Promise<number> {
    let updates = 0;
    const listen = ({ commandName, command }: { commandName: string; command: Record<string, unknown> }) => {
      if (commandName === "update" && command["update"] !== "leases") updates++;
    };
    const client = mongoose.connection.getClient();
    client.on("commandStarted", listen);
    try {
      await deed();
    } finally {
      client.off("commandStarted", listen);
    }
    return updates;
  }
});
