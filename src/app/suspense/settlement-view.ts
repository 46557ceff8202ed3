import { verdictOf, type Approval, type Verdict } from "../../domain/approvals/two-officers";
import type { Group } from "../../domain/groups/group";
import { memberId, type MemberId } from "../../domain/ids";
import { checkCodeOf } from "../../domain/ledger/chain";
import { receiptText } from "../../domain/ledger/receipt";
import type { Member } from "../../domain/members/member";
import { zero, type Satang } from "../../domain/money";
import { memberName, officerName, type MemberName, type OfficerName } from "../../domain/people";
import type { DepositSplit } from "../../domain/savings/deposit";
import { findByKey } from "../../storage/journal";
import { findMembers } from "../../storage/members";
import type { Tx } from "../../storage/tx";
import { namesByPower } from "../approvals/second-officers";
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
export interface SettlementView extends SettlementPlan {
  approvalId: string;
  requestedBy: OfficerName | null;
  decidedBy: OfficerName | null;
  decidedAt: Date | null;
  verdict: Verdict;
  waitsFor: OfficerName[];
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
  const ids = [whose, approval.requestedBy.memberId, approval.decidedBy?.memberId];
  const members = await findMembers(tx, [
    ...new Set(ids.filter((id): id is MemberId => id !== null && id !== undefined)),
  ]);
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
    approvalId: approval.id,
    requestedBy: officerName(approval.requestedBy, members),
    decidedBy: approval.decidedBy && officerName(approval.decidedBy, members),
    decidedAt: approval.decidedAt,
    verdict: verdictOf(approval),
    waitsFor: namesByPower(group, "second-money", seconds),
    settled: entry?.receipt ? { receipt: receiptText(entry.receipt), checkCode: checkCodeOf(entry.hash) } : null,
  };
}
