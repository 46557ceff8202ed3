import type { GroupId } from "../domain/ids";
import type { LedgerHead, OpenDay } from "../domain/ledger/head";
import { defineModel, Mixed } from "./model";
import { takeTurn, type Tx } from "./tx";

type HeadRow = Omit<LedgerHead, "groupId"> & { _id: GroupId; locks: number };

export const HeadModel = defineModel<HeadRow>({
  collection: "ledger_heads",
  fields: {
    seq: { type: Number, required: true },
    hash: { type: String, required: true },
    receipt: { type: Mixed, required: true },
    day: { type: Mixed, required: true },
    locks: { type: Number, required: true },
  },
});

const fromRow = ({ _id, locks: _locks, ...rest }: HeadRow): LedgerHead => ({ groupId: _id, ...rest });

/** The row of a head, for bulk writes of setup. */
export function headRow({ groupId, ...rest }: LedgerHead): HeadRow {
  return { _id: groupId, ...rest, locks: 0 };
}

/**
 * Takes a group's ledger head: postings of one group queue here and nowhere else. A use case that posts calls it before it reads
 * what it decides on. A conflict aborts the transaction, which then runs again; within one process they take turns.
 */
export async function lockHead(tx: Tx, groupId: GroupId): Promise<LedgerHead> {
  takeTurn(tx, `ledger ${groupId}`);
  const row = await HeadModel.findOneAndUpdate(
    { _id: groupId },
    { $inc: { locks: 1 } },
    { session: tx.session, returnDocument: "after" },
  ).lean<HeadRow>();
  if (!row) throw new Error("the group has no ledger");
  return fromRow(row);
}

/** Reads heads without taking them: for cards that post nothing. */
export async function findHeads(tx: Tx, groupIds: readonly GroupId[]): Promise<LedgerHead[]> {
  if (groupIds.length === 0) return [];
  const rows = await HeadModel.find({ _id: { $in: groupIds } })
    .session(tx.session)
    .lean<HeadRow[]>();
  return rows.map(fromRow);
}

/** Moves a locked head from one entry to the next. */
export async function advanceHead(tx: Tx, from: LedgerHead, to: LedgerHead): Promise<void> {
  const { matchedCount } = await HeadModel.updateOne(
    { _id: from.groupId, seq: from.seq },
    { $set: { seq: to.seq, hash: to.hash, receipt: to.receipt } },
    { session: tx.session },
  );
  if (matchedCount !== 1) throw new Error("the ledger head moved under its lock");
}

/** Makes another day the open one of a locked head. */
export async function setOpenDay(tx: Tx, groupId: GroupId, day: OpenDay): Promise<void> {
  await HeadModel.updateOne({ _id: groupId }, { $set: { day } }, { session: tx.session });
}
