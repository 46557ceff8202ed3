import { describe, expect, it } from "@jest/globals";
import { PhotoViewModel } from "../../src/storage/photo-views";
import { PhotoModel } from "../../src/storage/photos";
import { twoHalves } from "../media/pictures";
import { refusalOf } from "../support/refusals";
import { plainSlip, savedAnew } from "../support/transfers";
import { useVillage } from "../support/village";
import type { Villager } from "../support/villager";
import { pageOf } from "../web/api/support";

describe("the picture of the bank passbook at the closing", () => {
  const village = useVillage({ today: "2026-03-05" });

  it("is taken from either counter, and the report leads committee and auditor to its page, nobody else", async () => {
    const { treasurer, secretary, auditor, malee } = await atBankPassbook();
    const broken = (await twoHalves().encode("jpeg")).subarray(0, 400);
    expect((await sends(treasurer, broken)).text).toMatch(refusalOf("photo.broken"));
    expect(await photos()).toEqual([]);
    await sends(malee, await twoHalves().encode("jpeg"));
    expect(await photos()).toEqual([]);
    const page = await plainSlip(["สมุดธนาคาร", "5 มี.ค. 69", "คงเหลือ 40.00"]);
    expect((await sends(treasurer, page)).text).toContain("มีรูปหน้าสมุดแล้ว");
    const [photo] = await photos();
    expect(photo).toMatchObject({ purpose: "bank-passbook", state: "kept" });

    await bothSay(treasurer, secretary, "40");
    const report = await closes(treasurer);
    for (const told of [report, auditor.received()]) expect(told.text).toMatch(/สมุดธนาคาร.*40 บาท มีรูป/s);
    expect(report.labels).toContain("ดูรูปสมุดธนาคาร");
    const picture = `/api/photos/${String(photo?._id)}/picture`;
    expect((await pageOf(village, malee).get(picture)).body.error).toBe("photo.not-yours");
    expect(await looks()).toBe(0);
    expect((await pageOf(village, auditor).get(picture)).status).toBe(200);
    expect(await looks()).toBe(1);

    // The same page a month later, written anew: both counters and the report are told.
    await village.moveTo("2026-04-05", "09:30");
    await treasurer.says("เปิดวันทำการ");
    await treasurer.taps(/^ยืนยันเปิด/);
    await toBankPassbook(treasurer, secretary);
    const again = await sends(treasurer, await savedAnew(page, { cut: 0, scale: 0.6 }));
    expect(again.text).toMatch(/รูปนี้เคยส่งแล้วเมื่อ .*5 มี\.ค\. 2569/);
    await bothSay(treasurer, secretary, "40");
    expect((await closes(treasurer)).text).toMatch(/สมุดธนาคาร.*40 บาท รูปเก่า เคยส่ง 5 มี\.ค\./s);
  });

  it("is missed in the report where nobody sent one", async () => {
    const { treasurer, secretary } = await atBankPassbook();
    await bothSay(treasurer, secretary, "40");
    const report = await closes(treasurer);
    expect(report.text).toContain("40 บาท ไม่มีรูปสมุด");
    expect(report.labels).not.toContain("ดูรูปสมุดธนาคาร");
  });

  const looks = () => PhotoViewModel.countDocuments({ groupId: village.group.id });
  const photos = () => PhotoModel.find({ groupId: village.group.id }, { purpose: 1, state: 1 }).lean();

  async function atBankPassbook() {
    const treasurer = await village.treasurerOnWorkingDay();
    const secretary = await village.officer("secretary");
    const auditor = await village.officer("chair", { committee: "audit" });
    const malee = await village.member({ memberNo: "012" });
    await treasurer.says("ดอกเบี้ยธนาคาร 40");
    await treasurer.taps(/^ยืนยันรับ/);
    await toBankPassbook(treasurer, secretary);
    return { treasurer, secretary, auditor, malee };
  }

  async function toBankPassbook(treasurer: Villager, secretary: Villager) {
    await treasurer.says("ปิดวันทำการ");
    await treasurer.taps("นับเงินก่อนปิด");
    await treasurer.taps(`ชื่อ${secretary.member.memberNo}`);
    await bothSay(treasurer, secretary, "0");
    await treasurer.taps("พิมพ์ยอดในสมุด");
  }

  const sends = (villager: Villager, bytes: Buffer) => villager.act(() => villager.phone.sendsImage(bytes));

  async function bothSay(first: Villager, second: Villager, sum: string) {
    // Her turn came as a message: the second types without its button.
    await first.says(sum);
    await second.says(sum);
    await village.settle();
  }

  async function closes(treasurer: Villager) {
    const report = await treasurer.taps("ไปปิดวันทำการ");
    expect(report.text).toContain("นับเงินสดได้");
    return treasurer.taps(/^ยืนยันปิด/);
  }
});
