import { localDateOf } from "../../domain/dates";
import { decide, paperRecord, type Approval } from "../../domain/approvals/two-officers";
import { madeGoodBy } from "../../domain/differences/difference";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import type { Member } from "../../domain/members/member";
import { groupOf, type ActionId, type EntryId, type MemberId } from "../../domain/ids";
import type { JournalEntry } from "../../domain/ledger/chain";
import { countedOn, type LedgerHead } from "../../domain/ledger/head";
import { movedBy, type EntryKind, type ReceiptNo } from "../../domain/ledger/journal-entry";
import { receiptText } from "../../domain/ledger/receipt";
import { account, normalSide, type AccountCode } from "../../domain/ledger/accounts";
import { reversalOf, reversibleKinds } from "../../domain/ledger/reversal";
import { add, satang, subtract, type Satang } from "../../domain/money";
import type { Done, Notice } from "../../domain/notice";
import { partiesTo } from "../../domain/payments/payment";
import { memberName, officerName, type MemberName, type OfficerName } from "../../domain/people";
import { hasBalance, purposeOf } from "../../domain/savings/deposit";
import { findAccountsOfMembers } from "../../storage/accounts";
import { getApproval } from "../../storage/approvals";
import { getGroup } from "../../storage/groups";
import { findByReceipt, findEntries, findReversalsOf, post } from "../../storage/journal";
import { findMember, findMembers } from "../../storage/members";
import type { Tx } from "../../storage/tx";
import { closeApproval } from "../approvals/close-approval";
import { beginDecision, decidersOf, decisionView, putToSecond, type DecisionView } from "../approvals/decision";
import { askSeconds } from "../approvals/second-officers";
import { refuseChangedSince, takeChangeBack } from "../loans/changes/take-change-back";
import { takeSetOffBack } from "../loans/changes/set-off";
import { refuseMovedSince, takePayoutBack } from "../loans/payouts/take-back";
import { settleAdmission } from "../members/admission";
import { authorize, entryActor, type Actor } from "../people/actor";
import { auditorsBesides } from "../people/officers";
import { findUnheard, type Unheard } from "../people/reached";
import { reopenTransferOf } from "../transfers/reopen-transfer";

/** An entry that is to be put right. */
export interface ReversalSubject {
  group: Group;
  receipt: string;
  /** Whose passbook it is about; null where it is about none. */
  member: MemberName | null;
  /** What the voucher says it was for; null where it needs no words. */
  purpose: string | null;
  kind: EntryKind;
  total: Satang;
  at: Date;
  by: OfficerName | null;
  /** Who hears of it in the place of an owner who does not; null where she does, or it is about nobody's passbook. */
  unheard: Unheard | null;
}

/** A balance of the member that a reversal took something off. */
export interface ReversedBalance {
  code: AccountCode;
  amount: Satang;
  before: Satang;
  after: Satang;
}

/** What every card about a request shows. */
export interface ReversalView extends ReversalSubject, DecisionView {
  reason: string;
  /** The member's balances before and after; known where the reversal was posted just now. */
  changes: ReversedBalance[];
}

/** The entry of a receipt number, if it can still be put right. Throws `entry.not-found`, `entry.not-reversible`, `entry.already-reversed`, `payout.reverse-first`, `loan-change.reverse-first`. */
export async function getReversibleEntry(tx: Tx, group: Group, receipt: ReceiptNo): Promise<JournalEntry> {
  const entry = await findByReceipt(tx, group.id, receipt);
  if (!entry) throw new DomainError("entry.not-found", { receipt: receiptText(receipt) });
  if (!reversibleKinds.includes(entry.kind))
    throw new DomainError("entry.not-reversible", { receipt: receiptText(receipt) });
  await refuseIfReversed(tx, entry);
  await refuseMovedSince(tx, entry);
  await refuseChangedSince(tx, entry);
  return entry;
}

/** The same entry as its cards show it, for an officer who records money. Throws `role.missing` and what getReversibleEntry throws. */
export async function getReversibleView(
  tx: Tx,
  actor: Actor,
  input: { group: Group; receipt: ReceiptNo; now: Date },
): Promise<ReversalSubject> {
  authorize(actor, input.group.id, "record-money", input.now, input.group.name.th);
  const entry = await getReversibleEntry(tx, input.group, input.receipt);
  return subjectOf(tx, input.group, entry, []);
}

