import { CommandError, refuse } from "../errors";
import { ALLOWED, isImplemented } from "../allow-list";
import { isDoc } from "../bson/value";
import type { Doc, Value } from "../bson/value";
import { isTruthy } from "../query/operators";
import { parseFieldPath } from "../query/paths";
import { FUNCTIONS } from "./functions";

/** Gives an expression's value for a document; undefined is no value, which is less than null. */
export type Expression = (doc: Doc) => Value | undefined;

/** Reads an expression whole. Throws what MongoDB throws for wrong arguments, and refuses unsupported operators. */
export function compileExpression(source: Value): Expression {
  if (typeof source === "string" && source.startsWith("$")) return compilePath(source);
  if (Array.isArray(source)) {
    const items = source.map(compileExpression);
    return (doc) => items.map((item) => item(doc) ?? null);
  }
  if (!isDoc(source)) return () => source;
  const first = source.keys().next().value;
  return first?.startsWith("$") ? compileOperator(first, source) : compileDocument(source);
}

function compileDocument(source: Doc): Expression {
  const fields = [...source].map(([name, value]) => {
    if (name.startsWith("$")) throw new CommandError(16410, "FieldPath field names may not start with '$'.");
    if (name.includes(".")) throw new CommandError(16412, "FieldPath field names may not contain '.'.");
    return [name, compileExpression(value)] as const;
  });
  return (doc) => {
    const values = fields.map(([name, expression]) => [name, expression(doc)] as const);
    return new Map(values.filter((field): field is readonly [string, Value] => field[1] !== undefined));
  };
}

function compilePath(source: string): Expression {
  if (source === "$") throw new CommandError(16872, "'$' by itself is not a valid FieldPath");
  if (source === "$$ROOT" || source === "$$CURRENT") return (doc) => doc;
  if (source.startsWith("$$")) refuse(`the variable ${source}`);
  const parts = parseFieldPath(source.slice(1));
  return (doc) => fieldOf(doc, parts, 0);
}

/** Of an array on the way, the values of those elements that are documents and have one. */
function fieldOf(doc: Doc, parts: readonly string[], at: number): Value | undefined {
  const value = doc.get(parts[at] as string);
  if (at === parts.length - 1 || value === undefined) return value;
  if (isDoc(value)) return fieldOf(value, parts, at + 1);
  if (!Array.isArray(value)) return undefined;
  return value
    .map((item) => (isDoc(item) ? fieldOf(item, parts, at + 1) : undefined))
    .filter((item) => item !== undefined);
}

function compileOperator(name: string, source: Doc): Expression {
  if (source.size !== 1) throw new CommandError(15983, "an expression specification must contain exactly one field");
  isImplemented(ALLOWED.expression, name);
  const argument = source.get(name) as Value;
  if (name === "$literal") return () => argument;
  if (name === "$cond") return compileCond(argument);
  const operands = (Array.isArray(argument) ? argument : [argument]).map(compileExpression);
  if (name === "$and") return (doc) => operands.every((operand) => isTruthy(operand(doc)));
  if (name === "$or") return (doc) => operands.some((operand) => isTruthy(operand(doc)));
  const { count, apply } = FUNCTIONS.get(name) as NonNullable<ReturnType<typeof FUNCTIONS.get>>;
  if (name === "$ifNull" && operands.length < 2)
    throw new CommandError(1257300, "$ifNull needs at least two arguments");
  checkCount(name, operands.length, count ?? operands.length);
  return (doc) => apply(operands.map((operand) => operand(doc)));
}

function compileCond(argument: Value): Expression {
  const [condition, then, otherwise] = condParts(argument).map(compileExpression) as [
    Expression,
    Expression,
    Expression,
  ];
  return (doc) => (isTruthy(condition(doc)) ? then(doc) : otherwise(doc));
}

function condParts(argument: Value): Value[] {
  const names = ["if", "then", "else"];
  if (!isDoc(argument)) {
    const parts = Array.isArray(argument) ? argument : [argument];
    checkCount("$cond", parts.length, names.length);
    return parts;
  }
  const other = [...argument.keys()].find((name) => !names.includes(name));
  if (other !== undefined) throw new CommandError(17083, `Unrecognized parameter to $cond: ${other}`);
  return names.map((name, index) => {
    const part = argument.get(name);
    if (part === undefined) throw new CommandError(17080 + index, `Missing '${name}' parameter to $cond`);
    return part;
  });
}

function checkCount(name: string, given: number, wanted: number): void {
  if (given !== wanted)
    throw new CommandError(16020, `Expression ${name} takes exactly ${wanted} arguments. ${given} were passed in.`);
}
