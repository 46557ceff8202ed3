import { writeSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { openStorage } from "../storage/open";
import { StorageLocked, type Storage } from "../storage/storage";
import type { FromWorker, ToWorker, WorkerSettings } from "./protocol";
import { openServer } from "./server";

const settings = workerData as WorkerSettings;

function tell(message: FromWorker): void {
  parentPort?.postMessage(message);
}

/** Nobody may answer anything any more, the main thread included; and it must not depend on that thread being free to hear of it. */
function die(error: unknown): void {
  writeSync(
    2,
    `embedded: writing to the database folder failed, the process is ended: ${error instanceof Error ? error.message : error}\n`,
  );
  process.kill(process.pid, "SIGKILL");
}

async function start(): Promise<void> {
  const storage: Storage | null =
    settings.folder === undefined ? null : await openStorage(settings.folder, settings.failWrite);
  const server = await openServer(
    { ...settings, storage, onFatal: die, log: (line) => tell({ kind: "log", line }) },
    settings.listen,
  );
  parentPort?.on("message", (message: ToWorker) => {
    if (message.kind === "refusals") return tell({ kind: "refusals", refusals: server.engine.refusals });
    void server.stop().then(() => {
      tell({ kind: "stopped" });
      parentPort?.close();
    });
  });
  tell({ kind: "ready", uri: server.uri });
}

// A name like `__proto__` that slipped through anywhere must fail, not change every object of this thread.
Object.freeze(Object.prototype);
start().catch((error: unknown) => {
  tell({
    kind: "failed",
    message: error instanceof Error ? error.message : String(error),
    locked: error instanceof StorageLocked,
  });
  parentPort?.close();
});
