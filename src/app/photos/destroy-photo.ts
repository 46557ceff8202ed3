import { DomainError } from "../../domain/errors";
import type { PhotoId } from "../../domain/ids";
import { destroyBytes } from "../../storage/photos";
import type { Tx } from "../../storage/tx";
import { entryActor, type Actor } from "../people/actor";
import { describePhoto } from "./open-photo";

/**
 * Deletes the bytes of a photo for good; who did it, when and why stays on its record. An auditor looks and changes nothing. Throws
 * `photo.not-yours`, `role.read-only`, and `photo.destroyed` where it was done before.
 */
export async function destroyPhoto(tx: Tx, actor: Actor, id: PhotoId, deed: { why: string; now: Date }): Promise<void> {
  const { photo, seat } = await describePhoto(tx, actor, id);
  if (seat.office.committee === "audit") throw new DomainError("role.read-only", {});
  const done = await destroyBytes(tx, id, { by: entryActor(seat), at: deed.now, why: deed.why });
  if (!done) throw new DomainError("photo.destroyed", { at: (photo.destroyed?.at ?? deed.now).toISOString() });
}
