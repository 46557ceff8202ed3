import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setup } from "../../../../scripts/commands/setup";
import { checkBooks } from "../../../../src/app/ledger/check-books";
import { findLiveGroups, GroupModel } from "../../../../src/storage/groups";
import { RuleProposalModel } from "../../../../src/storage/rule-proposals";
import { inTransaction } from "../../../../src/storage/tx";
import { useFreshDatabase } from "../../../app/setup/fresh-database";

const example = path.join(__dirname, "../../../../docs/setup-template/example");

/** A folder of so many groups of so many members. */
async function writeNetwork(folder: string, groups: number, members: number): Promise<void> {
  await mkdir(path.join(folder, "members"), { recursive: true });
  const blocks: string[] = [];
  for (let group = 1; group <= groups; group++) {
    const key = `g${group}`;
    blocks.push(`  - key: ${key}
    name: { th: กลุ่มตัวอย่างที่ ${group} }
    district: จะนะ
    workingDay: { dayOfMonth: 5, from: "09:00", to: "12:00", place: ศาลา }
    financeMode: interest
    opening: { asOf: 2026-10-31, members: ${members}, pledgeSavingsBaht: ${members * 100}, bankBaht: ${members * 100} }
    officers: [{ member: "1", committee: executive, position: chair }]`);
    const rows = Array.from({ length: members }, (_, index) => `${index + 1},สมาชิก ที่${index + 1},2021-01-05,100`);
    await writeFile(
      path.join(folder, `members/${key}.csv`),
      ["member_no,name,joined_on,pledge_savings_baht", ...rows].join("\n"),
    );
  }
  await writeFile(
    path.join(folder, "network.yaml"),
    `network: { key: big, name: { th: เครือข่ายตัวอย่าง } }\ngroups:\n${blocks.join("\n")}\n`,
  );
}

