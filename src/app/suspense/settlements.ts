import { localDateOf } from "../../domain/dates";
import { decide, type Approval } from "../../domain/approvals/two-officers";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import type { ActionId } from "../../domain/ids";
import { account } from "../../domain/ledger/accounts";
import { countedOn, type LedgerHead, type OpenDay } from "../../domain/ledger/head";
import { credit, debit } from "../../domain/ledger/journal-entry";
import type { Member } from "../../domain/members/member";
import type { Done, Notice } from "../../domain/notice";
import { partiesTo } from "../../domain/payments/payment";
import { memberName, officerName } from "../../domain/people";
import type { DepositSplit } from "../../domain/savings/deposit";
import { getApproval } from "../../storage/approvals";
import { getGroup } from "../../storage/groups";
import { post } from "../../storage/journal";
import { findHeads } from "../../storage/ledger-heads";
import { findMembers } from "../../storage/members";
import type { Tx } from "../../storage/tx";
import { closeApproval } from "../approvals/close-approval";
import { beginDecision, putToSecond } from "../approvals/decision";
import { askSeconds } from "../approvals/second-officers";
import { refuseLeftOpen } from "../days/next-day";
import { getGroupMember } from "../members/find-member";
import { settleAdmission } from "../members/admission";
import { authorize, entryActor, type Actor } from "../people/actor";
import { withWord } from "../rules/money-words";
import { rulesInForce } from "../rules/rules-in-force";
import { checkSplit, paysEntry, refuseUntaken } from "../savings/deposit-checks";
import { getHoldings, refOf, totalOf } from "../savings/deposit-rows";
import { examineSums } from "../savings/examine-deposit";
import { depositReceiptOf } from "../savings/receive-money";
import {
  settlementKey,
  settlementOf,
  settlementView,
  type SettlementPlan,
  type SettlementView,
} from "./settlement-view";
import { getSuspenseItem } from "./suspense-items";

interface Settlement {
  itemNo: string;
  memberNo: string;
  split: DepositSplit[];
}

interface Asked extends Settlement {
  group: Group;
  now: Date;
}

/**
 * Looks at money without owner that is to go to a member; nothing is posted. Throws `role.missing`, `payment.own`, `suspense.gone`,
 * `suspense.too-much`, `day.left-open`, and what a deposit of the desk is refused for.
 */
export async function previewSettlement(tx: Tx, actor: Actor, asked: Asked): Promise<SettlementPlan> {
  const { group, item, member } = await examine(tx, actor, asked);
  const { receipt, at, note } = item;
  const { split } = asked;
  return { group, receipt, cameAt: at, note, member: memberName(member), rows: split, total: totalOf(split) };
}

async function examine(tx: Tx, actor: Actor, { group, itemNo, memberNo, split, now }: Asked) {
  const seat = authorize(actor, group.id, "record-money", now, group.name.th);
  const item = await getSuspenseItem(tx, actor, { group, itemNo, now });
  const member = await getGroupMember(tx, group.id, memberNo);
  if (partiesTo(member).includes(seat.member.id)) throw new DomainError("payment.own", { memberNo });
  if (totalOf(split) > item.amount) throw new DomainError("suspense.too-much", { held: item.amount });
  const [head] = await findHeads(tx, [group.id]);
  if (!head) throw new Error("a live group has books");
  const { rules } = await checkTaken(tx, group, member, { split, day: head.day, now });
  return { seat, item, member, group: withWord(group, rules) };
}

/** What the desk would refuse of her is refused here too, on the day for which it counts. */
async function checkTaken(
  tx: Tx,
  group: Group,
  member: Member,
  { split, day, now }: { split: readonly DepositSplit[]; day: OpenDay; now: Date },
) {
  refuseLeftOpen(group, day, now);
  checkSplit(split);
  const on = countedOn(day, localDateOf(now));
  await refuseUntaken(tx, group, member, split, on);
  const holdings = await getHoldings(tx, member);
  const rules = await rulesInForce(tx, group, on);
  return { on, rules, told: examineSums({ member, holdings }, split, on, rules) };
}

