import { localDateOf, monthOf, type LocalDate } from "../../domain/dates";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import type { ActionId, MemberId } from "../../domain/ids";
import { countedOn } from "../../domain/ledger/head";
import type { Member } from "../../domain/members/member";
import { sum, type Satang } from "../../domain/money";
import type { Done, Notice } from "../../domain/notice";
import type { RuleBook } from "../../domain/rules/rule-book";
import type { DepositSplit } from "../../domain/savings/deposit";
import { usualSums } from "../../domain/savings/usual-sums";
import { findHeads } from "../../storage/ledger-heads";
import type { Tx } from "../../storage/tx";
import { requireCashDesk } from "../days/next-day";
import { getGroupMember } from "../members/find-member";
import { authorize, type Actor } from "../people/actor";
import { withWord, type WordedGroup } from "../rules/money-words";
import { rulesInForce } from "../rules/rules-in-force";
import { getHoldings, pledgeSavingsOf } from "./deposit-rows";
import { postDeposit, previewDeposit } from "./deposits";
import type { DepositReceipt } from "./receive-money";

/** What one member of a list hands over; `due`: everything that is due of her. Or why nothing of the row can be taken. */
export type BatchLine = { said: string } & (
  { memberNo: string; split: DepositSplit[] | "due" } | { refused: DomainError }
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
  const parts: BatchPart[] = [];
  const refused: BatchPreview["refused"] = [];
  for (const line of lines) {
    try {
      if ("refused" in line) throw line.refused;
      if (parts.some(({ member }) => member.memberNo === line.memberNo))
        throw new DomainError("batch.twice", { memberNo: line.memberNo });
      const member = await getGroupMember(tx, group.id, line.memberNo);
      const split = line.split === "due" ? await dueOf(tx, member, rules, on) : line.split;
      const { already, total } = await previewDeposit(tx, actor, { group, member, split, now });
      if (already) throw new DomainError("batch.already", { memberNo: member.memberNo, receipt: already.receipt });
      parts.push({ member, split, total });
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
    total: sum(parts.map(({ total }) => total)),
  };
}

/** What is due of a member on a day. Throws `batch.nothing-due`. */
async function dueOf(tx: Tx, member: Member, rules: RuleBook, on: LocalDate): Promise<DepositSplit[]> {
  const due = usualSums(member, pledgeSavingsOf(await getHoldings(tx, member)), rules.values, monthOf(on));
  if (due.length === 0) throw new DomainError("batch.nothing-due", { memberNo: member.memberNo });
  return due;
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
): Promise<Done<DepositReceipt[]>> {
  const { operationId, parts, ...rest } = input;
  const receipts: DepositReceipt[] = [];
  const notices: Notice[] = [];
  for (const [at, part] of parts.entries()) {
    const done = await postDeposit(tx, actor, {
      ...rest,
      ...part,
      operationId: `${operationId}.${at}` as ActionId,
      anotherOne: false,
    });
    if (done.result.kind === "already") throw new DomainError("card.outdated", { why: "changed" });
    receipts.push(done.result.receipt);
    notices.push(...done.notices);
  }
  return { result: receipts, notices };
}
