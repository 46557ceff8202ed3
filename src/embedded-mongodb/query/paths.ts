import { CommandError } from "../errors";
import { isDoc, type Doc, type Value } from "../bson/value";

/** Called with each value a path leads to (undefined where there is none); true stops the walk. */
export type Visit = (value: Value | undefined) => boolean;

interface Walk {
  readonly parts: readonly string[];
  readonly intoLeaf: boolean;
  readonly visit: Visit;
}

/**
 * Visits what a query's dotted path finds: every element of arrays on the way, and a numeric part also as a position. With `intoLeaf`
 * the elements of an array at the path's end come first and then the array itself. Returns whether a visit stopped it.
 */
export function visitPath(doc: Doc, parts: readonly string[], intoLeaf: boolean, visit: Visit): boolean {
  return walkDocument(doc, { parts, intoLeaf, visit }, 0);
}

function walkDocument(doc: Doc, walk: Walk, at: number): boolean {
  const last = walk.parts.length - 1;
  let current = doc;
  for (let part = at; ; part += 1) {
    const value = current.get(walk.parts[part] as string);
    if (Array.isArray(value)) return walkArray(value, walk, part + 1);
    if (part === last) return walk.visit(value);
    if (!isDoc(value)) return walk.visit(undefined);
    current = value;
  }
}

function walkArray(array: Value[], walk: Walk, at: number): boolean {
  if (at === walk.parts.length) return (walk.intoLeaf && array.some((item) => walk.visit(item))) || walk.visit(array);
  const position = walk.parts[at] as string;
  return array.some((item, index) => {
    if (isDoc(item) && walkDocument(item, walk, at)) return true;
    return position === String(index) && walkPosition(item, walk, at + 1);
  });
}

/** An element named by its position is not looked into when the path ends with it, even if it is an array. */
function walkPosition(item: Value, walk: Walk, at: number): boolean {
  if (at === walk.parts.length) return walk.visit(item);
  if (isDoc(item)) return walkDocument(item, walk, at);
  return Array.isArray(item) && walkArray(item, walk, at);
}

/** What `distinct` collects for a path: every value, arrays at the end taken apart. */
export function valuesAt(doc: Doc, path: string): Value[] {
  const found: Value[] = [];
  visitPath(doc, path.split("."), false, (value) => {
    if (Array.isArray(value)) found.push(...value);
    else if (value !== undefined) found.push(value);
    return false;
  });
  return found;
}

/** The parts of a field path of a sort, projection or expression. Throws Location40352, 40353, 15998 or 16410 for what cannot be one. */
export function parseFieldPath(path: string): string[] {
  if (path === "") throw new CommandError(40352, "FieldPath cannot be constructed with empty string");
  if (path.endsWith(".")) throw new CommandError(40353, "FieldPath must not end with a '.'.");
  const parts = path.split(".");
  if (parts.includes("")) throw new CommandError(15998, "FieldPath field names may not be empty strings.");
  if (parts.some((part) => part.startsWith("$"))) {
    throw new CommandError(16410, "FieldPath field names may not start with '$'.");
  }
  return parts;
}
