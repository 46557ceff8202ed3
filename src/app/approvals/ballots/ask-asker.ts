import { answerQuestion, askWho, type Ballot, type BallotQuestion } from "../../../domain/approvals/ballot";
import type { BallotQuestionView, MatterTold } from "../../../domain/approvals/ballot-view";
import { DomainError } from "../../../domain/errors";
import type { Group } from "../../../domain/groups/group";
import type { Member } from "../../../domain/members/member";
import type { Done, Notice } from "../../../domain/notice";
import { memberName } from "../../../domain/people";
import { getBallot, saveBallot } from "../../../storage/ballots";
import { getGroup } from "../../../storage/groups";
import { lockHead } from "../../../storage/ledger-heads";
import { findMembers } from "../../../storage/members";
import type { Tx } from "../../../storage/tx";
import { formerOfficerName } from "../../people/officers";
import type { Actor } from "../../people/actor";
import { matterOf, type AnyMatter, type Matters } from "./matter";
import { beginVote, requireSeat } from "./vote";

/** What a question is about, as who asks or answers is told: the matter's kind, and how people name it. */
export type Asked<Told extends MatterTold> = Pick<BallotQuestionView<Told["kind"]>, "kind" | "label">;

/** A member of the committee asks who put the matter something; all who vote see the answer. Throws `ballot.no-seat`, `ballot.conflict`, `card.outdated` where the vote is over. */
export async function askAsker<Told extends MatterTold>(
  tx: Tx,
  actor: Actor,
  matters: Matters<Told>,
  { ballotId, questionId, text, now }: { ballotId: string; questionId: string; text: string; now: Date },
): Promise<Done<Asked<Told>>> {
  const { ballot, matter, subject, group, member } = await beginVote(tx, actor, matters, { ballotId, now });
  requireSeat({ ballot, group, member });
  if (ballot.state !== "open") throw new DomainError("card.outdated", { why: "changed" });
  await saveBallot(tx, askWho(ballot, { id: questionId, by: member.id, text, at: now }));
  const [asker] = await findMembers(tx, [matter.askerOf(subject)]);
  if (!asker) throw new Error("members stay in the register");
  const view = viewOf(group, matter, subject, { asker, by: member, text, answer: null });
  const buttons = { answerIt: { name: "ballot.answer", payload: { ballotId, questionId } } };
  const notices = matter
    .hearersOf(asker)
    .map((to): Notice => ({ to, kind: "ballot.question", view, buttons, approvalId: ballotId }));
  return { result: { kind: view.kind, label: view.label }, notices };
}

function viewOf<Told extends MatterTold>(
  group: Group,
  matter: AnyMatter<Told>,
  subject: unknown,
  { asker, by, text, answer }: { asker: Member; by: Member; text: string; answer: string | null },
): BallotQuestionView<Told["kind"]> {
  const label = matter.labelOf(subject);
  return { kind: matter.kind, label, member: memberName(asker), by: formerOfficerName(group, by), text, answer };
}

/** The question as the phone of who put the matter may answer it. Throws `card.foreign` for any other phone, `card.outdated` where the vote is over or it was answered. */
export async function readQuestion<Told extends MatterTold>(
  tx: Tx,
  actor: Actor,
  matters: Matters<Told>,
  { ballotId, questionId }: { ballotId: string; questionId: string },
): Promise<Asked<Told> & { question: string }> {
  const { matter, subject, question } = await openQuestion(tx, actor, matters, { ballotId, questionId });
  return { kind: matter.kind, label: matter.labelOf(subject), question: question.text };
}

async function openQuestion<Told extends MatterTold>(
  tx: Tx,
  actor: Actor,
  matters: Matters<Told>,
  { ballotId, questionId }: { ballotId: string; questionId: string },
): Promise<{ matter: AnyMatter<Told>; subject: unknown; ballot: Ballot; question: BallotQuestion }> {
  const ballot = await getBallot(tx, ballotId);
  const matter = matterOf(matters, ballot.kind);
  const subject = await matter.read(tx, ballot.subject);
  await matter.requireAsker(tx, actor, subject);
  const question = ballot.questions.find(({ id }) => id === questionId);
  if (!question || question.answer !== null || ballot.state !== "open")
    throw new DomainError("card.outdated", { why: "changed" });
  return { matter, subject, ballot, question };
}

/** The answer of who put the matter, which everybody with a seat hears. Throws as readQuestion. */
export async function answerCommittee<Told extends MatterTold>(
  tx: Tx,
  actor: Actor,
  matters: Matters<Told>,
  { ballotId, questionId, answer, now }: { ballotId: string; questionId: string; answer: string; now: Date },
): Promise<Done<Asked<Told>>> {
  const { groupId } = await getBallot(tx, ballotId);
  await lockHead(tx, groupId);
  const { matter, subject, ballot, question } = await openQuestion(tx, actor, matters, { ballotId, questionId });
  await saveBallot(tx, answerQuestion(ballot, questionId, { answer, at: now }));
  const group = await getGroup(tx, groupId);
  const members = await findMembers(tx, [matter.askerOf(subject), question.by]);
  const [asker, by] = [matter.askerOf(subject), question.by].map((id) => members.find((one) => one.id === id));
  if (!asker || !by) throw new Error("members stay in the register");
  const view = viewOf(group, matter, subject, { asker, by, text: question.text, answer });
  const notices = ballot.seats.map(({ memberId }): Notice => ({ to: { memberId }, kind: "ballot.answer", view }));
  return { result: { kind: view.kind, label: view.label }, notices };
}
