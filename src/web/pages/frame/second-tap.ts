/** Two touches within this time, in milliseconds, and so many pixels are one double tap. */
const withinMs = 600;
const withinPx = 32;

/** What was tapped: the control, and what it said then. */
export interface Tap {
  /** Milliseconds of one clock. */
  at: number;
  x: number;
  y: number;
  /** "mouse", "touch" or "pen". */
  pointer: string;
  /** The how many-th click at one place a mouse says that it is. */
  count: number;
  control: unknown;
  says: string | null;
}

/** Whether the second of two taps is the other half of a double tap, where the first has put something else under the finger. */
export function isSecondHalf(first: Tap, second: Tap): boolean {
  const isNear = Math.hypot(second.x - first.x, second.y - first.y) <= withinPx;
  const isDouble = second.pointer === "mouse" ? second.count > 1 : second.at - first.at <= withinMs;
  return isNear && isDouble && (first.control !== second.control || first.says !== second.says);
}
