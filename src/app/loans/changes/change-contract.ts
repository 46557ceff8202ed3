import { decide, paperRecord, type Approval } from "../../../domain/approvals/two-officers";
import { localDateOf } from "../../../domain/dates";
import { DomainError } from "../../../domain/errors";
import type { Group } from "../../../domain/groups/group";
import type { ActionId, MemberId } from "../../../domain/ids";
import { checkCodeOf } from "../../../domain/ledger/chain";
import { countedOn, type LedgerHead } from "../../../domain/ledger/head";
import { receiptText } from "../../../domain/ledger/receipt";
import type { AskedChange, LoanChangePlan } from "../../../domain/loans/changes/change";
import { entryOfChange } from "../../../domain/loans/changes/postings";
import type { Member } from "../../../domain/members/member";
import type { Done, Notice } from "../../../domain/notice";
import { getApproval } from "../../../storage/approvals";
import { getGroup } from "../../../storage/groups";
import { findByKey, post } from "../../../storage/journal";
import { findHeads } from "../../../storage/ledger-heads";
import { saveContract } from "../../../storage/loan-contracts";
import type { Tx } from "../../../storage/tx";
import { closeApproval } from "../../approvals/close-approval";
import { beginDecision, decisionView, putToSecond, type DecisionView } from "../../approvals/decision";
import { askSeconds } from "../../approvals/second-officers";
import { refuseLeftOpen } from "../../days/next-day";
import { authorize, entryActor, type Actor } from "../../people/actor";
import { auditorsBesides } from "../../people/officers";
import { withWord, type WordedGroup } from "../../rules/money-words";
import { rulesInForce } from "../../rules/rules-in-force";
import { planChange, type PlannedChange } from "./plan-change";
import { refuseOtherMatter } from "./resolution";

/** A change that an officer asks for, in her group. */
export interface ChangeInput {
  group: Group;
  asked: AskedChange;
  now: Date;
}

/** A change as its cards show it. */
export interface LoanChangePreview extends LoanChangePlan {
  group: WordedGroup;
}

/** The same with who asked and who answered, and its receipt once it is done. */
export type LoanChangeView = LoanChangePreview & DecisionView & { done: { receipt: string; checkCode: string } | null };

/**
 * Looks at a change of a contract before a second officer is asked. Throws `role.missing`, `payment.own` to whom it is her own matter, or who stands for
 * the loan, `day.left-open`, `resolution.other`, and as planChange.
 */
export async function previewChange(tx: Tx, actor: Actor, input: ChangeInput): Promise<LoanChangePreview> {
  const { planned } = await examine(tx, actor, input);
  return { group: await worded(tx, input.group, input.now), ...planned.plan };
}

async function examine(tx: Tx, actor: Actor, { group, asked, now }: ChangeInput) {
  const seat = authorize(actor, group.id, "pay-out", now, group.name.th);
  const [head] = await findHeads(tx, [group.id]);
  if (!head) throw new Error("a live group has books");
  refuseLeftOpen(group, head.day, now);
  await refuseOtherMatter(tx, group.id, asked.resolution);
  const planned = await planChange(tx, group, asked, countedOn(head.day, localDateOf(now)));
  if (planned.parties.includes(seat.member.id))
    throw new DomainError("payment.own", { memberNo: planned.plan.member.memberNo });
  return { seat, planned };
}

/** Asks a second officer to change a contract. Nothing is posted yet. Throws as previewChange, and `second-person.missing`. */
export async function requestChange(
  tx: Tx,
  actor: Actor,
  input: ChangeInput & { operationId: ActionId },
): Promise<Done<LoanChangeView>> {
  const { group, asked, operationId, now } = input;
  const { seat, planned } = await examine(tx, actor, input);
  const { approval, seconds, isNew } = await putToSecond(tx, {
    group,
    seat,
    kind: "loan-change",
    subject: `loan-change:${planned.old.id}`,
    replaces: true,
    payload: { asked: JSON.stringify(asked), plan: JSON.stringify(planned.plan) },
    excluded: planned.parties,
    operationId,
    now,
  });
  const view = await viewOf(tx, group, approval, seconds);
  return { result: view, notices: isNew ? askSeconds(seconds, approval, view) : [] };
}

