import { createCanvas, loadImage } from "@napi-rs/canvas";
import jsQR from "jsqr";
import qrcode from "qrcode-generator";
import type { Village } from "./village";
import type { Villager } from "./villager";

/** The text of the code in a picture; null where none is found. */
export async function codeIn(png: Buffer): Promise<string | null> {
  const image = await loadImage(png);
  const pen = createCanvas(image.width, image.height).getContext("2d");
  pen.drawImage(image, 0, 0);
  const { data, width, height } = pen.getImageData(0, 0, image.width, image.height);
  return jsQR(data, width, height)?.data ?? null;
}

/** A photo of a phone's slip with a small code in a corner, as JPEG. */
export async function slipWith(code: string, colour = "#eef4ff"): Promise<Buffer> {
  const canvas = createCanvas(720, 1280);
  const pen = canvas.getContext("2d");
  pen.fillStyle = colour;
  pen.fillRect(0, 0, 720, 1280);
  const qr = qrcode(0, "L");
  qr.addData(code);
  qr.make();
  const module = 4;
  const side = (qr.getModuleCount() + 8) * module;
  pen.fillStyle = "#ffffff";
  pen.fillRect(480, 1000, side, side);
  pen.fillStyle = "#000000";
  for (let row = 0; row < qr.getModuleCount(); row += 1)
    for (let column = 0; column < qr.getModuleCount(); column += 1)
      if (qr.isDark(row, column)) pen.fillRect(480 + (column + 4) * module, 1000 + (row + 4) * module, module, module);
  return canvas.encode("jpeg", 70);
}

/** The same picture saved anew: its edges cut off by so many pixels, smaller, and squeezed hard. */
export async function savedAnew(picture: Buffer, { cut, scale }: { cut: number; scale: number }): Promise<Buffer> {
  const image = await loadImage(picture);
  const canvas = createCanvas((image.width - 2 * cut) * scale, (image.height - 2 * cut) * scale);
  const pen = canvas.getContext("2d");
  pen.scale(scale, scale);
  pen.drawImage(image, -cut, -cut);
  return canvas.encode("jpeg", 40);
}

/** A slip as a bank's app draws it, without a code: all of one bank look alike but for their words. */
export async function plainSlip(words: readonly string[]): Promise<Buffer> {
  const canvas = createCanvas(720, 1280);
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#eef4ff";
  pen.fillRect(0, 0, 720, 1280);
  pen.fillStyle = "#1b7a3a";
  pen.fillRect(0, 0, 720, 160);
  pen.fillStyle = "#ffffff";
  pen.fillRect(40, 200, 640, 1020);
  pen.fillStyle = "#111111";
  pen.font = "36px sans-serif";
  for (const [at, line] of words.entries()) pen.fillText(line, 80, 300 + at * 90);
  return canvas.encode("jpeg", 80);
}

/** The addresses of the pictures that a phone got, oldest first. */
export function pictureAddresses({ phone }: Villager): string[] {
  const contents = phone.messages().map(({ content }) => content);
  return contents.filter(({ type }) => type === "image").map((content) => String(content["originalContentUrl"]));
}

/** Fetches a picture as LINE does: its address is of the outside, behind which the village's server stands. */
export async function fetched(village: Village, address: string): Promise<{ status: number; png: Buffer }> {
  const { pathname } = new URL(address);
  const response = await fetch(`http://127.0.0.1:${village.sajja.port}${pathname}`);
  return { status: response.status, png: Buffer.from(await response.arrayBuffer()) };
}
