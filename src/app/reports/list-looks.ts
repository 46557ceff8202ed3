import type { Group } from "../../domain/groups/group";
import { officerName, type OfficerName } from "../../domain/people";
import type { PhotoPurpose } from "../../domain/photos/photo";
import { findMembers } from "../../storage/members";
import { findPaperViews, type PaperLook } from "../../storage/paper-views";
import { findViewsOfGroup } from "../../storage/photo-views";
import { findPhotos } from "../../storage/photos";
import type { Tx } from "../../storage/tx";
import { authorize, type Actor } from "../people/actor";

/** Somebody's look at a photo, or at a paper that names members. */
export interface Look {
  at: Date;
  by: OfficerName | null;
  what: { photo: PhotoPurpose } | { paper: PaperLook["kind"]; format: PaperLook["format"] };
}

/** Looks are listed for so many days, in milliseconds. */
const backMs = 90 * 24 * 3_600_000;

/** Who looked at photos and at papers with names in the last 90 days, the last first; for who reads the books. Throws `role.missing`. */
export async function listLooks(tx: Tx, actor: Actor, { group, now }: { group: Group; now: Date }): Promise<Look[]> {
  const since = new Date(now.getTime() - backMs);
  authorize(actor, group.id, "read-books", now, group.name.th);
  const views = await findViewsOfGroup(tx, group.id, since);
  const photos = await findPhotos(tx, [...new Set(views.map(({ photoId }) => photoId))]);
  const papers = await findPaperViews(tx, group.id, since);
  const ids = [...views, ...papers].flatMap(({ by }) => by.memberId ?? []);
  const members = await findMembers(tx, [...new Set(ids)]);
  const purposes = new Map(photos.map(({ id, purpose }) => [id, purpose]));
  const looks = [
    ...views.flatMap(({ at, by, photoId }): Look[] => {
      const photo = purposes.get(photoId);
      return photo ? [{ at, by: officerName(by, members), what: { photo } }] : [];
    }),
    ...papers.map(({ at, by, kind, format }): Look => ({
      at,
      by: officerName(by, members),
      what: { paper: kind, format },
    })),
  ];
  return looks.sort((a, b) => b.at.getTime() - a.at.getTime());
}
