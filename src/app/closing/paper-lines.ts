import type { LocalDate } from "../../domain/dates";
import type { Group } from "../../domain/groups/group";
import { memberId } from "../../domain/ids";
import type { JournalEntry } from "../../domain/ledger/chain";
import { makersOf } from "../../domain/ledger/journal-entry";
import { reversibleKinds } from "../../domain/ledger/reversal";
import type { Member } from "../../domain/members/member";
import { hearersOf, openerNos } from "../../domain/members/openers";
import { findWorkingDays, findWorkingDaysOn } from "../../storage/day-list";
import { findEntriesOfDay } from "../../storage/journal";
import { findMembers } from "../../storage/members";
import type { Tx } from "../../storage/tx";
import { authorize, type Actor } from "../people/actor";
import { receiptsOfEntries, type ReceiptAgain } from "../savings/statements";

/** What was recorded on the date of a group's last working day, open or closed, whenever it was opened that day. */
export interface PaperLines {
  group: Group;
  /** Null before the first working day. */
  on: LocalDate | null;
  receipts: ReceiptAgain[];
}

interface Asked {
  group: Group;
  now: Date;
}

/** What is to be written into a member's passbook by hand: her receipts of the last working day. Throws `role.missing`. */
export async function getPassbookText(
  tx: Tx,
  actor: Actor,
  { group, member, now }: Asked & { member: Member },
): Promise<PaperLines> {
  authorize(actor, group.id, "read-books", now, group.name.th);
  return linesOf(tx, group, (entry) => isAbout(entry, member));
}

/** What was done on the last working day for members whom no phone tells, their own, a guardian's or a helper's: to be signed next time. Throws `role.missing`. */
export async function listDoneForMembers(tx: Tx, actor: Actor, { group, now }: Asked): Promise<PaperLines> {
  authorize(actor, group.id, "read-books", now, group.name.th);
  return linesOf(tx, group, () => true, withoutPhone);
}

async function linesOf(
  tx: Tx,
  group: Group,
  wanted: (entry: JournalEntry) => boolean,
  among: typeof withoutPhone = (_tx, members) => Promise.resolve([...members]),
): Promise<PaperLines> {
  const [last] = await findWorkingDays(tx, group.id, 1);
  if (!last) return { group, on: null, receipts: [] };
  const { on } = last;
  const posted: JournalEntry[] = [];
  for (const day of await findWorkingDaysOn(tx, group.id, on))
    posted.push(...(await findEntriesOfDay(tx, group.id, day._id)));
  const entries = posted.filter(
    (entry) => reversibleKinds.includes(entry.kind) && entry.receipt !== undefined && wanted(entry),
  );
  const ids = entries.flatMap(({ postings }) => postings.flatMap(({ memberId: id }) => id ?? []));
  const members = await among(tx, await findMembers(tx, [...new Set(ids)]), entries);
  return { group, on, receipts: await receiptsOfEntries(tx, group, members, entries) };
}

const isAbout = ({ postings }: JournalEntry, { id }: Member): boolean =>
  postings.some(({ memberId: whose }) => whose === id);

/** The members whom no phone told of one of these entries: who recorded or confirmed it is no ear as her helper. */
async function withoutPhone(tx: Tx, members: readonly Member[], entries: readonly JournalEntry[]): Promise<Member[]> {
  const openers = members.flatMap((member) => openerNos(member).map((no) => memberId(member.groupId, no)));
  const among = [...members, ...(await findMembers(tx, [...new Set(openers)]))];
  return members.filter((member) =>
    entries.some(
      (entry) => isAbout(entry, member) && hearersOf(member, among, { besides: makersOf(entry) }).length === 0,
    ),
  );
}
