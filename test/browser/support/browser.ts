import { afterAll, afterEach, beforeAll, expect } from "@jest/globals";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { launchChromium } from "../../../scripts/simulator/chromium";

/** How a page of the tests is opened. */
export interface Window {
  width?: number;
  height?: number;
  reducedMotion?: "reduce" | "no-preference";
  /** Stored by the page before it is opened. */
  storage?: Readonly<Record<string, unknown>>;
}

/** Real browser windows; what went wrong in them fails the test, and so does a look at any other host. */
export class Windows {
  browser!: Browser;
  readonly complaints: string[] = [];
  /** Origins beside a page's own that it may ask: of what it opens in itself. */
  readonly alsoAsked: string[] = [];
  private readonly contexts: BrowserContext[] = [];

  /** Opens an address in a window of its own. */
  async open(address: string, window: Window = {}): Promise<Page> {
    const { width = 1280, height = 900, reducedMotion = "no-preference", storage = {} } = window;
    const context = await this.browser.newContext({ viewport: { width, height }, reducedMotion, locale: "th-TH" });
    this.contexts.push(context);
    const entries = JSON.stringify(Object.entries(storage).map(([key, value]) => [key, JSON.stringify(value)]));
    await context.addInitScript(
      `for (const [key, value] of ${entries}) localStorage.getItem(key) ?? localStorage.setItem(key, value)`,
    );
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    page.on("pageerror", (error) => this.complaints.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") this.complaints.push(message.text());
    });
    page.on("request", (request) => {
      const url = request.url();
      const known = [new URL(address).origin, ...this.alsoAsked, "blob:"];
      if (!known.some((one) => url.startsWith(one))) this.complaints.push(`asked for ${url}`);
    });
    await page.goto(address);
    return page;
  }

  /** Closes every window. */
  async closeAll(): Promise<void> {
    for (const context of this.contexts.splice(0)) await context.close();
  }
}

/** A browser for the tests of a file. Without Chromium every test fails: nothing is skipped. */
export function useBrowser(): Windows {
  const windows = new Windows();
  beforeAll(async () => {
    windows.browser = await launchChromium();
  });
  afterEach(async () => {
    await windows.closeAll();
    expect(windows.complaints.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await windows.browser?.close();
  });
  return windows;
}
