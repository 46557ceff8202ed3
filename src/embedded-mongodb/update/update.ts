import { CommandError, refuse } from "../errors";
import { UPDATE_OPERATORS, statusOf } from "../allow-list";
import { encodeDocument, identicalValues } from "../bson/encode";
import { isDoc } from "../bson/value";
import type { Doc, Value } from "../bson/value";
import { typeName } from "../query/types";
import { compileArrayFilters } from "./array-filters";
import { CHANGES, REMOVED } from "./operators";
import type { Change } from "./operators";
import {
  checkConflicts,
  childOf,
  comparePaths,
  expandPath,
  isIdentifier,
  locate,
  parsePath,
  removeChild,
  setChild,
} from "./paths";
import type { Path } from "./paths";

/** What an update needs to know of the document it is applied to. */
export interface UpdateContext {
  /** Array index that the filter matched (`Filter.matchedIndex`), for the positional operator `$`. */
  readonly matchedIndex?: number | undefined;
  /** True while an upsert makes a new document. */
  readonly isInsert: boolean;
  readonly now: Date;
}

/** A compiled update. */
export interface Update {
  /** True for a whole new document instead of operators. */
  readonly isReplacement: boolean;
  /** True when `apply` needs `matchedIndex`. */
  readonly isPositional: boolean;
  /** Changes the given document, which is of no use after an error; gives the result and whether anything is different. */
  apply(doc: Doc, context: UpdateContext): { doc: Doc; modified: boolean };
}

/** One thing to do at one path; a rename also empties another. */
interface Action {
  readonly path: Path;
  readonly change: Change;
  readonly from?: Path;
}

/** Reads the whole update before any document is touched: operators or a replacement. Throws what MongoDB throws, refuses pipelines. */
export function compileUpdate(update: Value, arrayFilters: readonly Value[] = []): Update {
  if (Array.isArray(update)) refuse("an update given as a pipeline");
  if (!isDoc(update)) throw new CommandError(9, "Update argument must be either an object or an array");
  const first = update.keys().next().value;
  if (first === undefined || !first.startsWith("$")) return compileReplacement(update, arrayFilters);
  const actions = [...update].flatMap(([name, fields]) => parseOperator(name, fields));
  checkConflicts(actions.flatMap(({ path, from }) => (from ? [from, path] : [path])));
  const filters = compileArrayFilters(
    arrayFilters,
    actions.map(({ path }) => path),
  );
  return {
    isReplacement: false,
    isPositional: actions.some(({ path }) => path.includes("$")),
    apply(doc, context) {
      const expanded = actions.flatMap((action) =>
        expandPath(doc, action.path, context.matchedIndex, filters).map((path) => ({ ...action, path })),
      );
      if (expanded.length !== actions.length || actions.some(({ path }) => path.includes("$"))) {
        checkConflicts(expanded.map(({ path }) => path));
      }
      expanded.sort((a, b) => comparePaths(a.path, b.path));
      const results = expanded.map((action) => act(doc, action, context));
      return { doc, modified: results.includes(true) };
    },
  };
}

function compileReplacement(replacement: Doc, arrayFilters: readonly Value[]): Update {
  if (arrayFilters.length > 0)
    throw new CommandError(9, "arrayFilters may not be specified for replacement-style updates");
  for (const name of replacement.keys()) {
    if (name.startsWith("$")) {
      throw new CommandError(
        52,
        `The dollar ($) prefixed field '${name}' in '${name}' is not allowed in the context of an update's replacement document. Consider using an aggregation pipeline with $replaceWith.`,
      );
    }
  }
  return {
    isReplacement: true,
    isPositional: false,
    apply(doc) {
      const id = doc.get("_id");
      const wanted = replacement.get("_id");
      if (id !== undefined && wanted !== undefined && !identicalValues(id, wanted)) {
        throw new CommandError(
          66,
          "After applying the update, the (immutable) field '_id' was found to have been altered",
        );
      }
      const result: Doc = new Map();
      const kept = wanted ?? id;
      if (kept !== undefined) result.set("_id", kept);
      for (const [name, value] of replacement) result.set(name, value);
      return { doc: result, modified: !encodeDocument(doc).equals(encodeDocument(result)) };
    },
  };
}

