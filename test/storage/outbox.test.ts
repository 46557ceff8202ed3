import { describe, expect, it } from "@jest/globals";
import { dropAsked, findOpenRows, outboxStates } from "../../src/storage/outbox";
import { inTransaction } from "../../src/storage/tx";
import { useDeliveryBench } from "../worker/delivery-bench";

describe("rows of the outbox that ask for a word", () => {
  const bench = useDeliveryBench();

  it("are dropped in all states in which nothing was sent yet, those of another request in none", async () => {
    const phone = { id: "U0" };
    const rows = new Map<string, string>();
    for (const state of outboxStates)
      rows.set(state, await bench.put(phone, { kind: "reversal.request", approvalId: "one", state }));
    const other = await bench.put(phone, { kind: "reversal.request", approvalId: "other" });
    await inTransaction((tx) => dropAsked(tx, "one"));

    for (const [state, id] of rows) {
      const goes = ["waiting", "parked", "held"].includes(state);
      expect(await bench.row(id)).toMatchObject(
        goes ? { state: "dropped", lastError: "decided" } : { state, lastError: null },
      );
    }
    expect(await bench.row(other)).toMatchObject({ state: "waiting" });
  });

  it("stay when the transaction of the decision ends badly", async () => {
    const id = await bench.put({ id: "U0" }, { kind: "link.request", approvalId: "one" });
    await expect(
      inTransaction(async (tx) => {
        await dropAsked(tx, "one");
        throw new Error("after the decision");
      }),
    ).rejects.toThrow("after the decision");

    expect(await bench.row(id)).toMatchObject({ state: "waiting" });
  });

  it("are found before a long row of riders, and money after them", async () => {
    const phone = { id: "U1" };
    const at = (n: number) => new Date(Date.now() - 3_600_000 + n);
    for (let n = 0; n < 30; n++) await bench.put(phone, { kind: "link.officer", dueAt: null, createdAt: at(n) });
    const money = await bench.put(phone, { dueAt: null, createdAt: at(100) });
    const asks = await bench.put(phone, { kind: "link.request", approvalId: "a", dueAt: null, createdAt: at(200) });
    const found = (await findOpenRows(phone.id)).map(({ _id }) => _id);

    expect(found).toHaveLength(20);
    expect(found.slice(-2)).toEqual([money, asks]);
  });
});
