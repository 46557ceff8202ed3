import { daysBetween, localDate, localDateOf, type LocalDate } from "../dates";
import { memberId, type EntryId, type GroupId, type MemberId, type PersonId, type PhotoId } from "../ids";
import type { JournalEntry } from "../ledger/chain";
import type { EntryActor } from "../ledger/journal-entry";
import type { Member } from "../members/member";
import { sum, type Satang } from "../money";
import type { DepositSplit } from "../savings/deposit";

/** How an earlier notice is like a new one: the same file, a picture that looks alike, the same number of the bank, or the same sum on one day. */
export type Likeness = "image" | "picture" | "reference" | "sum";

/** An earlier notice that is like this one. */
export interface SeenBefore {
  how: Likeness;
  noticeId: string;
  sentAt: Date;
}

/** The one transfer, on one slip, of which a notice is a passbook's part. */
export interface PartOfTransfer {
  transferId: string;
  /** So many passbooks share it. */
  parts: number;
  /** What stands at the bank: all of them together. */
  total: Satang;
}

/** What a member says that she transferred to the group's account: nothing of it is in the books before the treasurer finds it at the bank. */
export interface TransferNotice {
  id: string;
  groupId: GroupId;
  /** Whose passbook it is for. */
  memberId: MemberId;
  /** Who sent it: her, her guardian or helper. */
  sentBy: { personId: PersonId; memberId: MemberId };
  sentAt: Date;
  split: DepositSplit[];
  /** The day of the transfer, and its time "HH:MM" where she said one. */
  on: LocalDate;
  time: string | null;
  /** The bank's number of the transfer, where she typed one. */
  reference: string | null;
  /** Whether that number stands in the slip's own code: nobody typed it. */
  isReferenceRead: boolean;
  photoId: PhotoId | null;
  /** Null where the transfer is of this passbook alone. */
  partOf: PartOfTransfer | null;
  seenBefore: SeenBefore[];
  state: "waiting" | "confirmed" | "refused";
  /** Rises when its receipt was taken back: it is then confirmed anew, under another key. */
  round: number;
  decidedBy: EntryActor | null;
  decidedAt: Date | null;
  /** Why it was not found; null where it was. */
  reason: string | null;
  /** The entry of its receipt, once it is confirmed. */
  entryId: EntryId | null;
  /** Since when it waits: as it was sent, or its receipt taken back. */
  waitingSince: Date;
  /** Who was asked last to look at it, because it waited too long; null: nobody. Each is asked once a round. */
  nudged: Nudge | null;
  version: number;
}

/** Who was asked to look at a notice that waited too long: its treasurers, and later the chair. */
export interface Nudge {
  who: "confirmers" | "chair";
  at: Date;
}

/** Within so many days the treasurer compares a notice with the bank passbook. */
export const daysToAnswer = 3;

/** So many days after the treasurers were asked once more, the chair is. */
export const daysToChair = 3;

/** So many notices ring at once, or of one phone on a day: few tell of more. The others come with the day's bundle, so that nobody can use up the month's messages. */
export const ringing = 5;

/** A new notice, waiting for the treasurer. */
export function newTransferNotice(
  facts: Omit<
    TransferNotice,
    | "state"
    | "round"
    | "decidedBy"
    | "decidedAt"
    | "reason"
    | "entryId"
    | "waitingSince"
    | "nudged"
    | "version"
    | "seenBefore"
  >,
  seenBefore: SeenBefore[],
): TransferNotice {
  const undecided = { decidedBy: null, decidedAt: null, reason: null, entryId: null };
  const waits = { state: "waiting" as const, round: 1, waitingSince: facts.sentAt, nudged: null };
  return { ...facts, seenBefore, ...waits, ...undecided, version: 1 };
}

/** The notice once its money stands in the books. */
export function confirmed(notice: TransferNotice, by: EntryActor, at: Date, entryId: EntryId): TransferNotice {
  return { ...next(notice), state: "confirmed", decidedBy: by, decidedAt: at, reason: null, entryId };
}

/** The notice whose money is not at the bank, as the treasurer says why. */
export function refused(notice: TransferNotice, by: EntryActor, at: Date, reason: string): TransferNotice {
  return { ...next(notice), state: "refused", decidedBy: by, decidedAt: at, reason, entryId: null };
}

/** The notice whose receipt was taken back: it waits again, once more. */
export function reopened(notice: TransferNotice, at: Date): TransferNotice {
  const undecided = { decidedBy: null, decidedAt: null, reason: null, entryId: null };
  const waits = { state: "waiting" as const, round: notice.round + 1, waitingSince: at, nudged: null };
  return { ...next(notice), ...waits, ...undecided };
}

/** The notice of which somebody was reminded. */
export function nudged(notice: TransferNotice, nudge: Nudge): TransferNotice {
  return { ...next(notice), nudged: nudge };
}

/** Who is to be asked on that day to look at a waiting notice; null: nobody, or nobody any more. */
export function nudgeDue(
  notice: Pick<TransferNotice, "state" | "waitingSince" | "nudged">,
  today: LocalDate,
): Nudge["who"] | null {
  if (daysOverdue(notice, today) === 0) return null;
  if (notice.nudged === null) return "confirmers";
  const isLong = daysBetween(localDateOf(notice.nudged.at), today) >= daysToChair;
  return notice.nudged.who === "confirmers" && isLong ? "chair" : null;
}

const next = (notice: TransferNotice): TransferNotice => ({ ...notice, version: notice.version + 1 });

/** The key of the entry that confirming a notice makes. */
export function transferKey({ id, round }: Pick<TransferNotice, "id" | "round">): string {
  return `${keyPrefix}${id}:${round}`;
}

const keyPrefix = "transfer:";

