import { randomBytes } from "node:crypto";
import type { MemberId, PersonId, PhotoId } from "../../domain/ids";
import type { Photo } from "../../domain/photos/photo";
import { findPhotosWithHash, insertPhoto, type Sealed } from "../../storage/photos";
import type { Tx } from "../../storage/tx";

/** A random id for a photo that is to be taken. */
export function newPhotoId(): PhotoId {
  return randomBytes(16).toString("hex") as PhotoId;
}

/** A photo whose bytes were made ready before the transaction. */
export type ReadyPhoto = Omit<Photo, "sentBy" | "sentAt" | "state" | "destroyed"> & {
  sealed: Sealed;
  /** The bank's number of a transfer, as the code of a slip says it; kept by the use case that the slip is for. */
  slipReference: string | null;
};

/**
 * Keeps a photo for the use case that has decided that it may be kept. Gives it, and the photos whose file was the same: the slip or paper
 * that somebody sends a second time.
 */
export async function storePhoto(
  tx: Tx,
  { sealed, slipReference: _slipReference, ...ready }: ReadyPhoto,
  sent: { by: { personId: PersonId; memberId: MemberId | null }; at: Date },
): Promise<{ photo: Photo; seenBefore: Photo[] }> {
  const seenBefore = await findPhotosWithHash(tx, ready.originalSha256);
  const photo: Photo = { ...ready, sentBy: sent.by, sentAt: sent.at, state: "kept", destroyed: null };
  await insertPhoto(tx, photo, sealed);
  return { photo, seenBefore };
}
