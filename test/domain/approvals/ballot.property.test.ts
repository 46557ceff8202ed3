import { describe, expect, it } from "@jest/globals";
import {
  castVote,
  declareConflict,
  openBallot,
  outcomeOf,
  passSeats,
  silentSeats,
  type Ballot,
  type Vote,
} from "../../../src/domain/approvals/ballot";
import type { CommitteePolicy } from "../../../src/domain/approvals/policy";
import { memberId, type GroupId, type PersonId } from "../../../src/domain/ids";

const groupId = "namkhao" as GroupId;
const at = (minute: number): Date => new Date(Date.UTC(2026, 2, 1, 0, minute));
const idOf = (no: number) => memberId(groupId, String(no));
const vote = (no: number, choice: Vote["choice"], minute = no): Vote => ({
  memberId: idOf(no),
  personId: `p${no}` as PersonId,
  choice,
  reason: choice === "against" ? "ค้างงวดเก่า" : null,
  at: at(minute),
});

const policy: CommitteePolicy = {
  bands: [{ upTo: null, committees: ["loan"], quorum: 3, betweenMeetings: true }],
  tie: "rejected",
  hours: 72,
  remindHours: 24,
  deputyHours: 48,
  deputies: ["promotion"],
};

function ballotOf(seats: number, { quorum = 3, tie = policy.tie }: Partial<Ballot["policy"]> = {}): Ballot {
  const numbers = Array.from({ length: seats }, (_, index) => index + 1);
  return openBallot(
    {
      id: "b",
      kind: "loan",
      groupId,
      subject: "r",
      seats: numbers.map((no) => ({
        memberId: idOf(no),
        position: no === 1 ? "loan.chair" : "loan.member",
        insteadOf: null,
      })),
      excluded: [],
    },
    {
      policy: { ...policy, tie },
      band: { upTo: null, committees: ["loan"], quorum, betweenMeetings: true },
      now: at(0),
    },
  );
}

const after = (ballot: Ballot, votes: readonly Vote[]): Ballot => votes.reduce(castVote, ballot);

describe("a vote", () => {
  it("is decided by three of five, and not by two", () => {
    const two = after(ballotOf(5), [vote(1, "for"), vote(2, "for")]);
    expect(outcomeOf(two, false)).toBe("open");
    expect(outcomeOf(castVote(two, vote(3, "for")), false)).toBe("approved");
    expect(outcomeOf(castVote(two, vote(3, "against")), false)).toBe("open");
  });

  it("falls on a tie, or by the chair's word where the rules say so", () => {
    const votes = [vote(1, "for"), vote(2, "for"), vote(3, "against"), vote(4, "against")];
    expect(outcomeOf(after(ballotOf(4), votes), false)).toBe("rejected");
    expect(outcomeOf(after(ballotOf(4, { tie: "chair" }), votes), false)).toBe("approved");
    const silentChair = [vote(2, "for"), vote(3, "against"), vote(4, "for"), vote(5, "against")];
    expect(outcomeOf(after(ballotOf(5, { tie: "chair" }), silentChair), false)).toBe("open");
    expect(outcomeOf(after(ballotOf(5, { tie: "chair" }), silentChair), true)).toBe("undecided");
  });

  it("that its quorum did not answer is not decided when its time is over", () => {
    expect(outcomeOf(after(ballotOf(5), [vote(1, "for"), vote(2, "for")]), true)).toBe("undecided");
    expect(outcomeOf(after(ballotOf(7), [vote(1, "for"), vote(2, "for"), vote(3, "against")]), true)).toBe("approved");
  });

  it("counts the last word of each person", () => {
    const turned = after(ballotOf(3), [vote(1, "against"), vote(2, "for"), vote(1, "for", 9), vote(3, "for")]);
    expect(turned.votes).toHaveLength(3);
    expect(outcomeOf(turned, false)).toBe("approved");
  });

  it("takes no word of who has no seat, or has a conflict", () => {
    expect(() => castVote(ballotOf(3), vote(9, "for"))).toThrow("ballot.no-seat");
    const without = declareConflict(after(ballotOf(4), [vote(2, "for")]), idOf(2));
    expect(without.votes).toEqual([]);
    expect(() => castVote(without, vote(2, "for"))).toThrow("ballot.conflict");
  });

  it("passes the seats of the silent to deputies who are in no conflict, and keeps the number of seats", () => {
    const begun = declareConflict(after(ballotOf(6), [vote(1, "for")]), idOf(6));
    const deputies = [6, 21, 22].map((no) => ({ memberId: idOf(no), position: "promotion.member" }));
    const passed = passSeats(begun, deputies);
    expect(passed.seats.map(({ memberId }) => memberId)).toEqual([1, 21, 22, 4, 5].map(idOf));
    expect(silentSeats(passed)).toHaveLength(4);
    expect(() => castVote(passed, vote(2, "for"))).toThrow("ballot.no-seat");
  });

  it("comes to the same in any order, is never turned by votes that are still open, and never decided by fewer than its quorum", () => {
    let seed = 7;
    const random = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((seed / 2_147_483_648) * below);
    };
    for (let run = 0; run < 1_000; run += 1) {
      const seats = 2 + random(7);
      const ballot = ballotOf(seats, { quorum: 2 + random(seats - 1), tie: random(2) ? "chair" : "rejected" });
      const votes = Array.from({ length: seats }, (_, index) => vote(index + 1, random(2) ? "for" : "against"));
      const shuffled = votes
        .map((one) => ({ one, key: random(1_000_000) }))
        .sort((a, b) => a.key - b.key)
        .map(({ one }) => one);
      const final = outcomeOf(after(ballot, votes), true);
      expect(outcomeOf(after(ballot, shuffled), true)).toBe(final);
      let state = ballot;
      for (const one of shuffled) {
        state = castVote(state, one);
        const now = outcomeOf(state, false);
        if (state.votes.length < ballot.policy.quorum) expect(now).toBe("open");
        if (now !== "open") expect(now).toBe(final);
      }
      expect(outcomeOf(state, false)).toBe(final);
    }
  });
});