describe("sajja setup", () => {
  const database = useFreshDatabase();
  let folder = "";
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "setup-"));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  async function run(args: string[], json = true) {
    const [out, err]: string[][] = [[], []];
    const code = await setup(args, {
      json,
      now: new Date("2026-11-02T03:00:00Z"),
      out: (line) => out?.push(line),
      err: (line) => err?.push(line),
    });
    return { code, out: out ?? [], err: err ?? [] };
  }

  it("prints one JSON value, and the same figures for people", async () => {
    const figures = { groups: 2, members: 12, officers: 5 };
    expect(await run([example, "--dry-run"])).toEqual({
      code: 0,
      out: [JSON.stringify({ ...figures, created: 21, unchanged: 0 })],
      err: [],
    });
    expect((await run([example, "--dry-run"], false)).out).toEqual([
      "2 groups, 12 members, 5 officers: 21 would be created, 0 unchanged.",
      "Benefits of 1 group would be written.",
    ]);
    expect(await run([example])).toEqual({
      code: 0,
      out: [JSON.stringify({ ...figures, created: 21, unchanged: 0 })],
      err: [],
    });
    expect(await run(["--dry-run", example])).toEqual({
      code: 0,
      out: [JSON.stringify({ ...figures, created: 0, unchanged: 21 })],
      err: [],
    });
    expect((await run([example])).out).toEqual([JSON.stringify({ ...figures, created: 0, unchanged: 21 })]);
  });

  it("refuses with every problem by file, row and field, on stdout as JSON and on stderr in sentences", async () => {
    await cp(example, folder, { recursive: true });
    const members = path.join(folder, "members/namkhao.csv");
    const text = await readFile(members, "utf8");
    await writeFile(
      members,
      text.replace("6,000", "6,001").replace("002,,001,1,12 มี.ค. 2505", "099,,001,1,12 มี.ค. 2505"),
    );
    const { code, out, err } = await run([folder]);
    expect(code).toBe(1);
    expect(JSON.parse(out.join(""))).toEqual({
      errors: [
        {
          file: "members/namkhao.csv",
          row: 2,
          field: "spouse_no",
          message: "Member 099, named as spouse, is not in this file.",
        },
        {
          file: "members/namkhao.csv",
          row: 3,
          field: "spouse_no",
          message: "Member 001 names 099 as spouse, not 002.",
        },
        {
          file: "network.yaml",
          row: 13,
          field: "groups[0].opening.pledgeSavingsBaht",
          message: "The control total is 50,400.00, but the members of members/namkhao.csv have 50,401.00.",
        },
      ],
    });
    expect(err[0]).toBe("members/namkhao.csv, row 2, spouse_no: Member 099, named as spouse, is not in this file.");
    expect(await GroupModel.countDocuments()).toBe(0);
  });

  it("refuses to change a living member, naming file, row and field", async () => {
    await run([example]);
    await cp(example, folder, { recursive: true });
    const members = path.join(folder, "members/namkhao.csv");
    await writeFile(members, (await readFile(members, "utf8")).replace("นางตัวอย่าง ใจกว้าง", "นางตัวอย่าง ใจดี"));
    const { code, out } = await run([folder]);
    expect(code).toBe(1);
    expect(JSON.parse(out.join(""))).toMatchObject({
      errors: [{ file: "members/namkhao.csv", row: 3, field: "name" }],
    });
  });

  it("proposes changed rules, once, and changes nothing by it; a fine above the cap is refused by its clause", async () => {
    await run([example]);
    await cp(example, folder, { recursive: true });
    const file = path.join(folder, "rules/namkhao.yaml");
    const rules = (await readFile(file, "utf8"))
      .replace("no: 4/2569, on: 2026-10-05", "no: 5/2569, on: 2026-11-01")
      .replace("effectiveFrom: 2026-10-31", "effectiveFrom: 2026-12-01");
    await writeFile(file, rules.replace("amountBaht: 20", "amountBaht: 30"));
    const entries = (await checkBooks()).entries;

    const { code, out } = await run([folder]);
    expect([code, JSON.parse(out.join(""))]).toEqual([0, expect.objectContaining({ created: 0, rulesProposed: 1 })]);
    expect((await run([folder], false)).out).toEqual([expect.stringContaining("0 created")]);
    expect(await checkBooks()).toMatchObject({ entries, balanced: true });
    expect(await RuleProposalModel.find().lean()).toMatchObject([{ state: "open", version: { number: 2 } }]);

    await writeFile(file, rules.replace("finePerMonthBaht: 5", "finePerMonthBaht: 500"));
    expect((await run([folder])).err).toEqual([
      expect.stringMatching(/^rules\/namkhao\.yaml, row 17, .*finePerMonthBaht: Clause 3: A fine is at most 100 baht/),
      expect.stringContaining("The fine in all is less"),
    ]);
  });

  it("calls wrong usage by its name", async () => {
    for (const args of [[], ["a", "b"], [example, "--force"]]) {
      expect(await run(args)).toEqual({ code: 2, out: [], err: ["Usage: sajja setup <folder> [--dry-run]"] });
    }
  });

  it("killed at any moment leaves nothing visible, and run again completes", async () => {
    const [groups, members] = [60, 20];
    await writeNetwork(folder, groups, members);
    let seenHalf = 0;
    for (const pause of [0, 150, 400]) {
      const child = spawn(
        process.execPath,
        ["--import", "tsx", path.join(__dirname, "run-setup.ts"), database.uri(), folder],
        { stdio: "ignore" },
      );
      const ended = once(child, "exit");
      // From the first draft on, so that the kill falls into the writing.
      while (child.exitCode === null && (await GroupModel.countDocuments()) === 0)
        await new Promise((resolve) => setTimeout(resolve, 20));
      await new Promise((resolve) => setTimeout(resolve, pause));
      child.kill("SIGKILL");
      await ended;
      const live = await inTransaction((tx) => findLiveGroups(tx));
      expect([0, groups]).toContain(live.length);
      const drafts = await GroupModel.countDocuments();
      if (live.length === 0 && drafts > 0) seenHalf++;
    }
    expect(seenHalf).toBeGreaterThan(0);
    const { code, out } = await run([folder]);
    expect(code).toBe(0);
    expect(JSON.parse(out.join(""))).toMatchObject({ groups, members: groups * members });
    expect(await GroupModel.countDocuments()).toBe(groups);
    expect(await checkBooks()).toMatchObject({ groups, entries: groups * (members + 1), balanced: true });
  }, 120_000);
});
