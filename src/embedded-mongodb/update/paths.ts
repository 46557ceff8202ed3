import { CommandError, refuse } from "../errors";
import { isDoc } from "../bson/value";
import type { Doc, Value } from "../bson/value";

/** What a path of an update names in one document: concrete field names and positions. */
export type Path = readonly string[];

/** Array elements that fit the filter of an identifier (`$[id]`). */
export type ArrayFilters = ReadonlyMap<string, (element: Value) => boolean>;

/** Most nulls that a position beyond an array's end may add (MongoDB: kMaxPaddingAllowed). */
const MAX_PADDING = 1_500_000;

/** Reads an update's dotted path. Throws EmptyFieldName (56), DollarPrefixedFieldName (52) or BadValue (2) as MongoDB does. */
export function parsePath(path: string): Path {
  const parts = path.split(".");
  if (parts.includes("")) {
    throw new CommandError(56, `The update path '${path}' contains an empty field name, which is not allowed.`);
  }
  const positional = parts.filter((part) => part === "$").length;
  if (positional > 1) throw new CommandError(2, `Too many positional (i.e. '$') elements found in path '${path}'`);
  if (parts[0] === "$" || isIdentifier(parts[0])) {
    throw new CommandError(2, `Cannot have positional (i.e. '$') element in the first position in path '${path}'`);
  }
  if (parts[0]?.startsWith("$")) {
    throw new CommandError(52, `The dollar ($) prefixed field '${parts[0]}' in '${path}' is not allowed.`);
  }
  if (parts.some((part) => part.startsWith("$") && part !== "$" && !isIdentifier(part))) {
    refuse("an update path with a field name that starts with a dollar");
  }
  return parts;
}

/** True for `$[]` and `$[id]`. */
export function isIdentifier(part: string | undefined): boolean {
  return part !== undefined && part.startsWith("$[") && part.endsWith("]");
}

/** Throws ConflictingUpdateOperators (40) when one path is another or lies inside it, or an array is named both by `$[…]` and by field. */
export function checkConflicts(paths: readonly Path[]): void {
  paths.forEach((path, index) => {
    for (const earlier of paths.slice(0, index)) {
      const shared = sharedParts(path, earlier);
      const isInside = shared === Math.min(path.length, earlier.length);
      if (isInside || isIdentifier(path[shared]) !== isIdentifier(earlier[shared])) {
        const at = path.slice(0, Math.max(shared, 1)).join(".");
        throw new CommandError(40, `Updating the path '${path.join(".")}' would create a conflict at '${at}'`);
      }
    }
  });
}

function sharedParts(a: Path, b: Path): number {
  let shared = 0;
  while (shared < a.length && shared < b.length && a[shared] === b[shared]) shared += 1;
  return shared;
}

/** Order in which MongoDB applies the parts of an update: by field name, positions by number. */
export function comparePaths(a: Path, b: Path): number {
  const shared = sharedParts(a, b);
  const [x, y] = [a[shared], b[shared]];
  if (x === undefined || y === undefined) return a.length - b.length;
  if (isPosition(x) && isPosition(y) && Number(x) !== Number(y)) return Number(x) - Number(y);
  return Buffer.compare(Buffer.from(x), Buffer.from(y));
}

function isPosition(part: string): boolean {
  return /^\d+$/.test(part);
}

/** The concrete paths that `$`, `$[]` and `$[id]` stand for in a document. */
export function expandPath(doc: Doc, path: Path, matchedIndex: number | undefined, filters: ArrayFilters): Path[] {
  let open: { at: Value | undefined; path: Path }[] = [{ at: doc, path: [] }];
  for (const part of path) {
    open = open.flatMap(({ at, path: taken }) => {
      if (!isIdentifier(part)) {
        const name = part === "$" ? positionOf(matchedIndex) : part;
        return [{ at: childOf(at, name), path: [...taken, name] }];
      }
      return elementsOf(at, taken)
        .map((element, index) => ({ at: element, path: [...taken, String(index)] }))
        .filter(({ at: element }) => part === "$[]" || filters.get(part.slice(2, -1))?.(element) === true);
    });
  }
  return open.map(({ path: concrete }) => concrete);
}

function positionOf(matchedIndex: number | undefined): string {
  if (matchedIndex !== undefined) return String(matchedIndex);
  throw new CommandError(2, "The positional operator did not find the match needed from the query.");
}

function elementsOf(value: Value | undefined, path: Path): Value[] {
  if (Array.isArray(value)) return value;
  const name = path.join(".");
  if (value === undefined) {
    throw new CommandError(2, `The path '${name}' must exist in the document in order to apply array updates.`);
  }
  throw new CommandError(2, `Cannot apply array updates to non-array element ${name}`);
}

/** The value of a field or position of a container; undefined when it has none or is no container. */
export function childOf(container: Value | undefined, part: string): Value | undefined {
  if (isDoc(container)) return container.get(part);
  return Array.isArray(container) && isPosition(part) ? container[Number(part)] : undefined;
}

/** Puts a value at a field or position that exists or follows the last one. */
export function setChild(container: Doc | Value[], part: string, value: Value): void {
  if (!Array.isArray(container)) {
    container.set(part, value);
    return;
  }
  const index = Number(part);
  if (index - container.length > MAX_PADDING) {
    throw new CommandError(34, `can't backfill more than ${MAX_PADDING} elements`);
  }
  while (container.length < index) container.push(null);
  container[index] = value;
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
    const isViable = !Array.isArray(container) || isPosition(part);
    const child = childOf(container, part);
    if (depth === path.length - 1 || child === undefined) return { container, depth, isViable };
    if (!isDoc(child) && !Array.isArray(child)) return { container, depth: depth + 1, isViable: false };
    container = child;
  }
}
