import { spawn, type ChildProcess } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";

const root = join(__dirname, "../..");
/** Where the pictures are. */
export const folder = join(root, "docs/screenshots");
const startsWithinMs = 120_000;
const largestBytes = 200_000;

/** Starts a trial on free ports; gives its process and the address of its chat page. */
export async function startTrial(dataDir: string): Promise<{ trial: ChildProcess; address: string }> {
  const trial = spawn(process.execPath, [join(root, "node_modules/tsx/dist/cli.mjs"), "scripts/start.ts"], {
    cwd: root,
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      PORT: "0",
      SIMULATOR_PORT: "0",
      SAJJA_SIMULATOR: "on",
      LOG_LEVEL: "warn",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const address = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("the trial does not start")), startsWithinMs);
    let told = "";
    trial.stdout?.setEncoding("utf8").on("data", (text: string) => {
      told += text;
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(told);
      if (!found) return;
      clearTimeout(timer);
      resolve(found[0]);
    });
    trial.once("exit", () => reject(new Error(`the trial ended: ${told}`)));
  });
  return { trial, address };
}

/** Types a text and waits for an answer like that. */
export async function says(phone: Locator, text: string, answer: RegExp): Promise<void> {
  await phone.getByRole("textbox").fill(text);
  await phone.getByRole("textbox").press("Enter");
  await phone.getByRole("log").getByText(answer).last().waitFor();
}

/** Taps the newest button of that name and waits for an answer like that. */
export async function taps(phone: Locator, button: RegExp, answer: RegExp): Promise<void> {
  await phone.getByRole("button", { name: button }).last().click();
  await phone.getByRole("log").getByText(answer).last().waitFor();
}

/** Draws a picture under a name. Throws where it is too heavy for the docs. */
export async function save(target: Page | Locator, name: string, mostBytes = largestBytes): Promise<void> {
  const path = join(folder, `${name}.png`);
  await target.screenshot({ path, animations: "disabled" });
  const { size } = statSync(path);
  if (size > mostBytes) throw new Error(`${name}.png weighs ${size} bytes`);
  process.stdout.write(`docs/screenshots/${name}.png ${size}\n`);
}

/** The rich menus come some seconds after the start, and to a phone with the message after. */
export async function waitForMenus(address: string): Promise<void> {
  for (;;) {
    const state = (await (await fetch(`${address}/simulator/state`)).json()) as {
      richMenus: { menus: { hasImage: boolean }[] };
    };
    const { menus } = state.richMenus;
    if (menus.length >= 20 && menus.every(({ hasImage }) => hasImage)) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
