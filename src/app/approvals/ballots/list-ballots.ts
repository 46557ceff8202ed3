import type { MatterTold } from "../../../domain/approvals/ballot-view";
import type { Group } from "../../../domain/groups/group";
import { isTooNew } from "../../../domain/members/member";
import type { Satang } from "../../../domain/money";
import { memberName, type MemberName } from "../../../domain/people";
import { findOpenBallotsOf } from "../../../storage/ballots";
import { findMember } from "../../../storage/members";
import type { Tx } from "../../../storage/tx";
import type { Actor } from "../../people/actor";
import { matterOf, type Matters } from "./matter";

/** A vote that waits for a person's word: what it is about, who put it, and for how many satang. */
export interface WaitingBallot<Kind extends string> {
  ballotId: string;
  kind: Kind;
  group: Group;
  label: string;
  member: MemberName;
  amount: Satang | null;
}

/** Open votes in which this person has a seat and has not answered, oldest first. */
export async function listBallots<Told extends MatterTold>(
  tx: Tx,
  actor: Actor,
  matters: Matters<Told>,
  now: Date,
): Promise<WaitingBallot<Told["kind"]>[]> {
  const seats = actor.offices.filter(({ member }) => !isTooNew(member.link, now));
  if (seats.length === 0) return [];
  const own = [...new Set(seats.map(({ member }) => member.id))];
  const groups = [...new Set(seats.map(({ group }) => group.id))];
  const waiting: WaitingBallot<Told["kind"]>[] = [];
  for (const { id, kind, groupId, subject: subjectId, votes } of await findOpenBallotsOf(tx, groups, own)) {
    if (votes.some(({ memberId }) => own.includes(memberId))) continue;
    const group = seats.find((seat) => seat.group.id === groupId)?.group;
    const matter = matterOf(matters, kind);
    const subject = await matter.read(tx, subjectId);
    const asker = await findMember(tx, matter.askerOf(subject));
    if (!group || !asker) continue;
    const told = { label: matter.labelOf(subject), member: memberName(asker), amount: matter.amountOf(subject) };
    waiting.push({ ballotId: id, kind: matter.kind, group, ...told });
  }
  return waiting;
}
