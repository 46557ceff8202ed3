import { canDecide, fillSeats, openBallot } from "../../../domain/approvals/ballot";
import { bandFor } from "../../../domain/approvals/policy";
import type { Group } from "../../../domain/groups/group";
import type { LedgerHead } from "../../../domain/ledger/head";
import { moveTo, type LoanRequest } from "../../../domain/loans/requests/request";
import type { Done } from "../../../domain/notice";
import { insertBallot } from "../../../storage/ballots";
import { saveLoanRequest } from "../../../storage/loan-requests";
import { findMember } from "../../../storage/members";
import type { Tx } from "../../../storage/tx";
import { seatsOfCommittees, withoutConflicts } from "../../approvals/committee-seats";
import { rulesInForce } from "../../rules/rules-in-force";
import { localDateOf } from "../../../domain/dates";
import { askVoters } from "./ask-voters";
import { conflictsOf } from "./conflicts";

/**
 * Puts a request whose guarantors all stand before its committee: it votes in chat where the rules let it between meetings and enough of it may vote,
 * deputies filling the seats that are missing; else the request waits for the next meeting. The head is locked; the request is saved. The policy is that of
 * the rules in force now.
 */
export async function enterQueue(
  tx: Tx,
  { group, request, now }: { group: Group; head: LedgerHead; request: LoanRequest; now: Date },
): Promise<Done<LoanRequest>> {
  const rules = await rulesInForce(tx, group, localDateOf(now));
  const policy = rules.values["loan-decisions"];
  const band = bandFor(policy, request.amount);
  const borrower = await findMember(tx, request.memberId);
  if (!borrower) throw new Error("a request has its borrower");
  if (!band.betweenMeetings) return waits(tx, request, now);
  const conflicts = conflictsOf(request, borrower);
  const own = withoutConflicts(await seatsOfCommittees(tx, group, band.committees), conflicts, borrower.household);
  const deputies = withoutConflicts(
    await seatsOfCommittees(tx, group, policy.deputies),
    conflicts,
    borrower.household,
  ).seats;
  const id = `${request.id}:${request.version}`;
  const facts = { id, kind: "loan" as const, groupId: group.id, subject: request.id, ...own };
  const ballot = fillSeats(openBallot(facts, { policy, band, now }), deputies);
  if (!canDecide(ballot)) return waits(tx, request, now);
  const voting = moveTo(request, "voting", now);
  await saveLoanRequest(tx, voting);
  await insertBallot(tx, ballot);
  return { result: voting, notices: await askVoters(tx, group, { ballot, request: voting }, "ballot.request") };
}

async function waits(tx: Tx, request: LoanRequest, now: Date): Promise<Done<LoanRequest>> {
  const waiting = moveTo(request, "waiting", now);
  await saveLoanRequest(tx, waiting);
  return { result: waiting, notices: [] };
}
