import { isHeif } from "./heif-header";
import { readJpeg } from "./jpeg-header";
import { readWebp } from "./webp-header";

/** Kinds of pictures that are opened. */
export type ImageFormat = "jpeg" | "png" | "webp" | "gif";

/** What a picture's own bytes say of it, before anything is decoded. */
export interface ImageSize {
  /** Pixels, as stored: a picture that is to be turned has them the other way round. */
  width: number;
  height: number;
  /** False where the file ends before the picture does. */
  isWhole: boolean;
}

export type ImageHeader =
  | { kind: "picture"; format: ImageFormat; size: ImageSize }
  /** A picture by its first bytes, but its size cannot be read. */
  | { kind: "broken" }
  /** A picture of a kind that is not opened. */
  | { kind: "unsupported" }
  | { kind: "other" };

const starts = (bytes: Buffer, text: string, at = 0): boolean =>
  bytes.toString("latin1", at, at + text.length) === text;

const formats: readonly { format: ImageFormat; fits(bytes: Buffer): boolean; read(bytes: Buffer): ImageSize | null }[] =
  [
    { format: "jpeg", fits: (bytes) => starts(bytes, "\xff\xd8\xff"), read: readJpeg },
    { format: "png", fits: (bytes) => starts(bytes, "\x89PNG\r\n\x1a\n"), read: readPng },
    { format: "gif", fits: (bytes) => starts(bytes, "GIF87a") || starts(bytes, "GIF89a"), read: readGif },
    { format: "webp", fits: (bytes) => starts(bytes, "RIFF") && starts(bytes, "WEBP", 8), read: readWebp },
  ];

const unopened = ["BM", "II*\0", "MM\0*", "<svg", "<?xml", "8BPS"];

/** Reads kind and size from the first bytes of a file, whatever its name says. Decodes nothing. */
export function readHeader(bytes: Buffer): ImageHeader {
  const found = formats.find(({ fits }) => fits(bytes));
  if (found) {
    const size = found.read(bytes);
    return size && size.width > 0 && size.height > 0
      ? { kind: "picture", format: found.format, size }
      : { kind: "broken" };
  }
  if (isHeif(bytes) || unopened.some((text) => starts(bytes, text))) return { kind: "unsupported" };
  return { kind: "other" };
}

const headBytes = 24;

/** The size in a PNG's first chunk; it is whole when its last chunk (IEND) is there. */
function readPng(bytes: Buffer): ImageSize | null {
  if (bytes.length < headBytes || !starts(bytes, "IHDR", 12)) return null;
  const isWhole = bytes.includes("IEND", headBytes, "latin1");
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), isWhole };
}

/** The size of a GIF's screen, on which every frame lies; it ends with a semicolon, and zeros where something filled it up. */
function readGif(bytes: Buffer): ImageSize | null {
  if (bytes.length < headBytes) return null;
  let last = bytes.length - 1;
  while (last > headBytes && bytes[last] === 0) last--;
  return { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8), isWhole: bytes[last] === 0x3b };
}
