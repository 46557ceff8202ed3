import type { mongo } from "mongoose";
import type { GroupId, MemberId } from "../domain/ids";
import { accountKey } from "../domain/ledger/accounts";
import type { LedgerHead } from "../domain/ledger/head";
import { isOfPractice } from "../domain/practice/practice";
import { balancesOf, groupOpeningKey, memberOpeningKey, type BookDay, type Books } from "../domain/setup/books";
import type { AddedBooks } from "../domain/setup/extend-books";
import type { SetupRecord } from "../domain/setup/records";
import { AccountModel, type AccountRow } from "./accounts";
import { DayModel, dayRow, type DayRow } from "./days";
import { GroupModel } from "./groups";
import { EntryModel, entryRow, type EntryRow } from "./journal";
import { LeaseModel } from "./leases";
import { advanceHead, HeadModel, headRow } from "./ledger-heads";
import { MemberModel, memberRow } from "./members";
import { driverOf } from "./model";
import { RuleBookModel } from "./rule-books";
import type { Tx } from "./tx";

/** Rows that one write or one list of keys carries. */
const batchSize = 1000;

/**
 * Writes whole books of groups that the network does not name yet, so that nobody sees them. Group rows go first: whatever is left
 * half written is found by its group. `before` runs before each write. Throws when a row is there already.
 */
export function insertDrafts(books: readonly Books[], before: () => Promise<void>): Promise<void> {
  return insertBooks(books, async (collection, rows) => {
    for (const batch of batches(rows)) {
      await before();
      await insertMany(collection, batch);
    }
  });
}

/** Writes the books of one invented group, in the transaction that begins its practice. */
export function insertPracticeBooks(tx: Tx, books: Books): Promise<void> {
  return insertBooks([books], async (collection, rows) => {
    if (rows.length > 0) await insertMany(collection, rows, tx);
  });
}

type WriteRows = <Row extends { _id: string }>(collection: mongo.Collection<Row>, rows: Row[]) => Promise<void>;

async function insertBooks(books: readonly Books[], write: WriteRows): Promise<void> {
  await write(
    driverOf(GroupModel),
    books.map(({ group: { id, ...rest } }) => ({ _id: id, ...rest })),
  );
  await write(
    driverOf(MemberModel),
    books.flatMap(({ members }) => members.map(memberRow)),
  );
  await write(
    driverOf(EntryModel),
    books.flatMap(({ entries }) => entries.map(entryRow)),
  );
  await write(
    driverOf(AccountModel),
    books.flatMap(({ entries }) => balancesOf(entries).map(accountRow)),
  );
  await write(
    driverOf(DayModel),
    books.flatMap(({ group, days }) => days.map((day) => rowOfDay(group.id, day))),
  );
  await write(
    driverOf(HeadModel),
    books.map(({ head }) => headRow(head)),
  );
  await write(
    driverOf(RuleBookModel),
    books.flatMap(({ group, rules }) =>
      rules ? [{ _id: group.id, versions: [rules.version], written: rules.written }] : [],
    ),
  );
}

/** Groups that the network does not name, and that are of no practice: what a killed setup left behind. */
export async function findDraftIds(live: readonly GroupId[]): Promise<GroupId[]> {
  const rows = await GroupModel.find({ _id: { $nin: live } }, { _id: 1 }).lean<{ _id: GroupId }[]>();
  return rows.map((row) => row._id).filter((id) => !isOfPractice(id));
}

/** Removes a draft with all that belongs to it. Only who holds setup's lease may call it, with the network read under that lease. */
export async function deleteDraft(groupId: GroupId): Promise<void> {
  await driverOf(MemberModel).deleteMany({ groupId });
  await driverOf(EntryModel).deleteMany({ groupId });
  await driverOf(AccountModel).deleteMany({ groupId });
  await driverOf(DayModel).deleteMany({ groupId });
  await driverOf(HeadModel).deleteMany({ _id: groupId });
  await driverOf(RuleBookModel).deleteMany({ _id: groupId });
  await driverOf(GroupModel).deleteMany({ _id: groupId });
}

/** How many members and entries these groups have. */
export async function countDrafts(tx: Tx, groupIds: readonly GroupId[]): Promise<{ members: number; entries: number }> {
  const filter = { groupId: { $in: groupIds } };
  return {
    members: await MemberModel.countDocuments(filter).session(tx.session),
    entries: await EntryModel.countDocuments(filter).session(tx.session),
  };
}

