import { describe, expect, it } from "@jest/globals";
import { account } from "../../src/domain/ledger/accounts";
import { baht } from "../../src/domain/money";
import { refusalOf } from "../support/refusals";
import { useVillage } from "../support/village";

describe("a deposit by chat", () => {
  const village = useVillage({ today: "2026-03-05" });

  it("goes from the treasurer's line over a card to a receipt, and the member has hers with her next answer", async () => {
    const treasurer = await village.treasurerOnWorkingDay({ name: "สมศรี ใจดี" });
    const malee = await village.member({ memberNo: "012", nickname: "มาลี", pledgeSavings: baht(400) });

    const card = await treasurer.says("รับ 012 สัจจะ 100");
    expect(card.text).toContain("หนึ่งร้อยบาทถ้วน");
    expect(card.text).toContain(village.group.name.th);
    expect(await village.entries("savings.deposit")).toEqual([]);

    const receipt = await treasurer.taps(/^ยืนยันรับ 100/);
    expect(receipt.text).toContain("2569/000001");
    expect(receipt.text).toContain("500");
    expect(receipt.text).not.toContain("เขียนลงสมุด");
    expect(await village.balance(account.pledgeSavings, malee.member)).toBe(baht(500));
    expect(await village.balance(account.cash)).toBe(baht(100));
    expect(malee.received().text).toBe("");

    const answer = await malee.says("วันนัด");
    expect(answer.text).toContain("2569/000001");
    expect(answer.text).toContain("เหรัญญิก สมศรี ใจดี");
    expect(answer.text.indexOf("ใบเสร็จรับเงิน")).toBeLessThan(answer.text.indexOf("วันส่งสัจจะ"));
    expect(village.pushesTo(malee)).toBe(0);
  });

  it("is one entry when the button is tapped twice at once and LINE delivers again", async () => {
    const treasurer = await village.treasurerOnWorkingDay();
    const malee = await village.member({ memberNo: "012" });
    await treasurer.says("รับ 012 สัจจะ 100");
    const confirm = treasurer.dataOf(/^ยืนยันรับ/);

    const both = await treasurer.act(() => Promise.all([treasurer.phone.taps(confirm), treasurer.phone.taps(confirm)]));
    await village.simulator.courier.redeliver(village.simulator.courier.lastId() ?? "");
    await village.settle();
    const later = await treasurer.sendsPostback(confirm);

    expect(await village.entries("savings.deposit")).toHaveLength(1);
    expect(both.text.match(/2569\/000001/g)).not.toBeNull();
    expect(later.text).toContain("2569/000001");
    expect(await village.balance(account.pledgeSavings, malee.member)).toBe(baht(100));
    expect((await village.outboxOf(malee)).map((row) => row.kind)).toEqual(["receipt.deposit"]);
  });

  it("posts nothing after ไม่บันทึก, whichever button is tapped afterwards", async () => {
    const treasurer = await village.treasurerOnWorkingDay();
    await village.member({ memberNo: "012" });
    await treasurer.says("รับ 012 สัจจะ 100");
    const confirm = treasurer.dataOf(/^ยืนยันรับ/);

    expect((await treasurer.taps("ไม่บันทึก")).text).toContain("ไม่ได้บันทึกอะไร");
    expect((await treasurer.taps("ไม่บันทึก")).text).toContain("ไม่ได้บันทึกอะไร");
    expect((await treasurer.sendsPostback(confirm)).text).toMatch(refusalOf("card.dropped"));
    expect(await village.entries("savings.deposit")).toEqual([]);
  });

  it("stays posted when ไม่บันทึก comes after the confirmation, and says so", async () => {
    const treasurer = await village.treasurerOnWorkingDay();
    await village.member({ memberNo: "012" });
    await treasurer.says("รับ 012 สัจจะ 100");
    const drop = treasurer.dataOf(/^ไม่บันทึก/);
    await treasurer.taps(/^ยืนยันรับ/);

    const told = await treasurer.sendsPostback(drop);
    expect(told.text).toMatch(refusalOf("card.recorded"));
    expect(told.text).toMatch(/ใบเสร็จ 2569\/000001.*กรรมการสองคนแก้รายการได้.*แก้รายการ 2569\/000001/s);
    expect(await village.entries("savings.deposit")).toHaveLength(1);
  });

  it("says on ไม่บันทึก that a newer card stands, where the first only asked for an explicit second one", async () => {
    const treasurer = await village.treasurerOnWorkingDay();
    const staff = await village.officer("staff");
    await village.member({ memberNo: "012" });
    await treasurer.says("รับ 012 สัจจะ 100");
    await staff.says("รับ 012 สัจจะ 100");
    const drop = staff.dataOf(/^ไม่บันทึก/);
    await treasurer.taps(/^ยืนยันรับ/);
    await staff.taps(/^ยืนยันรับ 100/);

    const told = await staff.sendsPostback(drop);
    expect(told.text).toMatch(refusalOf("card.outdated"));
    expect(told.text).toContain("มีการ์ดใหม่กว่า");
    expect(await village.entries("savings.deposit")).toHaveLength(1);
  });

  it("lets only the newest card of one officer for the same member and purpose act", async () => {
    const treasurer = await village.treasurerOnWorkingDay();
    const malee = await village.member({ memberNo: "012" });
    await treasurer.says("รับ 012 สัจจะ 100");
    const older = treasurer.dataOf(/^ยืนยันรับ/);
    await treasurer.says("รับ 012 สัจจะ 200");

    expect((await treasurer.sendsPostback(older)).text).toMatch(refusalOf("card.outdated"));
    await treasurer.taps(/^ยืนยันรับ 200/);

    expect(await village.balance(account.pledgeSavings, malee.member)).toBe(baht(200));
  });

  it("asks for an explicit second one when the same member, purpose and sum stand already", async () => {
    const treasurer = await village.treasurerOnWorkingDay({ name: "สมศรี ใจดี" });
    const malee = await village.member({ memberNo: "012" });
    await treasurer.says("รับ 012 สัจจะ 100");
    await treasurer.taps(/^ยืนยันรับ/);

    const again = await treasurer.says("รับ 012 สัจจะ 100");
    expect(again.text).toMatch(/รับยอดเดียวกันนี้ไปแล้ว.*สมศรี ใจดี.*2569\/000001/s);
    await treasurer.taps("ยืนยันรับอีกรายการ");

    expect(await village.balance(account.pledgeSavings, malee.member)).toBe(baht(200));
  });

  it("makes one of two officers' cards for one deposit, and asks the other", async () => {
    const treasurer = await village.treasurerOnWorkingDay();
    const staff = await village.officer("staff");
    const malee = await village.member({ memberNo: "012" });
    await treasurer.says("รับ 012 สัจจะ 100");
    await staff.says("รับ 012 สัจจะ 100");
    await treasurer.taps(/^ยืนยันรับ/);

    const asked = await staff.taps(/^ยืนยันรับ 100/);
    expect(await village.entries("savings.deposit")).toHaveLength(1);
    expect(asked.text).toContain("รับยอดเดียวกันนี้ไปแล้ว");
    expect((await staff.sendsPostback(staff.dataOf(/^ยืนยันรับ 100/))).text).toContain("รับยอดเดียวกันนี้ไปแล้ว");
    await staff.taps("ยืนยันรับอีกรายการ");

    expect(await village.balance(account.pledgeSavings, malee.member)).toBe(baht(200));
  });

  it("gives a line for the paper passbook where no phone gets the receipt", async () => {
    const treasurer = await village.treasurerOnWorkingDay();
    await village.member({ memberNo: "031", linked: false });
    await treasurer.says("รับ 031 สัจจะ 100 พิเศษ 50");

    const receipt = await treasurer.taps(/^ยืนยันรับ 150/);

    expect(receipt.text).toMatch(/เขียนลงสมุด: เงินสัจจะ 100 คงเหลือ 100 · เงินสัจจะพิเศษ 50 คงเหลือ 50/);
  });

  it("tells a child's guardian of the child's deposit", async () => {
    const treasurer = await village.treasurerOnWorkingDay();
    const mother = await village.member({ memberNo: "012" });
    const child = await village.member({ memberNo: "013", guardianNo: "012", linked: false });
    await treasurer.says("รับ 013 สัจจะ 20");
    const receipt = await treasurer.taps(/^ยืนยันรับ/);

    expect(receipt.text).not.toContain("เขียนลงสมุด");
    expect((await mother.says("ใบเสร็จ")).text).toContain(String(child.member.nickname));
  });
});
