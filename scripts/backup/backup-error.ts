/** Thrown when a backup cannot be made or used; the sentence says why. */
export class BackupError extends Error {
  override name = "BackupError";
}
