import { spawn, type ChildProcess, type SpawnOptions } from "node:child_process";
import { extname, join } from "node:path";
import { DomainError } from "../domain/errors";

/** What opening one picture may cost. */
export interface DecodeLimits {
  /** Memory of its process, in megabytes; where the system can hold a process to it (not on Windows). */
  memoryMb?: number;
  /** Real time, in milliseconds. */
  timeMs?: number;
  /** Pictures that may wait for their turn. */
  waiting?: number;
  /** Whether a QR code in it is read too. */
  readsCode?: boolean;
}

/** A picture after it was opened, turned upright, made smaller and written again as JPEG. */
export interface Decoded {
  jpeg: Buffer;
  width: number;
  height: number;
  /** The text of a QR code in it; null where none was found or looked for. */
  code: string | null;
  /** What it looks like, as `lookOf` tells it. */
  look: string;
}

const usual: Required<DecodeLimits> = { memoryMb: 512, timeMs: 15_000, waiting: 8, readsCode: false };

/** Nothing that the child writes is larger; it is killed when it is. */
const largestAnswer = 200_000;

let queue: Promise<unknown> = Promise.resolve();
let queued = 0;

/**
 * Opens a picture in a process of its own, one at a time, so that no picture can take this process with it. Throws `photo.broken` when
 * it cannot be opened, `photo.too-slow` when that takes more than its limits, `photo.busy` when too many wait already.
 */
export function decodeApart(bytes: Buffer, limits: DecodeLimits = {}): Promise<Decoded> {
  const all = { ...usual, ...limits };
  if (queued > all.waiting) return Promise.reject(new DomainError("photo.busy", {}));
  queued++;
  const mine = queue.then(() => runChild(bytes, all)).finally(() => queued--);
  queue = mine.catch(() => undefined); // Its own caller hears of it; the next one only waits.
  return mine;
}

function runChild(bytes: Buffer, { memoryMb, timeMs, readsCode }: Required<DecodeLimits>): Promise<Decoded> {
  return new Promise((resolve, reject) => {
    const child = startChild(memoryMb, readsCode ? ["code"] : []);
    const parts: Buffer[] = [];
    let size = 0;
    let overdue = false;
    const timer = setTimeout(() => {
      overdue = true;
      child.kill("SIGKILL");
    }, timeMs);
    child.stdout?.on("data", (part: Buffer) => {
      parts.push(part);
      size += part.length;
      if (size > largestAnswer) child.kill("SIGKILL");
    });
    child.stdin?.on("error", () => undefined); // It ended before it had read everything: its end tells why.
    child.once("error", (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.once("close", (code, signal) => {
      clearTimeout(timer);
      const decoded = code === 0 ? readAnswer(Buffer.concat(parts)) : null;
      if (decoded) resolve(decoded);
      else reject(new DomainError(overdue || signal !== null ? "photo.too-slow" : "photo.broken", {}));
    });
    child.stdin?.end(bytes);
  });
}

/** The answer of the child: width and height in four bytes each, the length of the code's text in two, the look in 32, that text, then the JPEG. */
function readAnswer(answer: Buffer): Decoded | null {
  if (answer.length <= headBytes || answer.length > largestAnswer) return null;
  const jpegAt = headBytes + answer.readUInt16BE(8);
  if (jpegAt >= answer.length) return null;
  const code = answer.toString("utf8", headBytes, jpegAt);
  return {
    width: answer.readUInt32BE(0),
    height: answer.readUInt32BE(4),
    look: answer.toString("hex", lookAt, headBytes),
    code: code === "" ? null : code,
    jpeg: answer.subarray(jpegAt),
  };
}

const lookAt = 10;
const headBytes = lookAt + 32;

/**
 * The child beside this file, as TypeScript or compiled. Its memory is limited by the shell that becomes it (`ulimit -d` counts what is
 * written to, natively decoded pixels too, where node's own limits count JavaScript alone). It inherits no secret: its environment is empty.
 */
function startChild(memoryMb: number, wishes: readonly string[]): ChildProcess {
  const extension = extname(__filename);
  const file = join(__dirname, `decode-child${extension}`);
  const loader = extension === ".ts" ? `require(${JSON.stringify(require.resolve("tsx/cjs/api"))}).register();` : "";
  const program = ["--max-old-space-size=128", "-e", `${loader}require(${JSON.stringify(file)});`, ...wishes];
  const options: SpawnOptions = { stdio: ["pipe", "pipe", "ignore"], env: { PATH: process.env["PATH"] } };
  if (process.platform === "win32") return spawn(process.execPath, program, { ...options, windowsHide: true });
  const limited = `ulimit -c 0; ulimit -d ${memoryMb * 1024} 2>/dev/null; exec "$0" "$@"`;
  return spawn("/bin/sh", ["-c", limited, process.execPath, ...program], options);
}
