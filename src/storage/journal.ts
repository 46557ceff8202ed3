import type { LocalDate } from "../domain/dates";
import type { EntryId, GroupId, MemberId } from "../domain/ids";
import type { JournalEntry } from "../domain/ledger/chain";
import { seal, sealAll, type LedgerHead } from "../domain/ledger/head";
import type { EntryDraft, EntryKind, ReceiptNo } from "../domain/ledger/journal-entry";
import { applyBalanceChanges } from "./accounts";
import { advanceHead } from "./ledger-heads";
import { defineModel, driverOf, Mixed } from "./model";
import type { Tx } from "./tx";

/** An entry as stored: the domain's entry, and what its indexes need. */
export type EntryRow = Omit<JournalEntry, "id"> & { _id: EntryId; memberIds: MemberId[] };

export const EntryModel = defineModel<EntryRow>({
  collection: "journal_entries",
  fields: {
    groupId: { type: String, required: true },
    seq: { type: Number, required: true },
    kind: { type: String, required: true },
    idempotencyKey: { type: String, required: true },
    dayId: { type: String, required: true },
    effectiveOn: { type: String, required: true },
    postedAt: { type: Date, required: true },
    actor: { type: Mixed, required: true },
    source: { type: String, required: true },
    postings: { type: [Mixed], required: true },
    withReceipt: { type: Boolean, required: true },
    receipt: { type: Mixed },
    reverses: { type: String },
    reason: { type: String },
    record: { type: Mixed },
    secondedBy: { type: Mixed },
    previousHash: { type: String, required: true },
    hash: { type: String, required: true },
    memberIds: { type: [String], required: true },
  },
  indexes: [
    [{ groupId: 1, seq: 1 }, { unique: true }],
    [{ idempotencyKey: 1 }, { unique: true }],
    [{ memberIds: 1, seq: -1 }],
    [{ groupId: 1, "postings.contractNo": 1 }],
    [{ reverses: 1 }, { unique: true, partialFilterExpression: { reverses: { $exists: true } } }],
    [{ groupId: 1, dayId: 1, seq: 1 }],
    [{ groupId: 1, effectiveOn: 1 }],
    [
      { groupId: 1, "receipt.year": 1, "receipt.series": 1, "receipt.no": 1 },
      { unique: true, partialFilterExpression: { receipt: { $exists: true } } },
    ],
  ],
});

/** The row of an entry, for this file and for bulk writes of setup. */
export function entryRow({ id, ...rest }: JournalEntry): EntryRow {
  const memberIds = [...new Set(rest.postings.flatMap((posting) => posting.memberId ?? []))];
  return { _id: id, ...rest, memberIds };
}

/** The entry of a row, for this file and for reports. */
export const fromRow = ({ _id, memberIds: _memberIds, ...rest }: EntryRow): JournalEntry => ({ id: _id, ...rest });

/**
 * Posts a draft: gives it its number and place in the chain, stores it, moves the balances and the head.
 * The head must have been locked in this transaction. Throws an AssertionError when debits and credits differ, and
 * `ledger.insufficient-funds` when a balance would fall below zero.
 */
export async function post(
  tx: Tx,
  head: LedgerHead,
  draft: EntryDraft,
): Promise<{ entry: JournalEntry; head: LedgerHead }> {
  const sealed = seal(head, draft);
  await store(tx, head, { entries: [sealed.entry], head: sealed.head });
  return sealed;
}

/**
 * Posts drafts in their order as `post` does, each an entry of its own in the chain, all in as many writes as one takes: all or none.
 * Throws as `post`.
 */
export async function postAll(
  tx: Tx,
  head: LedgerHead,
  drafts: readonly EntryDraft[],
): Promise<{ entries: JournalEntry[]; head: LedgerHead }> {
  const sealed = sealAll(head, drafts);
  if (drafts.length > 0) await store(tx, head, sealed);
  return sealed;
}

async function store(
  tx: Tx,
  head: LedgerHead,
  sealed: { entries: readonly JournalEntry[]; head: LedgerHead },
): Promise<void> {
  await driverOf(EntryModel).insertMany(sealed.entries.map(entryRow), { session: tx.session, ordered: true });
  await applyBalanceChanges(tx, sealed.entries);
  await advanceHead(tx, head, sealed.head);
}

