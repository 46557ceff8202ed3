import type { Group } from "../../domain/groups/group";
import type { Photo, PhotoView } from "../../domain/photos/photo";
import { findViewsOfGroup } from "../../storage/photo-views";
import { findPhotosOfGroup } from "../../storage/photos";
import type { Tx } from "../../storage/tx";
import { authorize, type Actor } from "../people/actor";

/** Which photos a group has, destroyed ones too, and who looked at which, oldest first. */
export interface PhotoRecord {
  photos: Photo[];
  views: PhotoView[];
}

/** The photos of a group and every look at one since an instant, for its auditors and who reads its books. Throws `role.missing`. */
export async function listViews(
  tx: Tx,
  actor: Actor,
  { group, since, now }: { group: Group; since: Date; now: Date },
): Promise<PhotoRecord> {
  authorize(actor, group.id, "read-books", now, group.name.th);
  return { photos: await findPhotosOfGroup(tx, group.id, since), views: await findViewsOfGroup(tx, group.id, since) };
}
