import { describe, expect, it } from "@jest/globals";
import { account } from "../../src/domain/ledger/accounts";
import { baht } from "../../src/domain/money";
import { useVillage } from "../support/village";
import type { Villager } from "../support/villager";

describe("once means once on the whole road", () => {
  const village = useVillage({ today: "2026-03-05" });

  it("64 identical postbacks in parallel are one entry and show one receipt", async () => {
    const treasurer = await village.treasurerOnWorkingDay();
    const malee = await village.member({ memberNo: "012" });
    await treasurer.says("รับ 012 สัจจะ 100");
    const confirm = treasurer.dataOf(/^ยืนยันรับ/);

    await treasurer.act(() => Promise.all(Array.from({ length: 64 }, () => treasurer.phone.taps(confirm))));

    expect(await village.entries("savings.deposit")).toHaveLength(1);
    expect(await village.balance(account.pledgeSavings, malee.member)).toBe(baht(100));
    expect(treasurer.received().text).toContain("2569/000001");
    expect(treasurer.received().text).not.toContain("2569/000002");
  });

  it("duplicates, redeliveries and any order of arrival change nothing", async () => {
    const treasurer = await village.treasurerOnWorkingDay();
    const malee = await village.member({ memberNo: "012" });
    const { courier } = village.simulator;
    courier.hold();
    for (let n = 1; n <= 4; n++) await treasurer.phone.says(`รับ 012 สัจจะ 10${n}`);
    const held = courier.heldIds() ?? [];
    await treasurer.act(() => courier.release({ order: "reversed", together: true }));
    await Promise.all(held.flatMap((id) => [courier.duplicate(id), courier.redeliver(id)]));
    const cards = [101, 102, 103, 104].map((sum) => treasurer.dataOf(new RegExp(`^ยืนยันรับ ${sum}`)));
    await treasurer.act(() => Promise.all(cards.map((card) => treasurer.phone.taps(card))));
    const last = courier.lastId() ?? "";
    await treasurer.act(() => Promise.all([courier.redeliver(last), courier.duplicate(last), courier.redeliver(last)]));

    // Of four cards for one member and purpose only the newest holds; every event was answered once.
    expect(await village.entries("savings.deposit")).toHaveLength(1);
    expect(await village.balance(account.pledgeSavings, malee.member)).toBeGreaterThan(baht(100));
    const replies = village.simulator.calls().filter(({ operation }) => operation === "replyMessage");
    expect(new Set(replies.map(({ webhookEventId }) => webhookEventId)).size).toBe(replies.length);
    expect(replies).toHaveLength(2 + held.length + cards.length);
  });

  it("two processes on one database are one Sajja", async () => {
    const treasurer = await village.treasurerOnWorkingDay();
    const people: Villager[] = [];
    for (let n = 10; n < 20; n++) people.push(await village.member({ memberNo: `0${n}` }));
    const other = await village.startAnother();
    village.simulator.set({ webhookUrl: `http://127.0.0.1:${other.port}/webhook` });
    await Promise.all(people.map((person) => person.phone.says("ยอดเงิน")));
    village.simulator.set({ webhookUrl: `http://127.0.0.1:${village.sajja.port}/webhook` });
    await treasurer.says("รับ 010 สัจจะ 100");
    const confirm = treasurer.dataOf(/^ยืนยันรับ/);
    await treasurer.act(async () => {
      await treasurer.phone.taps(confirm);
      village.simulator.set({ webhookUrl: `http://127.0.0.1:${other.port}/webhook` });
      await Promise.all([
        treasurer.phone.taps(confirm),
        treasurer.phone.taps(confirm),
        people[1]?.phone.says("ยอดเงิน"),
      ]);
      village.simulator.set({ webhookUrl: `http://127.0.0.1:${village.sajja.port}/webhook` });
    });

    expect(await village.entries("savings.deposit")).toHaveLength(1);
    for (const [n, person] of people.entries()) {
      const answers = person.received().text.match(/ยอดเงินสัจจะ/g);
      expect(answers).toHaveLength(n === 1 ? 2 : 1);
    }
  });

  it("goes on where a process stopped after the commit and before the reply", async () => {
    const treasurer = await village.treasurerOnWorkingDay();
    await village.member({ memberNo: "012" });
    await treasurer.says("รับ 012 สัจจะ 100");
    const confirm = treasurer.dataOf(/^ยืนยันรับ/);
    village.simulator.fail("replyMessage", { kind: "reset-after" });
    await treasurer.sendsPostback(confirm);
    const again = await treasurer.says("วันนัด");

    expect(await village.entries("savings.deposit")).toHaveLength(1);
    expect(again.text).toContain("สำเนาใบเสร็จเดิม ไม่ได้รับเงินเพิ่ม");
    expect(again.text).toContain("2569/000001");
  });

  it("works on a redelivery as if it were the first when nobody was there before", async () => {
    const malee = await village.member({ pledgeSavings: baht(400) });
    const { courier } = village.simulator;
    village.simulator.set({ webhookUrl: "http://127.0.0.1:9/webhook" });
    const { webhookEventId, reason } = await malee.phone.says("ยอดเงิน");
    expect(reason).toBe("COULD_NOT_CONNECT");
    village.simulator.set({ webhookUrl: `http://127.0.0.1:${village.sajja.port}/webhook` });

    expect((await malee.act(() => courier.redeliver(webhookEventId))).text).toContain("400");
  });
});
