import { describe, expect, it } from "@jest/globals";
import {
  castVote,
  declareConflict,
  openBallot,
  passSeats,
  silentSeats,
  type Seat,
} from "../../../src/domain/approvals/ballot";
import { reseat } from "../../../src/domain/approvals/reseat";
import { memberId, memberNoOf, type GroupId, type PersonId } from "../../../src/domain/ids";

const groupId = "namkhao" as GroupId;
const idOf = (no: number) => memberId(groupId, String(no));
const seat = (no: number, position = "loan.member"): Seat => ({ memberId: idOf(no), position, insteadOf: null });
const band = { upTo: null, committees: ["loan" as const], quorum: 3, betweenMeetings: true };
const policy = {
  bands: [band],
  tie: "rejected" as const,
  hours: 72,
  remindHours: 24,
  deputyHours: 48,
  deputies: ["promotion" as const],
};
const now = new Date("2026-03-01T03:00:00Z");
const own = [seat(1, "loan.chair"), seat(2), seat(3), seat(4)];
const deputies = [seat(21, "promotion.chair"), seat(22, "promotion.member")];
const begun = openBallot(
  { id: "b", kind: "loan", groupId, subject: "r", seats: own, excluded: [] },
  { policy, band, now },
);
const vote = (no: number) =>
  ({ memberId: idOf(no), personId: `p${no}` as PersonId, choice: "for", reason: null, at: now }) as const;
const without = (no: number): Seat[] => own.filter(({ memberId: id }) => id !== idOf(no));
const who = ({ seats }: { seats: readonly Seat[] }) => seats.map(({ memberId: id }) => Number(memberNoOf(id)));

describe("the seats of a vote after an office changed hands", () => {
  it("are the same vote where nobody of it left", () => {
    expect(reseat(begun, { own: [...own, seat(9)], deputies }, idOf(9))).toBe(begun);
  });

  it("lose who left with her word; who took the office is asked in her place", () => {
    const voted = [vote(2), vote(3)].reduce(castVote, begun);
    const left = reseat(voted, { own: [...without(2), seat(9)], deputies }, idOf(9));
    expect(who(left)).toEqual([1, 9, 3, 4]);
    expect(who({ seats: silentSeats(left) })).toEqual([1, 9, 4]);
    expect(left.version).toBe(voted.version + 1);
  });

  it("shrink where nobody takes the office, or who does has a conflict, down to the quorum, which deputies fill", () => {
    expect(who(reseat(begun, { own: without(2), deputies }, idOf(9)))).toEqual([1, 3, 4]);
    const three = reseat(begun, { own: without(2), deputies }, null);
    const able = { own: without(2).slice(1), deputies };
    expect(who(reseat(three, able, null))).toEqual([3, 4, 21]);
    expect(who(reseat(three, { ...able, deputies: [] }, null))).toEqual([3, 4]);
    const shunned = declareConflict(begun, idOf(9 - 5));
    expect(who(reseat(shunned, { own: [seat(1), seat(2)], deputies }, idOf(4)))).toEqual([1, 2, 21]);
  });

  it("stay with who holds another office of the committees, by that one; a chair who becomes a member has no casting vote", () => {
    const moved = reseat(begun, { own: [seat(1), ...own.slice(1)], deputies }, null);
    expect(moved.seats[0]).toEqual(seat(1));
    expect(who(moved)).toEqual([1, 2, 3, 4]);
  });

  it("of deputies stay with deputies, and one who sits by her own office keeps none as a deputy", () => {
    const passed = passSeats(castVote(begun, vote(1)), deputies);
    expect(who(passed)).toEqual([1, 21, 22, 4]);
    expect(who(reseat(passed, { own, deputies: deputies.slice(1) }, null))).toEqual([1, 22, 4]);
    expect(who(reseat(begun, { own: without(4), deputies: [...deputies, seat(4, "promotion.member")] }, null))).toEqual(
      [1, 2, 3],
    );
  });
});