/** Throws `entry.already-reversed` when the entry has been put right already. */
export async function refuseIfReversed(tx: Tx, entry: JournalEntry): Promise<void> {
  const [reversal] = await findReversalsOf(tx, [entry.id]);
  if (!reversal) return;
  const by = officerName(
    reversal.actor,
    await findMembers(tx, reversal.actor.memberId ? [reversal.actor.memberId] : []),
  );
  throw new DomainError("entry.already-reversed", {
    receipt: entry.receipt ? receiptText(entry.receipt) : String(entry.seq),
    reversedAt: reversal.postedAt.toISOString(),
    by: by?.name ?? "",
  });
}

/**
 * Asks a second officer to confirm that an entry is put right. Nothing is posted yet. An open request for the same entry is shown
 * again. Throws `role.missing`, `second-person.missing` and what getReversibleEntry throws.
 */
export async function requestReversal(
  tx: Tx,
  actor: Actor,
  input: { operationId: ActionId; group: Group; receipt: ReceiptNo; reason: string; now: Date },
): Promise<Done<ReversalView>> {
  const { group, operationId, now } = input;
  const seat = authorize(actor, group.id, "record-money", now, group.name.th);
  const entry = await getReversibleEntry(tx, group, input.receipt);
  const parties = await findMembers(tx, membersIn(entry));
  const { approval, seconds, isNew } = await putToSecond(tx, {
    group,
    seat,
    kind: "reversal",
    subject: entry.id,
    payload: { reason: input.reason },
    excluded: parties.flatMap(partiesTo),
    operationId,
    now,
  });
  const view = await viewOf(tx, group, approval, entry, seconds);
  return { result: view, notices: isNew ? askSeconds(seconds, approval, view) : [] };
}

/**
 * The second officer's word. Approved: the entry's reversal is posted on the open day, and the member hears of it. A request that
 * was decided already is shown as decided and changes nothing. Throws `role.missing`, `second-person.same`, `entry.already-reversed`.
 */
export async function decideReversal(
  tx: Tx,
  actor: Actor,
  input: { approvalId: string; verdict: "approved" | "rejected"; now: Date },
): Promise<Done<ReversalView>> {
  const { now } = input;
  const { asked, head, group, seat } = await beginDecision(tx, actor, input.approvalId, now);
  if (asked.state !== "open") return { result: await viewOf(tx, group, asked, await entryOf(tx, asked)), notices: [] };
  return settleReversal(tx, { head, group, decided: decide(asked, entryActor(seat), input.verdict, now) }, now);
}

async function entryOf(tx: Tx, { subject }: Approval): Promise<JournalEntry> {
  const [entry] = await findEntries(tx, [subject as EntryId]);
  if (!entry) throw new Error("a reversal is asked of an entry");
  return entry;
}

/** Does what was decided on a reversal, by a button or a signed paper; the group's books are locked. Throws as decideReversal. */
export async function settleReversal(
  tx: Tx,
  { head, group, decided }: { head: LedgerHead; group: Group; decided: Approval },
  now: Date,
): Promise<Done<ReversalView>> {
  const entry = await entryOf(tx, decided);
  if (decided.state === "approved") {
    await refuseIfReversed(tx, entry);
    await refuseMovedSince(tx, entry);
    await refuseChangedSince(tx, entry);
    await post(
      tx,
      head,
      reversalOf(entry, {
        idempotencyKey: `reversal:${entry.id}`,
        effectiveOn: countedOn(head.day, localDateOf(now)),
        postedAt: now,
        actor: decided.requestedBy,
        ...(decided.decidedBy ? { secondedBy: decided.decidedBy } : {}),
        ...(decided.paper ? { record: paperRecord(decided) } : {}),
        source: "chat",
        reason: String(decided.payload["reason"]),
      }),
    );
  }
  await closeApproval(tx, decided);
  const changes = decided.state === "approved" ? await balancesAfter(tx, entry) : [];
  const view = { ...(await viewOf(tx, group, decided, entry)), changes };
  const changesToldTotals = decided.state === "approved" && entry.dayId !== head.day.id;
  const told = changesToldTotals
    ? auditorsToTell(group, decided, "reversal.after-closing", { ...view, on: entry.effectiveOn })
    : decided.state === "approved" && view.unheard
      ? auditorsToTell(group, decided, "reversal.unheard", view)
      : [];
  const followed = decided.state === "approved" ? await afterReversal(tx, group, entry, now) : [];
  return { result: view, notices: [...noticesOf(decided, entry, view), ...told, ...followed] };
}

