import type { GroupId } from "../domain/ids";
import type { PhotoView } from "../domain/photos/photo";
import { defineModel, driverOf, Mixed } from "./model";
import type { Tx } from "./tx";

type ViewRow = Omit<PhotoView, "id"> & { _id: string };

export const PhotoViewModel = defineModel<ViewRow>({
  collection: "photo_views",
  fields: {
    photoId: { type: String, required: true },
    groupId: { type: String, required: true },
    by: { type: Mixed, required: true },
    at: { type: Date, required: true },
    why: { type: String, required: true },
  },
  indexes: [[{ groupId: 1, at: 1 }]],
});

/** Writes down one look at a picture. */
export async function insertView(tx: Tx, { id, ...view }: PhotoView): Promise<void> {
  await driverOf(PhotoViewModel).insertOne({ _id: id, ...view }, { session: tx.session });
}

/** Looks at pictures of a group from an instant on, oldest first. */
export async function findViewsOfGroup(tx: Tx, groupId: GroupId, from: Date): Promise<PhotoView[]> {
  const rows = await driverOf(PhotoViewModel)
    .find({ groupId, at: { $gte: from } }, { session: tx.session })
    .sort({ at: 1, _id: 1 })
    .toArray();
  return rows.map(({ _id, ...view }) => ({ id: _id, ...view }) as PhotoView);
}
