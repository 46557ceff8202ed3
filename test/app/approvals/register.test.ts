import { describe, expect, it } from "@jest/globals";
import { isInRegister } from "../../../src/app/approvals/in-register";
import { nextResolutionNo, recordResolution } from "../../../src/app/approvals/record-resolution";
import { lockHead } from "../../../src/storage/ledger-heads";
import { inTransaction } from "../../../src/storage/tx";
import { buildGroup } from "../../support/builders";
import { useDatabase } from "../../support/database";
import { now } from "../ledger/support";

describe("the register of resolutions", () => {
  useDatabase();

  it("has a number from its resolution on, however its year is written, and in its own group alone", async () => {
    const [group, other] = [await buildGroup(), await buildGroup()];
    const isIn = (typed: string, of = group) => inTransaction((tx) => isInRegister(tx, of.id, typed));
    expect(await isIn("1/2569")).toBe(false);
    await inTransaction(async (tx) => {
      const head = await lockHead(tx, group.id);
      const number = await nextResolutionNo(tx, group.id, now);
      const actor = { personId: null, memberId: null, position: "job" };
      const nothing = { items: [], voices: [], excluded: [] };
      await recordResolution(tx, head, { ...number, ...nothing, how: "meeting", decidedAt: now, actor });
    });
    for (const typed of ["1/2569", "1/69", " 01 / 2569 "]) expect(await isIn(typed)).toBe(true);
    for (const typed of ["2/2569", "1/2568", "1", "ก1/2569", ""]) expect(await isIn(typed)).toBe(false);
    expect(await isIn("1/2569", other)).toBe(false);
  });
});
