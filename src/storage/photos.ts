import type { GroupId, PhotoId } from "../domain/ids";
import type { Photo, PhotoPurpose } from "../domain/photos/photo";
import { defineModel, driverOf, Mixed } from "./model";
import type { Tx } from "./tx";

/** The encrypted bytes of a picture, and with which key they open. */
export interface Sealed {
  keyId: string;
  salt: Buffer;
  nonce: Buffer;
  bytes: Buffer;
}

/** Bytes as the driver gives them back. */
interface Stored {
  buffer: Uint8Array;
}

export interface PhotoRow extends Omit<Photo, "id"> {
  _id: PhotoId;
  /** Null when it was destroyed. */
  sealed: Sealed | null;
}

export const PhotoModel = defineModel<PhotoRow>({
  collection: "photos",
  fields: {
    groupId: { type: String, required: true },
    purpose: { type: String, required: true },
    aboutId: { type: String, required: true },
    sentBy: { type: Mixed, required: true },
    sentAt: { type: Date, required: true },
    size: { type: Number, required: true },
    width: { type: Number, required: true },
    height: { type: Number, required: true },
    originalSha256: { type: String, required: true },
    look: { type: String },
    state: { type: String, required: true },
    destroyed: { type: Mixed },
    sealed: { type: Mixed },
  },
  indexes: [
    [{ groupId: 1, purpose: 1, sentAt: 1 }],
    [{ aboutId: 1 }],
    [{ originalSha256: 1 }],
    [{ purpose: 1, state: 1 }],
    [{ "sealed.keyId": 1 }],
  ],
});

const withoutBytes = { projection: { sealed: 0 } };

const fromRow = ({ _id, ...rest }: Omit<PhotoRow, "sealed">): Photo => {
  const { look = null } = rest as Partial<Photo>;
  return { id: _id, ...rest, look };
};

/** Stores a picture with its encrypted bytes. */
export async function insertPhoto(tx: Tx, { id, ...photo }: Photo, sealed: Sealed): Promise<void> {
  await driverOf(PhotoModel).insertOne({ _id: id, ...photo, sealed }, { session: tx.session });
}

/** A picture without its bytes, or null. */
export async function findPhoto(tx: Tx, id: PhotoId): Promise<Photo | null> {
  const row = await driverOf(PhotoModel).findOne({ _id: id }, { ...withoutBytes, session: tx.session });
  return row && fromRow(row as unknown as PhotoRow);
}

/** The encrypted bytes of a picture; null where it was destroyed or never was. */
export async function findSealed(tx: Tx, id: PhotoId): Promise<Sealed | null> {
  const options = { projection: { sealed: 1 }, session: tx.session };
  const row = await driverOf(PhotoModel).findOne({ _id: id }, options);
  return row?.sealed ? asSealed(row.sealed) : null;
}

function asSealed({ keyId, salt, nonce, bytes }: Sealed): Sealed {
  return { keyId, salt: asBuffer(salt), nonce: asBuffer(nonce), bytes: asBuffer(bytes) };
}

function asBuffer(value: Buffer | Stored): Buffer {
  return Buffer.isBuffer(value) ? value : Buffer.from(value.buffer);
}

/** Pictures whose file was sent before, of whatever group, oldest first. */
export async function findPhotosWithHash(tx: Tx, originalSha256: string): Promise<Photo[]> {
  return photosWhere(tx, { originalSha256 });
}

/** Pictures by id without their bytes, destroyed ones too. */
export async function findPhotos(tx: Tx, ids: readonly PhotoId[]): Promise<Photo[]> {
  return photosWhere(tx, { _id: { $in: ids } });
}

/** The kept pictures about something, without their bytes, oldest first. */
export async function findPhotosAbout(tx: Tx, aboutId: string): Promise<Photo[]> {
  return photosWhere(tx, { aboutId, state: "kept" });
}

/** What the newest pictures of a purpose in a group look like, since an instant; destroyed ones too. */
export async function findLooks(
  tx: Tx,
  { groupId, purpose, since, limit }: { groupId: GroupId; purpose: PhotoPurpose; since: Date; limit: number },
): Promise<Pick<Photo, "id" | "look">[]> {
  const rows = await driverOf(PhotoModel)
    .find({ groupId, purpose, sentAt: { $gte: since } }, { projection: { look: 1 }, session: tx.session })
    .sort({ sentAt: -1 })
    .limit(limit)
    .toArray();
  return rows.map(({ _id, look = null }) => ({ id: _id, look }));
}

async function photosWhere(tx: Tx, filter: object): Promise<Photo[]> {
  const rows = await driverOf(PhotoModel)
    .find(filter, { ...withoutBytes, session: tx.session })
    .sort({ sentAt: 1, _id: 1 })
    .toArray();
  return (rows as unknown as PhotoRow[]).map(fromRow);
}

/** Kept pictures of a purpose that were sent before an instant, in the order of their ids. */
export async function findKeptPhotos(
  tx: Tx,
  {
    purpose,
    sentBefore,
    after,
    limit,
  }: { purpose: PhotoPurpose; sentBefore: Date; after: PhotoId | null; limit: number },
): Promise<Photo[]> {
  const rows = await driverOf(PhotoModel)
    .find(
      { purpose, state: "kept", sentAt: { $lt: sentBefore }, ...(after === null ? {} : { _id: { $gt: after } }) },
      { ...withoutBytes, session: tx.session },
    )
    .sort({ _id: 1 })
    .limit(limit)
    .toArray();
  return (rows as unknown as PhotoRow[]).map(fromRow);
}

/** Ids of kept pictures that are encrypted under another key than this one. */
export async function findPhotosUnderOtherKeys(keyId: string): Promise<PhotoId[]> {
  const filter = { state: "kept" as const, "sealed.keyId": { $ne: keyId } };
  const rows = await driverOf(PhotoModel)
    .find(filter, { projection: { _id: 1 } })
    .toArray();
  return rows.map(({ _id }) => _id);
}

/** Puts the same picture in place under another key. False when it is not under the first one any more. */
export async function replaceSealed(tx: Tx, id: PhotoId, fromKeyId: string, sealed: Sealed): Promise<boolean> {
  const filter = { _id: id, state: "kept" as const, "sealed.keyId": fromKeyId };
  const { modifiedCount } = await driverOf(PhotoModel).updateOne(filter, { $set: { sealed } }, { session: tx.session });
  return modifiedCount === 1;
}

/** Deletes the bytes of a picture that is kept, and writes down who did it; its row stays. False when it was destroyed already. */
export async function destroyBytes(tx: Tx, id: PhotoId, destroyed: NonNullable<Photo["destroyed"]>): Promise<boolean> {
  const { modifiedCount } = await driverOf(PhotoModel).updateOne(
    { _id: id, state: "kept" },
    { $set: { state: "destroyed", destroyed, sealed: null } },
    { session: tx.session },
  );
  return modifiedCount === 1;
}
