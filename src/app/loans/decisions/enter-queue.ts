import { bandFor } from "../../../domain/approvals/policy";
import { localDateOf } from "../../../domain/dates";
import type { Group } from "../../../domain/groups/group";
import type { LedgerHead } from "../../../domain/ledger/head";
import { moveTo, type LoanRequest } from "../../../domain/loans/requests/request";
import type { Done } from "../../../domain/notice";
import { saveLoanRequest } from "../../../storage/loan-requests";
import { findLiveSittings } from "../../../storage/sittings";
import type { Tx } from "../../../storage/tx";
import { askVoters } from "../../approvals/ballots/ask-voters";
import { openVote } from "../../approvals/ballots/open-vote";
import { rulesInForce } from "../../rules/rules-in-force";
import { loanMatter } from "./matter";

/**
 * Puts a request whose guarantors all stand before its committee: it votes in chat where the rules let it between meetings and enough of it may vote,
 * deputies filling the seats that are missing; else, and where it lies on a meeting's table, the request waits for the meeting. The head is locked; the request is saved. The policy is that of
 * the rules in force now.
 */
export async function enterQueue(
  tx: Tx,
  { group, request, now }: { group: Group; head: LedgerHead; request: LoanRequest; now: Date },
): Promise<Done<LoanRequest>> {
  const rules = await rulesInForce(tx, group, localDateOf(now));
  const policy = rules.values["loan-decisions"];
  const band = bandFor(policy, request.amount);
  if (!band.betweenMeetings || (await isOnTable(tx, request))) return waits(tx, request, now);
  const id = `${request.id}:${request.version}`;
  const put = { id, subject: request, subjectId: request.id, group, policy, band, now };
  const ballot = await openVote(tx, loanMatter, put);
  if (!ballot) return waits(tx, request, now);
  const voting = moveTo(request, "voting", now);
  await saveLoanRequest(tx, voting);
  const at = { matter: loanMatter, ballot, subject: voting, group };
  return { result: voting, notices: await askVoters(tx, at, "ballot.request") };
}

/** Whether a meeting has it on its table: one of both decides, never both. */
async function isOnTable(tx: Tx, { id, groupId }: LoanRequest): Promise<boolean> {
  const live = await findLiveSittings(tx, [groupId]);
  return live.some(({ rows }) => rows.some(({ requestId }) => requestId === id));
}

async function waits(tx: Tx, request: LoanRequest, now: Date): Promise<Done<LoanRequest>> {
  const waiting = moveTo(request, "waiting", now);
  await saveLoanRequest(tx, waiting);
  return { result: waiting, notices: [] };
}
