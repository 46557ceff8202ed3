/** Gives the present instant. People's days run on it; leases and deadlines run on real time. */
export interface Clock {
  now(): Date;
}

/** The machine's clock, moved by an offset in milliseconds that only a trial database has. */
export function createClock(offsetMs: () => number = () => 0): Clock {
  return { now: () => new Date(Date.now() + offsetMs()) };
}
