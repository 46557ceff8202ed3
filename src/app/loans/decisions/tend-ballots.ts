import { passSeats, silentSeats, type Ballot } from "../../../domain/approvals/ballot";
import { localTimeOf } from "../../../domain/dates";
import type { Group } from "../../../domain/groups/group";
import type { LoanRequest } from "../../../domain/loans/requests/request";
import type { Notice } from "../../../domain/notice";
import { findBallotsDue, getBallot, saveBallot } from "../../../storage/ballots";
import { getGroup } from "../../../storage/groups";
import { lockHead } from "../../../storage/ledger-heads";
import { getLoanRequest } from "../../../storage/loan-requests";
import { findMember } from "../../../storage/members";
import type { Tx } from "../../../storage/tx";
import { seatsOfCommittees, withoutConflicts } from "../../approvals/committee-seats";
import { askVoters } from "./ask-voters";
import { concludeByTime } from "./conclude";
import { conflictsOf } from "./conflicts";

/** Votes for which something is due: a reminder, deputies, or their end. */
export async function findToTend(tx: Tx, now: Date): Promise<Pick<Ballot, "id" | "groupId">[]> {
  const ballots = await findBallotsDue(tx, now);
  return ballots.filter((ballot) => isDue(ballot, now)).map(({ id, groupId }) => ({ id, groupId }));
}

/** Nobody is reminded at night. */
const isDaytime = (now: Date): boolean => localTimeOf(now) >= "08:00" && localTimeOf(now) < "20:00";

const passes = ({ deputised, deputiesAt }: Ballot, now: Date): boolean =>
  !deputised && deputiesAt !== null && deputiesAt <= now && isDaytime(now);

const reminds = ({ reminded, remindAt }: Ballot, now: Date): boolean => !reminded && remindAt <= now && isDaytime(now);

const isDue = (ballot: Ballot, now: Date): boolean =>
  ballot.endsAt <= now || passes(ballot, now) || reminds(ballot, now);

/**
 * Does what is due for a vote: ends it when its time is over, passes the seats of the silent to deputies, or reminds once who has not answered. Nothing where it
 * is over or done already, so that it may run again.
 */
export async function tendBallot(
  tx: Tx,
  { id, groupId }: Pick<Ballot, "id" | "groupId">,
  now: Date,
): Promise<Notice[]> {
  const head = await lockHead(tx, groupId);
  const ballot = await getBallot(tx, id);
  if (ballot.state !== "open" || !isDue(ballot, now)) return [];
  const group = await getGroup(tx, groupId);
  const request = await getLoanRequest(tx, ballot.subject);
  if (ballot.endsAt <= now) return (await concludeByTime(tx, { ballot, request, group, head }, now)).notices;
  if (passes(ballot, now)) return passOn(tx, group, { ballot, request });
  await saveBallot(tx, { ...ballot, reminded: true, version: ballot.version + 1 });
  return askVoters(tx, group, { ballot, request }, "ballot.reminder");
}

async function passOn(
  tx: Tx,
  group: Group,
  { ballot, request }: { ballot: Ballot; request: LoanRequest },
): Promise<Notice[]> {
  const borrower = await findMember(tx, request.memberId);
  if (!borrower) throw new Error("a request has its borrower");
  const able = await seatsOfCommittees(tx, group, ballot.policy.deputies);
  const free = withoutConflicts(able, conflictsOf(request, borrower), borrower.household).seats;
  const passed = { ...passSeats(ballot, free), reminded: true };
  await saveBallot(tx, passed);
  const fresh = silentSeats(passed).filter(({ insteadOf }) => insteadOf !== null);
  return askVoters(tx, group, { ballot: passed, request }, "ballot.request", fresh);
}
