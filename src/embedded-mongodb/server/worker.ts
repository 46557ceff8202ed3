import { writeSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { openStorage } from "../storage/open";
import { StorageLocked } from "../storage/storage";
import type { FromWorker, ToWorker, WorkerSettings } from "./protocol";
import { openServer } from "./server";

const settings = workerData as WorkerSettings;

function tell(message: FromWorker): void {
  parentPort?.postMessage(message);
}

/** Nobody may answer anything any more, the main thread included; and it must not depend on that thread being free to hear of it. */
function die(error: unknown): void {
  writeSync(2, `embedded: the process is ended, because writing to the database folder failed: ${String(error)}\n`);
  process.kill(process.pid, "SIGKILL");
}

async function start(): Promise<void> {
  const { folder, failWrite, listen } = settings;
  const storage = folder === undefined ? null : await openStorage(folder, failWrite);
  const log = (line: string): void => tell({ kind: "log", line });
  const server = await openServer({ ...settings, storage, onFatal: die, log }, listen);
  parentPort?.on("message", (message: ToWorker) => {
    if (message === "refusals") return tell({ kind: "refusals", refusals: server.engine.refusals });
    void server.stop().then(() => tell({ kind: "stopped" }));
  });
  tell({ kind: "ready", uri: server.uri });
}

// A name like `__proto__` that slipped through anywhere must fail, not change every object of this thread.
Object.freeze(Object.prototype);
start().catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error);
  tell({ kind: "failed", message, locked: error instanceof StorageLocked });
});
