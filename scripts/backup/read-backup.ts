import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { BackupError } from "./backup-error";
import { damaged, decrypted, headBytes } from "./cipher";
import { framesIn, type BackupHead, type Frame, type Manifest } from "./frames";

/** What a backup holds. */
export interface BackupContents {
  head: BackupHead;
  manifest: Manifest;
}

/**
 * Reads a backup from its first byte to its last and gives every document to `take`, in the order in which they were written. Throws
 * BackupError when there is no such file, no key fits, or anything in it is not as it was written; a caller that must not act on half
 * a backup reads it once without `take`.
 */
export async function readBackup(
  file: string,
  dataKeys: readonly string[],
  take: (collection: string, document: Buffer) => Promise<void> = () => Promise.resolve(),
): Promise<BackupContents> {
  const head = await readHead(file);
  const reader = new ContentsReader(take);
  await pipeline(
    createReadStream(file, { start: headBytes }),
    (chunks: AsyncIterable<Buffer>) => decrypted(head, chunks, dataKeys),
    createGunzip(),
    async (contents: AsyncIterable<Buffer>) => {
      for await (const frame of framesIn(contents)) await reader.accept(frame);
    },
  ).catch((error: unknown) => {
    throw isZlibError(error) ? damaged() : error;
  });
  return reader.end();
}

async function readHead(file: string): Promise<Buffer> {
  const handle = await open(file, "r").catch((error: NodeJS.ErrnoException) => {
    throw new BackupError(`The file ${file} cannot be read (${error.code ?? error.name}).`);
  });
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && String((error as NodeJS.ErrnoException).code).startsWith("Z_");
}

/** Takes frames in their order and holds them against the manifest at the end. */
class ContentsReader {
  private readonly sums = new Map<string, { count: number; hash: Hash }>();
  private head: BackupHead | null = null;
  private manifest: Manifest | null = null;
  private collection: string | null = null;

  constructor(private readonly take: (collection: string, document: Buffer) => Promise<void>) {}

  async accept(frame: Frame): Promise<void> {
    if (this.manifest || (this.head === null) !== (frame.kind === "head")) throw damaged();
    switch (frame.kind) {
      case "head":
        this.head = frame.head;
        return;
      case "manifest":
        this.manifest = frame.manifest;
        return;
      case "collection":
        this.collection = frame.name;
        this.sums.set(frame.name, { count: 0, hash: createHash("sha256") });
        return;
      case "document": {
        const sums = this.collection === null ? undefined : this.sums.get(this.collection);
        if (this.collection === null || !sums) throw damaged();
        sums.count++;
        sums.hash.update(frame.bytes);
        await this.take(this.collection, frame.bytes);
      }
    }
  }

  end(): BackupContents {
    const { head, manifest } = this;
    if (!head || !manifest) throw damaged();
    const told = new Map(manifest.collections.map((one) => [one.name, one]));
    if ([...this.sums.keys()].some((name) => !told.has(name))) throw damaged();
    for (const { name, count, sha256 } of manifest.collections) {
      const sums = this.sums.get(name) ?? { count: 0, hash: createHash("sha256") };
      if (sums.count !== count || sums.hash.digest("hex") !== sha256) throw damaged();
    }
    return { head, manifest };
  }
}
