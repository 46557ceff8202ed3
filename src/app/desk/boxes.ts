import type { MemberId } from "../../domain/ids";
import { cashOf } from "../../domain/closing/boxes";
import type { JournalEntry } from "../../domain/ledger/chain";
import type { Member } from "../../domain/members/member";
import { add, satang, type Satang } from "../../domain/money";
import { officerName, type OfficerName } from "../../domain/people";
import type { HeldOffice } from "../people/actor";

/** What one officer took on a day: the cash that should be in her box. */
export interface Box {
  by: OfficerName | null;
  isOwn: boolean;
  total: Satang;
  /** Receipts, one a passbook. */
  count: number;
}

/** The boxes of everybody who recorded one of these deposits, the reader's own first, whether or not she recorded any. */
export function boxesOf(deposits: readonly JournalEntry[], members: readonly Member[], own: HeldOffice): Box[] {
  const by = { committee: own.office.committee, position: own.office.position, name: own.member.name };
  const boxes = new Map<MemberId | null, Box>([[own.member.id, { by, isOwn: true, total: satang(0), count: 0 }]]);
  for (const entry of deposits) {
    const { memberId } = entry.actor;
    const box = boxes.get(memberId) ?? { by: null, isOwn: false, total: satang(0), count: 0 };
    boxes.set(memberId, {
      ...box,
      by: officerName(entry.actor, members),
      total: add(box.total, cashOf(entry)),
      count: box.count + 1,
    });
  }
  return [...boxes.values()];
}
