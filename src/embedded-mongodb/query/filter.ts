import { CommandError, refuse } from "../errors";
import { QUERY_OPERATORS, statusOf } from "../allow-list";
import { Regex, isDoc } from "../bson/value";
import type { Doc, Value } from "../bson/value";
import { compileExpression } from "../aggregate/expressions";
import { VALUE_OPERATORS, asksExistence, equality, isOperatorDocument, regexTest } from "./operators";
import type { FieldTest } from "./operators";
import { visitPath } from "./paths";
import { isTruthy } from "./types";

/** A compiled filter. */
export interface Filter {
  /** Whether the document fits. */
  matches(doc: Doc): boolean;
  /** Index of the array element that made a fitting document fit, which the positional operator `$` names; undefined without one. */
  matchedIndex(doc: Doc): number | undefined;
}

/** Where the array index that a condition matched is noted. */
interface Position {
  index?: number;
  isAmbiguous?: boolean;
}

/** A condition: on a document, or (inside $elemMatch) on a single value. */
interface Condition {
  matches(doc: Doc, position?: Position): boolean;
  accepts(value: Value | undefined): boolean;
}

/** Reads the whole filter before any document is looked at. Throws what MongoDB throws for mistakes, and refuses unsupported operators. */
export function compileFilter(filter: Doc): Filter {
  const condition = parseFilter(filter, true);
  return {
    matches: (doc) => condition.matches(doc),
    matchedIndex(doc) {
      const position: Position = {};
      condition.matches(doc, position);
      if (position.isAmbiguous) refuse("the positional operator with conditions on different array elements");
      return position.index;
    },
  };
}

function parseFilter(filter: Doc, isTop: boolean): Condition {
  return all(
    [...filter].flatMap(([name, argument]) =>
      name.startsWith("$") ? parseLogic(name, argument, isTop) : parseField(name, argument),
    ),
  );
}

function all(conditions: readonly Condition[]): Condition {
  return {
    matches: (doc, position) => conditions.every((condition) => condition.matches(doc, position)),
    accepts: (value) => conditions.every((condition) => condition.accepts(value)),
  };
}

function not(condition: Condition): Condition {
  return { matches: (doc) => !condition.matches(doc), accepts: (value) => !condition.accepts(value) };
}

function either(conditions: readonly Condition[]): Condition {
  return {
    matches: (doc) => conditions.some((condition) => condition.matches(doc)),
    accepts: (value) => conditions.some((condition) => condition.accepts(value)),
  };
}

function parseLogic(name: string, argument: Value, isTop: boolean): Condition[] {
  switch (name) {
    case "$and":
      return parseList(name, argument, isTop);
    case "$or":
      return [either(parseList(name, argument, isTop))];
    case "$nor":
      return [not(either(parseList(name, argument, isTop)))];
    case "$comment":
      return [];
    case "$expr":
      return [parseExpr(argument, isTop)];
    default:
      if (statusOf(QUERY_OPERATORS, name) === "refused") refuse(`the query operator ${name}`);
      throw new CommandError(2, `unknown top level operator: ${name}`);
  }
}

function parseList(name: string, argument: Value, isTop: boolean): Condition[] {
  if (!Array.isArray(argument)) throw new CommandError(2, `${name} must be an array`);
  if (argument.length === 0) throw new CommandError(2, "$and/$or/$nor must be a nonempty array");
  return argument.map((entry) => {
    if (!isDoc(entry)) throw new CommandError(2, "$or/$and/$nor entries need to be full objects");
    return parseFilter(entry, isTop);
  });
}

function parseExpr(argument: Value, isTop: boolean): Condition {
  if (!isTop) throw new CommandError(2, "$expr can only be applied to the top-level document");
  const expression = compileExpression(argument);
  const matches = (doc: Doc) => isTruthy(expression(doc));
  return { matches, accepts: (value) => isDoc(value) && matches(value) };
}

function parseField(field: string, argument: Value): Condition[] {
  if (isOperatorDocument(argument)) return parseOperators(field, argument);
  return [onField(field, argument instanceof Regex ? regexTest(argument) : equality(argument))];
}

