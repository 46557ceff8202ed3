import { describe, expect, it } from "@jest/globals";
import { account } from "../../src/domain/ledger/accounts";
import { baht } from "../../src/domain/money";
import { ApprovalModel } from "../../src/storage/approvals";
import { refusalOf } from "../support/refusals";
import { useVillage } from "../support/village";

/** Every way in which money leaves. */
const paths = [
  "ถอน 012 พิเศษ 50",
  "จ่ายค่าวัสดุ 50 ให้ ร้านป้าแดง",
  "จ่ายเงินกู้ 012 50 สัญญา 15/2569 มติ 3/2569 ซื้อปุ๋ย",
  "ฝากธนาคาร 50",
  "ถอนธนาคาร 50",
];

describe("money moves by two officers alone", () => {
  const village = useVillage({ today: "2026-03-05" });

  it("on every path: not by one alone, not by one person with two offices, not by a former officer, not by a replayed or forged button", async () => {
    const treasurer = await village.treasurerOnWorkingDay({ memberNo: "002" });
    const secretary = await village.officer("secretary", { memberNo: "003" });
    // One person whose phone opens two passbooks, each with an office.
    await village.officer("vice-chair", { memberNo: "004", phoneOf: treasurer });
    const malee = await village.member({ memberNo: "012", specialSavings: baht(2_000) });
    await treasurer.says("รับ 012 สัจจะ 100");
    await treasurer.taps(/^ยืนยันรับ/);
    const entries = (await village.entries()).length;
    const { officers } = village.group;

    for (const path of paths) {
      await treasurer.says(path);
      const ask = treasurer.dataOf(/^ยืนยันขอจ่ายเงิน/);
      await treasurer.sendsPostback(ask);
      secretary.received();
      const approve = secretary.dataOf(/^ยืนยันจ่าย/);
      for (const wrong of [treasurer, malee])
        expect((await wrong.sendsPostback(approve)).text).toMatch(refusalOf("card.foreign"));
      await secretary.sendsPostback(`${approve.slice(0, -1)}${approve.endsWith("0") ? "1" : "0"}`);
      await village.changeGroup((group) => (group.officers = officers.filter(({ memberNo }) => memberNo === "003")));
      expect((await secretary.sendsPostback(approve)).text).toMatch(refusalOf("card.outdated"));
      await village.changeGroup((group) => (group.officers = officers.filter(({ memberNo }) => memberNo !== "003")));
      expect((await secretary.sendsPostback(approve)).text).toMatch(refusalOf("role.missing"));
      await village.changeGroup((group) => (group.officers = officers));
      await treasurer.phone.taps(ask);
    }
    expect(treasurer.received().text).not.toContain("ช่วยตรวจ: ขอจ่ายเงิน");
    expect((await treasurer.says("รอเราตัดสิน")).text).not.toContain("ขอจ่าย 50");

    expect(await ApprovalModel.countDocuments({ groupId: village.group.id, state: "open" })).toBe(paths.length);
    expect(await village.entries()).toHaveLength(entries);
    expect(await village.balance(account.cash)).toBe(baht(100));
    expect(await village.balance(account.specialSavings, malee.member)).toBe(baht(2_000));
  });

  it("has one outcome where two officers approve and one rejects at once", async () => {
    const treasurer = await village.treasurerOnWorkingDay({ memberNo: "002" });
    const others = [
      await village.officer("secretary", { memberNo: "003" }),
      await village.officer("chair", { memberNo: "001" }),
      await village.officer("vice-chair", { memberNo: "004" }),
    ];
    await village.member({ memberNo: "012", specialSavings: baht(2_000) });
    await treasurer.says("ถอน 012 พิเศษ 50 โอนจากธนาคาร");
    await treasurer.taps("ยืนยันขอจ่ายเงิน");
    for (const officer of others) officer.received();
    const data = others.map((officer, at) => officer.dataOf(at === 2 ? /^ไม่ยืนยัน/ : /^ยืนยันจ่าย/));
    await treasurer.act(() => Promise.all(others.map(({ phone }, at) => phone.taps(data[at] ?? ""))));

    const [approval] = await ApprovalModel.find({ groupId: village.group.id }).lean();
    const paid = (await village.entries("savings.withdrawal")).length;
    expect(approval?.state).toBe(paid === 1 ? "approved" : "rejected");
    const decided = others.filter(({ member }) => member.id === approval?.decidedBy?.memberId);
    expect(decided).toHaveLength(1);
    for (const officer of others) expect(officer.received().text).toContain(paid === 1 ? "ลงบัญชีจ่ายแล้ว" : "ไม่ยืนยัน");
  });
});
