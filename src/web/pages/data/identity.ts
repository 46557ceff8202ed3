import type { PageSettings } from "../../pages-server";
import { idTokenQuestion, isIdTokenAnswer } from "./stand-in-messages";

const simulatorPatienceMs = 5_000;

/** The ID token of whoever opened this page: from LINE, or from the simulator that stands in for it. "" where nobody tells. */
export async function readIdToken(): Promise<string> {
  const { liffId, simulatorOrigin } = await readSettings();
  if (simulatorOrigin !== null) return askSimulator(simulatorOrigin);
  // Only where LINE is real: it is most of a page's weight.
  const { askLine } = await import("./line");
  return askLine(liffId);
}

/** Opens the page anew from LINE, at the address that it has there: with it comes a new ID token. */
export async function reopen(linkOf: (liffId: string) => string): Promise<void> {
  const { liffId, simulatorOrigin } = await readSettings();
  if (simulatorOrigin === null) location.assign(linkOf(liffId));
  else location.reload();
}

async function readSettings(): Promise<PageSettings> {
  return (await (await fetch("/pages/settings.json")).json()) as PageSettings;
}

/** Asks the window around this page, and believes no other. */
function askSimulator(origin: string): Promise<string> {
  return new Promise((resolve) => {
    if (window.parent === window) return resolve("");
    const timer = setTimeout(() => resolve(""), simulatorPatienceMs);
    addEventListener("message", (event: MessageEvent) => {
      if (event.source !== window.parent || event.origin !== origin || !isIdTokenAnswer(event.data)) return;
      clearTimeout(timer);
      resolve(event.data.idToken);
    });
    window.parent.postMessage(idTokenQuestion, origin);
  });
}
