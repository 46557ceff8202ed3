import { afterEach } from "@jest/globals";
import type { Page } from "playwright-core";
import { createSimulator, type Simulator } from "../../../scripts/simulator/core";
import { createPage } from "../../../scripts/simulator/page-server";
import type { Windows } from "./browser";

/** The gallery of cards of a simulator without people, in windows of these; it stops after each test. */
export function useGallery(windows: Windows): { openGallery(width?: number): Promise<Page> } {
  let simulator: Simulator | null = null;
  afterEach(() => simulator?.stop());
  return {
    async openGallery(width = 1280) {
      simulator = createSimulator({
        channelSecret: "secret-of-tests",
        channelAccessToken: "token",
        page: await createPage(),
      });
      const { origin } = await simulator.start();
      const page = await windows.open(`${origin}/#gallery`, { width });
      await page.getByRole("heading", { name: "depositReceipt", exact: true }).waitFor();
      return page;
    },
  };
}
