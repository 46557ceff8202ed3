import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";
import { BackupError } from "./backup-error";

/**
 * How a backup file is encrypted: AES-256-GCM in chunks of 64 KiB, each with its number and whether it is the last in its nonce, so that
 * chunks can be neither changed, moved, left out nor cut off (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015).
 * The file's own key comes from the operator's key and a random salt by HKDF-SHA256; 16 more bytes of it, stored in the head, tell
 * whether a key is the right one.
 */
const magic = Buffer.from("sajja-backup-1\n");
const saltBytes = 32;
const checkBytes = 16;
const keyBytes = 32;
const chunkBytes = 64 * 1024;
const tagBytes = 16;

/** Bytes of a backup file's head, before the first chunk. */
export const headBytes = magic.length + saltBytes + checkBytes;

interface FileKeys {
  key: Buffer;
  check: Buffer;
}

function fileKeys(dataKey: string, salt: Buffer): FileKeys {
  const bytes = Buffer.from(hkdfSync("sha256", Buffer.from(dataKey, "hex"), salt, magic, keyBytes + checkBytes));
  return { key: bytes.subarray(0, keyBytes), check: bytes.subarray(keyBytes) };
}

/** Encrypts a stream under a key of 64 hex digits: the head, then the chunks. */
export async function* encrypted(plain: AsyncIterable<Buffer>, dataKey: string): AsyncGenerator<Buffer> {
  const salt = randomBytes(saltBytes);
  const { key, check } = fileKeys(dataKey, salt);
  const head = Buffer.concat([magic, salt, check]);
  yield head;
  for await (const { bytes, number, isLast } of inChunks(plain, chunkBytes)) {
    const cipher = createCipheriv("aes-256-gcm", key, nonce(number, isLast)).setAAD(head);
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  }
}

/**
 * Decrypts what `encrypted` made, from its head and the stream of its chunks, under the first of the keys that fits. Throws BackupError
 * for a file that is no backup, for a wrong key, and at the first chunk that was changed, moved or cut off.
 */
export async function* decrypted(
  head: Buffer,
  chunks: AsyncIterable<Buffer>,
  dataKeys: readonly string[],
): AsyncGenerator<Buffer> {
  const key = keyFor(head, dataKeys);
  for await (const { bytes, number, isLast } of inChunks(chunks, chunkBytes + tagBytes)) {
    if (bytes.length < tagBytes) throw damaged();
    const decipher = createDecipheriv("aes-256-gcm", key, nonce(number, isLast), { authTagLength: tagBytes });
    decipher.setAAD(head).setAuthTag(bytes.subarray(-tagBytes));
    let plain: Buffer;
    try {
      plain = Buffer.concat([decipher.update(bytes.subarray(0, -tagBytes)), decipher.final()]);
    } catch {
      throw damaged();
    }
    yield plain;
  }
}

function keyFor(head: Buffer, dataKeys: readonly string[]): Buffer {
  if (head.length < headBytes || !head.subarray(0, magic.length).equals(magic))
    throw new BackupError("This file is no backup of this version of sajja.");
  const salt = head.subarray(magic.length, magic.length + saltBytes);
  const told = head.subarray(magic.length + saltBytes);
  const found = dataKeys.map((key) => fileKeys(key, salt)).find(({ check }) => timingSafeEqual(check, told));
  if (!found)
    throw new BackupError("No key here opens this file: set SAJJA_DATA_KEY to the key that the backup was made under.");
  return found.key;
}

/** 11 bytes of the chunk's number, and one that tells the last. */
function nonce(number: number, isLast: boolean): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUIntBE(number, 5, 6);
  bytes.writeUInt8(isLast ? 1 : 0, 11);
  return bytes;
}

async function* inChunks(
  source: AsyncIterable<Buffer>,
  size: number,
): AsyncGenerator<{ bytes: Buffer; number: number; isLast: boolean }> {
  let held: Buffer = Buffer.alloc(0);
  let number = 0;
  for await (const part of source) {
    held = held.length === 0 ? part : Buffer.concat([held, part]);
    let at = 0;
    for (; held.length - at > size; at += size, number++)
      yield { bytes: held.subarray(at, at + size), number, isLast: false };
    held = held.subarray(at);
  }
  yield { bytes: held, number, isLast: true };
}

/** The refusal of a file whose bytes are not those that were written. */
export function damaged(): BackupError {
  return new BackupError("This backup is damaged or cut short: its bytes are not those that were written.");
}
