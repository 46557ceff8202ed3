import { resealPhotos } from "../media/reseal-photos";
import type { JobContext } from "./context";

/** After a change of SAJJA_DATA_KEY: brings every photo under the new key. Photos that open under no key alert, by their number alone. */
export async function bringUnderNewKey({ dataKeys, alert, log }: JobContext): Promise<void> {
  const { resealed, unreadable } = await resealPhotos(dataKeys);
  if (resealed > 0) log.info({ photos: resealed }, "photos stand under the new key");
  if (unreadable > 0) alert("photos.unreadable", { photos: unreadable });
}
