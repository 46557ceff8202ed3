/** Who waits for the turn of each key, in order; a key that is here is somebody's. */
const lines = new Map<string, (() => void)[]>();

/**
 * The turns that one transaction has among those of this process. They spare work, as nobody runs into a conflict that can be foreseen; what
 * keeps two writers apart is the database alone, since other processes have lines of their own.
 */
export class Turns {
  private readonly held = new Set<string>();

  /** Takes the turn of a key, if nobody else in this process has it. */
  take(key: string): boolean {
    if (this.held.has(key)) return true;
    if (lines.has(key)) return false;
    lines.set(key, []);
    this.held.add(key);
    return true;
  }

  /**
   * Waits for the turns of these keys, behind those who wait already; false when the instant (ms) has come first. What is held meanwhile is
   * given back, and the keys are waited for in their order, so that no two wait for each other.
   */
  async wait(keys: Iterable<string>, until: number): Promise<boolean> {
    this.release();
    for (const key of [...keys].sort()) {
      if (this.take(key)) continue;
      if (!(await hasComeUp(key, until))) return false;
      this.held.add(key);
    }
    return true;
  }

  /** Gives every turn to who is next in its line. */
  release(): void {
    for (const key of this.held) {
      const next = lines.get(key)?.shift();
      if (next) next();
      else lines.delete(key);
    }
    this.held.clear();
  }
}

/** Stands in the line of a key that somebody has, until its turn or the instant comes. */
function hasComeUp(key: string, until: number): Promise<boolean> {
  return new Promise((resolve) => {
    const line = lines.get(key) ?? [];
    const timer = setTimeout(
      () => {
        line.splice(line.indexOf(next), 1);
        resolve(false);
      },
      Math.max(0, until - Date.now()),
    );
    const next = (): void => {
      clearTimeout(timer);
      resolve(true);
    };
    line.push(next);
  });
}
