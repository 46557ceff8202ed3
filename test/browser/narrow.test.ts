import { describe, expect, it } from "@jest/globals";
import type { Page } from "playwright-core";
import { baht } from "../../src/domain/money";
import { expectAccessible } from "./support/axe";
import { openRoom, useRooms } from "./support/room";

interface Sized {
  scrollWidth: number;
  clientWidth: number;
}

/** Nothing makes the whole page scroll sideways (WCAG 1.4.10). */
async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { scrollWidth, clientWidth } = await page.locator("html").evaluate((root: unknown) => ({
    scrollWidth: (root as Sized).scrollWidth,
    clientWidth: (root as Sized).clientWidth,
  }));
  expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
}

describe("the chat page on little room", () => {
  const { village, windows } = useRooms();

  it("shows one phone at a time at the width of a phone, marks the other when it has news, and covers it with the panel", async () => {
    const malee = await village.member({ name: "มาลี จอเล็ก", pledgeSavings: baht(700) });
    const wichai = await village.member({ name: "วิชัย จอเล็ก" });
    const room = await openRoom(windows, village, [malee, wichai], { width: 360, height: 740 });
    const [hers, his] = [room.phone("มาลี จอเล็ก"), room.phone("วิชัย จอเล็ก")];
    const tabs = room.page.getByRole("navigation", { name: "โทรศัพท์บนโต๊ะ" });

    await hers.says("ยอดเงิน");
    await hers.shows("เจ็ดร้อยบาทถ้วน");
    expect(await his.place.count()).toBe(0);
    await expectNoSidewaysScroll(room.page);
    await expectAccessible(room.page);

    await tabs.getByRole("button", { name: /วิชัย จอเล็ก/ }).click();
    await his.says("สวัสดี");
    await his.shows("สวัสดี");
    expect(await hers.place.count()).toBe(0);
    await malee.says("วันนัด");
    await tabs.getByRole("button", { name: /มาลี จอเล็ก.*มีข้อความใหม่/ }).waitFor();

    await his.place
      .getByRole("button", { name: /ดูเบื้องหลังข้อความ/ })
      .first()
      .click();
    await room.panel.getByText("POST /webhook").first().waitFor();
    await expectNoSidewaysScroll(room.page);
    await expectAccessible(room.page);
    await room.page.getByRole("button", { name: "ปิดแผงเบื้องหลัง" }).click();
    await his.place.waitFor();
  });

  it("can be used at 200 % zoom of a small screen", async () => {
    const malee = await village.member({ name: "มาลี ซูม", pledgeSavings: baht(700) });
    const room = await openRoom(windows, village, [malee], { width: 640, height: 360 });

    await room.phone("มาลี ซูม").says("ยอดเงิน");

    await room.phone("มาลี ซูม").shows("เจ็ดร้อยบาทถ้วน");
    await expectNoSidewaysScroll(room.page);
    await expectAccessible(room.page);
  });

  it("moves nothing for a person who asked for no movement", async () => {
    const malee = await village.member({ name: "มาลี ไม่ขยับ" });
    const room = await openRoom(windows, village, [malee], { reducedMotion: "reduce" });
    await room.phone("มาลี ไม่ขยับ").place.waitFor();
    const { origin, settings } = village.simulator;
    await fetch(`${origin}/v2/bot/chat/loading/start`, {
      method: "POST",
      headers: { authorization: `Bearer ${settings.channelAccessToken}`, "content-type": "application/json" },
      body: JSON.stringify({ chatId: malee.lineUserId, loadingSeconds: 20 }),
    });

    await room.phone("มาลี ไม่ขยับ").shows("สัจจะกำลังเตรียมคำตอบ");

    const moving = await room.page.evaluate("document.getAnimations().length");
    expect(moving).toBe(0);
  });
});
