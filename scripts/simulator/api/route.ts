import { z } from "zod";
import type { Simulator } from "../core";

/** Bytes as an answer instead of JSON. */
export interface Bytes {
  bytes: Buffer;
  type: string;
}

/** What a control route is given besides its input. */
export interface Context {
  simulator: Simulator;
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
}

/** One row of the control API. */
export interface Route {
  method: "GET" | "POST" | "PATCH" | "DELETE";
  path: string;
  /** Reads the body, answers a JSON value, bytes, or null for 404. */
  run(context: Context, body: unknown): unknown;
}

/** A route without a body. */
export function get(path: string, run: (context: Context) => unknown): Route {
  return { method: "GET", path, run };
}

/** A route whose body is checked by zod; a body that does not fit throws. */
export function route<Input>(
  method: "POST" | "PATCH" | "DELETE",
  path: string,
  input: z.ZodType<Input>,
  run: (context: Context, input: Input) => unknown,
): Route {
  return { method, path, run: (context, body) => run(context, input.parse(body ?? {})) };
}

/** A body that nothing is read from. */
export const nothing = z.looseObject({});

/** The path parameter; routes name only those that their path has. */
export function param({ params }: Context, name: string): string {
  return params[name] ?? "";
}
