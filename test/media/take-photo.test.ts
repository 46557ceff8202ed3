import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import mongoose from "mongoose";
import type { GroupId, PhotoId } from "../../src/domain/ids";
import { startEmbedded, type Embedded } from "../../src/embedded-mongodb/launch";
import { unseal } from "../../src/media/seal";
import { takePhoto, vaultOf, type Vault } from "../../src/media/take-photo";
import { connectDatabase, disconnectDatabase } from "../../src/storage/connection";
import { databaseSpace } from "../../src/storage/database-space";
import { twoHalves } from "./pictures";

const vault: Vault = { dataKeys: ["1".repeat(64)], databaseLimitBytes: null };
const photo = {
  id: "0123456789abcdef0123456789abcdef" as PhotoId,
  groupId: "namkhao" as GroupId,
  purpose: "signed-paper",
  aboutId: "request-1",
} as const;

const maxBytes = 1_000_000;

/** Fills the database with documents until this many bytes of it are used. */
async function fillTo(bytes: number): Promise<void> {
  const stuff = mongoose.connection.db?.collection("stuff");
  while ((await databaseSpace(null)).used < bytes) await stuff?.insertOne({ text: "x".repeat(20_000) });
}

describe("taking a photo", () => {
  let database: Embedded;
  beforeAll(async () => {
    database = await startEmbedded({ mode: "memory", maxBytes, log: () => undefined });
    await connectDatabase(database.uri);
  });
  afterAll(async () => {
    await disconnectDatabase();
    await database.stop();
  });

  it("gives it encrypted for what it is", async () => {
    const bytes = await twoHalves().encode("png");
    const taken = await takePhoto(photo, { bytes, declaredType: "image/png" }, vault);
    expect(taken).toMatchObject({ ...photo, width: 400, height: 200 });
    const jpeg = unseal(taken.sealed, photo, vault.dataKeys);
    expect([jpeg.length, jpeg.toString("latin1", 6, 10)]).toEqual([taken.size, "JFIF"]);
  });

  it("refuses in words where 70 % of the database are used, and the database goes on", async () => {
    const file = { bytes: await twoHalves().encode("jpeg"), declaredType: null };
    await fillTo(0.6 * maxBytes);
    expect((await takePhoto(photo, file, vault)).width).toBe(400);
    await fillTo(0.7 * maxBytes);
    await expect(takePhoto(photo, file, vault)).rejects.toMatchObject({ code: "photo.no-room" });
    await mongoose.connection.db?.collection("ledger").insertOne({ entry: "of money" });
  });

  it("goes by the limit that the operator names where there is one", async () => {
    const file = { bytes: await twoHalves().encode("jpeg"), declaredType: null };
    expect((await takePhoto(photo, file, { ...vault, databaseLimitBytes: 10 * maxBytes })).width).toBe(400);
    const full = takePhoto(photo, file, vaultOf({ dataKeys: vault.dataKeys, databaseLimitMb: 1 }));
    await expect(full).rejects.toMatchObject({ code: "photo.no-room" });
  });
});
