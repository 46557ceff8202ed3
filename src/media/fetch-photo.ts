import type { Config } from "../config";
import { DomainError } from "../domain/errors";
import type { PhotoIdentity } from "../domain/photos/photo";
import { fetchContent } from "../line/content";
import { largest } from "./prepare-picture";
import { requireRoom, takePhoto, type TakenPhoto, type Vault } from "./take-photo";

/**
 * Fetches the picture of a message from LINE and makes it ready to be stored as this photo. It takes seconds: never inside a transaction.
 * Throws what `takePhoto` throws, `photo.not-delivered` where LINE has it no more, `photo.not-ready` where LINE has it not yet, and
 * LineRejectedError or LineUnreachableError.
 */
export async function fetchPhoto(
  photo: PhotoIdentity,
  source: { line: Config["line"]; messageId: string },
  vault: Vault,
): Promise<TakenPhoto> {
  await requireRoom(vault);
  const content = await fetchContent(source.line, source.messageId, { bytes: largest.megabytes * 1e6 });
  switch (content.kind) {
    case "file":
      return takePhoto(photo, content, vault);
    case "gone":
      throw new DomainError("photo.not-delivered", {});
    case "preparing":
      throw new DomainError("photo.not-ready", {});
    case "too-large":
      throw new DomainError("photo.too-large", { megabytes: largest.megabytes });
  }
}
