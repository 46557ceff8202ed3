import { describe, expect, it } from "@jest/globals";
import { generate } from "promptparse";
import { account } from "../../src/domain/ledger/accounts";
import { baht } from "../../src/domain/money";
import { PhotoModel } from "../../src/storage/photos";
import { TransferNoticeModel } from "../../src/storage/transfer-notices";
import { pictureOf } from "../app/photos/support";
import { buildContract } from "../support/contracts";
import { refusalOf } from "../support/refusals";
import { plainSlip, savedAnew, slipWith } from "../support/transfers";
import { useVillage } from "../support/village";
import type { Villager } from "../support/villager";

describe("a transfer that a member tells of", () => {
  const village = useVillage({ today: "2026-03-10" });

  async function people() {
    await village.changeGroup(
      (group) => (group.payment = { bank: "ธ.ก.ส. 123-4-56789-0", bankName: "กลุ่มออมทรัพย์บ้านทดลอง" }),
    );
    const treasurer = await village.officer("treasurer", { memberNo: "002", name: "สมศรี ใจดี" });
    const secretary = await village.officer("secretary", { memberNo: "003", name: "สุดา ทองดี" });
    const malee = await village.member({ memberNo: "012", nickname: "มาลี" });
    return { treasurer, secretary, malee };
  }

  const sends = async (phone: Villager, slip: string) => {
    const bytes = await pictureOf(slip);
    return phone.act(() => phone.phone.sendsImages([bytes]));
  };

  it("goes from sums and slip to the treasurer, and into the bank's account with a receipt, between two working days", async () => {
    const { treasurer, malee } = await people();
    const loan = await buildContract(village.group, malee.member, { contractNo: "15/2568", owed: baht(5_000) });

    const asked = await malee.sendsPostback("menu:transfer.notice");
    expect(asked.text).toMatch(/พิมพ์ว่าโอนค่าอะไรบ้าง.*ธ\.ก\.ส\. 123-4-56789-0 ชื่อบัญชี กลุ่มออมทรัพย์บ้านทดลอง.*อย่าโอน/s);
    expect((await malee.says("ส่งไปหลายอย่าง")).text).toContain("ยังอ่านยอดไม่ออก");
    const slip = await malee.says("สัจจะ 200 ดอก 375 ต้น 1000");
    expect(slip.text).toMatch(/ส่งรูปสลิปในแชทนี้.*1,575 บาท.*หนึ่งพันห้าร้อยเจ็ดสิบห้าบาทถ้วน/s);
    await sends(malee, "สลิปหนึ่ง");
    const card = await malee.says("เมื่อวาน 14.30 น. อ้างอิง 0141234567");
    expect(card.text).toMatch(/ตรวจก่อนแจ้งโอน.*9 มี\.ค\. 69 14\.30.น\..*0141234567/s);
    expect(treasurer.received().text).toBe("");

    const told = await malee.taps("ยืนยันแจ้งโอน 1,575 บาท");
    expect(told.text).toMatch(/รอเหรัญญิก.*รับเรื่องแล้ว ยังไม่ลงบัญชี เหรัญญิกจะเทียบกับสมุดธนาคารภายใน 3 วัน/s);
    expect(await village.entries("savings.deposit")).toEqual([]);
    expect(treasurer.received().text).toMatch(/ช่วยเทียบ: แจ้งโอน.*1,575 บาท.*012.*9 มี\.ค\./s);
    expect(treasurer.received().text).not.toContain("⚠");
    const [photo] = await PhotoModel.find({ groupId: village.group.id }).lean();
    expect(treasurer.labels()).toContain("ดูสลิป");
    expect(photo).toMatchObject({ purpose: "transfer-slip", sentBy: { memberId: malee.member.id } });

    const receipt = await treasurer.taps("ยืนยันรับโอน 1,575 บาท");
    expect(receipt.text).toMatch(/2569\/000001.*เงินโอน 9 มี\.ค\. 69/s);
    expect(await village.balance(account.bank)).toBe(baht(1_575));
    expect(await village.balance(account.cash)).toBe(0);
    expect(await village.balance(account.pledgeSavings, malee.member)).toBe(baht(200));
    expect(await village.owed(loan)).toBe(baht(4_000));
    expect((await malee.says("ใบเสร็จ")).text).toMatch(/2569\/000001.*เหรัญญิก สมศรี ใจดี/s);
    expect((await malee.says("รายการแจ้งโอน")).text).toMatch(/1,575 บาท.*ลงบัญชีแล้ว/s);
  });

  it("is one notice and one receipt, however often buttons are pressed and by whomever of the treasurers", async () => {
    const { treasurer, malee } = await people();
    const staff = await village.officer("staff", { memberNo: "004" });
    await malee.says("แจ้งโอน สัจจะ 200");
    await malee.taps("ไม่มีสลิป");
    const send = malee.dataOf(/^ยืนยันแจ้งโอน/);
    await malee.act(() => Promise.all([malee.phone.taps(send), malee.phone.taps(send)]));
    expect((await malee.sendsPostback(send)).text).toContain("รอเหรัญญิก");
    expect(await TransferNoticeModel.countDocuments({ groupId: village.group.id })).toBe(1);

    const [one, other] = [treasurer.dataOf(/^ยืนยันรับโอน/), staff.dataOf(/^ยืนยันรับโอน/)];
    await treasurer.act(() =>
      Promise.all([treasurer.phone.taps(one), staff.phone.taps(other), treasurer.phone.taps(one)]),
    );
    const again = await treasurer.sendsPostback(one);
    expect(again.text).toContain("2569/000001");
    expect((await staff.sendsPostback(other)).text).toContain("2569/000001");
    await village.sajja.inbox.poll();
    expect(await village.entries("savings.deposit")).toHaveLength(1);
    expect(await village.balance(account.bank)).toBe(baht(200));
    expect((await malee.sendsPostback(send)).text).toMatch(/ลงบัญชีแล้ว.*2569\/000001/s);
  });

  it("is confirmed by nobody for herself or her spouse, nor with a former officer's, a stranger's or a forged button", async () => {
    const { treasurer, secretary, malee } = await people();
    await village.changeGroup(
      (group) => void group.officers.push({ memberNo: "012", committee: "executive", position: "staff" }),
    );
    const husband = await village.officer("staff", { memberNo: "050", spouseNo: "012" });
    await malee.says("แจ้งโอน สัจจะ 200");
    await malee.taps("ไม่มีสลิป");
    await malee.taps(/^ยืนยันแจ้งโอน/);

    expect(malee.labels().join()).not.toContain("ยืนยันรับโอน");
    expect(husband.received().text).toBe("");
    expect(secretary.received().text).toBe("");
    const confirm = treasurer.dataOf(/^ยืนยันรับโอน/);
    expect((await malee.sendsPostback(confirm)).text).toMatch(refusalOf("card.foreign"));
    expect((await husband.says("รายการแจ้งโอน")).text).toContain("ไม่มีเรื่องแจ้งโอนที่รอคุณ");
    await malee.sendsPostback("a1:00000000000000000000000000000000");
    await village.changeGroup(
      (group) => (group.officers = group.officers.filter(({ position }) => position !== "treasurer")),
    );
    expect((await treasurer.sendsPostback(confirm)).text).toMatch(refusalOf("role.missing"));
    expect(await village.entries("savings.deposit")).toEqual([]);

    // Where only the member's own household records money, it goes to who may pay out.
    await malee.says("แจ้งโอน สัจจะ 300");
    await malee.taps("ไม่มีสลิป");
    await malee.taps(/^ยืนยันแจ้งโอน/);
    await secretary.taps("ยืนยันรับโอน 300 บาท");
    expect(await village.balance(account.bank)).toBe(baht(300));
  });

  it("warns where the slip, the bank's number or sum and time were seen before, and asks for an explicit second one of a day", async () => {
    const { treasurer, malee } = await people();
    const anan = await village.member({ memberNo: "013" });
    const tells = async (phone: Villager, words: string) => {
      await phone.says("แจ้งโอน สัจจะ 200");
      await sends(phone, "สลิปเดียวกัน");
      await phone.says(words);
      await phone.taps(/^ยืนยันแจ้งโอน/);
    };
    await tells(malee, "วันนี้ 8.15 น. อ้างอิง AB123456");
    await tells(anan, "วันนี้ 08.15 น. อ้างอิง ab123456");
    expect(treasurer.received().text).toMatch(/รูปสลิปนี้ เคยแจ้งแล้ว .*10 มี\.ค\. 69/);
    await treasurer.taps(/^ยืนยันรับโอน/);

    await tells(malee, "วันนี้ 8.15 น.");
    expect(treasurer.received().text).toMatch(/เคยแจ้งแล้ว.*013 200 บาท ใบเสร็จ 2569\/000001/);
    expect(treasurer.received().text).toContain("เทียบสมุดธนาคารก่อน");
    // The same slip saved anew by another member, who tells another day; only the picture is like.
    const slip = await plainSlip(["9 Mar 2026 07:40", "Ms Malee Sukjai", "475.00"]);
    const shows = async (phone: Villager, words: string, bytes: Buffer) => {
      await phone.says("แจ้งโอน สัจจะ 475");
      await phone.act(() => phone.phone.sendsImages([bytes]));
      await phone.says(words);
      await phone.taps(/^ยืนยันแจ้งโอน/);
    };
    await shows(malee, "เมื่อวาน", slip);
    expect(treasurer.received().text.split("---").at(-1)).not.toContain("เคยแจ้งแล้ว");
    await shows(anan, "วันนี้", await savedAnew(slip, { cut: 5, scale: 0.6 }));
    expect(treasurer.received().text).toMatch(/⚠ รูปคล้ายกัน เคยแจ้งแล้ว.*012 475 บาท รอเหรัญญิก/);
    // Without any picture the sum and day of another are told, unless the times differ.
    await anan.says("แจ้งโอน สัจจะ 475");
    await anan.taps("ไม่มีสลิป");
    await anan.says("เมื่อวาน");
    await anan.taps(/^ยืนยันแจ้งโอน/);
    expect(treasurer.received().text).toMatch(/⚠ ยอดและวันเดียวกัน เคยแจ้งแล้ว.*012 475 บาท รอเหรัญญิก/);
    await malee.says("แจ้งโอน สัจจะ 150");
    await malee.taps("ไม่มีสลิป");
    await malee.taps(/^ยืนยันแจ้งโอน/);
    await treasurer.taps("ยืนยันรับโอน 150 บาท");
    await malee.says("แจ้งโอน สัจจะ 150");
    await malee.taps("ไม่มีสลิป");
    await malee.taps(/^ยืนยันแจ้งโอน/);
    const doubt = await treasurer.taps("ยืนยันรับโอน 150 บาท");
    expect(doubt.text).toContain("ลงบัญชีแล้ว");
    expect(await village.entries("savings.deposit")).toHaveLength(2);
    await treasurer.taps("ยืนยันรับอีกรายการ");
    expect(await village.balance(account.pledgeSavings, malee.member)).toBe(baht(300));
  });

  it("is known by the number in the code of its slip, whatever is typed beside another picture of it", async () => {
    const { treasurer, malee } = await people();
    const anan = await village.member({ memberNo: "013" });
    const code = generate.slipVerify({ sendingBank: "014", transRef: "2026031012AbCdEf99" });
    const tells = async (phone: Villager, sum: number, slip: Buffer) => {
      await phone.says(`แจ้งโอน สัจจะ ${sum}`);
      const card = await phone.act(() => phone.phone.sendsImages([slip]));
      expect(card.text).toContain("2026031012ABCDEF99");
      await phone.says("อ้างอิง ZZ999999");
      await phone.taps(/^ยืนยันแจ้งโอน/);
    };
    await tells(malee, 200, await slipWith(code));
    expect(treasurer.received().text).not.toContain("เคยแจ้งแล้ว");
    await tells(anan, 300, await slipWith(code, "#ffeedd"));
    expect(treasurer.received().text).toMatch(/เลขอ้างอิงนี้ เคยแจ้งแล้ว/);
    expect(treasurer.received().text).not.toContain("รูปสลิปนี้");
  });

  it("is refused with a reason that the member reads; overdue ones say so in both lists", async () => {
    const { treasurer, malee } = await people();
    for (const sum of [100, 200]) {
      await malee.says(`แจ้งโอน สัจจะ ${sum}`);
      await malee.taps("ไม่มีสลิป");
      await malee.taps(/^ยืนยันแจ้งโอน/);
    }
    treasurer.received();
    const refuse = treasurer.dataOf(/^ไม่พบยอด/);
    expect((await treasurer.sendsPostback(refuse)).text).toContain("เพราะอะไร");
    const done = await treasurer.says("ไม่มีในสมุดธนาคาร");
    expect(done.text).toMatch(/ไม่พบยอด.*ไม่มีในสมุดธนาคาร/s);
    expect((await treasurer.sendsPostback(refuse)).text).toMatch(/ไม่พบยอด.*ไม่มีในสมุดธนาคาร/s);
    expect((await malee.says("ยอดเงิน")).text).toMatch(/ยังไม่พบเงินโอนนี้.*เหรัญญิก สมศรี ใจดี ตอบ.*ไม่มีในสมุดธนาคาร/s);
    await treasurer.sendsPostback(treasurer.dataOf(/^ยืนยันรับโอน/));
    expect(await village.entries("savings.deposit")).toEqual([]);

    await village.moveTo("2026-03-15");
    const overdue = /100 บาท.*รอเหรัญญิก · เลยกำหนด 2 วัน/s;
    expect((await malee.says("รายการแจ้งโอน")).text).toMatch(overdue);
    expect((await malee.taps(/^2\. 100/)).text).toMatch(/เลยกำหนดมาแล้ว 2 วัน โทรถามเหรัญญิก/);
    expect((await treasurer.says("รายการแจ้งโอน")).text).toMatch(overdue);
    await treasurer.taps(/^1\. 100/);
    await treasurer.taps("ยืนยันรับโอน 100 บาท");
    expect((await village.entries("savings.deposit")).map(({ effectiveOn }) => effectiveOn)).toEqual(["2026-03-15"]);
  });

  it("is told for several passbooks in one text: a notice and a receipt each, on one slip, without a warning among themselves", async () => {
    const { treasurer, malee } = await people();
    const child = (await village.member({ memberNo: "013", nickname: "ภู", guardianNo: "012", linked: false })).member;
    await village.member({ memberNo: "014", guardianNo: "012", linked: false });
    const stranger = (await village.member({ memberNo: "015", linked: false })).member;
    const sum = (member: typeof child) => village.balance(account.pledgeSavings, member);

    expect((await malee.says("แจ้งโอน 012 สัจจะ 100 015 สัจจะ 100")).text).not.toContain("200 บาท");
    expect((await malee.says("แจ้งโอน ของฉัน สัจจะ 100 ของลูก สัจจะ 200")).text).toContain("ลูก คือสมุดเล่มไหน");
    expect(malee.labels().join()).not.toMatch(/015|012 มาลี/);
    const card = await malee.taps(/^013/);
    expect(card.text).toMatch(/300 บาท.*012 มาลี.*สัจจะ 100.*013 ภู.*สัจจะ 200/s);
    await sends(malee, "สลิปรวม");
    await malee.says("วันนี้ 8.15 น. อ้างอิง TT123456");
    const send = malee.dataOf(/^ยืนยันแจ้งโอน/);
    const told = await malee.sendsPostback(send);
    expect(told.text).toMatch(/โอนรวม.*300 บาท · 2 สมุด/s);
    expect((await malee.sendsPostback(send)).text).toMatch(/รอเหรัญญิก.*รอเหรัญญิก/s);
    expect(await TransferNoticeModel.countDocuments({ groupId: village.group.id })).toBe(2);
    expect(await PhotoModel.countDocuments({ groupId: village.group.id })).toBe(1);

    expect(treasurer.received().text).toMatch(/โอนรวม.*300 บาท · 2 สมุด/s);
    expect(treasurer.received().text).not.toContain("เคยแจ้งแล้ว");
    await treasurer.taps("ยืนยันรับโอน 100 บาท");
    await treasurer.taps("ยืนยันรับโอน 200 บาท");
    expect([await sum(malee.member), await sum(child), await sum(stranger)]).toEqual([baht(100), baht(200), 0]);
    const receipts = (await village.entries("savings.deposit")).map(({ receipt }) => receipt?.no);
    expect(receipts).toEqual([1, 2]);
    expect((await treasurer.says("รายการแจ้งโอน")).text).toContain("ไม่มีเรื่องแจ้งโอนที่รอคุณ");

    // The same slip, told again by another, is seen before.
    const anan = await village.member({ memberNo: "016" });
    await anan.says("แจ้งโอน สัจจะ 300");
    await sends(anan, "สลิปรวม");
    await anan.says("วันนี้ 8.15 น.");
    await anan.taps(/^ยืนยันแจ้งโอน/);
    expect(treasurer.received().text).toMatch(/รูปสลิปนี้ เคยแจ้งแล้ว/);

    // One line at the bank is not half there: the officer reads it before she answers, and the auditors hear of it.
    const auditor = await village.officer("chair", { committee: "audit" });
    await malee.says("แจ้งโอน 012 สัจจะ 110 013 สัจจะ 220");
    await malee.taps("ไม่มีสลิป");
    await malee.says("วันนี้ 9.15 น.");
    await malee.taps(/^ยืนยันแจ้งโอน/);
    treasurer.received();
    await treasurer.taps("ยืนยันรับโอน 110 บาท");
    expect((await treasurer.taps("ไม่พบยอด")).text).toMatch(/ส่วนอื่นของโอนครั้งเดียวกันนี้ลงบัญชีแล้ว 110 บาท/);
    expect((await treasurer.says("ไม่มีในสมุดธนาคาร")).text).toMatch(/โอนรวม 330 บาท.*ส่วนอื่นลงบัญชีแล้ว 110 บาท/);
    expect((await auditor.says("วันนัด")).text).toMatch(/เงินโอนครั้งเดียว 330 บาท.*ลงบัญชีแล้ว 110 บาท.*ไม่พบ 220 บาท/);
  });

  it("waits again when its receipt is taken back by two officers, and is confirmed anew, once", async () => {
    const { treasurer, secretary, malee } = await people();
    await malee.says("แจ้งโอน สัจจะ 200");
    await malee.taps("ไม่มีสลิป");
    await malee.taps(/^ยืนยันแจ้งโอน/);
    const first = treasurer.dataOf(/^ยืนยันรับโอน/);
    await treasurer.sendsPostback(first);
    await treasurer.taps("แก้รายการที่ลงผิด");
    await treasurer.says("ลงผิดคน");
    await treasurer.taps(/^ยืนยันขอแก้/);
    secretary.received();
    await secretary.taps(/^ยืนยันแก้/);

    expect(await village.balance(account.bank)).toBe(0);
    expect((await malee.says("รายการแจ้งโอน")).text).toContain("รอเหรัญญิก");
    expect((await treasurer.sendsPostback(first)).text).toMatch(refusalOf("entry.already-reversed"));
    const second = treasurer.dataOf(/^ยืนยันรับโอน/);
    await treasurer.act(() => Promise.all([treasurer.phone.taps(second), treasurer.phone.taps(second)]));
    expect(await village.entries("savings.deposit")).toHaveLength(2);
    expect(await village.balance(account.bank)).toBe(baht(200));
    expect((await treasurer.sendsPostback(second)).text).toContain("2569/000002");
  });
});
