import { describe, expect, it } from "@jest/globals";
import { escalateCases } from "../../src/jobs/escalate-cases";
import type { JobContext } from "../../src/jobs/context";
import { createAlert, createMetrics } from "../../src/telemetry/metrics";
import { createLog } from "../../src/telemetry/log";
import { ActionModel } from "../../src/storage/actions";
import { CaseModel } from "../../src/storage/cases";
import { ConversationModel } from "../../src/storage/conversations";
import { NetworkModel } from "../../src/storage/groups";
import { createLineClient } from "../../src/line/client";
import { enqueueNotices } from "../../src/worker/enqueue";
import { lineAddress } from "../support/menus";
import { refusalOf } from "../support/refusals";
import { useVillage } from "../support/village";
import type { Villager } from "../support/villager";

describe("a case: something that a member says is wrong", () => {
  const village = useVillage({ today: "2026-03-05" });

  /** A treasurer on her working day, two auditors, the network's coordinator, and a member with a receipt. */
  async function people() {
    const treasurer = await village.treasurerOnWorkingDay({ memberNo: "002", name: "สมศรี ใจดี" });
    const auditor = await village.officer("chair", { committee: "audit", memberNo: "007", name: "ประนอม ตรงดี" });
    const second = await village.officer("member", { committee: "audit", memberNo: "008", name: "สุนีย์ งามดี" });
    const coordinator = await village.member({ memberNo: "020", name: "วิชัย แก้วดี" });
    await NetworkModel.updateOne(
      { _id: "network" },
      { $set: { coordinators: [{ groupId: village.group.id, memberNo: "020" }] } },
    );
    const malee = await village.member({ memberNo: "012", nickname: "มาลี" });
    await treasurer.says("รับ 012 สัจจะ 100");
    await treasurer.taps(/^ยืนยันรับ/);
    return { treasurer, auditor, second, coordinator, malee };
  }

  const runJob = (): Promise<void> => {
    const log = createLog("silent");
    const metrics = createMetrics();
    const line = createLineClient({ ...lineAddress(village), channelSecrets: [], loginChannelId: null, liffId: null });
    const context: JobContext = {
      now: village.sajja.clock.now(),
      line,
      log,
      metrics,
      alert: createAlert(log, metrics),
      dataKeys: [],
      notify: enqueueNotices,
    };
    return escalateCases(context);
  };

  const hears = (phone: Villager, words: string) => phone.received().text.includes(words);

  it("goes with its entry to the auditors alone; answered, still wrong, answered again, and closed by the member", async () => {
    const { treasurer, auditor, second, coordinator, malee } = await people();
    await malee.says("ยอดเงิน");
    expect((await malee.taps("ยอดไม่ตรง")).text).toMatch(/012.*คนที่ลงรายการนั้นไม่เห็น/s);
    const card = await malee.says("สมุดเล่ม 300 ในไลน์ 100");
    expect(card.text).toMatch(/2569\/000001 · 100 บาท.*ลงโดย.*สมศรี ใจดี.*จะส่งถึงผู้ตรวจสอบ: ประนอม ตรงดี, สุนีย์ งามดี/s);
    const send = malee.dataOf(/^ส่งให้ผู้ตรวจสอบ/);
    await malee.act(() => Promise.all([malee.phone.taps(send), malee.phone.taps(send)]));
    expect((await malee.sendsPostback(send)).text).toMatch(/กำลังตรวจ.*7 วัน/s);
    expect(await CaseModel.countDocuments({ groupId: village.group.id })).toBe(1);
    expect(auditor.received().text).toMatch(/มีเรื่องให้ตรวจ.*สมุดเล่ม 300.*2569\/000001/s);
    expect(hears(second, "สมุดเล่ม 300")).toBe(true);
    expect([treasurer, coordinator].map((one) => hears(one, "สมุดเล่ม 300"))).toEqual([false, false]);

    const reply = auditor.dataOf(/^ตอบผู้แจ้ง/);
    expect((await treasurer.sendsPostback(reply)).text).toMatch(refusalOf("card.foreign"));
    await auditor.sendsPostback(reply);
    expect((await auditor.says("ดูใบฝากแล้ว ลงครบ")).text).toMatch(/จะส่งคำตอบนี้ถึง 012/);
    expect(hears(malee, "ลงครบ")).toBe(false);
    expect((await auditor.taps("ส่งคำตอบ")).text).toContain("ตอบแล้ว");
    expect((await malee.says("เรื่องที่แจ้ง")).text).toMatch(/คำตอบจากผู้ตรวจ.*ประนอม ตรงดี · .*ลงครบ/s);
    const [close, wrong] = [malee.dataOf(/^เรียบร้อยแล้ว/), malee.dataOf(/^ยังไม่ตรง/)];
    expect((await malee.sendsPostback(wrong)).text).toContain("ยังไม่ตรงตรงไหน");
    expect((await malee.says("ยังขาด 200")).text).toContain("กำลังตรวจ");
    expect((await malee.sendsPostback(wrong)).text).toContain("กำลังตรวจ");
    expect(second.received().text).toMatch(/มีเรื่องให้ตรวจ.*มีเรื่องให้ตรวจ.*ยังขาด 200/s);
    // Nothing that either side said is lost: three texts do not stand on a card, and are read behind its button.
    await second.says("เรื่องที่แจ้ง");
    expect((await second.taps(/^1\. /)).text).toMatch(/ก่อนหน้านี้ยังมีอีก 1 ข้อความ.*ลงครบ.*ยังขาด 200/s);
    const read = second.dataOf(/^อ่านทั้งหมด/);
    expect((await second.sendsPostback(read)).text).toMatch(
      /3 ข้อความ.*1\. .*“สมุดเล่ม 300 ในไลน์ 100”.*2\. ประนอม ตรงดี.*ลงครบ.*3\. .*“ยังขาด 200”/s,
    );
    expect((await treasurer.sendsPostback(read)).text).toMatch(refusalOf("card.foreign"));
    // The buttons of the first answer are of the first answer.
    expect((await malee.sendsPostback(close)).text).toContain("กำลังตรวจ");

    await second.taps("ตอบผู้แจ้ง");
    await second.says("ขอโทษ แก้ให้แล้ว");
    await second.taps("ส่งคำตอบ");
    await malee.says("วันนัด");
    expect((await malee.taps("เรียบร้อยแล้ว")).text).toContain("ปิดเรื่องแล้ว");
    expect((await auditor.says("เรื่องที่แจ้ง")).text).toContain("ยังไม่มีเรื่องที่แจ้งไว้");

    // More than a list has room for: the rest is a button away.
    const [told] = await CaseModel.find({ askedBy: malee.member.id }).lean();
    if (!told) throw new Error("the case was told");
    await CaseModel.insertMany(Array.from({ length: 9 }, (_, at) => ({ ...told, _id: `${told._id}-${at}` })));
    expect((await malee.says("เรื่องที่แจ้ง")).text).toMatch(/เรื่องที่คุณแจ้ง 10 เรื่อง/);
    expect((await malee.taps("ดูเพิ่ม")).text.match(/^\d\. /gm)).toHaveLength(2);
  });

  it("is about the entry that is chosen of several, and says who told it for another's passbook; nothing of a long text is cut", async () => {
    const { treasurer, auditor } = await people();
    const malee = await village.member({ memberNo: "015", name: "แม่ ของภู" });
    await village.member({ memberNo: "016", nickname: "วิช", guardianNo: "015", linked: false });
    for (const line of ["รับ 016 สัจจะ 100", "รับ 016 พิเศษ 250"]) {
      await treasurer.says(line);
      await treasurer.taps(/^ยืนยันรับ/);
    }
    const words = `เงินพิเศษของวิช ${"ฝากไว้ที่ศาลาวันนี้ ".repeat(15)}ขาดไป 50 บาท`;
    await malee.says("ยอดเงิน");
    await malee.taps("ยอดไม่ตรง");
    await malee.taps(/016|วิช/);
    expect((await malee.says(words)).text).toMatch(/รายการไหน.*1\. 2569\/000003.*250 บาท.*2\. 2569\/000002.*100 บาท/s);
    expect((await malee.taps(/^1\. 2569\/000003/)).text).toMatch(
      /ขาดไป 50 บาท”.*ตรวจก่อนส่งเรื่อง.*2569\/000003 · 250 บาท/s,
    );
    await malee.taps("ส่งให้ผู้ตรวจสอบ");
    expect(auditor.received().text).toMatch(/มีเรื่องให้ตรวจ.*ผู้แจ้ง 015 แม่ ของภู.*ยังมีต่อ.*016.*2569\/000003 · 250 บาท/s);
    expect((await auditor.taps("อ่านทั้งหมด")).text).toContain("ขาดไป 50 บาท”");
  });

  it("never reaches who posted it, who is named, or their spouses: the coordinator hears at once where no auditor is left", async () => {
    const { auditor, second, coordinator, malee } = await people();
    await village.officer("member", { committee: "audit", memberNo: "009", spouseNo: "002", name: "สามี เหรัญญิก" });
    const card = async (words: string) => {
      await malee.says("ส่งแล้วแต่ไม่ขึ้น");
      return (await malee.says(words)).text;
    };
    expect(await card("ส่งเมื่อวาน 100 กับเหรัญญิก")).toMatch(/จะส่งถึงผู้ตรวจสอบ: ประนอม ตรงดี, สุนีย์ งามดี$/m);
    expect(await card("ส่งกับประนอม 100 บาท")).toMatch(/จะส่งถึงผู้ตรวจสอบ: สุนีย์ งามดี$/m);

    await malee.says("ร้องเรียน");
    await malee.taps("แจ้งเรื่องในไลน์");
    expect((await malee.says("ผู้ตรวจสอบรู้เห็นกันหมด")).text).toMatch(/ผู้ประสานงานเครือข่าย: วิชัย แก้วดี/);
    await malee.taps("ส่งให้ผู้ประสานงาน");
    expect([auditor, second, coordinator].map((one) => hears(one, "รู้เห็นกันหมด"))).toEqual([false, false, true]);
    await coordinator.taps("ตอบผู้แจ้ง");
    await coordinator.says("จะไปตรวจวันเสาร์");
    await coordinator.taps("ส่งคำตอบ");
    expect((await malee.says("ยอดเงิน")).text).toContain("จะไปตรวจวันเสาร์");
  });

  it("goes to the coordinator once where nobody answered in seven days", async () => {
    const { auditor, coordinator, malee } = await people();
    await malee.says("ส่งแล้วแต่ไม่ขึ้น");
    await malee.says("ส่งวันนี้ 500 บาท");
    await malee.taps("ส่งให้ผู้ตรวจสอบ");
    await village.moveTo("2026-03-11");
    await runJob();
    await village.settle();
    expect(hears(coordinator, "500 บาท")).toBe(false);
    await village.moveTo("2026-03-12");
    await runJob();
    await runJob();
    await village.settle();
    expect(coordinator.received().text.match(/ส่งวันนี้ 500 บาท/g)).toHaveLength(1);
    await village.changeGroup(
      (group) => (group.officers = group.officers.filter(({ memberNo }) => memberNo !== "007")),
    );
    const reply = auditor.dataOf(/^ตอบผู้แจ้ง/);
    expect((await auditor.sendsPostback(reply)).text).toMatch(refusalOf("role.missing"));
  });

  it("may be told without a name: it says who could find out, and what is kept leads to nobody", async () => {
    const { auditor, malee } = await people();
    await malee.says("ร้องเรียน");
    expect((await malee.says("ไม่บอกชื่อ")).text).toMatch(/ผู้ดูแลระบบ.*7 วัน.*สำเนาสำรอง/s);
    expect((await malee.says("เหรัญญิกเอาเงินไปปล่อยกู้เอง")).text).toContain("จะส่งข้อความนี้โดยไม่บอกชื่อ");
    expect(malee.received().text).toContain("จะส่งถึงผู้ตรวจสอบ: ประนอม ตรงดี");
    expect(hears(auditor, "ปล่อยกู้เอง")).toBe(false);
    expect((await malee.says("ส่งโดยไม่บอกชื่อ")).text).toContain("โดยไม่มีชื่อคุณ");

    expect(auditor.received().text).toMatch(/เหรัญญิกเอาเงินไปปล่อยกู้เอง.*ผู้แจ้งไม่บอกชื่อ/s);
    const kept = await CaseModel.find({ groupId: village.group.id }).lean();
    expect(kept).toMatchObject([{ memberId: null, askedBy: null, openedAt: new Date("2026-03-04T17:00:00Z") }]);
    const { _id: personId } = malee.person ?? { _id: "" };
    const traces = [
      ...(await ActionModel.find({ personId }).lean()),
      ...(await ConversationModel.find({ _id: malee.lineUserId }).lean()),
    ];
    expect(JSON.stringify(traces)).not.toMatch(/ปล่อยกู้เอง/);
    expect((await malee.says("เรื่องที่แจ้ง")).text).toContain("ยังไม่มีเรื่องที่แจ้งไว้");
    await auditor.taps("ตรวจแล้ว");
    await auditor.says("ตรวจเงินสดแล้ว");
    expect((await auditor.taps("ส่งคำตอบ")).text).toContain("ปิดเรื่องแล้ว");
  });

  it("goes round its readers where they are whom it is about, with or without a name", async () => {
    const { auditor, second, coordinator, malee } = await people();
    await malee.says("ร้องเรียน");
    await malee.taps("แจ้งเรื่องในไลน์");
    expect((await malee.says("คนหน้าประตูเอาเงินไป")).text).toMatch(/จะส่งถึงผู้ตรวจสอบ.*ถ้าเรื่องนี้เกี่ยวกับคนที่จะได้อ่าน/s);
    const toAuditors = malee.dataOf(/^ส่งให้ผู้ตรวจสอบ/);
    expect((await malee.taps("ให้ผู้ประสานงานดูแทน")).text).toMatch(/ผู้ประสานงานเครือข่าย: วิชัย แก้วดี/);
    expect((await malee.sendsPostback(toAuditors)).text).toMatch(refusalOf("card.outdated"));
    await malee.taps("ส่งให้ผู้ประสานงาน");

    await malee.says("ไม่บอกชื่อ");
    await malee.says("คนเก็บบัตรคิวโกง");
    expect((await malee.says("ให้ผู้ประสานงานดู")).text).toMatch(/ผู้ประสานงานเครือข่าย: วิชัย แก้วดี/);
    await malee.says("ส่งโดยไม่บอกชื่อ");
    for (const words of ["คนหน้าประตู", "บัตรคิว"])
      expect([auditor, second, coordinator].map((one) => hears(one, words))).toEqual([false, false, true]);
    await village.officer("treasurer", { memberNo: "004" });
    expect((await coordinator.says("เรื่องที่แจ้ง")).text).toMatch(/ผู้แจ้งไม่บอกชื่อ · 5 มี\.ค\./);
  });
});
