import { DomainError } from "../../domain/errors";
import type { ActionId } from "../../domain/ids";
import { countedOn, type OpenDay } from "../../domain/ledger/head";
import type { Member } from "../../domain/members/member";
import type { Done } from "../../domain/notice";
import type { Group } from "../../domain/groups/group";
import { localDateOf, type LocalDate } from "../../domain/dates";
import type { DepositSplit } from "../../domain/savings/deposit";
import { findHeads, lockHead } from "../../storage/ledger-heads";
import { findMember } from "../../storage/members";
import type { Tx } from "../../storage/tx";
import { requireCashDesk } from "../days/next-day";
import { progressOf, type SheetProgress } from "../closing/sheet";
import { authorize, type Actor } from "../people/actor";
import { checkSplit } from "./deposit-checks";
import { examineDeposit, type DepositExamined } from "./examine-deposit";
import { postDeposits, type DepositOutcome } from "./post-deposits";
import { readPassbooks } from "./read-passbooks";
import { withWord, type WordedGroup } from "../rules/money-words";
import { rulesInForce } from "../rules/rules-in-force";
import { earlierDeposit, type EarlierDeposit } from "./same-deposit";

/** What the confirmation card shows. */
export interface DepositPreview extends Omit<DepositExamined, "same"> {
  group: WordedGroup;
  member: Member;
  dayId: string;
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
  const rules = await rulesInForce(tx, group, on);
  const [state] = await readPassbooks(tx, group, [member], { dayId: day.id, on });
  if (!state) throw new Error("each member has a passbook");
  const { same, ...examined } = await examineDeposit(tx, state, { group, split, rules, on });
  const already = await earlierDeposit(tx, same);
  return { ...examined, group: withWord(group, rules), member, dayId: day.id, already };
}

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
  },
): Promise<
  Done<
    DepositOutcome & {
      /** How far the paper is entered that it came from; null where it came from none. */ sheet: SheetProgress | null;
    }
  >
> {
  const { group, dayId, operationId, split, anotherOne, now } = input;
  const head = await lockHead(tx, group.id);
  const seat = authorize(actor, group.id, "record-money", now, group.name.th);
  checkSplit(split);
  const member = await memberIn(tx, group, input.memberId, input.known);
  const [state] = await readPassbooks(tx, group, [member], { dayId, on: countedOn(head.day, localDateOf(now)) });
  if (!state) throw new Error("each member has a passbook");
  const orders = [{ operationId, state, split, anotherOne }];
  const { result, notices } = await postDeposits(
    tx,
    { head, seat },
    { group, dayId, orders, now, door: "chat", rules: null },
  );
  const [outcome] = result;
  if (!outcome) throw new Error("each order has an outcome");
  if (outcome.kind === "refused") throw outcome.error;
  return { result: { ...outcome, sheet: await progressOf(tx, group, head.day) }, notices };
}

async function memberIn(tx: Tx, group: Group, id: Member["id"], known: Member | null | undefined): Promise<Member> {
  const member = known ?? (await findMember(tx, id));
  if (member?.id !== id || member.groupId !== group.id)
    throw new DomainError("member.not-found", { query: id, groupName: group.name.th });
  return member;
}
