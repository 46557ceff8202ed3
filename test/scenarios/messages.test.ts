import { describe, expect, it } from "@jest/globals";
import { baht } from "../../src/domain/money";
import { InboxModel } from "../../src/storage/inbox";
import { PersonModel } from "../../src/storage/persons";
import { png } from "../scripts/simulator/pictures";
import { refusalOf } from "../support/refusals";
import { useVillage } from "../support/village";

describe("whatever else comes in a person's own chat", () => {
  const village = useVillage({ today: "2026-03-01" });

  it("is not read beyond 1,000 characters, and answered once", async () => {
    const malee = await village.member({ memberNo: "012" });

    expect((await malee.says(`ยอดเงิน ${"ก".repeat(993)}`)).text).toContain("ข้อความยาวเกิน 1000 ตัวอักษร");
    expect((await malee.says("ก".repeat(1_000))).text).toContain("ยังไม่เข้าใจ");
    expect((await malee.says("ยอดเงิน")).text).toContain("ยอดเงินสัจจะ");
  });

  it("is met kindly when it is a sticker, a picture, a voice, a file or a place, and nothing of it is kept", async () => {
    const malee = await village.member();
    const stranger = await village.stranger();
    const { phone } = malee;

    expect((await malee.act(() => phone.sendsSticker())).text).toContain("ขอบคุณ");
    expect((await malee.act(() => phone.sendsImage(png(20, 20)))).text).toContain("ยังไม่ได้เก็บรูปนี้");
    expect((await malee.act(() => phone.sendsRecording("audio", Buffer.from("sound")))).text).toContain("ยังฟังเสียงไม่ได้");
    expect((await malee.act(() => phone.sendsRecording("video", Buffer.from("film")))).text).toContain("ยังไม่เก็บวิดีโอ");
    expect((await malee.act(() => phone.sendsFile("a.pdf", Buffer.from("file")))).text).toContain("ยังไม่เก็บไฟล์");
    expect((await malee.act(() => phone.sendsLocation({ latitude: 7, longitude: 100 }))).text).toContain(
      "ยังไม่ใช้ตำแหน่ง",
    );
    expect((await stranger.act(() => stranger.phone.sendsSticker())).text).not.toBe("");
    expect(village.simulator.calls().filter(({ operation }) => operation === "getMessageContent")).toEqual([]);
  });

  it("is stored and passed over when its type or its fields are unknown", async () => {
    const malee = await village.member();

    const screen = await malee.act(async () => {
      await malee.phone.emit("videoPlayComplete", { videoPlayComplete: { trackingId: "x" } });
      await malee.phone.emit("somethingNew", { somethingNew: { deep: [{ a: 1 }] }, message: 7 });
      await malee.phone.emit("accountLink", { link: { result: "ok", nonce: "x" } });
    });

    expect(screen.text).toBe("");
    expect(await InboxModel.countDocuments({ chatId: malee.lineUserId, state: "done" })).toBe(3);
  });

  it("is forgotten at once when its sender takes it back, answered or parked", async () => {
    const malee = await village.member();
    let outcome = { messageId: "", webhookEventId: "" };
    await malee.act(async () => {
      const { messageId, webhookEventId } = await malee.phone.says("เรื่องที่ไม่อยากให้ใครเห็น");
      outcome = { messageId: messageId ?? "", webhookEventId };
    });
    const other = await malee.act(() => malee.phone.says("ข้อความที่ค้างอยู่"));
    expect(other.text).not.toBe("");
    const parked = await InboxModel.findOneAndUpdate(
      { chatId: malee.lineUserId, "event.message.text": "ข้อความที่ค้างอยู่" },
      { $set: { state: "parked" } },
    ).lean();

    const screen = await malee.act(async () => {
      await malee.phone.unsends(outcome.messageId);
      await malee.phone.unsends(String((parked?.event?.["message"] as { id: string }).id));
    });

    expect(screen.text).toBe("");
    const bodies = await InboxModel.find({ chatId: malee.lineUserId, type: "message" }).lean();
    expect(bodies.map(({ event }) => event)).toEqual([null, null]);
  });

  it("is skipped when it is older than seven days, and its place in the order is kept", async () => {
    const malee = await village.member({ pledgeSavings: baht(400) });
    village.simulator.courier.hold();
    await malee.phone.says("ยอดเงิน");
    const [old = ""] = village.simulator.courier.heldIds() ?? [];
    await village.simulator.courier.release({ order: [] });
    await village.moveTo("2026-03-08", "09:40");

    expect((await malee.act(() => village.simulator.courier.duplicate(old))).text).toBe("");
    expect(await InboxModel.findById(old).lean()).toMatchObject({ state: "done", attempts: 1 });
    expect((await malee.says("ยอดเงิน")).text).toContain("400");
  });

  it("is read against the day on which it was said", async () => {
    const malee = await village.member({ memberNo: "012" });
    const chair = await village.officer("chair");
    await malee.says("สวัสดิการ");
    await malee.taps("แจ้งเหตุ");
    village.simulator.courier.hold();
    await malee.phone.says("วันนี้");
    await village.moveTo("2026-03-02", "00:10");
    await malee.act(() => village.simulator.courier.release());

    expect((await chair.says("รายชื่อโทรกลับ")).text).toContain("1 มี.ค. 2569");
  });

  it("takes for a friend, whom a multicast reaches, only whom LINE called one", async () => {
    const stranger = await village.stranger();
    const known = () => PersonModel.findOne({ lineUserId: stranger.lineUserId }).lean();
    await stranger.says("สวัสดี");
    expect((await known())?.friendTold ?? false).toBe(false);
    await stranger.follows();
    expect(await known()).toMatchObject({ friend: true, friendTold: true });
    await stranger.act(() => stranger.phone.emit("unfollow", {}));
    expect(await known()).toMatchObject({ friend: false, friendTold: false });
  });

  it("greets who comes back after blocking, and gives her what waited", async () => {
    const treasurer = await village.treasurerOnWorkingDay();
    const malee = await village.member({ memberNo: "012" });
    await malee.act(() => malee.phone.emit("unfollow", {}));
    await treasurer.says("รับ 012 สัจจะ 100");
    await treasurer.taps(/^ยืนยันรับ/);
    await treasurer.says("ปิดวันทำการ");
    await treasurer.taps(/^ยืนยันปิด/);
    await village.settle();
    expect(village.pushesTo(malee)).toBe(0);

    const back = await malee.follows();

    expect(back.text).toContain("2569/000001");
    expect(back.text).toContain("ดูยอดเงิน รายการ และใบเสร็จ");
  });

  it("keeps no identity number of anybody, and answers nothing about it", async () => {
    const malee = await village.member();
    const screen = await malee.says("เลขบัตร 1-1007-00123-45-6 ค่ะ");

    expect(screen.text).not.toContain("1007");
    expect(JSON.stringify(await InboxModel.find({ chatId: malee.lineUserId }).lean())).not.toContain("00123");
  });

  it("asks for consent again when its text has changed", async () => {
    const malee = await village.member({ consent: { version: 0, at: new Date() }, pledgeSavings: baht(400) });

    const screen = await malee.says("ยอดเงิน");
    expect(screen.text).not.toContain("400");
    expect(screen.text).not.toMatch(refusalOf("person.unknown"));
    await malee.taps("ตกลงให้ใช้ข้อมูล");
    expect((await malee.says("ยอดเงิน")).text).toContain("400");
  });
});
