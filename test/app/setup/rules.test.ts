import { beforeEach, describe, expect, it, jest } from "@jest/globals";
import { checkBooks } from "../../../src/app/ledger/check-books";
import { rulesInForce } from "../../../src/app/rules/rules-in-force";
import { applySetup, type SetupResult } from "../../../src/app/setup/apply-setup";
import { localDate } from "../../../src/domain/dates";
import { baht } from "../../../src/domain/money";
import type { Notice } from "../../../src/domain/notice";
import { completeClauses } from "../../../src/domain/rules/complete";
import { hashOfVersion } from "../../../src/domain/rules/seal-version";
import type { RulesPlan } from "../../../src/domain/setup/plan";
import { findLiveGroups } from "../../../src/storage/groups";
import { EntryModel } from "../../../src/storage/journal";
import { RuleBookModel } from "../../../src/storage/rule-books";
import { RuleProposalModel } from "../../../src/storage/rule-proposals";
import { inTransaction } from "../../../src/storage/tx";
import { buildGroupPlan, buildPlan } from "../../domain/setup/build-plan";
import { useFreshDatabase } from "./fresh-database";

jest.setTimeout(60_000);
const now = new Date("2026-11-02T03:00:00Z");
const at = (field: string) => ({ file: "rules/namkhao.yaml", row: null, field });

/** Rules with an entry fee of so many baht; the same figures are the same file. */
function rulesWith(fee: number, effectiveFrom = "2026-12-01", heldOn = "2026-10-05"): RulesPlan {
  const text = { th: `ค่าแรกเข้า ${fee} บาท` };
  return {
    resolution: { no: "4/2569", on: localDate(heldOn) },
    effectiveFrom: localDate(effectiveFrom),
    clauses: completeClauses([{ no: "1", text, key: "entry-fee", values: { amount: baht(fee) } }], "interest"),
    written: [fee, effectiveFrom, heldOn].join(),
    at,
  };
}

