import { decide, mayDecide, type Approval } from "../../domain/approvals/two-officers";
import { localDateOf } from "../../domain/dates";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import type { ActionId } from "../../domain/ids";
import type { LedgerHead } from "../../domain/ledger/head";
import type { Member } from "../../domain/members/member";
import type { Done, Notice } from "../../domain/notice";
import type { RuleProposal } from "../../domain/rules/proposal";
import { rulesRecord, versionKey } from "../../domain/rules/seal-version";
import { findOpenApproval, getApproval } from "../../storage/approvals";
import { getGroup } from "../../storage/groups";
import { addRuleVersion, findRuleVersions } from "../../storage/rule-books";
import { endRuleProposal, getRuleProposal } from "../../storage/rule-proposals";
import type { Tx } from "../../storage/tx";
import { postRecord } from "../ledger/post-record";
import { closeApproval } from "../approvals/close-approval";
import { beginDecision, decisionView, putToSecond, type DecisionView } from "../approvals/decision";
import { askSeconds, secondOfficersFor } from "../approvals/second-officers";
import { authorize, entryActor, type Actor, type HeldOffice } from "../people/actor";
import { proposalView, type ProposalView } from "./proposals";

/** A proposal that was put to a second officer, as its cards show it. */
export type RuleDecisionView = ProposalView & DecisionView;

interface OfficersProposal {
  proposal: RuleProposal;
  group: Group;
  seat: HeldOffice;
}

async function officersProposal(tx: Tx, actor: Actor, proposalId: string, now: Date): Promise<OfficersProposal> {
  const proposal = await getRuleProposal(tx, proposalId);
  const group = await getGroup(tx, proposal.groupId);
  return { proposal, group, seat: authorize(actor, group.id, "decide-rules", now, group.name.th) };
}

/** A proposal whatever became of it, for an officer who decides on rules: to be read. Throws `role.missing`. */
export async function readProposal(tx: Tx, actor: Actor, proposalId: string, now: Date): Promise<ProposalView> {
  const { proposal, group } = await officersProposal(tx, actor, proposalId, now);
  return proposalView(tx, group, proposal);
}

/** How an open proposal stands for an officer: hers to put to a second, hers to answer, or waiting for others. */
export type ProposalTurn =
  { turn: "propose"; view: ProposalView } | { turn: "answer" | "wait"; view: RuleDecisionView };

/** An open proposal as it stands for an officer. Throws `role.missing`, and `card.outdated` once it is open no more. */
export async function getProposalTurn(tx: Tx, actor: Actor, proposalId: string, now: Date): Promise<ProposalTurn> {
  const { proposal, group, seat } = await officersProposal(tx, actor, proposalId, now);
  refuseEnded(proposal);
  const asked = await findOpenApproval(tx, "rules", proposal.id);
  if (!asked) return { turn: "propose", view: await proposalView(tx, group, proposal) };
  const seconds = await secondOfficersFor(tx, group, asked, "decide-rules", now);
  const view = await viewOf(tx, group, asked, proposal, seconds);
  return { turn: mayDecide(asked, entryActor(seat)) ? "answer" : "wait", view };
}

/** A proposal that an officer is about to put to a second one. Throws `role.missing`, `card.outdated`, `rules.day-passed`. */
export async function getProposable(tx: Tx, actor: Actor, proposalId: string, now: Date): Promise<ProposalView> {
  const { proposal, group } = await officersProposal(tx, actor, proposalId, now);
  refuseEnded(proposal);
  refusePast(proposal, now);
  return proposalView(tx, group, proposal);
}

/**
 * Puts a proposal to a second officer. Nothing changes yet; where it was put to one already, that request is shown. Throws
 * `role.missing`, `card.outdated`, `rules.day-passed`, `second-person.missing`.
 */
