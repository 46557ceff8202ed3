import { join } from "node:path";
import { ClassicLevel } from "classic-level";
import { openChecked, type RowStore } from "./checked";
import { StorageDamaged, StorageLocked, type Storage } from "./storage";
import { Witness } from "./witness";

/** Opens the database in a folder. Throws StorageLocked while another owner has it, StorageDamaged when it is not what was written. */
export async function openStorage(folder: string, failWrite: number | undefined): Promise<Storage> {
  const path = join(folder, "mongodb");
  try {
    const store = await openLevel(path);
    return await openChecked(
      failWrite === undefined ? store : failing(store, failWrite),
      new Witness(join(folder, "mongodb.sequence")),
    ).catch(async (error: unknown) => {
      await store.close();
      throw error;
    });
  } catch (error) {
    if (error instanceof StorageLocked) throw error;
    const what =
      error instanceof Error
        ? `${error.message}${error.cause instanceof Error ? `: ${error.cause.message}` : ""}`
        : String(error);
    throw new StorageDamaged(
      `embedded: the database in ${path} cannot be opened: ${what}. Restore a backup into an empty folder; nothing was changed.`,
    );
  }
}

async function openLevel(path: string): Promise<RowStore> {
  const level = new ClassicLevel<Buffer, Buffer>(path, { keyEncoding: "buffer", valueEncoding: "buffer" });
  try {
    await level.open();
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    if (cause instanceof Error && "code" in cause && cause.code === "LEVEL_LOCKED") throw new StorageLocked(path);
    throw error;
  }
  return {
    async readAll() {
      const rows: [Buffer, Buffer][] = [];
      const iterator = level.iterator({ highWaterMarkBytes: 1 << 20 });
      for (let part = await iterator.nextv(5000); part.length > 0; part = await iterator.nextv(5000)) {
        // Copies into shared memory blocks: a buffer of LevelDB's own costs more than a small document.
        for (const [key, value] of part) rows.push([Buffer.from(key), Buffer.from(value)]);
      }
      await iterator.close();
      return rows;
    },
    writeSynced: (writes) =>
      level.batch(
        writes.map(({ key, value }) => (value ? { type: "put" as const, key, value } : { type: "del" as const, key })),
        { sync: true },
      ),
    close: () => level.close(),
  };
}

/** A store whose write number `failWrite` fails, as a full or broken disk does. */
function failing(store: RowStore, failWrite: number): RowStore {
  let writes = 0;
  return {
    ...store,
    async writeSynced(rows) {
      writes += 1;
      if (writes === failWrite) throw new Error("injected fault");
      await store.writeSynced(rows);
    },
  };
}
