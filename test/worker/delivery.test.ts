import { describe, expect, it } from "@jest/globals";
import { baht } from "../../src/domain/money";
import { OutboxModel } from "../../src/storage/outbox";
import { useVillage } from "../support/village";
import type { Villager } from "../support/villager";

describe("what LINE answers", () => {
  const village = useVillage({ today: "2026-03-05" });

  /** A treasurer who has just recorded 100 baht for a member; the member's receipt waits in the outbox. */
  async function deposited(): Promise<{ treasurer: Villager; malee: Villager }> {
    const malee = await village.member({ memberNo: "012", nickname: "มาลี", pledgeSavings: baht(500) });
    const treasurer = await village.treasurerOnWorkingDay({ memberNo: "002" });
    await treasurer.says("รับ 012 สัจจะ 100");
    await treasurer.taps(/^ยืนยันรับ/);
    return { treasurer, malee };
  }

  const closeDay = async (treasurer: Villager): Promise<void> => {
    await treasurer.says("ปิดวันทำการ");
    await treasurer.taps(/^ยืนยันปิด/);
  };

  const receiptRow = async (malee: Villager) =>
    (await village.outboxOf(malee)).find((row) => row.kind === "receipt.deposit");

  async function until(done: () => Promise<boolean>): Promise<void> {
    for (const giveUpAt = Date.now() + 20_000; !(await done()); await village.settle()) {
      if (Date.now() > giveUpAt) throw new Error("it did not come to that");
    }
  }

  it("lets a receipt ride on the member's next answer, free", async () => {
    const { malee } = await deposited();
    expect((await receiptRow(malee))?.state).toBe("waiting");

    const screen = await malee.says("ยอดเงิน");

    expect(screen.text).toContain("ใบเสร็จรับเงิน");
    expect((await receiptRow(malee))?.state).toBe("sent");
    expect(village.simulator.calls().filter((call) => call.operation === "pushMessage")).toEqual([]);
  });

  it("pushes what nobody fetched when the working day closes, once and under one key", async () => {
    const { treasurer, malee } = await deposited();
    village.simulator.fail("pushMessage", { kind: "error-after", times: 2, containing: malee.lineUserId });

    await closeDay(treasurer);
    await until(async () => (await receiptRow(malee))?.state === "sent");

    const pushes = village.simulator
      .calls()
      .filter(
        (call) => call.operation === "pushMessage" && JSON.stringify(call.requestBody).includes(malee.lineUserId),
      );
    expect(new Set(pushes.map((call) => call.retryKey)).size).toBe(1);
    expect(
      malee.phone.messages().filter((message) => JSON.stringify(message.content).includes("ใบเสร็จรับเงิน")),
    ).toHaveLength(1);
  });

  it("never sends an unanswered reply again; its money receipt rides marked as a copy", async () => {
    const { treasurer } = await deposited();
    await treasurer.says("รับ 012 พิเศษ 50");
    village.simulator.fail("replyMessage", { kind: "error-after", containing: "ใบเสร็จรับเงิน" });

    await treasurer.taps(/^ยืนยันรับ 50/);
    const screen = await treasurer.says("ช่วยเหลือ");

    expect(screen.text).toContain("สำเนาใบเสร็จเดิม ไม่ได้รับเงินเพิ่ม");
    expect(await village.entries("savings.deposit")).toHaveLength(2);
  });

  it("parks what the month's quota refuses, and lets it ride", async () => {
    const { treasurer, malee } = await deposited();
    village.simulator.fail("pushMessage", { kind: "monthly-limit", times: 9 });

    await closeDay(treasurer);
    await until(async () => (await receiptRow(malee))?.state === "parked");
    village.simulator.clearFaults();
    const screen = await malee.says("ยอดเงิน");

    expect(screen.text).toContain("ใบเสร็จรับเงิน");
    expect((await receiptRow(malee))?.state).toBe("sent");
  });

  it("sends a refused body alone, then as plain text, and then gives it up aloud", async () => {
    const { treasurer, malee } = await deposited();
    village.simulator.fail("pushMessage", { kind: "bad-request", times: 9, containing: malee.lineUserId });

    await closeDay(treasurer);
    await until(async () => (await receiptRow(malee))?.state === "dead");

    const bodies = village.simulator
      .calls()
      .filter((call) => call.operation === "pushMessage" && JSON.stringify(call.requestBody).includes(malee.lineUserId))
      .map((call) => JSON.stringify(call.requestBody));
    expect(bodies.at(-1)).toContain('"type":"text"');
    expect(bodies[0]).toContain('"type":"flex"');
    expect(await village.sajja.metrics.alerts.get()).toMatchObject({
      values: expect.arrayContaining([expect.objectContaining({ labels: { code: "outbox.dead-money" } })]),
    });
  });

  it("keeps a receipt for who blocked the account until she is back", async () => {
    const { treasurer, malee } = await deposited();
    await malee.act(() => malee.phone.blocks());
    await closeDay(treasurer);
    expect((await receiptRow(malee))?.state).toBe("waiting");

    await malee.follows();
    const screen = await malee.says("ยอดเงิน");

    expect(malee.received().text).toContain("ใบเสร็จรับเงิน");
    expect(screen.text).not.toBe("");
  });

  it("drops what was written for a link that has changed since", async () => {
    const { malee } = await deposited();
    await malee.says("เลิกผูกไลน์");
    await malee.taps(/^(ยืนยัน)?เลิกผูก/);
    await village.settle();
    const rows = await OutboxModel.find({ chatId: malee.lineUserId, kind: "receipt.deposit" }).lean();
    expect(["dropped", "sent"]).toContain(rows[0]?.state);
  });
});
