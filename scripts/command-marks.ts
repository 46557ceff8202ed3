import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** `starting`: may turn out to serve the database, or to use another's; `serving`: does, until the command has ended. */
export type MarkState = "starting" | "serving";

const prefix = "command-";

/**
 * The marks of running commands in the database's folder, one file a process. They tell who serves it for a moment only, so that
 * nobody else leans on it. A mark whose process is gone counts for nothing.
 */
export class CommandMarks {
  private readonly own: string;

  constructor(private readonly folder: string) {
    this.own = `${prefix}${process.pid}`;
  }

  /** Sets this process's mark. */
  set(state: MarkState): void {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    writeFileSync(join(this.folder, this.own), state, { mode: 0o600 });
  }

  /** Takes this process's mark away. */
  remove(): void {
    rmSync(join(this.folder, this.own), { force: true });
  }

  /** Takes away what killed commands left: only who holds the database may say that nobody else serves it. */
  forgetServing(): void {
    for (const name of this.others("serving")) rmSync(join(this.folder, name), { force: true });
  }

  /** Marks of other living processes in that state. */
  others(state: MarkState): string[] {
    return readdirSync(this.folder)
      .filter((name) => name.startsWith(prefix) && name !== this.own)
      .filter((name) => this.stateOf(name) === state && isAlive(Number(name.slice(prefix.length))));
  }

  private stateOf(name: string): string | null {
    try {
      return readFileSync(join(this.folder, name), "utf8");
    } catch {
      return null; // It has just ended.
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
