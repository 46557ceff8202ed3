import { DomainError } from "../../domain/errors";
import type { ActionId } from "../../domain/ids";
import { account } from "../../domain/ledger/accounts";
import { countedOn, doorOf, type OpenDay } from "../../domain/ledger/head";
import type { EntrySource } from "../../domain/ledger/journal-entry";
import type { Member } from "../../domain/members/member";
import type { Satang } from "../../domain/money";
import type { Done } from "../../domain/notice";
import type { Group } from "../../domain/groups/group";
import { localDateOf, monthOf, type LocalDate } from "../../domain/dates";
import type { RuleBook } from "../../domain/rules/rule-book";
import type { DepositSplit } from "../../domain/savings/deposit";
import { findEntriesOfMemberOnDay } from "../../storage/journal";
import { findHeads, lockHead } from "../../storage/ledger-heads";
import { findMember } from "../../storage/members";
import type { Tx } from "../../storage/tx";
import { requireCashDesk } from "../days/next-day";
import { refuseIfReversed } from "../ledger/reversals";
import { progressOf, type SheetProgress } from "../closing/sheet";
import { authorize, type Actor } from "../people/actor";
import { checkSplit, refuseMoreThanOwed, refuseUntaken } from "./deposit-checks";
import {
  getHoldings,
  pledgeAfter,
  pledgeSavingsOf,
  rowsAfter,
  rowsBefore,
  totalOf,
  type DepositRow,
  type PledgeAfter,
} from "./deposit-rows";
import { withWord, type WordedGroup } from "../rules/money-words";
import { rulesInForce } from "../rules/rules-in-force";
import { fineDue, refuseAgainstRules, type FineDue } from "./desk-rules";
import { depositReceiptOf, postReceived, seatName, worded, type DepositReceipt } from "./receive-money";
import { findSameDeposit, type EarlierDeposit } from "./same-deposit";

/** What the confirmation card shows. */
export interface DepositPreview {
  group: WordedGroup;
  member: Member;
  dayId: string;
  rows: DepositRow[];
  total: Satang;
  /** How far the pledge is paid after this deposit; null where nothing of it is for the pledge. */
  pledge: PledgeAfter | null;
  /** What the rules ask for besides; null where nothing. */
  fine: FineDue | null;
  /** The same member, purposes and sums stand already in this day. */
  already: EarlierDeposit | null;
}

/**
 * Reads what a deposit would do, for the confirmation card. Nothing is posted. Throws `role.missing`, `day.not-open`,
 * `member.not-active`, `amount.not-positive`, `amount.too-large`, `loan.more-than-owed`, `purpose.not-taken`, `pledge.too-far-ahead`.
 */
export async function previewDeposit(
  tx: Tx,
  actor: Actor,
  input: { group: Group; member: Member; split: DepositSplit[]; now: Date },
): Promise<DepositPreview> {
  const { group, split } = input;
  authorize(actor, group.id, "record-money", input.now, group.name.th);
  checkSplit(split);
  const [head] = await findHeads(tx, [group.id]);
  if (!head) throw new Error("a live group has books");
  await requireCashDesk(tx, group, head.day, input.now);
  return examineSplit(tx, { ...input, day: head.day, on: countedOn(head.day, localDateOf(input.now)) });
}

/**
 * Reads what a member's money would do that comes in on an open day, whoever asks and however it comes; `on` is the day that it counts for.
 * Throws what previewDeposit throws of the member and the sums.
 */
