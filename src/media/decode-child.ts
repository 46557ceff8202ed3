import { createCanvas, loadImage, type Canvas, type Image } from "@napi-rs/canvas";

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

/** Reads a picture from stdin and writes width, height and the JPEG to stdout; ends with 1 where it cannot be opened. */
async function main(): Promise<void> {
  const { canvas, jpeg } = await smallJpeg(await loadImage(await readInput()));
  const head = Buffer.alloc(8);
  head.writeUInt32BE(canvas.width, 0);
  head.writeUInt32BE(canvas.height, 4);
  process.stdout.write(Buffer.concat([head, jpeg]));
}

main().catch(() => {
  process.exitCode = 1;
});
