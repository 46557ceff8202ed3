import type { Doc, Value } from "../bson/value";
import { refuse } from "../errors";

/** Gives an expression's value for a document; undefined is no value. */
export type Expression = (doc: Doc) => Value | undefined;

export function compileExpression(_argument: Value): Expression {
  return refuse("expressions");
}
