import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
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

/** Memory pays several times for each byte of a document. */
const DEFAULT_MAX_BYTES = 150_000_000;
const ONE_MINUTE_MS = 60_000;
/** sockaddr_un holds 104 bytes on some systems. */
const LONGEST_SOCKET_PATH = 100;
/** How long a folder's owner may take to start before it is given up. */
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
    if (first.kind === "failed" && !first.locked) throw new Error(first.message);
    const uri = await findRunning(folder);
    if (uri) return { uri, attached: true, stop: () => Promise.resolve(), refusals: () => Promise.resolve([]) };
    if (Date.now() - started > ATTACH_MS) throw new Error(`embedded: the process that holds ${folder} does not answer`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function openFolder({ mode, dataDir }: EmbeddedOptions): string {
  if (mode === "memory") return mkdtempSync(join(tmpdir(), "embedded-"));
  if (dataDir === undefined) throw new Error("a durable database needs a folder");
  mkdirSync(dataDir, { recursive: true });
  chmodSync(dataDir, 0o700);
  return resolvePath(dataDir);
}

function settingsOf(options: EmbeddedOptions, folder: string): WorkerSettings {
  const socket = join(folder, "mongodb.sock");
  const hasSockets = process.platform !== "win32" && Buffer.byteLength(socket) <= LONGEST_SOCKET_PATH;
  return {
    folder: options.mode === "durable" ? folder : undefined,
    listen: options.listen === "tcp" || !hasSockets ? { port: options.port ?? 0 } : { socket },
    maxBytes: options.maxBytes ?? DEFAULT_MAX_BYTES,
    transactionLifetimeMs: options.transactionLifetimeMs ?? ONE_MINUTE_MS,
    sweepMs: options.sweepMs ?? ONE_MINUTE_MS,
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
  const file = join(folder, "mongodb.uri");
  if (!existsSync(file)) return undefined;
  const uri = readFileSync(file, "utf8").trim();
  const host = decodeURIComponent(/^mongodb:\/\/([^/?]+)/.exec(uri)?.[1] ?? "");
  const [name, port] = host.split(":");
  const socket = connect(host.startsWith("/") ? { path: host } : { host: name ?? "", port: Number(port) });
  const answers = await new Promise((resolve) => {
    socket.once("connect", () => resolve(true));
    socket.once("error", () => resolve(false));
  });
  socket.destroy();
  return answers ? uri : undefined;
}

function running(worker: Worker, uri: string, options: EmbeddedOptions, folder: string): Embedded {
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  const { log = say, onFatal = endProcess } = options;
  const ask = (question: ToWorker, kind: FromWorker["kind"]): Promise<FromWorker> =>
    new Promise((resolve) => {
      const hear = (message: FromWorker): void => {
        if (message.kind !== kind) return;
        worker.off("message", hear);
        resolve(message);
      };
      worker.on("message", hear).postMessage(question);
    });
  worker.on("message", (message: FromWorker) => message.kind === "log" && log(message.line));
  let stopped: Promise<void> | undefined;
  worker.once("error", onFatal);
  worker.once("exit", () => stopped ?? onFatal(new Error("the embedded database's thread ended")));
  const stop = async (): Promise<void> => {
    await ask("stop", "stopped");
    await worker.terminate();
    rmSync(options.mode === "memory" ? folder : join(folder, "mongodb.uri"), { recursive: true, force: true });
  };
  const refusals = async (): Promise<readonly string[]> => {
    const message = await ask("refusals", "refusals");
    return message.kind === "refusals" ? message.refusals : [];
  };
  return { uri, attached: false, stop: () => (stopped ??= stop()), refusals };
}

function endProcess(error: Error): void {
  process.stderr.write(`${error.stack ?? error.message}\n`);
  process.exit(1);
}
