import type { Approval } from "../../domain/approvals/two-officers";
import type { Group } from "../../domain/groups/group";
import { memberId } from "../../domain/ids";
import { checkCodeOf } from "../../domain/ledger/chain";
import { receiptText } from "../../domain/ledger/receipt";
import type { Member } from "../../domain/members/member";
import { zero, type Satang } from "../../domain/money";
import { memberName, type MemberName } from "../../domain/people";
import type { DepositSplit } from "../../domain/savings/deposit";
import { findByKey } from "../../storage/journal";
import { findMembers } from "../../storage/members";
import type { Tx } from "../../storage/tx";
import { decidersOf, decisionAmong, type DecisionView } from "../approvals/decision";
import type { WordedGroup } from "../rules/money-words";
import { totalOf, type DepositRow } from "../savings/deposit-rows";
import { readItem } from "./suspense-items";

/** Money without owner that is to go to a member, before anybody is asked. */
export interface SettlementPlan {
  group: WordedGroup;
  /** The number under which it came in, when, and what is known of it. */
  receipt: string;
  cameAt: Date;
  note: string | null;
  member: MemberName;
  rows: Omit<DepositRow, "change">[];
  total: Satang;
}

/** The same once a second officer was asked. */
export interface SettlementView extends SettlementPlan, DecisionView {
  /** The member's receipt, once it is settled. */
  settled: { receipt: string; checkCode: string } | null;
}

/** What a request says; only our own use case wrote it. */
export function settlementOf({ payload }: Approval): { itemNo: string; memberNo: string; split: DepositSplit[] } {
  const { itemNo, memberNo, split } = payload;
  return { itemNo: String(itemNo), memberNo: String(memberNo), split: JSON.parse(String(split)) as DepositSplit[] };
}

/** The key of the entry that an approved request makes. */
export function settlementKey(approvalId: string): string {
  return `suspense:${approvalId}`;
}

/** A request as its cards show it. */
export async function settlementView(
  tx: Tx,
  group: Group,
  approval: Approval,
  seconds: readonly Member[] = [],
): Promise<SettlementView> {
  const { itemNo, memberNo, split } = settlementOf(approval);
  const whose = memberId(group.id, memberNo);
  const members = await findMembers(tx, [...new Set([whose, ...decidersOf(approval)])]);
  const member = members.find(({ id }) => id === whose);
  if (!member) throw new Error("money is settled to a member");
  const item = await readItem(tx, group, itemNo, zero, approval.requestedAt);
  const entry = approval.state === "approved" ? await findByKey(tx, settlementKey(approval.id)) : null;
  return {
    group,
    receipt: item.receipt,
    cameAt: item.at,
    note: item.note,
    member: memberName(member),
    rows: split,
    total: totalOf(split),
    ...decisionAmong(group, approval, members, seconds),
    settled: entry?.receipt ? { receipt: receiptText(entry.receipt), checkCode: checkCodeOf(entry.hash) } : null,
  };
}
