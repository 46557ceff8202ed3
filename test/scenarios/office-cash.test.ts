import { describe, expect, it } from "@jest/globals";
import { account } from "../../src/domain/ledger/accounts";
import { baht } from "../../src/domain/money";
import { refusalOf } from "../support/refusals";
import { useVillage } from "../support/village";

describe("cash outside the working day", () => {
  const village = useVillage({ today: "2026-03-10" });

  async function office() {
    const treasurer = await village.officer("treasurer", { name: "สมศรี ใจดี" });
    const secretary = await village.officer("secretary", { name: "สุดา ทองดี" });
    const auditor = await village.officer("chair", { committee: "audit", name: "อารี หวังดี" });
    const malee = await village.member({ memberNo: "012", name: "มาลี สุขใจ", specialSavings: baht(500) });
    return { treasurer, secretary, auditor, malee };
  }

  const opened = async ({ treasurer, secretary }: Awaited<ReturnType<typeof office>>) => {
    await treasurer.says("รับเงินนอกวันทำการ");
    await treasurer.taps("ยืนยันขอเปิดรับ");
    secretary.received();
    return secretary.taps("ยืนยันเปิดรับวันนี้");
  };

  it("is refused until two officers opened the desk; then members hear at once, auditors see each, the report marks it", async () => {
    const people = await office();
    const { treasurer, secretary, auditor, malee } = people;
    const refused = await treasurer.says("รับ 012 สัจจะ 100");
    expect(refused.text).toMatch(refusalOf("day.not-open"));
    expect(refused.text).toContain("พิมพ์ รับเงินนอกวันทำการ");
    expect((await malee.says("รับเงินนอกวันทำการ")).text).toMatch(refusalOf("role.missing"));

    await treasurer.says("รับเงินนอกวันทำการ");
    await treasurer.taps("ยืนยันขอเปิดรับ");
    expect((await treasurer.says("รับ 012 สัจจะ 100")).text).toMatch(refusalOf("day.not-open"));
    secretary.received();
    const approve = secretary.dataOf(/^ยืนยันเปิดรับวันนี้/);
    expect((await treasurer.sendsPostback(approve)).text).toMatch(refusalOf("card.foreign"));
    await secretary.act(() => Promise.all([secretary.phone.taps(approve), secretary.phone.taps(approve)]));
    expect(auditor.received().text).toContain("รับเงินสดได้ถึงสิ้นวัน");

    await treasurer.says("รับ 012 สัจจะ 100");
    await treasurer.taps(/^ยืนยันรับ/);
    expect(malee.received().text).toMatch(/2569\/000001/);
    expect(auditor.received().text).toMatch(/รับเงินสดนอกวันทำการ ใบเสร็จ 2569\/000001.*012 มาลี สุขใจ.*100 บาท/s);
    expect((await treasurer.says("ถอน 012 พิเศษ 50")).text).toContain("จ่ายจากเงินสด");
    expect((await treasurer.says("รับเงินนอกวันทำการ")).text).toMatch(refusalOf("office-cash.already"));
    expect(await village.entries("savings.deposit")).toMatchObject([
      { effectiveOn: "2026-03-10", record: { outsideWorkingDay: true } },
    ]);
    expect(await village.entries("office-cash.opened")).toMatchObject([{ record: { on: "2026-03-10" } }]);

    await treasurer.says("เปิดวันทำการ");
    await treasurer.taps(/^ยืนยันเปิด/);
    await treasurer.says("ปิดวันทำการ");
    expect((await treasurer.taps(/^ยืนยันปิด/)).text).toContain("รับนอกวันทำการ 1 ใบ");
  });

  it("ends by hand or with its day, for cards that were made before too", async () => {
    const people = await office();
    const { treasurer, secretary } = people;
    await opened(people);
    await treasurer.says("รับ 012 สัจจะ 100");
    const late = treasurer.dataOf(/^ยืนยันรับ/);
    await treasurer.says("ปิดรับเงินนอกวันทำการ");
    expect((await treasurer.taps("ยืนยันปิดรับเงินสด")).text).toContain("ปิดรับเงินสดนอกวันทำการ");
    expect((await treasurer.sendsPostback(late)).text).toMatch(refusalOf("day.not-open"));
    expect((await secretary.says("ปิดรับเงินนอกวันทำการ")).text).toMatch(refusalOf("office-cash.none"));

    await opened(people);
    await treasurer.says("รับ 012 สัจจะ 100");
    const overnight = treasurer.dataOf(/^ยืนยันรับ/);
    await treasurer.says("ถอน 012 พิเศษ 50 โอนจากธนาคาร");
    await village.moveTo("2026-03-11");
    expect((await treasurer.sendsPostback(overnight)).text).toMatch(refusalOf("day.not-open"));
    await treasurer.says("รับเงินนอกวันทำการ");
    await treasurer.taps("ยืนยันขอเปิดรับ");
    secretary.received();
    const approve = secretary.dataOf(/^ยืนยันเปิดรับวันนี้/);
    await village.moveTo("2026-03-12");
    expect((await secretary.sendsPostback(approve)).text).toMatch(refusalOf("card.outdated"));
    expect(await village.balance(account.cash)).toBe(0);
  });
});
