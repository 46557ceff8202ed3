import { DomainError } from "../errors";
import type { GroupId, MemberId, PersonId } from "../ids";
import type { CommitteePolicy, DecisionBand } from "./policy";

/** A seat in a vote: who votes, by which office, and in whose place where it passed to a deputy. */
export interface Seat {
  memberId: MemberId;
  /** "<committee>.<position>". */
  position: string;
  /** Whose seat it was; null: her own. */
  insteadOf: MemberId | null;
}

/** Why a member of the committee takes no part. */
export type ConflictKind = "own" | "spouse" | "guardian" | "guarantor" | "household" | "declared";

/** A member of the committee who takes no part. */
export interface ExcludedSeat {
  memberId: MemberId;
  position: string;
  why: ConflictKind;
}

/** One person's vote, the last that she gave. */
export interface Vote {
  memberId: MemberId;
  personId: PersonId;
  choice: "for" | "against";
  /** Why; asked of who is against. */
  reason: string | null;
  at: Date;
}

/** What a voter asked who put the subject, and what she answered; null until she has. */
export interface BallotQuestion {
  id: string;
  by: MemberId;
  text: string;
  at: Date;
  answer: string | null;
  answeredAt: Date | null;
}

/** What the rules said when it was put: later ones do not touch a vote that is open. */
export type BallotPolicy = Pick<CommitteePolicy, "tie" | "deputies"> & Pick<DecisionBand, "quorum" | "committees">;

/**
 * `approved`, `rejected`: by a resolution. `undecided`: the time was over, or too many take no part; the meeting decides. `taken-off`: the meeting
 * has it on its table, or whoever asked gave it up.
 */
export type BallotState = "open" | "approved" | "rejected" | "undecided" | "taken-off";

/** A vote of a committee on one subject, in chat. It records; the subject's own room acts. */
export interface Ballot {
  id: string;
  /** The kind of its matter, "loan": an area registers it, and acts on what is decided. */
  kind: string;
  groupId: GroupId;
  /** What it is about: at most one open vote a subject. */
  subject: string;
  policy: BallotPolicy;
  seats: Seat[];
  excluded: ExcludedSeat[];
  votes: Vote[];
  questions: BallotQuestion[];
  putAt: Date;
  remindAt: Date;
  /** When seats of the silent pass on; null: they do not. */
  deputiesAt: Date | null;
  endsAt: Date;
  /** Who has not answered was reminded; the seats of the silent passed on. */
  reminded: boolean;
  deputised: boolean;
  state: BallotState;
  resolutionNo: string | null;
  decidedAt: Date | null;
  version: number;
}

const hoursAfter = (at: Date, hours: number): Date => new Date(at.getTime() + hours * 60 * 60 * 1000);

/** A new vote, open. */
export function openBallot(
  facts: Pick<Ballot, "id" | "kind" | "groupId" | "subject" | "seats" | "excluded">,
  { policy, band, now }: { policy: CommitteePolicy; band: DecisionBand; now: Date },
): Ballot {
  return {
    ...facts,
    policy: { tie: policy.tie, deputies: policy.deputies, quorum: band.quorum, committees: band.committees },
    votes: [],
    questions: [],
    putAt: now,
    remindAt: hoursAfter(now, policy.remindHours),
    deputiesAt: policy.deputyHours === null ? null : hoursAfter(now, policy.deputyHours),
    endsAt: hoursAfter(now, policy.hours),
    reminded: false,
    deputised: false,
    state: "open",
    resolutionNo: null,
    decidedAt: null,
    version: 1,
  };
}

/** Whether enough may vote for a decision to come about. */
export function canDecide({ seats, policy }: Pick<Ballot, "seats" | "policy">): boolean {
  return seats.length >= policy.quorum;
}

/** The seat of a member; throws `ballot.conflict` where she takes no part, `ballot.no-seat` where she has none. */
export function seatOf(ballot: Ballot, memberId: MemberId): Seat {
  const conflict = ballot.excluded.find((one) => one.memberId === memberId);
  if (conflict) throw new DomainError("ballot.conflict", { conflict: conflict.why });
  const seat = ballot.seats.find((one) => one.memberId === memberId);
  if (!seat) throw new DomainError("ballot.no-seat", {});
  return seat;
}

/** The vote with a member's word in the place of her earlier one. Throws as seatOf. The caller has made sure that it is open. */
export function castVote(ballot: Ballot, vote: Vote): Ballot {
  seatOf(ballot, vote.memberId);
  const votes = [...ballot.votes.filter(({ memberId }) => memberId !== vote.memberId), vote];
  return { ...ballot, votes, version: ballot.version + 1 };
}

/** The vote after a member said that she has a conflict: her seat and her word are gone. Throws as seatOf. */
export function declareConflict(ballot: Ballot, memberId: MemberId): Ballot {
  const { position } = seatOf(ballot, memberId);
  return {
    ...ballot,
    seats: ballot.seats.filter((one) => one.memberId !== memberId),
    votes: ballot.votes.filter((one) => one.memberId !== memberId),
    excluded: [...ballot.excluded, { memberId, position, why: "declared" }],
    version: ballot.version + 1,
  };
}

