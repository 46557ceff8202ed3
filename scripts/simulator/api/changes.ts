import type { IncomingMessage, ServerResponse } from "node:http";
import type { Simulator } from "../core";

/** Streams changes as Server-Sent Events (`data: {"seq","kind","id"}`) until the reader goes away. */
export function streamChanges(simulator: Simulator, request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
  response.write(`: changes after ${simulator.lastChange}\n\n`);
  const unsubscribe = simulator.subscribe((change) => {
    response.write(`id: ${change.seq}\ndata: ${JSON.stringify(change)}\n\n`);
  });
  const beat = setInterval(() => response.write(": still here\n\n"), 20_000);
  request.on("close", () => {
    clearInterval(beat);
    unsubscribe();
  });
}
