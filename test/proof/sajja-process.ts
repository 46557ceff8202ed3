import { spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";

const root = join(__dirname, "../..");

/** What a command of the operator's tool came to. */
export interface Outcome {
  code: number | null;
  json: Record<string, unknown>;
  err: string;
}

/** Starts the operator's tool in a process of its own. */
export function startSajjaTool(args: string[], env: NodeJS.ProcessEnv): ChildProcess {
  return spawn(process.execPath, ["--import", "tsx", join(root, "scripts/sajja.ts"), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** Runs a command of the operator's tool with `--json` to its end. */
export async function sajjaTool(args: string[], env: NodeJS.ProcessEnv): Promise<Outcome> {
  const child = startSajjaTool([...args, "--json"], env);
  let [out, err] = ["", ""];
  child.stdout?.setEncoding("utf8").on("data", (part: string) => (out += part));
  child.stderr?.setEncoding("utf8").on("data", (part: string) => (err += part));
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  try {
    return { code, json: JSON.parse(out) as Record<string, unknown>, err };
  } catch {
    throw new Error(`sajja ${args.join(" ")} printed no JSON (exit ${code}): ${err.slice(0, 500)}`);
  }
}
