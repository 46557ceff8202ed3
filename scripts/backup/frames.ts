import { deserialize, serialize } from "bson";
import { z } from "zod";
import { damaged } from "./cipher";

/** What a backup's contents begin with. */
const headSchema = z.strictObject({ format: z.literal(1), madeAt: z.date(), databaseFormat: z.int() });
/** What they end with: so many documents in each collection, and the SHA-256 of their bytes one after the other. */
const manifestSchema = z.strictObject({
  collections: z.array(
    z.strictObject({ name: z.string().min(1), count: z.int().min(0), sha256: z.string().length(64) }),
  ),
});
const collectionSchema = z.strictObject({ name: z.string().min(1) });

export type BackupHead = z.output<typeof headSchema>;
export type Manifest = z.output<typeof manifestSchema>;

/** One piece of a backup's contents: a letter, then a document of BSON. */
export type Frame =
  | { kind: "head"; head: BackupHead }
  | { kind: "collection"; name: string }
  | { kind: "document"; bytes: Buffer }
  | { kind: "manifest"; manifest: Manifest };

const letters = { head: 0x48, collection: 0x43, document: 0x44, manifest: 0x4d } as const;
/** A stored document has at most 16 MB; the manifest far less. */
const maxFrameBytes = 17 * 1024 * 1024;
/** A letter and an empty document. */
const smallestFrame = 6;

/** The bytes of a frame. */
export function frameBytes(frame: Frame): Buffer {
  switch (frame.kind) {
    case "head":
      return withLetter(letters.head, serialize(frame.head));
    case "collection":
      return withLetter(letters.collection, serialize({ name: frame.name }));
    case "document":
      return withLetter(letters.document, frame.bytes);
    case "manifest":
      return withLetter(letters.manifest, serialize(frame.manifest));
  }
}

function withLetter(letter: number, document: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from([letter]), document]);
}

/** Reads frames out of a stream. Throws BackupError for bytes that are none. */
export async function* framesIn(stream: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  let parts: Buffer[] = [];
  let [have, need] = [0, smallestFrame];
  for await (const part of stream) {
    parts.push(part);
    have += part.length;
    if (have < need) continue; // Joined only when a frame is whole: a large one comes in a thousand parts.
    let held = Buffer.concat(parts);
    for (need = lengthOfFirst(held); held.length >= need; need = lengthOfFirst(held)) {
      yield frameOf(held[0], held.subarray(1, need));
      held = held.subarray(need);
    }
    parts = [held];
    have = held.length;
  }
  if (have > 0) throw damaged();
}

function lengthOfFirst(held: Buffer): number {
  if (held.length < smallestFrame) return smallestFrame;
  const length = held.readInt32LE(1);
  if (length < smallestFrame - 1 || length > maxFrameBytes) throw damaged();
  return 1 + length;
}

function frameOf(letter: number | undefined, document: Buffer): Frame {
  try {
    switch (letter) {
      case letters.document:
        return { kind: "document", bytes: document };
      case letters.collection:
        return { kind: "collection", name: collectionSchema.parse(deserialize(document)).name };
      case letters.head:
        return { kind: "head", head: headSchema.parse(deserialize(document)) };
      case letters.manifest:
        return { kind: "manifest", manifest: manifestSchema.parse(deserialize(document)) };
      default:
        throw damaged();
    }
  } catch {
    throw damaged();
  }
}
