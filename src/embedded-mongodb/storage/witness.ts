import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { crc32 } from "node:zlib";
import { StorageDamaged } from "./storage";

const BYTES = 12;

/**
 * A small file beside LevelDB that says which batch was the last one answered. LevelDB drops the end of a log that was cut, silently;
 * with this file that shows. It is written without a sync: after a loss of power it may be behind, never ahead.
 */
export class Witness {
  #file: number | undefined;

  constructor(readonly path: string) {}

  /** Number of the last batch that was answered; undefined when the file is missing. Throws StorageDamaged when it cannot be right. */
  read(): number | undefined {
    if (!existsSync(this.path)) return undefined;
    const bytes = readFileSync(this.path);
    if (bytes.length !== BYTES || crc32(bytes.subarray(0, 8)) !== bytes.readUInt32LE(8))
      throw new StorageDamaged(`${this.path} is damaged`);
    return Number(bytes.readBigUInt64LE(0));
  }

  /** Notes that batch `sequence` is safe. The file itself is made safe once, before the first batch. */
  write(sequence: number): void {
    const bytes = Buffer.alloc(BYTES);
    bytes.writeBigUInt64LE(BigInt(sequence), 0);
    bytes.writeUInt32LE(crc32(bytes.subarray(0, 8)), 8);
    this.#file ??= openSync(this.path, existsSync(this.path) ? "r+" : "w", 0o600);
    writeSync(this.#file, bytes, 0, BYTES, 0);
    if (sequence === 0) this.#makeSafe(this.#file);
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
  }

  #makeSafe(file: number): void {
    fsyncSync(file);
    // Windows has no handles of folders to sync.
    if (process.platform === "win32") return;
    const folder = openSync(dirname(this.path), "r");
    fsyncSync(folder);
    closeSync(folder);
  }
}