/** Asks a second officer to confirm whose it is; nothing is posted yet. A request about the same money that waits already is shown again. Throws as previewSettlement, and `second-person.missing`. */
export async function requestSettlement(
  tx: Tx,
  actor: Actor,
  input: Asked & { operationId: ActionId },
): Promise<Done<SettlementView>> {
  const { itemNo, memberNo, split, operationId, now } = input;
  const { seat, member, group } = await examine(tx, actor, input);
  const { approval, seconds, isNew } = await putToSecond(tx, {
    group,
    seat,
    kind: "suspense",
    subject: `${group.id}/${itemNo}`,
    payload: { itemNo, memberNo, split: JSON.stringify(split) },
    excluded: partiesTo(member),
    operationId,
    now,
  });
  const view = await settlementView(tx, group, approval, seconds);
  return { result: view, notices: isNew ? askSeconds(seconds, approval, view) : [] };
}

/**
 * The second officer's word. Approved: the money goes to the member's purposes, once, and she gets her receipt. A request that was decided
 * already is shown as decided. Throws `role.missing`, `second-person.same`, `ledger.insufficient-funds` where it went elsewhere meanwhile,
 * and what the desk refuses.
 */
export async function decideSettlement(
  tx: Tx,
  actor: Actor,
  input: { approvalId: string; verdict: "approved" | "rejected"; now: Date },
): Promise<Done<SettlementView>> {
  const { now } = input;
  const { asked, head, group, seat } = await beginDecision(tx, actor, input.approvalId, now);
  if (asked.state !== "open") return { result: await settlementView(tx, group, asked), notices: [] };
  const decided = decide(asked, entryActor(seat), input.verdict, now);
  const told = decided.state === "approved" ? await settle(tx, group, head, decided, now) : [];
  await closeApproval(tx, decided);
  const view = await settlementView(tx, group, decided);
  const asker = decided.requestedBy.memberId;
  const answer: Notice[] = asker ? [{ to: { memberId: asker }, kind: "suspense.decided", view }] : [];
  return { result: view, notices: [...told, ...answer] };
}

async function settle(tx: Tx, group: Group, head: LedgerHead, decided: Approval, now: Date): Promise<Notice[]> {
  const { itemNo, memberNo, split } = settlementOf(decided);
  const member = await getGroupMember(tx, group.id, memberNo);
  const { on, rules, told } = await checkTaken(tx, group, member, { split, day: head.day, now });
  const { fineGoesTo } = rules.values["late-pledge"];
  const { entry } = await post(tx, head, {
    idempotencyKey: settlementKey(decided.id),
    kind: "suspense.settled",
    effectiveOn: on,
    postedAt: now,
    actor: decided.requestedBy,
    ...(decided.decidedBy ? { secondedBy: decided.decidedBy } : {}),
    source: "chat",
    withReceipt: true,
    postings: [
      debit({ groupId: group.id, code: account.suspense, itemNo }, totalOf(split)),
      ...split.map((part) => credit(refOf(member, part, fineGoesTo), part.amount)),
    ],
  });
  const asker = decided.requestedBy.memberId;
  const by = officerName(decided.requestedBy, await findMembers(tx, asker ? [asker] : []));
  if (!by) throw new Error("an officer asked for it");
  const view = depositReceiptOf(entry, withWord(group, rules), member, by, told);
  const entered = paysEntry(split) ? await settleAdmission(tx, group, member, { now, by: asker }) : [];
  return [{ to: { memberId: member.id, member, asOwner: true }, kind: "receipt.deposit", view }, ...entered];
}

/** A request as its second officer sees it, again. */
export async function getSettlementRequest(tx: Tx, approvalId: string): Promise<SettlementView> {
  const approval = await getApproval(tx, approvalId);
  return settlementView(tx, await getGroup(tx, approval.groupId), approval);
}
