import { describe, expect, it } from "@jest/globals";
import { baht } from "../../src/domain/money";
import { useVillage } from "../support/village";

describe("ยอดเงิน by chat", () => {
  const village = useVillage({ today: "2026-03-01" });

  it("tells a member what stands in her passbook, in digits and in words", async () => {
    const malee = await village.member({ memberNo: "012", nickname: "มาลี", pledgeSavings: baht(4_200) });

    const screen = await malee.says("ยอดเงิน");

    expect(screen.text).toContain("4,200");
    expect(screen.text).toContain("สี่พันสองร้อยบาทถ้วน");
    expect(screen.altTexts.join()).not.toContain("4,200");
  });

  it("tells a stranger kindly what to do, and nothing else", async () => {
    const stranger = await village.stranger();

    const screen = await stranger.says("ยอดเงิน");

    expect(screen.labels).toContain("ตกลงให้ใช้ข้อมูล");
    expect(screen.text).not.toMatch(/\d,\d{3}/);
  });
});
