import { CommandError } from "../errors";
import { ALLOWED, isImplemented } from "../allow-list";
import { isDoc, type Doc, type Value } from "../bson/value";
import { VALUE_OPERATORS, equality, isOperatorDocument, isTruthy, type FieldTest, type Test } from "./operators";
import { visitPath } from "./paths";

/** A compiled filter: whether a document fits. */
export type Filter = (doc: Doc) => boolean;

/** Where the values are that operators look at: at a path of a document, or (undefined) given themselves. */
type Place = readonly string[] | undefined;

/** Reads the whole filter before any document is looked at. Throws what MongoDB throws for mistakes, and refuses unsupported operators. */
export function compileFilter(filter: Doc): Filter {
  const tests = [...filter].flatMap(([name, argument]) => {
    if (name.startsWith("$")) return parseLogic(name, argument);
    const path = name.split(".");
    return isOperatorDocument(argument) ? parseOperators(path, argument) : [at(path, equality(argument))];
  });
  return all(tests);
}

/** Reads operators on a value itself (`{$gte: 5}`), as $elemMatch and $pull have them. */
export function compileCondition(operators: Doc): Test {
  return all(parseOperators(undefined, operators));
}

function all(tests: readonly Test[]): Test {
  return (value) => tests.every((test) => test(value));
}

function not(test: Test): Test {
  return (value) => !test(value);
}

function either(tests: readonly Test[]): Test {
  return (value) => tests.some((test) => test(value));
}

function at(place: Place, { test, intoLeaf }: FieldTest): Test {
  return place ? (doc) => visitPath(doc as Doc, place, intoLeaf, test) : test;
}

function parseLogic(name: string, argument: Value): Test[] {
  isImplemented(ALLOWED.query, name);
  if (!LOGIC.includes(name)) throw new CommandError(2, `unknown top level operator: ${name}`);
  if (!Array.isArray(argument)) throw new CommandError(2, `${name} must be an array`);
  if (argument.length === 0) throw new CommandError(2, "$and/$or/$nor must be a nonempty array");
  const filters = argument.map((entry) => {
    if (!isDoc(entry)) throw new CommandError(2, "$or/$and/$nor entries need to be full objects");
    return compileFilter(entry) as Test;
  });
  if (name === "$and") return filters;
  return [name === "$or" ? either(filters) : not(either(filters))];
}

const LOGIC = ["$and", "$or", "$nor"];

function parseOperators(place: Place, operators: Doc): Test[] {
  return [...operators].flatMap(([name, argument]) => parseOperator(place, name, argument));
}

function parseOperator(place: Place, name: string, argument: Value): Test[] {
  switch (name) {
    case "$ne":
      return [not(at(place, equality(argument)))];
    case "$nin":
      return [not(all(parseOperator(place, "$in", argument)))];
    case "$not":
      return [parseNot(place, argument)];
    case "$elemMatch":
      return [at(place, parseElemMatch(argument))];
    default: {
      const parse = name.startsWith("$") && isImplemented(ALLOWED.query, name) && VALUE_OPERATORS.get(name);
      if (!parse) throw new CommandError(2, `unknown operator: ${name}`);
      const test = at(place, parse(argument));
      return [name === "$exists" && !isTruthy(argument) ? not(test) : test];
    }
  }
}

function parseNot(place: Place, argument: Value): Test {
  if (!isDoc(argument)) throw new CommandError(2, "$not needs a document");
  if (argument.size === 0) throw new CommandError(2, "$not cannot be empty");
  return not(all(parseOperators(place, argument)));
}

/** True for operators that apply to a value itself (`{$gte: 5}`), false for conditions on a document (`{a: 5}`, `{$or: […]}`). */
export function isFieldCondition(value: Value): value is Doc {
  const first = isOperatorDocument(value) ? value.keys().next().value : undefined;
  return first !== undefined && !LOGIC.includes(first);
}

function parseElemMatch(argument: Value): FieldTest {
  if (!isDoc(argument)) throw new CommandError(2, "$elemMatch needs an Object");
  const isOnValues = isFieldCondition(argument);
  const inner: Test = isOnValues ? compileCondition(argument) : (compileFilter(argument) as Test);
  // Beside documents an array counts as one, whose fields are its positions.
  const asDoc = (item: Value) => (Array.isArray(item) ? new Map(item.map((each, n) => [String(n), each])) : item);
  const fits = (item: Value) => {
    const seen = isOnValues ? item : asDoc(item);
    return (isOnValues || isDoc(seen)) && inner(seen);
  };
  return { test: (value) => Array.isArray(value) && value.some(fits), intoLeaf: false };
}