/** The vote with a further question of a voter. Throws as seatOf. */
export function askWho(ballot: Ballot, question: Pick<BallotQuestion, "id" | "by" | "text" | "at">): Ballot {
  seatOf(ballot, question.by);
  const asked = { ...question, answer: null, answeredAt: null };
  return { ...ballot, questions: [...ballot.questions, asked], version: ballot.version + 1 };
}

/** The vote with the answer to a question, the first that was given. */
export function answerQuestion(ballot: Ballot, id: string, { answer, at }: { answer: string; at: Date }): Ballot {
  const questions = ballot.questions.map((one) =>
    one.id === id && one.answer === null ? { ...one, answer, answeredAt: at } : one,
  );
  return { ...ballot, questions, version: ballot.version + 1 };
}

/** Members with a seat who have not answered. */
export function silentSeats({ seats, votes }: Pick<Ballot, "seats" | "votes">): Seat[] {
  return seats.filter(({ memberId }) => !votes.some((vote) => vote.memberId === memberId));
}

/** The vote after the seats of the silent passed to deputies, one each, as far as there are deputies; who lost hers votes no more. */
export function passSeats(ballot: Ballot, deputies: readonly Pick<Seat, "memberId" | "position">[]): Ballot {
  const taken = new Set([...ballot.seats, ...ballot.excluded].map(({ memberId }) => memberId));
  const free = deputies.filter(({ memberId }) => !taken.has(memberId));
  const passing = new Map(silentSeats(ballot).map((seat, at) => [seat.memberId, free[at]]));
  const seats = ballot.seats.map((seat) => {
    const deputy = passing.get(seat.memberId);
    return deputy ? { ...deputy, insteadOf: seat.memberId } : seat;
  });
  return { ...ballot, seats, deputised: true, version: ballot.version + 1 };
}

/** Seats filled by deputies where too few of the committee may vote. */
export function fillSeats<Filled extends Pick<Ballot, "seats" | "excluded" | "policy">>(
  ballot: Filled,
  deputies: readonly Pick<Seat, "memberId" | "position">[],
): Filled {
  const taken = new Set([...ballot.seats, ...ballot.excluded].map(({ memberId }) => memberId));
  const missing = Math.max(0, ballot.policy.quorum - ballot.seats.length);
  const free = deputies.filter(({ memberId }) => !taken.has(memberId)).slice(0, missing);
  return { ...ballot, seats: [...ballot.seats, ...free.map((one) => ({ ...one, insteadOf: null }))] };
}

/** How many more words a vote takes at least: to its quorum, and to a majority that cannot be turned; none once it is over. */
export function wordsMissing(ballot: Ballot): number {
  if (ballot.state !== "open") return 0;
  const { votes, seats, policy } = ballot;
  const inFavour = votes.filter(({ choice }) => choice === "for").length;
  const most = Math.max(inFavour, votes.length - inFavour);
  const toMajority = Math.floor(seats.length / 2) + 1 - most;
  const silent = seats.length - votes.length;
  return Math.min(silent, Math.max(policy.quorum - votes.length, toMajority, 1));
}

/** What became of a vote: decided, still open, or, when its time is over, not decided. */
export type Outcome = "approved" | "rejected" | "open" | "undecided";

/**
 * What the votes come to. Before its time is over a vote is decided once the quorum has answered and those who have not can turn it no more;
 * then, by what was cast, where that is a quorum.
 */
export function outcomeOf(ballot: Ballot, isOver: boolean): Outcome {
  const { votes, seats, policy } = ballot;
  if (votes.length < policy.quorum) return isOver ? "undecided" : "open";
  const inFavour = votes.filter(({ choice }) => choice === "for").length;
  const against = votes.length - inFavour;
  const open = isOver ? 0 : seats.length - votes.length;
  const tie = tieVerdict(ballot);
  if (inFavour > against + open) return "approved";
  if (against > inFavour + open) return "rejected";
  // A tie of which is known what it comes to is as certain as a majority.
  if (tie === "approved" && inFavour === against + open) return tie;
  if (tie === "rejected" && against === inFavour + open) return tie;
  return isOver ? "undecided" : "open";
}

/** What a tie comes to as the votes are now: null where it hangs on a chair who has not answered. */
function tieVerdict({ policy, votes, seats }: Ballot): "approved" | "rejected" | null {
  if (policy.tie === "rejected") return "rejected";
  const chair = chairOf(seats);
  const word = votes.find(({ memberId }) => memberId === chair)?.choice;
  return word === undefined ? null : word === "for" ? "approved" : "rejected";
}

/** The chair whose word decides a tie: the first of the first committee that has one in the vote; no deputy has it. */
function chairOf(seats: readonly Seat[]): MemberId | null {
  return seats.find(({ position, insteadOf }) => insteadOf === null && position.endsWith(".chair"))?.memberId ?? null;
}

/** The vote at its end. */
export function endBallot(
  ballot: Ballot,
  state: Exclude<BallotState, "open">,
  { at, resolutionNo }: { at: Date; resolutionNo: string | null },
): Ballot {
  return { ...ballot, state, decidedAt: at, resolutionNo, version: ballot.version + 1 };
}
