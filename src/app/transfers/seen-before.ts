import type { PhotoId } from "../../domain/ids";
import { likenessOfLooks } from "../../domain/photos/look";
import type { Photo } from "../../domain/photos/photo";
import {
  isSameTransfer,
  likenessOf,
  pictureLikeness,
  type Likeness,
  type SeenBefore,
  type TransferNotice,
} from "../../domain/transfers/transfer-notice";
import { findLooks, findPhoto, findPhotosWithHash } from "../../storage/photos";
import { findAlike } from "../../storage/transfer-notices";
import type { Tx } from "../../storage/tx";

/** Slips of so many days are looked at: an older one is found by its file, number or day alone. */
const looksBackDays = 90;
/** At most so many slips are compared by their looks, the newest. */
const mostLooks = 2_000;

/** A notice before it is kept. */
type Told = Omit<
  TransferNotice,
  "seenBefore" | "round" | "decidedBy" | "decidedAt" | "reason" | "entryId" | "waitingSince" | "nudged" | "version"
>;

/** Earlier notices like this one, of whatever member: the newest of each likeness. */
export async function seenBefore(tx: Tx, told: Told, now: Date): Promise<SeenBefore[]> {
  const photo = told.photoId === null ? null : await findPhoto(tx, told.photoId);
  const files = photo ? (await findPhotosWithHash(tx, photo.originalSha256)).map(({ id }) => id) : [];
  const looks = photo ? await looksLike(tx, photo, now) : new Map<PhotoId, "near" | "alike">();
  const alike = await findAlike(tx, { ...told, photoIds: [...new Set([...files, ...looks.keys()])] });
  const newest = new Map<SeenBefore["how"], SeenBefore>();
  for (const earlier of alike) {
    if (earlier.id === told.id || isSameTransfer(told, earlier)) continue;
    const isSameFile = earlier.photoId !== null && files.includes(earlier.photoId);
    const looked = earlier.photoId === null ? undefined : looks.get(earlier.photoId);
    const picture: Likeness | null = isSameFile ? "image" : pictureLikeness(told, earlier, looked ?? null);
    for (const how of [picture, likenessOf(told, earlier)])
      if (how) newest.set(how, { how, noticeId: earlier.id, sentAt: earlier.sentAt });
  }
  return [...newest.values()];
}

/** Slips of the group that look like this one, and how like. */
async function looksLike(tx: Tx, photo: Photo, now: Date): Promise<Map<PhotoId, "near" | "alike">> {
  const since = new Date(now.getTime() - looksBackDays * 24 * 60 * 60 * 1000);
  const { groupId, purpose } = photo;
  const like = new Map<PhotoId, "near" | "alike">();
  for (const { id, look } of await findLooks(tx, { groupId, purpose, since, limit: mostLooks })) {
    const how = id === photo.id ? null : likenessOfLooks(photo.look, look);
    if (how) like.set(id, how);
  }
  return like;
}
