import { CommandError, refuse } from "../errors";
import { ALLOWED, isImplemented } from "../allow-list";
import { isDoc, type Doc, type Value } from "../bson/value";
import { parseFieldPath } from "../query/paths";

/** Gives an expression's value for a document; undefined is no value, which is not null. */
export type Expression = (doc: Doc) => Value | undefined;

/** Reads an expression whole: field paths, `$$ROOT`, constants, documents and lists of these. Throws what MongoDB throws for wrong ones, and refuses operators. */
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
  if (source === "$$ROOT") return (doc) => doc;
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

/** `$literal`, the only operator there is: its argument as it stands. */
function compileOperator(name: string, source: Doc): Expression {
  if (source.size !== 1) throw new CommandError(15983, "an expression specification must contain exactly one field");
  isImplemented(ALLOWED.expression, name);
  const argument = source.get(name);
  return () => argument;
}
