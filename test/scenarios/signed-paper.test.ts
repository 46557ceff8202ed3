import { describe, expect, it } from "@jest/globals";
import { account } from "../../src/domain/ledger/accounts";
import { baht } from "../../src/domain/money";
import { PhotoModel } from "../../src/storage/photos";
import { twoHalves } from "../media/pictures";
import { refusalOf } from "../support/refusals";
import { useVillage } from "../support/village";

describe("a signed paper in place of the second officer's button", () => {
  const village = useVillage({ today: "2026-03-05" });

  it("pays once when a third officer photographed it; the record keeps the photo and it is listed as done by one alone", async () => {
    const treasurer = await village.treasurerOnWorkingDay({ memberNo: "002", name: "สมศรี ใจดี" });
    await village.officer("chair", { memberNo: "004", name: "สมชาย แก้วมณี", linked: false });
    const auditor = await village.officer("chair", { memberNo: "007", committee: "audit", name: "อารี หวังดี" });
    const malee = await village.member({ memberNo: "012", specialSavings: baht(500) });
    expect((await treasurer.says("เซ็นกระดาษ 004 เพราะ ไม่มีโทรศัพท์")).text).toMatch(refusalOf("paper.nothing-waits"));
    await treasurer.says("ถอน 012 พิเศษ 100 โอนจากธนาคาร");
    expect((await treasurer.taps("ยืนยันขอจ่ายเงิน")).text).toContain("พิมพ์ เซ็นกระดาษ");
    expect((await treasurer.says("เซ็นกระดาษ 007 เพราะ ไม่มีโทรศัพท์")).text).toMatch(refusalOf("paper.not-second"));
    expect((await treasurer.says("เซ็นกระดาษ 002 เพราะ ไม่มีโทรศัพท์")).text).toMatch(refusalOf("paper.not-second"));
    expect((await malee.says("เซ็นกระดาษ 004 เพราะ ไม่มีโทรศัพท์")).text).toMatch(refusalOf("paper.nothing-waits"));
    expect((await treasurer.says("เซ็นกระดาษ 004 เพราะ ไม่มีโทรศัพท์")).text).toMatch(/100 บาท.*ประธาน สมชาย แก้วมณี/s);
    await treasurer.taps("ยืนยันให้เซ็นกระดาษ");
    expect(malee.received().text + treasurer.received().text).not.toContain("ช่วยถ่ายรูปกระดาษ");

    expect(auditor.received().text).toMatch(/ช่วยถ่ายรูปกระดาษเซ็นชื่อ.*ไม่มีโทรศัพท์/s);
    const photograph = auditor.dataOf(/^ถ่ายรูปส่งในแชทนี้/);
    expect((await treasurer.sendsPostback(photograph)).text).toMatch(refusalOf("card.foreign"));
    await auditor.sendsPostback(photograph);
    await auditor.act(async () => auditor.phone.sendsImage(await twoHalves().encode("jpeg")));
    expect(await village.entries("savings.withdrawal")).toEqual([]);
    const confirm = auditor.dataOf(/^ยืนยันว่าเซ็นแล้ว/);
    await auditor.act(() => Promise.all([auditor.phone.taps(confirm), auditor.phone.taps(confirm)]));

    const [photo] = await PhotoModel.find({ groupId: village.group.id }, { _id: 1, purpose: 1 }).lean();
    expect(photo?.purpose).toBe("signed-paper");
    expect(await village.entries("savings.withdrawal")).toMatchObject([
      {
        actor: { memberId: treasurer.member.id },
        secondedBy: { personId: null, position: "executive.chair" },
        record: { signedPaper: photo?._id, paperPhotographedBy: auditor.member.id },
      },
    ]);
    expect(await village.balance(account.specialSavings, malee.member)).toBe(baht(400));
    expect(malee.received().text).toMatch(/จ่ายเงินในชื่อของ 012 ชื่อ012 แล้ว.*ยืนยันโดย ประธาน สมชาย.*เซ็นกระดาษ .* ถ่ายรูป/s);
    await treasurer.says("ปิดวันทำการ");
    expect((await treasurer.taps(/^ยืนยันปิด/)).text).toMatch(/ทำคนเดียว 2 เรื่อง: .*2569\/000001 คนที่สองเซ็นกระดาษ/);
  });

  it("puts an entry right in the same way", async () => {
    const treasurer = await village.treasurerOnWorkingDay({ memberNo: "002" });
    await village.officer("chair", { memberNo: "004", linked: false });
    const auditor = await village.officer("chair", { memberNo: "007", committee: "audit" });
    await village.member({ memberNo: "012", linked: false });
    await treasurer.says("รับ 012 สัจจะ 100");
    await treasurer.taps(/^ยืนยันรับ/);
    await treasurer.says("แก้รายการ 2569/000001");
    await treasurer.says("ลงผิดคน");
    await treasurer.taps("ยืนยันขอแก้รายการ");
    await treasurer.says("เซ็นกระดาษ 004 เพราะ ไม่มีโทรศัพท์");
    await treasurer.taps("ยืนยันให้เซ็นกระดาษ");
    auditor.received();
    await auditor.taps("ถ่ายรูปส่งในแชทนี้");
    await auditor.act(async () => auditor.phone.sendsImage(await twoHalves().encode("jpeg")));
    await auditor.taps("ยืนยันว่าเซ็นแล้ว");
    expect(await village.entries("reversal")).toMatchObject([{ record: { paperPhotographedBy: auditor.member.id } }]);
    expect(await village.balance(account.cash)).toBe(0);
  });
});
