import type { Config } from "../../src/config";

/** What the operator's tool hands to a command; the database is connected. */
export interface CommandContext {
  /** Print one JSON value and nothing else to stdout. */
  json: boolean;
  now: Date;
  /** One line to stdout. */
  out(line: string): void;
  /** One sentence to stderr. */
  err(line: string): void;
}

/** The same with the configuration, for commands that need more than the database. */
export interface ToolContext extends CommandContext {
  config: Config;
}

/** Exit codes: done; refused or not in order; wrong usage. */
export const exitCode = { done: 0, refused: 1, usage: 2 } as const;
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** Thrown by a command that was called wrongly; the sentence says how. */
export class UsageError extends Error {
  override name = "UsageError";
}

/** Thrown by a command that does not do what was asked; the sentence says why. */
export class RefusedError extends Error {
  override name = "RefusedError";
}

/** Prints a result: the value as JSON, or lines for people. */
export function print(context: CommandContext, value: unknown, lines: readonly string[]): void {
  if (context.json) context.out(JSON.stringify(value));
  else for (const line of lines) context.out(line);
}

/** Lines of a table whose columns stand under each other. */
export function tableLines(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}
