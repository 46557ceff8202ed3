import type { YearMonth } from "../../domain/dates";
import type { Group } from "../../domain/groups/group";
import { account, memberAccounts } from "../../domain/ledger/accounts";
import { checkCodeOf, type JournalEntry } from "../../domain/ledger/chain";
import { receiptText } from "../../domain/ledger/receipt";
import type { Member } from "../../domain/members/member";
import { satang, sum } from "../../domain/money";
import { memberName, officerName } from "../../domain/people";
import type { ActsPaper, SlipsPaper, SlipView, TableQrPaper } from "../../domain/reports/views";
import type { DayRow } from "../../storage/days";
import { findMembersOfGroup } from "../../storage/members";
import type { Tx } from "../../storage/tx";
import type { Balances } from "./balances-then";
import { booksOfDay } from "./books-of-day";
import type { MemberId } from "../../domain/ids";
import { isHeard } from "../../domain/members/openers";
import { booksOfMonth } from "./books-of-month";
import { linesOf, membersOf } from "./report-lines";
import { headNow } from "./report-head";

/** The slips of a day: every receipt of it that still holds, of members whom no phone tells. */
export async function slipsPaper(tx: Tx, group: Group, day: DayRow, now: Date): Promise<SlipsPaper> {
  const { head, before, entries, later } = await booksOfDay(tx, group, day, now);
  const members = await findMembersOfGroup(tx, group.id);
  const reversed = new Set([...entries, ...later].flatMap(({ reverses }) => reverses ?? []));
  let balances: Balances = before;
  const slips: SlipView[] = [];
  for (const entry of entries) {
    balances = balances.with(entry);
    const member = members.find(({ id }) => membersOf(entry).includes(id));
    if (member && !isHeard(member, members, entry.postedAt) && entry.receipt && !reversed.has(entry.id))
      slips.push(slipOf(entry, { member, members, balances }));
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

/** The acts of a month for members whom no phone tells; openings are nobody's act. */
export async function actsPaper(tx: Tx, group: Group, month: YearMonth, now: Date): Promise<ActsPaper> {
  const { head, entries, later } = await booksOfMonth(tx, group, month, now);
  const members = await findMembersOfGroup(tx, group.id);
  // As it was then: who is linked later has not heard of what was done before.
  const wasSilent = (id: MemberId, at: Date): boolean =>
    members.some((member) => member.id === id && !isHeard(member, members, at));
  const acts = entries.filter(
    (entry) => !entry.kind.startsWith("opening.") && membersOf(entry).some((id) => wasSilent(id, entry.postedAt)),
  );
  const lines = await linesOf(tx, acts, [...entries, ...later]);
  return { kind: "acts", ...head, month, lines, moved: sum(lines.map(({ moved }) => moved)) };
}

/** What the page on the table needs. */
export async function tableQrPaper(tx: Tx, group: Group, basicId: string | null, now: Date): Promise<TableQrPaper> {
  return { kind: "table-qr", ...(await headNow(tx, group, now)), basicId };
}
