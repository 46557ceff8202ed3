import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { GroupId } from "../../../src/domain/ids";
import { memberId } from "../../../src/domain/ids";
import { account } from "../../../src/domain/ledger/accounts";
import { assertBalanced } from "../../../src/domain/ledger/journal-entry";
import { needsPaper, payoutPostings, payoutSums, sumsOfEntry } from "../../../src/domain/loans/payouts/payout";
import { baht, satang, type Satang } from "../../../src/domain/money";
import { agreed } from "../../support/loans";
import { memberOf } from "../../support/member";

describe("a payout", () => {
  const groupId = "namkhao" as GroupId;
  const member = { id: memberId(groupId, "012"), groupId };
  const sum = (least: number) => fc.integer({ min: least, max: 1_000_000_00 }).map((amount) => satang(amount));

  it("is one balanced entry, from which its sums are read again, whatever fee it keeps and whatever it renews", () => {
    const old = fc.record({
      contractNo: fc.constant("ก7/2567"),
      principal: sum(1),
      interest: sum(0),
      fine: sum(0),
    });
    fc.assert(
      fc.property(sum(1), sum(0), fc.option(old), fc.boolean(), (handed: Satang, fee: Satang, renewed, isCash) => {
        const kept = renewed ? renewed.principal + renewed.interest + renewed.fine : 0;
        const sums = payoutSums(satang(handed + fee + kept), fee, renewed);
        const source = isCash ? "cash" : "bank";
        const postings = payoutPostings(member, { contractNo: "ก12/2569", sums, source, fineTo: account.fines });
        assertBalanced(postings);
        expect(sumsOfEntry({ postings }, "ก12/2569")).toEqual(sums);
        expect(sums.handed).toBe(handed);
      }),
    );
  });

  it("needs the signed paper above 2,000 baht, and wherever somebody stands for it (CCC 653, 680)", () => {
    const at = new Date("2026-03-01T02:00:00Z");
    const granted = (amount: Satang) => ({ resolutionNo: "7/2569", decidedAt: at, granted: amount, reason: null });
    const guarantor = agreed(memberOf(groupId, "013", {}), baht(500), at);
    expect(needsPaper({ guarantors: [], decision: granted(baht(2_000)) })).toBe(false);
    expect(needsPaper({ guarantors: [], decision: granted(satang(2_000_01)) })).toBe(true);
    expect(needsPaper({ guarantors: [guarantor], decision: granted(baht(500)) })).toBe(true);
    expect(needsPaper({ guarantors: [{ ...guarantor, state: "left" }], decision: granted(baht(500)) })).toBe(false);
  });
});
