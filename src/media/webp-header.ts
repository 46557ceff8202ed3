import type { ImageSize } from "./image-header";

/** The size in a WebP's first chunk, of any of its three kinds; it is whole when the file is as long as it says. */
export function readWebp(bytes: Buffer): ImageSize | null {
  if (bytes.length < 30) return null;
  const isWhole = bytes.readUInt32LE(4) + 8 <= bytes.length;
  switch (bytes.toString("latin1", 12, 16)) {
    case "VP8X": // Its canvas, on which every frame lies: two numbers of three bytes, each one less than it means.
      return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1, isWhole };
    case "VP8L": {
      // 14 bits each, one less than they mean.
      const bits = bytes.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1, isWhole };
    }
    case "VP8 ": // 14 bits each; the two above them are a scale.
      return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff, isWhole };
    default:
      return null;
  }
}
