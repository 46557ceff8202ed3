import type { ImageSize } from "./image-header";

const startOfScan = 0xda;
/** Tables and an arithmetic extension have numbers among the frame headers (SOF0 to SOF15), and are none. */
const noFrame = [0xc4, 0xc8, 0xcc];

/**
 * Walks a JPEG's segments to its frame header, which holds the size, and on to its scan; it is whole when its end (EOI) comes after
 * that, since a thumbnail among the segments has an end of its own.
 */
export function readJpeg(bytes: Buffer): ImageSize | null {
  let size: { width: number; height: number } | null = null;
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1; // Fill bytes may stand before a marker.
      continue;
    }
    const from = at + 2;
    if (marker >= 0xc0 && marker <= 0xcf && !noFrame.includes(marker)) {
      if (from + 7 > bytes.length) return null;
      size = { height: bytes.readUInt16BE(from + 3), width: bytes.readUInt16BE(from + 5) };
    }
    if (marker === startOfScan) return size && { ...size, isWhole: bytes.indexOf("\xff\xd9", from, "latin1") > 0 };
    at = from + bytes.readUInt16BE(from);
  }
  return size && { ...size, isWhole: false };
}