/** Continues a living group's locked books: rows of the register, entries, balances and head. */
export async function insertAddedBooks(tx: Tx, from: LedgerHead, added: AddedBooks): Promise<void> {
  for (const batch of batches(added.members.map(memberRow))) await insertMany(driverOf(MemberModel), batch, tx);
  for (const batch of batches(added.entries.map(entryRow))) await insertMany(driverOf(EntryModel), batch, tx);
  const rises = balancesOf(added.entries).map((balance) => {
    const { _id, balance: change, lastSeq, ...account } = accountRow(balance);
    return {
      updateOne: {
        filter: { _id },
        update: { $inc: { balance: change }, $set: { lastSeq }, $setOnInsert: account },
        upsert: true,
      },
    };
  });
  for (const batch of batches(rises)) await driverOf(AccountModel).bulkWrite(batch, { session: tx.session });
  await advanceHead(tx, from, added.head);
}

/** What setup said of each group in its last round, and how many rounds there were after the first. */
export async function findGroupRecords(
  tx: Tx,
  groupIds: readonly GroupId[],
): Promise<Map<GroupId, { round: number; record: SetupRecord }>> {
  const last = new Map<GroupId, { round: number; record: SetupRecord }>();
  let asked = groupIds;
  for (let round = 0; asked.length > 0; round++) {
    const entries = await findByKeys(
      tx,
      asked.map((id) => groupOpeningKey(id, round)),
    );
    for (const { groupId, record } of entries) last.set(groupId, { round, record: record ?? {} });
    asked = entries.map((entry) => entry.groupId);
  }
  return last;
}

/** What setup said of each member that it brought in. */
export async function findMemberRecords(tx: Tx, ids: readonly MemberId[]): Promise<Map<MemberId, SetupRecord>> {
  const wanted = new Map(ids.map((id) => [memberOpeningKey(id), id]));
  const entries = await findByKeys(tx, [...wanted.keys()]);
  return new Map(
    entries.flatMap(({ idempotencyKey, record }) => {
      const id = wanted.get(idempotencyKey);
      return id && record ? [[id, record]] : [];
    }),
  );
}

/** Ids of all members of these groups. */
export async function findMemberIds(tx: Tx, groupIds: readonly GroupId[]): Promise<MemberId[]> {
  if (groupIds.length === 0) return [];
  const rows = await MemberModel.find({ groupId: { $in: groupIds } }, { _id: 1 })
    .session(tx.session)
    .lean<{ _id: MemberId }[]>();
  return rows.map((row) => row._id);
}

/** Renews a lease inside the transaction that hangs on it, so that a takeover aborts it; false when another holds it by now. */
export async function confirmLease(tx: Tx, name: string, holder: string, ms: number): Promise<boolean> {
  const change = { $set: { until: new Date(Date.now() + ms) } };
  const { matchedCount } = await LeaseModel.updateOne({ _id: name, holder }, change, { session: tx.session });
  return matchedCount === 1;
}

async function findByKeys(
  tx: Tx,
  keys: readonly string[],
): Promise<Pick<EntryRow, "groupId" | "idempotencyKey" | "record">[]> {
  const found = [];
  for (const batch of batches(keys)) {
    const rows = await EntryModel.find({ idempotencyKey: { $in: batch } }, { groupId: 1, idempotencyKey: 1, record: 1 })
      .session(tx.session)
      .lean<Pick<EntryRow, "groupId" | "idempotencyKey" | "record">[]>();
    found.push(...rows);
  }
  return found;
}

async function insertMany<Row extends { _id: string }>(
  collection: mongo.Collection<Row>,
  rows: Row[],
  tx?: Tx,
): Promise<void> {
  await collection.insertMany(rows as mongo.OptionalUnlessRequiredId<Row>[], tx ? { session: tx.session } : {});
}

function batches<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / batchSize) }, (_, index) =>
    items.slice(index * batchSize, (index + 1) * batchSize),
  );
}

function accountRow({ ref, balance, lastSeq }: ReturnType<typeof balancesOf>[number]): AccountRow {
  return {
    _id: accountKey(ref),
    groupId: ref.groupId,
    code: ref.code,
    memberId: ref.memberId ?? null,
    contractNo: ref.contractNo ?? null,
    balance,
    lastSeq,
  };
}

function rowOfDay(groupId: GroupId, day: BookDay): DayRow {
  const row = dayRow(groupId, day, day.openedBy);
  return day.closing
    ? { ...row, closedAt: day.closing.at, closedBy: day.closing.by, closingHead: day.closing.head }
    : row;
}
