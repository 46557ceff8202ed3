import { beforeEach, describe, expect, it } from "@jest/globals";
import { decideReversal, requestReversal } from "../../../src/app/ledger/reversals";
import { decideOfficeCash, requestOfficeCash } from "../../../src/app/office-cash/office-cash";
import type { Actor } from "../../../src/app/people/actor";
import type { Group } from "../../../src/domain/groups/group";
import { parseReceiptText } from "../../../src/domain/ledger/receipt";
import { baht } from "../../../src/domain/money";
import { newActionId } from "../../../src/storage/actions";
import { nameSpouse } from "../../../src/storage/members";
import { inTransaction } from "../../../src/storage/tx";
import { buildGroup, buildMember } from "../../support/builders";
import { useDatabase } from "../../support/database";
import { buildOfficer, deposit, now, openWorkingDay } from "../ledger/support";

describe("nobody decides on her spouse's matter", () => {
  useDatabase();
  const same = { code: "second-person.same" };
  let group: Group;
  let treasurer: Actor;
  let wife: Actor;
  let wifeNo: string;
  let chair: Actor;

  beforeEach(async () => {
    group = await buildGroup();
    const first = await buildOfficer(group, { committee: "executive", position: "treasurer" });
    const secretary = await buildOfficer(group, { committee: "executive", position: "secretary" });
    wifeNo = secretary.member.memberNo;
    await inTransaction((tx) => nameSpouse(tx, first.member.id, wifeNo));
    [treasurer, wife] = [await first.actor(), await secretary.actor()];
    chair = await (await buildOfficer(group, { committee: "executive", position: "chair" })).actor();
  });

  it("a receipt of her husband's is put right by others", async () => {
    await openWorkingDay(group, treasurer);
    const husband = await buildMember(group, { memberNo: "012", spouseNo: wifeNo });
    const done = await deposit(group, treasurer, husband, [{ purpose: "special", amount: baht(100) }]);
    if (done.kind !== "posted") throw new Error("it was posted");
    const receipt = parseReceiptText(done.receipt.receipt);
    if (!receipt) throw new Error("a receipt has a number");
    const operationId = newActionId();
    const decision = { approvalId: operationId, verdict: "approved", now } as const;
    await inTransaction((tx) => requestReversal(tx, treasurer, { operationId, group, receipt, reason: "ลงผิด", now }));
    await expect(inTransaction((tx) => decideReversal(tx, wife, decision))).rejects.toMatchObject(same);
    const { result } = await inTransaction((tx) => decideReversal(tx, chair, decision));
    expect(result.verdict).toBe("approved");
  });

  it("what her husband asks as an officer is confirmed by another", async () => {
    const operationId = newActionId();
    const asked = await inTransaction((tx) => requestOfficeCash(tx, treasurer, { operationId, group, now }));
    expect(asked.result.waitsFor.map(({ position }) => position)).toEqual(["chair"]);
    const decision = { approvalId: operationId, verdict: "approved", now } as const;
    await expect(inTransaction((tx) => decideOfficeCash(tx, wife, decision))).rejects.toMatchObject(same);
  });
});
