/** Kinds of rows below, the first byte of each key. */
export const ROW = { meta: 1, collection: 2, record: 3, session: 4 } as const;

/** A row to write, or to remove when `value` is null. `previous` is what stands there now. */
export interface RowChange {
  readonly key: Buffer;
  readonly value: Buffer | null;
  readonly previous: Buffer | null;
}

/** Key of a collection's description. */
export function collectionKey(collection: number): Buffer {
  const key = Buffer.alloc(5);
  key[0] = ROW.collection;
  key.writeUInt32BE(collection, 1);
  return key;
}

/** Key of a document; the order of keys is the order of insertion. */
export function recordKey(collection: number, record: number): Buffer {
  const key = Buffer.alloc(11);
  key[0] = ROW.record;
  key.writeUInt32BE(collection, 1);
  key.writeUIntBE(record, 5, 6);
  return key;
}

/** Key of a session's retry results; the id is kept as the bytes that it is. */
export function sessionKey(id: Buffer): Buffer {
  return Buffer.concat([Buffer.of(ROW.session), id]);
}
