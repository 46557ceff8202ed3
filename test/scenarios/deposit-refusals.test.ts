import { describe, expect, it } from "@jest/globals";
import { account } from "../../src/domain/ledger/accounts";
import type { ActionId } from "../../src/domain/ids";
import { baht } from "../../src/domain/money";
import { ActionModel } from "../../src/storage/actions";
import { refusalOf } from "../support/refusals";
import { useVillage } from "../support/village";

describe("a deposit that is not certain, or not hers to take", () => {
  const village = useVillage({ today: "2026-03-05" });

  it("is refused to who is no officer, and to an auditor", async () => {
    await village.treasurerOnWorkingDay();
    const malee = await village.member({ memberNo: "012" });
    const auditor = await village.officer("chair", { committee: "audit" });

    expect((await malee.says("รับ 012 สัจจะ 100")).text).toMatch(refusalOf("role.missing"));
    expect((await auditor.says("รับ 012 สัจจะ 100")).text).toMatch(refusalOf("role.missing"));
    expect(await village.entries("savings.deposit")).toEqual([]);
  });

  it("is refused on a day that is not open, and says when the next one is", async () => {
    const treasurer = await village.officer("treasurer");
    await village.member({ memberNo: "012" });

    const screen = await treasurer.says("รับ 012 สัจจะ 100");

    expect(screen.text).toMatch(refusalOf("day.not-open"));
    expect(screen.text).toContain("5 มี.ค. 2569");
  });

  it("asks which sum where digits and words do not settle it, and takes the one that is tapped", async () => {
    const treasurer = await village.treasurerOnWorkingDay();
    const malee = await village.member({ memberNo: "012" });

    const asked = await treasurer.says("รับ 012 สัจจะ 1.000");
    expect(asked.text).toContain("จำนวนเงินเท่าไรแน่");
    expect(await village.entries("savings.deposit")).toEqual([]);
    await treasurer.taps(/^1,000/);
    await treasurer.taps(/^ยืนยันรับ 1,000/);

    expect(await village.balance(account.pledgeSavings, malee.member)).toBe(baht(1_000));
  });

  it("asks what the money is for, and takes what is tapped", async () => {
    const treasurer = await village.treasurerOnWorkingDay();
    const malee = await village.member({ memberNo: "012" });

    expect((await treasurer.says("รับ 012 100")).text).toContain("เป็นเงินอะไร");
    await treasurer.taps("เงินสัจจะพิเศษ");
    await treasurer.taps(/^ยืนยันรับ/);

    expect(await village.balance(account.specialSavings, malee.member)).toBe(baht(100));
  });

  it("takes ไม่ใช่ทั้งสอง for an answer to each of these questions, and records nothing", async () => {
    const treasurer = await village.treasurerOnWorkingDay();
    await village.member({ memberNo: "012", nickname: "แดง" });
    await village.member({ memberNo: "031", nickname: "แดง" });

    for (const line of ["รับ 012 สัจจะ 1.000", "รับ 012 100", "รับ แดง สัจจะ 100"]) {
      await treasurer.says(line);
      const answer = await treasurer.taps(/^ไม่ใช่ทั้ง(สอง|หมดนี้)$/);
      expect(answer.text).toMatch(/ไม่ได้บันทึกอะไร.*รับ 012 สัจจะ 100/s);
      expect(answer.labels.join()).not.toMatch(/ยืนยันรับ/);
    }
    expect(await village.entries("savings.deposit")).toEqual([]);
  });

  it("asks where a line names one purpose twice, and takes the sum that is tapped", async () => {
    const treasurer = await village.treasurerOnWorkingDay();
    const malee = await village.member({ memberNo: "012" });

    const asked = await treasurer.says("รับ 012 สัจจะ 100 สัจจะ 50 พิเศษ 20");
    expect(asked.text).toMatch(/เงินสัจจะ.*มีมากกว่าหนึ่งจำนวน: 100 บาท, 50 บาท/s);
    expect(asked.labels).toEqual(expect.arrayContaining(["รวม 150 บาท", "100 บาท", "50 บาท", "ไม่ใช่ทั้งหมดนี้"]));
    expect(asked.labels.join()).not.toMatch(/ยืนยันรับ/);
    await treasurer.taps("50 บาท");
    await treasurer.taps("ยืนยันรับ 70 บาท");
    expect(await village.balance(account.pledgeSavings, malee.member)).toBe(baht(50));

    await treasurer.says("รับ 012 100 สัจจะ 100");
    await treasurer.taps("เงินสัจจะ");
    await treasurer.taps("รวม 200 บาท");
    await treasurer.taps("ยืนยันรับ 200 บาท");
    expect(await village.balance(account.pledgeSavings, malee.member)).toBe(baht(250));
    expect(await village.balance(account.specialSavings, malee.member)).toBe(baht(20));
  });

  it.each(["รับ 012 กู้ 500", "รับ ป้าแดง คืนเงินกู้ 500", "รับเงินกู้ 012 500", "รับเงินกู้ ป้าแดง 500"])(
    "takes nothing for a loan of whoever owes none: %s",
    async (line) => {
      const treasurer = await village.treasurerOnWorkingDay();
      await village.member({ memberNo: "012", nickname: "แดง" });

      const answer = await treasurer.says(line);

      expect(answer.text).toMatch(/ไม่มีสัญญากู้ที่ยังค้างอยู่/);
      expect(await village.entries("savings.deposit")).toEqual([]);
    },
  );

  it("takes savings of a member whose name sounds like a loan, and a member's question for a question", async () => {
    const treasurer = await village.treasurerOnWorkingDay();
    const dok = await village.member({ memberNo: "012", nickname: "ดอก" });
    await treasurer.says("รับ ป้าดอก สัจจะ 100");
    await treasurer.taps(/^ยืนยันรับ/);

    expect(await village.balance(account.pledgeSavings, dok.member)).toBe(baht(100));
    expect((await dok.says("รับเงินกู้ 5000 ต้องทำอะไร")).text).toContain("คุยกับกรรมการเงินกู้ได้");
  });

  it("reads Thai digits, separators and a nickname", async () => {
    const treasurer = await village.treasurerOnWorkingDay();
    const malee = await village.member({ memberNo: "012", nickname: "มาลี" });

    await treasurer.says("รับ ป้ามาลี สัจจะ ๑,๒๕๐.๕๐");
    await treasurer.taps(/^ยืนยันรับ 1,250.50/);

    expect(await village.balance(account.pledgeSavings, malee.member)).toBe(125_050);
  });

  it("asks which member where a name fits several, and nobody is guessed", async () => {
    const treasurer = await village.treasurerOnWorkingDay();
    await village.member({ memberNo: "012", name: "แดง ใจดี", nickname: "แดง" });
    const other = await village.member({ memberNo: "031", name: "แดง มั่นคง", nickname: "แดง" });

    const asked = await treasurer.says("รับ แดง สัจจะ 100");
    expect(asked.text).toContain("ตรงกับสมาชิกหลายคน");
    await treasurer.taps(/^031/);
    await treasurer.taps(/^ยืนยันรับ/);

    expect(await village.balance(account.pledgeSavings, other.member)).toBe(baht(100));
  });

  it("refuses a member who is not there, a closed passbook, nothing and too much", async () => {
    const treasurer = await village.treasurerOnWorkingDay();
    await village.member({ memberNo: "012" });
    await village.member({ memberNo: "013", status: "closed" });

    expect((await treasurer.says("รับ 999 สัจจะ 100")).text).toMatch(refusalOf("member.not-found"));
    expect((await treasurer.says("รับ 013 สัจจะ 100")).text).toMatch(refusalOf("member.not-active"));
    for (const sum of ["0", "-100", "200,000,000"]) {
      const asked = await treasurer.says(`รับ 012 สัจจะ ${sum}`);
      expect(asked.text).toContain("รับได้มากกว่า 0 และไม่เกิน 1,000,000 บาท");
      expect(asked.labels.join()).not.toMatch(/ยืนยันรับ/);
    }
    for (const line of ["รับ 012 สัจจะ 1,000,001", "รับ 012 สัจจะ 600,000 พิเศษ 400,001"]) {
      const refused = await treasurer.says(line);
      expect(refused.text).toMatch(refusalOf("amount.too-large"));
      expect(refused.text).toContain("รับได้มากกว่า 0 และไม่เกิน 1,000,000 บาท");
      expect(refused.text).not.toMatch(/แบ่ง|หลายรายการ/);
    }
    expect(await village.entries("savings.deposit")).toEqual([]);
  });

  it("refuses another officer's card, and data that nobody made", async () => {
    const treasurer = await village.treasurerOnWorkingDay();
    const staff = await village.officer("staff");
    await village.member({ memberNo: "012" });
    await treasurer.says("รับ 012 สัจจะ 100");
    const confirm = treasurer.dataOf(/^ยืนยันรับ/);

    expect((await staff.sendsPostback(confirm)).text).toMatch(refusalOf("card.foreign"));
    for (const forged of [
      `a1:${"0".repeat(32)}`,
      `${confirm}x`,
      "a1:",
      "a2:1",
      "menu:savings.deposit",
      "menu:nothing",
      "",
    ])
      expect((await staff.sendsPostback(forged)).text).toMatch(refusalOf("card.unknown"));
    expect(await village.entries("savings.deposit")).toEqual([]);
  });

  it("does nothing with a card whose payload is not what the button needs", async () => {
    const treasurer = await village.treasurerOnWorkingDay();
    await village.member({ memberNo: "012" });
    await treasurer.says("รับ 012 สัจจะ 100");
    const confirm = treasurer.dataOf(/^ยืนยันรับ/);
    await ActionModel.updateOne(
      { _id: confirm.slice(3) as ActionId },
      { $set: { "payload.split": [{ purpose: "pledge", amount: 1.5 }] } },
    );

    expect((await treasurer.sendsPostback(confirm)).text).toMatch(refusalOf("card.unknown"));
    expect(await village.entries("savings.deposit")).toEqual([]);
  });

  it("is void when its day closes, and after an officer lost her seat", async () => {
    const treasurer = await village.treasurerOnWorkingDay();
    const staff = await village.officer("staff");
    await village.member({ memberNo: "012" });
    await treasurer.says("รับ 012 สัจจะ 100");
    const confirm = treasurer.dataOf(/^ยืนยันรับ/);
    await staff.says("รับ 012 พิเศษ 70");
    const hers = staff.dataOf(/^ยืนยันรับ/);
    await village.changeGroup((group) => {
      group.officers = group.officers.filter(({ position }) => position !== "staff");
    });

    expect((await staff.sendsPostback(hers)).text).toMatch(refusalOf("card.foreign"));
    await treasurer.says("ปิดวันทำการ");
    await treasurer.taps(/^ยืนยันปิด/);
    const outdated = await treasurer.sendsPostback(confirm);

    expect(outdated.text).toMatch(refusalOf("card.outdated"));
    expect(outdated.text).toContain("การ์ดใช้ได้จนปิดวันทำการ");
    expect(await village.entries("savings.deposit")).toEqual([]);
  });

  it("asks an officer of two open groups which one, and names it on the card", async () => {
    const other = await village.addGroup({ name: { th: "บ้านนา" } });
    const treasurer = await village.treasurerOnWorkingDay();
    const sameHand = await village.officer("treasurer", { group: other, phoneOf: treasurer });
    await village.member({ memberNo: "012" });
    const there = await village.member({ memberNo: "012", group: other });
    await sameHand.says("เปิดวันทำการ");
    await sameHand.taps("บ้านนา");
    await sameHand.taps(/^ยืนยันเปิด/);

    expect((await treasurer.says("รับ 012 สัจจะ 100")).text).toContain("ของกลุ่มไหน");
    const card = await treasurer.taps("บ้านนา");
    expect(card.text).toContain(other.name.th);
    await treasurer.taps(/^ยืนยันรับ/);

    expect(await village.balance(account.pledgeSavings, there.member)).toBe(baht(100));
    expect(await village.entries("savings.deposit")).toEqual([]);
  });
});
