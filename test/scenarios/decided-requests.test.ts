import { describe, expect, it } from "@jest/globals";
import { OutboxModel, type OutboxRow } from "../../src/storage/outbox";
import { PersonModel } from "../../src/storage/persons";
import { codeFor } from "../support/link-codes";
import { pairOf } from "../support/pair";
import { useVillage } from "../support/village";
import type { Villager } from "../support/villager";

describe("a request that waits for a second officer", () => {
  const village = useVillage({ today: "2026-03-05" });

  const requests = {
    reversal: async ({ treasurer }: Officers) => {
      await treasurer.says("รับ 012 สัจจะ 100");
      await treasurer.taps(/^ยืนยันรับ/);
      await treasurer.says("แก้รายการ 2569/000001");
      await treasurer.says("ลงผิดคน");
      await treasurer.taps("ยืนยันขอแก้รายการ");
    },
    link: async ({ secretary }: Officers) => {
      await codeFor(secretary, "012");
    },
    helper: async ({ secretary }: Officers) => {
      await secretary.says("ผู้ช่วย 012 คือ 034");
      await secretary.taps(/^ยืนยันว่า/);
    },
  };
  const cases = (Object.keys(requests) as (keyof typeof requests)[]).flatMap((kind) =>
    ([/^ยืนยัน/, /^ไม่ยืนยัน/] as const).map((word) => [kind, word] as const),
  );

  it.each(cases)("of the kind %s reaches nobody any more once it is decided with %s", async (kind, word) => {
    const officers = await appoint();
    await pairOf(village);
    await requests[kind](officers);
    await village.settle();
    expect(await asked(officers.away, kind)).toMatchObject([{ state: "waiting", dueAt: null }]);

    await officers.chair.taps(word);

    expect(await asked(officers.away, kind)).toMatchObject([{ state: "dropped", lastError: "decided" }]);
    expect(await asked(officers.chair, kind)).toMatchObject([{ state: "sent" }]);
    expect((await officers.away.says("วันนัด")).text).not.toMatch(/ช่วยตรวจ|ช่วยยืนยัน/);
  });

  it("goes along with the next answer while it is open, and its old card shows the result", async () => {
    const officers = await appoint();
    await pairOf(village);
    await requests.reversal(officers);
    await village.settle();
    const seen = await officers.away.says("วันนัด");
    expect(seen.text).toContain("ช่วยตรวจ: ขอแก้รายการที่ลงผิด");
    const approve = officers.away.dataOf(/^ยืนยันแก้รายการ/);

    await officers.chair.taps(/^ไม่ยืนยัน/);

    expect((await officers.away.sendsPostback(approve)).text).toContain("ไม่ยืนยัน");
    expect(await village.entries("reversal")).toEqual([]);
  });

  it("has a label of its own beside another about the same member, by which its card is shown", async () => {
    const officers = await appoint();
    await pairOf(village);
    await requests.reversal(officers);
    await officers.treasurer.says("รับ 012 พิเศษ 70");
    await officers.treasurer.taps(/^ยืนยันรับ 70/);
    await officers.treasurer.says("แก้รายการ 2569/000002");
    await officers.treasurer.says("ลงผิดคน");
    await officers.treasurer.taps("ยืนยันขอแก้รายการ");

    const list = await officers.chair.says("รอเราตัดสิน");
    expect(list.labels).toEqual(expect.arrayContaining(["2569/000001 มาลี", "2569/000002 มาลี"]));
    expect((await officers.chair.taps("2569/000002 มาลี")).text).toMatch(/ขอแก้รายการ.*70 บาท.*2569\/000002/s);
  });

  interface Officers {
    treasurer: Villager;
    secretary: Villager;
    chair: Villager;
    /** Blocked the account: what she is to hear waits for her next words. */
    away: Villager;
  }

  async function appoint(): Promise<Officers> {
    const treasurer = await village.treasurerOnWorkingDay();
    const secretary = await village.officer("secretary");
    const chair = await village.officer("chair");
    const away = await village.officer("vice-chair");
    await PersonModel.updateOne({ lineUserId: away.lineUserId }, { $set: { friend: false } });
    return { treasurer, secretary, chair, away };
  }

  function asked({ lineUserId }: Villager, kind: keyof typeof requests): Promise<OutboxRow[]> {
    return OutboxModel.find({ chatId: lineUserId, kind: `${kind}.request` }).lean<OutboxRow[]>();
  }
});
