import { CommandError, refuse } from "../errors";
import { ALLOWED, isImplemented } from "../allow-list";
import { toDouble } from "../bson/numbers";
import { int32, isDoc, isNumber, type Doc, type Value } from "../bson/value";
import { compileFilter } from "../query/filter";
import { parseFieldPath } from "../query/paths";
import { compileAddFields, compileProjection } from "../query/projection";
import { compileSort } from "../query/sort";
import { compileGroup } from "./group";

/** Turns the documents before a stage into those after it. The documents themselves are not changed. */
export type Stage = (docs: readonly Doc[]) => Doc[];

/** Reads a whole pipeline before any document is touched; gives one stage that does all. */
export function compilePipeline(stages: readonly Value[]): Stage {
  const compiled = stages.map((source) => {
    if (!isDoc(source)) throw new CommandError(14, "Each element of the 'pipeline' array must be an object");
    if (source.size !== 1) throw new CommandError(40323, "A pipeline stage must contain exactly one field.");
    const [name, specification] = [...source][0] as [string, Value];
    isImplemented(ALLOWED.stage, name);
    return (STAGES.get(name) as (specification: Value) => Stage)(specification);
  });
  return (docs) => compiled.reduce((before, stage) => stage(before), [...docs]);
}

function documentOf(specification: Value, code: number, name: string): Doc {
  if (isDoc(specification)) return specification;
  throw new CommandError(code, `the specification of ${name} must be an object`);
}

function match(specification: Value): Stage {
  const matches = compileFilter(documentOf(specification, 15959, "$match"));
  return (docs) => docs.filter(matches);
}

function sort(specification: Value): Stage {
  const sorted = compileSort(specification);
  return (docs) => sorted(docs, (doc) => doc);
}

function project(specification: Value): Stage {
  const fields = documentOf(specification, 15969, "$project");
  if (fields.size === 0) throw new CommandError(51272, "Invalid $project: it must have at least one field");
  const apply = compileProjection(fields);
  return (docs) => docs.map(apply);
}

function addFields(specification: Value): Stage {
  const fields = documentOf(specification, 40272, "$addFields");
  if (fields.size === 0) refuse("$addFields without fields");
  const apply = compileAddFields(fields);
  return (docs) => docs.map(apply);
}

function unset(specification: Value): Stage {
  const names = Array.isArray(specification) ? specification : [specification];
  if (!Array.isArray(specification) && typeof specification !== "string") {
    throw new CommandError(31002, "$unset specification must be a string or an array");
  }
  if (names.length === 0) throw new CommandError(31119, "$unset needs at least one field");
  const dropped: Doc = new Map();
  for (const name of names) {
    if (typeof name !== "string") throw new CommandError(31120, "$unset may contain only string values");
    if (dropped.has(name)) throw new CommandError(31250, `Path collision at ${name}`);
    dropped.set(name, false);
  }
  return project(dropped);
}

/** The whole number of $limit and $skip. */
function amount(name: string, code: number, value: Value): number {
  const wanted = isNumber(value) ? toDouble(value) : NaN;
  if (Number.isInteger(wanted) && wanted >= 0) return wanted;
  throw new CommandError(code, `invalid argument to ${name} stage: Expected a non-negative integer`);
}

function limit(specification: Value): Stage {
  const most = amount("$limit", 5107201, specification);
  if (most === 0) throw new CommandError(15958, "the limit must be positive");
  return (docs) => docs.slice(0, most);
}

function skip(specification: Value): Stage {
  const from = amount("$skip", 5107200, specification);
  return (docs) => docs.slice(from);
}

function count(specification: Value): Stage {
  if (typeof specification !== "string") throw new CommandError(40156, "the count field must be a non-empty string");
  if (specification === "") throw new CommandError(40157, "the count field must be a non-empty string");
  if (specification.startsWith("$")) throw new CommandError(40158, "the count field cannot be a $-prefixed path");
  if (specification.includes(".")) throw new CommandError(40160, "the count field cannot contain '.'");
  return (docs) => (docs.length === 0 ? [] : [new Map([[specification, int32(docs.length)]])]);
}

/** One document per element of an array; what is no array counts as its only element, null and no value as none. */
function unwind(specification: Value): Stage {
  const path = isDoc(specification) ? specification.get("path") : specification;
  if (isDoc(specification) && [...specification.keys()].some((name) => name !== "path")) refuse("$unwind with options");
  if (typeof path !== "string") throw new CommandError(15981, "expected a string or an object with a path for $unwind");
  if (!path.startsWith("$")) throw new CommandError(28818, "the path of $unwind must be prefixed with a '$'");
  const parts = parseFieldPath(path.slice(1));
  return (docs) =>
    docs.flatMap((doc) => {
      const value = parts.reduce<Value | undefined>((at, part) => (isDoc(at) ? at.get(part) : undefined), doc);
      if (Array.isArray(value)) return value.map((item) => withValue(doc, parts, item));
      return value === undefined || value === null ? [] : [doc];
    });
}

/** A copy of the document with another value at a path that exists. */
function withValue(doc: Doc, [part, ...rest]: readonly string[], value: Value): Doc {
  const name = part as string;
  return new Map(doc).set(name, rest.length === 0 ? value : withValue(doc.get(name) as Doc, rest, value));
}

/** How each stage reads its specification. */
export const STAGES = new Map<string, (specification: Value) => Stage>([
  ["$match", match],
  ["$group", compileGroup],
  ["$sort", sort],
  ["$project", project],
  ["$addFields", addFields],
  ["$unset", unset],
  ["$limit", limit],
  ["$skip", skip],
  ["$unwind", unwind],
  ["$count", count],
]);
