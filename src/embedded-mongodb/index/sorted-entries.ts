const CHUNK = 256;

interface Chunk<T> {
  keys: string[];
  values: T[];
}

/** Values under unique string keys, kept in key order: a list of short sorted chunks, found by binary search. */
export class SortedEntries<T> {
  #chunks: Chunk<T>[] = [{ keys: [], values: [] }];

  /** Replaces everything by these entries, which need not be in order. */
  load(entries: [key: string, value: T][]): void {
    entries.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0));
    this.#chunks = [];
    for (let start = 0; start < entries.length; start += CHUNK) {
      const part = entries.slice(start, start + CHUNK);
      this.#chunks.push({ keys: part.map((entry) => entry[0]), values: part.map((entry) => entry[1]) });
    }
    if (this.#chunks.length === 0) this.#chunks.push({ keys: [], values: [] });
  }

  /** Adds an entry; one that is there already is left as it is. */
  add(key: string, value: T): void {
    const at = this.#chunkOf(key);
    const chunk = this.#chunks[at] as Chunk<T>;
    const index = lowerBound(chunk.keys, key);
    if (chunk.keys[index] === key) return;
    chunk.keys.splice(index, 0, key);
    chunk.values.splice(index, 0, value);
    if (chunk.keys.length <= 2 * CHUNK) return;
    this.#chunks.splice(at + 1, 0, { keys: chunk.keys.splice(CHUNK), values: chunk.values.splice(CHUNK) });
  }

  /** Takes an entry out, if it is there. */
  delete(key: string): void {
    const at = this.#chunkOf(key);
    const chunk = this.#chunks[at] as Chunk<T>;
    const index = lowerBound(chunk.keys, key);
    if (chunk.keys[index] !== key) return;
    chunk.keys.splice(index, 1);
    chunk.values.splice(index, 1);
    if (chunk.keys.length === 0 && this.#chunks.length > 1) this.#chunks.splice(at, 1);
  }

  /** Entries with `from <= key < to` in order, or in reverse order. Must not be changed while it is walked. */
  *range(from: string, to: string | null, reverse = false): Generator<[key: string, value: T]> {
    const first = this.#chunkOf(from);
    const last = to === null ? this.#chunks.length - 1 : this.#chunkOf(to);
    for (let step = 0; step <= last - first; step += 1) {
      const at = reverse ? last - step : first + step;
      const { keys, values } = this.#chunks[at] as Chunk<T>;
      const start = at === first ? lowerBound(keys, from) : 0;
      const end = to !== null && at === last ? lowerBound(keys, to) : keys.length;
      for (let n = 0; n < end - start; n += 1) {
        const index = reverse ? end - 1 - n : start + n;
        yield [keys[index] as string, values[index] as T];
      }
    }
  }

  /** Index of the last chunk whose first key is not above `key`. */
  #chunkOf(key: string): number {
    let low = 0;
    let high = this.#chunks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      const first = (this.#chunks[middle] as Chunk<T>).keys[0];
      if (first !== undefined && first > key) high = middle - 1;
      else low = middle;
    }
    return low;
  }
}

function lowerBound(keys: string[], key: string): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] as string) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
