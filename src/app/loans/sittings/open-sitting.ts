import { localDateOf } from "../../../domain/dates";
import { DomainError } from "../../../domain/errors";
import type { Group } from "../../../domain/groups/group";
import type { ActionId, GroupId } from "../../../domain/ids";
import { moveTo } from "../../../domain/loans/requests/request";
import { moveSitting, rowOf, type Sitting } from "../../../domain/loans/sitting";
import type { Satang } from "../../../domain/money";
import { lockHead } from "../../../storage/ledger-heads";
import { findLoanRequests, saveLoanRequest } from "../../../storage/loan-requests";
import { dropAsked } from "../../../storage/outbox";
import { findLiveSittings, getSitting, insertSitting, saveSitting } from "../../../storage/sittings";
import type { SittingView } from "../../../domain/loans/sitting-view";
import type { Tx } from "../../../storage/tx";
import { stopVote } from "../../approvals/ballots/stop-vote";
import { authorize, entryActor, type Actor } from "../../people/actor";
import { rulesInForce } from "../../rules/rules-in-force";
import { lendableOf } from "../lendable";
import { queueOf } from "../requests/queue";
import { sittingView } from "./sitting-view";

/** What a group may lend now, in satang. */
export async function freeToLend(tx: Tx, group: Group, now: Date): Promise<Satang> {
  return (await lendableOf(tx, group.id, await rulesInForce(tx, group, localDateOf(now)))).free;
}

/** The sitting of a group that is not over; null where there is none. */
export async function liveSitting(tx: Tx, groupId: GroupId): Promise<Sitting | null> {
  return (await findLiveSittings(tx, [groupId]))[0] ?? null;
}

/**
 * Opens a meeting on loans, or shows the one that is open: every request that waits comes on its table in the rule's order, those that are voted on in chat among
 * them, whose vote ends with that. Throws `role.missing`, `sitting.nothing` where no request waits.
 */
export async function openSitting(
  tx: Tx,
  actor: Actor,
  { group, operationId, now }: { group: Group; operationId: ActionId; now: Date },
): Promise<SittingView> {
  const seat = authorize(actor, group.id, "hold-sitting", now, group.name.th);
  await lockHead(tx, group.id);
  const live = await liveSitting(tx, group.id);
  if (live) return sittingView(tx, group, live, await freeToLend(tx, group, now));
  await takeOffChat(tx, group, now);
  const rules = await rulesInForce(tx, group, localDateOf(now));
  const queue = await queueOf(tx, group.id, rules.values["loan-limits"].queue);
  if (queue.length === 0) throw new DomainError("sitting.nothing", { groupName: group.name.th });
  const sitting: Sitting = {
    id: operationId,
    groupId: group.id,
    openedBy: entryActor(seat),
    openedAt: now,
    rows: queue.map(rowOf),
    state: "open",
    confirmations: [],
    resolutionNo: null,
    endedAt: null,
    version: 1,
  };
  await insertSitting(tx, sitting);
  return sittingView(tx, group, sitting, await freeToLend(tx, group, now));
}

/** Requests that are voted on in chat come to the meeting: one of both decides, never both. */
async function takeOffChat(tx: Tx, group: Group, now: Date): Promise<void> {
  for (const request of await findLoanRequests(tx, group.id, ["voting"])) {
    await stopVote(tx, "loan", request.id, now);
    await saveLoanRequest(tx, moveTo(request, "waiting", now));
  }
}

/** What waits for a meeting, in the rule's order, before it is opened. Throws `role.missing`. */
export async function previewSitting(
  tx: Tx,
  actor: Actor,
  { group, now }: { group: Group; now: Date },
): Promise<{ live: SittingView | null; waiting: number; free: Satang }> {
  authorize(actor, group.id, "hold-sitting", now, group.name.th);
  const live = await liveSitting(tx, group.id);
  const free = await freeToLend(tx, group, now);
  const waiting = (await findLoanRequests(tx, group.id, ["waiting", "voting"])).length;
  return { live: live && (await sittingView(tx, group, live, free)), waiting, free };
}

/** Gives a sitting up: nothing of it counts, and its requests wait on. Throws `role.missing`. A sitting that is over is shown as it ended. */
export async function dropSitting(
  tx: Tx,
  actor: Actor,
  { sittingId, group, now }: { sittingId: string; group: Group; now: Date },
): Promise<SittingView> {
  authorize(actor, group.id, "hold-sitting", now, group.name.th);
  await lockHead(tx, group.id);
  const sitting = await getSitting(tx, sittingId);
  if (sitting.state === "confirmed" || sitting.state === "dropped") return sittingView(tx, group, sitting, null);
  const dropped = moveSitting(sitting, "dropped", now);
  await saveSitting(tx, dropped);
  await dropAsked(tx, sitting.id);
  return sittingView(tx, group, dropped, null);
}
