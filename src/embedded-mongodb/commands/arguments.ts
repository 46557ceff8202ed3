import { toDouble } from "../bson/numbers";
import { isDoc, isNumber, type Doc, type Value } from "../bson/value";
import { CommandError } from "../errors";

function wrongType(field: string, wanted: string): CommandError {
  return new CommandError(14, `BSON field '${field}' is the wrong type, expected ${wanted}`);
}

/** A text field. Throws TypeMismatch (14) when it is missing or something else; so do all of these. */
export function textOf(doc: Doc, field: string): string {
  const value = doc.get(field);
  if (typeof value !== "string") throw wrongType(field, "string");
  return value;
}

/** A document field. */
export function docField(doc: Doc, field: string): Doc {
  const value = doc.get(field);
  if (!isDoc(value)) throw wrongType(field, "object");
  return value;
}

/** A document field that may be missing; then an empty document. */
export function optionalDoc(doc: Doc, field: string): Doc {
  return doc.has(field) ? docField(doc, field) : new Map();
}

/** An array of documents. */
export function docsField(doc: Doc, field: string): Doc[] {
  const value = doc.get(field);
  if (!Array.isArray(value)) throw wrongType(field, "array");
  return value.map((item, n) => {
    if (!isDoc(item)) throw wrongType(`${field}.${n}`, "object");
    return item;
  });
}

/** A boolean field, numbers taken as truth values; `fallback` when missing. */
export function flagOf(doc: Doc, field: string, fallback: boolean): boolean {
  const value = doc.get(field);
  if (value === undefined) return fallback;
  if (typeof value === "boolean") return value;
  if (isNumber(value)) return toDouble(value) !== 0;
  throw wrongType(field, "bool");
}

/** A whole number not below zero; `fallback` when missing. Throws BadValue (2) for others. */
export function countOf(doc: Doc, field: string, fallback: number): number {
  const value = doc.get(field);
  if (value === undefined) return fallback;
  const number = wholeNumber(value, field);
  if (number < 0) throw new CommandError(51024, `BSON field '${field}' value must be >= 0, actual value '${number}'`);
  return number;
}

/** A value as a whole JavaScript number. */
export function wholeNumber(value: Value, field: string): number {
  if (!isNumber(value)) throw wrongType(field, "a number");
  const number = toDouble(value);
  if (!Number.isSafeInteger(number)) throw new CommandError(9, `${field} must be a whole number`);
  return number;
}
