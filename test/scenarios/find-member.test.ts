import { describe, expect, it, jest } from "@jest/globals";
import { baht } from "../../src/domain/money";
import { refusalOf } from "../support/refusals";
import { useVillage } from "../support/village";

describe("สมาชิก", () => {
  const village = useVillage({ today: "2026-03-05" });
  jest.setTimeout(240_000);

  it("shows each officer what she may see: money to who keeps it, a link code to who makes one, nothing to a member", async () => {
    const treasurer = await village.officer("treasurer", { name: "สมศรี ใจดี" });
    const secretary = await village.officer("secretary");
    const loans = await village.officer("chair", { committee: "loan" });
    const member = await village.member();
    await village.member({ memberNo: "034", name: "สมชาย ดี", nickname: "ชาย" });
    const facts = { memberNo: "012", name: "มาลี ทองดี", nickname: "ลี", linked: false, pledgeSavings: baht(4_200) };
    await village.member({ ...facts, household: "บ้านเลขที่ 7", lineHeadNo: "034" });

    const seen = await treasurer.says("สมาชิก 012");
    expect(seen.text).toMatch(/012 มาลี ทองดี \(ลี\).*บ้านเลขที่ 7.*หัวหน้าสาย.*034 ชาย.*4,200 บาท.*ยังไม่มีไลน์ของใคร/s);
    expect(seen.altTexts.join()).not.toMatch(/มาลี|4,200/);
    expect(treasurer.labels()).not.toContain("ขอรหัสผูกสมุด");
    expect((await secretary.says("สมาชิก มาลี")).text).toMatch(/012 มาลี/);
    expect((await secretary.taps("ขอรหัสผูกสมุด")).text).toMatch(/\d{4} ?\d{4}|\d{8}/);
    expect((await treasurer.says("สมาชิก")).text).toContain("พิมพ์ สมาชิก ตามด้วยเลข");
    expect((await treasurer.says("สมาชิก 999")).text).toMatch(refusalOf("member.not-found"));
    for (const who of [loans, member]) expect((await who.says("สมาชิก 012")).text).toMatch(refusalOf("role.missing"));
  });
});
