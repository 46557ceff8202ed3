import type { LocalDate } from "../../domain/dates";
import { caseDays, textsOf, type Case, type CaseMatter } from "../../domain/cases/case";
import type { Group } from "../../domain/groups/group";
import { memberId, type EntryId, type MemberId } from "../../domain/ids";
import type { JournalEntry } from "../../domain/ledger/chain";
import { makersOf, movedBy } from "../../domain/ledger/journal-entry";
import { receiptText } from "../../domain/ledger/receipt";
import type { Member } from "../../domain/members/member";
import type { Satang } from "../../domain/money";
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
  /** Who confirmed it; null where nobody else did. */
  secondedBy: OfficerName | null;
}

/** A text of a case as it is read. */
export interface ToldText {
  /** Null where it was told without a name. */
  by: string | null;
  isTellers: boolean;
  at: Date;
  text: string;
}

/** A case as its cards show it. */
export interface CaseView {
  caseId: string;
  group: Group;
  /** Whose passbook it is about; null where it was told without a name. */
  member: MemberName | null;
  /** Who told it, where that is somebody else; null otherwise. */
  toldBy: MemberName | null;
  isNameless: boolean;
  about: CaseMatter;
  /** Everything that both sides said, in order. */
  texts: ToldText[];
  entry: AttachedEntry | null;
  openedAt: Date;
  state: Case["state"];
  isEscalated: boolean;
  days: number;
  /** How often it was answered. */
  answers: number;
}

/** Number, day and sum of an entry that a case may be about. */
export function moneyOf(entry: JournalEntry): Pick<AttachedEntry, "receipt" | "on" | "total"> {
  return {
    receipt: entry.receipt ? receiptText(entry.receipt) : null,
    on: entry.effectiveOn,
    total: movedBy(entry),
  };
}

/** What is told of an entry that is attached; null where there is none. */
export async function attachedEntry(tx: Tx, id: EntryId | null): Promise<AttachedEntry | null> {
  const [entry] = id === null ? [] : await findEntries(tx, [id]);
  if (!entry) return null;
  const { actor, secondedBy } = entry;
  const officers = await findMembers(tx, [...new Set(makersOf(entry))]);
  return {
    ...moneyOf(entry),
    by: officerName(actor, officers),
    secondedBy: secondedBy ? officerName(secondedBy, officers) : null,
  };
}

/** A case as its cards show it. */
export async function caseView(tx: Tx, group: Group, one: Case): Promise<CaseView> {
  const texts = textsOf(one);
  const whose = one.memberId ?? one.askedBy;
  const ids = [whose, one.askedBy, ...texts.map(({ by }) => by)].filter((id): id is MemberId => id !== null);
  const members = await findMembers(tx, [...new Set(ids)]);
  const known = (id: MemberId | null): Member | undefined => members.find((member) => member.id === id);
  const [member, teller] = [known(whose), known(one.askedBy)];
  return {
    caseId: one.id,
    group,
    member: member ? memberName(member) : null,
    toldBy: teller && teller.id !== whose ? memberName(teller) : null,
    isNameless: one.askedBy === null,
    about: one.about,
    texts: texts.map(({ by, at, text }) => {
      const isTellers = by === one.askedBy;
      return { by: by === null ? null : nameAbove(known(by), isTellers), isTellers, at, text };
    }),
    entry: await attachedEntry(tx, one.entryId),
    openedAt: one.openedAt,
    state: one.state,
    isEscalated: one.escalatedAt !== null,
    days: caseDays,
    answers: one.answers.length,
  };
}

/** Who tells is named by her number too, since others open passbooks for her and she for others. */
function nameAbove(member: Member | undefined, isTellers: boolean): string {
  if (!member) return "";
  return isTellers ? `${member.memberNo} ${member.name}` : member.name;
}

/** Who posted an entry, and who confirmed it with her: they do not hear of a case about it. */
export async function postersOf(tx: Tx, id: EntryId | null): Promise<MemberId[]> {
  const [entry] = id === null ? [] : await findEntries(tx, [id]);
  return entry ? makersOf(entry) : [];
}

/** Who records money in a group: a case about money that is not in the books is none of theirs to hear. */
export function recordersOf(group: Group): MemberId[] {
  return group.officers
    .filter(({ committee, position }) => committee === "executive" || position === "staff")
    .map(({ memberNo }) => memberId(group.id, memberNo));
}
