import { localDateOf, monthOf, type LocalDate } from "../../domain/dates";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import { groupOf, type ActionId, type MemberId } from "../../domain/ids";
import { countedOn } from "../../domain/ledger/head";
import { receiptText } from "../../domain/ledger/receipt";
import type { Member } from "../../domain/members/member";
import { sum, type Satang } from "../../domain/money";
import type { Done } from "../../domain/notice";
import type { RuleBook } from "../../domain/rules/rule-book";
import type { DepositSplit } from "../../domain/savings/deposit";
import { usualSums } from "../../domain/savings/usual-sums";
import { findHeads, lockHead } from "../../storage/ledger-heads";
import { findMembers } from "../../storage/members";
import type { Tx } from "../../storage/tx";
import { progressOf, type SheetProgress } from "../closing/sheet";
import { requireCashDesk } from "../days/next-day";
import { authorize, type Actor } from "../people/actor";
import { withWord, type WordedGroup } from "../rules/money-words";
import { rulesInForce } from "../rules/rules-in-force";
import { pledgeSavingsOf } from "./deposit-rows";
import { examineDeposit } from "./examine-deposit";
import { postDeposits } from "./post-deposits";
import { readPassbooks, type PassbookState } from "./read-passbooks";
import type { DepositReceipt } from "./receive-money";

/** What one member of a list hands over; `due`: everything that is due of her. Or why nothing of the row can be taken. */
export type BatchLine = { said: string } & (
  { member: Member; split: DepositSplit[] | "due" } | { refused: DomainError }
);

/** A row that can be taken. */
export interface BatchPart {
  member: Member;
  split: DepositSplit[];
  total: Satang;
}

/** A list as its card shows it: what can be taken, and why the other rows cannot. */
export interface BatchPreview {
  group: WordedGroup;
  dayId: string;
  parts: BatchPart[];
  refused: { said: string; error: DomainError }[];
  /** Numbers that were named more than once for everything that is due: each is taken once. */
  repeated: string[];
  total: Satang;
}

/**
 * Reads what a list of deposits would do. A row that is refused is named with its reason and stops none of the others. Nothing is posted.
 * Throws `role.missing`, `day.not-open`.
 */
export async function previewBatch(
  tx: Tx,
  actor: Actor,
  { group, lines, now }: { group: Group; lines: readonly BatchLine[]; now: Date },
): Promise<BatchPreview> {
  authorize(actor, group.id, "record-money", now, group.name.th);
  const [head] = await findHeads(tx, [group.id]);
  if (!head) throw new Error("a live group has books");
  await requireCashDesk(tx, group, head.day, now);
  const on = countedOn(head.day, localDateOf(now));
  const rules = await rulesInForce(tx, group, on);
  const states = await statesOf(tx, group, lines, { dayId: head.day.id, on });
  const parts: BatchPart[] = [];
  const refused: BatchPreview["refused"] = [];
  const repeated = new Set<string>();
  const due = new Set<MemberId>();
  for (const line of lines) {
    try {
      if ("refused" in line) throw line.refused;
      const { member } = line;
      if (line.split === "due" && due.has(member.id)) {
        repeated.add(member.memberNo);
        continue;
      }
      if (parts.some((part) => part.member.id === member.id))
        throw new DomainError("batch.twice", { memberNo: member.memberNo });
      const state = states.get(member.id);
      if (!state) throw new Error("each member has a passbook");
      const split = line.split === "due" ? dueOf(state, rules, on) : line.split;
      const { same, total } = await examineDeposit(tx, state, { group, split, rules, on });
      if (same?.receipt)
        throw new DomainError("batch.already", { memberNo: member.memberNo, receipt: receiptText(same.receipt) });
      parts.push({ member, split, total });
      if (line.split === "due") due.add(member.id);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      refused.push({ said: line.said, error });
    }
  }
  return {
    group: withWord(group, rules),
    dayId: head.day.id,
    parts,
    refused,
    repeated: [...repeated],
    total: sum(parts.map(({ total }) => total)),
  };
}

async function statesOf(
  tx: Tx,
  group: Group,
  lines: readonly BatchLine[],
  day: { dayId: string; on: LocalDate },
): Promise<Map<MemberId, PassbookState>> {
  const members = new Map(lines.flatMap((line) => ("member" in line ? [[line.member.id, line.member]] : [])));
  const states = await readPassbooks(tx, group, [...members.values()], day);
  return new Map(states.map((state) => [state.member.id, state]));
}

/** What is due of a member on a day. Throws `batch.nothing-due`. */
function dueOf({ member, holdings, loans }: PassbookState, rules: RuleBook, on: LocalDate): DepositSplit[] {
  const due = usualSums(member, { savings: pledgeSavingsOf(holdings), loans }, rules.values, monthOf(on));
  if (due.length === 0) throw new DomainError("batch.nothing-due", { memberNo: member.memberNo });
  return due;
}

/** A list that was posted. */
export interface BatchPosted {
  receipts: DepositReceipt[];
  /** How far the paper is entered that it came from; null where it came from none. */
  sheet: SheetProgress | null;
}

/**
 * Posts a list of deposits, all or none, each once per operation and with a receipt of its own; every member hears of hers. Throws what
 * postDeposit throws, and `card.outdated` where one of them was posted by somebody else meanwhile.
 */
export async function postBatch(
  tx: Tx,
  actor: Actor,
  input: {
    operationId: ActionId;
    group: Group;
    dayId: string;
    parts: readonly { memberId: MemberId; split: DepositSplit[] }[];
    now: Date;
  },
): Promise<Done<BatchPosted>> {
  const { operationId, group, dayId, parts, now } = input;
  const head = await lockHead(tx, group.id);
  const seat = authorize(actor, group.id, "record-money", now, group.name.th);
  const found = await findMembers(
    tx,
    parts.map(({ memberId }) => memberId),
  );
  const members = parts.map(({ memberId }) => {
    const member = found.find(({ id }) => id === memberId);
    if (!member || groupOf(memberId) !== group.id)
      throw new DomainError("member.not-found", { query: memberId, groupName: group.name.th });
    return member;
  });
  const states = await readPassbooks(tx, group, members, {
    dayId,
    on: countedOn(head.day, localDateOf(now)),
  });
  const orders = states.map((state, at) => ({
    operationId: `${operationId}.${at}` as ActionId,
    state,
    split: parts[at]?.split ?? [],
    anotherOne: false,
  }));
  const { result, notices } = await postDeposits(
    tx,
    { head, seat },
    { group, dayId, orders, now, door: "chat", rules: null },
  );
  const receipts = result.map((outcome) => {
    if (outcome.kind === "refused") throw outcome.error;
    if (outcome.kind === "already") throw new DomainError("card.outdated", { why: "changed" });
    return outcome.receipt;
  });
  return { result: { receipts, sheet: await progressOf(tx, group, head.day) }, notices };
}
