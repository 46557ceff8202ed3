import type { IncomingHttpHeaders } from "node:http";
import { isObject, type JsonObject } from "../json";
import type { Line } from "../line";
import { refusals } from "../line-error";
import { specOf, type Operation } from "./operations";

/** A call as it came in; `raw` is null when it was larger than LINE takes. */
export interface Incoming {
  method: string;
  url: URL;
  headers: IncomingHttpHeaders;
  raw: Buffer | null;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The retry key that the call carries, or null. */
export function retryKeyOf({ headers }: Incoming): string | null {
  const header = headers["x-line-retry-key"];
  return typeof header === "string" ? header : null;
}

/** The media type that the call names, without its parameters. */
export function contentTypeOf({ headers }: Incoming): string {
  return (headers["content-type"] ?? "").split(";")[0]?.trim() ?? "";
}

/** Refuses what LINE refuses before it looks into the body: size, token, rate, retry key. */
export function checkDoor(line: Line, incoming: Incoming, operation: Operation): void {
  if (incoming.raw === null) throw refusals.tooLarge();
  const { open, retryKey } = specOf(operation);
  const isKnown = incoming.headers.authorization === `Bearer ${line.settings.channelAccessToken}`;
  if (!open && !isKnown) throw refusals.unauthorized();
  if (!line.rateLimits.take(operation)) throw refusals.rateLimit();
  const key = retryKeyOf(incoming);
  if (key !== null && !retryKey) throw refusals.retryKeyNotSupported();
  if (key !== null && !uuid.test(key)) throw refusals.invalidRetryKey();
}

/** The JSON object of the body; `{}` where the operation takes none. Throws LINE's 400 and 415. */
export function parseBody(incoming: Incoming, operation: Operation): JsonObject {
  const { method, takes } = specOf(operation);
  const raw = incoming.raw ?? Buffer.alloc(0);
  if (takes !== undefined || method === "GET" || method === "DELETE" || raw.length === 0) return {};
  const type = contentTypeOf(incoming);
  if (type !== "application/json") throw refusals.mediaType(type);
  const body = jsonOrNull(raw);
  if (!isObject(body)) throw refusals.notJson();
  return body;
}

function jsonOrNull(raw: Buffer): unknown {
  try {
    return JSON.parse(raw.toString("utf8"));
  } catch {
    return null;
  }
}

/** The body as the log of calls keeps it: parsed JSON, else a note of what it was. */
export function bodyForLog(incoming: Incoming): unknown {
  if (incoming.raw === null) return "more than 2 MB";
  if (incoming.raw.length === 0) return null;
  const type = contentTypeOf(incoming);
  if (type === "application/json") return jsonOrNull(incoming.raw) ?? incoming.raw.toString("utf8");
  return `${incoming.raw.length} bytes of ${type === "" ? "no type" : type}`;
}
