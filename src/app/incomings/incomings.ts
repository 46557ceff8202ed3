import { countedOn } from "../../domain/ledger/head";
import { addDays, localDateOf } from "../../domain/dates";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import type { ActionId } from "../../domain/ids";
import { incomingAccount, incomingEntryOf, incomingPostings, type Incoming } from "../../domain/incomings/incoming";
import { account, type AccountCode } from "../../domain/ledger/accounts";
import { standingOf } from "../../domain/ledger/cash-flow";
import { checkCodeOf, type JournalEntry } from "../../domain/ledger/chain";
import { doorOf, type OpenDay } from "../../domain/ledger/head";
import { receiptText } from "../../domain/ledger/receipt";
import type { OfficerName } from "../../domain/people";
import { findByKey, findEntriesOfKindsSince, post } from "../../storage/journal";
import { findHeads, lockHead } from "../../storage/ledger-heads";
import type { Tx } from "../../storage/tx";
import { refuseLeftOpen, requireCashDesk } from "../days/next-day";
import { refuseIfReversed } from "../ledger/reversals";
import { authorize, entryActor, type Actor, type HeldOffice } from "../people/actor";
import { depositLimit } from "../savings/deposit-checks";

/** Money that no member hands over, as its card shows it before it is recorded. */
export interface IncomingPlan {
  group: Group;
  incoming: Incoming;
  /** Where it stands in the books. */
  account: AccountCode;
  /** The same sum of the same kind that was recorded lately: two officers may tell of one credit of the bank. Null: there is none. */
  already: { receipt: string; at: Date } | null;
  dayId: string;
}

/** The same once it is recorded. */
export interface IncomingReceipt extends Omit<IncomingPlan, "dayId" | "already"> {
  receipt: string;
  at: Date;
  by: OfficerName;
  checkCode: string;
}

interface Asked {
  group: Group;
  incoming: Incoming;
  now: Date;
}

/**
 * Looks at money that no member hands over; nothing is recorded. Throws `role.missing`, `amount.not-positive`, `amount.too-large`, and
 * `day.not-open` for cash, which comes into the box on a working day, or where two officers opened the desk.
 */
export async function previewIncoming(tx: Tx, actor: Actor, asked: Asked): Promise<IncomingPlan> {
  const { group, incoming } = asked;
  authorize(actor, group.id, "record-money", asked.now, group.name.th);
  const [head] = await findHeads(tx, [group.id]);
  if (!head) throw new Error("a live group has books");
  await check(tx, asked, head.day);
  const already = await findSameIncoming(tx, asked);
  return { group, incoming, account: incomingAccount(incoming.kind, group.financeMode), already, dayId: head.day.id };
}

/** A bank credits its yield twice a year at least: within so many days the same sum is likely the same credit. */
const sameWithinDays = 60;

async function findSameIncoming(tx: Tx, { group, incoming, now }: Asked): Promise<IncomingPlan["already"]> {
  const kind = incomingEntryOf[incoming.kind];
  const from = addDays(localDateOf(now), -sameWithinDays);
  const lately = standingOf(await findEntriesOfKindsSince(tx, group.id, [kind, "reversal"], from));
  const same = lately.findLast(
    (entry) =>
      entry.kind === kind &&
      entry.postings.some(
        ({ side, code, amount }) => side === "debit" && code === account[incoming.into] && amount === incoming.amount,
      ),
  );
  return same?.receipt ? { receipt: receiptText(same.receipt), at: same.postedAt } : null;
}

async function check(tx: Tx, { group, incoming, now }: Asked, day: OpenDay): Promise<void> {
  if (incoming.amount <= 0) throw new DomainError("amount.not-positive", { limit: depositLimit });
  if (incoming.amount > depositLimit) throw new DomainError("amount.too-large", { limit: depositLimit });
  if (incoming.into === "cash") await requireCashDesk(tx, group, day, now);
  refuseLeftOpen(group, day, now);
}

/**
 * Records money that no member hands over, once per operation, with a number. Throws what previewIncoming throws, `card.outdated` where the
 * day of a card about cash has closed, and `entry.already-reversed` where it was put right since.
 */
export async function recordIncoming(
  tx: Tx,
  actor: Actor,
  input: Asked & { operationId: ActionId; dayId: string },
): Promise<IncomingReceipt> {
  const { group, incoming, now } = input;
  const head = await lockHead(tx, group.id);
  const idempotencyKey = `incoming:${input.operationId}`;
  const earlier = await findByKey(tx, idempotencyKey);
  const seat = authorize(actor, group.id, "record-money", now, group.name.th);
  if (earlier) {
    await refuseIfReversed(tx, earlier);
    return receiptOf(group, incoming, earlier, seat);
  }
  if (incoming.into === "cash" && head.day.id !== input.dayId)
    throw new DomainError("card.outdated", { why: "day-closed" });
  await check(tx, input, head.day);
  const { entry } = await post(tx, head, {
    idempotencyKey,
    kind: incomingEntryOf[incoming.kind],
    effectiveOn: countedOn(head.day, localDateOf(now)),
    postedAt: now,
    actor: entryActor(seat),
    source: doorOf(head.day, "chat"),
    withReceipt: true,
    ...(head.day.kind === "office" && incoming.into === "cash" ? { record: { outsideWorkingDay: true } } : {}),
    ...(incoming.note === null ? {} : { reason: incoming.note }),
    postings: incomingPostings(group, incoming, String(head.seq + 1)),
  });
  return receiptOf(group, incoming, entry, seat);
}

function receiptOf(group: Group, incoming: Incoming, entry: JournalEntry, seat: HeldOffice): IncomingReceipt {
  if (!entry.receipt) throw new Error("money that comes in has a number");
  const { committee, position } = seat.office;
  return {
    group,
    incoming,
    account: incomingAccount(incoming.kind, group.financeMode),
    receipt: receiptText(entry.receipt),
    at: entry.postedAt,
    by: { committee, position, name: seat.member.name },
    checkCode: checkCodeOf(entry.hash),
  };
}
