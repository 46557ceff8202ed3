import { passSeats, silentSeats, type Ballot } from "../../../domain/approvals/ballot";
import type { MatterTold } from "../../../domain/approvals/ballot-view";
import { localTimeOf } from "../../../domain/dates";
import type { Notice } from "../../../domain/notice";
import { findBallotsDue, getBallot, saveBallot } from "../../../storage/ballots";
import { getGroup } from "../../../storage/groups";
import { lockHead } from "../../../storage/ledger-heads";
import type { Tx } from "../../../storage/tx";
import { askVoters } from "./ask-voters";
import { concludeByTime } from "./conclude";
import { matterOf, type AtVote, type Matters } from "./matter";
import { seatsFor } from "./seats";

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
export async function tendBallot<Told extends MatterTold>(
  tx: Tx,
  matters: Matters<Told>,
  { id, groupId }: Pick<Ballot, "id" | "groupId">,
  now: Date,
): Promise<Notice[]> {
  const head = await lockHead(tx, groupId);
  const ballot = await getBallot(tx, id);
  if (ballot.state !== "open" || !isDue(ballot, now)) return [];
  const group = await getGroup(tx, groupId);
  const matter = matterOf(matters, ballot.kind);
  const at = { matter, ballot, group, subject: await matter.read(tx, ballot.subject) };
  if (ballot.endsAt <= now) return (await concludeByTime(tx, { ...at, head }, now)).notices;
  if (passes(ballot, now)) return passOn(tx, at);
  await saveBallot(tx, { ...ballot, reminded: true, version: ballot.version + 1 });
  return askVoters(tx, at, "ballot.reminder");
}

async function passOn<Told extends MatterTold>(tx: Tx, at: AtVote<Told>): Promise<Notice[]> {
  const { seats: free } = await seatsFor(tx, at, at.ballot.policy.deputies);
  const passed = { ...passSeats(at.ballot, free), reminded: true };
  await saveBallot(tx, passed);
  const fresh = silentSeats(passed).filter(({ insteadOf }) => insteadOf !== null);
  return askVoters(tx, { ...at, ballot: passed }, "ballot.request", fresh);
}
