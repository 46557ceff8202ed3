import { decide, type Approval } from "../../domain/approvals/two-officers";
import { isLocalDate, localDateOf, type LocalDate } from "../../domain/dates";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import type { ActionId } from "../../domain/ids";
import type { LedgerHead, OpenDay } from "../../domain/ledger/head";
import type { Member } from "../../domain/members/member";
import type { Done, Notice } from "../../domain/notice";
import { getApproval } from "../../storage/approvals";
import { getGroup } from "../../storage/groups";
import { findHeads, lockHead, setOpenDay } from "../../storage/ledger-heads";
import type { Tx } from "../../storage/tx";
import { postRecord } from "../ledger/post-record";
import { closeApproval } from "../approvals/close-approval";
import { beginDecision, decisionView, putToSecond, type DecisionView } from "../approvals/decision";
import { askSeconds } from "../approvals/second-officers";
import { refuseLeftOpen } from "../days/next-day";
import { authorize, entryActor, type Actor, type HeldOffice } from "../people/actor";
import { officersToTell } from "../people/officers";

/** The day on which the desk is to take cash although it is no working day. */
export interface OfficeCashPlan {
  group: Group;
  on: LocalDate;
}

/** The same with who asked, who answered, and for whom it waits. */
export type OfficeCashView = OfficeCashPlan & DecisionView;

interface Asked {
  group: Group;
  now: Date;
}

/** Looks whether the desk may be opened for cash today. Throws `role.missing`, `day.already-open`, `day.left-open`, `office-cash.already`. */
export async function previewOfficeCash(tx: Tx, actor: Actor, asked: Asked): Promise<OfficeCashPlan> {
  await examine(tx, actor, asked);
  return { group: asked.group, on: localDateOf(asked.now) };
}

async function examine(tx: Tx, actor: Actor, { group, now }: Asked): Promise<HeldOffice> {
  const seat = authorize(actor, group.id, "open-day", now, group.name.th);
  const [head] = await findHeads(tx, [group.id]);
  if (!head) throw new Error("a live group has books");
  refuseOpen(group, head.day, now);
  return seat;
}

function refuseOpen(group: Group, day: OpenDay, now: Date): void {
  refuseLeftOpen(group, day, now);
  if (day.kind === "working") throw new DomainError("day.already-open", { groupName: group.name.th, on: day.on });
  if (day.cashOn === localDateOf(now)) throw new DomainError("office-cash.already", { groupName: group.name.th });
}

/** Asks a second officer to let the desk take cash until this day ends. Nothing changes yet. Throws as previewOfficeCash, and `second-person.missing`. */
export async function requestOfficeCash(
  tx: Tx,
  actor: Actor,
  input: Asked & { operationId: ActionId },
): Promise<Done<OfficeCashView>> {
  const { group, operationId, now } = input;
  const seat = await examine(tx, actor, input);
  const on = localDateOf(now);
  const { approval, seconds, isNew } = await putToSecond(tx, {
    group,
    seat,
    kind: "office-cash",
    subject: `${group.id}:${on}`,
    payload: { on },
    excluded: [],
    operationId,
    now,
  });
  const view = await viewOf(tx, group, approval, seconds);
  return { result: view, notices: isNew ? askSeconds(seconds, approval, view) : [] };
}

/**
 * The second officer's word. Approved: the desk takes cash until the day ends for which it was asked; committee and auditors hear at once. Decided
 * already: shown as decided. Throws `role.missing`, `second-person.same`, `card.outdated` on a later day, and what previewOfficeCash throws.
 */
export async function decideOfficeCash(
  tx: Tx,
  actor: Actor,
  input: { approvalId: string; verdict: "approved" | "rejected"; now: Date },
): Promise<Done<OfficeCashView>> {
  const { now } = input;
  const { asked, head, group, seat } = await beginDecision(tx, actor, input.approvalId, now);
  if (asked.state !== "open") return { result: await viewOf(tx, group, asked), notices: [] };
  const decided = decide(asked, entryActor(seat), input.verdict, now);
  await closeApproval(tx, decided);
  if (decided.state === "approved") await open(tx, group, head, decided, now);
  const view = await viewOf(tx, group, decided);
  const asker = decided.requestedBy.memberId;
  const told = decided.state === "approved" ? officersToTell(group, seat.member.id) : asker ? [asker] : [];
  const notices = told.map((memberId): Notice => ({ to: { memberId }, kind: "office-cash.decided", view }));
  return { result: view, notices };
}

async function open(tx: Tx, group: Group, head: LedgerHead, decided: Approval, now: Date): Promise<void> {
  const on = dayOf(decided);
  if (on !== localDateOf(now)) throw new DomainError("card.outdated", { why: "expired" });
  refuseOpen(group, head.day, now);
  const { id: key, requestedBy: actor, decidedBy: secondedBy } = decided;
  await postRecord(tx, head, { kind: "office-cash.opened", key, now, actor, secondedBy, record: { on } });
  await setOpenDay(tx, group.id, { ...head.day, cashOn: on });
}

/** Looks at the open desk before it is closed by hand. Throws `role.missing`, `office-cash.none`. */
export async function previewOfficeCashEnd(tx: Tx, actor: Actor, { group, now }: Asked): Promise<OfficeCashPlan> {
  authorize(actor, group.id, "open-day", now, group.name.th);
  const [head] = await findHeads(tx, [group.id]);
  return { group, on: openFor(group, head?.day, now) };
}

/** Closes the desk for cash before its day ends; one officer may. Throws `role.missing`, `office-cash.none`. */
export async function endOfficeCash(
  tx: Tx,
  actor: Actor,
  input: Asked & { operationId: ActionId },
): Promise<Done<OfficeCashPlan>> {
  const { group, operationId, now } = input;
  const head = await lockHead(tx, group.id);
  const seat = authorize(actor, group.id, "open-day", now, group.name.th);
  const on = openFor(group, head.day, now);
  await postRecord(tx, head, {
    kind: "office-cash.closed",
    key: operationId,
    now,
    actor: entryActor(seat),
    record: { on },
  });
  const { cashOn: _cashOn, ...day } = head.day;
  await setOpenDay(tx, group.id, day);
  return { result: { group, on }, notices: [] };
}

function openFor(group: Group, day: OpenDay | undefined, now: Date): LocalDate {
  const on = day?.cashOn;
  if (on === undefined || on !== localDateOf(now))
    throw new DomainError("office-cash.none", { groupName: group.name.th });
  return on;
}

function dayOf({ payload }: Approval): LocalDate {
  const on = String(payload["on"]);
  if (!isLocalDate(on)) throw new Error("it was asked for a day");
  return on;
}

async function viewOf(
  tx: Tx,
  group: Group,
  approval: Approval,
  seconds: readonly Member[] = [],
): Promise<OfficeCashView> {
  return { group, on: dayOf(approval), ...(await decisionView(tx, group, approval, seconds)) };
}

/** A request as its second officer sees it, again. */
export async function getOfficeCashRequest(tx: Tx, approvalId: string): Promise<OfficeCashView> {
  const approval = await getApproval(tx, approvalId);
  return viewOf(tx, await getGroup(tx, approval.groupId), approval);
}
