import { decide, type Approval } from "../../domain/approvals/two-officers";
import { localDateOf } from "../../domain/dates";
import {
  accountOfDifference,
  settlementPostings,
  waysOfShort,
  type OpenDifference,
  type Settlement,
} from "../../domain/differences/difference";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import { memberId, type ActionId, type MemberId } from "../../domain/ids";
import { account } from "../../domain/ledger/accounts";
import { checkCodeOf } from "../../domain/ledger/chain";
import { countedOn, type LedgerHead, type OpenDay } from "../../domain/ledger/head";
import { receiptText } from "../../domain/ledger/receipt";
import type { Member } from "../../domain/members/member";
import { satang, subtract } from "../../domain/money";
import type { Done, Notice } from "../../domain/notice";
import { partiesTo } from "../../domain/payments/payment";
import { memberName, type MemberName } from "../../domain/people";
import { balanceOf } from "../../storage/accounts";
import { getApproval } from "../../storage/approvals";
import { getGroup } from "../../storage/groups";
import { findByKey, post } from "../../storage/journal";
import { findHeads } from "../../storage/ledger-heads";
import { findMembers } from "../../storage/members";
import type { Tx } from "../../storage/tx";
import { closeApproval } from "../approvals/close-approval";
import { beginDecision, decisionView, putToSecond, type DecisionView } from "../approvals/decision";
import { askSeconds } from "../approvals/second-officers";
import { refuseLeftOpen, requireCashDesk } from "../days/next-day";
import { officersToTell } from "../people/officers";
import { getGroupMember } from "../members/find-member";
import { authorize, entryActor, type Actor } from "../people/actor";
import { findOpenDifference } from "./open-differences";
import { transferConfirmersSince } from "./transfer-confirmers";

/** A difference that is to be settled, before anybody is asked. */
export interface DifferencePlan {
  group: Group;
  settlement: Settlement;
  /** Who makes it good, or whose it is; null where it is nobody's. */
  member: MemberName | null;
}

/** The same once a second officer was asked. */
export interface DifferenceView extends DifferencePlan, DecisionView {
  /** The number of its voucher, and its check code, once it is settled. */
  voucher: string | null;
  checkCode: string | null;
}

interface Asked {
  group: Group;
  settlement: Settlement;
  now: Date;
}

/**
 * Looks at a difference before a second officer is asked; nothing is posted. Throws `role.missing`, `difference.other-way`, `difference.too-much`,
 * `member.not-found`, `payment.own`, and `day.not-open` where cash is handed in and no desk takes any.
 */
export async function previewDifference(tx: Tx, actor: Actor, asked: Asked): Promise<DifferencePlan> {
  const { plan } = await examine(tx, actor, asked);
  return plan;
}

async function examine(tx: Tx, actor: Actor, { group, settlement, now }: Asked) {
  const seat = authorize(actor, group.id, "pay-out", now, group.name.th);
  const [head] = await findHeads(tx, [group.id]);
  if (!head) throw new Error("a live group has books");
  const { member, open } = await checkSettlement(tx, group, settlement, head.day, now);
  if (settlement.way === "owner" && partiesTo(member).includes(seat.member.id))
    throw new DomainError("payment.own", { memberNo: settlement.memberNo ?? "" });
  return { seat, member, open, plan: { group, settlement, member: member && memberName(member) } };
}

async function checkSettlement(
  tx: Tx,
  group: Group,
  settlement: Settlement,
  day: OpenDay,
  now: Date,
): Promise<{ member: Member | null; open: OpenDifference }> {
  const { what, way, amount, memberNo } = settlement;
  if (way === "made-good") await requireCashDesk(tx, group, day, now);
  refuseLeftOpen(group, day, now);
  const open = await findOpenDifference(tx, group, what);
  const code = accountOfDifference[what];
  if (open.amount < 0 !== waysOfShort.includes(way)) throw new DomainError("difference.other-way", { account: code });
  const held = Math.abs(open.amount);
  if (amount <= 0 || amount > held) throw new DomainError("difference.too-much", { account: code, held });
  const member = memberNo === null ? null : await getGroupMember(tx, group.id, memberNo);
  if (way === "owner" && member && member.status !== "active")
    throw new DomainError("member.not-active", { memberNo: member.memberNo, status: member.status });
  return { member, open };
}

/**
 * Asks a second officer; nothing is posted yet. Who kept a box in which the difference was found is none, nor who confirmed transfers since the closing
 * before a difference at the bank was found, nor their spouses, nor whose money it is.
 * Throws as previewDifference, and `second-person.missing`.
 */
export async function requestDifference(
  tx: Tx,
  actor: Actor,
  input: Asked & { operationId: ActionId },
): Promise<Done<DifferenceView>> {
  const { group, settlement, now, operationId } = input;
  const { seat, member, open } = await examine(tx, actor, input);
  const { approval, seconds, isNew } = await putToSecond(tx, {
    kind: "difference",
    subject: `${group.id}:${settlement.what}`,
    payload: { ...settlement },
    excluded: [...new Set([...(await partiesToDifference(tx, group, settlement, open)), ...partiesTo(member)])],
    ...{ group, seat, operationId, now },
  });
  const view = await viewOf(tx, group, approval, seconds);
  return { result: view, notices: isNew ? askSeconds(seconds, approval, view) : [] };
}

