import { decodeDocument } from "../bson/decode";
import type { Binary, Doc } from "../bson/value";
import type { Engine } from "../engine";
import { ID_INDEX, parseIndexSpec, type IndexSpec } from "../index/spec";
import type { Collection } from "../store/collection";
import { ROW } from "./rows";

/** Puts all stored rows into an empty engine and builds the indexes. */
export function loadRows(engine: Engine, rows: Iterable<readonly [key: Buffer, value: Buffer]>): void {
  const collections = new Map<number, { collection: Collection; specs: IndexSpec[] }>();
  for (const [key, value] of rows) {
    if (key[0] === ROW.collection) {
      const id = key.readUInt32BE(1);
      const doc = decodeDocument(value);
      const info = {
        id,
        db: doc.get("db") as string,
        name: doc.get("name") as string,
        uuid: (doc.get("uuid") as Binary).bytes,
      };
      const specs = [ID_INDEX, ...(doc.get("indexes") as Doc[]).map(parseIndexSpec)];
      collections.set(id, { collection: engine.catalog.load(info, engine.clock.last, value), specs });
    } else if (key[0] === ROW.record) {
      const found = collections.get(key.readUInt32BE(1));
      if (!found) throw new Error("a document without its collection");
      found.collection.load(key.readUIntBE(5, 6), value);
      engine.commits.bytes += value.length;
    } else if (key[0] === ROW.session) {
      engine.sessions.load(key.subarray(1), value);
    }
  }
  for (const { collection, specs } of collections.values()) collection.indexes = collection.build(specs);
}
