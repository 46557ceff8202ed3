import type { Browser, FrameLocator, Page } from "playwright-core";

/** Draws a picture under a name. */
type Save = (target: ReturnType<Page["locator"]>, name: string) => Promise<void>;

async function openDesk(page: Page): Promise<FrameLocator> {
  await page.getByRole("textbox").fill("โต๊ะรับเงิน");
  await page.getByRole("textbox").press("Enter");
  await page.getByRole("button", { name: "เปิดโต๊ะรับเงิน" }).last().click();
  const desk = page.frameLocator("iframe");
  await desk.getByRole("heading", { name: "โต๊ะรับเงิน", exact: true }).waitFor();
  await desk.locator("html").evaluate("document.fonts.ready.then(() => undefined)");
  return desk;
}

/** The LINE id of the treasurer, whose phone lies second on the table. */
async function treasurerOf(browser: Browser, address: string): Promise<string> {
  const page = await browser.newPage({ locale: "th-TH" });
  await page.goto(address);
  const id = await page.locator(".place").nth(1).getAttribute("id");
  await page.close();
  return (id ?? "").replace("phone-", "");
}

/** Draws the desk page on the treasurer's phone and on a tablet: her working day is open. */
export async function drawDesk(browser: Browser, address: string, save: Save): Promise<void> {
  const officer = await treasurerOf(browser, address);
  const context = await browser.newContext({ locale: "th-TH", viewport: { width: 360, height: 860 } });
  const table = JSON.stringify(JSON.stringify([{ user: officer, group: null }]));
  await context.addInitScript(`localStorage.setItem("sajja.phones", ${table})`);
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(address);
  const phone = await openDesk(page);
  const all = phone.getByRole("button", { name: /^รับครบ/ });
  await all.first().click();
  await all.first().click();
  await phone.getByText(/รับแล้ว/).first().waitFor();
  await phone.locator("html").evaluate("scrollTo(0, 0)");
  await save(page.locator("iframe"), "desk-phone");
  await phone
    .getByRole("button", { name: /^ยอดอื่น/ })
    .nth(3)
    .click();
  await phone.getByRole("heading", { name: /^ยอดอื่น/ }).waitFor();
  await save(page.locator("iframe"), "desk-sums");
  await phone.getByRole("button", { name: "กลับ" }).click();

  await page.setViewportSize({ width: 800, height: 900 });
  await page.reload();
  const tablet = await openDesk(page);
  await tablet
    .getByRole("button", { name: /^รับครบ/ })
    .first()
    .click();
  // The simulator's phones are narrow: the page gets the tablet's whole screen.
  await page.evaluate(`(() => {
    const frame = document.querySelector(".liff");
    for (let around = frame.parentElement; around; around = around.parentElement)
      around.style.cssText = "transform: none; contain: none; container-type: normal; filter: none; overflow: visible";
    frame.style.cssText = "position: fixed; inset: 0; z-index: 9";
  })()`);
  await tablet.locator("html").evaluate("scrollTo(0, 0)");
  await save(page.locator("iframe"), "desk-tablet");
  await context.close();
}