/** Who kept a box in which it was found, or confirmed one of the transfers among which it was, with their houses. */
async function partiesToDifference(
  tx: Tx,
  group: Group,
  { what }: Settlement,
  open: OpenDifference,
): Promise<MemberId[]> {
  const confirmed = what === "bank" ? await transferConfirmersSince(tx, group.id, open) : [];
  const members = await findMembers(tx, [...new Set([...open.keptBy, ...confirmed])]);
  return members.flatMap((member) => partiesTo(member));
}

/**
 * The second officer's word. Approved: the difference is settled on the open day, once, with a voucher that is taken back as any other. A request that
 * was decided already is shown as decided. Throws `role.missing`, `second-person.same`, and what previewDifference throws.
 */
export async function decideDifference(
  tx: Tx,
  actor: Actor,
  input: { approvalId: string; verdict: "approved" | "rejected"; now: Date },
): Promise<Done<DifferenceView>> {
  const { asked, head, group, seat } = await beginDecision(tx, actor, input.approvalId, input.now);
  if (asked.state !== "open") return { result: await viewOf(tx, group, asked), notices: [] };
  const decided = decide(asked, entryActor(seat), input.verdict, input.now);
  if (decided.state === "approved") await settle(tx, { head, group, decided }, input.now);
  await closeApproval(tx, decided);
  const view = await viewOf(tx, group, decided);
  const receipts = decided.state === "approved" ? await receiptFor(tx, group, view) : [];
  return { result: view, notices: [...noticesOf(group, decided, view), ...receipts] };
}

/** Approved: everybody who reads the books hears at once, for two officers alone made money that was missing vanish from the list. */
function noticesOf(group: Group, decided: Approval, view: DifferenceView): Notice[] {
  const others = decided.state === "approved" ? officersToTell(group, decided.decidedBy?.memberId ?? null) : [];
  const told = [decided.requestedBy.memberId, ...others].filter((one) => one !== null);
  return [...new Set(told)].map((one) => ({ to: { memberId: one }, kind: "difference.decided", view }));
}

/** Whose money it was, or who made it good, has a receipt. */
async function receiptFor(tx: Tx, group: Group, view: DifferenceView): Promise<Notice[]> {
  const { memberNo, way, amount } = view.settlement;
  if (memberNo === null) return [];
  const id = memberId(group.id, memberNo);
  const after =
    way === "owner" ? await balanceOf(tx, { groupId: group.id, code: account.specialSavings, memberId: id }) : null;
  const savings = after === null ? null : { before: subtract(after, amount), after };
  return [{ to: { memberId: id, asOwner: true }, kind: "receipt.difference", view: { ...view, savings } }];
}

async function settle(
  tx: Tx,
  { head, group, decided }: { head: LedgerHead; group: Group; decided: Approval },
  now: Date,
): Promise<void> {
  const settlement = settlementOf(decided);
  await checkSettlement(tx, group, settlement, head.day, now);
  const { way, what, resolution, memberNo, reason } = settlement;
  await post(tx, head, {
    idempotencyKey: keyOf(decided),
    kind: "difference.settled",
    effectiveOn: countedOn(head.day, localDateOf(now)),
    postedAt: now,
    actor: decided.requestedBy,
    ...(decided.decidedBy ? { secondedBy: decided.decidedBy } : {}),
    source: "chat",
    withReceipt: true,
    reason,
    record: { way, what, resolution, memberNo },
    postings: settlementPostings(group.id, settlement),
  });
}

const keyOf = ({ id }: Approval): string => `difference:${id}`;

/** What a request says; only our own use case wrote it. */
function settlementOf({ payload }: Approval): Settlement {
  return { ...(payload as unknown as Settlement), amount: satang(Number(payload["amount"])) };
}

/** A request as its cards show it. Throws `card.outdated` where it ended without an answer. */
async function viewOf(
  tx: Tx,
  group: Group,
  approval: Approval,
  seconds: readonly Member[] = [],
): Promise<DifferenceView> {
  const settlement = settlementOf(approval);
  const { memberNo } = settlement;
  const [member] = memberNo === null ? [] : await findMembers(tx, [memberId(group.id, memberNo)]);
  const entry = approval.state === "approved" ? await findByKey(tx, keyOf(approval)) : null;
  return {
    ...(await decisionView(tx, group, approval, seconds)),
    ...{ group, settlement, member: member ? memberName(member) : null },
    voucher: entry?.receipt ? receiptText(entry.receipt) : null,
    checkCode: entry && checkCodeOf(entry.hash),
  };
}

/** A request as its second officer sees it, again. */
export async function getDifferenceRequest(tx: Tx, approvalId: string): Promise<DifferenceView> {
  const approval = await getApproval(tx, approvalId);
  return viewOf(tx, await getGroup(tx, approval.groupId), approval);
}
