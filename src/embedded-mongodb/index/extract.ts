import type { Doc, Value } from "../bson/value";
import { CommandError } from "../errors";

interface Slot {
  value: Value | undefined;
  /** Path parts still to go. */
  rest: readonly string[];
  /** True once an array was opened to reach `value`, so that it is not opened again. */
  opened: boolean;
}

/** Values of one index key, and whether an array was opened for them. A value that the document lacks is undefined, an empty array EMPTY. */
export interface Extracted {
  readonly values: (Value | undefined | typeof EMPTY)[][];
  readonly multikey: boolean;
}

/** Stands for the key of an empty array, which is neither null nor missing. */
const EMPTY = Symbol("empty array");

/**
 * What a document puts into an index over `paths`: one list of values, or one per element where a path meets an array.
 * Throws CannotIndexParallelArrays (171, or another code) when two paths meet different arrays.
 */
export function extractKeys(doc: Doc, paths: readonly (readonly string[])[], parallelArrays = 171): Extracted {
  const plain = paths.map((path) => plainValue(doc, path));
  if (!plain.some(Array.isArray)) return { values: [plain], multikey: false };
  const slots = paths.map((rest): Slot => advance({ value: doc, rest, opened: false }));
  if (!slots.some(opens)) return { values: [slots.map((slot) => slot.value)], multikey: false };
  const values: Extracted["values"] = [];
  expand(slots, values, parallelArrays);
  return { values, multikey: true };
}

/** A key's values as they are ordered: a missing one as null, undefined (which comes before null) for an empty array. */
export function orderable(key: Extracted["values"][number]): (Value | undefined)[] {
  return key.map((value) => (value === EMPTY ? undefined : (value ?? null)));
}

/** The value at a path, or the first array on the way. */
function plainValue(doc: Doc, path: readonly string[]): Value | undefined {
  let value: Value | undefined = doc;
  for (const name of path) {
    if (Array.isArray(value)) return value;
    value = value instanceof Map ? value.get(name) : undefined;
  }
  return value;
}

function opens(slot: Slot): boolean {
  return Array.isArray(slot.value) && !slot.opened;
}

/** Follows documents, and numbers into arrays, as far as there is no choice. */
function advance({ value, rest, opened }: Slot): Slot {
  for (let at = 0; at < rest.length; at += 1) {
    const name = rest[at] as string;
    if (value instanceof Map) value = value.get(name);
    else if (!Array.isArray(value) || opened) return { value: undefined, rest: [], opened: true };
    else if (/^(0|[1-9]\d*)$/.test(name) && Number(name) < value.length) value = value[Number(name)];
    else return { value, rest: rest.slice(at), opened };
  }
  return { value, rest: [], opened };
}

function expand(slots: Slot[], values: Extracted["values"], parallelArrays: number): void {
  const arrays = new Set(slots.filter(opens).map((slot) => slot.value as Value[]));
  if (arrays.size === 0) {
    values.push(slots.map((slot) => slot.value));
    return;
  }
  if (arrays.size > 1) throw new CommandError(parallelArrays, "cannot index or sort by parallel arrays");
  const [array] = arrays as unknown as [Value[]];
  if (array.length === 0) {
    values.push(slots.map((slot) => (opens(slot) ? (slot.rest.length === 0 ? EMPTY : undefined) : slot.value)));
    return;
  }
  for (const value of array) {
    // An array directly inside an opened one is a value, not opened again.
    const element = ({ rest }: Slot): Slot => advance({ value, rest, opened: Array.isArray(value) });
    const next = slots.map((slot) => (opens(slot) ? element(slot) : slot));
    expand(next, values, parallelArrays);
  }
}
