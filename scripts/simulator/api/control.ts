import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import type { Simulator } from "../core";
import { readBody } from "../server";
import { streamChanges } from "./changes";
import { peopleRoutes } from "./people-routes";
import { platformRoutes } from "./platform-routes";
import type { Bytes, Route } from "./route";

/** Photos come as base64 in JSON. */
const largest = 40 * 1024 * 1024;

/** Every route of the control API but the stream of changes (GET /simulator/changes). */
export const controlRoutes: readonly Route[] = [...peopleRoutes, ...platformRoutes];

/** A page of another origin, or a name that was made to lead here, may not steer the simulator. */
function isFromHere({ headers }: IncomingMessage): boolean {
  const host = headers.host ?? "";
  if (!/^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host)) return false;
  return headers.origin === undefined || headers.origin === `http://${host}`;
}

function find(method: string, path: string): { route: Route; params: Record<string, string> } | null {
  const parts = path.split("/");
  for (const route of controlRoutes) {
    const wanted = route.path.split("/");
    if (route.method !== method || wanted.length !== parts.length) continue;
    const params: Record<string, string> = {};
    const fits = wanted.every((one, index) => {
      const part = parts[index] ?? "";
      if (!one.startsWith("{")) return one === part;
      params[one.slice(1, -1)] = decodeURIComponent(part);
      return true;
    });
    if (fits) return { route, params };
  }
  return null;
}

function answer(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { "content-type": "application/json", "cache-control": "no-store" });
  response.end(JSON.stringify(value ?? {}));
}

function isBytes(value: unknown): value is Bytes {
  return typeof value === "object" && value !== null && "bytes" in value && Buffer.isBuffer(value.bytes);
}

function refuse(response: ServerResponse, error: unknown): void {
  const words =
    error instanceof z.ZodError ? z.prettifyError(error) : error instanceof Error ? error.message : String(error);
  answer(response, /^no (user|group|webhook event|message)/.test(words) ? 404 : 400, { error: words });
}

/** The control API: everything that a test can do to the simulator, over JSON. */
export function createControl(simulator: Simulator) {
  return async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    if (!isFromHere(request)) return answer(response, 403, { error: "only this machine may steer the simulator" });
    const method = request.method ?? "GET";
    if (method === "GET" && url.pathname === "/simulator/changes") return streamChanges(simulator, request, response);
    const found = find(method, url.pathname);
    if (!found) return answer(response, 404, { error: `no ${method} ${url.pathname}` });
    try {
      const raw = await readBody(request, largest);
      if (raw === null) return answer(response, 413, { error: "too large" });
      const body: unknown = raw.length === 0 ? {} : JSON.parse(raw.toString("utf8"));
      const value = await found.route.run({ simulator, params: found.params, query: url.searchParams }, body);
      if (value === null) return answer(response, 404, { error: "not found" });
      if (!isBytes(value)) return answer(response, 200, value);
      response.writeHead(200, { "content-type": value.type, "content-length": value.bytes.length });
      response.end(value.bytes);
    } catch (error) {
      refuse(response, error);
    }
  };
}
