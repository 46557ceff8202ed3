import { beforeEach, describe, expect, it } from "@jest/globals";
import { answerCommittee, askAsker } from "../../../src/app/approvals/ballots/ask-asker";
import { listBallots } from "../../../src/app/approvals/ballots/list-ballots";
import type { Matters } from "../../../src/app/approvals/ballots/matter";
import { stopVote } from "../../../src/app/approvals/ballots/stop-vote";
import { findToTend, tendBallot } from "../../../src/app/approvals/ballots/tend-ballots";
import { readVote, takeNoPart, vote } from "../../../src/app/approvals/ballots/vote";
import { readResolution } from "../../../src/app/approvals/read-register";
import { matters, type Told } from "../../../src/app/matters";
import type { Actor } from "../../../src/app/people/actor";
import type { Ballot, Vote } from "../../../src/domain/approvals/ballot";
import type { Group } from "../../../src/domain/groups/group";
import type { Member } from "../../../src/domain/members/member";
import type { Notice } from "../../../src/domain/notice";
import { saveGroups } from "../../../src/storage/groups";
import { getBallot } from "../../../src/storage/ballots";
import { lockHead } from "../../../src/storage/ledger-heads";
import { inTransaction } from "../../../src/storage/tx";
import { buildGroup } from "../../support/builders";
import { useDatabase } from "../../support/database";
import { buildOfficer, now } from "../ledger/support";
import { loudspeaker, putWords, wordsOf, type WordsTold } from "./loudspeaker";

interface Seated {
  member: Member;
  actor: () => Promise<Actor>;
}

const registered: Matters<Told | WordsTold> = [...matters, loudspeaker];
const later = (hours: number): Date => new Date(now.getTime() + hours * 60 * 60 * 1000);
const toldTo = (notices: readonly Notice[], kind: Notice["kind"]) =>
  notices.flatMap((one) => (one.kind === kind && "memberId" in one.to ? [one.to.memberId] : []));

describe("a kind of vote that the engine does not know", () => {
  useDatabase();
  let group: Group;
  let [first, second, third, asker]: Seated[] = [];

  const seated = (one: Seated | undefined): Seated => {
    if (!one) throw new Error("somebody sits here");
    return one;
  };
  const says = async (
    who: Seated | undefined,
    ballotId: string,
    choice: Vote["choice"],
    reason: string | null = null,
  ) => {
    const actor = await seated(who).actor();
    return inTransaction((tx) => vote(tx, actor, registered, { ballotId, choice, reason, now }));
  };
  const put = async (facts: Parameters<typeof putWords>[2] = { now }): Promise<{ id: string; ballot: Ballot }> => {
    const { words, ballot } = await putWords(group, seated(asker).member, facts);
    if (!ballot) throw new Error("enough may vote");
    return { id: words._id, ballot };
  };

  beforeEach(async () => {
    group = await buildGroup();
    const seat = () => buildOfficer(group, { committee: "promotion", position: "member" });
    [first, second, third, asker] = [await seat(), await seat(), await seat(), await seat()];
  });

  it("is put, voted on, decided once and kept in the register, and its own room acts on it", async () => {
    const { id, ballot } = await put();
    expect(ballot.seats.map(({ memberId }) => memberId)).toEqual([first, second, third].map((one) => one?.member.id));
    const own = await seated(asker).actor();
    await expect(inTransaction((tx) => readVote(tx, own, registered, ballot.id))).rejects.toMatchObject({
      code: "ballot.conflict",
    });
    const actor = await seated(first).actor();
    expect(await inTransaction((tx) => listBallots(tx, actor, registered, now))).toMatchObject([
      { kind: "loudspeaker", label: "พรุ่งนี้เก็บขยะ", amount: null },
    ]);

    const question = { ballotId: ballot.id, questionId: "q", text: "กี่โมง", now };
    const asked = await inTransaction((tx) => askAsker(tx, actor, registered, question));
    expect(toldTo(asked.notices, "ballot.question")).toEqual([asker?.member.id]);
    const answer = { ballotId: ballot.id, questionId: "q", answer: "เจ็ดโมง", now };
    await expect(inTransaction((tx) => answerCommittee(tx, actor, registered, answer))).rejects.toMatchObject({
      code: "card.foreign",
    });
    const answered = await inTransaction((tx) => answerCommittee(tx, own, registered, answer));
    expect(toldTo(answered.notices, "ballot.answer")).toHaveLength(3);

    expect((await says(first, ballot.id, "for")).result).toMatchObject({
      state: "open",
      missing: 1,
      text: "พรุ่งนี้เก็บขยะ",
    });
    await says(second, ballot.id, "against", "ดังไป");
    const [one, other] = await Promise.all([says(third, ballot.id, "for"), says(third, ballot.id, "for")]);
    for (const { result } of [one, other]) expect(result).toMatchObject({ state: "approved", resolutionNo: "1/2569" });
    expect(await wordsOf(id)).toMatchObject({ state: "said" });
    const read = async (who: Seated | undefined) => {
      const reader = await seated(who).actor();
      return inTransaction((tx) => readResolution(tx, reader, registered, { group, resolutionNo: "1/2569" }));
    };
    const auditor = await buildOfficer(group, { committee: "audit", position: "chair" });
    expect(await read(auditor)).toMatchObject({
      isWithheld: false,
      resolution: { items: [{ kind: "loudspeaker", subject: id, label: "พรุ่งนี้เก็บขยะ", outcome: "granted" }] },
    });
    // Who asked and audits as well reads no more than the outcome.
    group.officers.push({ memberNo: seated(asker).member.memberNo, committee: "loan", position: "member" });
    await inTransaction((tx) => saveGroups([group], tx));
    expect(await read(asker)).toMatchObject({ isWithheld: true, resolution: { voices: [] } });
  });

  it("is refused with the reasons, left undecided by time or conflicts, and stopped by its own room", async () => {
    const refused = await put();
    await says(first, refused.ballot.id, "against", "ดังไป");
    await says(second, refused.ballot.id, "against", "เช้าไป");
    expect(await wordsOf(refused.id)).toMatchObject({ state: "refused", reason: "ดังไป · เช้าไป" });

    const silent = await put();
    expect(await inTransaction((tx) => findToTend(tx, later(25)))).toContainEqual({
      id: silent.ballot.id,
      groupId: group.id,
    });
    const ended = await inTransaction((tx) => tendBallot(tx, registered, silent.ballot, later(73)));
    expect(toldTo(ended, "ballot.decided")).toHaveLength(3);
    expect(await wordsOf(silent.id)).toMatchObject({ state: "left" });

    const shunned = await put();
    for (const one of [first, second]) {
      const actor = await seated(one).actor();
      await inTransaction((tx) => takeNoPart(tx, actor, registered, { ballotId: shunned.ballot.id, now }));
    }
    expect(await wordsOf(shunned.id)).toMatchObject({ state: "left" });

    const stopped = await put();
    await inTransaction(async (tx) => {
      await lockHead(tx, group.id);
      await stopVote(tx, "loudspeaker", stopped.id, now);
    });
    expect((await says(first, stopped.ballot.id, "for")).result).toMatchObject({ state: "taken-off" });
    expect(await wordsOf(stopped.id)).toMatchObject({ state: "asked" });
    const ballot = await inTransaction((tx) => getBallot(tx, stopped.ballot.id));
    expect(ballot).toMatchObject({ state: "taken-off", resolutionNo: null, votes: [] });
  });
});
