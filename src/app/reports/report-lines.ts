import type { DifferenceThing, DifferenceWay } from "../../domain/differences/difference";
import type { Committee, Position } from "../../domain/groups/offices";
import { memberId, type GroupId, type MemberId } from "../../domain/ids";
import type { JournalEntry } from "../../domain/ledger/chain";
import { movedBy, type EntryKind } from "../../domain/ledger/journal-entry";
import { receiptText } from "../../domain/ledger/receipt";
import type { Member } from "../../domain/members/member";
import { satang } from "../../domain/money";
import { memberName, officerName, type MemberName } from "../../domain/people";
import type { LineRecord, OfficeLine, ReportLine } from "../../domain/reports/views";
import { findMembers } from "../../storage/members";
import type { Tx } from "../../storage/tx";

/** Entries in the words of reports, in their order; `reversals` are those among which their reversals stand. */
export async function linesOf(
  tx: Tx,
  entries: readonly JournalEntry[],
  reversals: readonly JournalEntry[],
): Promise<ReportLine[]> {
  const people = entries.flatMap((entry) => [
    entry.actor.memberId,
    entry.secondedBy?.memberId,
    ...entry.postings.map((posting) => posting.memberId),
    ...namedIn(entry),
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
    record: recordOf(entry, members),
    postings: entry.postings,
    moved: movedBy(entry),
  }));
}

/** The members whose passbooks an entry names, each once. */
export function membersOf({ postings }: Pick<JournalEntry, "postings">): MemberId[] {
  return [...new Set(postings.flatMap(({ memberId }) => memberId ?? []))];
}

/** Kinds of records that name members by their numbers alone, whom people know by name. */
const namingKinds: readonly EntryKind[] = ["difference.settled", "officers.decided", "officers.handed-over"];

/** The members whom the record of an entry names by their numbers. */
function namedIn({ kind, groupId, record = {} }: JournalEntry): MemberId[] {
  if (!namingKinds.includes(kind)) return [];
  const numbers = [record["memberNo"], record["outNo"], record["inNo"]];
  return numbers.flatMap((no) => (typeof no === "string" ? memberId(groupId, no) : []));
}

type Members = ReadonlyMap<MemberId, Member>;

function recordOf(entry: JournalEntry, members: Members): LineRecord {
  const { kind, record = {} } = entry;
  if (kind === "difference.settled") return { settled: settledRecord(entry, members) };
  if (kind === "officers.decided" || kind === "officers.handed-over") return { office: officeRecord(entry, members) };
  const { memberNo, helperNo, version } = record;
  return {
    ...(typeof memberNo === "string" ? { memberNo } : {}),
    ...(typeof helperNo === "string" ? { helperNo } : {}),
    ...(typeof version === "number" ? { version } : {}),
  };
}

/** Only our own use cases wrote these records. */
function settledRecord({ groupId, record = {} }: JournalEntry, members: Members): NonNullable<LineRecord["settled"]> {
  return {
    what: record["what"] as DifferenceThing,
    way: record["way"] as DifferenceWay,
    resolution: String(record["resolution"] ?? ""),
    member: named(groupId, record["memberNo"], members),
  };
}

function officeRecord({ kind, groupId, record = {} }: JournalEntry, members: Members): OfficeLine {
  const sumOf = (name: string) => satang(Number(record[name] ?? 0));
  const counted = {
    ...{ cash: sumOf("cash"), cashOff: sumOf("cashOff") },
    ...{ bank: sumOf("bank"), bankOff: sumOf("bankOff") },
  };
  return {
    committee: record["committee"] as Committee,
    position: record["position"] as Position,
    resolution: String(record["resolution"] ?? ""),
    out: named(groupId, record["outNo"], members),
    taker: named(groupId, record["inNo"], members),
    counted: kind === "officers.handed-over" ? counted : null,
  };
}

function named(groupId: GroupId, no: unknown, members: Members): MemberName | null {
  const member = typeof no === "string" ? members.get(memberId(groupId, no)) : undefined;
  return member ? memberName(member) : null;
}
