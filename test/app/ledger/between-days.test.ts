import { beforeEach, describe, expect, it } from "@jest/globals";
import { recordIncoming } from "../../../src/app/incomings/incomings";
import { decidePledgeChange, requestPledgeChange } from "../../../src/app/members/pledge-changes";
import { decidePayment, requestPayment } from "../../../src/app/payments/payments";
import type { Actor } from "../../../src/app/people/actor";
import { decideSettlement, requestSettlement } from "../../../src/app/suspense/settlements";
import { localDate, type YearMonth } from "../../../src/domain/dates";
import type { Group } from "../../../src/domain/groups/group";
import type { EntryKind } from "../../../src/domain/ledger/journal-entry";
import { baht } from "../../../src/domain/money";
import { newActionId } from "../../../src/storage/actions";
import { EntryModel } from "../../../src/storage/journal";
import { findContractsOfMembers } from "../../../src/storage/loan-contracts";
import { inTransaction } from "../../../src/storage/tx";
import { buildGroup, buildMember } from "../../support/builders";
import { useDatabase } from "../../support/database";
import { buildOfficer } from "./support";

describe("weeks after the last closing, in the office day that it began", () => {
  useDatabase();
  const now = new Date("2026-04-20T03:00:00Z");
  const today = localDate("2026-04-20");
  const memberNo = "012";
  const approved = (approvalId: string) => ({ approvalId, verdict: "approved", now }) as const;
  let group: Group;
  let treasurer: Actor;
  let secretary: Actor;

  beforeEach(async () => {
    group = await buildGroup({ today: localDate("2026-03-05") });
    const first = await buildOfficer(group, { committee: "executive", position: "treasurer" });
    const second = await buildOfficer(group, { committee: "executive", position: "secretary" });
    [treasurer, secretary] = [await first.actor(), await second.actor()];
  });

  const dayOf = async (kind: EntryKind) => (await EntryModel.findOne({ groupId: group.id, kind }).lean())?.effectiveOn;

  it("what was decided stands in the chain on the day of the decision", async () => {
    await buildMember(group, { memberNo, pledge: baht(100) });
    const chair = await (await buildOfficer(group, { committee: "executive", position: "chair" })).actor();
    const operationId = newActionId();
    const asked = { group, memberNo, pledge: baht(200), resolution: null, operationId, now };
    await inTransaction((tx) => requestPledgeChange(tx, chair, asked));
    await inTransaction((tx) => decidePledgeChange(tx, secretary, approved(operationId)));
    expect(await dayOf("pledge.changed")).toBe(today);
  });

  it("a loan is paid out on the day on which the money left the account", async () => {
    const { id } = await buildMember(group, { memberNo, specialSavings: baht(5_000) });
    const none = { purpose: "ซื้อปุ๋ย", payee: null, resolution: "1/2569" };
    const payment = {
      kind: "loan",
      amount: baht(1_000),
      source: "bank",
      memberNo,
      contractNo: "7/2569",
      ...none,
    } as const;
    const operationId = newActionId();
    await inTransaction((tx) => requestPayment(tx, treasurer, { group, payment, operationId, now }));
    await inTransaction((tx) => decidePayment(tx, secretary, approved(operationId)));
    const [contract] = await inTransaction((tx) => findContractsOfMembers(tx, [id]));
    expect(contract?.disbursedOn).toBe(today);
    expect(await dayOf("loan.paid-out")).toBe(today);
  });

  it("money without owner is settled by the months that may be paid ahead from that day", async () => {
    const pledgePaidThrough = "2026-04" as YearMonth;
    await buildMember(group, { memberNo, pledge: baht(100), pledgePaidThrough });
    const incoming = { kind: "suspense", amount: baht(1_200), into: "bank", note: null } as const;
    await inTransaction((tx) =>
      recordIncoming(tx, treasurer, { group, incoming, now, operationId: newActionId(), dayId: "" }),
    );
    const itemNo = String((await EntryModel.findOne({ groupId: group.id, kind: "suspense.received" }).lean())?.seq);
    const operationId = newActionId();
    const split = [{ purpose: "pledge" as const, amount: baht(1_200) }];
    await inTransaction((tx) => requestSettlement(tx, treasurer, { group, itemNo, memberNo, split, operationId, now }));
    await inTransaction((tx) => decideSettlement(tx, secretary, approved(operationId)));
    expect(await dayOf("suspense.settled")).toBe(today);
  });
});
