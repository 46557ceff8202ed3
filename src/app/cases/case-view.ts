import type { LocalDate } from "../../domain/dates";
import { caseDays, type Case, type CaseMatter } from "../../domain/cases/case";
import type { Group } from "../../domain/groups/group";
import { memberId, type EntryId, type MemberId } from "../../domain/ids";
import { receiptText } from "../../domain/ledger/receipt";
import type { Member } from "../../domain/members/member";
import { sum, type Satang } from "../../domain/money";
import { memberName, officerName, type MemberName, type OfficerName } from "../../domain/people";
import { findEntries } from "../../storage/journal";
import { findMembers } from "../../storage/members";
import type { Tx } from "../../storage/tx";

/** The entry that is attached to a case. */
export interface AttachedEntry {
  receipt: string | null;
  on: LocalDate;
  total: Satang;
  by: OfficerName | null;
}

/** A case as its cards show it. */
export interface CaseView {
  caseId: string;
  group: Group;
  /** Null where it was told without a name. */
  member: MemberName | null;
  about: CaseMatter;
  words: string;
  entry: AttachedEntry | null;
  openedAt: Date;
  state: Case["state"];
  isEscalated: boolean;
  days: number;
  /** How often it was answered, and the last answer with who gave it. */
  answers: number;
  answer: { by: string; at: Date; text: string } | null;
}

/** What is told of an entry that is attached; null where there is none. */
export async function attachedEntry(tx: Tx, id: EntryId | null): Promise<AttachedEntry | null> {
  const [entry] = id === null ? [] : await findEntries(tx, [id]);
  if (!entry) return null;
  const officers = await findMembers(tx, entry.actor.memberId ? [entry.actor.memberId] : []);
  return {
    receipt: entry.receipt ? receiptText(entry.receipt) : null,
    on: entry.effectiveOn,
    total: sum(entry.postings.filter(({ side }) => side === "debit").map(({ amount }) => amount)),
    by: officerName(entry.actor, officers),
  };
}

/** A case as its cards show it. */
export async function caseView(tx: Tx, group: Group, one: Case): Promise<CaseView> {
  const last = one.answers.at(-1) ?? null;
  const whose = one.memberId ?? one.askedBy;
  const ids = [whose, last?.by].filter((id): id is MemberId => id != null);
  const members = await findMembers(tx, [...new Set(ids)]);
  const nameOf = (id: MemberId): Member | undefined => members.find((member) => member.id === id);
  const member = whose === null ? undefined : nameOf(whose);
  return {
    caseId: one.id,
    group,
    member: member ? memberName(member) : null,
    about: one.about,
    words: one.words,
    entry: await attachedEntry(tx, one.entryId),
    openedAt: one.openedAt,
    state: one.state,
    isEscalated: one.escalatedAt !== null,
    days: caseDays,
    answers: one.answers.length,
    answer: last && { by: nameOf(last.by)?.name ?? "", at: last.at, text: last.text },
  };
}

/** Who posted an entry, and who confirmed it with her: they do not hear of a case about it. */
export async function postersOf(tx: Tx, id: EntryId | null): Promise<MemberId[]> {
  const [entry] = id === null ? [] : await findEntries(tx, [id]);
  return [entry?.actor.memberId, entry?.secondedBy?.memberId].filter((one): one is MemberId => one != null);
}

/** Who records money in a group: a case about money that is not in the books is none of theirs to hear. */
export function recordersOf(group: Group): MemberId[] {
  return group.officers
    .filter(({ committee, position }) => committee === "executive" || position === "staff")
    .map(({ memberNo }) => memberId(group.id, memberNo));
}
