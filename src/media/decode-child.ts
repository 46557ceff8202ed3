import { createCanvas, loadImage, type Canvas, type Image } from "@napi-rs/canvas";
import jsQR from "jsqr";
import { lookOf, lookPixels } from "./look";

/** The longest sides that are tried, in pixels, and for each the qualities: a page of figures stays readable as long as it can. */
const sides = [1600, 1280, 1024, 768, 512, 256];
const qualities = [84, 72, 60, 48];

const largestBytes = 100_000;

async function readInput(): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin as AsyncIterable<Buffer>) parts.push(part);
  return Buffer.concat(parts);
}

/** Draws the picture upright (its decoder has turned it) on white, with its longest side no longer than that. */
function drawn(image: Image, side: number): Canvas {
  const scale = Math.min(1, side / Math.max(image.width, image.height));
  const canvas = createCanvas(
    Math.max(1, Math.round(image.width * scale)),
    Math.max(1, Math.round(image.height * scale)),
  );
  const context = canvas.getContext("2d");
  context.imageSmoothingQuality = "high";
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}

async function smallJpeg(image: Image): Promise<{ canvas: Canvas; jpeg: Buffer }> {
  for (const side of sides) {
    const canvas = drawn(image, side);
    for (const quality of qualities) {
      const jpeg = await canvas.encode("jpeg", quality);
      if (jpeg.length <= largestBytes) return { canvas, jpeg };
    }
  }
  throw new Error("no size is small enough");
}

/** The longest sides at which a code is looked for: a small one needs the pixels, a blurred one is found where it is smaller. */
const codeSides = [1600, 800];
/** No code of a slip says more, in bytes. */
const longestCode = 1_000;

const noCode = Buffer.alloc(0);

/** The text of the picture's QR code; empty where none is found. */
function codeIn(image: Image): Buffer {
  for (const side of codeSides) {
    const canvas = drawn(image, side);
    const { data, width, height } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    const found = jsQR(data, width, height, { inversionAttempts: "dontInvert" });
    if (found) return Buffer.from(found.data).subarray(0, longestCode);
  }
  return noCode;
}

/** The whole picture drawn into a square, whatever its form: so a cut edge moves little. */
function lookIn(image: Image): Buffer {
  const context = createCanvas(lookPixels, lookPixels).getContext("2d");
  context.imageSmoothingQuality = "high";
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, lookPixels, lookPixels);
  context.drawImage(image, 0, 0, lookPixels, lookPixels);
  return Buffer.from(lookOf(context.getImageData(0, 0, lookPixels, lookPixels).data), "hex");
}

/**
 * Reads a picture from stdin and writes width, height, the length of its code's text, its look, that text and the JPEG to stdout; ends with 1 where it
 * cannot be opened. A code is looked for where the argument asks for it.
 */
async function main(): Promise<void> {
  const image = await loadImage(await readInput());
  const { canvas, jpeg } = await smallJpeg(image);
  const code = process.argv.includes("code") ? codeIn(image) : noCode;
  const head = Buffer.alloc(10);
  head.writeUInt32BE(canvas.width, 0);
  head.writeUInt32BE(canvas.height, 4);
  head.writeUInt16BE(code.length, 8);
  process.stdout.write(Buffer.concat([head, lookIn(image), code, jpeg]));
}

main().catch(() => {
  process.exitCode = 1;
});
