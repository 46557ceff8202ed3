import { noticeRule } from "../domain/notices";
import type { MemberId } from "../domain/ids";
import type { Member } from "../domain/members/member";
import { openerNos } from "../domain/members/openers";
import { findMembers } from "../storage/members";
import type { Basis, OutboxRow } from "../storage/outbox";
import { findPersonsOfLine, type Person } from "../storage/persons";
import { inTransaction } from "../storage/tx";

/** Why a row must not go: its reader has no right to it any more, or does not want it, or its time is over. */
export type DropReason = "link-changed" | "no-consent" | "stopped" | "expired";

/** Rows of one chat. */
export interface ChatRows {
  chatId: string;
  rows: readonly OutboxRow[];
}

/** What became of the rows of one chat when they were looked at again, just before packing. */
export interface Checked {
  chatId: string;
  /** What may go; what may only ride carries no due time. */
  rows: OutboxRow[];
  dropped: { row: OutboxRow; reason: DropReason }[];
  /** Due, but not to be pushed: LINE would not deliver it, or she asked for silence. It rides, or waits until her phone is unlocked. */
  quiet: OutboxRow[];
  /** Whether it is a person whom LINE called a friend: a multicast reaches nobody else, whoever a push may reach. */
  isFriend: boolean;
}

/**
 * Reads link, consent, stop, lock and friendship again: a row was written for one link, and a phone may have changed hands since, or a
 * helper stepped back.
 * Who blocked the account, or stopped all messages, gets nothing pushed: what may still reach her rides on her own answers. On a locked
 * phone nothing about a passbook is shown.
 */
export async function checkRights(chats: readonly ChatRows[], now: Date): Promise<Checked[]> {
  const chatIds = chats.map(({ chatId }) => chatId);
  const bases = chats.flatMap(({ rows }) => rows.flatMap(({ basis }) => (basis ? [basis.memberId, basis.opens] : [])));
  const ids = bases.filter((id): id is MemberId => id !== undefined);
  const { persons, members } = await inTransaction(async (tx) => ({
    persons: await findPersonsOfLine(tx, chatIds),
    members: await findMembers(tx, [...new Set(ids)]),
  }));
  const personOf = new Map(persons.map((person) => [person.lineUserId, person]));
  const memberOf = new Map(members.map((member) => [member.id as string, member]));
  return chats.map((chat) => checkChat(chat, { person: personOf.get(chat.chatId) ?? null, memberOf, now }));
}

interface Facts {
  person: Person | null;
  memberOf: ReadonlyMap<string, Member>;
  now: Date;
}

function checkChat({ chatId, rows }: ChatRows, facts: Facts): Checked {
  const { person } = facts;
  const checked = rows.map((row) => ({ row, reason: dropReason(row, facts) }));
  const allowed = checked.filter(({ reason }) => reason === null).map(({ row }) => row);
  const isHidden = (row: OutboxRow) => person?.lockedAt != null && row.basis !== null;
  const mayPush = person === null || (person.friend && person.stopped !== "all");
  const isQuiet = (row: OutboxRow) => row.kind !== "answer" && (!mayPush || isHidden(row));
  return {
    chatId,
    rows: allowed.filter((row) => !isHidden(row)).map((row) => (isQuiet(row) ? { ...row, dueAt: null } : row)),
    dropped: checked.flatMap(({ row, reason }) => (reason ? [{ row, reason }] : [])),
    quiet: allowed.filter((row) => isQuiet(row) && row.state === "waiting" && row.dueAt !== null),
    isFriend: person?.friendTold === true,
  };
}

function dropReason(row: OutboxRow, { person, memberOf, now }: Facts): DropReason | null {
  if (row.expiresAt && row.expiresAt <= now) return "expired";
  if (row.basis) {
    const reader = memberOf.get(row.basis.memberId);
    if (reader?.link.version !== row.basis.linkVersion || reader.link.personId !== row.personId) return "link-changed";
    if (!opensStill(reader, row.basis, memberOf)) return "link-changed";
    if (person?.consent === null) return "no-consent";
  }
  if (row.kind === "answer" || !person || person.stopped === "none" || noticeRule(row.kind).protects) return null;
  return person.stopped === "all" || row.urgency === "ride" ? "stopped" : null;
}

/** Whether what a row tells of is her own passbook, or one that she opens still. */
function opensStill({ memberNo }: Member, { opens }: Basis, memberOf: Facts["memberOf"]): boolean {
  if (opens === undefined) return true;
  const told = memberOf.get(opens);
  return told !== undefined && openerNos(told).includes(memberNo);
}
