import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { runConnected, runTool } from "../../../scripts/commands/run";
import { readConfig } from "../../../src/config";

const root = path.join(__dirname, "../../..");

/** What a command printed, and its exit code. */
export interface ToolResult {
  code: number;
  out: string[];
  err: string[];
}

/** The one JSON value that a command printed. */
export function jsonOf<T = Record<string, unknown>>({ out }: ToolResult): T {
  if (out.length !== 1) throw new Error(`stdout holds ${out.length} lines`);
  return JSON.parse(out[0] ?? "") as T;
}

/** Runs a command on the connected database. */
export async function onConnected(
  argv: string[],
  { env = {}, now = new Date() }: { env?: Record<string, string>; now?: Date } = {},
): Promise<ToolResult> {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await runConnected(argv, {
    config: readConfig(env),
    now,
    out: (line) => out.push(line),
    err: (line) => err.push(line),
  });
  return { code, out, err };
}

/** Runs a command that opens its database by itself. */
export async function byItself(argv: string[], env: Record<string, string>): Promise<ToolResult> {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await runTool(argv, { env, out: (line) => out.push(line), err: (line) => err.push(line) });
  return { code, out, err };
}

/** Starts a script of the project in a process of its own, with nothing configured but `env`. */
export function startScript(script: string, argv: string[], env: Record<string, string>): ChildProcess {
  const { PATH = "", HOME = "" } = process.env;
  return spawn(process.execPath, ["--import", "tsx", path.join(root, script), ...argv], {
    cwd: root,
    env: { PATH, HOME, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** Waits for such a process and gives what it printed. */
export async function resultOf(child: ChildProcess): Promise<ToolResult> {
  const printed = { out: "", err: "" };
  child.stdout?.setEncoding("utf8").on("data", (part: string) => (printed.out += part));
  child.stderr?.setEncoding("utf8").on("data", (part: string) => (printed.err += part));
  const [code] = (await once(child, "close")) as [number | null];
  const lines = (text: string) => text.split("\n").filter((line) => line !== "");
  return { code: code ?? -1, out: lines(printed.out), err: lines(printed.err) };
}

/** Runs the operator's tool in a process of its own. */
export function inProcess(argv: string[], env: Record<string, string>): Promise<ToolResult> {
  return resultOf(startScript("scripts/sajja.ts", argv, env));
}
