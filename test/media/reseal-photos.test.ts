import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import type { Group } from "../../src/domain/groups/group";
import type { Member } from "../../src/domain/members/member";
import type { Photo } from "../../src/domain/photos/photo";
import { resealPhotos } from "../../src/media/reseal-photos";
import { keyIdOf, unseal } from "../../src/media/seal";
import { destroyBytes, findSealed, PhotoModel } from "../../src/storage/photos";
import { inTransaction } from "../../src/storage/tx";
import { buildPhoto, vault } from "../app/photos/support";
import { buildGroup, buildMember, buildPerson } from "../support/builders";
import { useDatabase } from "../support/database";

const [oldKey = ""] = vault.dataKeys;
const newKey = "6".repeat(64);
const sealedOf = (photo: Photo) => inTransaction((tx) => findSealed(tx, photo.id));

describe("a change of the key of photos", () => {
  useDatabase();
  let group: Group;
  let sender: Member;
  beforeEach(async () => {
    await PhotoModel.deleteMany({});
    group = await buildGroup();
    const person = await buildPerson(`U${randomBytes(16).toString("hex")}`);
    sender = await buildMember(group, { personId: person._id });
  });
  afterEach(() => PhotoModel.deleteMany({}));

  it("brings every kept photo under the new key, once, and leaves destroyed ones", async () => {
    const photos = [(await buildPhoto(group, sender)).photo, (await buildPhoto(group, sender)).photo];
    const gone = (await buildPhoto(group, sender)).photo;
    const by = { personId: null, memberId: null, position: "executive.chair" };
    await inTransaction((tx) => destroyBytes(tx, gone.id, { by, at: new Date(), why: "done" }));
    const before = await Promise.all(photos.map(async (photo) => unseal((await sealedOf(photo))!, photo, [oldKey])));

    expect(await resealPhotos([newKey, oldKey])).toEqual({ resealed: 2, unreadable: 0 });

    for (const [index, photo] of photos.entries()) {
      const sealed = await sealedOf(photo);
      expect(sealed?.keyId).toBe(keyIdOf(newKey));
      expect(unseal(sealed!, photo, [newKey])).toEqual(before[index]);
    }
    expect(await sealedOf(gone)).toBeNull();
    expect(await resealPhotos([newKey])).toEqual({ resealed: 0, unreadable: 0 });
  });

  it("tells how many open under no key, and goes on with the others", async () => {
    await buildPhoto(group, sender);
    expect(await resealPhotos([newKey])).toEqual({ resealed: 0, unreadable: 1 });
    const { photo } = await buildPhoto(group, sender);
    const sealed = await sealedOf(photo);
    await PhotoModel.updateOne({ _id: photo.id }, { $set: { aboutId: "moved" } });
    expect(await resealPhotos([newKey, oldKey])).toEqual({ resealed: 1, unreadable: 1 });
    expect(await sealedOf(photo)).toEqual(sealed);
  });

  it("holds where two run at once", async () => {
    await buildPhoto(group, sender);
    const both = await Promise.all([resealPhotos([newKey, oldKey]), resealPhotos([newKey, oldKey])]);
    expect(both.reduce((sum, { resealed }) => sum + resealed, 0)).toBeGreaterThanOrEqual(1);
    expect(await PhotoModel.countDocuments({ "sealed.keyId": keyIdOf(newKey) })).toBe(1);
  });
});
