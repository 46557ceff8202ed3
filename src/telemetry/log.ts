import pino, { type Logger } from "pino";

export type Log = Logger;

/** The process's log: codes and ids, never texts, names or sums. */
export function createLog(level: string): Log {
  return pino({ level, base: { app: "sajja" }, timestamp: pino.stdTimeFunctions.isoTime });
}

/** The code of an error for the log: its own code or name, never its message, which may carry values. */
export function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const { code } = error as Error & { code?: unknown };
  return typeof code === "string" || typeof code === "number" ? `${error.name}:${code}` : error.name;
}
