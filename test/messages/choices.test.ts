import { describe, expect, it } from "@jest/globals";
import { chooseGroup, choosePassbook } from "../../src/messages/choices";

const th = { language: "th" } as const;
const groups = (...names: string[]) => ({
  options: names.map((name) => ({ group: { name: { th: name } }, data: "d" })),
});
const labelsOf = (message: ReturnType<typeof chooseGroup>) =>
  (message.quickReply?.items ?? []).map(({ action }) => String((action as { label?: string }).label));

describe("the buttons of a choice of groups", () => {
  it("bear a name whole where it is shown whole, else without the words that every group bears", () => {
    const message = chooseGroup(th, groups("กลุ่มบ้านนา", "กลุ่มออมทรัพย์เพื่อการผลิตบ้านทุ่งควนจีน", "กลุ่มออมทรัพย์บ้านน้ำขาวเหนือ"));
    expect(labelsOf(message)).toEqual(["กลุ่มบ้านนา", "บ้านทุ่งควนจีน", "บ้านน้ำขาวเหนือ"]);
    expect(message.text).toContain("• กลุ่มออมทรัพย์เพื่อการผลิตบ้านทุ่งควนจีน");
  });

  it("never bear one label twice", () => {
    const twins = groups("กลุ่มออมทรัพย์บ้านทุ่งควนจีนใต้", "กลุ่มออมทรัพย์เพื่อการผลิตบ้านทุ่งควนจีนใต้");
    const labels = labelsOf(chooseGroup(th, twins));
    expect(new Set(labels).size).toBe(2);
    expect(labels.every((label) => [...label].length <= 20)).toBe(true);
  });

  it("say the group with the number where one person bears one number in two groups", () => {
    const option = (name: string) => ({
      group: { name: { th: name } },
      member: { memberNo: "012", name: "มาลี ทองดี", nickname: "ลี" },
      data: "d",
    });
    const message = choosePassbook(th, {
      question: "see",
      options: [option("กลุ่มออมทรัพย์บ้านนา"), option("กลุ่มออมทรัพย์บ้านควน")],
    });
    expect(labelsOf(message)).toEqual(["012 บ้านนา", "012 บ้านควน"]);
  });
});
