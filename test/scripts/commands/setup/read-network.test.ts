import { describe, expect, it } from "@jest/globals";
import { readNetwork } from "../../../../scripts/commands/setup/read-network";

const good = `network: { key: songkhla, name: { th: เครือข่าย } }
groups:
  - key: namkhao
    name: { th: กลุ่มบ้านตัวอย่าง }
    district: จะนะ
    workingDay: { dayOfMonth: 5, from: "9:00", to: "12:00", place: ศาลา }
    financeMode: interest
    opening:
      asOf: 2026-10-31
      members: 1
      pledgeSavingsBaht: 50400.10
      bankBaht: 50,400.10
      accounts: { "3400": 0 }
    officers:
      - { member: 001, committee: executive, position: chair }
coordinators:
  - { group: namkhao, member: "001" }
`;
const problems = (text: string) =>
  [...readNetwork(text).problems]
    .sort((a, b) => (a.row ?? 0) - (b.row ?? 0))
    .map(({ row, field, message }) => [row, field, message]);

describe("network.yaml", () => {
  it("is read without a number in it ever being a float, or a number losing its zeros", () => {
    const read = readNetwork(good);
    expect(read.problems).toEqual([]);
    expect(read.network).toEqual({ key: "songkhla", name: { th: "เครือข่าย" } });
    expect(read.groups).toMatchObject([
      {
        id: "namkhao",
        mode: "digital",
        workingDay: { dayOfMonth: 5, from: "09:00", to: "12:00" },
        officers: [{ memberNo: "001", committee: "executive", position: "chair" }],
        opening: {
          pledgeSavings: 5_040_010,
          bank: 5_040_010,
          cash: 0,
          accounts: [{ code: "3400", amount: 0 }],
          difference: null,
        },
        payment: {},
      },
    ]);
    expect(read.groups[0]?.at("officers[0].member")).toEqual({
      file: "network.yaml",
      row: 15,
      field: "groups[0].officers[0].member",
    });
    expect(read.groups[0]?.at("opening.cashBaht")).toMatchObject({ row: 8, field: "groups[0].opening.cashBaht" });
  });

  it("names every unknown key with its line", () => {
    const text = good
      .replace("    district: จะนะ\n", "    district: จะนะ\n    districkt: จะนะ\n")
      .replace("members: 1\n", "members: 1\n      cashBath: 5\n")
      .concat("extra: 1\n__proto__: { x: 1 }\n");
    expect(problems(text.replace("extra: 1\n__proto__: { x: 1 }\n", ""))).toEqual([
      [6, "groups[0].districkt", "The key districkt is unknown here."],
      [12, "groups[0].opening.cashBath", "The key cashBath is unknown here."],
    ]);
    expect(problems(text).slice(2)).toEqual([
      [20, "extra", "The key extra is unknown here."],
      [21, "__proto__", "The key __proto__ is unknown here."],
    ]);
  });

  it("names every bad value of every part", () => {
    const text = good
      .replace("key: songkhla", "key: Songkhla")
      .replace("dayOfMonth: 5", "dayOfMonth: 32")
      .replace("financeMode: interest", "financeMode: usury")
      .replace("asOf: 2026-10-31", "asOf: 31/2/2569")
      .replace('"3400"', '"9999"')
      .replace("position: chair", "position: king")
      .replace('group: namkhao, member: "001"', 'group: "../x"');
    expect(problems(text)).toEqual([
      [1, "network.key", expect.stringContaining("A key is made of")],
      [6, "groups[0].workingDay.dayOfMonth", '"32" is not a whole number from 1 to 31.'],
      [7, "groups[0].financeMode", "This is none of interest, service-fee, interest-free, murabaha."],
      [9, "groups[0].opening.asOf", expect.stringContaining("does not exist")],
      [13, "groups[0].opening.accounts.9999", "There is no account 9999."],
      [15, "groups[0].officers[0].position", "This is none of chair, vice-chair, secretary, treasurer, member, staff."],
      [17, "coordinators[0].group", expect.stringContaining("A key is made of")],
      [17, "coordinators[0].member", "This is missing."],
    ]);
  });

  it("says what is missing, in a form that was never filled in too", () => {
    expect(problems("network: { key, name: { th } }\ngroups:\n  - key: a\n").slice(0, 2)).toEqual([
      [1, "network.key", "This is missing."],
      [1, "network.name.th", "This is missing."],
    ]);
    expect(problems("network:\ngroups:\n  - key: a\n    name: { th: }\n")).toEqual([
      [1, "network", "This is missing."],
    ]);
    expect(
      problems("network: { key: a, name: { th: ก } }\ngroups:\n  - key: a\n    name: { th: }\n    district:\n").map(
        ([, field]) => field,
      ),
    ).toEqual(["groups[0].workingDay", "groups[0].financeMode", "groups[0].name.th", "groups[0].district"]);
    expect(problems("- a\n- b\n")).toEqual([[1, null, "This is not a block of named values."]]);
    expect(problems("").length).toBeGreaterThan(0);
  });

  it("wants less of a group on paper", () => {
    const read = readNetwork(
      "network: { key: a, name: { th: ก } }\ngroups:\n  - { key: p, name: { th: ก }, district: เทพา, mode: paper, delegates: [{ no: 1, name: นาง ก }] }\n",
    );
    expect(read.problems).toEqual([]);
    expect(read.groups).toMatchObject([{ mode: "paper", opening: null, delegates: [{ no: "1", name: "นาง ก" }] }]);
  });

  it("takes an accepted difference beside opening or in it, once", () => {
    const beside = good.replace(
      "    officers:\n",
      "    openingDifference: { baht: -20, acceptedBy: [001, 007] }\n    officers:\n",
    );
    expect(readNetwork(beside).groups[0]?.opening?.difference).toEqual({ amount: -2000, acceptedBy: ["001", "007"] });
    const within = good.replace(
      "      members: 1\n",
      "      members: 1\n      openingDifference: { baht: 20, acceptedBy: [001, 007] }\n",
    );
    expect(readNetwork(within).groups[0]?.opening?.difference).toEqual({ amount: 2000, acceptedBy: ["001", "007"] });
    const both = within.replace(
      "    officers:\n",
      "    openingDifference: { baht: 20, acceptedBy: [001, 007] }\n    officers:\n",
    );
    expect(problems(both)).toEqual([[15, "groups[0].openingDifference", "This belongs into opening, once."]]);
  });

  it("takes no traps: aliases that multiply, tags, double keys, endless nesting, broken text", () => {
    const bomb = [
      "a: &a [x,x,x,x,x,x,x,x]",
      ..."bcdefgh".split("").map(
        (name, index) =>
          `${name}: &${name} [${Array(8)
            .fill(`*${"abcdefg"[index] ?? "a"}`)
            .join(",")}]`,
      ),
    ].join("\n");
    expect(problems(bomb)).toEqual([[null, null, "The file refers to itself too often or nests too deep."]]);
    expect(problems(`x: ${"[".repeat(20_000)}`).length).toBeGreaterThan(0);
    expect(problems("network: !!js/function x\n")[0]?.[2]).toMatch(/no proper YAML: Unresolved tag/);
    expect(problems("groups: []\ngroups: []\n")[0]).toEqual([
      2,
      null,
      "The file is no proper YAML: Map keys must be unique.",
    ]);
    expect(problems("network: { key: a\n").length).toBeGreaterThan(0);
  });
});
