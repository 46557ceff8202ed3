import { describe, expect, it } from "@jest/globals";
import { galleryCards } from "../../scripts/cards/gallery";
import { expectAccessible } from "./support/axe";
import { useBrowser } from "./support/browser";
import { useGallery } from "./support/gallery";

describe("the gallery of cards", () => {
  const { openGallery } = useGallery(useBrowser());

  it("draws every card and text in its language, and can be searched", async () => {
    const page = await openGallery();
    const thai = galleryCards().filter(({ language }) => language === "th");

    expect(await page.locator("figure").count()).toBe(thai.length);
    await page.getByRole("searchbox").fill("depositReceipt");
    expect(await page.locator("figure").count()).toBe(thai.filter(({ name }) => name === "depositReceipt").length);
    await page.getByRole("group", { name: "ภาษา" }).getByRole("button", { name: "English" }).click();
    const english = page.locator("figure[lang=en]");
    await english.first().waitFor();
    expect(await english.count()).toBe(await page.locator("figure").count());
    await expectAccessible(page);
  });

  it("has no card that is wider than its bubble, at any width and size of letters", async () => {
    const page = await openGallery();
    for (const width of ["280", "320", "430"]) {
      for (const letters of ["ปกติ", "ใหญ่มาก"]) {
        await page.getByRole("button", { name: width, exact: true }).click();
        await page.getByRole("button", { name: letters, exact: true }).click();
        const cut = await page.evaluate(textsWithoutRoom);
        expect({ width, letters, cut }).toEqual({ width, letters, cut: [] });
      }
    }
  });

  it("has no axe violation in any kind of card", async () => {
    const page = await openGallery();
    await expectAccessible(page, ".gallery-row > figure:first-child");
  }, 180_000);
});

/** Texts that wrap but still do not fit into their place, and buttons whose label is cut off. Of so many lines at most, a text is cut on purpose. */
const textsWithoutRoom = `[...document.querySelectorAll(".fx-wrap:not(.fx-clamp), .fx-button span")]
  .filter((one) => one.scrollWidth > one.clientWidth + 1)
  .map((one) => one.closest("section").querySelector("h3").textContent + ": " + one.textContent)`;
