import { describe, expect, it } from "@jest/globals";
import { baht } from "../../src/domain/money";
import { tellLive } from "../../src/jobs/tell-live";
import { createLineClient } from "../../src/line/client";
import { createLog } from "../../src/telemetry/log";
import { createAlert, createMetrics } from "../../src/telemetry/metrics";
import { enqueueNotices } from "../../src/worker/enqueue";
import { lineAddress } from "../support/menus";
import { refusalOf } from "../support/refusals";
import { useVillage } from "../support/village";
import { lastOf, type Villager } from "../support/villager";

describe("the months beside paper", () => {
  const village = useVillage({ today: "2026-03-05" });

  const confirms = async (phone: Villager, line: string) => {
    await phone.says(line);
    return phone.taps(/^ยืนยัน/);
  };

  async function committee() {
    const chair = await village.officer("chair", { memberNo: "001" });
    const secretary = await village.officer("secretary", { memberNo: "003" });
    const treasurer = await village.officer("treasurer", { memberNo: "002" });
    const auditor = await village.officer("chair", { memberNo: "007", committee: "audit" });
    const malee = await village.member({ memberNo: "012", nickname: "ลี", pledgeSavings: baht(1_400) });
    return { chair, secretary, treasurer, auditor, malee };
  }

  async function begun() {
    const people = await committee();
    await confirms(people.secretary, "เริ่มใช้คู่กระดาษ");
    await people.chair.taps(/^ยืนยันเริ่มใช้คู่/);
    return people;
  }

  async function closesADay(treasurer: Villager) {
    await confirms(treasurer, "เปิดวันทำการ");
    const asked = await treasurer.says("ปิดวันทำการ");
    return { asked, report: await treasurer.taps(/^ยืนยันปิด/) };
  }

  it("begin by two officers, and say on receipts and balances that paper still counts", async () => {
    const { chair, secretary, treasurer, malee } = await committee();
    expect((await treasurer.says("เริ่มใช้คู่กระดาษ")).text).toMatch(refusalOf("role.missing"));
    expect((await treasurer.says("สมุดไม่ตรง 012 1500")).text).toMatch(refusalOf("parallel.none"));
    expect((await confirms(secretary, "เริ่มใช้คู่กระดาษ 6 เดือน")).text).toMatch(/รอกรรมการอีก 1 คน.*6 วันทำการ/s);
    expect((await malee.says("ยอดเงิน")).text).not.toContain("สมุดกระดาษ");
    const answer = chair.dataOf(/^ยืนยันเริ่มใช้คู่/);
    await chair.act(() => Promise.all([chair.phone.taps(answer), chair.phone.taps(answer)]));
    expect(await village.entries("parallel-run.started")).toMatchObject([
      { record: { closings: 6 }, actor: { memberId: secretary.member.id }, secondedBy: { memberId: chair.member.id } },
    ]);

    expect(lastOf(await malee.says("ยอดเงิน"))).toContain("สมุดกระดาษยังเป็นหลัก");
    await confirms(treasurer, "เปิดวันทำการ");
    expect((await confirms(treasurer, "รับ 012 สัจจะ 100")).text).toContain("ช่วงนี้สมุดกระดาษยังเป็นหลัก");
    expect((await secretary.says("เริ่มใช้คู่กระดาษ")).text).toMatch(refusalOf("parallel.already"));
  });

  it("list the passbooks that differ, before each closing and in its report", async () => {
    const { treasurer, auditor, secretary, malee } = await begun();
    expect((await malee.says("สมุดไม่ตรง 012 1500")).text).toMatch(refusalOf("role.missing"));
    expect((await treasurer.says("สมุดไม่ตรง 012 1400")).text).toMatch(refusalOf("parallel.equal"));
    expect((await treasurer.says("สมุดไม่ตรง 099 1500")).text).toMatch(refusalOf("member.not-found"));
    expect((await treasurer.says("สมุดไม่ตรง 012")).text).toMatch(refusalOf("amount.unreadable"));
    const noted = await treasurer.says("สมุดไม่ตรง 012 1,500");
    expect(noted.text).toMatch(/0 จาก 3 ครั้ง.*1 เล่ม.*012 ลี กระดาษ 1,500 บัญชี 1,400 กระดาษมากกว่า 100 บาท/s);
    const { asked, report } = await closesADay(treasurer);
    for (const told of [asked, report, auditor.received()])
      expect(told.text).toMatch(/012 ลี กระดาษ 1,500 บัญชี 1,400 กระดาษมากกว่า 100 บาท/);

    expect((await secretary.says("สมุดไม่ตรง 012 พิเศษ 50 เพราะ จดผิดหน้า")).text).toMatch(
      /2 เล่ม.*พิเศษ กระดาษ 50 บัญชี 0 กระดาษมากกว่า 50 บาท เพราะ จดผิดหน้า/s,
    );
    // One officer's word that it agrees since wipes nothing: both sums stay until its member, who is asked, or a second officer says so too.
    expect((await treasurer.says("สมุดตรงแล้ว 007")).text).toMatch(refusalOf("parallel.not-noted"));
    const waits = /2 เล่ม.*012 ลี กระดาษ 1,500 บัญชี 1,400 .*เหรัญญิก .* บอกว่าตรงกันแล้ว ตอนนี้บัญชี 1,400 \(รอกรรมการอีกคน/s;
    for (const says of [1, 2]) expect((await treasurer.says("สมุดตรงแล้ว 012")).text.repeat(says)).toMatch(waits);
    expect(treasurer.labels()).not.toContain("ยืนยันด้วย 012");
    expect((await closesADay(treasurer)).report.text).toMatch(waits);
    expect((await malee.says("ยอดเงิน")).text).toMatch(
      /1,500 บาท.*1,400 บาท.*เคยไม่ตรง ในระบบเคยเป็น 1,400 บาท ตอนนี้ตรงกันแล้ว/s,
    );
    await malee.taps("ถูกแล้ว");
    const agreed =
      /ไม่ตรงกับกระดาษ: ไม่มี\n.*ตรงกันแล้ว 2 เล่ม\n• 012 ลี กระดาษ 1,500 .*\(กรรมการสองคน.*\n• 012 ลี พิเศษ .*\(สมาชิกบอกว่าถูกแล้ว\)/;
    await secretary.says("สมุดที่ไม่ตรง");
    expect((await secretary.taps("ยืนยันด้วย 012")).text).toMatch(agreed);
    expect((await closesADay(treasurer)).report.text).toMatch(agreed);
    // What an earlier closing found stays as it was.
    expect((await village.entries("day.closed")).length).toBe(3);
  });

  it("end with the chair's word and an auditor's signature, after three closings without an open difference", async () => {
    const { chair, secretary, treasurer, auditor, malee } = await begun();
    await closesADay(treasurer);
    expect((await chair.says("เริ่มใช้จริง")).text).toMatch(refusalOf("parallel.too-early"));
    // A second day of one month is none of another.
    await closesADay(treasurer);
    await village.moveTo("2026-04-05", "09:30");
    await closesADay(treasurer);
    expect((await chair.says("เริ่มใช้จริง")).text).toMatch(refusalOf("parallel.too-early"));
    await village.moveTo("2026-05-05", "09:30");
    await closesADay(treasurer);
    await treasurer.says("สมุดไม่ตรง 012 1500");
    const open = await chair.says("เริ่มใช้จริง");
    expect(open.text).toMatch(refusalOf("parallel.differences"));
    expect(open.text).toContain("012");
    await treasurer.says("สมุดไม่ตรง 012 1500 เพราะ จดเดือนก่อนซ้ำ");
    // One officer's reason explains nothing yet; she seconds no reason of her own.
    expect((await chair.says("เริ่มใช้จริง")).text).toMatch(refusalOf("parallel.differences"));
    expect((await treasurer.says("สมุดที่ไม่ตรง")).text).toContain("รอกรรมการอีกคนหรือสมาชิกยืนยัน");
    expect(treasurer.labels()).not.toContain("ยืนยันด้วย 012");
    await secretary.says("สมุดที่ไม่ตรง");
    const second = secretary.dataOf(/ยืนยันด้วย 012/);
    expect((await treasurer.sendsPostback(second)).text).toMatch(refusalOf("card.foreign"));
    expect((await secretary.sendsPostback(second)).text).toContain("กรรมการสองคนยืนยัน สมาชิกยังไม่ตอบ");
    expect((await secretary.says("เริ่มใช้จริง")).text).toMatch(refusalOf("role.missing"));
    const gap =
      /012 ลี กระดาษ 1,500 บัญชี 1,400 กระดาษมากกว่า 100 บาท เพราะ จดเดือนก่อนซ้ำ.*สมาชิกยังไม่ตอบ.*5 มี\.ค\. 69, 5 เม\.ย\. 69, 5 พ\.ค\. 69/s;
    expect((await chair.says("เริ่มใช้จริง")).text).toMatch(gap);
    const asked = await chair.taps(/^ยืนยัน/);
    expect(asked.text).toMatch(/3 วันทำการ.*1 เล่ม ยืนยันแล้ว.*รอ ประธานกรรมการตรวจสอบ/s);
    expect(auditor.received().text).toMatch(gap);

    // The chair on the auditor's button, an auditor who is none any more, a difference that came meanwhile: nothing.
    const sign = auditor.dataOf(/^ยืนยันเริ่มใช้จริง/);
    expect((await chair.sendsPostback(sign)).text).toMatch(refusalOf("card.foreign"));
    await village.changeGroup(
      (group) => (group.officers = group.officers.filter(({ memberNo }) => memberNo !== "007")),
    );
    await village.changeGroup((group) => (group.besidePaper = true));
    expect((await auditor.sendsPostback(sign)).text).toMatch(refusalOf("role.missing"));
    await village.changeGroup((group) =>
      group.officers.push({ memberNo: "007", committee: "audit", position: "chair" }),
    );
    await treasurer.says("สมุดไม่ตรง 003 90");
    expect((await auditor.sendsPostback(sign)).text).toMatch(refusalOf("parallel.differences"));
    expect(await village.entries("parallel-run.live")).toEqual([]);

    // It agrees since, by the word of two: the auditor signs a list in which it stands, and no older one.
    await treasurer.says("สมุดตรงแล้ว 003");
    expect((await auditor.sendsPostback(sign)).text).toMatch(refusalOf("parallel.differences"));
    await secretary.says("ยอดเงิน");
    await secretary.taps("ถูกแล้ว");
    expect((await auditor.sendsPostback(sign)).text).toMatch(refusalOf("card.outdated"));
    expect((await confirms(chair, "เริ่มใช้จริง")).text).toContain("2 เล่ม ยืนยันแล้ว");
    expect((await auditor.sendsPostback(sign)).text).toMatch(refusalOf("card.outdated"));
    expect(auditor.received().text).toMatch(/ตรงกันแล้ว 1 เล่ม\n• 003 .* บอกว่าตรงกันแล้ว/);
    const signAnew = auditor.dataOf(/^ยืนยันเริ่มใช้จริง/);
    await auditor.act(() => Promise.all([auditor.phone.taps(signAnew), auditor.phone.taps(signAnew)]));
    expect(await village.entries("parallel-run.live")).toMatchObject([
      {
        actor: { memberId: chair.member.id },
        secondedBy: { memberId: auditor.member.id },
        record: { closed: 3, explained: 2, differ: "003 pledge 9000 0 mended 0, 012 pledge 150000 140000" },
      },
    ]);
    expect(lastOf(await malee.says("ยอดเงิน"))).not.toContain("สมุดกระดาษยังเป็นหลัก");
    expect((await chair.says("เริ่มใช้จริง")).text).toMatch(refusalOf("parallel.none"));

    const log = createLog("silent");
    const metrics = createMetrics();
    const line = createLineClient({ ...lineAddress(village), channelSecrets: [], loginChannelId: null, liffId: null });
    const context = { line, log, metrics, alert: createAlert(log, metrics), dataKeys: [], notify: enqueueNotices };
    await tellLive({ ...context, now: village.sajja.clock.now() });
    await tellLive({ ...context, now: village.sajja.clock.now() });
    expect((await malee.says("ยอดเงิน")).text.match(/กลุ่มเริ่มใช้จริงตั้งแต่/g)).toHaveLength(1);
  }, 30_000);

  it("ask the member whether paper differs for the reason that an officer gave; what is not right goes to the auditors alone", async () => {
    const { treasurer, secretary, auditor, malee } = await begun();
    for (const month of ["04", "05", "06"]) {
      await village.moveTo(`2026-${month}-05`, "09:30");
      await closesADay(treasurer);
    }
    await treasurer.says("สมุดไม่ตรง 012 1500 เพราะ ลืมลง");
    const question = /012 .*1,500 บาท.*1,400 บาท.*เหรัญญิก .* บอกว่า ลืมลง/s;
    expect((await malee.says("ยอดเงิน")).text).toMatch(question);
    const [agree, deny] = [malee.dataOf(/^ถูกแล้ว/), malee.dataOf(/^ไม่ตรง/)];
    expect((await secretary.sendsPostback(agree)).text).toMatch(refusalOf("card.foreign"));
    expect((await malee.sendsPostback(deny)).text).toContain("กำลังตรวจ");
    await malee.sendsPostback(deny);
    expect(auditor.received().text).toMatch(/สมุดกระดาษ 1,500 บาท ในระบบ 1,400 บาท กรรมการบอกว่า ลืมลง.*ยอดไม่ตรง.*012/s);
    expect((await secretary.says("สมุดที่ไม่ตรง")).text).toContain("สมาชิกบอกว่าไม่ตรง");
    expect(secretary.labels()).not.toContain("ยืนยันด้วย 012");

    // Told otherwise, her answer of before is of another sum; she is asked anew, and her word is enough.
    await treasurer.says("สมุดไม่ตรง 012 1450 เพราะ ลืมลง");
    const outdated = (await malee.sendsPostback(agree)).text;
    expect(outdated).toMatch(refusalOf("card.outdated"));
    expect(outdated).toContain("1,450 บาท");
    expect((await malee.taps("ถูกแล้ว")).text).toContain("บันทึกแล้วว่าถูก");
    expect((await secretary.says("สมุดที่ไม่ตรง")).text).toContain("สมาชิกบอกว่าถูกแล้ว");
  });

  it("never go live by one person who is chair and auditor", async () => {
    const { chair, treasurer, auditor } = await begun();
    for (const month of ["04", "05", "06"]) {
      await village.moveTo(`2026-${month}-05`, "09:30");
      await closesADay(treasurer);
    }
    await village.changeGroup((group) => {
      group.besidePaper = true;
      group.officers = group.officers.filter(({ memberNo }) => memberNo !== "007");
      group.officers.push({ memberNo: "001", committee: "audit", position: "member" });
    });
    expect((await confirms(chair, "เริ่มใช้จริง")).text).toMatch(refusalOf("second-person.missing"));
    expect(auditor.labels().some((label) => /เริ่มใช้จริง/.test(label))).toBe(false);
    expect(await village.entries("parallel-run.live")).toEqual([]);
  });
});
