import { encodeDocument } from "../bson/encode";
import { MAX_DEPTH, type Doc } from "../bson/value";

/** The encoded elements of a document, without its length and its end, to be joined with others. */
export function elementsOf(doc: Doc): Buffer {
  return encodeDocument(doc, MAX_DEPTH + 10).subarray(4, -1);
}

/** A document out of encoded elements. */
export function documentOf(...elements: Buffer[]): Buffer {
  const length = elements.reduce((sum, part) => sum + part.length, 5);
  const bytes = Buffer.allocUnsafe(length);
  bytes.writeInt32LE(length, 0);
  let at = 4;
  for (const part of elements) at += part.copy(bytes, at);
  bytes[at] = 0;
  return bytes;
}

/** The element `name` holding a document that is encoded already. */
export function documentElement(name: string, document: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`\x03${name}\0`), document]);
}

/** The element `name` holding an array of documents that are encoded already. */
export function arrayElement(name: string, documents: readonly Buffer[]): Buffer {
  const parts: Buffer[] = [Buffer.from(`\x04${name}\0`), Buffer.alloc(4)];
  let length = 5;
  documents.forEach((document, index) => {
    const head = Buffer.from(`\x03${index}\0`, "latin1");
    parts.push(head, document);
    length += head.length + document.length;
  });
  (parts[1] as Buffer).writeInt32LE(length, 0);
  parts.push(Buffer.alloc(1));
  return Buffer.concat(parts);
}
