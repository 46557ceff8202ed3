import { CommandError, refuse } from "../errors";
import { ALLOWED, isImplemented } from "../allow-list";
import { equalValues } from "../bson/compare";
import { encodeDocument, identicalValues } from "../bson/encode";
import { isDoc, type Doc, type Value } from "../bson/value";
import { compileArrayFilters } from "./array-filters";
import { CHANGES, REMOVED, type Change } from "./operators";
import { checkConflicts, childOf, comparePaths, expandPath, locate, parsePath, putAt, removeChild } from "./paths";
import type { Path } from "./paths";

/** A compiled update. */
export interface Update {
  /** True for a whole new document instead of operators. */
  readonly isReplacement: boolean;
  /** Changes the given document (while an upsert makes it: `isInsert`), which is of no use after an error; and whether it is different. */
  apply(doc: Doc, isInsert: boolean): { doc: Doc; modified: boolean };
}

interface Action {
  readonly path: Path;
  readonly change: Change;
}

/** Reads the whole update before any document is touched: operators or a replacement. Throws what MongoDB throws, refuses pipelines. */
export function compileUpdate(update: Value, arrayFilters: readonly Value[] = []): Update {
  if (Array.isArray(update)) refuse("an update given as a pipeline");
  if (!isDoc(update)) throw new CommandError(9, "Update argument must be either an object or an array");
  if (!update.keys().next().value?.startsWith("$")) return compileReplacement(update, arrayFilters);
  const actions = [...update].flatMap(([name, fields]) => parseOperator(name, fields));
  const paths = actions.map(({ path }) => path);
  checkConflicts(paths);
  const filters = compileArrayFilters(arrayFilters, paths);
  return {
    isReplacement: false,
    apply(doc, isInsert) {
      const expanded = actions.flatMap(({ path, change }) =>
        expandPath(doc, path, filters).map((concrete) => ({ path: concrete, change })),
      );
      if (expanded.length !== actions.length) checkConflicts(expanded.map(({ path }) => path));
      expanded.sort((a, b) => comparePaths(a.path, b.path));
      const results = expanded.map(({ path, change }) => applyAt(doc, path, change, isInsert));
      return { doc, modified: results.includes(true) };
    },
  };
}

function compileReplacement(replacement: Doc, arrayFilters: readonly Value[]): Update {
  if (arrayFilters.length > 0)
    throw new CommandError(9, "arrayFilters may not be specified for replacement-style updates");
  const dollar = [...replacement.keys()].find((name) => name.startsWith("$"));
  if (dollar)
    throw new CommandError(52, `The dollar ($) prefixed field '${dollar}' is not allowed in a replacement document`);
  return {
    isReplacement: true,
    apply(doc) {
      const id = doc.get("_id");
      const kept = replacement.get("_id") ?? id;
      if (id !== undefined && !equalValues(id, kept)) {
        throw new CommandError(
          66,
          "After applying the update, the (immutable) field '_id' was found to have been altered",
        );
      }
      if (id !== undefined && !identicalValues(id, kept ?? null))
        refuse("a replacement whose _id has another type of number");
      const result: Doc = new Map(kept === undefined ? [] : [["_id", kept]]);
      for (const [name, value] of replacement) result.set(name, value);
      return { doc: result, modified: !encodeDocument(doc).equals(encodeDocument(result)) };
    },
  };
}

function parseOperator(name: string, fields: Value): Action[] {
  if (!name.startsWith("$")) throw new CommandError(9, `Unknown modifier: ${name}`);
  isImplemented(ALLOWED.update, name);
  if (!isDoc(fields)) throw new CommandError(9, `Modifiers operate on fields, but ${name} has none`);
  const read = CHANGES.get(name) as (argument: Value) => Change;
  return [...fields].map(([field, argument]) => ({ path: parsePath(field), change: read(argument) }));
}

/** Applies one change at one path; true when the document is different now. */
function applyAt(doc: Doc, path: Path, change: Change, isInsert: boolean): boolean {
  if (change.onlyOnInsert && !isInsert) return false;
  const { container, depth, isViable } = locate(doc, path);
  const part = path[depth] as string;
  const old = depth === path.length - 1 && isViable ? childOf(container, part) : undefined;
  if (old !== undefined) {
    const value = change.existing(old);
    if (value === undefined) return false;
    protectId(path);
    if (value === REMOVED) removeChild(container, part);
    else putAt(container, path.slice(depth), value);
    return true;
  }
  if (!isViable && !change.toleratesAnyPath) {
    throw new CommandError(28, `Cannot create or use field '${part}' of '${path.join(".")}' in what is there`);
  }
  if (!change.missing) return false;
  if (depth > 0) protectId(path);
  putAt(container, path.slice(depth), change.missing());
  return true;
}

function protectId(path: Path): void {
  if (path[0] !== "_id") return;
  throw new CommandError(
    66,
    `Performing an update on the path '${path.join(".")}' would modify the immutable field '_id'`,
  );
}
