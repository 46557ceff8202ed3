import { describe, expect, it } from "@jest/globals";
import { loadImage } from "@napi-rs/canvas";
import request from "supertest";
import { newPhotoId } from "../../../src/app/photos/store-photo";
import type { Photo } from "../../../src/domain/photos/photo";
import { driverOf } from "../../../src/storage/model";
import { PersonModel } from "../../../src/storage/persons";
import { PhotoViewModel } from "../../../src/storage/photo-views";
import { PhotoModel } from "../../../src/storage/photos";
import { buildPhoto } from "../../app/photos/support";
import { refusalOf } from "../../support/refusals";
import { useVillage } from "../../support/village";
import { pageOf, withToken } from "./support";

const viewsOf = (photo: Photo) => PhotoViewModel.countDocuments({ photoId: photo.id });

describe("the photos of the API", () => {
  const village = useVillage();

  async function paper() {
    const malee = await village.member({ memberNo: "012", name: "มาลี ทองดี", nickname: "มาลี" });
    const { photo } = await buildPhoto(village.group, malee.member);
    return { malee, photo, path: `/api/photos/${photo.id}`, picture: `/api/photos/${photo.id}/picture` };
  }

  it("tell who sent one and when, and give the picture once the look is written down", async () => {
    const { photo, path, picture } = await paper();
    const page = pageOf(village, await village.officer("treasurer"));

    const told = await page.get(path);
    expect([told.status, told.headers["cache-control"]]).toEqual([200, "no-store"]);
    expect(told.body).toEqual({
      language: "th",
      group: village.group.name.th,
      title: "กระดาษที่เซ็นชื่อแล้ว",
      sentBy: "012 มาลี ทองดี (มาลี)",
      sentAt: "พฤ. 5 มี.ค. 2569 09.12\u00a0น.",
      width: 400,
      height: 200,
    });
    expect(await viewsOf(photo)).toBe(0);

    const shown = await page.get(picture);
    expect([shown.status, shown.type, shown.headers["cache-control"]]).toEqual([200, "image/jpeg", "no-store"]);
    expect((await loadImage(shown.body as Buffer)).width).toBe(400);
    expect(await viewsOf(photo)).toBe(1);
  });

  it("are refused in plain words to the wrong person, whose look is none", async () => {
    const { malee, photo, path, picture } = await paper();
    const english = await village.member({ language: "en" });
    const elsewhere = await village.officer("chair", { group: await village.addGroup() });
    for (const villager of [malee, elsewhere]) {
      const refused = await pageOf(village, villager).get(picture);
      expect([refused.status, refused.body.error]).toEqual([403, "photo.not-yours"]);
      expect(refused.body.what).toMatch(refusalOf("photo.not-yours"));
      expect(Object.keys(refused.body as object)).toEqual(["error", "language", "what", "rule", "wayOut"]);
    }
    expect((await pageOf(village, english).get(path)).body.what).toMatch(refusalOf("photo.not-yours", "en"));
    for (const id of [newPhotoId(), "x", "%2e%2e"])
      expect((await pageOf(village, malee).get(`/api/photos/${id}`)).body.error).toBe("photo.not-yours");
    expect(await viewsOf(photo)).toBe(0);
  });

  it("are refused to a stranger, a locked phone, without consent, and once the office is gone", async () => {
    const { photo, picture } = await paper();
    const asked = async (villager: Parameters<typeof pageOf>[1]) => {
      const { status, body } = await pageOf(village, villager).get(picture);
      return [status, body.error];
    };
    expect(await asked(await village.stranger())).toEqual([401, "person.unknown"]);
    const quiet = await village.officer("chair", { consent: null });
    expect(await asked(quiet)).toEqual([403, "person.no-consent"]);
    const locked = await village.officer("secretary");
    await PersonModel.updateOne({ lineUserId: locked.lineUserId }, { $set: { lockedAt: new Date() } });
    expect(await asked(locked)).toEqual([423, "person.locked"]);
    const treasurer = await village.officer("treasurer");
    expect(await asked(treasurer)).toEqual([200, undefined]);
    await village.changeGroup((group) => (group.officers = []));
    expect(await asked(treasurer)).toEqual([403, "photo.not-yours"]);
    expect(await viewsOf(photo)).toBe(1);
  });

  it("are refused without a token, with another's, and with one that has expired", async () => {
    const { photo, picture } = await paper();
    const treasurer = await village.officer("treasurer");
    const origin = `http://127.0.0.1:${village.sajja.port}`;
    expect((await request(origin).get(picture)).body.error).toBe("page.not-signed-in");
    for (const claims of [{ audience: "2000000002" }, { issuer: "https://example.org" }]) {
      const { status, body } = await pageOf(village, treasurer, claims).get(picture);
      expect([status, body.error]).toEqual([401, "page.not-signed-in"]);
    }
    const token = treasurer.phone.idToken();
    expect((await withToken(village, token).get(picture)).status).toBe(200);
    await village.moveTo(village.today, "10:45");
    const replayed = await withToken(village, token).get(picture);
    expect([replayed.status, replayed.body.error]).toEqual([401, "page.expired"]);
    expect(replayed.body.what).toMatch(refusalOf("page.expired"));
    expect(await viewsOf(photo)).toBe(1);
  });

  it("say one neutral sentence where the bytes are not those that were sealed, and nothing of why", async () => {
    const { photo, picture } = await paper();
    await driverOf(PhotoModel).updateOne({ _id: photo.id }, { $set: { purpose: "bank-passbook" } });
    const { status, body } = await pageOf(village, await village.officer("treasurer")).get(picture);
    expect([status, Object.keys(body as object)]).toEqual([500, ["error", "language", "what"]]);
    expect(JSON.stringify(body)).not.toMatch(/seal|changed|key|Error/);
  });
});