function onField(field: string, { test, intoLeaf }: FieldTest): Condition {
  const parts = field.split(".");
  return {
    matches: (doc, position) =>
      visitPath(doc, parts, intoLeaf, (value, arrayIndex) => {
        if (!test(value)) return false;
        note(position, arrayIndex);
        return true;
      }),
    accepts: test,
  };
}

function note(position: Position | undefined, index: number | undefined): void {
  if (!position || index === undefined) return;
  if (position.index !== undefined && position.index !== index) position.isAmbiguous = true;
  position.index = index;
}

function parseOperators(field: string, operators: Doc): Condition[] {
  return [...operators].flatMap(([name, argument]) => parseOperator(field, name, argument, operators));
}

function parseOperator(field: string, name: string, argument: Value, operators: Doc): Condition[] {
  switch (name) {
    case "$ne":
      if (argument instanceof Regex) throw new CommandError(2, "Can't have regex as arg to $ne.");
      return [not(onField(field, equality(argument)))];
    case "$nin":
      return [not(all(parseOperator(field, "$in", argument, operators)))];
    case "$not":
      return [parseNot(field, argument)];
    case "$all":
      return parseAll(field, argument);
    case "$elemMatch":
      return [parseElemMatch(field, argument)];
    default:
      return parseValueOperator(field, name, argument, operators);
  }
}

function parseValueOperator(field: string, name: string, argument: Value, operators: Doc): Condition[] {
  const parse = VALUE_OPERATORS.get(name);
  if (!parse) {
    if (statusOf(QUERY_OPERATORS, name) === "refused") refuse(`the query operator ${name}`);
    throw new CommandError(2, `unknown operator: ${name}`);
  }
  const test = parse({ field, argument, operators, isOperatorDocument });
  if (!test) return [];
  const condition = onField(field, test);
  return [name === "$exists" && !asksExistence(argument) ? not(condition) : condition];
}

function parseNot(field: string, argument: Value): Condition {
  if (argument instanceof Regex) return not(onField(field, regexTest(argument)));
  if (!isDoc(argument)) throw new CommandError(2, "$not needs a regex or a document");
  if (argument.size === 0) throw new CommandError(2, "$not cannot be empty");
  return not(all(parseOperators(field, argument)));
}

function parseAll(field: string, argument: Value): Condition[] {
  if (!Array.isArray(argument)) throw new CommandError(2, "$all needs an array");
  if (argument.length === 0) return [either([])];
  if (argument.some(isElemMatch)) {
    if (!argument.every(isElemMatch)) throw new CommandError(2, "$all/$elemMatch has to be consistent");
    return argument.map((item) => parseElemMatch(field, (item as Doc).get("$elemMatch") as Value));
  }
  return argument.map((item) => {
    if (isOperatorDocument(item)) throw new CommandError(2, "no $ expressions in $all");
    return onField(field, item instanceof Regex ? regexTest(item) : equality(item));
  });
}

function isElemMatch(value: Value): boolean {
  return isDoc(value) && value.keys().next().value === "$elemMatch";
}

const LOGIC = new Set(["$and", "$or", "$nor", "$expr", "$comment", "$where", "$text", "$jsonSchema"]);

function parseElemMatch(field: string, argument: Value): Condition {
  if (!isDoc(argument)) throw new CommandError(2, "$elemMatch needs an Object");
  const first = argument.keys().next().value ?? "";
  const isOnValues = isOperatorDocument(argument) && !LOGIC.has(first);
  const inner = isOnValues ? all(parseOperators("", argument)) : parseFilter(argument, false);
  const fits = (item: Value) => {
    if (isOnValues) return inner.accepts(item);
    const doc = asDocument(item);
    return doc !== undefined && inner.matches(doc);
  };
  const parts = field.split(".");
  return {
    matches: (doc, position) =>
      visitPath(doc, parts, false, (value, arrayIndex) => {
        const index = Array.isArray(value) ? value.findIndex(fits) : -1;
        if (index >= 0) note(position, arrayIndex ?? index);
        return index >= 0;
      }),
    accepts: (value) => Array.isArray(value) && value.some(fits),
  };
}

/** An array counts as a document whose fields are its positions. */
function asDocument(value: Value): Doc | undefined {
  if (Array.isArray(value)) return new Map(value.map((item, index) => [String(index), item]));
  return isDoc(value) ? value : undefined;
}
