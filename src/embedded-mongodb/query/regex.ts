import { CommandError, refuse } from "../errors";
import { parsePattern } from "./regex-parser";
import type { Node } from "./regex-parser";

/** One step of a compiled pattern: take a character of a set, continue at two places, check a place in the text, or be done. */
type Step =
  | { op: "take"; accepts: (codePoint: number) => boolean; next: number }
  | { op: "fork"; next: number; other: number }
  | { op: "check"; holds: (text: readonly number[], at: number) => boolean; next: number }
  | { op: "done" };

const MAX_STEPS = 5000;
/** Longest pattern in bytes that MongoDB takes (manual: $regex, PCRE library). */
const MAX_PATTERN = 32_764;

/**
 * Whether a text contains a match of a PCRE pattern. All ways through the pattern are followed at once, so the time is proportional to
 * the text's length whatever the pattern (Thompson 1968): no pattern can hang the engine. What this syntax lacks is refused.
 */
export function compileRegex(pattern: string, options: string): (text: string) => boolean {
  for (const option of options) {
    if (!"imsux".includes(option)) throw new CommandError(51108, `invalid flag in regex options: ${option}`);
  }
  if (options.includes("x")) refuse("the regular expression option x");
  if (pattern.includes("\0")) throw new CommandError(2, "Regular expression cannot contain an embedded null byte");
  if (pattern.length > MAX_PATTERN)
    throw new CommandError(51091, "Regular expression is invalid: pattern is too large");
  const steps: Step[] = [{ op: "done" }];
  const start = emit(steps, parsePattern(pattern, options), 0);
  return (text) =>
    run(
      steps,
      start,
      Array.from(text, (character) => character.codePointAt(0) as number),
    );
}

/** Appends the steps of a node that continue at `next`; gives where they begin. */
function emit(steps: Step[], node: Node, next: number): number {
  switch (node.kind) {
    case "set":
      return push(steps, { op: "take", accepts: node.accepts, next });
    case "check":
      return push(steps, { op: "check", holds: node.holds, next });
    case "sequence":
      return node.parts.reduceRight((after, part) => emit(steps, part, after), next);
    case "choice":
      return node.parts
        .map((part) => emit(steps, part, next))
        .reduce((other, way) => push(steps, { op: "fork", next: way, other }));
    case "repeat":
      return emitRepeat(steps, node, next);
  }
}

function emitRepeat(steps: Step[], node: Extract<Node, { kind: "repeat" }>, next: number): number {
  let at = next;
  if (node.max === Infinity) {
    const loop = push(steps, { op: "fork", next, other: next });
    steps[loop] = { op: "fork", next: emit(steps, node.part, loop), other: next };
    at = loop;
  } else {
    for (let count = node.min; count < node.max; count += 1) {
      at = push(steps, { op: "fork", next: emit(steps, node.part, at), other: next });
    }
  }
  for (let count = 0; count < node.min; count += 1) at = emit(steps, node.part, at);
  return at;
}

function push(steps: Step[], step: Step): number {
  if (steps.length >= MAX_STEPS) refuse("a regular expression this large");
  return steps.push(step) - 1;
}

function run(steps: readonly Step[], start: number, text: readonly number[]): boolean {
  const seenAt = new Int32Array(steps.length).fill(-1);
  let current: number[] = [];
  for (let at = 0; at <= text.length; at += 1) {
    const waiting: number[] = [];
    if (reach(steps, [...current, start], text, at, seenAt, waiting)) return true;
    const character = text[at];
    if (character === undefined) return false;
    current = [];
    for (const index of waiting) {
      const step = steps[index];
      if (step?.op === "take" && step.accepts(character)) current.push(step.next);
    }
  }
  return false;
}

/** Follows all steps that take no character; collects those that wait for one. True when the pattern's end is reached. */
function reach(
  steps: readonly Step[],
  open: number[],
  text: readonly number[],
  at: number,
  seenAt: Int32Array,
  waiting: number[],
): boolean {
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    if (seenAt[index] === at) continue;
    seenAt[index] = at;
    const step = steps[index] as Step;
    if (step.op === "done") return true;
    if (step.op === "take") waiting.push(index);
    else if (step.op === "fork") open.push(step.next, step.other);
    else if (step.holds(text, at)) open.push(step.next);
  }
  return false;
}
