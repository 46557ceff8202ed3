/** What the first bytes of a picture tell. */
export interface ImageInfo {
  type: "image/png" | "image/jpeg";
  width: number;
  height: number;
}

function pngInfo(bytes: Buffer): ImageInfo | null {
  if (bytes.length < 24 || bytes.toString("latin1", 12, 16) !== "IHDR") return null;
  return { type: "image/png", width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** Walks a JPEG's segments to its frame header (SOF0 to SOF15 without DHT, JPG and DAC), which holds the size. */
function jpegInfo(bytes: Buffer): ImageInfo | null {
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { type: "image/jpeg", height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    }
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}

/** Reads type and size of a PNG or JPEG; null for anything else. */
export function imageInfo(bytes: Buffer): ImageInfo | null {
  if (bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) return pngInfo(bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return jpegInfo(bytes);
  return null;
}