function parseOperator(name: string, fields: Value): Action[] {
  const status = statusOf(UPDATE_OPERATORS, name);
  if (status === "refused") refuse(`the update operator ${name}`);
  if (status === "unknown") {
    throw new CommandError(
      9,
      `Unknown modifier: ${name}. Expected a valid update modifier or pipeline-style update specified as an array`,
    );
  }
  if (!isDoc(fields)) {
    throw new CommandError(
      9,
      `Modifiers operate on fields but we found type ${typeName(fields)} instead. For example: {$mod: {<field>: ...}} not {${name}: ...}`,
    );
  }
  return [...fields].map(([field, argument]) => {
    if (name === "$rename") return parseRename(field, argument);
    const path = parsePath(field);
    return { path, change: (CHANGES.get(name) as (argument: Value) => Change)(argument) };
  });
}

function parseRename(field: string, target: Value): Action {
  if (typeof target !== "string") throw new CommandError(2, `The 'to' field for $rename must be a string: ${field}`);
  const from = parsePath(field);
  const path = parsePath(target);
  if (field === target) throw new CommandError(2, `The source and target field for $rename must differ: ${field}`);
  if (`${field}.`.startsWith(`${target}.`) || `${target}.`.startsWith(`${field}.`)) {
    throw new CommandError(2, `The source and target field for $rename must not be on the same path: ${field}`);
  }
  for (const [side, parts] of [
    ["source", from],
    ["destination", path],
  ] as const) {
    if (parts.some((part) => part === "$" || isIdentifier(part))) {
      throw new CommandError(2, `The ${side} field for $rename may not be dynamic: ${parts.join(".")}`);
    }
  }
  return { path, from, change: { existing: () => undefined } };
}

function act(doc: Doc, action: Action, context: UpdateContext): boolean {
  if (action.from) return rename(doc, action.from, action.path, context);
  if (action.change.onlyOnInsert && !context.isInsert) return false;
  return applyAt(doc, action.path, action.change, context.now);
}

/** Applies one change at one path; true when the document is different now. */
function applyAt(doc: Doc, path: Path, change: Change, now: Date): boolean {
  const { container, depth, isViable } = locate(doc, path);
  const part = path[depth] as string;
  const old = depth === path.length - 1 && isViable ? childOf(container, part) : undefined;
  if (old !== undefined) {
    const value = change.existing(old, path.join("."), now);
    if (value === undefined) return false;
    protectId(path);
    if (value === REMOVED) removeChild(container, part);
    else setChild(container, part, value);
    return true;
  }
  if (!isViable && !change.toleratesAnyPath) {
    const verb = change.missing
      ? `Cannot create field '${part}' in element`
      : `Cannot use the part (${part}) of (${path.join(".")}) to traverse the element`;
    throw new CommandError(28, `${verb} {${path.slice(0, depth).join(".")}}`);
  }
  if (!change.missing) return false;
  if (depth > 0) protectId(path);
  setChild(
    container,
    part,
    path.slice(depth + 1).reduceRight<Value>((inner, name) => new Map([[name, inner]]), change.missing(now)),
  );
  return true;
}

function protectId(path: Path): void {
  if (path[0] === "_id") {
    throw new CommandError(
      66,
      `Performing an update on the path '${path.join(".")}' would modify the immutable field '_id'`,
    );
  }
}

function rename(doc: Doc, from: Path, to: Path, context: UpdateContext): boolean {
  const source = locate(doc, from);
  if (!source.isViable && !Array.isArray(source.container)) {
    throw new CommandError(28, `cannot use the part of ${from.join(".")} to traverse the element`);
  }
  const last = from.at(-1) as string;
  const value = source.depth === from.length - 1 ? childOf(source.container, last) : undefined;
  if (value === undefined) return false;
  for (const [side, path] of [
    ["source", from],
    ["destination", to],
  ] as const) {
    if (passesArray(doc, path)) {
      throw new CommandError(2, `The ${side} field cannot be an array element, '${path.join(".")}'`);
    }
  }
  protectId(from);
  applyAt(doc, to, CHANGES.get("$set")?.(value) as Change, context.now);
  removeChild(source.container, last);
  return true;
}

function passesArray(doc: Doc, path: Path): boolean {
  let value: Value | undefined = doc;
  return path.slice(0, -1).some((part) => Array.isArray((value = childOf(value, part))));
}
