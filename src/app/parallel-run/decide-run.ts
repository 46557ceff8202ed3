import { decide, replace, type Approval } from "../../domain/approvals/two-officers";
import { localDateOf, type LocalDate } from "../../domain/dates";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import type { Power } from "../../domain/groups/offices";
import type { ActionId } from "../../domain/ids";
import type { LedgerHead } from "../../domain/ledger/head";
import type { EntryKind } from "../../domain/ledger/journal-entry";
import type { Member } from "../../domain/members/member";
import type { Done, Notice } from "../../domain/notice";
import { requireReady, gapsText, usualClosings, type ParallelRun } from "../../domain/parallel-run/parallel-run";
import type { PassbookGap } from "../../domain/reports/views";
import { findOpenApproval, getApproval } from "../../storage/approvals";
import { getGroup } from "../../storage/groups";
import { findClosings, findParallelRun, saveParallelRun } from "../../storage/parallel-runs";
import type { Tx } from "../../storage/tx";
import { postRecord } from "../ledger/post-record";
import { closeApproval } from "../approvals/close-approval";
import { beginDecision, decisionView, putToSecond, type DecisionView } from "../approvals/decision";
import { askSeconds } from "../approvals/second-officers";
import { authorize, entryActor, type Actor } from "../people/actor";
import { officersToTell } from "../people/officers";
import { getOpenRun, named } from "./paper-differences";

/** The two turns of a group's months beside paper. */
export type Turn = "parallel-run" | "go-live";

/** What is asked: to begin with paper beside us for so many closings, or to go live after so many of them. */
export interface TurnPlan {
  group: Group;
  closings: number;
  /** Working days that were closed since it began; 0 before. */
  closed: number;
  /** Those days. */
  days: LocalDate[];
  /** Passbooks that differ, each explained. */
  explained: number;
  /** Each of them as it stands now. */
  differences: PassbookGap[];
}

/** The same with who asked, who answered, and for whom it waits. */
export type TurnView = TurnPlan & DecisionView;

/** Which group, and for how many closings where it begins. */
export interface TurnAsked {
  turn: Turn;
  group: Group;
  closings: number;
  now: Date;
}

/** Who may ask for each turn; who signs it stands in `secondPowers`. */
const askers: Record<Turn, Power> = { "parallel-run": "decide-rules", "go-live": "put-go-live" };

/**
 * Looks whether a turn may be asked for. Throws `role.missing`, `parallel.already` where it runs or is over; for going live `parallel.none`,
 * `parallel.too-early`, `parallel.differences`.
 */
export async function previewTurn(tx: Tx, actor: Actor, asked: TurnAsked): Promise<TurnPlan> {
  const { turn, group, now } = asked;
  authorize(actor, group.id, askers[turn], now, group.name.th);
  return examine(tx, asked);
}

/** A turn that may be asked for; `seen`: which passbooks differ, so that nobody signs others than the card told of. */
async function examine(
  tx: Tx,
  { turn, group, closings }: Omit<TurnAsked, "now">,
): Promise<TurnPlan & { seen: string }> {
  if (turn === "parallel-run") {
    const before = await findParallelRun(tx, group.id);
    if (before) throw new DomainError("parallel.already", { groupName: group.name.th });
    return { group, closings, closed: 0, days: [], explained: 0, differences: [], seen: "" };
  }
  const run = await getOpenRun(tx, group);
  const days = await findClosings(tx, run);
  requireReady(run, days.length);
  return {
    ...{ group, closings: run.closings, closed: days.length, days, explained: run.differences.length },
    differences: await named(tx, group, run.differences),
    seen: gapsText(run.differences),
  };
}

