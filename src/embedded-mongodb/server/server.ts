import { once } from "node:events";
import { chmodSync, rmSync } from "node:fs";
import { createServer, type AddressInfo, type Socket } from "node:net";
import { SET_NAME } from "../commands/hello";
import { Engine, type EngineOptions } from "../engine";
import { serveConnection } from "../wire/connection";
import { answerWith } from "./dispatch";

/** Where to listen: a unix socket, or a port of the loopback interface (0 for any free one). */
export type Listen = { readonly socket: string } | { readonly port: number };

/** A server that accepts connections. */
export interface RunningServer {
  readonly uri: string;
  readonly engine: Engine;
  stop(): Promise<void>;
}

/** Opens an engine and listens. */
export async function openServer(options: EngineOptions, listen: Listen): Promise<RunningServer> {
  const engine = new Engine(options);
  const sockets = new Set<Socket>();
  let address = "";
  let connections = 0;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    connections += 1;
    serveConnection(socket, answerWith(engine, { id: connections, address }));
  });
  const path = "socket" in listen ? listen.socket : undefined;
  if (path !== undefined) rmSync(path, { force: true });
  server.listen("socket" in listen ? { path: listen.socket } : { host: "127.0.0.1", port: listen.port });
  await once(server, "listening");
  if (path !== undefined) chmodSync(path, 0o600);
  address = path ?? `127.0.0.1:${(server.address() as AddressInfo).port}`;
  // Drivers write host names in small letters and would lose a socket's path by that, unless they connect directly.
  const direct = path === undefined ? "" : "&directConnection=true";
  return {
    uri: `mongodb://${path === undefined ? address : encodeURIComponent(path)}/?replicaSet=${SET_NAME}${direct}`,
    engine,
    async stop() {
      server.close();
      await engine.close();
      for (const socket of sockets) socket.destroy();
      if (path !== undefined) rmSync(path, { force: true });
    },
  };
}
