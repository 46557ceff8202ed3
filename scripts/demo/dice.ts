/** Chance that always falls the same way for the same seed, so that the demo village is the same on every machine. */
export class Dice {
  constructor(private state: number) {}

  /** A number from 0 up to 1 (mulberry32). */
  roll(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from `min` to `max`, both included. */
  between(min: number, max: number): number {
    return min + Math.floor(this.roll() * (max - min + 1));
  }

  /** True in so many of a hundred cases. */
  percent(chance: number): boolean {
    return this.roll() * 100 < chance;
  }

  /** One of the items; throws when there is none. */
  pick<T>(items: readonly T[]): T {
    const item = items[Math.floor(this.roll() * items.length)];
    if (item === undefined) throw new Error("nothing to pick from");
    return item;
  }

  /** The items in another order. */
  shuffled<T>(items: readonly T[]): T[] {
    return items
      .map((item) => ({ item, key: this.roll() }))
      .sort((a, b) => a.key - b.key)
      .map(({ item }) => item);
  }
}