/** Asks for a turn: a second officer for the beginning, an auditor for going live. Nothing changes yet; what waits of other passbooks gives way. Throws as previewTurn, and `second-person.missing`. */
export async function requestTurn(
  tx: Tx,
  actor: Actor,
  asked: TurnAsked & { operationId: ActionId },
): Promise<Done<TurnView>> {
  const { turn, group, now, operationId } = asked;
  const seat = authorize(actor, group.id, askers[turn], now, group.name.th);
  const { closings, closed, explained, seen } = await examine(tx, asked);
  const before = await findOpenApproval(tx, turn, group.id);
  if (before && seenBy(before) !== seen) await closeApproval(tx, replace(before, now));
  const { approval, seconds, isNew } = await putToSecond(tx, {
    group,
    seat,
    kind: turn,
    subject: group.id,
    payload: { closings, closed, explained, seen },
    excluded: [],
    operationId,
    now,
  });
  const view = await viewOf(tx, group, approval, seconds);
  return { result: view, notices: isNew ? askSeconds(seconds, approval, view) : [] };
}

/**
 * The second person's word on a turn. Approved: it stands in the chain, and officers hear; of going live every member hears by a job. Decided
 * already: shown as decided. Throws `role.missing`, `second-person.same`, and what previewTurn throws.
 */
export async function decideTurn(
  tx: Tx,
  actor: Actor,
  input: { approvalId: string; verdict: "approved" | "rejected"; now: Date },
): Promise<Done<TurnView>> {
  const { now } = input;
  const { asked, head, group, seat } = await beginDecision(tx, actor, input.approvalId, now);
  if (asked.state !== "open") return { result: await viewOf(tx, group, asked), notices: [] };
  const decided = decide(asked, entryActor(seat), input.verdict, now);
  await closeApproval(tx, decided);
  if (decided.state === "approved") await turnOver(tx, group, head, decided, now);
  const view = await viewOf(tx, group, decided);
  const asker = decided.requestedBy.memberId;
  const told = decided.state === "approved" ? officersToTell(group, seat.member.id) : asker ? [asker] : [];
  const kind = `${turnOf(decided)}.decided` as const;
  return { result: view, notices: told.map((memberId): Notice => ({ to: { memberId }, kind, view })) };
}

async function turnOver(tx: Tx, group: Group, head: LedgerHead, decided: Approval, now: Date): Promise<void> {
  const turn = turnOf(decided);
  const { closings, closed, explained, seen } = await examine(tx, { turn, group, closings: closingsOf(decided) });
  if (seen !== seenBy(decided)) throw new DomainError("card.outdated", { why: "changed" });
  const run = await turned(tx, group, turn, closings, now);
  const kind: EntryKind = turn === "go-live" ? "parallel-run.live" : "parallel-run.started";
  await postRecord(tx, head, {
    kind,
    key: decided.id,
    now,
    actor: decided.requestedBy,
    secondedBy: decided.decidedBy,
    record: { on: localDateOf(now), closings, closed, explained, ...(seen === "" ? {} : { differ: seen }) },
  });
  await saveParallelRun(tx, run);
}

async function turned(tx: Tx, group: Group, turn: Turn, closings: number, now: Date): Promise<ParallelRun> {
  if (turn === "go-live") {
    const run = await getOpenRun(tx, group);
    return { ...run, liveAt: now, told: { through: null, all: false } };
  }
  return { groupId: group.id, startedOn: localDateOf(now), startedAt: now, closings, differences: [], liveAt: null };
}

const turnOf = ({ kind }: Approval): Turn => (kind === "go-live" ? "go-live" : "parallel-run");

const seenBy = ({ payload }: Approval): string => String(payload["seen"] ?? "");

const closingsOf = ({ payload }: Approval): number => Number(payload["closings"] ?? usualClosings);

async function viewOf(tx: Tx, group: Group, approval: Approval, seconds: readonly Member[] = []): Promise<TurnView> {
  const { closed, explained } = approval.payload;
  const run = turnOf(approval) === "go-live" ? await findParallelRun(tx, group.id) : null;
  const plan = {
    ...{ group, closings: closingsOf(approval), closed: Number(closed), explained: Number(explained) },
    days: run ? await findClosings(tx, run) : [],
    differences: run ? await named(tx, group, run.differences) : [],
  };
  return { ...plan, ...(await decisionView(tx, group, approval, seconds)) };
}

/** A request as its second person sees it, again. */
export async function getTurnRequest(tx: Tx, approvalId: string): Promise<TurnView> {
  const approval = await getApproval(tx, approvalId);
  return viewOf(tx, await getGroup(tx, approval.groupId), approval);
}
