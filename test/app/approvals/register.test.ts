import { describe, expect, it } from "@jest/globals";
import { isInRegister } from "../../../src/app/approvals/in-register";
import { readRegister } from "../../../src/app/approvals/read-register";
import { nextResolutionNo, recordResolution } from "../../../src/app/approvals/record-resolution";
import { matters } from "../../../src/app/matters";
import { localDateOf } from "../../../src/domain/dates";
import { baht } from "../../../src/domain/money";
import { lockHead } from "../../../src/storage/ledger-heads";
import { inTransaction } from "../../../src/storage/tx";
import { buildGroup, buildMember } from "../../support/builders";
import { useDatabase } from "../../support/database";
import { buildLoanRequest } from "../../support/loans";
import { buildOfficer, now } from "../ledger/support";

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

  it("says of what was granted that it holds no more, once the request went back to be decided anew", async () => {
    const group = await buildGroup();
    const member = await buildMember(group);
    const auditor = await buildOfficer(group, { committee: "audit", position: "chair" });
    const actor = await auditor.actor();
    const decided = { resolutionNo: "1/2569", decidedAt: now, granted: baht(10_000), reason: null };
    const on = localDateOf(now);
    const holds = await buildLoanRequest(group, member, { requestNo: "ก1/2569", on, decision: decided });
    const lapsed = await buildLoanRequest(group, member, {
      requestNo: "ก2/2569",
      on,
      state: "guarantors",
      decision: null,
    });
    await inTransaction(async (tx) => {
      const head = await lockHead(tx, group.id);
      const number = await nextResolutionNo(tx, group.id, now);
      const item = { kind: "loan", outcome: "granted" as const, granted: baht(10_000), reason: null };
      const items = [holds, lapsed].map(({ id, requestNo }) => ({ ...item, subject: id, label: requestNo }));
      const facts = { items, voices: [], excluded: [], how: "meeting" as const, decidedAt: now };
      await recordResolution(tx, head, {
        ...number,
        ...facts,
        actor: { personId: null, memberId: null, position: "job" },
      });
    });
    const { resolutions } = await inTransaction((tx) => readRegister(tx, actor, matters, { group, from: 0 }));
    expect(resolutions[0]?.items.map(({ label, isLapsed }) => [label, isLapsed])).toEqual([
      ["ก1/2569", false],
      ["ก2/2569", true],
    ]);
  });
});