describe("rules in a setup folder", () => {
  useFreshDatabase();
  const told: Notice[] = [];
  const notify = (_tx: unknown, notices: readonly Notice[]) => Promise.resolve(told.push(...notices));
  const run = (rules: RulesPlan | null) =>
    applySetup(buildPlan({ groups: [buildGroupPlan({ rules })] }), { now, notify });
  const resultOf = async (rules: RulesPlan | null): Promise<SetupResult> => {
    const outcome = await run(rules);
    if (!("result" in outcome)) throw new Error(JSON.stringify(outcome.problems));
    return outcome.result;
  };
  const feeOn = async (on: string) => {
    const [group] = await inTransaction((tx) => findLiveGroups(tx));
    if (!group) throw new Error("the group lives");
    const { number, values } = await inTransaction((tx) => rulesInForce(tx, group, localDate(on)));
    return [number, values["entry-fee"].amount];
  };
  const first = rulesWith(20, "2026-10-31");
  beforeEach(async () => {
    expect(await resultOf(first)).not.toHaveProperty("rulesProposed");
    told.length = 0;
  });
  const proposals = () => RuleProposalModel.find().sort({ proposedAt: 1 }).lean();
  const states = async () => (await proposals()).map(({ state, version }) => [version.number, state]);

  it("come in with the group: stored, in force from their day, and known to its chain by their hash", async () => {
    expect(await feeOn("2026-10-30")).toEqual([0, 0]);
    expect(await feeOn("2026-10-31")).toEqual([1, baht(20)]);
    const [row] = await RuleBookModel.find().lean();
    const [entry] = await EntryModel.find({ kind: "rules.adopted" }).lean();
    expect(row?.versions.map(hashOfVersion)).toEqual([entry?.record?.["contentHash"]]);
    expect(entry).toMatchObject({
      postings: [],
      record: { version: 1, resolutionNo: "4/2569", effectiveFrom: "2026-10-31" },
    });
    expect((await checkBooks()).problems).toEqual([]);
    expect(told).toEqual([]);
  });

  it("are found by books check where a word, a value or the whole version was changed behind the chain", async () => {
    const { versions = [] } = (await RuleBookModel.findOne().lean()) ?? {};
    const [version] = versions;
    if (!version) throw new Error("a version");
    const problem = async (changed: unknown[]) => {
      await RuleBookModel.collection.updateOne({}, { $set: { versions: changed } });
      return (await checkBooks()).problems.map(({ problem: said }) => said);
    };
    const differs = ["version 1 of the rules is not what was decided"];
    const [clause, ...rest] = version.clauses;
    expect(await problem([{ ...version, clauses: [{ ...clause, values: { amount: 1 } }, ...rest] }])).toEqual(differs);
    expect(await problem([{ ...version, clauses: [{ ...clause, text: { th: "ฟรี" } }, ...rest] }])).toEqual(differs);
    expect(await problem([{ ...version, effectiveFrom: "2026-01-01" }])).toEqual(differs);
    expect(await problem([{ ...version, clauses: "none" }])).toEqual(differs);
    expect(await problem([])).toEqual(["version 1 of the rules is missing"]);
    expect(await problem([version, { ...version, number: 2 }])).toEqual([
      "version 2 of the rules stands 0 times in the chain",
    ]);
    expect(await problem([version])).toEqual([]);
  });

  it("change nothing when the same file comes again, or none", async () => {
    const counts = async () => [await EntryModel.countDocuments(), await RuleProposalModel.countDocuments()];
    const before = await counts();
    for (const rules of [first, null]) expect(await resultOf(rules)).toMatchObject({ created: 0 });
    expect(await counts()).toEqual(before);
  });

  it("of a living group are a proposal when they change: once, to the officers who decide on rules", async () => {
    const dry = await applySetup(buildPlan({ groups: [buildGroupPlan({ rules: rulesWith(30) })] }), {
      now,
      notify,
      dryRun: true,
    });
    expect([dry, await states()]).toEqual([{ result: expect.objectContaining({ rulesProposed: 1 }) }, []]);

    expect(await resultOf(rulesWith(30))).toMatchObject({ created: 0, rulesProposed: 1 });
    expect(await resultOf(rulesWith(30))).not.toHaveProperty("rulesProposed");

    expect(await states()).toEqual([[2, "open"]]);
    expect(told.map(({ kind, to }) => [kind, "memberId" in to && to.memberId])).toEqual([
      ["rules.proposed", "namkhao:001"],
    ]);
    expect(told[0]?.view).toMatchObject({
      changes: [
        { before: { text: { th: "ค่าแรกเข้า 20 บาท" } }, after: { text: { th: "ค่าแรกเข้า 30 บาท" } }, valuesDiffer: true },
      ],
    });
    expect(await feeOn("2027-01-01")).toEqual([1, baht(20)]);
  });

  it("take the place of what was proposed before; the file that was adopted withdraws it", async () => {
    await resultOf(rulesWith(30));
    expect(await resultOf(rulesWith(40))).toMatchObject({ rulesProposed: 1 });
    expect((await states()).sort()).toEqual([
      [2, "open"],
      [2, "withdrawn"],
    ]);

    expect(await resultOf(first)).not.toHaveProperty("rulesProposed");
    expect(await states()).toEqual([
      [2, "withdrawn"],
      [2, "withdrawn"],
    ]);
    expect(await feeOn("2027-01-01")).toEqual([1, baht(20)]);
  });

  it("are refused where they would hold for the past, before an earlier version, or by a meeting still to come", async () => {
    const problemOf = async (rules: RulesPlan) => {
      const outcome = await run(rules);
      return "problems" in outcome
        ? outcome.problems.map(({ file, field, message }) => [file, field, message])
        : outcome;
    };
    const file = "rules/namkhao.yaml";
    expect(await problemOf(rulesWith(50, "2026-11-01"))).toEqual([
      [file, "effectiveFrom", "Changed rules never hold for the past: the day from which they hold is over."],
    ]);
    expect(await problemOf(rulesWith(50, "2026-12-01", "2026-11-03"))).toEqual([
      [file, "resolution.on", "This meeting is still to come."],
    ]);
    expect(await states()).toEqual([]);
    expect(await resultOf(rulesWith(50, "2026-11-02"))).toMatchObject({ rulesProposed: 1 });
  });
});
