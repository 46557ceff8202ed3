import { describe, expect, it } from "@jest/globals";
import type { Page } from "playwright-core";
import { baht } from "../../src/domain/money";
import { openRoom, useRooms } from "./support/room";

/** Presses Tab until the element with the focus has a name that fits. */
async function tabTo(page: Page, name: RegExp, mostTabs = 60): Promise<void> {
  const seen: string[] = [];
  for (let tabs = 0; tabs < mostTabs; tabs += 1) {
    await page.keyboard.press("Tab");
    const focused = page.locator(":focus");
    if ((await focused.count()) === 0) continue; // After the last one the browser's own buttons have it.
    const text = (await focused.getAttribute("aria-label")) ?? (await focused.textContent()) ?? "";
    if (name.test(text)) return;
    seen.push(text);
  }
  throw new Error(`no ${String(name)} by the keyboard among: ${seen.join(" | ")}`);
}

describe("the chat page by keyboard alone", () => {
  const { village, windows } = useRooms({ today: "2026-03-05" });

  it("records a deposit, looks behind it, and comes back to where it was", async () => {
    const treasurer = await village.treasurerOnWorkingDay({ name: "สมศรี แป้นพิมพ์" });
    await village.member({ memberNo: "012", pledgeSavings: baht(400) });
    const room = await openRoom(windows, village, [treasurer]);
    const phone = room.phone("สมศรี แป้นพิมพ์");
    const { page } = room;

    await tabTo(page, /ข้อความถึง/);
    await page.keyboard.type("รับ 012 สัจจะ 100");
    await page.keyboard.press("Enter");
    await phone.shows("หนึ่งร้อยบาทถ้วน");
    await tabTo(page, /^ยืนยันรับ 100/, 80);
    await page.keyboard.press("Enter");
    await phone.shows("2569/000001");
    expect(await village.entries("savings.deposit")).toHaveLength(1);

    await phone.place
      .getByRole("button", { name: /ดูเบื้องหลังข้อความ/ })
      .last()
      .focus();
    await page.keyboard.press("Enter");
    await room.panel.getByText("replyMessage").waitFor();
    await tabTo(page, /^เนื้อความ/);
    await page.keyboard.press("Escape");
    await room.panel.waitFor({ state: "detached" });
    expect(await page.locator(":focus").textContent()).toContain("ดูเบื้องหลังข้อความ");
  });

  it("keeps the keyboard in a window until Escape, and gives it back", async () => {
    const malee = await village.member({ name: "มาลี แป้นพิมพ์" });
    const { page } = await openRoom(windows, village, [malee]);

    await tabTo(page, /เลื่อนเวลา/);
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor();
    await tabTo(page, /อีก 3 วัน/);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect(await page.locator(":focus").textContent()).toContain("เลื่อนเวลา");
  });
});