/** The entry that an operation made, or null when it has not run yet. */
export async function findByKey(tx: Tx, idempotencyKey: string): Promise<JournalEntry | null> {
  const row = await EntryModel.findOne({ idempotencyKey }).session(tx.session).lean<EntryRow>();
  return row && fromRow(row);
}

/** Entries by id, in no order. */
export async function findEntries(tx: Tx, ids: readonly EntryId[]): Promise<JournalEntry[]> {
  if (ids.length === 0) return [];
  const rows = await EntryModel.find({ _id: { $in: ids } })
    .session(tx.session)
    .lean<EntryRow[]>();
  return rows.map(fromRow);
}

/** The entries of a group with these receipt numbers of one year and series, in no order. */
export async function findByReceipts(
  tx: Tx,
  groupId: GroupId,
  { year, series }: Pick<ReceiptNo, "year" | "series">,
  numbers: readonly number[],
): Promise<JournalEntry[]> {
  const rows = await EntryModel.find({
    groupId,
    "receipt.year": year,
    "receipt.series": series,
    "receipt.no": { $in: numbers },
  })
    .session(tx.session)
    .lean<EntryRow[]>();
  return rows.map(fromRow);
}

/** The entry with that receipt number in a group, or null. */
export async function findByReceipt(tx: Tx, groupId: GroupId, receipt: ReceiptNo): Promise<JournalEntry | null> {
  return (await findAllByReceipt(tx, [groupId], receipt))[0] ?? null;
}

/** The entries with that receipt number in these groups, one a group at most. */
export async function findAllByReceipt(
  tx: Tx,
  groupIds: readonly GroupId[],
  { year, series, no }: ReceiptNo,
): Promise<JournalEntry[]> {
  const number = { "receipt.year": year, "receipt.series": series, "receipt.no": no };
  // Only who asks for entries with a receipt may use the index of receipts, which has no others.
  const rows = await EntryModel.find({ groupId: { $in: groupIds }, receipt: { $exists: true }, ...number })
    .session(tx.session)
    .lean<EntryRow[]>();
  return rows.map(fromRow);
}

/** The reversals of these entries. */
export async function findReversalsOf(tx: Tx, ids: readonly EntryId[]): Promise<JournalEntry[]> {
  if (ids.length === 0) return [];
  const rows = await EntryModel.find({ reverses: { $in: ids } })
    .session(tx.session)
    .lean<EntryRow[]>();
  return rows.map(fromRow);
}

/** What touched a member's passbook, newest first: at most `limit` (left out: all), before the sequence number, from and to a day (inclusive). */
export async function findEntriesOfMember(
  tx: Tx,
  memberId: MemberId,
  { before, from, to, limit = 0 }: { before?: number; from?: LocalDate; to?: LocalDate; limit?: number },
): Promise<JournalEntry[]> {
  const filter: Record<string, unknown> = { memberIds: memberId };
  if (before !== undefined) filter["seq"] = { $lt: before };
  if (from ?? to) filter["effectiveOn"] = { ...(from ? { $gte: from } : {}), ...(to ? { $lte: to } : {}) };
  const rows = await EntryModel.find(filter).sort({ seq: -1 }).limit(limit).session(tx.session).lean<EntryRow[]>();
  return rows.map(fromRow);
}

/** What moved these loan contracts of a group, reversed entries and their reversals among it, in order. */
export async function findEntriesOfContracts(
  tx: Tx,
  groupId: GroupId,
  contractNos: readonly string[],
): Promise<JournalEntry[]> {
  if (contractNos.length === 0) return [];
  const rows = await EntryModel.find({ groupId, "postings.contractNo": { $in: contractNos } })
    .sort({ seq: 1 })
    .session(tx.session)
    .lean<EntryRow[]>();
  return rows.map(fromRow);
}

