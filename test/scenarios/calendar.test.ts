import { describe, expect, it } from "@jest/globals";
import { remindOfDays } from "../../src/jobs/day-reminders";
import { baht } from "../../src/domain/money";
import { tellMoves } from "../../src/jobs/tell-moves";
import { createLineClient } from "../../src/line/client";
import { DayChangeModel } from "../../src/storage/day-changes";
import { createLog } from "../../src/telemetry/log";
import { createAlert, createMetrics } from "../../src/telemetry/metrics";
import { enqueueNotices } from "../../src/worker/enqueue";
import { lineAddress } from "../support/menus";
import { helps } from "../support/pair";
import { refusalOf } from "../support/refusals";
import { useVillage } from "../support/village";

describe("the calendar of working days", () => {
  const village = useVillage({ today: "2026-03-01" });

  const runJob = (): Promise<void> => {
    const log = createLog("silent");
    const metrics = createMetrics();
    const line = createLineClient({ ...lineAddress(village), channelSecrets: [], loginChannelId: null, liffId: null });
    const now = village.sajja.clock.now();
    const alert = createAlert(log, metrics);
    return remindOfDays({ now, line, log, metrics, alert, dataKeys: [], notify: enqueueNotices });
  };

  it("moves and cancels a month's day: everybody is told at once, and the tile shows the next one", async () => {
    const treasurer = await village.officer("treasurer", { name: "สมศรี ใจดี" });
    const malee = await village.member({ memberNo: "012" });
    expect((await malee.says("เลื่อนวันทำการเป็น 6 มี.ค. 10.00")).text).toMatch(refusalOf("role.missing"));
    expect((await treasurer.says("เลื่อนวันทำการ")).text).toContain("เลื่อนไปวันไหน");
    const card = await treasurer.says("เลื่อนวันทำการเป็น 6 มี.ค. 10.00");
    expect(card.text).toMatch(/6 มี\.ค\. 2569.*เดิม.*5 มี\.ค\. 2569.*10\.00.น\. ถึง 13\.00/s);
    expect(malee.received().text).not.toContain("เลื่อนวันส่งสัจจะ");

    const confirm = treasurer.dataOf(/^ยืนยันและบอกทุกคน/);
    await treasurer.act(() => Promise.all([treasurer.phone.taps(confirm), treasurer.phone.taps(confirm)]));
    expect(malee.received().text.match(/เลื่อนวันส่งสัจจะ/g)).toHaveLength(1);
    expect((await malee.says("วันนัด")).text).toMatch(/6 มี\.ค\. 2569.*10\.00/s);
    await treasurer.says("วันทำการ มี.ค. 8");
    await treasurer.taps("ยืนยันและบอกทุกคน");
    expect((await malee.says("วันนัด")).text).toMatch(/8 มี\.ค\. 2569.*09\.00/s);

    await treasurer.says("ยกเลิกวันทำการ");
    await treasurer.taps("ยืนยันและบอกทุกคน");
    expect(malee.received().text).toMatch(/งดวันส่งสัจจะ.*งด 8 มี\.ค\./s);
    expect((await malee.says("วันนัด")).text).toMatch(/5 เม\.ย\. 2569/);
    expect((await treasurer.says("เลื่อนวันทำการเป็น 1 ก.พ. 2569")).text).toMatch(refusalOf("calendar.day-passed"));
  });

  it("leaves a day that is open or was held as it is, while a later one moves or is cancelled by its date", async () => {
    await village.moveTo("2026-03-05", "09:30");
    const treasurer = await village.treasurerOnWorkingDay();
    const malee = await village.member({ memberNo: "012" });
    expect((await treasurer.says("เลื่อนวันทำการเป็น 6 เม.ย. 69 09.30")).text).toMatch(/6 เม\.ย\. 2569.*เดิม.*5 เม\.ย\./s);
    await treasurer.taps("ยืนยันและบอกทุกคน");
    expect((await treasurer.says("งดวันทำการ 5 มี.ค.")).text).toMatch(refusalOf("calendar.held"));
    expect((await treasurer.says("เลื่อนวันทำการเป็น 5 มี.ค.")).text).toMatch(refusalOf("calendar.held"));
    await treasurer.says("ปิดวันทำการ");
    await treasurer.taps(/^ยืนยันปิด/);
    for (const line of ["งดวันทำการ มี.ค.", "เลื่อนวันทำการเป็น 5 มี.ค."])
      expect((await treasurer.says(line)).text).toMatch(refusalOf("calendar.held"));
    expect((await treasurer.says("ยกเลิกวันทำการ")).text).toMatch(/งด 6 เม\.ย\./);
    expect((await treasurer.says("งดวันทำการ 5 พ.ค.")).text).toMatch(/งด 5 พ\.ค\..*6 เม\.ย\. 2569/s);
    await treasurer.taps("ยืนยันและบอกทุกคน");
    await village.settle();
    expect(malee.received().text).not.toContain("งด 5 มี.ค.");
  });

  it("is told by the job where moving it did not reach, once, however often it runs and at whatever moment it ended", async () => {
    const treasurer = await village.officer("treasurer");
    const malee = await village.member({ memberNo: "012" });
    const phones = [malee, await village.member({ memberNo: "013" })];
    await treasurer.says("เลื่อนวันทำการเป็น 6 มี.ค.");
    expect((await treasurer.taps("ยืนยันและบอกทุกคน")).text).toContain("2 คน");
    const told = () => phones.map((phone) => phone.received().text.match(/เลื่อนวันส่งสัจจะ/g)?.length ?? 0);
    expect(told()).toEqual([1, 1]);
    const context = { now: village.sajja.clock.now(), notify: enqueueNotices, log: createLog("silent") };
    // As a killed process leaves it: the first was told, the second not.
    await DayChangeModel.updateOne(
      { groupId: village.group.id },
      { $set: { told: { through: malee.member.id, all: false } } },
    );
    await Promise.all([tellMoves(context), tellMoves(context)]);
    await tellMoves(context);
    await village.settle();
    expect(told()).toEqual([1, 2]);
    expect((await village.outboxOf(treasurer)).map(({ kind }) => kind)).not.toContain("day.moved");
  });

  it("reminds on the day before, once: `day` for who asked for it, riding for others, with the line for its head", async () => {
    const malee = await village.member({ memberNo: "012", lineHeadNo: "030", nickname: "มาลี" });
    const head = await village.member({ memberNo: "030" });
    await village.member({ memberNo: "018", nickname: "ภู", guardianNo: "012", pledge: baht(30), linked: false });
    await village.member({ memberNo: "031", status: "closed" });
    await helps(await village.member({ memberNo: "026", nickname: "โต", pledge: baht(70), linked: false }), "012");
    expect((await malee.says("เตือนวันส่งสัจจะ")).text).toContain("จะเตือนก่อน");
    await village.moveTo("2026-03-03", "16:05");
    await runJob();
    await village.moveTo("2026-03-04", "16:05");
    await runJob();
    await runJob();
    const rows = [...(await village.outboxOf(malee)), ...(await village.outboxOf(head))];
    expect(rows.filter(({ kind }) => kind.startsWith("day.")).map(({ kind, urgency }) => [kind, urgency])).toEqual([
      ["day.reminder", "day"],
      ["day.coming", "ride"],
    ]);
    await village.moveTo("2026-03-04", "17:01");
    await village.settle();
    expect(malee.received().text).toMatch(
      /พรุ่งนี้ .*5 มี\.ค\. 2569 09\.00–12\.00.น\. ศาลาประชาธิปไตย สัจจะ 100 บาท\n.*ดูแล: 018 ภู 30 บาท, 026 โต 70 บาท/,
    );
    expect(head.received().text).toBe("");
    expect((await head.says("วันนัด")).text).toMatch(/สายของคุณ 1 คน: 012 มาลี/);
  });
});
