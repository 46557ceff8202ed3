import type { LocalDate } from "../domain/dates";
import type { GroupId, MemberId, PersonId, PhotoId } from "../domain/ids";
import type { TransferNotice } from "../domain/transfers/transfer-notice";
import { defineModel, driverOf, Mixed } from "./model";
import type { Tx } from "./tx";

type TransferNoticeRow = Omit<TransferNotice, "id"> & { _id: string };

export const TransferNoticeModel = defineModel<TransferNoticeRow>({
  collection: "transfer_notices",
  fields: {
    groupId: { type: String, required: true },
    memberId: { type: String, required: true },
    sentBy: { type: Mixed, required: true },
    sentAt: { type: Date, required: true },
    split: { type: [Mixed], required: true },
    on: { type: String, required: true },
    time: { type: String },
    reference: { type: String },
    isReferenceRead: { type: Boolean },
    photoId: { type: String },
    partOf: { type: Mixed },
    seenBefore: { type: [Mixed], required: true },
    state: { type: String, required: true },
    round: { type: Number, required: true },
    decidedBy: { type: Mixed },
    decidedAt: { type: Date },
    reason: { type: String },
    entryId: { type: String },
    waitingSince: { type: Date },
    nudged: { type: Mixed },
    version: { type: Number, required: true },
  },
  indexes: [
    [{ groupId: 1, state: 1, sentAt: 1 }],
    [{ state: 1 }],
    [{ memberId: 1, sentAt: -1 }],
    [{ "sentBy.personId": 1, sentAt: -1 }],
    [{ groupId: 1, on: 1 }],
    [{ reference: 1 }],
    [{ photoId: 1 }],
  ],
});

/** Older rows are of no shared transfer, of none of them was anybody reminded, and who gave the bank's number is not known. */
const fromRow = ({ _id, ...rest }: TransferNoticeRow): TransferNotice => {
  const { partOf = null, nudged = null, waitingSince = rest.sentAt } = rest as Partial<TransferNotice>;
  const { isReferenceRead = false } = rest as Partial<TransferNotice>;
  return { id: _id, ...rest, partOf, nudged, waitingSince, isReferenceRead };
};

/** Stores a new notice. */
export async function insertTransferNotice(tx: Tx, { id, ...rest }: TransferNotice): Promise<void> {
  await driverOf(TransferNoticeModel).insertOne({ _id: id, ...rest }, { session: tx.session });
}

/** Saves a decision; throws when somebody decided in the meantime, so that the transaction runs again. */
export async function saveTransferNotice(tx: Tx, { id, ...rest }: TransferNotice): Promise<void> {
  const { matchedCount } = await driverOf(TransferNoticeModel).updateOne(
    { _id: id, version: rest.version - 1 },
    { $set: rest },
    { session: tx.session },
  );
  if (matchedCount !== 1) throw new Error("the notice moved under its transaction");
}

/** The notice, or null. */
export async function findTransferNotice(tx: Tx, id: string): Promise<TransferNotice | null> {
  const row = await TransferNoticeModel.findById(id).session(tx.session).lean<TransferNoticeRow>();
  return row && fromRow(row);
}

/** The notices with these ids, oldest first. */
export async function findTransferNotices(tx: Tx, ids: readonly string[]): Promise<TransferNotice[]> {
  return ids.length === 0 ? [] : noticesWhere(tx, { _id: { $in: ids } });
}

/** Waiting notices of groups, oldest first. */
export async function findWaitingTransfers(tx: Tx, groupIds: readonly GroupId[]): Promise<TransferNotice[]> {
  return noticesWhere(tx, { groupId: { $in: groupIds }, state: "waiting" });
}

/** A group's notices since an instant that are not in the books: waiting or refused, oldest first. */
export async function findUnbookedTransfers(tx: Tx, groupId: GroupId, since: Date): Promise<TransferNotice[]> {
  return noticesWhere(tx, { groupId, state: { $in: ["waiting", "refused"] }, sentAt: { $gte: since } });
}

/** Groups in which a notice waits that was sent before an instant. */
export async function findGroupsWithWaiting(tx: Tx, sentBefore: Date): Promise<GroupId[]> {
  const filter = { state: "waiting" as const, sentAt: { $lt: sentBefore } };
  return TransferNoticeModel.distinct("groupId", filter).session(tx.session);
}

/** The notices for these passbooks that wait, however long, and those since an instant, oldest first. */
export async function findTransfersOf(tx: Tx, memberIds: readonly MemberId[], since: Date): Promise<TransferNotice[]> {
  const any = [{ state: "waiting" }, { sentAt: { $gte: since } }];
  return noticesWhere(tx, { memberId: { $in: memberIds }, $or: any });
}

/** The notices that a person sent since an instant, oldest first. */
export async function findTransfersSentBy(tx: Tx, personId: PersonId, since: Date): Promise<TransferNotice[]> {
  return noticesWhere(tx, { "sentBy.personId": personId, sentAt: { $gte: since } });
}

/** The notices that show one of these pictures. */
export async function findNoticesOfPhotos(tx: Tx, photoIds: readonly PhotoId[]): Promise<TransferNotice[]> {
  return noticesWhere(tx, { photoId: { $in: photoIds } });
}

/** Earlier notices that may be of the same transfer: with one of these pictures, the bank's number, or of that day in the group. */
export async function findAlike(
  tx: Tx,
  like: { groupId: GroupId; on: LocalDate; reference: string | null; photoIds: readonly PhotoId[] },
): Promise<TransferNotice[]> {
  const { groupId, on, reference, photoIds } = like;
  const any = [
    { groupId, on },
    ...(reference === null ? [] : [{ reference }]),
    ...(photoIds.length > 0 ? [{ photoId: { $in: photoIds } }] : []),
  ];
  return noticesWhere(tx, { $or: any });
}

async function noticesWhere(tx: Tx, filter: object): Promise<TransferNotice[]> {
  const rows = await TransferNoticeModel.find(filter)
    .sort({ sentAt: 1, _id: 1 })
    .session(tx.session)
    .lean<TransferNoticeRow[]>();
  return rows.map(fromRow);
}