/** The notice behind an entry's key, or null where the entry is of none. */
export function noticeIdIn(idempotencyKey: string): string | null {
  return idempotencyKey.startsWith(keyPrefix) ? (idempotencyKey.slice(keyPrefix.length).split(":")[0] ?? null) : null;
}

/** What the entry that confirms a notice tells of it: the day of the transfer, and how it was like earlier ones where its card warned of that. */
export function transferRecord({ on, seenBefore }: Pick<TransferNotice, "on" | "seenBefore">): {
  transferredOn: LocalDate;
  seenBefore?: string;
} {
  const how = [...new Set(seenBefore.map((earlier) => earlier.how))];
  return { transferredOn: on, ...(how.length > 0 ? { seenBefore: how.join(" ") } : {}) };
}

/** The day of the transfer that an entry confirmed; null where it confirmed none. */
export function transferredOnIn({ record }: Pick<JournalEntry, "record">): LocalDate | null {
  const on = record?.["transferredOn"];
  return typeof on === "string" ? localDate(on) : null;
}

/** How the transfer behind an entry was like earlier ones, as its card had warned; none where it had not, or there is no transfer behind it. */
export function seenBeforeIn({ record }: Pick<JournalEntry, "record">): Likeness[] {
  return String(record?.["seenBefore"] ?? "")
    .split(" ")
    .filter((how) => how !== "") as Likeness[];
}

/** Satang of a notice: what its receipt will be of. */
export function amountOf({ split }: Pick<TransferNotice, "split">): Satang {
  return sum(split.map(({ amount }) => amount));
}

/** The id of a transfer's notice for its passbook at that place, from 0 on. */
export function partId(transferId: string, at: number): string {
  return at === 0 ? transferId : `${transferId}-${at + 1}`;
}

/** What became of the parts of one transfer, in satang: all of it stands at the bank, or nothing. */
export interface DecidedParts {
  confirmed: Satang;
  refused: Satang;
}

/** What was decided on the other parts of a notice's transfer. */
export function othersDecided(notice: Pick<TransferNotice, "id">, parts: readonly TransferNotice[]): DecidedParts {
  const inState = (state: TransferNotice["state"]) =>
    sum(parts.filter((part) => part.id !== notice.id && part.state === state).map(amountOf));
  return { confirmed: inState("confirmed"), refused: inState("refused") };
}

/** Whether one part of a transfer is in the books and another was not found: of one line at the bank that cannot be. */
export function isTornApart(state: TransferNotice["state"], others: DecidedParts | null): boolean {
  if (!others) return false;
  return state === "confirmed" ? others.refused > 0 : state === "refused" && others.confirmed > 0;
}

/** The ids of all notices of a transfer. */
export function partIds({ transferId, parts }: PartOfTransfer): string[] {
  return Array.from({ length: parts }, (_, at) => partId(transferId, at));
}

/** Whether two notices are of one transfer by what their sender said. */
export function isSameTransfer(one: Pick<TransferNotice, "partOf">, other: Pick<TransferNotice, "partOf">): boolean {
  return one.partOf !== null && one.partOf.transferId === other.partOf?.transferId;
}

/** Satang that stand at the bank for a notice. */
export const transferred = (notice: Pick<TransferNotice, "split" | "partOf">): Satang =>
  notice.partOf?.total ?? amountOf(notice);

/** Who may not confirm it: whose passbook it is, who sent it, and the spouses of both. */
export function partiesToTransfer(
  { groupId }: Pick<TransferNotice, "groupId">,
  parties: readonly Pick<Member, "id" | "spouseNo">[],
): MemberId[] {
  const spouses = parties.flatMap(({ spouseNo }) => (spouseNo === null ? [] : memberId(groupId, spouseNo)));
  return [...new Set([...parties.map(({ id }) => id), ...spouses])];
}

/** Whole days for which a waiting notice has been overdue by `today`; 0 where it is not. */
export function daysOverdue(
  { state, waitingSince }: Pick<TransferNotice, "state" | "waitingSince">,
  today: LocalDate,
): number {
  return state === "waiting" ? Math.max(0, daysBetween(localDateOf(waitingSince), today) - daysToAnswer) : 0;
}

type Told = Pick<
  TransferNotice,
  "id" | "groupId" | "memberId" | "split" | "on" | "time" | "reference" | "isReferenceRead" | "partOf" | "state"
>;

/** Whether two slips say by their own codes that they are of two transfers. */
const areProvenTwo = (one: Told, other: Told): boolean =>
  one.isReferenceRead && other.isReferenceRead && one.reference !== other.reference;

/** How an earlier notice is like a new one by its picture; `looks`: how like the two pictures look. A slip of the same bank is not enough without the same sum. */
export function pictureLikeness(one: Told, earlier: Told, looks: "near" | "alike" | null): "picture" | null {
  if (looks === null || one.id === earlier.id || isSameTransfer(one, earlier) || areProvenTwo(one, earlier))
    return null;
  return looks === "near" || transferred(one) === transferred(earlier) ? "picture" : null;
}

/**
 * How an earlier notice of any member is like a new one by what was written: the bank's number, or sum, day and time, where the day is enough if one
 * of the two tells no time. Null: it is not, both are parts of one transfer, or the slips' own codes say that they are two.
 */
export function likenessOf(one: Told, earlier: Told): "reference" | "sum" | null {
  if (one.id === earlier.id || isSameTransfer(one, earlier)) return null;
  if (one.reference !== null && one.reference === earlier.reference) return "reference";
  const isSameSum =
    one.groupId === earlier.groupId && one.on === earlier.on && transferred(one) === transferred(earlier);
  if (!isSameSum || earlier.state === "refused" || areProvenTwo(one, earlier)) return null;
  return one.time === null || earlier.time === null || one.time === earlier.time ? "sum" : null;
}
