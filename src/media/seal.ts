import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import type { PhotoIdentity } from "../domain/photos/photo";
import type { Sealed } from "../storage/photos";

const version = "sajja-photo-1";
const nonceBytes = 12;
const tagBytes = 16;

/** Thrown when a stored picture does not open: its key is not here, or its bytes are not those that were sealed for it. */
export class PhotoUnreadableError extends Error {
  override name = "PhotoUnreadableError";
  constructor(readonly reason: "no-key" | "changed") {
    super(`photo-${reason}`);
  }
}

function derived(dataKey: string, salt: Buffer, use: string, bytes: number): Buffer {
  return Buffer.from(hkdfSync("sha256", Buffer.from(dataKey, "hex"), salt, `${version} ${use}`, bytes));
}

/** Tells a key of 64 hex digits from another without telling anything about it. */
export function keyIdOf(dataKey: string): string {
  return derived(dataKey, Buffer.alloc(0), "key id", 8).toString("hex");
}

/** What is authenticated beside the bytes, so that no picture opens in another one's place. */
function context({ id, purpose, groupId, aboutId }: PhotoIdentity): Buffer {
  return Buffer.from(JSON.stringify([version, id, purpose, groupId, aboutId]));
}

/**
 * Encrypts a picture for what it is: AES-256-GCM, under a key of its own that HKDF-SHA256 derives from the first of the operator's keys
 * and a random salt, with a random nonce.
 */
export function seal(jpeg: Buffer, photo: PhotoIdentity, dataKeys: readonly string[]): Sealed {
  const [dataKey] = dataKeys;
  if (dataKey === undefined) throw new PhotoUnreadableError("no-key");
  const [salt, nonce] = [randomBytes(32), randomBytes(nonceBytes)];
  const cipher = createCipheriv("aes-256-gcm", derived(dataKey, salt, "picture", 32), nonce).setAAD(context(photo));
  const bytes = Buffer.concat([cipher.update(jpeg), cipher.final(), cipher.getAuthTag()]);
  return { keyId: keyIdOf(dataKey), salt, nonce, bytes };
}

/** Decrypts what `seal` made for this very photo, under whichever of the keys it was made. Throws PhotoUnreadableError. */
export function unseal(sealed: Sealed, photo: PhotoIdentity, dataKeys: readonly string[]): Buffer {
  const dataKey = dataKeys.find((key) => keyIdOf(key) === sealed.keyId);
  if (dataKey === undefined) throw new PhotoUnreadableError("no-key");
  try {
    const key = derived(dataKey, sealed.salt, "picture", 32);
    const decipher = createDecipheriv("aes-256-gcm", key, sealed.nonce, { authTagLength: tagBytes });
    decipher.setAAD(context(photo)).setAuthTag(sealed.bytes.subarray(-tagBytes));
    return Buffer.concat([decipher.update(sealed.bytes.subarray(0, -tagBytes)), decipher.final()]);
  } catch {
    throw new PhotoUnreadableError("changed");
  }
}
