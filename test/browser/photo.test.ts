import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "@jest/globals";
import type { FrameLocator, Page } from "playwright-core";
import type { Photo } from "../../src/domain/photos/photo";
import { createLineClient } from "../../src/line/client";
import { photoLink } from "../../src/messages/page-links";
import { PhotoViewModel } from "../../src/storage/photo-views";
import { buildPhoto } from "../app/photos/support";
import { lineAddress } from "../support/menus";
import type { Villager } from "../support/villager";
import { expectAccessible } from "./support/axe";
import { openRoom, useRooms, type PhoneOnPage } from "./support/room";

interface Picture {
  naturalWidth: number;
  decode(): Promise<void>;
}

describe("a photo in LINE", () => {
  const { village, windows } = useRooms();
  beforeAll(() => void windows.alsoAsked.push(`http://127.0.0.1:${village.sajja.port}`));

  const viewsOf = (photo: Photo) => PhotoViewModel.countDocuments({ photoId: photo.id });

  /** Sends a card with the photo's link to a phone; forwarded, it is the same card. */
  async function sendLink(to: Villager, photo: Photo): Promise<void> {
    const { liffId } = village.simulator.settings;
    const button = { type: "button", action: { type: "uri", label: "ดูรูป", uri: photoLink(photo.id) } };
    const body = { type: "box", layout: "vertical", contents: [button] };
    const card = { type: "flex", altText: "มีรูป", contents: { type: "bubble", body } };
    const client = createLineClient({ ...lineAddress(village), channelSecrets: [], loginChannelId: null, liffId });
    await client.push(to.lineUserId, [card], randomUUID());
  }

  async function paper(): Promise<Photo> {
    const malee = await village.member({ memberNo: "012", name: "มาลี ทองดี", nickname: "มาลี" });
    return (await buildPhoto(village.group, malee.member)).photo;
  }

  const pageIn = (phone: PhoneOnPage): FrameLocator => phone.place.frameLocator("iframe");

  const noSidewaysScroll = (page: Page) =>
    page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth");

  it("opens in the phone of who may see it: the picture, who sent it and when, and that the look is written down", async () => {
    const photo = await paper();
    const treasurer = await village.officer("treasurer", { name: "สมศรี เหรัญญิก" });
    const room = await openRoom(windows, village, [treasurer], { width: 360, height: 780 });
    const phone = room.phone("สมศรี เหรัญญิก");
    await sendLink(treasurer, photo);

    await phone.taps("ดูรูป");

    const page = pageIn(phone);
    await page.getByRole("heading", { name: "กระดาษที่เซ็นชื่อแล้ว" }).waitFor();
    const width = await page
      .getByRole("img", { name: "กระดาษที่เซ็นชื่อแล้ว" })
      .evaluate((picture: unknown) => (picture as Picture).decode().then(() => (picture as Picture).naturalWidth));
    expect(width).toBe(400);
    await page.getByText("012 มาลี ทองดี (มาลี)").waitFor();
    await page.getByText(/^พฤ\. 5 มี\.ค\. 2569/).waitFor();
    await page.getByText(/ถูกจดไว้แล้ว/).waitFor();
    expect(await viewsOf(photo)).toBe(1);
    await expectAccessible(room.page);
    expect(await noSidewaysScroll(room.page)).toBe(true);

    await phone.place.getByRole("button", { name: "ปิด" }).press("Enter");
    await phone.place.locator("iframe").waitFor({ state: "detached" });
  });

  it("stays shut to whoever the card was forwarded to, and says so in plain words of their language", async () => {
    const photo = await paper();
    const somchai = await village.member({ name: "สมชาย คนอื่น" });
    const english = await village.officer("chair", {
      name: "Elsewhere Chair",
      group: await village.addGroup(),
      language: "en",
    });
    const stranger = await village.stranger("คนแปลกหน้า");
    const room = await openRoom(windows, village, [somchai, english, stranger]);
    for (const [villager, name, text] of [
      [somchai, "สมชาย คนอื่น", "ไลน์นี้เปิดดูรูปนี้ไม่ได้"],
      [english, "Elsewhere Chair", "This LINE account cannot open this picture"],
      [stranger, "คนแปลกหน้า", "ยังไม่รู้ว่าคุณเป็นสมาชิกคนไหน"],
    ] as const) {
      await sendLink(villager, photo);
      await room.phone(name).taps("ดูรูป");
      const page = pageIn(room.phone(name));
      await page.getByRole("heading", { name: text }).waitFor();
      expect(await page.locator("img").count()).toBe(0);
    }
    await expectAccessible(room.page);
    windows.complaints.splice(0); // The browser notes each refused request by itself.
    expect(await viewsOf(photo)).toBe(0);
  });

  it("opens nothing in a browser that nobody answers for", async () => {
    const photo = await paper();
    const page = await windows.open(`http://127.0.0.1:${village.sajja.port}/pages/photo/${photo.id}`, { width: 360 });
    await page.getByRole("heading", { name: "ยังไม่รู้ว่าคุณเป็นใคร หน้านี้จึงยังเปิดไม่ได้" }).waitFor();
    await expectAccessible(page);
    expect(await noSidewaysScroll(page)).toBe(true);
    windows.complaints.splice(0);
    expect(await viewsOf(photo)).toBe(0);
  });
});
