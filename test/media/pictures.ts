import { createCanvas, type Canvas } from "@napi-rs/canvas";
import { crc32, deflateSync } from "node:zlib";

/** A canvas whose left half is red and whose right half is blue. */
export function twoHalves(width = 400, height = 200): Canvas {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  context.fillStyle = "#ff0000";
  context.fillRect(0, 0, width / 2, height);
  context.fillStyle = "#0000ff";
  context.fillRect(width / 2, 0, width / 2, height);
  return canvas;
}

/** A picture so full of detail that its JPEG is far over 100 KB: noise that is the same in every run. */
export function noisyPng(width = 1500, height = 1500): Promise<Buffer> {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  const image = context.createImageData(width, height);
  let seed = 1;
  for (let at = 0; at < image.data.length; at++) {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    image.data[at] = at % 4 === 3 ? 255 : seed >>> 24;
  }
  context.putImageData(image, 0, 0);
  return canvas.encode("png");
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A black PNG of one bit a pixel: a few kilobytes, whatever its head claims to hold. */
export function bombPng(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.writeUInt8(1, 8);
  const lines = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * 10));
  const signature = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
  return Buffer.concat([signature, chunk("IHDR", head), chunk("IDAT", lines), chunk("IEND", Buffer.alloc(0))]);
}

/** A JPEG with an EXIF segment that tells how it is to be turned, where it was taken, and with what. */
export function withExif(jpeg: Buffer, orientation: number): Buffer {
  const entry = Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]);
  const tiff = Buffer.concat([Buffer.from("MM\0*", "latin1"), Buffer.from([0, 0, 0, 8, 0, 1]), entry, Buffer.alloc(4)]);
  const body = Buffer.concat([
    Buffer.from("Exif\0\0", "latin1"),
    tiff,
    Buffer.from("GPS 7.0084 N, taken by Malee's phone"),
  ]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
}

/** A GIF of two frames of 16 pixels: the first red, the second blue. */
export function animatedGif(): Buffer {
  const head = Buffer.from("GIF89a\x04\0\x04\0\x80\0\0\xff\0\0\0\0\xff", "latin1");
  const frame = (codes: string) =>
    Buffer.from(`!\xf9\x04\0\x32\0\0\0,\0\0\0\0\x04\0\x04\0\0\x02\x0a${codes}\0`, "latin1");
  // LZW without compression: the table is cleared after every second pixel, so that a code keeps its three bits.
  const red = frame("\x04\x08\x10\x20\x40\x80\x00\x01\x02\x2c");
  const blue = frame("\x4c\x98\x30\x61\xc2\x84\x09\x13\x26\x2c");
  return Buffer.concat([head, red, blue, Buffer.from(";")]);
}
