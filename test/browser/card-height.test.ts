import { describe, expect, it } from "@jest/globals";
import { screenHeight } from "../../src/messages/paging";
import { useBrowser } from "./support/browser";
import { useGallery } from "./support/gallery";

interface Measured {
  card: string;
  height: number;
}

/** Every card as the gallery draws it, with its example and height in pixels. */
const measureCards = `[...document.querySelectorAll("figure")].flatMap((figure) => {
  const bubble = figure.querySelector(".fx-bubble");
  if (!bubble) return [];
  const name = figure.closest("section").querySelector("h3").textContent;
  const card = name + ", " + figure.querySelector("figcaption").textContent.trim();
  return [{ card, height: Math.round(bubble.getBoundingClientRect().height) }];
})`;

describe("every card of the gallery, with its longest values too", () => {
  const { openGallery } = useGallery(useBrowser());

  it.each(["ไทย", "English"])("is at most one screen high at a width of 320, in %s", async (language) => {
    const page = await openGallery();
    await page.getByRole("group", { name: "ภาษา" }).getByRole("button", { name: language }).click();
    await page.getByRole("button", { name: "320", exact: true }).click();
    await page
      .locator(`figure[lang=${language === "ไทย" ? "th" : "en"}]`)
      .first()
      .waitFor();

    const cards = (await page.evaluate(measureCards)) as Measured[];

    expect(cards.length).toBeGreaterThan(100);
    expect(cards.filter(({ height }) => height < 60)).toEqual([]);
    expect(cards.filter(({ height }) => height > screenHeight)).toEqual([]);
  });
});
