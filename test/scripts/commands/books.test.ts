import { describe, expect, it } from "@jest/globals";
import { baht } from "../../../src/domain/money";
import { EntryModel } from "../../../src/storage/journal";
import { buildGroup, buildMember } from "../../support/builders";
import { useDatabase } from "../../support/database";
import { jsonOf, onConnected } from "./tool";

interface Check {
  groups: number;
  entries: number;
  balanced: boolean;
  heads: Record<string, string>;
  problems: { group: string; entry: number | null; problem: string }[];
  sinceHead?: number | null;
}

describe("sajja books check", () => {
  useDatabase();
  const check = async (...more: string[]) => {
    const result = await onConnected(["books", "check", "--json", ...more]);
    return { result, check: jsonOf<Check>(result) };
  };

  it("tells the head of every group, and counts what came after one that was told", async () => {
    const group = await buildGroup();
    await buildMember(group, { memberNo: "001", pledgeSavings: baht(100) });
    const before = await check();
    expect(before.result.code).toBe(0);
    expect(before.check).toMatchObject({ balanced: true, problems: [] });
    const head = before.check.heads[group.id] ?? "";
    await buildMember(group, { memberNo: "002", pledgeSavings: baht(100) });
    // A day report tells the first 16 digits.
    for (const told of [head, head.slice(0, 16)]) {
      const after = await check("--head", `${group.id}:${told}`);
      expect(after).toMatchObject({ result: { code: 0 }, check: { sinceHead: 1 } });
    }
  });

  it("is not in order when a told head is in no chain", async () => {
    const group = await buildGroup();
    const { result, check: told } = await check("--head", `${group.id}:${"ab".repeat(8)}`);
    expect(result.code).toBe(1);
    expect(result.err).toEqual([expect.stringContaining(`${group.id}: the told head is not in this chain`)]);
    expect(told).toMatchObject({ balanced: false, sinceHead: null, problems: [{ group: group.id, entry: null }] });
  });

  it("names the first bad entry", async () => {
    const group = await buildGroup();
    await buildMember(group, { memberNo: "001", pledgeSavings: baht(100) });
    await buildMember(group, { memberNo: "002", pledgeSavings: baht(100) });
    const filter = { groupId: group.id, seq: 1 };
    await EntryModel.updateOne(filter, { $set: { effectiveOn: "2026-01-01" } });
    const { result, check: bad } = await check();
    const stored = (await EntryModel.findOne({ groupId: group.id, seq: 2 }).lean())?.effectiveOn;
    await EntryModel.updateOne(filter, { $set: { effectiveOn: stored } });
    expect(result.code).toBe(1);
    expect(bad.problems).toEqual([{ group: group.id, entry: 1, problem: "its bytes do not match its hash" }]);
    expect(result.err).toEqual([`${group.id}, entry 1: its bytes do not match its hash.`]);
  });

  it("wants a head as a day report tells it", async () => {
    for (const head of ["namkhao", "namkhao:abc", "namkhao:zz34567890123456"])
      expect(await onConnected(["books", "check", "--head", head])).toMatchObject({ code: 2, out: [] });
  });
});
