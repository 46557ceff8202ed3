import { describe, expect, it } from "@jest/globals";
import { checkBooks } from "../../src/app/ledger/check-books";
import { refusalOf } from "../support/refusals";
import { useVillage } from "../support/village";
import type { Villager } from "../support/villager";

describe("opening and closing a working day", () => {
  const village = useVillage({ today: "2026-03-05" });

  it("is asked first; a dropped card opens nothing, and two officers open one day", async () => {
    const treasurer = await village.officer("treasurer");
    const chair = await village.officer("chair");
    await treasurer.says("เปิดวันทำการ");
    await treasurer.taps("ยังไม่เปิด");
    expect(await village.entries("day.opened")).toEqual([]);

    await treasurer.says("เปิดวันทำการ");
    await chair.says("เปิดวันทำการ");
    await Promise.all([treasurer.phone.tapsButton("ยืนยันเปิดวันทำการ"), chair.phone.tapsButton("ยืนยันเปิดวันทำการ")]);
    await village.settle();

    expect(await village.entries("day.opened")).toHaveLength(1);
    const texts = [treasurer.received().text, chair.received().text];
    expect(texts.filter((text) => text.includes("เปิดวันทำการแล้ว"))).toHaveLength(1);
    expect(texts.filter((text) => refusalOf("day.already-open").test(text))).toHaveLength(1);
    expect((await treasurer.says("เปิดวันทำการ")).text).toMatch(refusalOf("day.already-open"));
  });

  it("is told at once to officers and auditors where it opens off the calendar", async () => {
    const treasurer = await village.officer("treasurer");
    const auditor = await village.officer("chair", { committee: "audit" });
    await village.moveTo("2026-03-09");
    expect((await treasurer.says("เปิดวันทำการ")).text).toContain("ไม่ใช่วันส่งสัจจะตามปฏิทิน");
    await treasurer.taps(/^ยืนยันเปิด/);
    await village.settle();
    expect(auditor.received().text).toMatch(/เหรัญญิก .* เปิดวันทำการ จ\. 9 มี\.ค\. 2569 ซึ่งไม่ใช่วันตามปฏิทิน/);
    await treasurer.says("ปิดวันทำการ");
    expect((await treasurer.taps(/^ยืนยันปิด/)).text).toContain("เปิดวันทำการนอกปฏิทิน");
  });

  it("is no affair of members, staff and auditors", async () => {
    const [malee, staff, auditor] = [
      await village.member(),
      await village.officer("staff"),
      await village.officer("chair", { committee: "audit" }),
    ];
    for (const person of [malee, staff, auditor]) {
      expect((await person.says("เปิดวันทำการ")).text).toMatch(refusalOf("role.missing"));
      expect((await person.says("ปิดวันทำการ")).text).toMatch(refusalOf("role.missing"));
    }
  });

  it("closes with totals, sends every member one bundle, and tells committee and auditor the head", async () => {
    const treasurer = await village.treasurerOnWorkingDay();
    const secretary = await village.officer("secretary");
    const auditor = await village.officer("chair", { committee: "audit" });
    const malee = await village.member({ memberNo: "012" });
    await takes(treasurer, "รับ 012 สัจจะ 100");
    await takes(treasurer, "รับ 012 พิเศษ 50");

    const asked = await treasurer.says("ปิดวันทำการ");
    expect(asked.text).toContain("150");
    expect(malee.received().text).toBe("");
    const report = await treasurer.taps("ยืนยันปิดวันทำการ");
    await village.settle();

    const { heads } = await checkBooks();
    const shown = /รหัส ([0-9a-f]{8,64})/.exec(report.text)?.[1] ?? "none";
    expect(heads[village.group.id]).toMatch(new RegExp(`^${shown}`));
    for (const reader of [secretary, auditor]) expect(reader.received().text).toContain(shown);
    expect(malee.received().text).toMatch(/2569\/000001.*2569\/000002/s);
    expect(village.pushesTo(malee)).toBe(1);
    expect((await checkBooks({ groupId: village.group.id, hash: heads[village.group.id] ?? "" })).sinceHead).toBe(0);
  });

  it("shows its report again on a second tap and in รายงาน, and opens no second day by an old card", async () => {
    const treasurer = await village.officer("treasurer");
    await treasurer.says("เปิดวันทำการ");
    const open = treasurer.dataOf(/^ยืนยันเปิด/);
    await treasurer.taps(/^ยืนยันเปิด/);
    await treasurer.says("ปิดวันทำการ");
    const close = treasurer.dataOf(/^ยืนยันปิด/);
    const report = await treasurer.taps(/^ยืนยันปิด/);

    expect((await treasurer.sendsPostback(close)).text).toBe(report.text);
    expect((await treasurer.says("รายงาน")).text).toContain("สรุปวันทำการ");
    expect((await treasurer.sendsPostback(open)).text).toContain("เปิดวันทำการแล้ว");
    expect((await treasurer.says("ปิดวันทำการ")).text).toMatch(refusalOf("day.already-closed"));
    expect(await village.entries("day.opened")).toHaveLength(1);
  });

  it("says when and by whom it was closed to the second who closes it, by word or by card", async () => {
    const treasurer = await village.treasurerOnWorkingDay({ name: "สมศรี ใจดี" });
    const chair = await village.officer("chair");
    await chair.says("ปิดวันทำการ");
    await treasurer.says("ปิดวันทำการ");
    const drop = treasurer.dataOf(/^ยังไม่ปิด/);
    await treasurer.taps(/^ยืนยันปิด/);

    for (const told of [await chair.taps(/^ยืนยันปิด/), await chair.says("ปิดวันทำการ")]) {
      expect(told.text).toMatch(refusalOf("day.already-closed"));
      expect(told.text).toMatch(/ปิดเมื่อ พฤ\. 5 มี\.ค\. 2569 09\.3\d\sน\. โดย สมศรี ใจดี/);
    }
    expect((await treasurer.sendsPostback(drop)).text).toMatch(/กดยืนยันไปแล้ว.*วันทำการปิดแล้ว/s);
    expect(await village.entries("day.closed")).toHaveLength(1);
    await village.moveTo("2026-03-06", "10:00");
    expect((await chair.says("ปิดวันทำการ")).text).toMatch(refusalOf("day.not-open"));
  });

  it("does not close a newer day by the card of an older one", async () => {
    const treasurer = await village.treasurerOnWorkingDay();
    const chair = await village.officer("chair");
    await treasurer.says("ปิดวันทำการ");
    const old = treasurer.dataOf(/^ยืนยันปิด/);
    await chair.says("ปิดวันทำการ");
    await chair.taps(/^ยืนยันปิด/);
    await chair.says("เปิดวันทำการ");
    await chair.taps(/^ยืนยันเปิด/);

    expect((await treasurer.sendsPostback(old)).text).toMatch(refusalOf("card.outdated"));
    expect(await village.entries("day.closed")).toHaveLength(1);
  });

  it("does not open a day by a card of the day before", async () => {
    const treasurer = await village.officer("treasurer");
    await treasurer.says("เปิดวันทำการ");
    const open = treasurer.dataOf(/^ยืนยันเปิด/);
    await village.moveTo("2026-03-06", "00:05");

    expect((await treasurer.sendsPostback(open)).text).toMatch(refusalOf("card.outdated"));
    expect(await village.entries("day.opened")).toEqual([]);
  });

  it("counts a deposit that is confirmed in the moment of closing either in the report or not at all", async () => {
    const treasurer = await village.treasurerOnWorkingDay();
    const chair = await village.officer("chair");
    await village.member({ memberNo: "012" });
    await chair.says("ปิดวันทำการ");
    await treasurer.says("รับ 012 สัจจะ 100");
    const seen = chair.received().text.length;
    await Promise.all([treasurer.phone.tapsButton(/^ยืนยันรับ/), chair.phone.tapsButton("ยืนยันปิดวันทำการ")]);
    await village.settle();

    const deposits = await village.entries("savings.deposit");
    const report = chair.received().text.slice(seen);
    expect(report).toContain(deposits.length === 1 ? "2569/000001" : "0 บาท");
    if (deposits.length === 0) expect(treasurer.received().text).toMatch(refusalOf("card.outdated"));
    const [closed] = await village.entries("day.closed");
    for (const { seq } of deposits) expect(seq).toBeLessThan(closed?.seq ?? 0);
  });

  it("sends what waits at five o'clock where a day stays open, in one push", async () => {
    const treasurer = await village.treasurerOnWorkingDay();
    const malee = await village.member({ memberNo: "012" });
    await takes(treasurer, "รับ 012 สัจจะ 100");
    await takes(treasurer, "รับ 012 สัจจะ 200");
    await village.settle();
    expect(malee.received().text).toBe("");
    await village.moveTo("2026-03-05", "17:00");
    await village.settle();

    expect(malee.received().text).toMatch(/2569\/000001.*2569\/000002/s);
    expect(village.pushesTo(malee)).toBe(1);
  });

  it("puts yesterday's money into yesterday's books, and numbers receipts on", async () => {
    const treasurer = await village.treasurerOnWorkingDay();
    await village.member({ memberNo: "012" });
    await takes(treasurer, "รับ 012 สัจจะ 100");
    await treasurer.says("ปิดวันทำการ");
    await treasurer.taps(/^ยืนยันปิด/);
    await village.moveTo("2026-04-05", "09:30");
    await treasurer.says("เปิดวันทำการ");
    await treasurer.taps(/^ยืนยันเปิด/);
    await takes(treasurer, "รับ 012 สัจจะ 200");

    const entries = await village.entries("savings.deposit");
    expect(entries.map(({ effectiveOn, receipt }) => [effectiveOn, receipt?.no])).toEqual([
      ["2026-03-05", 1],
      ["2026-04-05", 2],
    ]);
  });

  async function takes(treasurer: Villager, line: string): Promise<void> {
    await treasurer.says(line);
    await treasurer.taps(/^ยืนยันรับ/);
  }
});