/** What an entry had brought about goes back with it: a notice of a transfer opens again, who was let in by its fee waits again, a loan that was paid out is to be paid out again. */
async function afterReversal(tx: Tx, group: Group, entry: JournalEntry, now: Date): Promise<Notice[]> {
  const reopened = await reopenTransferOf(tx, group, entry, now);
  const whose = entry.postings.find(({ code }) => code === account.entryFees)?.memberId;
  const member = whose === undefined ? null : await findMember(tx, whose);
  await takeSetOffBack(tx, entry);
  await takeChangeBack(tx, entry);
  const unpaid = await takePayoutBack(tx, group, entry, now);
  return [...reopened, ...unpaid, ...(member ? await settleAdmission(tx, group, member, { now, by: null }) : [])];
}

/** What nobody else would see, a changed total of a closed day or a passbook that no phone opens, the auditors hear, but for the two who decided. */
function auditorsToTell(
  group: Group,
  decided: Approval,
  kind: "reversal.after-closing" | "reversal.unheard",
  view: object,
): Notice[] {
  return auditorsBesides(group, decided).map((id) => ({ to: { memberId: id }, kind, view }));
}

function noticesOf(decided: Approval, entry: JournalEntry, view: ReversalView): Notice[] {
  const notices: Notice[] =
    decided.state === "approved"
      ? membersIn(entry).map((id) => ({ to: { memberId: id, asOwner: true }, kind: "receipt.reversed", view }))
      : [];
  if (decided.requestedBy.memberId)
    notices.push({
      to: { memberId: decided.requestedBy.memberId },
      kind: "reversal.decided",
      view,
    });
  return notices;
}

/** A request as its second officer sees it, again. */
export async function getReversalRequest(tx: Tx, approvalId: string): Promise<ReversalView> {
  const approval = await getApproval(tx, approvalId);
  return viewOf(tx, await getGroup(tx, approval.groupId), approval, await entryOf(tx, approval));
}

const membersIn = (entry: JournalEntry): MemberId[] => [
  ...new Set([...entry.postings.map((posting) => posting.memberId), madeGoodBy(entry)].flatMap((id) => id ?? [])),
];

/** The member's balances of a deposit that was reversed a moment ago. */
async function balancesAfter(tx: Tx, entry: JournalEntry): Promise<ReversedBalance[]> {
  const accounts = await findAccountsOfMembers(tx, membersIn(entry));
  return entry.postings
    .filter(({ memberId, code }) => memberId !== undefined && hasBalance(purposeOf(code)))
    .map(({ code, side, amount, contractNo }) => {
      const row = accounts.find((one) => one.code === code && (contractNo ?? null) === (one.contractNo ?? null));
      const after = satang(row?.balance ?? 0);
      // What the entry had added is gone, what it had taken is there again.
      const before = side === normalSide(code) ? add(after, amount) : subtract(after, amount);
      return { code, amount, before, after };
    });
}

/** An entry that is to be put right; `besides` decide on it, and are no ear for it. */
async function subjectOf(
  tx: Tx,
  group: Group,
  entry: JournalEntry,
  besides: readonly MemberId[],
): Promise<ReversalSubject> {
  const [id] = membersIn(entry);
  const members = await findMembers(
    tx,
    [id, entry.actor.memberId].filter((one) => one !== undefined && one !== null),
  );
  const member = members.find((candidate) => candidate.id === id);
  if (member && groupOf(member.id) !== group.id) throw new Error("an entry belongs to members of its group");
  return {
    group,
    receipt: entry.receipt ? receiptText(entry.receipt) : "",
    member: member ? memberName(member) : null,
    purpose: entry.reason ?? null,
    kind: entry.kind,
    total: movedBy(entry),
    at: entry.postedAt,
    by: officerName(entry.actor, members),
    unheard: member ? await findUnheard(tx, member, besides) : null,
  };
}

async function viewOf(
  tx: Tx,
  group: Group,
  approval: Approval,
  entry: JournalEntry,
  seconds: readonly Member[] = [],
): Promise<ReversalView> {
  return {
    ...(await subjectOf(tx, group, entry, decidersOf(approval))),
    ...(await decisionView(tx, group, approval, seconds)),
    reason: String(approval.payload["reason"]),
    changes: [],
  };
}
