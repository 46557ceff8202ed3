import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { Config } from "../src/config";

/** Thrown when there is no usable key: the sentence says what to do. */
export class DataKeyError extends Error {
  override name = "DataKeyError";
}

/**
 * The keys that encrypt photos and backups, 64 hex digits each: the first encrypts, any of them decrypts. Where none is configured,
 * the one in the file `data-key` of the data folder; `make` writes it when it is not there yet. Throws DataKeyError.
 */
export function readDataKeys(config: Pick<Config, "dataKeys" | "dataDir">, { make }: { make: boolean }): string[] {
  if (config.dataKeys.length > 0) return [...config.dataKeys];
  const file = join(config.dataDir, "data-key");
  if (!existsSync(file)) {
    if (!make)
      throw new DataKeyError("There is no key here: set SAJJA_DATA_KEY to the key that the backup was made under.");
    makeKey(config.dataDir, file);
  }
  const key = readFileSync(file, "utf8").trim();
  if (!/^[0-9a-fA-F]{64}$/.test(key)) throw new DataKeyError(`The file ${file} does not hold a key of 64 hex digits.`);
  return [key];
}

function makeKey(folder: string, file: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, `${randomBytes(32).toString("hex")}\n`, { mode: 0o600, flag: "wx", flush: true });
  } catch (error) {
    // Another process was faster: its key is the one.
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}
