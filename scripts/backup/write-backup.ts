import { createHash, type Hash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { rename, rm, stat } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { readWholeDatabase, type RawDocument } from "../../src/storage/whole-database";
import { BackupError } from "./backup-error";
import { comesBackWhole } from "./bson-fields";
import { encrypted } from "./cipher";
import { frameBytes, type Manifest } from "./frames";

/** Contents are handed on in parts of about so many bytes. */
const partBytes = 256 * 1024;

/** A backup that was written. */
export interface WrittenBackup {
  bytes: number;
  manifest: Manifest;
}

/**
 * Writes the whole database as it stands at one moment to an encrypted file, while it may be written to. The file has its name only
 * when it is complete and on the disk. Throws BackupError when a document holds what could not be written back.
 */
export async function writeBackup(
  file: string,
  { dataKey, madeAt, databaseFormat }: { dataKey: string; madeAt: Date; databaseFormat: number },
): Promise<WrittenBackup> {
  const partial = `${file}.partial`;
  const counts = new Map<string, { count: number; hash: Hash }>();
  const manifest: Manifest = { collections: [] };
  try {
    await readWholeDatabase(async (names, documents) => {
      for (const name of names) counts.set(name, { count: 0, hash: createHash("sha256") });
      const contents = async function* (): AsyncGenerator<Buffer> {
        yield frameBytes({ kind: "head", head: { format: 1, madeAt, databaseFormat } });
        yield* documentFrames(documents, counts);
        manifest.collections = [...counts].map(([name, { count, hash }]) => ({
          name,
          count,
          sha256: hash.digest("hex"),
        }));
        yield frameBytes({ kind: "manifest", manifest });
      };
      const target = createWriteStream(partial, { mode: 0o600, flush: true });
      await pipeline(
        inParts(contents()),
        createGzip(),
        (zipped: AsyncIterable<Buffer>) => encrypted(zipped, dataKey),
        target,
      );
    });
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    const { path, code } = error as NodeJS.ErrnoException;
    throw path === partial ? new BackupError(`The file ${file} cannot be written (${code}).`) : error;
  }
  return { bytes: (await stat(file)).size, manifest };
}

async function* documentFrames(
  documents: AsyncIterable<RawDocument>,
  counts: Map<string, { count: number; hash: Hash }>,
): AsyncGenerator<Buffer> {
  let open: string | null = null;
  for await (const { collection, bytes } of documents) {
    const document = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (!comesBackWhole(document))
      throw new BackupError(
        `A document of ${collection} holds a value of a kind that cannot be written back as it is: remove it first.`,
      );
    if (collection !== open) yield frameBytes({ kind: "collection", name: collection });
    open = collection;
    const sums = counts.get(collection);
    if (!sums) throw new Error("a document of a collection that was not listed");
    sums.count++;
    sums.hash.update(document);
    yield frameBytes({ kind: "document", bytes: document });
  }
}

/** Joins small buffers: each trip through compression costs more than a document. */
async function* inParts(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of source) {
    parts.push(part);
    bytes += part.length;
    if (bytes < partBytes) continue;
    yield Buffer.concat(parts);
    [parts, bytes] = [[], 0];
  }
  yield Buffer.concat(parts);
}
