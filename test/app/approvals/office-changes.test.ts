import { beforeEach, describe, expect, it } from "@jest/globals";
import { vote } from "../../../src/app/approvals/ballots/vote";
import { enterQueue } from "../../../src/app/loans/decisions/enter-queue";
import { postRecord } from "../../../src/app/ledger/post-record";
import { matters } from "../../../src/app/matters";
import { putInForce } from "../../../src/app/officers/put-in-force";
import type { Actor } from "../../../src/app/people/actor";
import { localDate } from "../../../src/domain/dates";
import type { Group } from "../../../src/domain/groups/group";
import { baht } from "../../../src/domain/money";
import { findOpenBallot, getBallot } from "../../../src/storage/ballots";
import { getGroup } from "../../../src/storage/groups";
import { lockHead } from "../../../src/storage/ledger-heads";
import { getLoanRequest } from "../../../src/storage/loan-requests";
import { findResolution } from "../../../src/storage/resolutions";
import { inTransaction } from "../../../src/storage/tx";
import { buildGroup, buildMember } from "../../support/builders";
import { useDatabase } from "../../support/database";
import { buildLoanRequest, fillBox } from "../../support/loans";
import { buildOfficer, now } from "../ledger/support";

interface Seated {
  member: { id: string; memberNo: string };
  actor: () => Promise<Actor>;
}

describe("an office that changes hands while a vote is open", () => {
  useDatabase();
  let group: Group;
  let voters: Seated[];
  let requests = 0;

  const voter = (at: number): Seated => {
    const found = voters[at];
    if (!found) throw new Error("there are so many voters");
    return found;
  };

  async function put(): Promise<{ id: string; ballotId: string }> {
    const member = await buildMember(group);
    const facts = { requestNo: `ก${++requests}/2569`, on: localDate("2026-03-05"), state: "guarantors" as const };
    const { id } = await buildLoanRequest(group, member, { ...facts, decision: null, reservedUntil: null });
    const ballot = await inTransaction(async (tx) => {
      const head = await lockHead(tx, group.id);
      await enterQueue(tx, { group, head, request: await getLoanRequest(tx, id), now });
      return findOpenBallot(tx, "loan", id);
    });
    if (!ballot) throw new Error("it is voted on");
    return { id, ballotId: ballot.id };
  }

  const says = async (one: Seated, ballotId: string, choice: "for" | "against") => {
    const actor = await one.actor();
    return inTransaction((tx) => vote(tx, actor, matters, { ballotId, choice, reason: null, now }));
  };

  /** The seat of a voter goes to another member, or to nobody; gives who is asked anew. */
  const changes = (one: Seated, inNo: string | null) =>
    inTransaction(async (tx) => {
      const head = await lockHead(tx, group.id);
      const change = {
        committee: "loan",
        position: "member",
        outNo: one.member.memberNo,
        inNo,
        resolution: "2/2569",
      } as const;
      // As a decided change does: it stands in the chain before it is in force.
      const actor = { personId: null, memberId: null, position: "executive.chair" };
      await postRecord(tx, head, { kind: "officers.decided", key: one.member.id, now, actor, record: change });
      const notices = await putInForce(tx, await getGroup(tx, group.id), change, now);
      return notices.flatMap(({ kind, to }) => (kind === "ballot.request" && "memberId" in to ? [to.memberId] : []));
    });

  const stateOf = (id: string) => inTransaction(async (tx) => (await getLoanRequest(tx, id)).state);

  beforeEach(async () => {
    group = await buildGroup();
    voters = [];
    for (let no = 0; no < 5; no += 1) voters.push(await buildOfficer(group, { committee: "loan", position: "member" }));
    await fillBox(group, baht(50_000));
  });

  it("her word goes, who took it is asked and votes, and a word of who left is refused", async () => {
    const { id, ballotId } = await put();
    await says(voter(0), ballotId, "for");
    await says(voter(1), ballotId, "for");
    const taker = await buildOfficer(group, { committee: "promotion", position: "member" });
    expect(await changes(voter(0), taker.member.memberNo)).toEqual([taker.member.id]);
    expect((await inTransaction((tx) => getBallot(tx, ballotId))).votes).toHaveLength(1);
    await expect(says(voter(0), ballotId, "for")).rejects.toMatchObject({ code: "ballot.no-seat" });
    await says(voter(2), ballotId, "for");
    expect(await stateOf(id)).toBe("voting");
    await says(taker, ballotId, "for");
    expect(await stateOf(id)).toBe("approved");
  });

  it("decides where who is left cannot turn it, with a resolution behind the record of the change; leaves to the meeting what too few are left for", async () => {
    const decided = await put();
    await says(voter(0), decided.ballotId, "for");
    await says(voter(1), decided.ballotId, "for");
    await says(voter(2), decided.ballotId, "against");
    await changes(voter(3), null);
    expect(await stateOf(decided.id)).toBe("voting");
    await changes(voter(4), null);
    expect(await stateOf(decided.id)).toBe("approved");
    expect(await inTransaction((tx) => findResolution(tx, group.id, "1/2569"))).toMatchObject({ how: "chat" });

    const left = await put();
    await changes(voter(2), null);
    expect(await stateOf(left.id)).toBe("waiting");
    expect(await inTransaction((tx) => getBallot(tx, left.ballotId))).toMatchObject({ state: "undecided" });
  });
});
