import { beforeAll, describe, expect, it } from "@jest/globals";
import { createMenuClient } from "../../scripts/rich-menus/client";
import { richMenus } from "../../scripts/rich-menus/menus";
import { publishMenus } from "../../scripts/rich-menus/publish";
import { baht } from "../../src/domain/money";
import { expectAccessible } from "./support/axe";
import { openRoom, useRooms } from "./support/room";

interface Picture {
  naturalWidth: number;
  decode(): Promise<void>;
}

const isOurs = ({ alias, language }: { alias: string; language: string }): boolean =>
  language === "th" && (alias.includes("member") || alias.includes("committee"));

describe("a member at the chat page", () => {
  const { village, windows } = useRooms({ today: "2026-03-01" });

  beforeAll(async () => {
    const { origin, settings } = village.simulator;
    const client = createMenuClient({
      accessToken: settings.channelAccessToken,
      apiBaseUrl: origin,
      dataApiBaseUrl: origin,
    });
    await publishMenus(client, richMenus().filter(isOurs));
  });

  it("types ยอดเงิน and sees the card, with a read mark, the time and the Buddhist day", async () => {
    const malee = await village.member({ name: "มาลี แก้วมณี", memberNo: "012", pledgeSavings: baht(4_200) });
    const room = await openRoom(windows, village, [malee]);
    const phone = room.phone("มาลี แก้วมณี");

    await phone.says("ยอดเงิน");

    await phone.shows("สี่พันสองร้อยบาทถ้วน");
    await phone.shows("4,200 บาท");
    await phone.shows("อา. 1 มี.ค. 2569");
    await phone.shows("อ่านแล้ว");
    await phone.shows(/^09\.\d\d\sน\.$/);
    await expectAccessible(room.page);
  });

  it("opens and closes the rich menu, taps a tile, and has the picture's areas by name", async () => {
    const malee = await village.member({ name: "มาลี เมนู", memberNo: "013", pledgeSavings: baht(300) });
    await malee.says("สวัสดี");
    const room = await openRoom(windows, village, [malee]);
    const phone = room.phone("มาลี เมนู");
    const menu = phone.place.getByRole("group", { name: "เมนู" });

    await menu.waitFor();
    const areas = await menu.getByRole("button").all();
    const labels = await Promise.all(areas.map((area) => area.getAttribute("aria-label")));
    expect(labels).toEqual(["ยอดเงิน", "แจ้งโอน", "เงินกู้", "สวัสดิการ", "วันนัด", "ถาม-คุยกับคน"]);
    const width = await menu
      .locator("img")
      .evaluate((picture: unknown) => (picture as Picture).decode().then(() => (picture as Picture).naturalWidth));
    expect(width).toBe(2500);
    await menu.getByRole("button", { name: "ยอดเงิน" }).click();
    await phone.shows("สามร้อยบาทถ้วน");
    await expectAccessible(room.page);
    await phone.place.getByRole("button", { name: "เมนู", exact: true }).click();
    await menu.waitFor({ state: "detached" });
  });

  it("switches tabs of the rich menu where a person has several roles", async () => {
    const treasurer = await village.officer("treasurer", { name: "สมศรี สองหน้าที่" });
    await treasurer.says("สวัสดี");
    const room = await openRoom(windows, village, [treasurer]);
    const menu = room.phone("สมศรี สองหน้าที่").place.getByRole("group", { name: "เมนู" });

    await menu.getByRole("button", { name: "กรรมการ" }).click();

    await menu.getByRole("button", { name: "วันทำการ" }).waitFor();
    await menu.getByRole("button", { name: "สมาชิก", exact: true }).first().click();
    await menu.getByRole("button", { name: "เงินกู้" }).waitFor();
  });

  it("answers a quick reply, which is gone afterwards", async () => {
    const malee = await village.member({ name: "มาลี ปุ่มลัด", memberNo: "014" });
    const room = await openRoom(windows, village, [malee]);
    const phone = room.phone("มาลี ปุ่มลัด");
    const quick = phone.place.getByRole("group", { name: "ปุ่มลัด" });

    await phone.says("ภาษา");
    await quick.getByRole("button", { name: "English" }).click();
    await phone.shows("From now on in English.");
    await quick.getByRole("button", { name: "English" }).waitFor({ state: "detached" });
  });
});
