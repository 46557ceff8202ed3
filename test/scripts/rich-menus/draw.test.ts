import { beforeAll, describe, expect, it } from "@jest/globals";
import { createCanvas, loadImage, type SKRSContext2D } from "@napi-rs/canvas";
import { drawMenu } from "../../../scripts/rich-menus/draw";
import { menuSize, richMenus, type Bounds } from "../../../scripts/rich-menus/menus";

const all = richMenus();
const spec = (alias: string) => {
  const found = all.find((one) => one.alias === alias);
  if (!found) throw new Error(`no ${alias}`);
  return found;
};

async function pixelsOf(png: Buffer): Promise<SKRSContext2D> {
  const canvas = createCanvas(menuSize.width, menuSize.height);
  const pen = canvas.getContext("2d");
  pen.drawImage(await loadImage(png), 0, 0);
  return pen;
}

/** Rows of a tile in which the ink of its word stands: the dark pixels below its icon. */
function inkRows(pen: SKRSContext2D, { x, y, width, height }: Bounds): number[] {
  const { data } = pen.getImageData(x + 4, y + 4, width - 8, height - 8);
  const rows: number[] = [];
  for (let row = 0; row < height - 8; row += 1) {
    for (let column = 0; column < width - 8; column += 1) {
      const at = (row * (width - 8) + column) * 4;
      if (data[at] === 0x1f && data[at + 1] === 0x2a && data[at + 2] === 0x24) {
        rows.push(row);
        break;
      }
    }
  }
  return rows;
}

describe("the picture of a rich menu", () => {
  const member = spec("member_th");
  let png: Buffer;
  let pen: SKRSContext2D;
  beforeAll(async () => {
    png = await drawMenu(member);
    pen = await pixelsOf(png);
  });

  it("is a PNG of 2500 × 1686 under a megabyte", async () => {
    const image = await loadImage(png);
    expect([image.width, image.height]).toEqual([2500, 1686]);
    expect(png.subarray(1, 4).toString("latin1")).toBe("PNG");
    expect(png.length).toBeLessThan(1_000_000);
  });

  it("has a large word below the icon of every tile, none over its edge", () => {
    const heights = member.tiles.map(({ bounds }) => {
      const rows = inkRows(pen, bounds);
      const [first = 0, last = 0] = [rows[0], rows.at(-1)];
      expect(first).toBeGreaterThan(300);
      expect(last).toBeLessThan(bounds.height - 60);
      return last - first + 1;
    });
    // A font of 120 pixels draws กู้, with marks above and below, over 120 high, and letters alone over 75.
    expect(Math.max(...heights)).toBeGreaterThanOrEqual(120);
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(75);
  });

  it("is drawn the same each time, so that its hash can tell a change", async () => {
    expect((await drawMenu(member)).equals(png)).toBe(true);
  });

  it("differs by language, and by the tab that is open", async () => {
    expect((await drawMenu(spec("member_en"))).equals(png)).toBe(false);
    const [one, other] = await Promise.all([
      drawMenu(spec("mem-com_member_th")),
      drawMenu(spec("mem-com_committee_th")),
    ]);
    expect(one.equals(other)).toBe(false);
  });

  it("fits the longest words, and refuses longer ones", async () => {
    for (const one of [spec("committee_en"), spec("mem-com-coo_coordinator_en")])
      expect((await drawMenu(one)).length).toBeLessThan(1_000_000);
    const tiles = member.tiles.map((tile) => ({ ...tile, label: "ถามคุยกับคนของกลุ่ม" }));
    await expect(drawMenu({ ...member, tiles })).rejects.toThrow("does not fit");
  });
});
