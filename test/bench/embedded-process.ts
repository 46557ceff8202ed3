import { fork } from "node:child_process";
import { join } from "node:path";

/** The embedded database in memory, in a process of its own. */
export async function startEmbeddedProcess(): Promise<{ uri: string; stop: () => void }> {
  const child = fork(join(__dirname, "embedded-server.ts"), [], { execArgv: ["--import", "tsx"] });
  const { uri } = await new Promise<{ uri: string }>((resolve) =>
    child.once("message", resolve as (message: unknown) => void),
  );
  return { uri, stop: () => void child.kill() };
}
