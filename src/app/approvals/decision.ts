import { replace, requestApproval, verdictOf, type Approval, type Verdict } from "../../domain/approvals/two-officers";
import type { Group } from "../../domain/groups/group";
import type { ActionId, MemberId } from "../../domain/ids";
import type { LedgerHead } from "../../domain/ledger/head";
import { spouseOf, type Member } from "../../domain/members/member";
import { officerName, type OfficerName } from "../../domain/people";
import { findOpenApproval, getApproval, insertApproval } from "../../storage/approvals";
import { getGroup } from "../../storage/groups";
import { lockHead } from "../../storage/ledger-heads";
import { findMembers } from "../../storage/members";
import type { Tx } from "../../storage/tx";
import { authorize, entryActor, type Actor, type HeldOffice } from "../people/actor";
import { closeApproval } from "./close-approval";
import { namesByPower, secondOfficersFor, secondPowers } from "./second-officers";

/** What the view of every request tells: who asked, who answered, and for whom it waits. */
export interface DecisionView {
  approvalId: string;
  requestedBy: OfficerName | null;
  decidedBy: OfficerName | null;
  decidedAt: Date | null;
  /** Who photographed the paper on which the second officer signed; left out where she pressed a button. */
  photographedBy?: OfficerName;
  verdict: Verdict;
  /** Who may answer as the second officer; empty once decided. */
  waitsFor: OfficerName[];
}

/** A request as its views tell it. Throws `card.outdated` where it ended without an answer. */
export async function decisionView(
  tx: Tx,
  group: Group,
  approval: Approval,
  seconds: readonly Member[] = [],
): Promise<DecisionView> {
  return decisionAmong(group, approval, await findMembers(tx, decidersOf(approval)), seconds);
}

/** The members who asked for it, who answered, and who photographed the paper of the answer. */
export function decidersOf({ requestedBy, decidedBy, paper }: Approval): MemberId[] {
  return [requestedBy.memberId, decidedBy?.memberId, paper?.by?.memberId].filter(
    (id): id is MemberId => id !== null && id !== undefined,
  );
}

/** The same as decisionView, where the members who asked and answered are among those read already. */
export function decisionAmong(
  group: Group,
  approval: Approval,
  officers: readonly Member[],
  seconds: readonly Member[] = [],
): DecisionView {
  const { requestedBy, decidedBy, decidedAt, paper } = approval;
  const third = paper?.by ? officerName(paper.by, officers) : null;
  return {
    approvalId: approval.id,
    requestedBy: officerName(requestedBy, officers),
    decidedBy: decidedBy && officerName(decidedBy, officers),
    decidedAt,
    ...(third ? { photographedBy: third } : {}),
    verdict: verdictOf(approval),
    waitsFor: namesByPower(group, secondPowers[approval.kind], seconds),
  };
}

/** What an officer puts to a second one. */
export interface Question extends Pick<Approval, "kind" | "subject" | "payload" | "excluded"> {
  /** One that waits about the same subject and says something else is outdated: this one takes its place. */
  replaces?: true;
  group: Group;
  seat: HeldOffice;
  operationId: ActionId;
  now: Date;
}

/**
 * Puts a question to a second officer: the request, who may answer, and whether it is new. The spouse of who asks is none: nobody decides on
 * her own or her spouse's request. One that waits already about the same subject is given again, unless it says something else and this one `replaces` it. Throws `second-person.missing`.
 */
export async function putToSecond(
  tx: Tx,
  { group, seat, operationId, now, replaces, ...facts }: Question,
): Promise<{ approval: Approval; seconds: Member[]; isNew: boolean }> {
  const waiting = await findOpenApproval(tx, facts.kind, facts.subject);
  const isOutdated = replaces && waiting && JSON.stringify(waiting.payload) !== JSON.stringify(facts.payload);
  if (isOutdated) await closeApproval(tx, replace(waiting, now));
  const open = isOutdated ? null : waiting;
  const approval =
    open ??
    requestApproval({
      ...facts,
      id: operationId,
      groupId: group.id,
      excluded: [...new Set([...facts.excluded, ...spouseOf(seat.member)])],
      requestedBy: entryActor(seat),
      requestedAt: now,
    });
  const seconds = await secondOfficersFor(tx, group, approval, secondPowers[facts.kind], now);
  if (!open) await insertApproval(tx, approval);
  return { approval, seconds, isNew: open === null };
}

/** A request with all that its second officer's word needs, the group's books locked. */
export interface Deciding {
  asked: Approval;
  head: LedgerHead;
  group: Group;
  seat: HeldOffice;
}

/** Locks the books of a request's group and finds the seat of who answers. Throws `role.missing`, `role.too-new`. */
export async function beginDecision(tx: Tx, actor: Actor, approvalId: string, now: Date): Promise<Deciding> {
  const asked = await getApproval(tx, approvalId);
  const head = await lockHead(tx, asked.groupId);
  const group = await getGroup(tx, asked.groupId);
  const seat = authorize(actor, group.id, secondPowers[asked.kind], now, group.name.th);
  return { asked, head, group, seat };
}
