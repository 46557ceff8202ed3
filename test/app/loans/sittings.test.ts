import { beforeEach, describe, expect, it } from "@jest/globals";
import { confirmTable, sayTableWrong } from "../../../src/app/loans/sittings/confirm-sitting";
import { enterDecision, sendToConfirm, tidyTable } from "../../../src/app/loans/sittings/enter-row";
import { listDigest } from "../../../src/app/loans/sittings/list-digest";
import { openSitting } from "../../../src/app/loans/sittings/open-sitting";
import { scheduleOfRow } from "../../../src/app/loans/sittings/row-schedule";
import { answerGuarantee } from "../../../src/app/loans/requests/answer-guarantee";
import { leaveGuarantee } from "../../../src/app/loans/requests/end-request";
import type { Actor } from "../../../src/app/people/actor";
import { localDate } from "../../../src/domain/dates";
import type { Group } from "../../../src/domain/groups/group";
import type { Member } from "../../../src/domain/members/member";
import { baht } from "../../../src/domain/money";
import { newActionId } from "../../../src/storage/actions";
import { findOpenBallot } from "../../../src/storage/ballots";
import { saveGroups } from "../../../src/storage/groups";
import { lockHead } from "../../../src/storage/ledger-heads";
import { findLoanRequests, getLoanRequest, saveLoanRequest } from "../../../src/storage/loan-requests";
import { getSitting } from "../../../src/storage/sittings";
import { inTransaction } from "../../../src/storage/tx";
import { buildGroup, buildMember } from "../../support/builders";
import { useDatabase } from "../../support/database";
import { agreed, buildLoanRequest, fillBox } from "../../support/loans";
import { buildOfficer, now } from "../ledger/support";

interface Seated {
  member: Member;
  actor: () => Promise<Actor>;
}