export async function requestRules(
  tx: Tx,
  actor: Actor,
  input: { operationId: ActionId; proposalId: string; now: Date },
): Promise<Done<RuleDecisionView>> {
  const { operationId, proposalId, now } = input;
  const { proposal, group, seat } = await officersProposal(tx, actor, proposalId, now);
  refuseEnded(proposal);
  refusePast(proposal, now);
  const { approval, seconds, isNew } = await putToSecond(tx, {
    group,
    seat,
    kind: "rules",
    subject: proposal.id,
    payload: { version: proposal.version.number },
    excluded: [],
    operationId,
    now,
  });
  const view = await viewOf(tx, group, approval, proposal, seconds);
  if (!isNew) return { result: view, notices: [] };
  const read = { name: "rules.changes", payload: { proposalId: proposal.id, from: 0 } };
  const asks = askSeconds(seconds, approval, view);
  return { result: view, notices: asks.map((ask) => ({ ...ask, buttons: { ...ask.buttons, read } })) };
}

/**
 * The second officer's word. Approved: the proposal is the group's next version, and its hash stands in the group's chain. A request
 * that was decided already is shown as decided and changes nothing. Throws `role.missing`, `second-person.same`, `card.outdated`,
 * `rules.day-passed`.
 */
export async function decideRules(
  tx: Tx,
  actor: Actor,
  input: { approvalId: string; verdict: "approved" | "rejected"; now: Date },
): Promise<Done<RuleDecisionView>> {
  const { now } = input;
  const { asked, head, group, seat } = await beginDecision(tx, actor, input.approvalId, now);
  const proposal = await getRuleProposal(tx, asked.subject);
  if (asked.state !== "open") return { result: await viewOf(tx, group, asked, proposal), notices: [] };
  const decided = decide(asked, entryActor(seat), input.verdict, now);
  if (decided.state === "approved") await adopt(tx, head, proposal, decided);
  else await endRuleProposal(tx, proposal.id, "rejected", now);
  await closeApproval(tx, decided);
  const view = await viewOf(tx, group, decided, proposal);
  const { memberId } = decided.requestedBy;
  const notices: Notice[] = memberId ? [{ to: { memberId }, kind: "rules.decided", view }] : [];
  return { result: view, notices };
}

async function adopt(tx: Tx, head: LedgerHead, proposal: RuleProposal, decided: Approval): Promise<void> {
  const { id, groupId, version } = proposal;
  const { requestedBy: actor, decidedBy, decidedAt } = decided;
  if (!decidedBy || !decidedAt) throw new Error("a decision was made by somebody");
  refuseEnded(proposal);
  refusePast(proposal, decidedAt);
  const latest = (await findRuleVersions(tx, groupId)).at(-1);
  if ((latest?.number ?? 0) + 1 !== version.number) throw new DomainError("card.outdated", { why: "changed" });
  await addRuleVersion(tx, groupId, version);
  await postRecord(tx, head, {
    kind: "rules.adopted",
    key: versionKey(groupId, version.number),
    now: decidedAt,
    actor,
    secondedBy: decidedBy,
    record: rulesRecord(version),
  });
  await endRuleProposal(tx, id, "adopted", decidedAt);
}

/** A request as its second officer sees it, again. */
export async function getRulesRequest(tx: Tx, approvalId: string): Promise<RuleDecisionView> {
  const approval = await getApproval(tx, approvalId);
  const group = await getGroup(tx, approval.groupId);
  return viewOf(tx, group, approval, await getRuleProposal(tx, approval.subject));
}

function refuseEnded({ state }: RuleProposal): void {
  if (state !== "open") throw new DomainError("card.outdated", { why: state === "withdrawn" ? "replaced" : "changed" });
}

/** Rules never hold for the past. */
function refusePast({ version: { effectiveFrom } }: RuleProposal, now: Date): void {
  if (effectiveFrom < localDateOf(now)) throw new DomainError("rules.day-passed", { on: effectiveFrom });
}

async function viewOf(
  tx: Tx,
  group: Group,
  approval: Approval,
  proposal: RuleProposal,
  seconds: readonly Member[] = [],
): Promise<RuleDecisionView> {
  return { ...(await proposalView(tx, group, proposal)), ...(await decisionView(tx, group, approval, seconds)) };
}
