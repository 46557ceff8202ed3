import { CommandError, refuse } from "../errors";
import { ALLOWED, isImplemented } from "../allow-list";
import { Regex, isDoc } from "../bson/value";
import type { Doc, Value } from "../bson/value";
import { compileExpression } from "../aggregate/expressions";
import { VALUE_OPERATORS, equality, isOperatorDocument, isTruthy, likeness } from "./operators";
import type { FieldTest } from "./operators";
import { visitPath } from "./paths";

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
  const conditions = [...filter].flatMap(([name, argument]) => {
    if (name.startsWith("$")) return parseLogic(name, argument, isTop);
    return isOperatorDocument(argument) ? parseOperators(name, argument) : [onField(name, likeness(argument))];
  });
  return all(conditions);
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
  return not(all(conditions.map(not)));
}

function parseLogic(name: string, argument: Value, isTop: boolean): Condition[] {
  if (!isImplemented(ALLOWED.query, name)) return [];
  switch (name) {
    case "$and":
      return parseList(name, argument, isTop);
    case "$or":
      return [either(parseList(name, argument, isTop))];
    case "$nor":
      return [not(either(parseList(name, argument, isTop)))];
    case "$expr":
      return [parseExpr(argument, isTop)];
    default:
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
  return { matches: (doc) => isTruthy(expression(doc)), accepts: () => false };
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
    default: {
      if (!name.startsWith("$")) throw new CommandError(2, `unknown operator: ${name}`);
      isImplemented(ALLOWED.query, name);
      const parse = VALUE_OPERATORS.get(name);
      if (!parse) throw new CommandError(2, `unknown operator: ${name}`);
      const test = parse(argument, operators);
      if (!test) return [];
      const condition = onField(field, test);
      return [name === "$exists" && !isTruthy(argument) ? not(condition) : condition];
    }
  }
}

function parseNot(field: string, argument: Value): Condition {
  if (argument instanceof Regex) return not(onField(field, likeness(argument)));
  if (!isDoc(argument)) throw new CommandError(2, "$not needs a regex or a document");
  if (argument.size === 0) throw new CommandError(2, "$not cannot be empty");
  return not(all(parseOperators(field, argument)));
}

function parseAll(field: string, argument: Value): Condition[] {
  if (!Array.isArray(argument)) throw new CommandError(2, "$all needs an array");
  if (argument.length === 0) return [either([])];
  const isElemMatch = (item: Value) => isDoc(item) && item.keys().next().value === "$elemMatch";
  if (argument.some(isElemMatch)) {
    if (!argument.every(isElemMatch)) throw new CommandError(2, "$all/$elemMatch has to be consistent");
    return argument.map((item) => parseElemMatch(field, (item as Doc).get("$elemMatch") as Value));
  }
  if (argument.some(isOperatorDocument)) throw new CommandError(2, "no $ expressions in $all");
  return argument.map((item) => onField(field, likeness(item)));
}

/** True for operators that apply to a value itself (`{$gte: 5}`), false for conditions on a document (`{a: 5}`, `{$or: […]}`). */
export function isFieldCondition(value: Value): value is Doc {
  const first = isOperatorDocument(value) ? value.keys().next().value : undefined;
  return first !== undefined && !["$and", "$or", "$nor", "$expr", "$comment"].includes(first);
}

function parseElemMatch(field: string, argument: Value): Condition {
  if (!isDoc(argument)) throw new CommandError(2, "$elemMatch needs an Object");
  const isOnValues = isFieldCondition(argument);
  const inner = isOnValues ? all(parseOperators("", argument)) : parseFilter(argument, false);
  const fits = (item: Value) =>
    isOnValues ? inner.accepts(item) : isDoc(item) ? inner.matches(item) : fitsArray(item);
  // An array counts as a document whose fields are its positions.
  const fitsArray = (item: Value) =>
    Array.isArray(item) && inner.matches(new Map(item.map((each, n) => [String(n), each])));
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
