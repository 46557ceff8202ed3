import type { MemberId } from "../ids";
import { fillSeats, type Ballot, type Seat } from "./ballot";

/** Who may sit in a vote by the offices that are held now, without those in conflict: of its committees, and of its deputies'. */
export interface AbleSeats {
  own: readonly Seat[];
  deputies: readonly Seat[];
}

/** Whether a seat is a deputy's: it passed to her, or filled what the committees lacked. */
const isDeputys = ({ policy }: Ballot, { position, insteadOf }: Seat): boolean =>
  insteadOf !== null || !policy.committees.some((committee) => position.startsWith(`${committee}.`));

/** The office by which somebody goes on sitting; null where she holds none any more. */
function officeNow(ballot: Ballot, seat: Seat, { own, deputies }: AbleSeats): string | null {
  const able = isDeputys(ballot, seat) ? [...deputies, ...own] : own;
  const hers = able.filter(({ memberId }) => memberId === seat.memberId).map(({ position }) => position);
  return hers.includes(seat.position) ? seat.position : (hers[0] ?? null);
}

/**
 * The vote after an office of the group changed hands. A seat goes whose holder holds no office any more by which she could have it, and her word with it:
 * those decide who hold the offices when it is decided. Who took the office takes the seat that went and is silent; nobody else who came to an office does,
 * so that a vote never grows. Where fewer are left than the quorum, deputies fill up to it. The same vote where nothing of it changes.
 */
export function reseat(ballot: Ballot, able: AbleSeats, taker: MemberId | null): Ballot {
  const isIn = [...ballot.seats, ...ballot.excluded].some(({ memberId }) => memberId === taker);
  let fresh = isIn ? undefined : able.own.find(({ memberId }) => memberId === taker);
  const seats = ballot.seats.flatMap((seat): Seat[] => {
    const position = officeNow(ballot, seat, able);
    if (position !== null) return [{ ...seat, position }];
    const taken = isDeputys(ballot, seat) ? undefined : fresh;
    if (taken) fresh = undefined;
    return taken ? [taken] : [];
  });
  const left = fillSeats({ ...ballot, seats }, able.deputies);
  if (JSON.stringify(left.seats) === JSON.stringify(ballot.seats)) return ballot;
  const votes = ballot.votes.filter((vote) => left.seats.some(({ memberId }) => memberId === vote.memberId));
  return { ...left, votes, version: ballot.version + 1 };
}
