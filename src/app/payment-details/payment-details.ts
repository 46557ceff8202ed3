import { decide, type Approval } from "../../domain/approvals/two-officers";
import { addDays, localDateOf } from "../../domain/dates";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import { paymentDetailsInForce, paymentNoticeDays, type PaymentChange } from "../../domain/groups/payment-details";
import type { ActionId } from "../../domain/ids";
import { saltedHash } from "../../domain/ledger/chain";
import type { LedgerHead } from "../../domain/ledger/head";
import type { EntryActor } from "../../domain/ledger/journal-entry";
import type { Member } from "../../domain/members/member";
import type { Done, Notice } from "../../domain/notice";
import { findOpenApproval, getApproval } from "../../storage/approvals";
import { getGroup, saveGroups } from "../../storage/groups";
import { insertPaymentChange } from "../../storage/payment-changes";
import type { Tx } from "../../storage/tx";
import { postRecord } from "../ledger/post-record";
import { closeApproval } from "../approvals/close-approval";
import { beginDecision, decisionView, putToSecond, type DecisionView } from "../approvals/decision";
import { askSeconds } from "../approvals/second-officers";
import { authorize, entryActor, type Actor, type HeldOffice } from "../people/actor";
import { officersToTell } from "../people/officers";

/** What an officer says of where members are to transfer. */
export type SaidDetails = Pick<PaymentChange, "way" | "value" | "accountName">;

/** A change of payment details as its cards show it. */
export interface PaymentChangePlan {
  group: Group;
  /** With the first day on which it would be in force, were it confirmed today. */
  change: Omit<PaymentChange, "approvalId">;
  /** What is in force now of that way; null where there is nothing. */
  before: string | null;
}

/** The same with who asked, who answered, and for whom it waits. */
export type PaymentChangeView = PaymentChangePlan & DecisionView;

interface Asked {
  group: Group;
  said: SaidDetails;
  now: Date;
}

/** Looks at changed payment details before a second officer is asked. Throws `role.missing`, `payment-details.waiting` while another change is open. */
export async function previewPaymentChange(tx: Tx, actor: Actor, asked: Asked): Promise<PaymentChangePlan> {
  const { group, said, now } = asked;
  authorize(actor, group.id, "pay-out", now, group.name.th);
  refuseComing(group, now);
  const open = await findOpenApproval(tx, "payment-details", group.id);
  if (open && !isSame(open, said)) throw new DomainError("payment-details.waiting", { groupName: group.name.th });
  return planOf(group, said, now);
}

function refuseComing(group: Group, now: Date): void {
  if (paymentDetailsInForce(group, localDateOf(now)).coming)
    throw new DomainError("payment-details.waiting", { groupName: group.name.th });
}

const saidIn = ({ payload }: Approval): SaidDetails => payload as unknown as SaidDetails;

const isSame = (open: Approval, { way, value, accountName }: SaidDetails): boolean => {
  const asked = saidIn(open);
  return asked.way === way && asked.value === value && asked.accountName === accountName;
};

function planOf(group: Group, said: SaidDetails, decidedAt: Date): PaymentChangePlan {
  const on = localDateOf(decidedAt);
  const { details } = paymentDetailsInForce(group, on);
  return { group, change: { ...said, from: addDays(on, paymentNoticeDays) }, before: details[said.way] ?? null };
}

/** Asks a second officer to confirm changed payment details. Nothing changes yet. Throws as previewPaymentChange, and `second-person.missing`. */
export async function requestPaymentChange(
  tx: Tx,
  actor: Actor,
  input: Asked & { operationId: ActionId },
): Promise<Done<PaymentChangeView>> {
  const { group, said, operationId, now } = input;
  await previewPaymentChange(tx, actor, input);
  const { approval, seconds, isNew } = await putToSecond(tx, {
    group,
    seat: authorize(actor, group.id, "pay-out", now, group.name.th),
    kind: "payment-details",
    subject: group.id,
    payload: { ...said },
    excluded: [],
    operationId,
    now,
  });
  const view = await viewOf(tx, group, approval, now, seconds);
  return { result: view, notices: isNew ? askSeconds(seconds, approval, view) : [] };
}

/**
 * The second officer's word. Approved: the change is shown beside the old details at once and is in force after seven days; its hashes stand in the
 * chain, officers and auditors hear at once, every linked member by a job. Decided already: shown as decided. Throws `role.missing`,
 * `second-person.same`, `payment-details.waiting`.
 */
export async function decidePaymentChange(
  tx: Tx,
  actor: Actor,
  input: { approvalId: string; verdict: "approved" | "rejected"; now: Date },
): Promise<Done<PaymentChangeView>> {
  const { now } = input;
  const { asked, head, group, seat } = await beginDecision(tx, actor, input.approvalId, now);
  if (asked.state !== "open") return { result: await viewOf(tx, group, asked, now), notices: [] };
  const decided = decide(asked, entryActor(seat), input.verdict, now);
  await closeApproval(tx, decided);
  const view = await viewOf(tx, group, decided, now);
  if (decided.state === "approved") await announce(tx, head, view, decided, seat, now);
  const asker = decided.requestedBy.memberId;
  const told = decided.state === "approved" ? officersToTell(group, seat.member.id) : asker ? [asker] : [];
  const notices = told.map((memberId): Notice => ({ to: { memberId }, kind: "payment-details.decided", view }));
  return { result: view, notices };
}

async function announce(
  tx: Tx,
  head: LedgerHead,
  { group, change }: PaymentChangeView,
  decided: Approval,
  seat: HeldOffice,
  now: Date,
): Promise<void> {
  refuseComing(group, now);
  const coming: PaymentChange = { ...change, approvalId: decided.id };
  const { details } = paymentDetailsInForce(group, localDateOf(now));
  await saveGroups([{ ...group, payment: { ...details, coming } }], tx);
  await insertPaymentChange(tx, group.id, coming, now);
  await recordChange(tx, head, group, coming, {
    kind: "payment-details.changed",
    actor: decided.requestedBy,
    secondedBy: entryActor(seat),
    now,
  });
}

/** Writes into the chain what becomes of a change: its numbers and names only as salted hashes. */
export async function recordChange(
  tx: Tx,
  head: LedgerHead,
  { salt }: Group,
  { approvalId, way, value, accountName, from }: PaymentChange,
  by: {
    kind: "payment-details.changed" | "payment-details.stopped";
    actor: EntryActor;
    secondedBy?: EntryActor;
    now: Date;
  },
): Promise<void> {
  const { kind, now, ...who } = by;
  await postRecord(tx, head, {
    kind,
    key: approvalId,
    now,
    ...who,
    record: { way, valueHash: saltedHash(salt, value), nameHash: saltedHash(salt, accountName), from },
  });
}

async function viewOf(
  tx: Tx,
  group: Group,
  approval: Approval,
  now: Date,
  seconds: readonly Member[] = [],
): Promise<PaymentChangeView> {
  return {
    ...planOf(group, saidIn(approval), approval.decidedAt ?? now),
    ...(await decisionView(tx, group, approval, seconds)),
  };
}

/** A request as its second officer sees it, again. */
export async function getPaymentChangeRequest(tx: Tx, approvalId: string, now: Date): Promise<PaymentChangeView> {
  const approval = await getApproval(tx, approvalId);
  return viewOf(tx, await getGroup(tx, approval.groupId), approval, now);
}
