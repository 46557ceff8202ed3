import { timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";

const loopback = ["127.0.0.1", "::1", "::ffff:127.0.0.1"];

/** Whether a request may read /metrics: from this machine itself, or with the token where one is set. */
export function mayReadMetrics(req: Pick<IncomingMessage, "headers" | "socket">, token: string | null): boolean {
  if (token === null)
    return loopback.includes(req.socket.remoteAddress ?? "") && req.headers["x-forwarded-for"] === undefined;
  const given = Buffer.from(/^Bearer (.+)$/.exec(req.headers.authorization ?? "")?.[1] ?? "");
  const wanted = Buffer.from(token);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
