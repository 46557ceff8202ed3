import { localDateOf, type LocalDate } from "../../domain/dates";
import type { Group } from "../../domain/groups/group";
import type { MemberId, PhotoId } from "../../domain/ids";
import { checkCodeOf } from "../../domain/ledger/chain";
import { receiptText } from "../../domain/ledger/receipt";
import type { Satang } from "../../domain/money";
import { memberName, officerName, type MemberName, type OfficerName } from "../../domain/people";
import type { DepositSplit } from "../../domain/savings/deposit";
import {
  amountOf,
  daysOverdue,
  daysToAnswer,
  othersDecided,
  partIds,
  type DecidedParts,
  type Nudge,
  type TransferNotice,
} from "../../domain/transfers/transfer-notice";
import { findEntries } from "../../storage/journal";
import { findMembers } from "../../storage/members";
import { findTransferNotices } from "../../storage/transfer-notices";
import type { Tx } from "../../storage/tx";
import { wordedFor, type WordedGroup } from "../rules/money-words";
import { seenNotices, type SeenNotice } from "./seen-notices";

/** A notice as its cards show it. */
export interface TransferView {
  noticeId: string;
  group: WordedGroup;
  memberId: MemberId;
  member: MemberName;
  /** Who sent it for her; null where she did herself. */
  sender: MemberName | null;
  split: DepositSplit[];
  total: Satang;
  on: LocalDate;
  time: string | null;
  reference: string | null;
  photoId: PhotoId | null;
  /** How many passbooks share the transfer, all of it, and what became of the other parts; null where it is of this one alone. */
  partOf: ({ parts: number; total: Satang } & DecidedParts) | null;
  sentAt: Date;
  /** Earlier notices that are like it, newest first, as they stand now. */
  seenBefore: SeenNotice[];
  state: TransferNotice["state"];
  round: number;
  daysToAnswer: number;
  daysOverdue: number;
  /** Who was asked last to look at it; null: nobody. */
  nudged: Nudge | null;
  decidedBy: OfficerName | null;
  decidedAt: Date | null;
  reason: string | null;
  paid: { receipt: string; checkCode: string } | null;
}

/** A notice of a group as its cards show it on the day of `now`. */
export async function transferView(tx: Tx, group: Group, notice: TransferNotice, now: Date): Promise<TransferView> {
  const { memberId, sentBy, decidedBy, entryId, split } = notice;
  const ids = [memberId, sentBy.memberId, decidedBy?.memberId].filter((id): id is MemberId => id != null);
  const members = await findMembers(tx, [...new Set(ids)]);
  const member = members.find(({ id }) => id === memberId);
  if (!member) throw new Error("a notice is of a member");
  const sender = sentBy.memberId === memberId ? undefined : members.find(({ id }) => id === sentBy.memberId);
  const [entry] = entryId === null ? [] : await findEntries(tx, [entryId]);
  const today = localDateOf(now);
  return {
    noticeId: notice.id,
    group: await wordedFor(
      tx,
      group,
      today,
      split.map(({ purpose }) => purpose),
    ),
    memberId,
    member: memberName(member),
    sender: sender ? memberName(sender) : null,
    split,
    total: amountOf(notice),
    on: notice.on,
    time: notice.time,
    reference: notice.reference,
    photoId: notice.photoId,
    partOf: await partOfView(tx, notice),
    sentAt: notice.sentAt,
    seenBefore: await seenNotices(tx, notice),
    state: notice.state,
    round: notice.round,
    daysToAnswer,
    daysOverdue: daysOverdue(notice, today),
    nudged: notice.nudged,
    decidedBy: decidedBy && officerName(decidedBy, members),
    decidedAt: notice.decidedAt,
    reason: notice.reason,
    paid: entry?.receipt ? { receipt: receiptText(entry.receipt), checkCode: checkCodeOf(entry.hash) } : null,
  };
}

async function partOfView(tx: Tx, notice: TransferNotice): Promise<TransferView["partOf"]> {
  if (!notice.partOf) return null;
  const { parts, total } = notice.partOf;
  return { parts, total, ...othersDecided(notice, await findTransferNotices(tx, partIds(notice.partOf))) };
}
