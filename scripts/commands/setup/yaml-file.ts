import type { z } from "zod";
import { isMap, isScalar, isSeq, LineCounter, parseDocument, visit, type Document, type Node } from "yaml";
import { problemAt, type SetupPlace, type SetupProblem } from "../../../src/domain/setup/plan";

/** A YAML file as plain objects, lists and texts (never numbers: a sum stays what was written), and where each thing stands. */
export interface YamlFile {
  value: unknown;
  problems: SetupProblem[];
  /** The place of a thing by its path; a path that leads nowhere gives the nearest thing above it. */
  place(path: readonly PropertyKey[], field?: string): SetupPlace;
}

/** Aliases spare typing, not memory: a file that needs more is a trap. */
const maxAliases = 50;

/** Reads YAML text. What is empty counts as not written. */
export function readYaml(file: string, text: string): YamlFile {
  const lines = new LineCounter();
  const at = (offset: number, field: string | null = null): SetupPlace => ({
    file,
    row: lines.linePos(offset).line,
    field,
  });
  const unreadable = (problem: SetupProblem): YamlFile => ({
    value: undefined,
    problems: [problem],
    place: () => problem,
  });
  try {
    const document = parseDocument(text, {
      schema: "failsafe",
      lineCounter: lines,
      prettyErrors: false,
      stringKeys: true,
    });
    const problems = [...document.errors, ...document.warnings].map((error) =>
      problemAt(at(error.pos[0]), `The file is no proper YAML: ${error.message}.`),
    );
    problems.push(...brokenSums(document).map((offset) => problemAt(at(offset), brokenSum)));
    const place = (path: readonly PropertyKey[], field?: string) =>
      at(offsetOf(document, path), field ?? (fieldName(path) || null));
    return {
      value: problems.length === 0 ? filled(document.toJS({ maxAliasCount: maxAliases })) : undefined,
      problems,
      place,
    };
  } catch (error) {
    // The library throws for too many aliases, and the engine for nesting that no one writes by hand.
    if (!(error instanceof ReferenceError) && !(error instanceof RangeError)) throw error;
    return unreadable(
      problemAt({ file, row: null, field: null }, "The file refers to itself too often or nests too deep."),
    );
  }
}

const brokenSum = 'Between { and } a comma ends a value: write a sum with a separator in quotes, as in "1,000".';

/** Where `{ limitBaht: 5,000 }` was read as five and a name without a value, which would count as not written. */
function brokenSums(document: Document): number[] {
  const offsets: number[] = [];
  visit(document, {
    Pair(_key, { key, value }) {
      const isEmpty = value === null || (isScalar(value) && (value.value === null || value.value === ""));
      if (isEmpty && isScalar(key) && /^\d{3}(?:\.\d+)?$/.test(String(key.value))) offsets.push(key.range?.[0] ?? 0);
    },
  });
  return offsets;
}

/** A part of a file as its schema gives it, or null, where every problem is told with its place. */
export function parsePart<Schema extends z.ZodType>(
  yaml: YamlFile,
  schema: Schema,
  value: unknown,
  path: readonly PropertyKey[],
  problems: SetupProblem[],
): z.output<Schema> | null {
  const parsed = schema.safeParse(value, { error: sentenceOf });
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    const unknownKeys = issue.code === "unrecognized_keys" ? issue.keys : null;
    if (!unknownKeys) problems.push(problemAt(yaml.place([...path, ...issue.path]), issue.message));
    for (const key of unknownKeys ?? []) {
      problems.push(problemAt(yaml.place([...path, ...issue.path, key]), `The key ${key} is unknown here.`));
    }
  }
  return null;
}

/** One English sentence for what zod found; sentences of our own schemas stay as they are. */
function sentenceOf(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === "invalid_type" && issue.input === undefined) return "This is missing.";
  if (issue.code === "invalid_type") {
    const wanted = { object: "a block of named values", record: "a block of named values", array: "a list" }[
      String(issue.expected)
    ];
    return `This is not ${wanted ?? "a single value"}.`;
  }
  if (issue.code === "invalid_value")
    return issue.input === undefined ? "This is missing." : `This is none of ${issue.values.map(String).join(", ")}.`;
  return undefined;
}

/** The name of a field as messages write it: `groups[0].opening.cashBaht`. */
export function fieldName(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`))
    .join("")
    .replace(/^\./, "");
}

/** The parts of a field's name: the other way round. */
export function fieldPath(name: string): PropertyKey[] {
  return (name.match(/[^.[\]]+/g) ?? []).map((part) =>
    /^\d+$/.test(part) && name.includes(`[${part}]`) ? Number(part) : part,
  );
}

function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === part);
      if (!pair) break;
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node) && typeof part === "number") {
      node = node.items[part];
      offset = (node as Node | undefined)?.range?.[0] ?? offset;
    } else break;
  }
  return offset;
}

/** Drops what is written without a value, so that a form with blanks reads as one without them. */
function filled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(filled);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== "" && inner !== null);
  return Object.fromEntries(entries.map(([key, inner]) => [key, filled(inner)]));
}
