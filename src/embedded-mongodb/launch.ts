import { chmodSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { extname, join, resolve as resolvePath } from "node:path";
import { Worker } from "node:worker_threads";
import type { FromWorker, ToWorker, WorkerSettings } from "./server/protocol";

/** How the embedded database is to be started. */
export interface EmbeddedOptions {
  /** `memory` forgets everything at its end. */
  readonly mode: "memory" | "durable";
  /** Folder for `durable`; made when missing, closed to other users. */
  readonly dataDir?: string;
  /** Default: a unix socket where there can be one. */
  readonly listen?: "socket" | "tcp";
  /** TCP port; default any free one. */
  readonly port?: number;
  /** Rough mode, for tests: random order, conflicts, dropped connections and delays, repeatable by the seed. */
  readonly rough?: { readonly seed: number };
  /** Accepts the commands that only test suites send. */
  readonly testCommands?: boolean;
  /** Most bytes of documents; default 150 MB. */
  readonly maxBytes?: number;
  /** Longest life of a transaction in milliseconds; default 60 s. */
  readonly transactionLifetimeMs?: number;
  /** Pause between two sweeps for expired documents in milliseconds; default 60 s. */
  readonly sweepMs?: number;
  /** Hears one line for each refusal and forced end of a transaction; default stderr. */
  readonly log?: (line: string) => void;
  /** Hears that the database's thread has died; default ends the process. */
  readonly onFatal?: (error: Error) => void;
  /** For fault tests: the synced write with this number fails. */
  readonly failWrite?: number;
}

/** A database that answers at `uri`. */
export interface Embedded {
  readonly uri: string;
  /** True when another process owns the database and this one only uses it; `stop` then leaves it running. */
  readonly attached: boolean;
  stop(): Promise<void>;
  /** Texts of all refusals so far; none when attached. */
  refusals(): Promise<readonly string[]>;
}

/** Data that memory pays for several times over; see the decision on the embedded database. */
const DEFAULT_MAX_BYTES = 150_000_000;
const LIFETIME_MS = 60_000;
const SWEEP_MS = 60_000;
/** sockaddr_un holds 104 bytes on some systems. */
const LONGEST_SOCKET_PATH = 100;
const ATTACH_MS = 10_000;

/** Starts the database in a thread of its own, or attaches to the process that already serves this folder. Throws when it cannot be opened. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const folder = openFolder(options);
  const settings = settingsOf(options, folder);
  const started = Date.now();
  for (;;) {
    const worker = startThread(settings);
    const first = await firstWord(worker);
    if (first.kind === "ready") {
      if (options.mode === "durable") writeUri(folder, first.uri);
      return running(worker, first.uri, options, folder);
    }
    await worker.terminate();
    if (first.kind !== "failed" || !first.locked)
      throw new Error(first.kind === "failed" ? first.message : "the embedded database did not start");
    const uri = await findRunning(folder);
    if (uri) return { uri, attached: true, stop: () => Promise.resolve(), refusals: () => Promise.resolve([]) };
    if (Date.now() - started > ATTACH_MS)
      throw new Error(`another process holds the embedded database in ${folder} but does not answer`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function openFolder(options: EmbeddedOptions): string {
  if (options.mode === "memory") return mkdtempSync(join(tmpdir(), "embedded-"));
  if (options.dataDir === undefined) throw new Error("a durable database needs a folder");
  const folder = resolvePath(options.dataDir);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  return folder;
}

function settingsOf(options: EmbeddedOptions, folder: string): WorkerSettings {
  const socket = join(folder, "mongodb.sock");
  const tcp =
    options.listen === "tcp" || process.platform === "win32" || Buffer.byteLength(socket) > LONGEST_SOCKET_PATH;
  return {
    folder: options.mode === "durable" ? folder : undefined,
    listen: tcp ? { port: options.port ?? 0 } : { socket },
    maxBytes: options.maxBytes ?? DEFAULT_MAX_BYTES,
    transactionLifetimeMs: options.transactionLifetimeMs ?? LIFETIME_MS,
    sweepMs: options.sweepMs ?? SWEEP_MS,
    testCommands: options.testCommands ?? false,
    roughSeed: options.rough?.seed,
    failWrite: options.failWrite,
  };
}

/** A thread cannot begin with TypeScript, and under Jest nothing but real paths leads to a module: hence these two lines of JavaScript. */
function startThread(settings: WorkerSettings): Worker {
  const extension = extname(__filename);
  const file = join(__dirname, "server", `worker${extension}`);
  const loader = extension === ".ts" ? `require(${JSON.stringify(require.resolve("tsx/cjs/api"))}).register();` : "";
  return new Worker(`${loader}require(${JSON.stringify(file)});`, { eval: true, workerData: settings, execArgv: [] });
}

function firstWord(worker: Worker): Promise<FromWorker> {
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error("the embedded database's thread ended before it was ready")));
  });
}

function writeUri(folder: string, uri: string): void {
  const file = join(folder, "mongodb.uri");
  writeFileSync(`${file}.new`, `${uri}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** The URI that the owner of the folder wrote, when something answers there. */
async function findRunning(folder: string): Promise<string | undefined> {
  let uri: string;
  try {
    uri = readFileSync(join(folder, "mongodb.uri"), "utf8").trim();
  } catch {
    return undefined;
  }
  const host = decodeURIComponent(/^mongodb:\/\/([^/?]+)/.exec(uri)?.[1] ?? "");
  const [name, port] = host.split(":");
  const address = host.startsWith("/") ? { path: host } : { host: name ?? "", port: Number(port) };
  return new Promise((resolve) => {
    const socket = connect(address);
    const answer = (found: boolean): void => {
      socket.destroy();
      resolve(found ? uri : undefined);
    };
    socket.once("connect", () => answer(true));
    socket.once("error", () => answer(false));
  });
}

function running(worker: Worker, uri: string, options: EmbeddedOptions, folder: string): Embedded {
  const log = options.log ?? ((line: string) => void process.stderr.write(`${line}\n`));
  let stopped: Promise<void> | undefined;
  const fatal =
    options.onFatal ??
    ((error: Error) => {
      process.stderr.write(`${error.stack ?? error.message}\n`);
      process.exit(1);
    });
  const ask = <Kind extends FromWorker["kind"]>(
    question: ToWorker,
    answer: Kind,
  ): Promise<Extract<FromWorker, { kind: Kind }>> =>
    new Promise((resolve) => {
      const hear = (message: FromWorker): void => {
        if (message.kind !== answer) return;
        worker.off("message", hear);
        resolve(message as Extract<FromWorker, { kind: Kind }>);
      };
      worker.on("message", hear);
      worker.postMessage(question);
    });
  worker.on("message", (message: FromWorker) => {
    if (message.kind === "log") log(message.line);
  });
  worker.once("error", fatal);
  worker.once("exit", () => {
    if (!stopped) fatal(new Error("the embedded database's thread ended"));
  });
  const stop = async (): Promise<void> => {
    await ask({ kind: "stop" }, "stopped");
    await worker.terminate();
    rmSync(options.mode === "memory" ? folder : join(folder, "mongodb.uri"), { recursive: true, force: true });
  };
  return {
    uri,
    attached: false,
    stop: () => (stopped ??= stop()),
    refusals: async () => (await ask({ kind: "refusals" }, "refusals")).refusals,
  };
}
