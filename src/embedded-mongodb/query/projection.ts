import { CommandError, refuse } from "../errors";
import { compileExpression, type Expression } from "../aggregate/expressions";
import { isDoc, isNumber, type Doc, type Value } from "../bson/value";
import { isOperatorDocument, isTruthy } from "./operators";
import { parseFieldPath } from "./paths";

/** Fields as a tree: kept or dropped as the projection says (`true`), computed, or a subtree. Computed ones stand only at its top. */
type Tree = Map<string, true | Expression | Tree>;

/** Gives the projected document; the given one is not changed. */
export type Projection = (doc: Doc) => Doc;

/**
 * Reads a projection of find or of $project: fields to keep or to drop, and fields computed by expressions. Throws Location31252 to
 * 31254 and 31310 for a mixture, 31249 and 31250 for paths in each other; positional projections and the projection operators are refused.
 */
export function compileProjection(projection: Doc): Projection {
  const kept: Tree = new Map();
  const dropped: Tree = new Map();
  let id: boolean | undefined;
  for (const [name, value] of projection) {
    if (name === "$" || name.endsWith(".$")) refuse("a positional projection");
    const path = parseFieldPath(name);
    const isFlag = typeof value === "boolean" || isNumber(value);
    if (isFlag && name === "_id") id = isTruthy(value);
    else if (!isFlag || isTruthy(value)) {
      const code = isFlag ? 31253 : isDoc(value) ? 31252 : 31310;
      if (dropped.size > 0) throw new CommandError(code, "Cannot do inclusion in exclusion projection");
      place(kept, path, isFlag ? true : computed(path, value));
    } else {
      if (kept.size > 0) throw new CommandError(31254, "Cannot do exclusion in inclusion projection");
      place(dropped, path, true);
    }
  }
  if (kept.size > 0 || (id === true && dropped.size === 0)) {
    if (id !== false && !kept.has("_id")) kept.set("_id", true);
    return (doc) => compute(keep(doc, kept), kept, doc);
  }
  if (id === false) dropped.set("_id", true);
  return (doc) => drop(doc, dropped);
}

/** Reads the fields that $addFields sets; they replace or follow the document's own. */
export function compileAddFields(fields: Doc): Projection {
  const tree: Tree = new Map();
  for (const [name, value] of fields) tree.set(name, computed(parseFieldPath(name), value));
  return (doc) => compute(new Map(doc), tree, doc);
}

function computed(path: readonly string[], value: Value): Expression {
  if (path.length > 1) refuse("a computed field inside of another");
  // MongoDB takes such a document for paths and merges it with what is there.
  if (isDoc(value) && !isOperatorDocument(value)) refuse("a document in a projection");
  return compileExpression(value);
}

function place(tree: Tree, [part, ...rest]: readonly string[], leaf: true | Expression): void {
  const name = part as string;
  const known = tree.get(name);
  if (rest.length === 0) {
    if (known !== undefined) throw new CommandError(31250, `Path collision at ${name}`);
    tree.set(name, leaf);
    return;
  }
  if (known !== undefined && !(known instanceof Map)) throw new CommandError(31249, `Path collision at ${name}`);
  const inner: Tree = known ?? new Map();
  tree.set(name, inner);
  place(inner, rest, leaf);
}

/** Below a path only documents are kept, in arrays too. */
function keep(doc: Doc, tree: Tree): Doc {
  const below = (value: Value, inner: Tree): Value | undefined => {
    if (isDoc(value)) return keep(value, inner);
    if (!Array.isArray(value)) return undefined;
    return value.map((item) => below(item, inner)).filter((item) => item !== undefined);
  };
  return filtered(doc, (name, value) => {
    const wanted = tree.get(name);
    return wanted === true ? value : wanted instanceof Map ? below(value, wanted) : undefined;
  });
}

function drop(doc: Doc, tree: Tree): Doc {
  const below = (value: Value, inner: Tree): Value => {
    if (isDoc(value)) return drop(value, inner);
    return Array.isArray(value) ? value.map((item) => below(item, inner)) : value;
  };
  return filtered(doc, (name, value) => {
    const unwanted = tree.get(name);
    return unwanted instanceof Map ? below(value, unwanted) : unwanted ? undefined : value;
  });
}

function filtered(doc: Doc, change: (name: string, value: Value) => Value | undefined): Doc {
  const result: Doc = new Map();
  for (const [name, value] of doc) {
    const changed = change(name, value);
    if (changed !== undefined) result.set(name, changed);
  }
  return result;
}

/** Sets the computed fields in a document; expressions see the whole original. An expression without value takes the field away. */
function compute(target: Doc, tree: Tree, root: Doc): Doc {
  for (const [name, leaf] of tree) {
    if (typeof leaf !== "function") continue;
    const value = leaf(root);
    if (value === undefined) target.delete(name);
    else target.set(name, value);
  }
  return target;
}