/**
 * The second officer's word. Approved: the old contract ends and the new one begins in one entry; whoever owes and whoever stands for it hears at once.
 * Decided already: shown as decided. Throws `role.missing`, `second-person.same`, `card.outdated` where anything would be other than was asked, and
 * what planChange throws.
 */
export async function decideChange(
  tx: Tx,
  actor: Actor,
  input: { approvalId: string; verdict: "approved" | "rejected"; now: Date },
): Promise<Done<LoanChangeView>> {
  const { now } = input;
  const { asked, head, group, seat } = await beginDecision(tx, actor, input.approvalId, now);
  if (asked.state !== "open") return { result: await viewOf(tx, group, asked), notices: [] };
  const decided = decide(asked, entryActor(seat), input.verdict, now);
  const planned = decided.state === "approved" ? await change(tx, { group, head, decided }, now) : null;
  await closeApproval(tx, decided);
  const view = await viewOf(tx, group, decided);
  const asker = decided.requestedBy.memberId;
  return {
    result: view,
    notices: [
      ...(planned ? toldOf(planned, view, auditorsBesides(group, decided)) : []),
      ...(asker ? [{ to: { memberId: asker }, kind: "loan-change.decided" as const, view }] : []),
    ],
  };
}

async function change(
  tx: Tx,
  { group, head, decided }: { group: Group; head: LedgerHead; decided: Approval },
  now: Date,
): Promise<PlannedChange> {
  refuseLeftOpen(group, head.day, now);
  const on = countedOn(head.day, localDateOf(now));
  const asked = askedIn(decided);
  const planned = await planChange(tx, group, asked, on);
  if (JSON.stringify(planned.plan) !== decided.payload["plan"])
    throw new DomainError("card.outdated", { why: "changed" });
  await post(tx, head, {
    idempotencyKey: changeKey(decided.id),
    kind: entryOfChange[asked.kind],
    effectiveOn: on,
    postedAt: now,
    actor: decided.requestedBy,
    ...(decided.decidedBy ? { secondedBy: decided.decidedBy } : {}),
    source: "chat",
    withReceipt: true,
    record: { change: asked.kind, resolution: asked.resolution, ...paperRecord(decided) },
    postings: planned.postings,
  });
  if (planned.successor) await saveContract(tx, planned.successor);
  return planned;
}

const changeKey = (approvalId: string): string => `loan-change:${approvalId}`;

/** Whoever owes, and whoever stood for the old contract, hears by who reads her passbook; and the auditors, since no money leaves a box that anybody counts. */
function toldOf({ debtors, guarantors }: PlannedChange, view: LoanChangeView, auditors: readonly MemberId[]): Notice[] {
  const owners = [...new Set([...debtors, ...guarantors])];
  const told = { kind: "loan-change.told" as const, view };
  return [
    ...owners.map((id) => ({ to: { memberId: id, asOwner: true as const }, ...told })),
    ...auditors.filter((id) => !owners.includes(id)).map((id) => ({ to: { memberId: id }, ...told })),
  ];
}

/** What a request says; only our own use case wrote it. */
const askedIn = ({ payload }: Approval): AskedChange => JSON.parse(String(payload["asked"])) as AskedChange;
const planIn = ({ payload }: Approval): LoanChangePlan => JSON.parse(String(payload["plan"])) as LoanChangePlan;

async function worded(tx: Tx, group: Group, now: Date): Promise<WordedGroup> {
  return withWord(group, await rulesInForce(tx, group, localDateOf(now)));
}

async function viewOf(
  tx: Tx,
  group: Group,
  approval: Approval,
  seconds: readonly Member[] = [],
): Promise<LoanChangeView> {
  const entry = approval.state === "approved" ? await findByKey(tx, changeKey(approval.id)) : null;
  return {
    group: await worded(tx, group, approval.requestedAt),
    ...planIn(approval),
    ...(await decisionView(tx, group, approval, seconds)),
    done: entry?.receipt ? { receipt: receiptText(entry.receipt), checkCode: checkCodeOf(entry.hash) } : null,
  };
}

/** A request as its second officer sees it, again. */
export async function getChangeRequest(tx: Tx, approvalId: string): Promise<LoanChangeView> {
  const approval = await getApproval(tx, approvalId);
  return viewOf(tx, await getGroup(tx, approval.groupId), approval);
}
