import { describe, expect, it } from "@jest/globals";
import { baht } from "../../src/domain/money";
import { codeFor } from "../support/link-codes";
import { useVillage } from "../support/village";
import { lastOf } from "../support/villager";

describe("what people say often", () => {
  const village = useVillage({ today: "2026-11-25" });

  it.each(["รหัสผูกไลน์ 012", "รหัส 012", "ผูกไลน์ 012", "code 012"])("%s asks for a link code", async (words) => {
    const secretary = await village.officer("secretary");
    await village.member({ memberNo: "012", linked: false });

    await secretary.says(words);

    expect((await secretary.taps(/^012/)).text).toContain("รหัสผูกสมุดกับไลน์");
  });

  it("takes eight digits after รหัส for a member's link code, never for the officer's command", async () => {
    const secretary = await village.officer("secretary");
    await village.member({ memberNo: "012", linked: false, name: "มาลี ทองดี" });
    const code = await codeFor(secretary, "012");
    const phone = await village.stranger();
    await phone.says("ยินยอม");

    expect((await secretary.says(`รหัส ${code}`)).text).not.toContain("ใช่สมาชิกคนนี้");
    expect((await phone.says(`รหัส ${code.slice(0, 4)} ${code.slice(4)}`)).text).toContain("มาลี ทองดี");
  });

  it("ขอรหัสกลุ่ม gives the code for a group chat", async () => {
    const secretary = await village.officer("secretary");

    expect((await secretary.says("ขอรหัสกลุ่ม")).text).toContain("รหัสผูกแชทกลุ่ม");
  });

  it("เริ่มส่งข้อความ undoes what was stopped, at once and also where nothing was", async () => {
    const malee = await village.member();
    await malee.says("หยุดส่งข้อความ");
    expect((await malee.taps("หยุดทั้งหมด")).labels).toContain("เริ่มส่งข้อความ");

    for (let times = 0; times < 2; times += 1)
      expect((await malee.says("เริ่มส่งข้อความ")).text).toContain("จะส่งข้อความตามเดิม");
    await malee.says("หยุดส่งข้อความ");
    expect(malee.labels()).not.toContain("รับข้อความตามเดิม");
  });

  it("the entries of a month or year, of the passbook that is meant", async () => {
    const malee = await village.member({ memberNo: "012", nickname: "ลี", pledgeSavings: baht(400) });
    expect((await malee.says("รายการเดือน พ.ย. 69")).text).toMatch(/รายการ พ\.ย\. 2569.*400/s);
    const october = await malee.says("รายการเดือน ต.ค. 69");
    expect(october.text).toContain("รายการ ต.ค. 2569");
    expect(october.text).toContain("ยังไม่มีรายการในช่วงนี้");
    await village.member({ memberNo: "013", nickname: "ฟ้า", guardianNo: "012", pledgeSavings: baht(70) });

    await malee.says("รายการปี 2569");
    expect((await malee.taps(/^013/)).text).toMatch(/รายการ ปี 2569.*70/s);
  });

  it.each([
    ["ลาออก", "เรื่องลาออกและเงินที่จะได้คืน"],
    ["สมัครสมาชิกยังไง", "สมัครเป็นสมาชิกได้กับคนของกลุ่ม"],
    ["เปลี่ยนเบอร์", "เลขานุการเป็นผู้แก้เบอร์โทร"],
  ])("%s is told with whom it is done, to members and strangers", async (words, answer) => {
    await village.officer("chair", { name: "สมชาย ใจดี" });
    const malee = await village.member();
    const stranger = await village.stranger();

    const told = await malee.says(words);
    expect(told.text).toContain(answer);
    expect(told.text).toContain("สมชาย ใจดี");
    expect(told.labels).toContain("ฝากให้โทรกลับ");
    expect(lastOf(await stranger.says(words))).toContain(answer);
  });

  it("asks which group of several where that decides whom to ask", async () => {
    const other = await village.addGroup({ name: { th: "กลุ่มบ้านนา" } });
    await village.officer("chair", { group: other, name: "วิชัย รักดี" });
    const malee = await village.member();
    await village.member({ group: other, phoneOf: malee });
    await malee.says("ลาออก");

    expect((await malee.taps("กลุ่มบ้านนา")).text).toMatch(/เรื่องลาออก.*วิชัย รักดี/s);
  });
});
