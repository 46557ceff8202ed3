import http, { type IncomingMessage, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { exchange } from "./endpoints/exchange";
import type { Line } from "./line";

/** The largest request body that LINE takes. */
const largest = 2 * 1024 * 1024;

const loopback = "127.0.0.1";

type Handle = (request: IncomingMessage, response: ServerResponse, url: URL) => void | Promise<void>;

/** Reads a body up to a number of bytes; null when there is more. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size <= limit) parts.push(part);
  }
  return size > limit ? null : Buffer.concat(parts);
}

async function answerAsLine(line: Line, request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
  const raw = await readBody(request, largest);
  const reply = await exchange(line, { method: request.method ?? "GET", url, headers: request.headers, raw });
  if (reply.kind === "reset") request.socket.destroy();
  if (reply.kind !== "answer") return;
  response.writeHead(reply.status, { ...reply.headers, "content-length": reply.content.length });
  response.end(reply.content);
}

/** One HTTP server for LINE's API, the control API under /simulator, and the page. */
export class SimulatorServer {
  private readonly server: http.Server;
  private readonly sockets = new Set<Socket>();

  constructor(line: Line, control: Handle, page: Handle) {
    this.server = http.createServer((request, response) => {
      const url = new URL(request.url ?? "/", "http://localhost");
      const isLine = /^\/(v2|oauth2|bot)(\/|$)/.test(url.pathname);
      const handle = isLine
        ? answerAsLine(line, request, response, url)
        : (async () => (url.pathname.startsWith("/simulator") ? control : page)(request, response, url))();
      handle.catch((error: unknown) => {
        if (!response.headersSent) response.writeHead(500, { "content-type": "application/json" });
        response.end(JSON.stringify({ error: error instanceof Error ? error.message : String(error) }));
      });
    });
    this.server.on("connection", (socket) => {
      this.sockets.add(socket);
      socket.on("close", () => this.sockets.delete(socket));
    });
  }

  /** Listens on loopback; 0 takes a free port. Gives the origin. */
  async listen(port: number): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.server.once("error", reject);
      this.server.listen(port, loopback, resolve);
    });
    const address = this.server.address();
    if (address === null || typeof address === "string") throw new Error("the server has no port");
    return `http://${loopback}:${address.port}`;
  }

  /** Closes at once, open calls and streams included. */
  async close(): Promise<void> {
    const closing = new Promise<void>((resolve) => this.server.close(() => resolve()));
    this.sockets.forEach((socket) => socket.destroy());
    await closing;
  }
}
