import { describe, expect, it } from "@jest/globals";
import { remindOfOpenDays } from "../../src/app/days/open-days";
import { inTransaction } from "../../src/storage/tx";
import { enqueueNotices } from "../../src/worker/enqueue";
import { codeFor } from "../support/link-codes";
import { refusalOf } from "../support/refusals";
import { useVillage } from "../support/village";

describe("a working day that was left open", () => {
  const village = useVillage({ today: "2026-03-05" });

  it("takes no money of a later date, by a new card or an old one, until it is closed", async () => {
    const treasurer = await village.treasurerOnWorkingDay();
    await village.member({ memberNo: "012" });
    await treasurer.says("รับ 012 สัจจะ 100");
    const old = treasurer.dataOf(/^ยืนยันรับ/);
    await village.moveTo("2026-03-06", "09:30");

    expect((await treasurer.sendsPostback(old)).text).toMatch(refusalOf("day.left-open"));
    const refused = await treasurer.says("รับ 012 สัจจะ 100");
    expect(refused.text).toMatch(refusalOf("day.left-open"));
    expect(refused.text).toContain("ปิดวันทำการ");
    expect((await treasurer.says("เปิดวันทำการ")).text).toMatch(refusalOf("day.left-open"));
    expect((await treasurer.says("วันนัด")).text).not.toContain("เปิดอยู่ตอนนี้");
    expect(await village.entries("savings.deposit")).toEqual([]);

    await treasurer.says("ปิดวันทำการ");
    await treasurer.taps(/^ยืนยันปิด/);
    await treasurer.says("เปิดวันทำการ");
    await treasurer.taps(/^ยืนยันเปิด/);
    await treasurer.says("รับ 012 สัจจะ 100");
    await treasurer.taps(/^ยืนยันรับ/);
    expect(await village.entries("savings.deposit")).toMatchObject([{ effectiveOn: "2026-03-06" }]);
  });

  it("still shows the receipt of a deposit that was posted in its time", async () => {
    const treasurer = await village.treasurerOnWorkingDay();
    await village.member({ memberNo: "012" });
    await treasurer.says("รับ 012 สัจจะ 100");
    const confirm = treasurer.dataOf(/^ยืนยันรับ/);
    await treasurer.taps(/^ยืนยันรับ/);
    await village.moveTo("2026-03-06", "09:30");

    expect((await treasurer.sendsPostback(confirm)).text).toContain("2569/000001");
  });

  it("ends the codes that were made on it at its midnight", async () => {
    await village.treasurerOnWorkingDay();
    const secretary = await village.officer("secretary");
    await village.member({ memberNo: "013", linked: false });
    const code = await codeFor(secretary, "013");
    const phone = await village.stranger();
    await phone.says("ยินยอม");
    await village.moveTo("2026-03-06", "00:01");

    expect((await phone.says(code)).text).toMatch(refusalOf("link.code-expired"));
    await secretary.says("ขอรหัส 013");
    expect((await secretary.taps(/^013/)).text).toContain("00.16");
  });

  it("is told to who may close it, once a date, after its hours", async () => {
    const treasurer = await village.treasurerOnWorkingDay();
    const auditor = await village.officer("chair", { committee: "audit" });
    const remind = () =>
      inTransaction(async (tx) => {
        const now = village.sajja.clock.now();
        const notices = (await remindOfOpenDays(tx, now)).filter(
          ({ to }) => "memberId" in to && to.memberId.startsWith(village.group.id),
        );
        await enqueueNotices(tx, notices, now);
        return notices.length;
      });

    expect(await remind()).toBe(0);
    await village.moveTo("2026-03-05", "16:45");
    expect(await remind()).toBe(1);
    expect(await remind()).toBe(0);
    await village.moveTo("2026-03-05", "17:00");
    await village.settle();
    expect(treasurer.received().text).toMatch(/วันทำการ.*5 มี\.ค\. 2569.*ยังไม่ได้ปิด/s);
    expect(auditor.received().text).toBe("");
    await village.moveTo("2026-03-06", "16:45");
    expect(await remind()).toBe(1);
  });
});

describe("the next working day", () => {
  const village = useVillage({ today: "2026-03-05" });

  it("is next month's once today's is closed; opening again or on another date is remarked", async () => {
    const treasurer = await village.officer("treasurer");
    await village.member({ memberNo: "012" });
    await village.changeGroup((group) => (group.workingDay.dayOfMonth = 5));
    const [today, next] = ["5 มี.ค. 2569", "5 เม.ย. 2569"] as const;
    expect((await treasurer.says("วันนัด")).text).toContain(today);
    expect((await treasurer.says("เปิดวันทำการ")).text).not.toContain("ปฏิทิน");
    await treasurer.taps(/^ยืนยันเปิด/);
    await treasurer.says("ปิดวันทำการ");
    await treasurer.taps(/^ยืนยันปิด/);

    const coming = (await treasurer.says("วันนัด")).text;
    expect(coming).toContain(next);
    expect(coming).not.toContain(today);
    expect((await treasurer.says("รับ 012 สัจจะ 100")).text).toContain(next);
    expect((await treasurer.says("เปิดวันทำการ")).text).toContain("ปิดวันทำการไปแล้ว เปิดอีกครั้งเป็นวันทำการใหม่");
    await village.moveTo("2026-03-07", "09:30");
    expect((await treasurer.says("เปิดวันทำการ")).text).toMatch(/ไม่ใช่วันส่งสัจจะตามปฏิทิน.*5 เม\.ย\. 2569/s);
  });
});
