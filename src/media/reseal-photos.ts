import { findPhoto, findPhotosUnderOtherKeys, findSealed, replaceSealed } from "../storage/photos";
import { inTransaction } from "../storage/tx";
import { keyIdOf, PhotoUnreadableError, seal, unseal } from "./seal";

/**
 * Encrypts every kept photo under the first key that is not under it yet, so that an older key may be forgotten afterwards. One after the
 * other, each in its own transaction: it may be run again after any crash. Gives how many, and how many did not open.
 */
export async function resealPhotos(dataKeys: readonly string[]): Promise<{ resealed: number; unreadable: number }> {
  const [newest] = dataKeys;
  if (newest === undefined) return { resealed: 0, unreadable: 0 };
  const told = { resealed: 0, unreadable: 0 };
  for (const id of await findPhotosUnderOtherKeys(keyIdOf(newest))) {
    try {
      const done = await inTransaction(async (tx) => {
        const [photo, sealed] = [await findPhoto(tx, id), await findSealed(tx, id)];
        if (!photo || !sealed) return false; // Destroyed meanwhile.
        return replaceSealed(tx, id, sealed.keyId, seal(unseal(sealed, photo, dataKeys), photo, dataKeys));
      });
      if (done) told.resealed++;
    } catch (error) {
      if (!(error instanceof PhotoUnreadableError)) throw error;
      told.unreadable++;
    }
  }
  return told;
}
