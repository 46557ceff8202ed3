import { answerQuestion, askWho } from "../../../domain/approvals/ballot";
import { DomainError } from "../../../domain/errors";
import type { LoanQuestionView } from "../../../domain/loans/requests/ballot-view";
import { memberName } from "../../../domain/people";
import type { Done } from "../../../domain/notice";
import { getBallot, saveBallot } from "../../../storage/ballots";
import { getGroup } from "../../../storage/groups";
import { lockHead } from "../../../storage/ledger-heads";
import { getLoanRequest } from "../../../storage/loan-requests";
import { findMembers } from "../../../storage/members";
import type { Tx } from "../../../storage/tx";
import { formerOfficerName } from "../../people/officers";
import { requirePassbook, type Actor } from "../../people/actor";
import { findBorrowers } from "../requests/borrowers";
import { tell, toBorrower } from "../requests/readers";
import { beginVote, requireSeat } from "./vote";

/** A member of the committee asks the borrower something; all who vote see the answer. Throws `ballot.no-seat`, `ballot.conflict`, `card.outdated` where the vote is over. */
export async function askBorrower(
  tx: Tx,
  actor: Actor,
  { ballotId, questionId, text, now }: { ballotId: string; questionId: string; text: string; now: Date },
): Promise<Done<{ requestNo: string }>> {
  const { ballot, request, group, member } = await beginVote(tx, actor, ballotId, now);
  requireSeat({ ballot, group, member });
  if (ballot.state !== "open") throw new DomainError("card.outdated", { why: "changed" });
  await saveBallot(tx, askWho(ballot, { id: questionId, by: member.id, text, at: now }));
  const [borrower] = await findMembers(tx, [request.memberId]);
  if (!borrower) throw new Error("a request has its borrower");
  const { requestNo } = request;
  const by = formerOfficerName(group, member);
  const view: LoanQuestionView = { requestNo, member: memberName(borrower), by, text, answer: null };
  const answerIt = { name: "ballot.answer", payload: { ballotId, questionId } };
  const asked = tell(toBorrower(borrower), "loan.question", view, { answerIt });
  return { result: { requestNo }, notices: asked.map((notice) => ({ ...notice, approvalId: ballotId })) };
}

/** The question as the borrower's phone may answer it. Throws `card.foreign` for any other phone, `card.outdated` where the vote is over or it was answered. */
export async function readQuestion(
  tx: Tx,
  actor: Actor,
  { ballotId, questionId }: { ballotId: string; questionId: string },
): Promise<{ requestNo: string; question: string }> {
  const ballot = await getBallot(tx, ballotId);
  const request = await getLoanRequest(tx, ballot.subject);
  // Who signs for an occupational group opens no passbook of it.
  const signs = (await findBorrowers(tx, actor)).some(({ member }) => member.id === request.memberId);
  if (!signs) await requirePassbook(tx, actor, request.memberId);
  const question = ballot.questions.find(({ id }) => id === questionId);
  if (!question || question.answer !== null || ballot.state !== "open")
    throw new DomainError("card.outdated", { why: "changed" });
  return { requestNo: request.requestNo, question: question.text };
}

/** The borrower's answer, which everybody with a seat hears. Throws as readQuestion. */
export async function answerCommittee(
  tx: Tx,
  actor: Actor,
  { ballotId, questionId, answer, now }: { ballotId: string; questionId: string; answer: string; now: Date },
): Promise<Done<{ requestNo: string }>> {
  const { groupId } = await getBallot(tx, ballotId);
  await lockHead(tx, groupId);
  const { requestNo, question } = await readQuestion(tx, actor, { ballotId, questionId });
  const ballot = await getBallot(tx, ballotId);
  await saveBallot(tx, answerQuestion(ballot, questionId, { answer, at: now }));
  const group = await getGroup(tx, groupId);
  const request = await getLoanRequest(tx, ballot.subject);
  const asker = ballot.questions.find(({ id }) => id === questionId)?.by ?? request.memberId;
  const members = await findMembers(tx, [request.memberId, asker]);
  const find = (id: string) => {
    const member = members.find((one) => one.id === id);
    if (!member) throw new Error("members stay in the register");
    return member;
  };
  const by = formerOfficerName(group, find(asker));
  const view: LoanQuestionView = { requestNo, member: memberName(find(request.memberId)), by, text: question, answer };
  return {
    result: { requestNo },
    notices: ballot.seats.map(({ memberId }) => ({ to: { memberId }, kind: "loan.answer", view })),
  };
}