export async function examineSplit(
  tx: Tx,
  input: { group: Group; member: Member; split: DepositSplit[]; day: Pick<OpenDay, "id">; on: LocalDate },
): Promise<DepositPreview> {
  const { group, member, split, day, on } = input;
  checkSplit(split);
  await refuseUntaken(tx, group, member, split, on);
  const holdings = await getHoldings(tx, member);
  refuseMoreThanOwed(holdings, split);
  const ofTheDay = await findEntriesOfMemberOnDay(tx, member.id, day.id);
  const rules = await rulesInForce(tx, group, on);
  const savings = pledgeSavingsOf(holdings);
  const pledge = pledgeAfter(member, savings, split, on);
  refuseAgainstRules(rules, split, pledge);
  const already = await findSameDeposit(tx, ofTheDay, { member, split });
  return {
    group: withWord(group, rules),
    member,
    dayId: day.id,
    rows: rowsBefore(holdings, split),
    total: totalOf(split),
    pledge,
    fine: fineDue(rules, member, { savings, month: monthOf(on), split }),
    already,
  };
}

/** What came of a confirmed deposit: `already` when the same one was posted meanwhile, so that an explicit second one must be asked for. */
export type DepositOutcome =
  | {
      kind: "posted";
      receipt: DepositReceipt;
      member: Member;
      /** How far the paper is entered that it came from; null where it came from none. */
      sheet: SheetProgress | null;
    }
  | { kind: "already"; member: Member };

/**
 * Posts a deposit once per operation. The member hears of it. Throws `card.outdated` when the day that the card shows has closed,
 * `entry.already-reversed` when the operation's entry was put right since, and what previewDeposit throws.
 */
export async function postDeposit(
  tx: Tx,
  actor: Actor,
  input: {
    operationId: ActionId;
    group: Group;
    memberId: Member["id"];
    /** The member, where this transaction has read her. */
    known?: Member | null;
    dayId: string;
    split: DepositSplit[];
    anotherOne: boolean;
    now: Date;
    /** Through which door it comes in; the chat unless told. */
    source?: EntrySource;
    /** The rules of the day, where no card showed before whether they allow it. */
    rules?: RuleBook;
  },
): Promise<Done<DepositOutcome>> {
  const { group, split, now } = input;
  const head = await lockHead(tx, group.id);
  const seat = authorize(actor, group.id, "record-money", now, group.name.th);
  checkSplit(split);
  const member = await memberIn(tx, group, input.memberId, input.known);
  await refuseUntaken(tx, group, member, split, head.day.on);
  const idempotencyKey = `savings.deposit:${input.operationId}`;
  const ofTheDay = await findEntriesOfMemberOnDay(tx, member.id, input.dayId);
  const earlier = ofTheDay.find((entry) => entry.idempotencyKey === idempotencyKey);
  if (earlier) {
    await refuseIfReversed(tx, earlier);
    const after = await getHoldings(tx, member);
    const receipt = depositReceiptOf(earlier, await worded(tx, group, earlier, split), member, seatName(seat), {
      rows: rowsAfter(after, split),
      pledge: pledgeAfter(member, pledgeSavingsOf(after), split, earlier.effectiveOn, "posted"),
    });
    return { result: { kind: "posted", receipt, member, sheet: await progressOf(tx, group, head.day) }, notices: [] };
  }
  if (head.day.id !== input.dayId) throw new DomainError("card.outdated", { why: "day-closed" });
  await requireCashDesk(tx, group, head.day, now);
  const on = countedOn(head.day, localDateOf(now));
  if (!input.anotherOne && (await findSameDeposit(tx, ofTheDay, { member, split })))
    return { result: { kind: "already", member }, notices: [] };
  const more = {
    source: doorOf(head.day, input.source ?? "chat"),
    ...(input.rules ? { rules: input.rules } : {}),
  } as const;
  const received = { group, member, split, idempotencyKey, into: account.cash, on, now, ...more };
  const { receipt, notices } = await postReceived(tx, head, seat, received);
  return { result: { kind: "posted", receipt, member, sheet: await progressOf(tx, group, head.day) }, notices };
}

async function memberIn(tx: Tx, group: Group, id: Member["id"], known: Member | null | undefined): Promise<Member> {
  const member = known ?? (await findMember(tx, id));
  if (member?.id !== id || member.groupId !== group.id)
    throw new DomainError("member.not-found", { query: id, groupName: group.name.th });
  return member;
}
