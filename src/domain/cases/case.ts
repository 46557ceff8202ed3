import { isOnlyAuditor } from "../groups/callers";
import type { Group, Network } from "../groups/group";
import { memberId, type EntryId, type GroupId, type MemberId } from "../ids";
import { spouseOf, type Member } from "../members/member";

/** What a member is asked about: a passbook that does not agree, money that was handed over and is not there, or a complaint. */
export const caseMatters = ["balance", "missing-entry", "complaint"] as const;
export type AskedMatter = (typeof caseMatters)[number];
/** What a case is about: one of these; or that another phone took a passbook over, told by the phone that opened it before. */
export type CaseMatter = AskedMatter | "taken-over";

/** One answer of somebody who checked. */
export interface CaseAnswer {
  by: MemberId;
  at: Date;
  text: string;
}

/** One text of a case, from either side; `by` is null where it was told without a name. */
export interface CaseText {
  by: MemberId | null;
  at: Date;
  text: string;
}

/** Something that a member says is wrong, for those to check who neither recorded it nor are accused. */
export interface Case {
  id: string;
  groupId: GroupId;
  about: CaseMatter;
  /** Whose passbook it is about; null where it was told without a name, unless another phone took that passbook over. */
  memberId: MemberId | null;
  /** Who told it; null where she told it without her name: then nothing here leads to her. */
  askedBy: MemberId | null;
  /** The entry that is attached. */
  entryId: EntryId | null;
  /** What was told first, and what the teller added after answers; all of it stays to be read. */
  words: string;
  further: { at: Date; text: string }[];
  /** Who may not hear of it: who posted the entry, who is named in the words. */
  accused: MemberId[];
  /** Who took the group's money when it was told: none of them hears of it in a later office either. */
  keepers: MemberId[];
  state: "checking" | "answered" | "closed";
  /** Without a name it is the beginning of the day alone. */
  openedAt: Date;
  /** Since when somebody waits for an answer. */
  waitingSince: Date;
  answers: CaseAnswer[];
  /** When it went to the network's coordinator; null while it has not. */
  escalatedAt: Date | null;
  closedAt: Date | null;
  version: number;
}

/** So many days an answer may take before the network's coordinator hears of it. */
export const caseDays = 7;

/** The case with an answer; one that was told without a name is closed by it, since nobody can be asked whether it helps. */
export function answered(one: Case, answer: CaseAnswer): Case {
  const answers = [...one.answers, answer];
  if (one.askedBy === null) return { ...next(one), answers, state: "closed", closedAt: answer.at };
  return { ...next(one), answers, state: "answered" };
}

/** The case whose answer did not put it right: it waits anew, with what is still wrong in her words. */
export function stillWrong(one: Case, text: string, at: Date): Case {
  return { ...next(one), further: [...one.further, { at, text }], state: "checking", waitingSince: at };
}

/** Every text of a case from both sides, in the order in which they were said. */
export function textsOf({ askedBy, openedAt, words, further, answers }: Case): CaseText[] {
  const told = [{ at: openedAt, text: words }, ...further].map((one) => ({ ...one, by: askedBy }));
  return [...told, ...answers].sort((one, other) => one.at.getTime() - other.at.getTime());
}

/** The case that its member closes. */
export function closed(one: Case, at: Date): Case {
  return { ...next(one), state: "closed", closedAt: at };
}

/** The case once the network's coordinator hears of it. */
export function escalated(one: Case, at: Date): Case {
  return { ...next(one), escalatedAt: at };
}

const next = (one: Case): Case => ({ ...one, version: one.version + 1 });

/** What of a case says from whom it is kept. */
export type KeptFrom = Pick<Case, "askedBy" | "accused" | "keepers">;

/** Whom a case is kept from: who told it, who is accused of it, and their spouses, whichever of the two the register names; and who took the money. */
export function isKeptFrom({ askedBy, accused, keepers }: KeptFrom, others: readonly Member[]) {
  const named = new Set([...accused, ...(askedBy === null ? [] : [askedBy])]);
  const spouses = new Set(others.filter(({ id }) => named.has(id)).flatMap(spouseOf));
  return (member: Member): boolean =>
    keepers.includes(member.id) ||
    named.has(member.id) ||
    spouses.has(member.id) ||
    spouseOf(member).some((id) => named.has(id));
}

/** Who checks cases of a group: members of its audit committee who hold no other office and have LINE. */
export function auditorsAmong(group: Pick<Group, "officers">, members: readonly Member[]): Member[] {
  return members.filter((member) => hasLine(member) && isOnlyAuditor(group, member.memberNo));
}

/** The network's coordinators with LINE among these members; those who hold an office of the group itself only where there is no other. */
export function coordinatorsAmong(
  { coordinators }: Pick<Network, "coordinators">,
  group: Pick<Group, "id" | "officers">,
  members: readonly Member[],
): Member[] {
  const ids = coordinators.map((seat) => memberId(seat.groupId, seat.memberNo));
  const able = members.filter((member) => hasLine(member) && ids.includes(member.id));
  const officers = group.officers.map(({ memberNo }) => memberId(group.id, memberNo));
  const outside = able.filter(({ id }) => !officers.includes(id));
  return outside.length > 0 ? outside : able;
}

const hasLine = ({ status, link }: Member): boolean => status === "active" && link.personId !== null;
