import { spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";

const root = join(__dirname, "../..");

/** A server of Sajja in a process of its own, started and killed at will. */
export class ServerProcess {
  private child: ChildProcess | undefined;
  private output = "";

  constructor(
    private readonly env: NodeJS.ProcessEnv,
    readonly port: number,
  ) {}

  /** Starts it and waits until it is ready; throws with its output when it is not within a minute. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, ["--import", "tsx", join(root, "scripts/start.ts")], {
      cwd: root,
      env: { ...process.env, ...this.env, PORT: String(this.port) },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.child = child;
    const keep = (chunk: Buffer) => (this.output = (this.output + chunk.toString()).slice(-4_000));
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);
    const until = Date.now() + 60_000;
    while (!(await this.isReady())) {
      if (child.exitCode !== null || Date.now() > until) throw new Error(`the server did not start:\n${this.output}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  private async isReady(): Promise<boolean> {
    try {
      return (await fetch(`http://127.0.0.1:${this.port}/readyz`)).ok;
    } catch {
      return false;
    }
  }

  /** Waits until no event waits in its inbox, at most two minutes. */
  async worksOff(): Promise<void> {
    for (const until = Date.now() + 120_000; Date.now() < until;) {
      const metrics = await (await fetch(`http://127.0.0.1:${this.port}/metrics`)).text();
      if (/^sajja_inbox_events\{state="waiting"\} 0$/m.test(metrics)) return;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }

  /** Ends it as a power cut would, and waits until it is gone. */
  async kill(): Promise<void> {
    await this.end("SIGKILL");
  }

  /** Asks it to stop. */
  async stop(): Promise<void> {
    await this.end("SIGTERM");
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill(signal);
    await gone;
  }
}
