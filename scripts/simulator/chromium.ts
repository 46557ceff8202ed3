import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

const executablePath = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";

/** Nothing that asks other hosts, and no sandbox: a container's root has none. */
const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts Debian's Chromium, or the one that CHROMIUM_PATH names. Throws an Error where there is none: whoever needs it may not go on without. */
export function launchChromium(): Promise<Browser> {
  if (!existsSync(executablePath)) {
    throw new Error(`there is no Chromium at ${executablePath}: apt-get install chromium, or name it in CHROMIUM_PATH`);
  }
  return chromium.launch({ executablePath, args });
}
