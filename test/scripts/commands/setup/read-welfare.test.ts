import { describe, expect, it } from "@jest/globals";
import { readWelfare } from "../../../../scripts/commands/setup/read-welfare";
import { benefitLimits } from "../../../../src/domain/groups/benefit";

describe("a group's file of benefits", () => {
  const file = "welfare/namkhao.yaml";
  const told = (text: string) =>
    readWelfare(file, text).problems.map(({ row, field, message }) => [row, field, message]);

  it("is read in its order; who, papers and ask may be left out or empty", () => {
    const text = `benefits:
  - { name: คลอดบุตร, pays: "1,000 บาท", who: สมาชิก, papers: [สูติบัตร, สมุดสัจจะ], ask: เลขานุการ }
  - name: ทุนการศึกษา
    pays: ๕๐๐ บาท
    who:
`;
    expect(readWelfare(file, text)).toEqual({
      benefits: [
        { name: "คลอดบุตร", pays: "1,000 บาท", who: "สมาชิก", papers: ["สูติบัตร", "สมุดสัจจะ"], ask: "เลขานุการ" },
        { name: "ทุนการศึกษา", pays: "๕๐๐ บาท", who: null, papers: [], ask: null },
      ],
      problems: [],
    });
    expect(readWelfare(file, "benefits: []")).toEqual({ benefits: [], problems: [] });
  });

  it("names row, field and reason of everything that it cannot take", () => {
    const text = `benefits:
  - { name: "${"ก".repeat(benefitLimits.name + 1)}", pays: ok }
  - { name: คลอดบุตร, pays: "<b>1,000</b> บาท" }
  - { name: ทุน, pays: "500 บาท", papers: [ใบเกรด, "1 1111 11111 11 1"], sum: 500 }
  - { pays: "500 บาท", papers: สูติบัตร }
  - { name: ซ้ำ, pays: "1 บาท" }
  - { name: ซ้ำ, pays: "2 บาท" }
`;
    expect(told(text)).toEqual([
      [2, "benefits[0].name", `The text is longer than ${benefitLimits.name} characters.`],
      [3, "benefits[1].pays", "The text holds < or >: cards show plain text."],
      [4, "benefits[2].papers[1]", expect.stringContaining("Thirteen digits")],
      [4, "benefits[2].sum", "The key sum is unknown here."],
      [5, "benefits[3].name", "This is missing."],
      [5, "benefits[3].papers", "This is not a list."],
      [7, "benefits[5].name", "ซ้ำ stands twice."],
    ]);
  });

  it("holds no more benefits, and a benefit no more papers, than can be shown", () => {
    const many = Array.from({ length: benefitLimits.benefits + 1 }, (_, n) => `  - { name: เหตุ ${n}, pays: 1 บาท }`);
    expect(told(`benefits:\n${many.join("\n")}`)).toEqual([[1, "benefits", "A group has at most 30 benefits."]]);
    const papers = Array.from({ length: benefitLimits.papers + 1 }, (_, n) => `ใบที่ ${n}`).join(", ");
    expect(told(`benefits: [{ name: ก, pays: 1 บาท, papers: [${papers}] }]`)).toEqual([
      [1, "benefits[0].papers", "A benefit has at most 6 papers."],
    ]);
  });

  it.each([
    ["", [[1, "benefits", "This is missing."]]],
    ["benefits: x", [[1, "benefits", "This is not a list."]]],
    ["benefits: []\nrules: []", [[2, "rules", "The key rules is unknown here."]]],
  ])("says what is wrong of %j", (text, problems) => expect(told(text)).toEqual(problems));

  it("is refused where it is no YAML", () => {
    expect(told("benefits: [")[0]?.[2]).toContain("The file is no proper YAML");
  });
});
