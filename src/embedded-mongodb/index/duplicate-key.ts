import { Int32, ObjectId, docOf, type Doc, type Value } from "../bson/value";
import { CommandError } from "../errors";
import type { Index } from "./index";

/** MongoDB's answer to a second document with the same unique key (11000), with keyPattern and keyValue. */
export function duplicateKey(namespace: string, index: Index, doc: Doc, key: string): CommandError {
  const keyValue = index.valuesOf(doc, key);
  const shown = [...keyValue].map(([path, value]) => `${path}: ${show(value)}`).join(", ");
  const keyPattern = index.spec.shown.get("key");
  const message = `E11000 duplicate key error collection: ${namespace} index: ${index.spec.name} dup key: { ${shown} }`;
  return new CommandError(11000, message, { extra: docOf({ keyPattern, keyValue }) });
}

function show(value: Value): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (value instanceof Int32) return String(value.value);
  if (value instanceof ObjectId) return `ObjectId('${value.toString()}')`;
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  if (value instanceof Map) return `{ ${[...value].map(([name, each]) => `${name}: ${show(each)}`).join(", ")} }`;
  if (Array.isArray(value)) return `[ ${value.map(show).join(", ")} ]`;
  return typeof value === "object" && value !== null ? value.constructor.name : String(value);
}
