import { createInflateRaw } from "node:zlib";
import { TableError } from "./limits";

/** One file of a zip archive. */
export interface ZipEntry {
  name: string;
  crc: number;
  bytes: Buffer;
}

const notAZip = "The file is no .xlsx workbook.";
const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
/** A workbook holds tens of files; more are a trap. */
const maxEntries = 2000;

/** Sees the bytes of an entry as they are inflated; throws to stop. */
export type Watch = (name: string, chunk: Buffer) => void;

/**
 * Inflates the wanted files of a zip archive. `watch` sees each piece before the next is inflated, so that a limit that it holds is
 * held while inflating. Throws TableError when the archive is broken or of a kind that spreadsheets do not write.
 */
export async function unzip(archive: Buffer, wanted: (name: string) => boolean, watch: Watch): Promise<ZipEntry[]> {
  const entries: ZipEntry[] = [];
  for (const { name, crc, method, packed } of directory(archive)) {
    if (!wanted(name)) continue;
    entries.push({ name, crc, bytes: await inflate(name, method, packed, watch) });
  }
  return entries;
}

function* directory(archive: Buffer): Generator<{ name: string; crc: number; method: number; packed: Buffer }> {
  try {
    const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
    if (end < 0 || archive.readUInt32LE(end) !== endSignature) throw new TableError(notAZip);
    const count = archive.readUInt16LE(end + 10);
    if (count > maxEntries) throw new TableError(`The workbook holds more than ${maxEntries} files.`);
    let at = archive.readUInt32LE(end + 16);
    for (let index = 0; index < count; index++) {
      if (archive.readUInt32LE(at) !== entrySignature) throw new TableError(notAZip);
      const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
        archive.readUInt16LE(at + offset),
      ) as [number, number, number];
      yield {
        name: archive.toString("utf8", at + 46, at + 46 + nameLength),
        crc: archive.readUInt32LE(at + 16),
        method: archive.readUInt16LE(at + 10),
        packed: packedBytes(archive, archive.readUInt32LE(at + 42), archive.readUInt32LE(at + 20)),
      };
      at += 46 + nameLength + extraLength + commentLength;
    }
  } catch (error) {
    if (error instanceof RangeError) throw new TableError(notAZip); // An offset that leads out of the file.
    throw error;
  }
}

function packedBytes(archive: Buffer, at: number, length: number): Buffer {
  if (archive.readUInt32LE(at) !== localSignature) throw new TableError(notAZip);
  const start = at + 30 + archive.readUInt16LE(at + 26) + archive.readUInt16LE(at + 28);
  if (start + length > archive.length) throw new TableError(notAZip);
  return archive.subarray(start, start + length);
}

async function inflate(name: string, method: number, packed: Buffer, watch: Watch): Promise<Buffer> {
  if (method === 0) {
    watch(name, packed);
    return packed;
  }
  if (method !== 8) throw new TableError(notAZip);
  const stream = createInflateRaw();
  const pieces: Buffer[] = [];
  stream.end(packed);
  try {
    for await (const piece of stream as AsyncIterable<Buffer>) {
      watch(name, piece);
      pieces.push(piece);
    }
  } catch (error) {
    if (error instanceof TableError) throw error;
    throw new TableError("The workbook is damaged.", { cause: error });
  }
  return Buffer.concat(pieces);
}
