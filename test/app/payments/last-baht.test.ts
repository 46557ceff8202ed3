import { beforeEach, describe, expect, it, jest } from "@jest/globals";
import { decidePayment, requestPayment } from "../../../src/app/payments/payments";
import type { Actor } from "../../../src/app/people/actor";
import type { Group } from "../../../src/domain/groups/group";
import { account } from "../../../src/domain/ledger/accounts";
import { baht, satang, type Satang } from "../../../src/domain/money";
import type { Payment } from "../../../src/domain/payments/payment";
import { balanceOf } from "../../../src/storage/accounts";
import { newActionId } from "../../../src/storage/actions";
import { EntryModel } from "../../../src/storage/journal";
import { inTransaction } from "../../../src/storage/tx";
import { buildGroup, buildMember } from "../../support/builders";
import { useDatabase } from "../../support/database";
import { buildOfficer, now, openWorkingDay } from "../ledger/support";

jest.setTimeout(120_000);

describe("withdrawals at the same moment", () => {
  useDatabase();
  let group: Group;
  let treasurer: Actor;
  let second: Actor;

  beforeEach(async () => {
    group = await buildGroup();
    const first = await buildOfficer(group, { committee: "executive", position: "treasurer" });
    const other = await buildOfficer(group, { committee: "executive", position: "secretary" });
    [treasurer, second] = [await first.actor(), await other.actor()];
    await openWorkingDay(group, treasurer);
  });

  const withdrawal = (memberNo: string, amount: Satang): Payment => ({
    kind: "withdrawal",
    amount,
    source: "bank",
    memberNo,
    purpose: null,
    payee: null,
    contractNo: null,
    resolution: null,
  });

  it("64 of them want the last baht of one passbook, each under a request of its own: one is paid", async () => {
    await buildMember(group, { memberNo: "012", specialSavings: baht(100) });
    await buildMember(group, { memberNo: "013", specialSavings: baht(10_000) });
    const sums = Array.from({ length: 64 }, (_, n) => satang(60_00 + n * 50));
    const approvals: string[] = [];
    for (const sum of sums) {
      const operationId = newActionId();
      const payment = withdrawal("012", sum);
      await inTransaction((tx) => requestPayment(tx, treasurer, { group, payment, operationId, now }));
      approvals.push(operationId);
    }

    const answers = await Promise.allSettled(
      approvals.map((approvalId) =>
        inTransaction((tx) => decidePayment(tx, second, { approvalId, verdict: "approved", now }), {
          deadlineMs: 60_000,
        }),
      ),
    );

    const paid = answers.flatMap((answer) =>
      answer.status === "fulfilled" ? [answer.value.result.payment.amount] : [],
    );
    expect(paid).toHaveLength(1);
    for (const refused of answers.filter((answer) => answer.status === "rejected"))
      expect(refused.reason).toMatchObject({ code: "ledger.insufficient-funds" });
    expect(await EntryModel.countDocuments({ groupId: group.id, kind: "savings.withdrawal" })).toBe(1);
    const left = await inTransaction((tx) =>
      balanceOf(tx, { groupId: group.id, code: account.specialSavings, memberId: `${group.id}:012` as never }),
    );
    expect(left).toBe(baht(100) - (paid[0] ?? 0));
  });

  it("64 members want the last baht of the group's account: one is paid", async () => {
    const members = await Promise.all(
      Array.from({ length: 64 }, (_, n) => buildMember(group, { memberNo: String(200 + n), specialSavings: baht(1) })),
    );
    await payAway(baht(63));
    const approvals: string[] = [];
    for (const { memberNo } of members) {
      const operationId = newActionId();
      const payment = withdrawal(memberNo, baht(1));
      await inTransaction((tx) => requestPayment(tx, treasurer, { group, payment, operationId, now }));
      approvals.push(operationId);
    }

    const answers = await Promise.allSettled(
      approvals.map((approvalId) =>
        inTransaction((tx) => decidePayment(tx, second, { approvalId, verdict: "approved", now }), {
          deadlineMs: 60_000,
        }),
      ),
    );

    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await inTransaction((tx) => balanceOf(tx, { groupId: group.id, code: account.bank }))).toBe(0);
  });

  /** The group pays for something out of its account. */
  async function payAway(amount: Satang): Promise<void> {
    const operationId = newActionId();
    const payment: Payment = { ...withdrawal("", amount), kind: "expense", memberNo: null, purpose: "ค่าวัสดุ" };
    await inTransaction((tx) => requestPayment(tx, treasurer, { group, payment, operationId, now }));
    await inTransaction((tx) => decidePayment(tx, second, { approvalId: operationId, verdict: "approved", now }));
  }
});
