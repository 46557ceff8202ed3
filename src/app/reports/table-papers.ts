import type { YearMonth } from "../../domain/dates";
import type { Group } from "../../domain/groups/group";
import { memberNoOf, type MemberId } from "../../domain/ids";
import { account, memberAccounts } from "../../domain/ledger/accounts";
import { checkCodeOf, type JournalEntry } from "../../domain/ledger/chain";
import { makersOf } from "../../domain/ledger/journal-entry";
import { receiptText } from "../../domain/ledger/receipt";
import type { Member } from "../../domain/members/member";
import { hearersOf, whoMayHear } from "../../domain/members/openers";
import { satang, sum } from "../../domain/money";
import { memberName, officerName } from "../../domain/people";
import type { ActsPaper, SlipsPaper, SlipView, TableQrPaper } from "../../domain/reports/views";
import type { DayRow } from "../../storage/days";
import { findMembersOfGroup } from "../../storage/members";
import type { Tx } from "../../storage/tx";
import type { Balances } from "./balances-then";
import { booksOfDay } from "./books-of-day";
import { booksOfMonth } from "./books-of-month";
import { linesOf, membersOf } from "./report-lines";
import { headNow } from "./report-head";

/** The slips of a day: every receipt of it that still holds, of members whom no phone tells. */
export async function slipsPaper(tx: Tx, group: Group, day: DayRow, now: Date): Promise<SlipsPaper> {
  const { head, before, entries, later } = await booksOfDay(tx, group, day, now);
  const members = await findMembersOfGroup(tx, group.id);
  const reversed = new Set([...entries, ...later].flatMap(({ reverses }) => reverses ?? []));
  const silent = silentIn(members);
  const slips: SlipView[] = [];
  for (const { entry, balances } of before.along(entries)) {
    const [id] = membersOf(entry);
    const member = id && silent(id, entry);
    if (member && entry.receipt && !reversed.has(entry.id)) slips.push(slipOf(entry, { member, members, balances }));
  }
  const { _id: id, kind, on, openedAt } = day;
  return { kind: "slips", ...head, day: { id, kind, on, openedAt }, slips };
}

function slipOf(
  entry: JournalEntry,
  { member, members, balances }: { member: Member; members: readonly Member[]; balances: Balances },
): SlipView {
  const parts = entry.postings
    .filter(({ memberId }) => memberId === member.id)
    .map((posting) => {
      const { code, side, amount, contractNo = null } = posting;
      const isKept = memberAccounts.includes(code) || (code === account.loans && contractNo !== null);
      return {
        code,
        contractNo,
        change: side === "credit" ? amount : satang(-amount),
        balance: isKept ? balances.of(posting) : null,
      };
    });
  return {
    member: memberName(member),
    receipt: entry.receipt ? receiptText(entry.receipt) : "",
    kind: entry.kind,
    at: entry.postedAt,
    by: officerName(entry.actor, members),
    parts,
    total: sum(parts.map(({ change }) => change)),
    checkCode: checkCodeOf(entry.hash),
  };
}

/** Finds a member whom no phone told of an entry then: who is linked later has not heard of what was done before, and who made it is no ear as her helper. */
function silentIn(members: readonly Member[]): (id: MemberId, entry: JournalEntry) => Member | null {
  const register = new Map(members.map((member) => [member.memberNo, member]));
  return (id, entry) => {
    const member = register.get(memberNoOf(id));
    if (!member) return null;
    const heard = hearersOf(member, whoMayHear(member, register), { at: entry.postedAt, besides: makersOf(entry) });
    return heard.length === 0 ? member : null;
  };
}

/** The acts of a month for members whom no phone tells; openings are nobody's act. */
export async function actsPaper(tx: Tx, group: Group, month: YearMonth, now: Date): Promise<ActsPaper> {
  const { head, entries, later } = await booksOfMonth(tx, group, month, now);
  const members = await findMembersOfGroup(tx, group.id);
  const silent = silentIn(members);
  const acts = entries.filter(
    (entry) => !entry.kind.startsWith("opening.") && membersOf(entry).some((id) => silent(id, entry)),
  );
  const lines = await linesOf(tx, acts, [...entries, ...later]);
  return { kind: "acts", ...head, month, lines, moved: sum(lines.map(({ moved }) => moved)) };
}

/** What the page on the table needs. */
export async function tableQrPaper(tx: Tx, group: Group, basicId: string | null, now: Date): Promise<TableQrPaper> {
  return { kind: "table-qr", ...(await headNow(tx, group, now)), basicId };
}
