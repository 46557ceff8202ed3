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
  if ("socket" in listen) rmSync(listen.socket, { force: true });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen("socket" in listen ? { path: listen.socket } : { host: "127.0.0.1", port: listen.port }, resolve);
  });
  if ("socket" in listen) {
    chmodSync(listen.socket, 0o600);
    address = listen.socket;
  } else {
    address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  }
  return {
    uri: uriOf(listen, address),
    engine,
    async stop() {
      server.close();
      await engine.close();
      for (const socket of sockets) socket.destroy();
      if ("socket" in listen) rmSync(listen.socket, { force: true });
    },
  };
}

/** Drivers write host names in small letters and would lose a socket's path by that, unless they connect directly. */
function uriOf(listen: Listen, address: string): string {
  if ("port" in listen) return `mongodb://${address}/?replicaSet=${SET_NAME}`;
  return `mongodb://${encodeURIComponent(address)}/?replicaSet=${SET_NAME}&directConnection=true`;
}
