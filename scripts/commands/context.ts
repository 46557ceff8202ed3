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

/** Exit codes: done; refused or not in order; wrong usage. */
export const exitCode = { done: 0, refused: 1, usage: 2 } as const;
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
