import { describedPaths } from "../schema/description";
import { operations, type Operation } from "./operations";

/** Where a call leads: an operation with what stands in its path, or why to none. */
export type Route =
  | { operation: Operation; params: Record<string, string> }
  | { operation: null; why: "unknown path" | "wrong method" | "not simulated" };

interface Row {
  operation: Operation;
  method: string;
  pattern: RegExp;
  names: string[];
}

function patternOf(template: string): { pattern: RegExp; names: string[] } {
  const names = [...template.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "");
  return { pattern: new RegExp(`^${template.replace(/\{\w+\}/g, "([^/]+)")}$`), names };
}

/** Fixed paths before those with braces, so that "list" is never taken for an id. */
const rows: Row[] = Object.entries(operations)
  .map(([operation, { method, path }]) => ({ operation: operation as Operation, method, ...patternOf(path) }))
  .sort((a, b) => a.names.length - b.names.length);

let described: { pattern: RegExp; methods: string[] }[] | undefined;

function unescaped(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Finds the operation of a method and path. Paths must be exact: LINE refuses extra slashes. */
export function findRoute(method: string, path: string): Route {
  for (const row of rows) {
    const match = row.method === method ? row.pattern.exec(path) : null;
    if (!match) continue;
    const params = Object.fromEntries(row.names.map((name, index) => [name, unescaped(match[index + 1] ?? "")]));
    return { operation: row.operation, params };
  }
  described ??= [...describedPaths()].map(([at, methods]) => ({ pattern: patternOf(at).pattern, methods }));
  const known = described.filter((one) => one.pattern.test(path));
  if (known.some((one) => one.methods.includes(method))) return { operation: null, why: "not simulated" };
  const ours = rows.some((row) => row.pattern.test(path));
  return { operation: null, why: ours || known.length > 0 ? "wrong method" : "unknown path" };
}
