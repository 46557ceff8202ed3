import type { PhotoId } from "../../domain/ids";
import { destroyBytes, findKeptPhotos } from "../../storage/photos";
import { findNoticesOfPhotos } from "../../storage/transfer-notices";
import type { Tx } from "../../storage/tx";

const dayMs = 24 * 60 * 60 * 1000;
/** A slip without a notice belongs to a draft that was dropped or left; its question is open for a day. */
const draftLifeMs = 2 * dayMs;
/** A refused notice may become a case; its slip is kept as long as backups are. */
const refusedLifeMs = 90 * dayMs;
/** Slips that are looked at in one transaction. */
const slipsAtOnce = 200;

/**
 * Destroys the next slips that prove nothing: of drafts that nobody sent within two days, and of notices that were refused 90 days ago, unless
 * another notice shows the same picture. Gives the last one that was looked at, and how many were destroyed; null where none is left.
 */
export async function destroyOldSlips(
  tx: Tx,
  { after, now }: { after: PhotoId | null; now: Date },
): Promise<{ through: PhotoId; destroyed: number } | null> {
  const sentBefore = new Date(now.getTime() - draftLifeMs);
  const slips = await findKeptPhotos(tx, { purpose: "transfer-slip", sentBefore, after, limit: slipsAtOnce });
  const last = slips.at(-1);
  if (!last) return null;
  const notices = await findNoticesOfPhotos(
    tx,
    slips.map(({ id }) => id),
  );
  let destroyed = 0;
  for (const { id } of slips) {
    const of = notices.filter(({ photoId }) => photoId === id);
    const isOver = of.every(
      ({ state, decidedAt }) => state === "refused" && decidedAt && now.getTime() - decidedAt.getTime() > refusedLifeMs,
    );
    if (!isOver) continue;
    const by = { personId: null, memberId: null, position: "job" };
    if (await destroyBytes(tx, id, { by, at: now, why: of.length === 0 ? "draft" : "refused" })) destroyed += 1;
  }
  return { through: last.id, destroyed };
}
