import { afterEach } from "@jest/globals";
import type { Locator, Page } from "playwright-core";
import { builtPage, webPages } from "../../../scripts/page-build";
import { createPage } from "../../../scripts/simulator/page-server";
import type { Villager } from "../../support/villager";
import { useVillage, type Village, type VillageOptions } from "../../support/village";
import { useBrowser, type Window, type Windows } from "./browser";

/** One phone on the page. */
export class PhoneOnPage {
  constructor(readonly place: Locator) {}

  /** The messages of its chat. */
  get chat(): Locator {
    return this.place.getByRole("log");
  }

  /** Types a text and sends it by Enter. */
  async says(text: string): Promise<void> {
    await this.place.getByRole("textbox").fill(text);
    await this.place.getByRole("textbox").press("Enter");
  }

  /** Taps the newest button of that name. */
  async taps(name: string | RegExp): Promise<void> {
    await this.place.getByRole("button", { name }).last().click();
  }

  /** Waits until a text stands in the chat. */
  async shows(text: string | RegExp): Promise<void> {
    await this.chat.getByText(text).last().waitFor();
  }
}

/** The chat page with phones on its table. */
export class Room {
  constructor(readonly page: Page) {}

  /** The phone of that person; in a group chat where one is named. */
  phone(name: string, group?: string): PhoneOnPage {
    const label = group === undefined ? `โทรศัพท์ของ ${name}` : `โทรศัพท์ของ ${name} ในห้อง ${group}`;
    return new PhoneOnPage(this.page.getByRole("region", { name: label, exact: true }));
  }

  /** The side panel. */
  get panel(): Locator {
    return this.page.getByRole("complementary", { name: "เบื้องหลัง" });
  }
}

/** A village with its chat page, and windows to look at it. */
export function useRooms(options: Omit<VillageOptions, "page" | "pagesFolder"> = {}): {
  village: Village;
  windows: Windows;
} {
  const windows = useBrowser();
  // Named before the village's own hooks, which look at what is left once everything is worked off.
  afterEach(async () => {
    await windows.closeAll();
    await village.settle();
  });
  const village = useVillage({
    ...options,
    page: (pagesAt) => createPage({ pagesAt }),
    pagesFolder: () => builtPage(webPages),
  });
  return { village, windows };
}

/** Opens the chat page with the phones of these people on the table. */
export async function openRoom(
  windows: Windows,
  village: Village,
  people: readonly Villager[],
  window: Window = {},
): Promise<Room> {
  const table = people.map(({ lineUserId }) => ({ user: lineUserId, group: null }));
  const page = await windows.open(village.simulator.origin, {
    ...window,
    storage: { "sajja.phones": table, ...window.storage },
  });
  await page.getByRole("log").first().waitFor();
  return new Room(page);
}
