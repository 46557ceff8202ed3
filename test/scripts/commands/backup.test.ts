import { describe, expect, it } from "@jest/globals";
import { readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { mongo } from "mongoose";
import type { Member } from "../../../src/domain/members/member";
import { disconnectDatabase } from "../../../src/storage/connection";
import { buildGroup, buildMember } from "../../support/builders";
import { deposit, useBackupRoom } from "./backup-room";
import { byItself, jsonOf, onConnected } from "./tool";

describe("sajja backup", () => {
  const room = useBackupRoom();

  it("takes one moment out of a database under load, and gives every entry back byte for byte", async () => {
    const group = await buildGroup();
    const other = await buildGroup();
    const members = [await buildMember(group, { memberNo: "001" }), await buildMember(other, { memberNo: "001" })];
    let running = true;
    const load = [group, other].map(async (one, index) => {
      for (let n = 0; running; n++) await deposit(one, members[index] as Member, `${one.id}-${n}`);
    });
    while ((await room.rawEntries(room.sourceUri)).size < 20) await new Promise((resolve) => setTimeout(resolve, 10));
    const result = await room.backUp();
    const after = (await room.rawEntries(room.sourceUri)).size;
    running = false;
    await Promise.all(load);
    expect(result).toMatchObject({ code: 0, err: [] });
    const counts = jsonOf<{ collections: { name: string; count: number }[] }>(result).collections;
    const saved = counts.find(({ name }) => name === "journal_entries")?.count ?? 0;
    expect(saved).toBeGreaterThanOrEqual(20);
    expect(saved).toBeLessThanOrEqual(after);

    const target = room.newDatabase();
    const restored = await room.restoreInto(target);
    expect(restored).toMatchObject({ code: 0, err: [] });
    expect(jsonOf(restored)).toMatchObject({
      groups: 2,
      balanced: true,
      entries: saved + 2,
      series: { [group.id]: "A", [other.id]: "A" },
      missing: [],
    });
    const [before, now] = [await room.rawEntries(room.sourceUri), await room.rawEntries(target)];
    const added = [...now].filter(([id, bytes]) => !before.get(id)?.equals(bytes)).map(([, bytes]) => bytes);
    expect(added.map((bytes) => mongo.BSON.deserialize(bytes)["kind"])).toEqual(["ledger.restored", "ledger.restored"]);
    expect(now.size).toBe(saved + 2);
  });

  it("writes a file that shows nothing, for its owner alone, and replaces an older one whole", async () => {
    await buildMember(await buildGroup(), { memberNo: "001", name: "มาลี ทดสอบ" });
    await writeFile(room.file, "older");
    expect(await room.backUp()).toMatchObject({ code: 0 });
    const bytes = await readFile(room.file);
    expect(bytes.includes("มาลี")).toBe(false);
    expect((await stat(room.file)).mode & 0o777).toBe(0o600);
    expect(
      await onConnected(["backup", path.join(room.folder, "no", "such")], { env: room.env(room.sourceUri) }),
    ).toMatchObject({
      code: 1,
      err: [expect.stringContaining("cannot be written (ENOENT)")],
    });
  });

  it("makes its key once, where none is configured", async () => {
    await buildGroup();
    const dataDir = path.join(room.folder, "data");
    expect(await onConnected(["backup", room.file], { env: { DATA_DIR: dataDir } })).toMatchObject({ code: 0 });
    const keyFile = path.join(dataDir, "data-key");
    const key = await readFile(keyFile, "utf8");
    expect((await stat(keyFile)).mode & 0o777).toBe(0o600);
    expect(await onConnected(["backup", room.file], { env: { DATA_DIR: dataDir } })).toMatchObject({ code: 0 });
    expect(await readFile(keyFile, "utf8")).toBe(key);
    await disconnectDatabase();
    const target = room.newDatabase();
    const elsewhere = { MONGODB_URI: target, DATA_DIR: path.join(room.folder, "elsewhere") };
    expect(await byItself(["restore", room.file], elsewhere)).toMatchObject({
      code: 1,
      err: [expect.stringContaining("There is no key here")],
    });
    expect(await byItself(["restore", room.file], { ...elsewhere, SAJJA_DATA_KEY: key.trim() })).toMatchObject({
      code: 0,
    });
  });
});