describe("a meeting whose table changes under it", () => {
  useDatabase();
  let group: Group;
  let secretary: Seated;
  let confirmers: [Seated, Seated, Seated];
  let guarantor: Seated;
  let other: Seated;
  let withGuarantor: string;

  const listOn = (sittingId: string) => inTransaction(async (tx) => listDigest(await getSitting(tx, sittingId)));
  const confirms = async (who: Seated, sittingId: string, list?: string) => {
    const [actor, shown] = [await who.actor(), list ?? (await listOn(sittingId))];
    return (await inTransaction((tx) => confirmTable(tx, actor, { sittingId, list: shown, now }))).result;
  };
  const enters = async (sittingId: string, requestNo: string) => {
    const actor = await secretary.actor();
    const row = { sittingId, requestNo, group, now, decision: "full", amount: null, reason: null } as const;
    return inTransaction((tx) => enterDecision(tx, actor, row));
  };
  const sends = async (sittingId: string) => {
    const actor = await secretary.actor();
    return (await inTransaction((tx) => sendToConfirm(tx, actor, { sittingId, group, now }))).result;
  };
  const stale = (requests: string) => ({ code: "sitting.stale", values: { requests } });

  beforeEach(async () => {
    group = await buildGroup();
    const seat = (committee: "loan" | "promotion") => buildOfficer(group, { committee, position: "member" });
    secretary = await buildOfficer(group, { committee: "executive", position: "secretary" });
    confirmers = [await seat("loan"), await seat("loan"), await seat("loan")];
    [guarantor, other] = [await seat("promotion"), await seat("promotion")];
    await fillBox(group, baht(50_000));
    const facts = { on: localDate("2026-03-05"), state: "waiting", decision: null, reservedUntil: null } as const;
    const asked = {
      ...facts,
      requestNo: "ก1/2569",
      guarantorsNeeded: 1,
      guarantors: [agreed(guarantor.member, baht(10_000), now)],
    };
    withGuarantor = (await buildLoanRequest(group, await buildMember(group), asked)).id;
    // Put a minute later, so that the table's order hangs on no id.
    const putAt = new Date("2026-03-05T02:01:00Z");
    await buildLoanRequest(group, await buildMember(group), { ...facts, requestNo: "ก2/2569", putAt });
  });

  it("confirms nothing that a guarantor left or that came back, keeps it off the chat, and goes on when it is tidied", async () => {
    const by = await secretary.actor();
    const opened = await inTransaction((tx) => openSitting(tx, by, { group, operationId: newActionId(), now }));
    const { sittingId } = opened;
    await enters(sittingId, "ก1/2569");
    await enters(sittingId, "ก2/2569");
    await sends(sittingId);
    expect(await confirms(confirmers[0], sittingId)).toMatchObject({ unconfirmed: 2 });

    const leaver = await guarantor.actor();
    const later = new Date(now.getTime() + 60_000);
    await inTransaction((tx) => leaveGuarantee(tx, leaver, { requestId: withGuarantor, now: later }));
    await expect(confirms(confirmers[1], sittingId)).rejects.toMatchObject(stale("ก1/2569"));
    await expect(enters(sittingId, "ก1/2569")).rejects.toMatchObject(stale("ก1/2569"));

    // With another guarantor it waits for the meeting that has it on its table, and is not voted on in chat beside it.
    await inTransaction(async (tx) => {
      await lockHead(tx, group.id);
      const request = await getLoanRequest(tx, withGuarantor);
      const named = { ...agreed(other.member, baht(10_000), later), state: "asked" as const, answeredAt: null };
      await saveLoanRequest(tx, {
        ...request,
        guarantors: [...request.guarantors, named],
        version: request.version + 1,
      });
    });
    const agrees = { requestId: withGuarantor, answer: "agreed" as const, now: later };
    const stands = await other.actor();
    await inTransaction((tx) => answerGuarantee(tx, stands, agrees));
    expect(await inTransaction((tx) => findOpenBallot(tx, "loan", withGuarantor))).toBeNull();
    expect(await inTransaction((tx) => getLoanRequest(tx, withGuarantor))).toMatchObject({ state: "waiting" });
    await expect(confirms(confirmers[1], sittingId)).rejects.toMatchObject(stale("ก1/2569"));

    const [wrong, list] = [await confirmers[1].actor(), await listOn(sittingId)];
    const { result } = await inTransaction((tx) => sayTableWrong(tx, wrong, { sittingId, list, now }));
    expect(result.rows.map(({ mark }) => mark)).toEqual(["changed", null]);
    await expect(sends(sittingId)).rejects.toMatchObject(stale("ก1/2569"));
    const tidy = await inTransaction((tx) => tidyTable(tx, by, { sittingId, group, now }));
    expect(tidy.rows.map(({ decision, mark }) => [decision, mark])).toEqual([
      [null, null],
      ["full", null],
    ]);
    await enters(sittingId, "ก1/2569");
    await sends(sittingId);

    // Who confirmed and left the committee since does not count as one of the two.
    await confirms(confirmers[0], sittingId);
    group.officers = group.officers.filter(({ memberNo }) => memberNo !== confirmers[0].member.memberNo);
    await inTransaction((tx) => saveGroups([group], tx));
    expect(await confirms(confirmers[1], sittingId)).toMatchObject({ state: "to-confirm", unconfirmed: 2 });
    expect(await confirms(confirmers[2], sittingId)).toMatchObject({ state: "confirmed", resolutionNo: "1/2569" });
    expect(await inTransaction((tx) => getLoanRequest(tx, withGuarantor))).toMatchObject({ state: "approved" });
  });

  it("names who entered, and neither asks nor counts who has a conflict in every row", async () => {
    const by = await secretary.actor();
    const loan = await buildOfficer(group, { committee: "loan", position: "chair" });
    const requests = await inTransaction((tx) => findLoanRequests(tx, group.id, ["waiting"]));
    for (const request of requests)
      await inTransaction((tx) =>
        saveLoanRequest(tx, {
          ...request,
          guarantors: [agreed(confirmers[0].member, baht(10_000), now)],
          version: request.version + 1,
        }),
      );
    const { sittingId } = await inTransaction((tx) => openSitting(tx, by, { group, operationId: newActionId(), now }));
    const enters = await loan.actor();
    for (const requestNo of ["ก1/2569", "ก2/2569"]) {
      const row = { sittingId, requestNo, group, now, decision: "full", amount: null, reason: null } as const;
      await inTransaction((tx) => enterDecision(tx, enters, row));
    }
    const { result, notices } = await inTransaction((tx) => sendToConfirm(tx, enters, { sittingId, group, now }));
    expect(result.enteredBy.map(({ name }) => name)).toEqual([loan.member.name]);
    const asked = notices.map(({ to }) => to);
    expect(asked).toContainEqual({ memberId: confirmers[1].member.id });
    expect(asked).not.toContainEqual({ memberId: confirmers[0].member.id });
    await expect(confirms(confirmers[0], sittingId)).rejects.toMatchObject({ code: "ballot.conflict" });
  });

  it("opens the rows of what is asked for, for who enters it and nobody else", async () => {
    const by = await secretary.actor();
    const { sittingId } = await inTransaction((tx) => openSitting(tx, by, { group, operationId: newActionId(), now }));
    const row = { sittingId, requestNo: "ก2/2569", group, now };
    const { schedule, amount } = await inTransaction((tx) => scheduleOfRow(tx, by, row));
    expect([schedule.rows.length, amount]).toEqual([10, baht(10_000)]);
    const member = await confirmers[0].actor();
    await expect(inTransaction((tx) => scheduleOfRow(tx, member, row))).rejects.toMatchObject({ code: "role.missing" });
  });
});
