import { endBallot, outcomeOf, type Ballot, type Outcome } from "../../../domain/approvals/ballot";
import { voicesOf, type DecidedItem } from "../../../domain/approvals/committee-resolution";
import { localDateOf } from "../../../domain/dates";
import type { Group } from "../../../domain/groups/group";
import type { LedgerHead } from "../../../domain/ledger/head";
import { grant, putOff, reject } from "../../../domain/loans/requests/grant";
import { moveTo, type LoanRequest } from "../../../domain/loans/requests/request";
import { zero } from "../../../domain/money";
import type { Done, Notice } from "../../../domain/notice";
import { saveBallot } from "../../../storage/ballots";
import { saveLoanRequest } from "../../../storage/loan-requests";
import { dropAsked } from "../../../storage/outbox";
import type { Tx } from "../../../storage/tx";
import { nextResolutionNo, recordResolution } from "../../approvals/record-resolution";
import { rulesInForce } from "../../rules/rules-in-force";
import { lendableOf } from "../lendable";
import { loanBallotView } from "./ballot-view";
import { tellDecided } from "./tell-borrower";

interface Concluding {
  ballot: Ballot;
  request: LoanRequest;
  group: Group;
  head: LedgerHead;
}

/**
 * Ends a vote on a request: by a numbered resolution that grants or refuses it, or, undecided, by leaving it to the next meeting. What there is no money for is
 * put off, and the resolution says so. The head is locked. Borrower and committee hear.
 */
export async function concludeBallot(
  tx: Tx,
  { ballot, request, group, head }: Concluding,
  outcome: Exclude<Outcome, "open">,
  now: Date,
): Promise<Done<{ ballot: Ballot; request: LoanRequest }>> {
  const { ballot: ended, request: moved } =
    outcome === "undecided"
      ? {
          ballot: endBallot(ballot, outcome, { at: now, resolutionNo: null }),
          request: moveTo(request, "waiting", now),
        }
      : await resolve(tx, { ballot, request, group, head }, outcome, now);
  await saveBallot(tx, ended);
  await saveLoanRequest(tx, moved);
  await dropAsked(tx, ballot.id);
  const notices = await tellEnd(tx, group, { ballot: ended, request: moved });
  return { result: { ballot: ended, request: moved }, notices };
}

/** Ends a vote whose time is over by what was cast until then. */
export async function concludeByTime(
  tx: Tx,
  open: Concluding,
  now: Date,
): Promise<Done<{ ballot: Ballot; request: LoanRequest }>> {
  const outcome = outcomeOf(open.ballot, true);
  if (outcome === "open") throw new Error("a vote whose time is over is not open");
  return concludeBallot(tx, open, outcome, now);
}

async function resolve(
  tx: Tx,
  { ballot, request, group, head }: Concluding,
  outcome: "approved" | "rejected",
  now: Date,
): Promise<{ ballot: Ballot; request: LoanRequest }> {
  const rules = await rulesInForce(tx, group, localDateOf(now));
  const number = await nextResolutionNo(tx, group.id, now);
  const { resolutionNo } = number;
  const isThere = outcome === "approved" && request.amount <= (await lendableOf(tx, group.id, rules)).free;
  const reason = outcome === "approved" ? null : reasonsAgainst(ballot);
  const moved =
    outcome === "rejected"
      ? reject(request, { resolutionNo, decidedAt: now, reason })
      : isThere
        ? grant(
            request,
            { resolutionNo, decidedAt: now, granted: request.amount, reason: null },
            rules.values["loan-limits"],
          )
        : putOff(request, { resolutionNo, decidedAt: now, reason: null });
  const item: DecidedItem = {
    kind: "loan",
    subject: request.id,
    label: request.requestNo,
    outcome: outcome === "rejected" ? "rejected" : isThere ? "granted" : "put-off",
    granted: isThere ? request.amount : zero,
    reason: reason ?? (outcome === "approved" && !isThere ? "no-money" : null),
  };
  const positionOf = (id: string): string => ballot.seats.find(({ memberId }) => memberId === id)?.position ?? "";
  const last = [...ballot.votes].sort((a, b) => b.at.getTime() - a.at.getTime())[0];
  await recordResolution(tx, head, {
    ...number,
    how: "chat",
    decidedAt: now,
    items: [item],
    voices: voicesOf(ballot.votes, positionOf),
    excluded: ballot.excluded,
    // What the end of its time decided was no one person's last word.
    actor:
      last && now < ballot.endsAt
        ? { personId: last.personId, memberId: last.memberId, position: positionOf(last.memberId) }
        : { personId: null, memberId: null, position: "job" },
  });
  return { ballot: endBallot(ballot, outcome, { at: now, resolutionNo }), request: moved };
}

/** What the borrower reads of those who were against: their reasons, without their names. */
function reasonsAgainst({ votes }: Ballot): string | null {
  const reasons = votes.flatMap(({ choice, reason }) => (choice === "against" && reason ? [reason] : []));
  return reasons.length === 0 ? null : [...new Set(reasons)].join(" · ").slice(0, 200);
}

/** The borrower hears what was decided, and everybody with a seat how the vote ended. */
async function tellEnd(
  tx: Tx,
  group: Group,
  { ballot, request }: Pick<Concluding, "ballot" | "request">,
): Promise<Notice[]> {
  const view = await loanBallotView(tx, group, { ballot, request });
  return [
    ...(await tellDecided(tx, group, request)),
    ...ballot.seats.map(({ memberId }): Notice => ({ to: { memberId }, kind: "ballot.decided", view })),
  ];
}
