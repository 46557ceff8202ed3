import { decide, replace, type Approval } from "../../domain/approvals/two-officers";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import {
  barredFrom,
  changeOf,
  needsHandOver,
  refuseUnfit,
  seatName,
  type OfficeChange,
  type OfficeSaying,
} from "../../domain/groups/office-change";
import { memberId, memberNoOf, type ActionId } from "../../domain/ids";
import type { EntryActor } from "../../domain/ledger/journal-entry";
import type { LedgerHead } from "../../domain/ledger/head";
import type { Member } from "../../domain/members/member";
import type { Done, Notice } from "../../domain/notice";
import { partiesTo } from "../../domain/payments/payment";
import { findOpenApproval, getApproval } from "../../storage/approvals";
import { getGroup } from "../../storage/groups";
import type { Tx } from "../../storage/tx";
import { postRecord } from "../ledger/post-record";
import { closeApproval } from "../approvals/close-approval";
import { beginDecision, putToSecond } from "../approvals/decision";
import { askSeconds } from "../approvals/second-officers";
import { getGroupMember } from "../members/find-member";
import { authorize, entryActor, type Actor, type HeldOffice } from "../people/actor";
import { beginHandOver } from "./hand-over";
import {
  changeAsked,
  findParties,
  namesOf,
  officeChangeView,
  type OfficeChangePlan,
  type OfficeChangeView,
} from "./office-change-view";
import { putInForce, toldOfChange } from "./put-in-force";

interface Asked {
  group: Group;
  said: OfficeSaying;
  now: Date;
}

/**
 * Looks at a change of officers before a second officer is asked. Throws `role.missing`, `office.own` (nobody puts herself into an office),
 * `member.not-found` and what `changeOf` and `refuseUnfit` throw.
 */
export async function previewOfficeChange(tx: Tx, actor: Actor, asked: Asked): Promise<OfficeChangePlan> {
  const { change, parties } = await examine(tx, actor, asked);
  return { group: asked.group, change, ...namesOf(change, parties), handOver: needsHandOver(change) };
}

async function examine(
  tx: Tx,
  actor: Actor,
  { group, said, now }: Asked,
): Promise<{ seat: HeldOffice; change: OfficeChange; parties: Member[] }> {
  const seat = authorize(actor, group.id, "change-officers", now, group.name.th);
  const change = changeOf(group.officers, said);
  if (change.inNo === seat.member.memberNo) throw new DomainError("office.own", { groupName: group.name.th });
  await refuseUnfitTaker(tx, group, change);
  return { seat, change, parties: await findParties(tx, group, change) };
}

async function refuseUnfitTaker(tx: Tx, group: Group, change: OfficeChange): Promise<void> {
  if (change.inNo === null) return;
  refuseUnfit(group.officers, change, await getGroupMember(tx, group.id, change.inNo));
}

/**
 * Puts a change of officers to a second officer, who is neither who leaves nor who takes, nor the spouse of one, and of auditors nobody who takes money.
 * Nothing changes yet; a newer
 * change of the same seat takes the place of the older. Throws as previewOfficeChange, and `second-person.missing`.
 */
export async function requestOfficeChange(
  tx: Tx,
  actor: Actor,
  input: Asked & { operationId: ActionId },
): Promise<Done<OfficeChangeView>> {
  const { group, operationId, now } = input;
  const { seat, change, parties } = await examine(tx, actor, input);
  const subject = [group.id, change.committee, change.position, change.outNo ?? change.inNo].join(":");
  await replaceOther(tx, subject, change, now);
  const payload = { ...change };
  const barred = barredFrom(group.officers, change).map((no) => memberId(group.id, no));
  const excluded = [...new Set([...parties.flatMap(partiesTo), ...barred])];
  const question = { group, seat, kind: "officers" as const, subject, payload, excluded, operationId, now };
  const { approval, seconds, isNew } = await putToSecond(tx, question);
  const view = await officeChangeView(tx, group, approval, seconds);
  return { result: view, notices: isNew ? askSeconds(seconds, approval, view) : [] };
}

async function replaceOther(tx: Tx, subject: string, change: OfficeChange, now: Date): Promise<void> {
  const open = await findOpenApproval(tx, "officers", subject);
  if (open && JSON.stringify(changeAsked(open)) !== JSON.stringify(change)) await closeApproval(tx, replace(open, now));
}

/**
 * The second officer's word. Approved: the change stands in the chain and everybody whom it concerns hears of it. A treasurer's rights wait for
 * the hand-over, all others change at once; of a change of auditors the network's coordinators hear too. Decided already: shown as decided. Throws `role.missing`, `second-person.same`, `card.outdated`
 * where the seat changed meanwhile or who asked holds no such office any more.
 */
export async function decideOfficeChange(
  tx: Tx,
  actor: Actor,
  input: { approvalId: string; verdict: "approved" | "rejected"; now: Date },
): Promise<Done<OfficeChangeView>> {
  const { now } = input;
  const { asked, head, group, seat } = await beginDecision(tx, actor, input.approvalId, now);
  if (asked.state !== "open") return { result: await officeChangeView(tx, group, asked), notices: [] };
  const decided = decide(asked, entryActor(seat), input.verdict, now);
  await closeApproval(tx, decided);
  const view = await officeChangeView(tx, group, decided);
  const waiting = decided.state === "approved" ? await changeNow(tx, group, head, decided, seat, now) : [];
  return { result: view, notices: [...(await noticesOf(tx, group, decided, view, seat)), ...waiting] };
}

async function changeNow(
  tx: Tx,
  group: Group,
  head: LedgerHead,
  decided: Approval,
  seat: HeldOffice,
  now: Date,
): Promise<Notice[]> {
  const change = changeAsked(decided);
  await refuseMoved(tx, group, change, decided.requestedBy);
  const waits = needsHandOver(change);
  await postRecord(tx, head, {
    kind: "officers.decided",
    key: decided.id,
    now,
    actor: decided.requestedBy,
    secondedBy: entryActor(seat),
    record: { ...change, inForce: !waits },
  });
  if (!waits) return putInForce(tx, group, change, now);
  await beginHandOver(tx, decided, change, now);
  return [];
}

/** What was asked must still fit: the one who leaves holds the seat, the one who takes it may, and who asked is an officer. */
async function refuseMoved(tx: Tx, group: Group, change: OfficeChange, asker: EntryActor): Promise<void> {
  const { outNo } = change;
  const holds = (no: string | null, seat: string) =>
    group.officers.some((office) => office.memberNo === no && seatName(office) === seat);
  const askerNo = asker.memberId && memberNoOf(asker.memberId);
  const stillFits = outNo === null || holds(outNo, seatName(change));
  if (!stillFits || !holds(askerNo, asker.position)) throw new DomainError("card.outdated", { why: "changed" });
  await refuseUnfitTaker(tx, group, change);
}

async function noticesOf(
  tx: Tx,
  group: Group,
  decided: Approval,
  view: OfficeChangeView,
  seat: HeldOffice,
): Promise<Notice[]> {
  const asker = decided.requestedBy.memberId;
  const told =
    decided.state === "approved" ? await toldOfChange(tx, group, view.change, seat.member.id) : asker ? [asker] : [];
  return told.map((memberId) => ({ to: { memberId }, kind: "officers.decided", view }));
}

/** A request as its second officer sees it, again. */
export async function getOfficeChangeRequest(tx: Tx, approvalId: string): Promise<OfficeChangeView> {
  const approval = await getApproval(tx, approvalId);
  return officeChangeView(tx, await getGroup(tx, approval.groupId), approval);
}
