import type { IncomingMessage, ServerResponse } from "node:http";
import { filesOf, type PageFile } from "../../src/web/page-files";
import { galleryCards } from "../cards/gallery";
import { builtPage, simulatorPage } from "../page-build";

/** What the page is told besides what the simulator knows. */
export interface PageOptions {
  /** The phones on the table when the page is opened for the first time: a LINE user id, and a group chat's unless it is the chat with the account. */
  suggested?: readonly { user: string; group: string | null }[];
  /** The address of the pages that a phone opens in itself, once it is known. */
  pagesAt?: () => string;
}

/** Answers every request that is neither LINE's nor the control API's. */
export type PageHandler = (request: IncomingMessage, response: ServerResponse) => void;

/** Nothing from elsewhere but Sajja's own pages and pictures, nothing inline: what a message carries stays a picture of a message. */
const policy = (pagesAt: string): string => {
  const server = pagesAt === "" ? null : new URL(pagesAt).origin;
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    `img-src 'self' blob: ${server ?? ""}`.trim(),
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    `frame-src ${server ?? "'none'"}`,
  ].join("; ");
};

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
  const files = filesOf(await builtPage(simulatorPage));
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
      "content-security-policy": policy(options.pagesAt?.() ?? ""),
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cross-origin-opener-policy": "same-origin",
    });
    response.end(request.method === "HEAD" ? undefined : file.bytes);
  };
}
