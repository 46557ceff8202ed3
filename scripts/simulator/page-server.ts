import { readdirSync, readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join } from "node:path";
import { galleryCards } from "../cards/gallery";
import { builtPage } from "./page-build";

/** What the page is told besides what the simulator knows. */
export interface PageOptions {
  /** The phones on the table when the page is opened for the first time: a LINE user id, and a group chat's unless it is the chat with the account. */
  suggested?: readonly { user: string; group: string | null }[];
}

/** Answers every request that is neither LINE's nor the control API's. */
export type PageHandler = (request: IncomingMessage, response: ServerResponse) => void;

interface PageFile {
  bytes: Buffer;
  type: string;
  cache: string;
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
};

/** Nothing from elsewhere, nothing inline: what a message carries stays a picture of a message. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

function filesOf(folder: string): Map<string, PageFile> {
  const files = new Map<string, PageFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const url = path.slice(folder.length).replaceAll("\\", "/");
    const type = types[extname(url)];
    if (type === undefined) throw new Error(`the chat page has a file of a type that is not served: ${url}`);
    // Names under /assets carry a hash of what is in them.
    const cache = url.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache";
    files.set(url === "/index.html" ? "/" : url, { bytes: readFileSync(path), type, cache });
  }
  return files;
}

function jsonFile(make: () => unknown): () => PageFile {
  let file: PageFile | null = null;
  return () =>
    (file ??= {
      bytes: Buffer.from(JSON.stringify(make())),
      type: "application/json; charset=utf-8",
      cache: "no-cache",
    });
}

/**
 * Builds the chat page when its sources have changed, and gives the handler that serves it: the page, `/gallery.json` with every
 * card, `/page.json` with the options. Throws an Error when the page cannot be built.
 */
export async function createPage(options: PageOptions = {}): Promise<PageHandler> {
  const files = filesOf(await builtPage());
  const made: Readonly<Record<string, () => PageFile>> = {
    "/gallery.json": jsonFile(galleryCards),
    "/page.json": jsonFile(() => ({ suggested: options.suggested ?? [] })),
  };
  return (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const isRead = request.method === "GET" || request.method === "HEAD";
    const file = isRead ? (files.get(pathname) ?? made[pathname]?.()) : undefined;
    if (!file) {
      response.writeHead(isRead ? 404 : 405, { "content-type": "text/plain" }).end(isRead ? "Not found" : "Only GET");
      return;
    }
    response.writeHead(200, {
      "content-type": file.type,
      "content-length": file.bytes.length,
      "cache-control": file.cache,
      "content-security-policy": policy,
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cross-origin-opener-policy": "same-origin",
    });
    response.end(request.method === "HEAD" ? undefined : file.bytes);
  };
}
