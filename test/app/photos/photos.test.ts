import { randomBytes } from "node:crypto";
import { beforeEach, describe, expect, it } from "@jest/globals";
import { getActor, type Actor } from "../../../src/app/people/actor";
import { destroyPhoto } from "../../../src/app/photos/destroy-photo";
import { describePhoto, openPhoto } from "../../../src/app/photos/open-photo";
import { newPhotoId } from "../../../src/app/photos/store-photo";
import { listLooks } from "../../../src/app/reports/list-looks";
import type { Group } from "../../../src/domain/groups/group";
import type { Office } from "../../../src/domain/groups/offices";
import type { Member } from "../../../src/domain/members/member";
import { photoPurposes, type Photo } from "../../../src/domain/photos/photo";
import { unseal } from "../../../src/media/seal";
import { saveGroups } from "../../../src/storage/groups";
import { driverOf } from "../../../src/storage/model";
import { PhotoViewModel } from "../../../src/storage/photo-views";
import { PhotoModel } from "../../../src/storage/photos";
import { inTransaction } from "../../../src/storage/tx";
import { buildGroup, buildMember, buildPerson } from "../../support/builders";
import { useDatabase } from "../../support/database";
import { buildOfficer, now } from "../ledger/support";
import { buildPhoto, pictureOf, vault } from "./support";

const look = { at: now, why: "page" } as const;
const minutesLater = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const open = (actor: Actor, photo: Photo, at = now) =>
  inTransaction((tx) => openPhoto(tx, actor, photo.id, { ...look, at }));
const viewsOf = (photo: Photo) => PhotoViewModel.find({ photoId: photo.id }).sort({ at: 1 }).lean();
const rawOf = (photo: Photo) => driverOf(PhotoModel).findOne({ _id: photo.id }, { promoteBuffers: true });

/** A member of a group with a phone of her own, and with an office where one is given. */
async function person(group: Group, office?: Omit<Office, "memberNo">): Promise<{ member: Member; actor: Actor }> {
  const known = await buildPerson(`U${randomBytes(16).toString("hex")}`);
  const member = await buildMember(group, { personId: known._id, ...(office ? { office } : {}) });
  return { member, actor: await inTransaction((tx) => getActor(tx, known)) };
}

