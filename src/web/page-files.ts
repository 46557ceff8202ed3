import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";

/** A file of a built page, as it is served. */
export interface PageFile {
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
  ".woff2": "font/woff2",
};

/** Every file of a built page by its path, read once; `index.html` is `/`. Throws an Error for a file of a type that is not served. */
export function filesOf(folder: string): Map<string, PageFile> {
  const files = new Map<string, PageFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const url = path.slice(folder.length).replaceAll("\\", "/");
    const type = types[extname(url)];
    if (type === undefined) throw new Error(`a page has a file of a type that is not served: ${url}`);
    // Names under /assets carry a hash of what is in them.
    const cache = url.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache";
    files.set(url === "/index.html" ? "/" : url, { bytes: readFileSync(path), type, cache });
  }
  return files;
}
