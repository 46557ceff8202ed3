import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { launchChromium } from "./chromium";
import { drawDesk } from "./desk-screenshots";

/** Draws the pictures of the chat page in docs/screenshots from a trial that begins afresh: `npx tsx scripts/simulator/screenshots.ts`. */

const root = join(__dirname, "../..");
const folder = join(root, "docs/screenshots");
const startsWithinMs = 120_000;
const largestBytes = 200_000;

/** Starts a trial on free ports; gives its process and the address of its chat page. */
async function startTrial(dataDir: string): Promise<{ trial: ChildProcess; address: string }> {
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

async function says(phone: Locator, text: string, answer: RegExp): Promise<void> {
  await phone.getByRole("textbox").fill(text);
  await phone.getByRole("textbox").press("Enter");
  await phone.getByRole("log").getByText(answer).last().waitFor();
}

async function taps(phone: Locator, button: RegExp, answer: RegExp): Promise<void> {
  await phone.getByRole("button", { name: button }).last().click();
  await phone.getByRole("log").getByText(answer).last().waitFor();
}

async function save(target: Page | Locator, name: string): Promise<void> {
  const path = join(folder, `${name}.png`);
  await target.screenshot({ path, animations: "disabled" });
  const { size } = statSync(path);
  if (size > largestBytes) throw new Error(`${name}.png weighs ${size} bytes`);
  process.stdout.write(`docs/screenshots/${name}.png ${size}\n`);
}

/** The rich menus come some seconds after the start, and to a phone with the message after. */
async function waitForMenus(address: string): Promise<void> {
  for (;;) {
    const state = (await (await fetch(`${address}/simulator/state`)).json()) as {
      richMenus: { menus: { hasImage: boolean }[] };
    };
    const { menus } = state.richMenus;
    if (menus.length >= 20 && menus.every(({ hasImage }) => hasImage)) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

const [high, usual, wide, narrow] = [
  { width: 1260, height: 1000 },
  { width: 1220, height: 770 },
  { width: 1680, height: 960 },
  { width: 360, height: 740 },
];

async function drawAll(page: Page, address: string): Promise<void> {
  await page.setViewportSize(high);
  await page.goto(address);
  const phones = page.locator(".place");
  const [member, treasurer, secretary] = [phones.nth(0), phones.nth(1), phones.nth(2)];
  await member.waitFor();
  await waitForMenus(address);

  await page.getByRole("button", { name: /เลื่อนเวลา/ }).click();
  await page.getByRole("button", { name: /เช้าวันทำการ/ }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await says(member, "ยอดเงิน", /ยังไม่รวมเงินกู้/);
  await member.getByRole("group", { name: "เมนู" }).locator("img").waitFor();
  await save(member.locator(".phone"), "balance");

  await says(treasurer, "เปิดวันทำการ", /วันทำการ/);
  await taps(treasurer, /^ยืนยันเปิด/, /เปิดวันทำการแล้ว|เปิดแล้ว/);
  await says(treasurer, "รับ 012 สัจจะ 100", /หนึ่งร้อยบาทถ้วน/);
  await treasurer.getByRole("button", { name: "เมนู", exact: true }).click();
  await save(treasurer.locator(".phone"), "deposit");
  await taps(treasurer, /^ยืนยันรับ/, /ใบเสร็จรับเงิน/);
  await says(member, "วันนัด", /ใบเสร็จรับเงิน/);
  await member.getByRole("button", { name: "เมนู", exact: true }).click();
  await says(secretary, "สวัสดี", /เลือก/);
  await page.setViewportSize(usual);
  await treasurer
    .getByRole("button", { name: /ดูเบื้องหลังข้อความ/ })
    .last()
    .click();
  await page.getByText("replyMessage").first().waitFor();
  await save(page, "room");
  await page.keyboard.press("Escape");
  await page.setViewportSize(narrow);
  await save(page, "narrow");

  await page.setViewportSize(usual);
  await page.goto(`${address}/#gallery`);
  await page.getByRole("searchbox").fill("deposit");
  await page.locator("figure").first().waitFor();
  await page.getByRole("searchbox").blur();
  await save(page, "gallery");
}

/** The whole table, smaller than life so that four phones fit. */
async function drawTable(page: Page, address: string): Promise<void> {
  await page.setViewportSize(wide);
  await page.goto(address);
  await page.getByRole("log").getByText("ใบเสร็จรับเงิน").first().waitFor();
  await save(page, "table");
}

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const dataDir = mkdtempSync(join(tmpdir(), "sajja-screenshots-"));
  const { trial, address } = await startTrial(dataDir);
  const browser = await launchChromium();
  try {
    const lifeSize = await browser.newPage({ locale: "th-TH" });
    lifeSize.setDefaultTimeout(60_000);
    await drawAll(lifeSize, address);
    await drawDesk(browser, address, save);
    await drawTable(await browser.newPage({ locale: "th-TH", deviceScaleFactor: 0.75 }), address);
  } finally {
    await browser.close();
    const ended = new Promise((resolve) => trial.once("exit", resolve));
    trial.kill();
    await ended;
    rmSync(dataDir, { recursive: true, force: true });
  }
}

void main();
