import { DomainError } from "../../domain/errors";
import type { ActionId } from "../../domain/ids";
import { account } from "../../domain/ledger/accounts";
import { countedOn, doorOf, type LedgerHead } from "../../domain/ledger/head";
import type { EntrySource } from "../../domain/ledger/journal-entry";
import type { Member } from "../../domain/members/member";
import type { Done } from "../../domain/notice";
import type { Group } from "../../domain/groups/group";
import { localDateOf, type LocalDate } from "../../domain/dates";
import type { RuleBook } from "../../domain/rules/rule-book";
import type { DepositSplit } from "../../domain/savings/deposit";
import type { Tx } from "../../storage/tx";
import { requireCashDesk } from "../days/next-day";
import { refuseIfReversed } from "../ledger/reversals";
import type { HeldOffice } from "../people/actor";
import { checkSplit, refuseUntaken } from "./deposit-checks";
import { pledgeAfter, pledgeSavingsOf, rowsAfter } from "./deposit-rows";
import { examineSums } from "./examine-deposit";
import type { PassbookState } from "./read-passbooks";
import { depositReceiptOf, postReceived, seatName, worded, type DepositReceipt, type Received } from "./receive-money";
import { sameDeposit } from "./same-deposit";

/** What one member hands over; its state was read under the lock of the group's head. */
export interface DepositOrder {
  operationId: ActionId;
  state: PassbookState;
  split: DepositSplit[];
  /** Whether the same deposit may stand in the day already. */
  anotherOne: boolean;
}

/** What came of a deposit: `already` when the same one was posted meanwhile, so that an explicit second one must be asked for. */
export type DepositOutcome =
  { kind: "posted"; receipt: DepositReceipt; member: Member } | { kind: "already"; member: Member };

/** The same of one among several, or why nothing of it is recorded. */
export type OrderOutcome = DepositOutcome | { kind: "refused"; error: DomainError };

/** What is to be recorded. */
interface Orders {
  group: Group;
  /** The day that was shown to who recorded. */
  dayId: string;
  orders: readonly DepositOrder[];
  now: Date;
  /** Through which door it comes in, where it is not entered from paper. */
  door: EntrySource;
  /** The rules of the day, where no card showed before whether they allow it. */
  rules: RuleBook | null;
}

/**
 * Posts deposits of several members, each once per operation and as an entry with a receipt of its own, in as many writes as one takes; every
 * member hears of hers. What is refused of one (as `postDeposit` says) stops none of the others, in the order of the orders. The head is
 * locked, the officer authorised. Throws `ledger.insufficient-funds`.
 */
export async function postDeposits(
  tx: Tx,
  { head, seat }: { head: LedgerHead; seat: HeldOffice },
  input: Orders,
): Promise<Done<OrderOutcome[]>> {
  const { group, orders, now, door, rules } = input;
  const on = countedOn(head.day, localDateOf(now));
  const decisions: (OrderOutcome | { kind: "post"; received: Received })[] = [];
  for (const order of orders) decisions.push(await decided(tx, { head, seat, on }, input, order));
  const received = decisions.flatMap((decision) => (decision.kind === "post" ? decision.received : []));
  const into = { group, into: account.cash, on, now, source: doorOf(head.day, door), rules };
  const posted = await postReceived(tx, { head, seat }, into, received);
  const outcomes = decisions.map((decision): OrderOutcome => {
    if (decision.kind !== "post") return decision;
    const { member } = decision.received;
    const receipt = posted.receipts.get(member.id);
    if (!receipt) throw new Error("each entry has a receipt");
    return { kind: "posted", receipt, member };
  });
  return { result: outcomes, notices: posted.notices };
}

/** Whether one of the orders is posted, or was before, or is refused. */
async function decided(
  tx: Tx,
  { head, seat, on }: { head: LedgerHead; seat: HeldOffice; on: LocalDate },
  { group, dayId, orders, now, rules }: Orders,
  order: DepositOrder,
): Promise<OrderOutcome | { kind: "post"; received: Received }> {
  const { state, split } = order;
  const { member, holdings, ofTheDay } = state;
  const idempotencyKey = `savings.deposit:${order.operationId}`;
  try {
    if (orders.find((one) => one.state.member.id === member.id) !== order)
      throw new DomainError("batch.twice", { memberNo: member.memberNo });
    checkSplit(split);
    await refuseUntaken(tx, group, member, split, on);
    const earlier = ofTheDay.find((entry) => entry.idempotencyKey === idempotencyKey);
    if (earlier) {
      await refuseIfReversed(tx, earlier);
      const receipt = depositReceiptOf(earlier, await worded(tx, group, earlier, split), member, seatName(seat), {
        rows: rowsAfter(holdings, split),
        pledge: pledgeAfter(member, pledgeSavingsOf(holdings), split, earlier.effectiveOn, "posted"),
      });
      return { kind: "posted", receipt, member };
    }
    if (head.day.id !== dayId) throw new DomainError("card.outdated", { why: "day-closed" });
    await requireCashDesk(tx, group, head.day, now);
    if (!order.anotherOne && sameDeposit(state, split)) return { kind: "already", member };
    return { kind: "post", received: { member, split, idempotencyKey, ...examineSums(state, split, on, rules) } };
  } catch (error) {
    if (error instanceof DomainError) return { kind: "refused", error };
    throw error;
  }
}
