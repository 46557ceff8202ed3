import { afterEach, describe, expect, it } from "@jest/globals";
import { parse } from "promptparse";
import { addDays, localDate } from "../../src/domain/dates";
import { showPicturesAt } from "../../src/messages/page-links";
import { TransferQrModel } from "../../src/storage/transfer-qrs";
import { refusalOf } from "../support/refusals";
import { codeIn, fetched, pictureAddresses } from "../support/transfers";
import { useVillage } from "../support/village";
import { lastOf, type Villager } from "../support/villager";

const today = "2026-03-10";

describe("the PromptPay code of a group", () => {
  const village = useVillage({ today });
  const pays = { promptPay: "0812345678", promptPayName: "กลุ่มออมทรัพย์บ้านทดลอง", bank: "ธ.ก.ส. 123-4-56789-0" };

  afterEach(() => showPicturesAt("https://sajja.test"));

  async function malee(payment: object = pays) {
    await village.changeGroup((group) => (group.payment = payment));
    await village.officer("treasurer", { memberNo: "002" });
    return village.member({ memberNo: "012" });
  }

  /** Receiver and sum of the newest picture's code. */
  async function read(phone: Villager) {
    const { status, png } = await fetched(village, pictureAddresses(phone).at(-1) ?? "https://none.test");
    const code = status === 200 ? parse((await codeIn(png)) ?? "", true) : null;
    return { status, to: code?.getTagValue("29", "01"), sum: code?.getTagValue("54") };
  }

  it("carries exactly the sum that was confirmed, to the account of today, and leads on to the slip", async () => {
    const member = await malee();
    const asked = await member.says("คิวอาร์โอน");
    expect(asked.text).toMatch(/พร้อมเพย์ 0812345678 ชื่อบัญชี กลุ่มออมทรัพย์บ้านทดลอง.*อย่าโอน/s);
    const card = await member.says("สัจจะ 200 พิเศษ 75.25");
    expect(card.text).toMatch(/275\.25 บาท.*สองร้อยเจ็ดสิบห้าบาทยี่สิบห้าสตางค์.*กลุ่มออมทรัพย์บ้านทดลอง.*อย่าโอน/s);
    expect(pictureAddresses(member)).toEqual([]);

    const shown = await member.taps("ขอคิวอาร์ 275.25 บาท");
    expect(shown.text).toMatch(/275\.25 บาท.*ถ้าแอปธนาคารไม่ขึ้นชื่อนี้ อย่าโอน.*ส่งรูปสลิป/s);
    expect(await read(member)).toEqual({ status: 200, to: "0066812345678", sum: "275.25" });
    const address = pictureAddresses(member).at(-1) ?? "";
    expect(address).toMatch(/^https:\/\/sajja\.test\/qr\/[0-9a-f]{32}\.png$/);
    const button = member.dataOf(/^ขอคิวอาร์/);
    await member.act(() => Promise.all([member.phone.taps(button), member.phone.taps(button)]));
    expect(new Set(pictureAddresses(member)).size).toBe(1);
    expect(await TransferQrModel.countDocuments({ groupId: village.group.id })).toBe(1);
    // It names nobody: whoever has the address sees a group, an account and a sum.
    expect(JSON.stringify(await TransferQrModel.find({ groupId: village.group.id }).lean())).not.toContain("012");

    await member.says("อ้างอิง AB123456");
    expect((await member.taps(/^ยืนยันแจ้งโอน/)).text).toContain("รอเหรัญญิก");
    // What was told is over: its code is not shown once more.
    expect((await member.sendsPostback(button)).text).toMatch(refusalOf("card.outdated"));
  });

  it("is refused to a stranger, after its card was dropped, and once it is over, with the way to a new one", async () => {
    const member = await malee();
    const other = await village.member({ memberNo: "013" });
    await member.says("คิวอาร์โอน สัจจะ 100");
    const button = member.dataOf(/^ขอคิวอาร์/);
    expect((await other.sendsPostback(button)).text).toMatch(refusalOf("card.foreign"));
    await member.taps("ไม่บันทึก");
    expect((await member.sendsPostback(button)).text).toMatch(refusalOf("card.dropped"));
    expect([...pictureAddresses(member), ...pictureAddresses(other)]).toEqual([]);

    await member.says("คิวอาร์โอน สัจจะ 100");
    await member.taps("ขอคิวอาร์ 100 บาท");
    expect(await read(member)).toMatchObject({ status: 200, sum: "100.00" });
    await village.moveTo("2026-03-11", "10:00");
    expect((await read(member)).status).toBe(410);
    const unknown = await fetched(village, `https://sajja.test/qr/${"0".repeat(32)}.png`);
    const over = await fetched(village, pictureAddresses(member).at(-1) ?? "");
    expect([unknown.status, unknown.png.equals(over.png)]).toEqual([410, true]);
    // The same button gives a new one, under another name.
    await member.taps("ขอคิวอาร์ 100 บาท");
    expect(await read(member)).toMatchObject({ status: 200, sum: "100.00" });
    expect(new Set(pictureAddresses(member)).size).toBe(2);
  });

  it("is of the details in force on its day: those to come stand beside it in words, and take its place on their first day", async () => {
    const coming = { approvalId: "a", way: "promptPay", value: "0899999999", accountName: "บัญชีใหม่" };
    const member = await malee({ ...pays, coming: { ...coming, from: addDays(localDate(today), 1) } });
    expect((await member.says("คิวอาร์โอน")).text).toMatch(/0812345678.*ตั้งแต่ .*11 มี\.ค\. 2569.*0899999999.*บัญชีใหม่/s);
    await member.says("สัจจะ 100");
    expect((await member.taps("ขอคิวอาร์ 100 บาท")).text).toMatch(/กลุ่มออมทรัพย์บ้านทดลอง.*ตั้งแต่.*0899999999/s);
    expect((await read(member)).to).toBe("0066812345678");

    await village.moveTo("2026-03-11", "00:05");
    expect((await read(member)).status).toBe(410);
    expect((await member.taps("ขอคิวอาร์ 100 บาท")).text).toMatch(/ตั้งแต่ .*11 มี\.ค\. 2569 กลุ่มใช้บัญชีนี้แทนบัญชีเดิม/s);
    expect(await read(member)).toEqual({ status: 200, to: "0066899999999", sum: "100.00" });
  });

  it("is honestly not there where the group has none, has no account at all, or pictures cannot be shown", async () => {
    const member = await malee({ bank: pays.bank, bankName: "กลุ่ม" });
    expect((await member.says("ขอคิวอาร์")).text).toMatch(/123-4-56789-0.*ยังไม่มีพร้อมเพย์ จึงไม่มีคิวอาร์/s);
    expect(lastOf(await member.says("สัจจะ 100"))).toBe("1234567890");
    expect(member.labels().join()).not.toContain("คิวอาร์");

    await village.changeGroup((group) => (group.payment = {}));
    expect((await member.says("คิวอาร์โอน สัจจะ 100")).text).toMatch(/ยังไม่ได้บอกบัญชีรับโอน ถามเหรัญญิกก่อนโอน/);

    await village.changeGroup((group) => (group.payment = pays));
    showPicturesAt(null);
    expect((await member.says("คิวอาร์โอน สัจจะ 100")).text).toMatch(/0812345678.*ยังแสดงรูปคิวอาร์ไม่ได้.*0812345678$/s);
    expect(pictureAddresses(member)).toEqual([]);
  });
});
