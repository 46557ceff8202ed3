/** Rough mode: what a real, busy replica set may do at any time, at random but repeatable by its seed. For tests. */
export class Rough {
  #state: number;
  #lastDrop = 0;

  constructor(readonly seed: number) {
    this.#state = seed >>> 0;
  }

  /** A number from 0 to below 1 (mulberry32). */
  random(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let value = this.#state;
    value = Math.imul(value ^ (value >>> 15), value | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  }

  /** True one time in `times`. */
  oneIn(times: number): boolean {
    return this.random() * times < 1;
  }

  /** Whether to drop a connection now. Never soon after another: drivers repeat a command once, not twice. */
  drops(): boolean {
    if (Date.now() - this.#lastDrop < 500 || !this.oneIn(100)) return false;
    this.#lastDrop = Date.now();
    return true;
  }

  /** A pause of up to 8 ms, as a disk may take. */
  delay(): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, this.random() * 8));
  }

  /** The items in another order, in place. */
  shuffle<T>(items: T[]): T[] {
    for (let last = items.length - 1; last > 0; last -= 1) {
      const other = Math.floor(this.random() * (last + 1));
      [items[last], items[other]] = [items[other] as T, items[last] as T];
    }
    return items;
  }
}
