import { performance } from "node:perf_hooks";
import type { SimulatorOptions } from "./options";

/** The two times of a simulator: the day that people live in, and real time. */
export interface SimulatorClock {
  now(): Date;
  elapsed(): number;
  /** Moves the people's day forward; throws when it would go back. */
  move(byMs: number): Promise<void>;
}

/** Makes the clock that the options ask for. */
export function createClock(options: Pick<SimulatorOptions, "now" | "elapsed" | "moveClock">): SimulatorClock {
  const base = options.now ?? (() => new Date());
  let offsetMs = 0;
  return {
    now: () => new Date(base().getTime() + offsetMs),
    elapsed: options.elapsed ?? (() => performance.now()),
    async move(byMs) {
      if (!(byMs >= 0)) throw new RangeError("the clock only moves forward");
      if (options.moveClock) await options.moveClock(byMs);
      else offsetMs += byMs;
    },
  };
}
