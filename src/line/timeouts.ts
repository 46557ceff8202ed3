import { Agent, setGlobalDispatcher } from "undici";

/** Ends connections of the process's fetch that hang: the client's own deadline stops waiting, this one frees the socket. */
export function endHungConnections(timeoutMs: number): void {
  setGlobalDispatcher(
    new Agent({ connect: { timeout: timeoutMs }, headersTimeout: timeoutMs, bodyTimeout: timeoutMs }),
  );
}