/** The differences of groups that members with these numbers settled on these days, in order. */
export async function findSettledBy(
  tx: Tx,
  { groupIds, memberNos }: { groupIds: readonly GroupId[]; memberNos: readonly string[] },
  { from, to }: { from: LocalDate; to: LocalDate },
): Promise<JournalEntry[]> {
  const filter: Record<string, unknown> = { groupId: { $in: groupIds }, effectiveOn: { $gte: from, $lte: to } };
  const settled = { kind: "difference.settled" as const, "record.memberNo": { $in: memberNos } };
  const rows = await EntryModel.find({ ...filter, ...settled })
    .sort({ groupId: 1, seq: 1 })
    .session(tx.session)
    .lean<EntryRow[]>();
  return rows.map(fromRow);
}

/** What touched any of these passbooks on or after a day, oldest first. */
export async function findEntriesSince(
  tx: Tx,
  memberIds: readonly MemberId[],
  from: LocalDate,
): Promise<JournalEntry[]> {
  if (memberIds.length === 0) return [];
  const rows = await EntryModel.find({ memberIds: { $in: memberIds }, effectiveOn: { $gte: from } })
    .sort({ groupId: 1, seq: 1 })
    .session(tx.session)
    .lean<EntryRow[]>();
  return rows.map(fromRow);
}

/** What touched any of these passbooks on days of the books, in order. */
export async function findEntriesOfMembersOnDay(
  tx: Tx,
  memberIds: readonly MemberId[],
  dayIds: readonly string[],
): Promise<JournalEntry[]> {
  const rows = await EntryModel.find({ memberIds: { $in: memberIds }, dayId: { $in: dayIds } })
    .sort({ seq: 1 })
    .session(tx.session)
    .lean<EntryRow[]>();
  return rows.map(fromRow);
}

/** Every entry of a group's day, or those of some kinds, in order. */
export async function findEntriesOfDay(
  tx: Tx,
  groupId: GroupId,
  dayId: string,
  kinds?: readonly EntryKind[],
): Promise<JournalEntry[]> {
  const filter = { groupId, dayId, ...(kinds ? { kind: { $in: kinds } } : {}) };
  const rows = await EntryModel.find(filter).sort({ seq: 1 }).session(tx.session).lean<EntryRow[]>();
  return rows.map(fromRow);
}

/** A group's entries of these kinds after one sequence number up to another (null: the end), in order. */
export async function findEntriesBetween(
  tx: Tx,
  groupId: GroupId,
  { after, until, kinds }: { after: number; until: number | null; kinds: readonly EntryKind[] },
): Promise<JournalEntry[]> {
  const seq = { $gt: after, ...(until === null ? {} : { $lte: until }) };
  const rows = await EntryModel.find({ groupId, seq, kind: { $in: kinds } })
    .sort({ groupId: 1, seq: 1 })
    .session(tx.session)
    .lean<EntryRow[]>();
  return rows.map(fromRow);
}

/** A group's entries of these kinds of a day on, in order. */
export async function findEntriesOfKindsSince(
  tx: Tx,
  groupId: GroupId,
  kinds: readonly EntryKind[],
  from: LocalDate,
): Promise<JournalEntry[]> {
  const rows = await EntryModel.find({ groupId, effectiveOn: { $gte: from }, kind: { $in: kinds } })
    .sort({ seq: 1 })
    .session(tx.session)
    .lean<EntryRow[]>();
  return rows.map(fromRow);
}

/** Whether an entry of the group has a hash that begins so. */
export async function hasEntryWithHash(tx: Tx, groupId: GroupId, beginning: string): Promise<boolean> {
  // "g" sorts right after every hex digit.
  const filter = { groupId, hash: { $gte: beginning, $lt: `${beginning}g` } };
  return (await EntryModel.exists(filter).session(tx.session)) !== null;
}

/** A group's chain in order, streamed: for `sajja books check`, the nightly check and reports. */
export async function* readChain(tx: Tx, groupId: GroupId): AsyncGenerator<JournalEntry> {
  const cursor = driverOf(EntryModel)
    .find({ groupId }, { session: tx.session, batchSize: 500 })
    .sort({ groupId: 1, seq: 1 });
  for await (const row of cursor) yield fromRow(row);
}
