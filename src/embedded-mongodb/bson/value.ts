import { ObjectId as BsonObjectId } from "bson";

/** A document: field names in order. A Map, so that no field name (`__proto__`, `12`) means anything to JavaScript. */
export type Doc = Map<string, Value>;

/** Any storable BSON value: number is double, bigint is long, int32 has a class. */
export type Value =
  number | bigint | Int32 | string | boolean | null | Date | ObjectId | Binary | Timestamp | Value[] | Doc;

/** BSON int32. */
export class Int32 {
  constructor(readonly value: number) {}
}

/** BSON ObjectId; `raw` holds its 12 bytes as Latin-1 characters, so that `<` and `===` order and compare it. */
export class ObjectId {
  constructor(readonly raw: string) {}

  /** The 24 hexadecimal digits. */
  toString(): string {
    return Buffer.from(this.raw, "latin1").toString("hex");
  }
}

/** BSON binary data with its subtype. */
export class Binary {
  constructor(
    readonly subtype: number,
    readonly bytes: Buffer,
  ) {}
}

/** BSON timestamp: seconds and an ordinal within the second, both unsigned 32 bit. */
export class Timestamp {
  constructor(
    readonly t: number,
    readonly i: number,
  ) {}
}

/** Largest document in bytes that MongoDB stores. */
export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

/** Levels of documents and arrays inside each other that a stored document may have, itself included (MongoDB Limits: Nested Depth). */
export const MAX_DEPTH = 100;

const SMALL = Array.from({ length: 1280 }, (_, n) => new Int32(n - 256));

/** An int32 value; small ones are shared. */
export function int32(n: number): Int32 {
  return (n >= -256 && n < 1024 ? SMALL[n + 256] : undefined) ?? new Int32(n);
}

/** A new ObjectId as the drivers make them. */
export function newObjectId(): ObjectId {
  return new ObjectId(Buffer.from(BsonObjectId.generate()).toString("latin1"));
}

/** True for an embedded document. */
export function isDoc(value: Value | undefined): value is Doc {
  return value instanceof Map;
}

/** True for any of the three number types. */
export function isNumber(value: Value | undefined): value is number | bigint | Int32 {
  return typeof value === "number" || value instanceof Int32 || typeof value === "bigint";
}

/** What code may write where a document is built by hand: whole numbers of 32 bits become int32, undefined fields are left out. */
export type Literal = Value | undefined | readonly Literal[] | { readonly [field: string]: Literal };

/** A document from a JavaScript literal: `docOf({ n: 1, ok: 1 })`. Use a Map where field names come from outside. */
export function docOf(fields: { readonly [field: string]: Literal }): Doc {
  const doc: Doc = new Map();
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) doc.set(name, valueOf(value));
  return doc;
}

function valueOf(literal: Literal): Value {
  if (typeof literal === "number")
    return Number.isInteger(literal) && (literal | 0) === literal && !Object.is(literal, -0) ? int32(literal) : literal;
  if (Array.isArray(literal)) return literal.map((item: Literal) => valueOf(item));
  if (literal !== null && typeof literal === "object" && Object.getPrototypeOf(literal) === Object.prototype)
    return docOf(literal as { [field: string]: Literal });
  return literal as Value;
}
