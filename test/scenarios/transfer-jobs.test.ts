import { describe, expect, it } from "@jest/globals";
import { baht } from "../../src/domain/money";
import { account } from "../../src/domain/ledger/accounts";
import { destroySlips } from "../../src/jobs/destroy-slips";
import { nudgeTransfers } from "../../src/jobs/nudge-transfers";
import { PhotoModel } from "../../src/storage/photos";
import { createLog } from "../../src/telemetry/log";
import { enqueueNotices } from "../../src/worker/enqueue";
import { pictureOf } from "../app/photos/support";
import { refusalOf } from "../support/refusals";
import { useVillage } from "../support/village";
import type { Villager } from "../support/villager";

describe("a transfer that waits", () => {
  const village = useVillage({ today: "2026-03-10" });

  const context = () => ({ now: village.sajja.clock.now(), notify: enqueueNotices, log: createLog("silent") });
  const tells = async (phone: Villager, sum: number) => {
    await phone.says(`แจ้งโอน สัจจะ ${sum}`);
    await phone.taps("ไม่มีสลิป");
    await phone.taps(/^ยืนยันแจ้งโอน/);
  };

  it("is brought up once with the treasurer, later once with the chair, never at night, and its member reads so", async () => {
    const treasurer = await village.officer("treasurer", { memberNo: "002" });
    const chair = await village.officer("chair", { memberNo: "001" });
    const malee = await village.member({ memberNo: "012", nickname: "มาลี" });
    await tells(malee, 100);
    await tells(malee, 200);
    const reminders = (phone: Villager) => phone.received().text.match(/นานเกินกำหนด|แม้เตือนแล้ว/g)?.length ?? 0;

    await village.moveTo("2026-03-13", "09:00");
    await nudgeTransfers(context());
    await village.moveTo("2026-03-14", "23:30");
    await Promise.all([nudgeTransfers(context()), nudgeTransfers(context())]);
    await nudgeTransfers(context());
    await village.settle();
    expect([reminders(treasurer), reminders(chair)]).toEqual([0, 0]);
    await village.moveTo("2026-03-15", "17:01");
    await village.settle();
    expect([reminders(treasurer), reminders(chair)]).toEqual([1, 0]);
    expect(treasurer.received().text).toMatch(/แจ้งโอน 2 เรื่อง.*012.*100 บาท.*012.*200 บาท/s);
    expect((await malee.says("รายการแจ้งโอน")).text).toMatch(/รอเหรัญญิก · เลยกำหนด 2 วัน · ถามเหรัญญิกซ้ำแล้ว/);

    // One is answered; only the other goes to the chair.
    await treasurer.says("รายการแจ้งโอน");
    await treasurer.taps(/^1\. 100/);
    await treasurer.taps("ยืนยันรับโอน 100 บาท");
    expect(await village.balance(account.bank)).toBe(baht(100));
    await village.moveTo("2026-03-17", "09:00");
    await nudgeTransfers(context());
    await nudgeTransfers(context());
    await village.moveTo("2026-03-17", "17:01");
    await village.settle();
    expect([reminders(treasurer), reminders(chair)]).toEqual([1, 1]);
    expect(chair.received().text).toMatch(/แจ้งโอน 1 เรื่อง.*200 บาท/s);
    await malee.says("รายการแจ้งโอน");
    expect((await malee.taps(/^\d\. 200/)).text).toMatch(/บอกประธานแล้ว .*17 มี\.ค\. 2569/);
    await village.moveTo("2026-03-30", "09:00");
    await nudgeTransfers(context());
    await village.settle();
    expect([reminders(treasurer), reminders(chair)]).toEqual([1, 1]);
  });

  it("has its slip destroyed where nobody told it, or it was refused long ago, and never while it waits or is in the books", async () => {
    const treasurer = await village.officer("treasurer", { memberNo: "002" });
    const malee = await village.member({ memberNo: "012" });
    const sends = async (sum: number, slip: string) => {
      await malee.says(`แจ้งโอน สัจจะ ${sum}`);
      const bytes = await pictureOf(slip);
      await malee.act(() => malee.phone.sendsImages([bytes]));
    };
    await sends(200, "รอ");
    await malee.taps("ยืนยันแจ้งโอน 200 บาท");
    await sends(300, "ไม่พบ");
    await malee.taps("ยืนยันแจ้งโอน 300 บาท");
    await treasurer.taps("ไม่พบยอด");
    await treasurer.says("ไม่มีในสมุดธนาคาร");
    await sends(100, "ทิ้ง");
    const left = malee.dataOf(/^ยืนยันแจ้งโอน/);
    const kept = async () => {
      const photos = await PhotoModel.find({ groupId: village.group.id }).sort({ sentAt: 1 }).lean();
      return photos.map(({ sealed, state }) => [state, sealed !== null]);
    };
    await village.moveTo("2026-03-11");
    await destroySlips(context());
    expect((await kept()).map(([state]) => state)).toEqual(["kept", "kept", "kept"]);
    await village.moveTo("2026-03-13");
    await destroySlips(context());
    const [gone, here] = [
      ["destroyed", false],
      ["kept", true],
    ];
    expect(await kept()).toEqual([here, here, gone]);
    expect((await malee.sendsPostback(left)).text).toMatch(refusalOf("photo.destroyed"));
    await village.moveTo("2026-06-20");
    await destroySlips(context());
    await destroySlips(context());
    expect(await kept()).toEqual([here, gone, gone]);
  });
});