describe("photos", () => {
  useDatabase();
  let group: Group;
  let treasurer: Actor;
  let sender: Member;
  beforeEach(async () => {
    group = await buildGroup();
    sender = (await person(group)).member;
    treasurer = await (await buildOfficer(group, { committee: "executive", position: "treasurer" })).actor();
  });

  it.each(photoPurposes)(
    "of purpose %s open to who reads the group's books, each look written down",
    async (purpose) => {
      const bytes = await pictureOf("a paper");
      const { photo } = await buildPhoto(group, sender, { purpose, bytes });
      const auditor = await person(group, { committee: "audit", position: "member" });
      const chair = await person(group, { committee: "executive", position: "chair" });
      for (const [minutes, actor] of [treasurer, auditor.actor, chair.actor].entries()) {
        const { sealed } = await open(actor, photo, minutesLater(minutes));
        expect(unseal(sealed, photo, vault.dataKeys).length).toBe(photo.size);
      }
      const views = await viewsOf(photo);
      expect(views.map(({ by, at, why }) => [by.position, at, why])).toEqual([
        ["executive.treasurer", now, "page"],
        ["audit.member", minutesLater(1), "page"],
        ["executive.chair", minutesLater(2), "page"],
      ]);
      expect(views[1]?.by).toMatchObject({ memberId: auditor.member.id, personId: auditor.actor.personId });
    },
  );

  it("stay shut, and nothing is told of them, to everybody else", async () => {
    const { photo } = await buildPhoto(group, sender);
    const other = await buildGroup();
    const former = await buildOfficer(group, { committee: "executive", position: "secretary" });
    group.officers = group.officers.filter(({ memberNo }) => memberNo !== former.member.memberNo);
    await saveGroups([group]);
    const stranger = await buildPerson(`U${randomBytes(16).toString("hex")}`);
    const refused: Actor[] = [
      (await person(group)).actor,
      (await person(group, { committee: "loan", position: "chair" })).actor,
      (await person(group, { committee: "promotion", position: "member" })).actor,
      (await person(group, { committee: "executive", position: "staff" })).actor,
      (await person(group, { committee: "executive", position: "member" })).actor,
      (await person(other, { committee: "executive", position: "chair" })).actor,
      (await person(other, { committee: "audit", position: "chair" })).actor,
      await former.actor(),
      await inTransaction((tx) => getActor(tx, stranger)),
    ];
    for (const actor of refused) {
      await expect(open(actor, photo)).rejects.toMatchObject({ code: "photo.not-yours", values: {} });
      const described = inTransaction((tx) => describePhoto(tx, actor, photo.id));
      await expect(described).rejects.toMatchObject({ code: "photo.not-yours" });
    }
    expect(await viewsOf(photo)).toEqual([]);
    const unknown = inTransaction((tx) => describePhoto(tx, treasurer, newPhotoId()));
    await expect(unknown).rejects.toMatchObject({ code: "photo.not-yours" });
  });

  it("tell who sent them and when", async () => {
    const { photo } = await buildPhoto(group, sender);
    const facts = await inTransaction((tx) => describePhoto(tx, treasurer, photo.id));
    expect(facts.sender).toEqual({ memberNo: sender.memberNo, name: sender.name, nickname: sender.nickname });
    expect(facts.photo).toEqual(photo);
    expect(await viewsOf(photo)).toEqual([]);
  });

  it("stand in the database as bytes that nobody can read, and none opens in another one's place", async () => {
    const [{ photo: one }, { photo: other }] = [await buildPhoto(group, sender), await buildPhoto(group, sender)];
    const raw = Buffer.from(((await rawOf(one))?.sealed?.bytes as Buffer).buffer);
    expect(raw.length).toBeGreaterThan(one.size);
    for (const mark of ["JFIF", "\xff\xd8\xff"]) expect(raw.includes(mark, 0, "latin1")).toBe(false);
    const [sealedOne, sealedOther] = [(await rawOf(one))?.sealed ?? null, (await rawOf(other))?.sealed ?? null];
    await driverOf(PhotoModel).updateOne({ _id: one.id }, { $set: { sealed: sealedOther } });
    await driverOf(PhotoModel).updateOne({ _id: other.id }, { $set: { sealed: sealedOne } });
    for (const photo of [one, other]) {
      const { sealed } = await open(treasurer, photo);
      expect(() => unseal(sealed, photo, vault.dataKeys)).toThrow("photo-changed");
    }
    await driverOf(PhotoModel).updateOne({ _id: one.id }, { $set: { sealed: sealedOne, aboutId: "another request" } });
    const moved = await open(treasurer, one);
    expect(() => unseal(moved.sealed, moved.photo, vault.dataKeys)).toThrow("photo-changed");
  });

  it("are recognised when the same file comes again, to another group too", async () => {
    const bytes = await pictureOf("one slip");
    const other = await buildGroup();
    const first = await buildPhoto(group, sender, { bytes });
    expect(first.seenBefore).toEqual([]);
    const again = await buildPhoto(other, (await person(other)).member, { bytes });
    expect(again.seenBefore).toEqual([first.photo]);
  });

  it("are destroyed by deleting the bytes; who did it, when and why stays", async () => {
    const { photo } = await buildPhoto(group, sender);
    const auditor = await person(group, { committee: "audit", position: "chair" });
    const deed = { why: "the request was withdrawn", now };
    const destroy = (actor: Actor) => inTransaction((tx) => destroyPhoto(tx, actor, photo.id, deed));
    await expect(destroy(auditor.actor)).rejects.toMatchObject({ code: "role.read-only" });
    await expect(destroy((await person(group)).actor)).rejects.toMatchObject({ code: "photo.not-yours" });
    expect((await open(treasurer, photo)).sealed.bytes.length).toBeGreaterThan(photo.size);

    await destroy(treasurer);

    const row = await rawOf(photo);
    expect(row).toMatchObject({ state: "destroyed", sealed: null, originalSha256: photo.originalSha256 });
    expect(row?.destroyed).toMatchObject({ at: now, why: deed.why, by: { position: "executive.treasurer" } });
    await expect(open(treasurer, photo)).rejects.toMatchObject({ code: "photo.destroyed" });
    await expect(destroy(treasurer)).rejects.toMatchObject({ code: "photo.destroyed" });
  });

  it("are destroyed once by two officers at the same moment", async () => {
    const { photo } = await buildPhoto(group, sender);
    const chair = await person(group, { committee: "executive", position: "chair" });
    const both = await Promise.allSettled(
      [treasurer, chair.actor].map((actor) =>
        inTransaction((tx) => destroyPhoto(tx, actor, photo.id, { why: "done", now })),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("are listed with every look at one for the auditor, and for nobody who does not read the books", async () => {
    const { photo } = await buildPhoto(group, sender);
    const elsewhere = await buildGroup();
    await buildPhoto(elsewhere, (await person(elsewhere)).member);
    await open(treasurer, photo);
    const auditor = await person(group, { committee: "audit", position: "member" });
    const list = (actor: Actor) => inTransaction((tx) => listLooks(tx, actor, { group, now }));
    const looks = await list(auditor.actor);
    expect(looks.map(({ at, by, what }) => [at, by?.position, what])).toEqual([
      [now, "treasurer", { photo: photo.purpose }],
    ]);
    await expect(list((await person(group)).actor)).rejects.toMatchObject({ code: "role.missing" });
  });
});
