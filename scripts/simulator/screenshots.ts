import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { launchChromium } from "./chromium";
import { drawDesk } from "./desk-screenshots";
import { folder, save, says, startTrial, taps, waitForMenus } from "./pictures";
import { drawWorkingDay } from "./working-day-screenshots";

/**
 * Draws the pictures in docs/screenshots, each kind from a trial that begins afresh: `npx tsx scripts/simulator/screenshots.ts`, or with `room`
 * or `day` behind it for one kind alone.
 */

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

async function drawRoom(browser: Browser, address: string): Promise<void> {
  const lifeSize = await browser.newPage({ locale: "th-TH" });
  lifeSize.setDefaultTimeout(60_000);
  await drawAll(lifeSize, address);
  await drawDesk(browser, address, save);
  await drawTable(await browser.newPage({ locale: "th-TH", deviceScaleFactor: 0.75 }), address);
}

const kinds = { room: drawRoom, day: drawWorkingDay };

async function drawFromTrial(draw: (browser: Browser, address: string) => Promise<void>): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), "sajja-screenshots-"));
  const { trial, address } = await startTrial(dataDir);
  const browser = await launchChromium();
  try {
    await draw(browser, address);
  } finally {
    await browser.close();
    const ended = new Promise((resolve) => trial.once("exit", resolve));
    trial.kill();
    await ended;
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const [wanted] = process.argv.slice(2);
  for (const [kind, draw] of Object.entries(kinds))
    if (wanted === undefined || wanted === kind) await drawFromTrial(draw);
}

void main();
