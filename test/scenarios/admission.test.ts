import { describe, expect, it } from "@jest/globals";
import { account } from "../../src/domain/ledger/accounts";
import { baht } from "../../src/domain/money";
import { templateVersion, type RuleVersion } from "../../src/domain/rules/rule-book";
import { MemberModel } from "../../src/storage/members";
import { adoptRules } from "../support/decided-rules";
import { refusalOf } from "../support/refusals";
import { useVillage } from "../support/village";
import type { Villager } from "../support/villager";

/** The shipped rules with an entry fee of 20 baht. */
function rulesWithFee(): RuleVersion {
  const { effectiveFrom, clauses } = templateVersion("interest");
  return {
    number: 1,
    effectiveFrom,
    resolution: { no: "1/2569", on: effectiveFrom },
    clauses: clauses.map((clause) =>
      clause.key === "entry-fee" ? { ...clause, values: { amount: baht(20) } } : clause,
    ),
  };
}

describe("a waiting member who comes in", () => {
  const village = useVillage({ today: "2026-03-05" });
  const statusOf = async ({ member }: Villager) => (await MemberModel.findById(member.id).lean())?.status;
  const admits = async (officer: Villager, line: string) => {
    await officer.says(line);
    return officer.taps("ยืนยันรับสมาชิก");
  };

  async function table() {
    await adoptRules(village.group, rulesWithFee());
    const treasurer = await village.treasurerOnWorkingDay();
    const secretary = await village.officer("secretary", { memberNo: "050" });
    const daeng = await village.member({ memberNo: "031", name: "แดง ใจดี", nickname: "แดง", status: "pending" });
    return { treasurer, secretary, daeng };
  }

  it("is a member by resolution and entry fee, in either order, once; until then the desk takes nothing else", async () => {
    const { treasurer, secretary, daeng } = await table();
    expect((await treasurer.says("รับ 031 สัจจะ 100")).text).toMatch(/ยังรอเป็นสมาชิก.*ระเบียบข้อ 4.*20 บาท/s);
    const card = await secretary.says("รับสมาชิก 031 มติ 3/2569");
    expect(card.text).toMatch(/มติที่ 3\/2569.*031 แดง ใจดี.*20 บาท ยังไม่จ่ายครบ/s);
    const confirm = secretary.dataOf(/^ยืนยันรับสมาชิก/);
    expect((await secretary.taps("ยืนยันรับสมาชิก")).text).toContain("รอค่าแรกเข้า");
    expect((await secretary.sendsPostback(confirm)).text).toContain("รอค่าแรกเข้า");
    expect((await secretary.says("รับสมาชิก แดง มติ 4/2569")).text).toMatch(refusalOf("admission.already"));
    expect(await village.entries("member.admitted")).toHaveLength(1);
    expect(await statusOf(daeng)).toBe("pending");
    expect((await treasurer.says("รับ 031 สัจจะ 100")).text).toMatch(/มีมติรับแล้ว/);

    await treasurer.says("รับ 031 ค่าแรกเข้า 20");
    await treasurer.taps(/^ยืนยันรับ/);

    expect(await statusOf(daeng)).toBe("active");
    expect(await village.balance(account.entryFees)).toBe(baht(20));
    expect((await daeng.says("ยอดเงิน")).text).toMatch(/เป็นสมาชิกแล้ว/);
    expect((await secretary.says("ยอดเงิน")).text).toMatch(/เป็นสมาชิกแล้ว.*031 แดง/s);
    expect((await treasurer.says("รับ 031 สัจจะ 100")).text).toMatch(/0 → 100 บาท/);
    expect((await treasurer.taps(/^ยืนยันรับ/)).text).not.toContain("ส่งสัจจะครบถึง");
  });

  it("waits again when the entry fee is taken back by two officers, and her paid pledge stays paid when she pays anew", async () => {
    const { treasurer, secretary, daeng } = await table();
    await treasurer.says("รับ 031 ค่าแรกเข้า 20");
    await treasurer.taps(/^ยืนยันรับ/);
    expect((await admits(secretary, "รับสมาชิก 031 มติ 3/2569")).text).toContain("เป็นสมาชิกแล้ว");
    await treasurer.says("รับ 031 สัจจะ 200");
    await treasurer.taps(/^ยืนยันรับ/);

    await treasurer.says("แก้รายการ 2569/000001");
    await treasurer.says("ลงผิดคน");
    await treasurer.taps("ยืนยันขอแก้รายการ");
    secretary.received();
    await secretary.taps("ยืนยันแก้รายการ");
    expect(await statusOf(daeng)).toBe("pending");
    await daeng.says("ยอดเงิน");
    expect(daeng.received().text).toContain("รอค่าแรกเข้า");

    await treasurer.says("รับ 031 ค่าแรกเข้า 20");
    await treasurer.taps(/^ยืนยันรับ/);
    expect(await statusOf(daeng)).toBe("active");
    expect((await treasurer.says("รับ 031 สัจจะ 100")).text).toContain("ส่งสัจจะครบถึง พ.ค. 2569");
  });

  it("needs the resolution alone where the rules ask no fee, and an officer who is neither she nor her spouse", async () => {
    const treasurer = await village.officer("treasurer");
    const secretary = await village.officer("secretary", { memberNo: "050" });
    const spouse = await village.member({ memberNo: "031", status: "pending", spouseNo: "050" });
    const active = await village.member({ memberNo: "032" });

    expect((await treasurer.says("รับสมาชิก 031 มติ 3/2569")).text).toMatch(refusalOf("role.missing"));
    expect((await active.says("รับสมาชิก 031 มติ 3/2569")).text).toMatch(refusalOf("role.missing"));
    expect((await secretary.says("รับสมาชิก 031 มติ 3/2569")).text).toMatch(refusalOf("admission.own"));
    expect((await secretary.says("รับสมาชิก 032 มติ 3/2569")).text).toMatch(refusalOf("admission.not-waiting"));
    expect((await secretary.says("รับสมาชิก 099 มติ 3/2569")).text).toMatch(refusalOf("member.not-found"));
    expect((await secretary.says("รับสมาชิก 031")).text).toContain("รับสมาชิก 031 มติ 3/2569");

    const chair = await village.officer("chair");
    await chair.says("รับสมาชิก 031 มติ 3/2569");
    expect((await active.sendsPostback(chair.dataOf(/^ยืนยันรับสมาชิก/))).text).toMatch(refusalOf("card.foreign"));
    await chair.taps("ยืนยันรับสมาชิก");
    expect(await statusOf(spouse)).toBe("active");
  });
});
