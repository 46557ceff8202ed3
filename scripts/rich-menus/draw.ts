import { createCanvas, Path2D, type SKRSContext2D } from "@napi-rs/canvas";
import { registerSarabun } from "../../src/documents/canvas-fonts";
import { icons, type IconName } from "./icons";
import { menuSize, type Area, type Bounds, type RichMenuSpec, type Tab, type Tile } from "./menus";

const ink = "#1F2A24";
const grey = "#5B6660";
const line = "#DDE3DF";
const paper = "#FFFFFF";
const shade = "#F3F6F4";
const green = "#1B6B45";
const areaColours: Record<Area, string> = {
  savings: green,
  loans: "#1F5FA8",
  welfare: "#8A2F6B",
  meetings: "#8A6100",
  network: "#3C5A99",
  plain: green,
};

const iconSize = 290;
const iconStroke = 1.35;
const gap = 78;
const margin = 44;
/** Font sizes: the look asks for words of at least 120 pixels; they are as large as the longest of a menu allows. */
const wordSizes = { least: 120, most: 150 };
const tabWordSize = 92;

/** Draws a rich menu as PNG, encoded on another thread. Throws an Error when a word does not fit its tile at the least size. */
export async function drawMenu(spec: RichMenuSpec): Promise<Buffer> {
  registerSarabun();
  const canvas = createCanvas(menuSize.width, menuSize.height);
  const pen = canvas.getContext("2d");
  pen.fillStyle = paper;
  pen.fillRect(0, 0, menuSize.width, menuSize.height);
  drawLines(pen, spec);
  const size = wordSize(pen, spec.tiles);
  for (const tile of spec.tiles) drawTile(pen, tile, size);
  for (const tab of spec.tabs) drawTab(pen, tab);
  return canvas.encode("png");
}

const wordFont = (size: number): string => `600 ${size}px Sarabun`;

function wordSize(pen: SKRSContext2D, tiles: readonly Tile[]): number {
  for (let size = wordSizes.most; size >= wordSizes.least; size -= 2) {
    pen.font = wordFont(size);
    if (tiles.every(({ label, bounds }) => pen.measureText(label).width <= bounds.width - 2 * margin)) return size;
  }
  throw new Error("a word does not fit its tile");
}

function drawLines(pen: SKRSContext2D, { tiles }: RichMenuSpec): void {
  const top = Math.min(...tiles.map(({ bounds }) => bounds.y));
  pen.fillStyle = line;
  for (const { bounds } of tiles) {
    if (bounds.x > 0) pen.fillRect(bounds.x - 2, bounds.y, 4, bounds.height);
    if (bounds.y > top) pen.fillRect(bounds.x, bounds.y - 2, bounds.width, 4);
  }
}

function drawTile(pen: SKRSContext2D, { label, icon, area, bounds }: Tile, size: number): void {
  const centre = bounds.x + bounds.width / 2;
  const top = bounds.y + (bounds.height - (iconSize + gap + size)) / 2;
  drawIcon(pen, icon, areaColours[area], { x: centre - iconSize / 2, y: top });
  pen.font = wordFont(size);
  pen.fillStyle = ink;
  pen.textAlign = "center";
  pen.textBaseline = "alphabetic";
  pen.fillText(label, centre, top + iconSize + gap + size * 0.8);
}

function drawIcon(pen: SKRSContext2D, icon: IconName, colour: string, at: { x: number; y: number }): void {
  pen.save();
  pen.translate(at.x, at.y);
  pen.scale(iconSize / 24, iconSize / 24);
  pen.strokeStyle = colour;
  pen.lineWidth = iconStroke;
  pen.lineCap = "round";
  pen.lineJoin = "round";
  for (const stroke of icons[icon]) pen.stroke(new Path2D(stroke));
  pen.restore();
}

function drawTab(pen: SKRSContext2D, { label, open, bounds }: Tab): void {
  pen.fillStyle = open ? paper : shade;
  pen.fillRect(bounds.x, bounds.y, bounds.width, bounds.height);
  pen.fillStyle = line;
  if (bounds.x > 0) pen.fillRect(bounds.x - 2, bounds.y, 4, bounds.height);
  if (!open) pen.fillRect(bounds.x, bottomOf(bounds) - 4, bounds.width, 4);
  pen.font = `${open ? 600 : 500} ${tabWordSize}px Sarabun`;
  pen.fillStyle = open ? green : grey;
  pen.textAlign = "center";
  pen.textBaseline = "alphabetic";
  pen.fillText(label, bounds.x + bounds.width / 2, bounds.y + bounds.height / 2 + tabWordSize * 0.34);
  if (open) pen.fillRect(bounds.x, bounds.y, bounds.width, 14);
}

const bottomOf = (bounds: Bounds): number => bounds.y + bounds.height;
