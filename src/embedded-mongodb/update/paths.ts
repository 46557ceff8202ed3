import { CommandError, refuse } from "../errors";
import { isDoc, type Doc, type Value } from "../bson/value";

/** What a path of an update names in one document: field names and positions. */
export type Path = readonly string[];

/** Whether an array element fits the filter of an identifier (`$[id]`), by identifier. */
export type ArrayFilters = ReadonlyMap<string, (element: Value) => boolean>;

/** Most nulls that a position beyond an array's end may add (MongoDB: kMaxPaddingAllowed). */
const MAX_PADDING = 1_500_000;

/** Reads an update's dotted path. Throws EmptyFieldName (56), DollarPrefixedFieldName (52) or BadValue (2) as MongoDB does. */
export function parsePath(path: string): Path {
  const parts = path.split(".");
  if (parts.includes("")) throw new CommandError(56, `The update path '${path}' contains an empty field name`);
  if (isIdentifier(parts[0])) throw new CommandError(2, `Cannot have a positional element first in path '${path}'`);
  if (parts.includes("$")) refuse("the positional operator $");
  if (path.startsWith("$")) throw new CommandError(52, `The dollar ($) prefixed field '${path}' is not allowed`);
  if (parts.some((part) => part.startsWith("$") && !isIdentifier(part)))
    refuse("an update of a field whose name starts with $");
  return parts;
}

/** True for `$[]` and `$[id]`. */
export function isIdentifier(part: string | undefined): boolean {
  return part !== undefined && part.startsWith("$[") && part.endsWith("]");
}

/** Throws ConflictingUpdateOperators (40) when one path is another or lies inside it, or an array is named both by `$[…]` and by field. */
export function checkConflicts(paths: readonly Path[]): void {
  // In this order a path comes right before those inside it, and so do the parts of one array.
  const sorted = [...paths].sort((a, b) => (a.join("\0") < b.join("\0") ? -1 : 1));
  sorted.forEach((path, index) => {
    const earlier = sorted[index - 1];
    if (!earlier) return;
    const shared = sharedParts(path, earlier);
    const isInside = shared === Math.min(path.length, earlier.length);
    if (isInside || isIdentifier(path[shared]) !== isIdentifier(earlier[shared])) {
      throw new CommandError(
        40,
        `Updating the path '${path.join(".")}' would create a conflict at '${earlier.join(".")}'`,
      );
    }
  });
}

function sharedParts(a: Path, b: Path): number {
  const different = a.findIndex((part, index) => part !== b[index]);
  return different < 0 ? a.length : different;
}

/** Order in which MongoDB applies the parts of an update: by field name, positions by number. */
export function comparePaths(a: Path, b: Path): number {
  const shared = sharedParts(a, b);
  const [x = "", y = ""] = [a[shared], b[shared]];
  const isNumeric = isPosition(x) && isPosition(y);
  return (isNumeric && Number(x) - Number(y)) || Buffer.compare(Buffer.from(x), Buffer.from(y));
}

function isPosition(part: string): boolean {
  return /^\d+$/.test(part);
}

/** The concrete paths that `$[]` and `$[id]` stand for in a document. */
export function expandPath(doc: Doc, path: Path, filters: ArrayFilters): Path[] {
  let open: { at: Value | undefined; path: Path }[] = [{ at: doc, path: [] }];
  for (const part of path) {
    const fits = filters.get(part.slice(2, -1));
    open = open.flatMap(({ at, path: taken }) => {
      if (!isIdentifier(part)) return [{ at: childOf(at, part), path: [...taken, part] }];
      if (!Array.isArray(at))
        throw new CommandError(2, `The path '${taken.join(".")}' must be an array to apply array updates`);
      return at.flatMap((item, index) => (!fits || fits(item) ? [{ at: item, path: [...taken, String(index)] }] : []));
    });
  }
  return open.map(({ path: concrete }) => concrete);
}

/** The value of a field or position of a container; undefined when it has none or is no container. */
export function childOf(container: Value | undefined, part: string): Value | undefined {
  if (isDoc(container)) return container.get(part);
  return Array.isArray(container) && isPosition(part) ? container[Number(part)] : undefined;
}

/** Puts a value at a field or position; positions between an array's end and it become null. */
function setChild(container: Doc | Value[], part: string, value: Value): void {
  if (!Array.isArray(container)) {
    container.set(part, value);
    return;
  }
  const index = Number(part);
  if (index - container.length > MAX_PADDING)
    throw new CommandError(34, `can't backfill more than ${MAX_PADDING} elements`);
  while (container.length < index) container.push(null);
  container[index] = value;
}

/** Puts a value at a path below a container, of which only the first part may exist; the other parts become new documents. */
export function putAt(container: Doc | Value[], [part, ...rest]: Path, value: Value): void {
  const wrap = (inner: Value, name: string): Value => new Map([[name, inner]]);
  setChild(container, part as string, rest.reduceRight(wrap, value));
}

/** Takes a field away; an array keeps its length and gets null. */
export function removeChild(container: Doc | Value[], part: string): void {
  if (Array.isArray(container)) container[Number(part)] = null;
  else container.delete(part);
}

/** How far a path exists: the innermost container on it, how many parts lead there, and whether the next part could be created in it. */
export function locate(doc: Doc, path: Path): { container: Doc | Value[]; depth: number; isViable: boolean } {
  let container: Doc | Value[] = doc;
  for (let depth = 0; ; depth += 1) {
    const part = path[depth] as string;
    const child = childOf(container, part);
    if (depth === path.length - 1 || child === undefined) {
      return { container, depth, isViable: !Array.isArray(container) || isPosition(part) };
    }
    if (!isDoc(child) && !Array.isArray(child)) return { container, depth: depth + 1, isViable: false };
    container = child;
  }
}
