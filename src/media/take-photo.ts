import type { Config } from "../config";
import { DomainError } from "../domain/errors";
import type { PhotoIdentity } from "../domain/photos/photo";
import { databaseSpace } from "../storage/database-space";
import type { Sealed } from "../storage/photos";
import { preparePicture, type Picture } from "./prepare-picture";
import { seal } from "./seal";
import { slipReferenceIn } from "./slip-code";

/** Where pictures are kept: under which keys, and how much the database may hold in bytes (null: as it tells itself). */
export interface Vault {
  dataKeys: readonly string[];
  databaseLimitBytes: number | null;
}

/** The vault of this process. */
export function vaultOf({ dataKeys, databaseLimitMb }: Pick<Config, "dataKeys" | "databaseLimitMb">): Vault {
  return { dataKeys, databaseLimitBytes: databaseLimitMb === null ? null : databaseLimitMb * 1e6 };
}

/** A picture ready to be stored: what is told of it, and its encrypted bytes. */
export interface TakenPhoto extends PhotoIdentity, Omit<Picture, "jpeg" | "code"> {
  /** Of the kept JPEG, in bytes. */
  size: number;
  /** The bank's number of a transfer, as the code of a slip says it; null in every other picture. */
  slipReference: string | null;
  sealed: Sealed;
}

/** Pictures are refused from here on, so that the ledger can go on. */
const fullestShare = 0.7;

/** Throws `photo.no-room` where the database is so full that what is left belongs to the ledger. */
export async function requireRoom({ databaseLimitBytes }: Vault): Promise<void> {
  const { used, limit } = await databaseSpace(databaseLimitBytes);
  if (limit !== null && used >= fullestShare * limit) throw new DomainError("photo.no-room", {});
}

/**
 * Makes what somebody sent ready to be stored as this photo: room, picture, encryption. It takes seconds and asks the database, so it runs
 * before the transaction that stores it. Throws what `requireRoom` and `preparePicture` throw.
 */
export async function takePhoto(
  photo: PhotoIdentity,
  file: { bytes: Buffer; declaredType: string | null },
  vault: Vault,
): Promise<TakenPhoto> {
  await requireRoom(vault);
  const readsCode = photo.purpose === "transfer-slip";
  const { jpeg, code, ...picture } = await preparePicture(file.bytes, file.declaredType, { readsCode });
  return {
    ...photo,
    ...picture,
    slipReference: code === null ? null : slipReferenceIn(code),
    size: jpeg.length,
    sealed: seal(jpeg, photo, vault.dataKeys),
  };
}
