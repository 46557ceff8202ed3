import { describe, expect, it } from "@jest/globals";
import { tellClosings } from "../../src/jobs/tell-closings";
import { DayModel } from "../../src/storage/days";
import { createLog } from "../../src/telemetry/log";
import { enqueueNotices } from "../../src/worker/enqueue";
import { refusalOf } from "../support/refusals";
import { useVillage } from "../support/village";
import type { Villager } from "../support/villager";

describe("what members hear when a working day closes", () => {
  const village = useVillage({ today: "2026-03-05" });

  it("is a line for who has no entry, her child's passbook in it, also where she stopped news; the totals ride for everybody else", async () => {
    const treasurer = await village.treasurerOnWorkingDay();
    const secretary = await village.officer("secretary");
    const malee = await village.member({ memberNo: "012", name: "มาลี มั่นคง" });
    await village.member({ memberNo: "013", name: "เด็กชายดี", guardianNo: "012", linked: false });
    const paid = await village.member({ memberNo: "014", name: "สมใจ ใจดี" });
    await malee.says("หยุดส่งข้อความ");
    await malee.taps("หยุดข่าวและเตือน");
    await takes(treasurer, "รับ 014 พิเศษ 50");
    await closes(treasurer);

    expect(malee.received().text).toMatch(/วันส่งสัจจะ พฤ\. 5 มี\.ค\. 2569.*ยังไม่มีรายการของ 012 .*, 013 /s);
    expect(malee.labels()).toContain("ส่งแล้วแต่ไม่ขึ้น");
    expect(malee.received().text).toMatch(/50 บาท.*= เงินสด 50.*โดยไม่ได้นับเงินสด/s);
    expect(village.pushesTo(malee)).toBe(1);
    expect(paid.received().text).not.toContain("ยังไม่มีรายการ");
    expect(paid.received().text).toContain("= เงินสด 50");
    expect(village.pushesTo(paid)).toBe(1);
    expect((await paid.says("เงินของกลุ่ม")).text).toMatch(/เงินของกลุ่มทั้งหมด.*50 บาท/s);
    expect(secretary.received().text).toContain("ยังไม่มีรายการของคุณ");
  });

  it("is pushed to who had her receipts as an answer only where a passbook has none at the end, and each receipt comes once", async () => {
    const treasurer = await village.treasurerOnWorkingDay();
    const malee = await village.member({ memberNo: "012", name: "มาลี มั่นคง" });
    for (const memberNo of ["013", "015", "016", "017", "018"])
      await village.member({ memberNo, name: `ลูก ${memberNo}`, guardianNo: "012", linked: false });
    for (const memberNo of ["013", "015", "016", "017", "018"]) await takes(treasurer, `รับ ${memberNo} พิเศษ 50`);
    const scanned = await malee.says("ใบเสร็จ");
    expect(scanned.text).toMatch(/2569\/000001.*2569\/000005/s);
    expect(scanned.text.match(/2569\/000003/g)).toHaveLength(1);
    expect(scanned.text).toContain("ยังไม่มีรายการของคุณ (012");
    const daeng = await village.member({ memberNo: "020" });
    await takes(treasurer, "รับ 020 พิเศษ 50");
    expect((await daeng.says("ใบเสร็จ")).text).not.toContain("ยังไม่มีรายการ");
    await closes(treasurer);

    // What was missing in the middle of the day may have come by the end, or never have: she hears which.
    expect(village.pushesTo(malee)).toBe(1);
    expect(malee.received().text).toContain("ยังไม่มีรายการของคุณ (012");
    expect(village.pushesTo(daeng)).toBe(0);
    expect((await daeng.says("ยอดเงิน")).text).toContain("= เงินสด 300");
  });

  it("is told by the job where a closing did not reach, once, however often it runs", async () => {
    const treasurer = await village.treasurerOnWorkingDay();
    const malee = await village.member({ memberNo: "012" });
    await closes(treasurer);
    const told = malee.received().text;
    await DayModel.updateOne({ groupId: village.group.id, "told.all": true }, { $set: { "told.all": false } });
    const context = { now: village.sajja.clock.now(), notify: enqueueNotices, log: createLog("silent") };
    await Promise.all([tellClosings(context), tellClosings(context)]);
    await village.settle();
    expect(malee.received().text).toBe(told);

    await DayModel.updateOne(
      { groupId: village.group.id, told: { $exists: true } },
      { $set: { told: { through: null, all: false } } },
    );
    await tellClosings(context);
    await tellClosings(context);
    await village.settle();
    expect(malee.received().text.split("ยังไม่มีรายการของคุณ")).toHaveLength(3);
  });

  it("is pushed once a date however often that is opened and closed, and the auditor hears how often", async () => {
    const treasurer = await village.treasurerOnWorkingDay();
    const auditor = await village.officer("chair", { committee: "audit" });
    const malee = await village.member({ memberNo: "012" });
    const paid = await village.member({ memberNo: "014" });
    await takes(treasurer, "รับ 014 พิเศษ 50");
    await closes(treasurer);
    const pushed = [malee, paid, auditor].map((phone) => village.pushesTo(phone));
    for (const line of ["รับ 014 พิเศษ 60", "รับ 014 พิเศษ 70"]) {
      await treasurer.says("เปิดวันทำการ");
      await treasurer.taps(/^ยืนยันเปิด/);
      await takes(treasurer, line);
      await closes(treasurer);
    }
    expect([malee, paid, auditor].map((phone) => village.pushesTo(phone))).toEqual(pushed);
    const ridden = (await malee.says("ยอดเงิน")).text;
    expect(ridden.match(/ยังไม่มีรายการของคุณ/g)).toHaveLength(1);
    expect(ridden).toContain("= เงินสด 180");
    expect((await paid.says("ยอดเงิน")).text).not.toContain("ยังไม่มีรายการ");
    expect((await treasurer.says("ข้อความจดสมุด 014")).text).toMatch(/พิเศษ 50 บาท.*พิเศษ 60 บาท.*พิเศษ 70 บาท/s);

    // Each report comes the same evening: a closing that nobody counted is not heard of next week.
    const reports = (await village.outboxOf(auditor)).filter(({ kind }) => kind === "day.report-again");
    expect(reports.map(({ state, urgency }) => [state, urgency])).toEqual([
      ["waiting", "day"],
      ["waiting", "day"],
    ]);
    const again = (await village.outboxOf(auditor)).filter(({ kind }) => kind === "day.reopened");
    expect(again.map(({ state, urgency }) => [state, urgency])).toEqual([
      ["dropped", "day"],
      ["waiting", "day"],
    ]);
    expect(JSON.stringify(again.at(-1)?.messages)).toContain("รวมเปิด 3 ครั้ง");
  });

  it("stands beside what was counted at the door, and has a line for paper and a list to sign for who has no phone", async () => {
    const treasurer = await village.treasurerOnWorkingDay();
    const auditor = await village.officer("chair", { committee: "audit" });
    const malee = await village.member({ memberNo: "012" });
    await village.member({ memberNo: "015", name: "ยายมี ใจดี", linked: false });
    await takes(treasurer, "รับ 012 พิเศษ 50");
    await takes(treasurer, "รับ 015 พิเศษ 70");
    for (const person of [treasurer, malee])
      expect((await person.says("นับสมุด 3")).text).toMatch(refusalOf("role.missing"));
    expect((await auditor.says("นับสมุด ๓ เล่ม")).text).toContain("3 เล่ม");

    const line = await treasurer.says("ข้อความจดสมุด 015");
    expect(line.text).toMatch(/015 ยายมี.*5 มี\.ค\. 2569 · พิเศษ 70 บาท · ใบเสร็จ 2569\/000002 · รหัสตรวจ [0-9A-Z]{8}/s);
    const list = await treasurer.says("รายการแทนสมาชิก");
    expect(list.text).toMatch(/015 ยายมี.*2569\/000002.*ลงชื่อ/s);
    expect(list.text).not.toContain("2569/000001");
    expect((await malee.says("รายการแทนสมาชิก")).text).toMatch(refusalOf("role.missing"));
    const report = await closes(treasurer);
    expect(report.text).toMatch(/นับสมุดหน้าประตู: .* 3 เล่ม · ลงบัญชี 2 คน/);
    expect((await auditor.says("นับสมุด 4")).text).toMatch(refusalOf("day.not-open"));
  });

  async function takes(treasurer: Villager, line: string) {
    await treasurer.says(line);
    await treasurer.taps(/^ยืนยันรับ/);
  }

  async function closes(treasurer: Villager) {
    await treasurer.says("ปิดวันทำการ");
    const report = await treasurer.taps(/^ยืนยันปิด/);
    await village.settle();
    return report;
  }
});
