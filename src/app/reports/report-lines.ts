import type { MemberId } from "../../domain/ids";
import type { JournalEntry } from "../../domain/ledger/chain";
import { movedBy } from "../../domain/ledger/journal-entry";
import { receiptText } from "../../domain/ledger/receipt";
import { memberName, officerName } from "../../domain/people";
import type { ReportLine } from "../../domain/reports/views";
import { findMembers } from "../../storage/members";
import type { Tx } from "../../storage/tx";

/** Entries in the words of reports, in their order; `reversals` are those among which their reversals stand. */
export async function linesOf(
  tx: Tx,
  entries: readonly JournalEntry[],
  reversals: readonly JournalEntry[],
): Promise<ReportLine[]> {
  const people = entries.flatMap(({ actor, secondedBy, postings }) => [
    actor.memberId,
    secondedBy?.memberId,
    ...postings.map(({ memberId }) => memberId),
  ]);
  const ids = [...new Set(people.filter((id): id is MemberId => id !== null && id !== undefined))];
  const members = new Map((await findMembers(tx, ids)).map((member) => [member.id, member]));
  const reversed = new Set(reversals.flatMap(({ reverses }) => reverses ?? []));
  const officers = [...members.values()];
  return entries.map((entry) => ({
    id: entry.id,
    seq: entry.seq,
    kind: entry.kind,
    on: entry.effectiveOn,
    at: entry.postedAt,
    by: officerName(entry.actor, officers),
    second: entry.secondedBy ? officerName(entry.secondedBy, officers) : null,
    members: membersOf(entry)
      .flatMap((id) => members.get(id) ?? [])
      .map(memberName),
    receipt: entry.receipt ? receiptText(entry.receipt) : null,
    reverses: entry.reverses ? Number(entry.reverses.slice(entry.reverses.lastIndexOf(":") + 1)) : null,
    reversed: reversed.has(entry.id),
    reason: entry.reason ?? null,
    record: recordOf(entry),
    postings: entry.postings,
    moved: movedBy(entry),
  }));
}

/** The members whose passbooks an entry names, each once. */
export function membersOf({ postings }: Pick<JournalEntry, "postings">): MemberId[] {
  return [...new Set(postings.flatMap(({ memberId }) => memberId ?? []))];
}

function recordOf({ record = {} }: JournalEntry): ReportLine["record"] {
  const { memberNo, helperNo, version } = record;
  return {
    ...(typeof memberNo === "string" ? { memberNo } : {}),
    ...(typeof helperNo === "string" ? { helperNo } : {}),
    ...(typeof version === "number" ? { version } : {}),
  };
}
