import { decodeDocument } from "../bson/decode";
import { MAX_DEPTH, type Doc, type Value } from "../bson/value";
import { CommandError } from "../errors";

/** Largest wire message in bytes (maxMessageSizeBytes of hello). */
export const MAX_MESSAGE_BYTES = 48_000_000;

const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;
const HEADER = 16;
const MORE_TO_COME = 2;
/** A command nests its documents two or three levels deep (`documents` → array → document). */
const COMMAND_DEPTH = MAX_DEPTH + 10;

/** One request: its command with document sequences folded in, whether an answer is wanted, and by which operation it came. */
export interface Request {
  readonly id: number;
  readonly body: Doc;
  readonly answered: boolean;
  readonly legacy: boolean;
}

/** A message that cannot be answered in a defined way; the connection is closed. */
export class BadMessage extends Error {}

/** Reads a whole message, header included. Throws BadMessage for a broken envelope and CommandError for a broken document. */
export function parseMessage(bytes: Buffer): Request {
  const id = bytes.readInt32LE(4);
  const opcode = bytes.readInt32LE(12);
  if (opcode === OP_MSG) return parseOpMsg(id, bytes);
  if (opcode === OP_QUERY) return parseOpQuery(id, bytes);
  throw new BadMessage(`operation ${opcode}`);
}

function parseOpMsg(id: number, bytes: Buffer): Request {
  if (bytes.length < HEADER + 4 + 6) throw new BadMessage("too short");
  const flags = bytes.readUInt32LE(HEADER);
  // No driver sends the flag for a checksum.
  if (flags & 0xffff & ~MORE_TO_COME) throw new BadMessage("unknown required flag");
  const end = bytes.length;
  let body: Doc | undefined;
  const sequences = new Map<string, Value[]>();
  let at = HEADER + 4;
  while (at < end) {
    const kind = bytes[at];
    const size = lengthAt(bytes, at + 1, end);
    const section = bytes.subarray(at + 1, at + 1 + size);
    if (kind === 0 && !body) body = decodeDocument(section, COMMAND_DEPTH);
    else if (kind === 1) addSequence(section, sequences);
    else throw new BadMessage(`section of kind ${kind}`);
    at += 1 + size;
  }
  if (!body) throw new BadMessage("no body section");
  for (const [name, documents] of sequences) {
    if (body.has(name)) throw new CommandError(40, `Duplicate field '${name}' in the command`);
    body.set(name, documents);
  }
  return { id, body, answered: !(flags & MORE_TO_COME), legacy: false };
}

function addSequence(section: Buffer, sequences: Map<string, Value[]>): void {
  const nameEnd = section.indexOf(0, 4);
  if (nameEnd < 0) throw new BadMessage("document sequence without a name");
  const name = section.toString("utf8", 4, nameEnd);
  if (sequences.has(name)) throw new BadMessage("document sequence twice");
  const documents: Value[] = [];
  let at = nameEnd + 1;
  while (at < section.length) {
    const size = lengthAt(section, at, section.length);
    documents.push(decodeDocument(section.subarray(at, at + size), COMMAND_DEPTH));
    at += size;
  }
  sequences.set(name, documents);
}

function parseOpQuery(id: number, bytes: Buffer): Request {
  const nameEnd = bytes.indexOf(0, HEADER + 4);
  if (nameEnd < 0) throw new BadMessage("no collection name");
  const namespace = bytes.toString("utf8", HEADER + 4, nameEnd);
  const at = nameEnd + 9;
  if (!namespace.endsWith(".$cmd")) throw new BadMessage("OP_QUERY on a collection");
  const body = decodeDocument(bytes.subarray(at, at + lengthAt(bytes, at, bytes.length)), COMMAND_DEPTH);
  if (!body.has("$db")) body.set("$db", namespace.slice(0, -5));
  return { id, body, answered: true, legacy: true };
}

function lengthAt(bytes: Buffer, at: number, end: number): number {
  if (at + 5 > end) throw new BadMessage("section beyond the end");
  const size = bytes.readInt32LE(at);
  if (size < 5 || at + size > end) throw new BadMessage("section beyond the end");
  return size;
}

/** The answer to `request` around an encoded document: OP_MSG, or OP_REPLY for the first hello. */
export function encodeReply(request: Pick<Request, "id" | "legacy">, replyId: number, document: Buffer): Buffer {
  const extra = request.legacy ? 20 : 5;
  const bytes = Buffer.alloc(HEADER + extra + document.length);
  bytes.writeInt32LE(bytes.length, 0);
  bytes.writeInt32LE(replyId, 4);
  bytes.writeInt32LE(request.id, 8);
  bytes.writeInt32LE(request.legacy ? OP_REPLY : OP_MSG, 12);
  if (request.legacy) bytes.writeInt32LE(1, HEADER + 16);
  document.copy(bytes, HEADER + extra);
  return bytes;
}
