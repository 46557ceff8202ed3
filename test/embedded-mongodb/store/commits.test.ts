import { describe, expect, it } from "@jest/globals";
import type { RowChange } from "../../../src/embedded-mongodb/storage/rows";
import { Catalog } from "../../../src/embedded-mongodb/store/catalog";
import { LogicalClock } from "../../../src/embedded-mongodb/store/clock";
import { Commits } from "../../../src/embedded-mongodb/store/commits";
import { Snapshots } from "../../../src/embedded-mongodb/store/snapshots";
import { Transaction } from "../../../src/embedded-mongodb/store/transaction";

/** A disk whose writes are safe only when the test says so. */
function heldDisk() {
  const batches: (readonly RowChange[])[] = [];
  let release: () => void = () => undefined;
  let held = new Promise<void>((resolve) => (release = resolve));
  let begin: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  return {
    batches,
    begun,
    release() {
      release();
      held = Promise.resolve();
    },
    storage: {
      loaded: { rows: [], time: 0 },
      async write(changes: readonly RowChange[]) {
        batches.push(changes);
        begin();
        await held;
      },
      close: () => Promise.resolve(),
    },
  };
}

function commitsOn(disk: ReturnType<typeof heldDisk>, onFatal: (error: unknown) => void): Commits {
  const clock = new LogicalClock(0);
  const snapshots = new Snapshots(clock);
  return new Commits({
    clock,
    snapshots,
    catalog: new Catalog(),
    storage: disk.storage,
    onFatal,
    delay: undefined,
  });
}

const row = (n: number): RowChange => ({ key: Buffer.from(`k${n}`), value: Buffer.from("v"), previous: null });

describe("commits", () => {
  it("lets those that come while a batch is being written share the next one, each answered when it is safe", async () => {
    const disk = heldDisk();
    const commits = commitsOn(disk, (error) => {
      throw error;
    });
    const answered: number[] = [];
    const commit = (n: number) =>
      commits.commit(new Transaction(false, Infinity, "insert"), () => [row(n)]).then(() => answered.push(n));
    const first = commit(0);
    await disk.begun;
    const others = Array.from({ length: 40 }, (_, n) => commit(n + 1));
    await new Promise((resolve) => setImmediate(resolve));
    expect([disk.batches.length, answered]).toEqual([1, []]);
    disk.release();
    await Promise.all([first, ...others]);
    expect(disk.batches.map((batch) => batch.length)).toEqual([1, 40]);
    expect(commits.batches).toBe(2);
  });
});
