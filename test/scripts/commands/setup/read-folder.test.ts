import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { writeXlsx } from "hucre/xlsx";
import { readCsvTable } from "../../../../scripts/commands/setup/csv-table";
import { readFolder } from "../../../../scripts/commands/setup/read-folder";
import { checkControlTotals } from "../../../../src/domain/setup/check-opening";
import { checkPlan } from "../../../../src/domain/setup/check-plan";

const templates = path.join(__dirname, "../../../../docs/setup-template");

describe("a setup folder", () => {
  let folder = "";
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "setup-"));
    await cp(path.join(templates, "example"), folder, { recursive: true });
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  const write = async (file: string, text: string | Uint8Array) => {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), text);
  };
  const told = async () =>
    (await readFolder(folder)).problems.map(({ file, row, field, message }) => [file, row, field, message]);

  it("is right as the example in docs", async () => {
    const { plan, problems } = await readFolder(folder);
    expect(problems).toEqual([]);
    if (!plan) throw new Error("a plan");
    expect(checkPlan(plan)).toEqual([]);
    expect(plan.groups.flatMap((group) => checkControlTotals(group, group.members))).toEqual([]);
    expect(
      plan.groups.map(({ id, mode, members, benefits, rules }) => [
        id,
        mode,
        members.length,
        benefits?.length,
        rules?.clauses.length,
      ]),
    ).toEqual([
      ["namkhao", "digital", 12, 3, 18],
      ["khuanhin", "paper", 0, undefined, undefined],
    ]);
  });

  it("says of the empty template only what is to be filled in", async () => {
    const { problems } = await readFolder(path.join(templates, "empty"));
    expect(problems.length).toBeGreaterThan(10);
    expect(new Set(problems.map(({ message }) => message))).toEqual(new Set(["This is missing."]));
  });

  it("takes benefits of its own digital groups alone", async () => {
    await write("welfare/khuanhin.yaml", "benefits: []");
    await write("welfare/nowhere.yaml", "benefits: []");
    await write("welfare/namkhao.yml", "benefits: []");
    await write("welfare/namkhao.yaml", "\uFEFFbenefits: [{ name: ทุน, pays: <b> }]");

    expect((await told()).sort()).toEqual([
      ["welfare/khuanhin.yaml", null, null, "A group that stays on paper has nobody here to read its benefits."],
      ["welfare/namkhao.yaml", 1, "benefits[0].pays", "The text holds < or >: cards show plain text."],
      ["welfare/namkhao.yml", null, null, "The file belongs to no group of network.yaml."],
      ["welfare/nowhere.yaml", null, null, "The file belongs to no group of network.yaml."],
    ]);
  });

  it("takes rules of its own digital groups alone", async () => {
    await write("rules/khuanhin.yaml", "clauses: []");
    await write("rules/nowhere.yaml", "clauses: []");
    await write("rules/namkhao.yaml", "effectiveFrom: 2026-11-01\nclauses: [{ no: 1, th: ออมทุกเดือน }]");

    expect((await told()).sort()).toEqual([
      ["rules/khuanhin.yaml", null, null, "A group that stays on paper keeps its rules on paper too."],
      [
        "rules/namkhao.yaml",
        1,
        "resolution",
        expect.stringContaining("The resolution that made these rules is missing"),
      ],
      ["rules/nowhere.yaml", null, null, "The file belongs to no group of network.yaml."],
    ]);
  });

  it("reads the same members from a workbook", async () => {
    const csv = await readFile(path.join(folder, "members/namkhao.csv"));
    const expected = (await readFolder(folder)).plan?.groups[0]?.members;
    const rows = readCsvTable(csv).rows.map(({ cells }) => cells);
    await write("members/namkhao.xlsx", await writeXlsx({ sheets: [{ name: "a", rows }] }));
    expect((await told()).map(([, , , message]) => message)).toEqual([
      "There are two members files of namkhao: namkhao.csv and namkhao.xlsx.",
    ]);
    await rm(path.join(folder, "members/namkhao.csv"));
    const { plan, problems } = await readFolder(folder);
    expect(problems).toEqual([]);
    expect(plan?.groups[0]?.members).toEqual(expected);
  });

  it("takes one loans file of a digital group, and names one that belongs to nobody", async () => {
    const heading = "contract_no,member_no,disbursed_on,principal_baht,outstanding_baht";
    await write("loans/namkhao.csv", `${heading}\n15/2568,001,2025-06-05,500,400\n`);
    await write("loans/khuanhin.csv", heading);
    await write("loans/nowhere.csv", heading);
    expect((await told()).map(([file, , , message]) => [file, message])).toEqual([
      ["loans/nowhere.csv", "The file belongs to no group of network.yaml."],
      ["loans/khuanhin.csv", "A group that stays on paper has no loans file."],
    ]);
    const { plan } = await readFolder(folder);
    expect(plan?.groups.map(({ loans }) => loans?.loans.map(({ contractNo }) => contractNo))).toEqual([
      ["15/2568"],
      undefined,
    ]);
  });

  it("refuses by name what is not supported yet, and what has no place", async () => {
    for (const file of ["beneficiaries/namkhao.csv", "rules/network.yaml"]) await write(file, "x");
    await write("member.csv", "x");
    await write("notes.txt", "free to lie here");
    await write("members/nowhere.csv", "x");
    await write("members/.~lock.namkhao.csv#", "x");
    expect((await told()).map(([file, , , message]) => [file, message])).toEqual([
      ["beneficiaries/namkhao.csv", "Files of this kind are not supported yet."],
      ["member.csv", "The setup folder has no place for this."],
      ["rules/network.yaml", "Files of this kind are not supported yet."],
      ["members/nowhere.csv", "The file belongs to no group of network.yaml."],
    ]);
  });

  it("tells bad rows of a group whose block in network.yaml is bad too", async () => {
    const yaml = await readFile(path.join(folder, "network.yaml"), "utf8");
    await write("network.yaml", yaml.replace("dayOfMonth: 5", "dayOfMonth: 50"));
    await write("members/namkhao.csv", "member_no,name,joined_on\n1,,5/1/2564\n");
    expect((await told()).map(([file, row, field]) => [file, row, field])).toEqual([
      ["network.yaml", 7, "groups[0].workingDay.dayOfMonth"],
      ["members/namkhao.csv", 2, "name"],
    ]);
  });

  it("says what file is missing, and of a broken one what is wrong with it", async () => {
    await rm(path.join(folder, "members/namkhao.csv"));
    await write("members/khuanhin.csv", "x");
    expect((await told()).map(([file, , , message]) => [file, message])).toEqual([
      ["members/namkhao.csv", "The group namkhao has no members file."],
      ["members/khuanhin.csv", "A group that stays on paper has no members file."],
    ]);
    await rm(path.join(folder, "members/khuanhin.csv"));
    await write("members/namkhao.xlsx", "no workbook");
    expect(await told()).toEqual([["members/namkhao.xlsx", null, null, "The file is no .xlsx workbook."]]);
    expect((await readFolder(path.join(folder, "nowhere"))).problems).toEqual([
      { file: "network.yaml", row: null, field: null, message: "The file is missing." },
    ]);
  });
});
