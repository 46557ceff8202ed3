import { describe, expect, it } from "@jest/globals";
import mongoose from "mongoose";
import { endPractices } from "../../src/jobs/end-practices";
import { createLineClient } from "../../src/line/client";
import { EntryModel } from "../../src/storage/journal";
import { findHeads } from "../../src/storage/ledger-heads";
import { PracticeModel } from "../../src/storage/practices";
import { inTransaction } from "../../src/storage/tx";
import { createLog } from "../../src/telemetry/log";
import { createAlert, createMetrics } from "../../src/telemetry/metrics";
import { enqueueNotices } from "../../src/worker/enqueue";
import { lineAddress } from "../support/menus";
import { refusalOf } from "../support/refusals";
import { useVillage } from "../support/village";
import { lastOf, type Villager } from "../support/villager";
import { pageOf } from "../web/api/support";

describe("a practice day", () => {
  const village = useVillage({ today: "2026-03-05" });

  const inventedKinds = async () =>
    (await EntryModel.find({}).lean()).filter(({ groupId }) => groupId.includes("~")).map(({ kind }) => kind);

  /** Every stored row that names the group, as text, but for what those who practise said and were answered. */
  async function realRows(): Promise<string[]> {
    const rows: string[] = [];
    for (const [name, model] of Object.entries(mongoose.models)) {
      if (["inbox_events", "deliveries", "practices", "actions", "persons"].includes(name)) continue;
      for (const row of await model.find({}).sort({ _id: 1 }).lean<Record<string, unknown>[]>()) {
        const text = JSON.stringify(row);
        const isAnswer = name === "outbox" && row["kind"] === "answer";
        if (text.includes(village.group.id) && !text.includes("~") && !isAnswer) rows.push(`${name} ${text}`);
      }
    }
    return rows;
  }

  async function table() {
    const treasurer = await village.officer("treasurer", { memberNo: "002", name: "สมศรี ใจดี" });
    const secretary = await village.officer("secretary", { memberNo: "003" });
    const malee = await village.member({ memberNo: "012", name: "มาลี สุขใจ" });
    return { treasurer, secretary, malee };
  }

  /** Takes a hundred baht of 012 on the desk page of the practice, and tries to with an id of the real day. */
  async function practisedDesk(treasurer: Villager) {
    expect((await treasurer.says("โต๊ะรับเงิน")).text).toMatch(/^ซ้อม · .*ใช้ได้เฉพาะคนที่มีหน้าที่รับเงิน/s);
    const page = pageOf(village, treasurer);
    const groupId = (await PracticeModel.findById(village.group.id).lean())?.groupId;
    const address = `/api/desk/${groupId}`;
    const orderOf = (subject: string) => ({
      name: "desk.record",
      subject,
      input: { groupId, rows: [{ memberNo: "012", seen: 0, split: [{ purpose: "pledge", amount: 100_00 }] }] },
    });
    const deedOf = async (subject: string) => {
      const { body } = await page.post("/api/operations", { name: "desk.record", subject });
      return `/api/operations/${body.ids[0]}`;
    };
    const { dayId } = (await page.get(address)).body;
    const order = orderOf(dayId);
    const deed = await deedOf(dayId);
    const { body } = await page.post(deed, order);
    expect(body.rows).toMatchObject([{ memberNo: "012", receipt: "2569/000001" }]);
    expect((await page.post(deed, order)).body).toEqual(body);
    // The real desk is shut meanwhile, whichever card or window it was opened from.
    expect((await page.get(`/api/desk/${village.group.id}`)).body.error).toBe("practice.real-card");
    const [head] = await inTransaction((tx) => findHeads(tx, [village.group.id]));
    const real = head?.day.id ?? "";
    const mint = { name: "desk.record", subject: real };
    expect((await page.post("/api/operations", mint)).body.error).toBe("practice.real-card");
    expect(await village.entries("savings.deposit")).toEqual([]);
    return { page, address, deed, order };
  }

  const confirms = async (phone: Villager, line: string) => {
    await phone.says(line);
    return phone.taps(/^ยืนยัน/);
  };

  it("is used to the full without a push, and leaves the real books byte for byte as they were", async () => {
    const { treasurer, secretary, malee } = await table();
    await village.member({ memberNo: "013", linked: false });
    const chair = await village.officer("chair");
    const auditor = await village.officer("chair", { committee: "audit" });
    const before = await realRows();
    expect(before.some((row) => row.startsWith("ledger_heads"))).toBe(true);

    expect((await malee.says("วันซ้อม")).text).toMatch(refusalOf("practice.none"));
    const started = await treasurer.says("วันซ้อม");
    expect(started.text).toMatch(/ซ้อม · .*ซ้อม ไม่ลงบัญชีจริง · คุณอยู่ในวันซ้อม.*สมศรี ใจดี.*1,000 บาท/s);
    for (const phone of [secretary, malee]) expect((await phone.says("วันซ้อม")).text).toContain("คุณอยู่ในวันซ้อม");

    await confirms(treasurer, "เปิดวันทำการ");
    const card = await treasurer.says("รับ 012 สัจจะ 100");
    expect(card.text).toMatch(/ซ้อม · กลุ่ม.*ซ้อม ไม่ลงบัญชีจริง · /s);
    expect(card.altTexts[0]).toMatch(/^ซ้อม: /);
    expect((await treasurer.taps(/^ยืนยันรับ 100/)).text).toContain("2569/000001");
    expect((await confirms(treasurer, "รับครบ 013")).text).toContain("2569/000002");
    const balance = await malee.says("ยอดเงิน");
    expect(balance.text).toMatch(/ใบเสร็จ.*2569\/000001/s);
    expect(lastOf(balance)).toContain("1,300 บาท");

    await confirms(treasurer, "ถอน 012 พิเศษ 500");
    expect((await secretary.says("รอเราตัดสิน")).text).toContain("500 บาท");
    await secretary.taps(/^ยืนยันจ่าย/);
    await treasurer.says("แก้รายการ 2569/000002");
    await confirms(treasurer, "ลงผิดคน");
    await confirms(secretary, "ยอดเงิน");

    await treasurer.says("ปิดวันทำการ");
    await treasurer.taps("นับเงินก่อนปิด");
    await treasurer.taps(/^ชื่อ003|^secretary/);
    await treasurer.says("600");
    await secretary.says("วันซ้อม");
    await secretary.taps("พิมพ์ยอดที่นับ");
    await secretary.says("600");
    await secretary.taps("สมุดไม่อยู่");
    await treasurer.says("วันซ้อม");
    await treasurer.taps("สมุดไม่อยู่จริง");
    await treasurer.taps("เก็บไว้เอง");
    await secretary.says("วันซ้อม");
    await secretary.taps("ยืนยันว่ารับไว้แล้ว");
    await treasurer.says("วันซ้อม");
    await treasurer.taps("ไปปิดวันทำการ");
    expect((await treasurer.taps(/^ยืนยันปิด/)).text).toMatch(/สองคนนับเงินแล้ว.*รหัสของวันซ้อม ไม่ต้องเขียนลงสมุดตรวจ.*600 บาท/s);

    expect(await inventedKinds()).toEqual(
      expect.arrayContaining(["savings.deposit", "savings.withdrawal", "reversal", "day.closed"]),
    );
    expect(await realRows()).toEqual(before);
    for (const phone of [treasurer, secretary, malee, chair, auditor]) expect(village.pushesTo(phone)).toBe(0);
    for (const phone of [chair, auditor]) expect(await village.outboxOf(phone)).toEqual([]);

    expect((await malee.says("เลิกซ้อม")).text).toContain("คนอื่นยังซ้อมต่อ");
    expect(lastOf(await malee.says("ยอดเงิน"))).toMatch(/0 บาท/);
    expect((await treasurer.says("จบวันซ้อมทุกคน")).text).toContain("สิ่งที่ซ้อมทิ้งไปหมด");
    expect(await inventedKinds()).toEqual([]);
    expect(await realRows()).toEqual(before);
  }, 60_000);

  it("never takes a real button for one of practice, nor one of practice for a real one", async () => {
    const { treasurer, secretary, malee } = await table();
    await confirms(treasurer, "เปิดวันทำการ");
    await treasurer.says("รับ 012 สัจจะ 100");
    const real = treasurer.dataOf(/^ยืนยันรับ 100/);

    const warned = await treasurer.says("วันซ้อม");
    expect(warned.text).toMatch(/วันทำการจริงเปิดอยู่.*เงินจริงที่คุณรับจะไม่ถูกลงบัญชี/s);
    const start = treasurer.dataOf(/^ยืนยันเริ่มซ้อม/);
    await treasurer.act(() => Promise.all([treasurer.phone.taps(start), treasurer.phone.taps(start)]));
    expect(await PracticeModel.countDocuments({ _id: village.group.id })).toBe(1);
    expect((await treasurer.sendsPostback(real)).text).toMatch(refusalOf("practice.real-card"));
    expect(await village.entries("savings.deposit")).toEqual([]);

    await confirms(treasurer, "เปิดวันทำการ");
    await treasurer.says("รับ 012 สัจจะ 200");
    const practised = treasurer.dataOf(/^ยืนยันรับ 200/);
    expect((await secretary.sendsPostback(practised)).text).toMatch(refusalOf("card.foreign"));
    for (const word of ["ขอรหัส 012", "แจ้งโอน 100", "ไม่บอกชื่อ", "เปลี่ยนกรรมการ", "สมุดรายวัน", "หยุดส่งข้อความ"])
      expect((await treasurer.says(word)).text).toMatch(refusalOf("practice.not-here"));
    const desk = await practisedDesk(treasurer);
    expect((await pageOf(village, secretary).get(desk.address)).body.error).toBe("practice.over");
    // Who does not take part is real all the while.
    expect((await malee.says("ยอดเงิน")).text).not.toContain("ซ้อม");

    await treasurer.says("เลิกซ้อม");
    expect((await treasurer.sendsPostback(practised)).text).toMatch(refusalOf("practice.over"));
    for (const late of [await desk.page.get(desk.address), await desk.page.post(desk.deed, desk.order)])
      expect([late.status, late.body.error]).toEqual([410, "practice.over"]);
    await treasurer.says("วันซ้อม");
    await treasurer.taps(/^ยืนยันเริ่มซ้อม/);
    expect((await treasurer.sendsPostback(practised)).text).toMatch(refusalOf("practice.over"));
    await treasurer.says("เลิกซ้อม");
    expect((await treasurer.says("เลิกซ้อม")).text).toContain("คุณไม่ได้ซ้อมอยู่");
    expect((await treasurer.sendsPostback(real)).text).toMatch(/100 บาท.*2569\/000001/s);
    expect(await village.entries("savings.deposit")).toHaveLength(1);
  }, 30_000);

  it("that another ended, or its day, takes the next word for nothing and says so", async () => {
    const { treasurer, secretary, malee } = await table();
    await secretary.says("วันซ้อม");
    await treasurer.says("วันซ้อม");
    await malee.says("วันซ้อม");
    await confirms(treasurer, "เปิดวันทำการ");
    expect((await malee.says("จบวันซ้อมทุกคน")).text).toMatch(refusalOf("role.missing"));
    await treasurer.says("รับ 012 สัจจะ 100");
    const practised = treasurer.dataOf(/^ยืนยันรับ 100/);
    await secretary.says("จบวันซ้อมทุกคน");

    const over = await treasurer.sendsPostback(practised);
    expect(over.text).toMatch(/^วันซ้อมจบแล้ว ข้อความเมื่อกี้ยังไม่ได้ทำอะไร/);
    expect((await treasurer.sendsPostback(practised)).text).toMatch(refusalOf("practice.over"));
    expect((await malee.says("ยอดเงิน")).text).toMatch(/^วันซ้อมจบแล้ว/);
    expect((await malee.says("ยอดเงิน")).text).not.toContain("ซ้อม");

    await treasurer.says("วันซ้อม");
    await village.moveTo("2026-03-06");
    expect((await treasurer.says("รับ 012 สัจจะ 100")).text).toMatch(/^วันซ้อมจบแล้ว/);
    expect((await treasurer.says("รับ 012 สัจจะ 100")).text).toMatch(refusalOf("day.not-open"));
    const log = createLog("silent");
    const metrics = createMetrics();
    const line = createLineClient({ ...lineAddress(village), channelSecrets: [], loginChannelId: null, liffId: null });
    const now = village.sajja.clock.now();
    await endPractices({
      now,
      line,
      log,
      metrics,
      alert: createAlert(log, metrics),
      dataKeys: [],
      notify: enqueueNotices,
    });
    expect(await PracticeModel.countDocuments({ _id: village.group.id })).toBe(0);
    expect(await inventedKinds()).toEqual([]);
  }, 30_000);
});
