import { createHash } from "node:crypto";
import { DomainError } from "../domain/errors";
import { decodeApart, type DecodeLimits } from "./decode";
import { readHeader, type ImageHeader } from "./image-header";

/** A picture as Sajja keeps it: upright, small, and nothing in it but what is seen. */
export interface Picture {
  /** At most 100,000 bytes. */
  jpeg: Buffer;
  width: number;
  height: number;
  /** SHA-256 of the bytes that were sent, in hex: the same file again has the same. */
  originalSha256: string;
  /** The text of a QR code in it, where that was asked for and is there. */
  code: string | null;
  /** What it looks like, in 256 bits as hex: the same picture written anew looks nearly the same. */
  look: string;
}

/** What is taken at most. */
export const largest = { megabytes: 20, megapixels: 25 };

/**
 * Makes a picture out of what somebody sent: looks at its header first, then opens it in a process of its own. `declaredType` is the
 * media type that came with it, null where none did. Throws `photo.too-large` (over 20 MB), `photo.too-many-pixels` (over 25 million),
 * `photo.not-an-image`, `photo.unsupported`, `photo.mislabelled`, `photo.broken`, `photo.too-slow`, `photo.busy`.
 */
export async function preparePicture(
  bytes: Buffer,
  declaredType: string | null,
  limits?: DecodeLimits,
): Promise<Picture> {
  if (bytes.length > largest.megabytes * 1e6)
    throw new DomainError("photo.too-large", { megabytes: largest.megabytes });
  const { format, size } = readable(readHeader(bytes));
  const declared = declaredFormat(declaredType);
  if (declared !== null && declared !== format) throw new DomainError("photo.mislabelled", {});
  if (size.width * size.height > largest.megapixels * 1e6)
    throw new DomainError("photo.too-many-pixels", { megapixels: largest.megapixels });
  if (!size.isWhole) throw new DomainError("photo.broken", {});
  const decoded = await decodeApart(bytes, limits);
  return { ...decoded, originalSha256: createHash("sha256").update(bytes).digest("hex") };
}

function readable(header: ImageHeader): Extract<ImageHeader, { kind: "picture" }> {
  switch (header.kind) {
    case "picture":
      return header;
    case "broken":
      throw new DomainError("photo.broken", {});
    case "unsupported":
      throw new DomainError("photo.unsupported", {});
    case "other":
      throw new DomainError("photo.not-an-image", {});
  }
}

const namedFormats: Readonly<Record<string, string>> = { jpg: "jpeg", pjpeg: "jpeg", "x-png": "png" };

/** The format that a media type names; null where it names none, as that of any file does. */
function declaredFormat(type: string | null): string | null {
  const [, name] = /^([^;\s]+)/.exec(type?.trim().toLowerCase() ?? "") ?? [];
  if (name === undefined || name === "application/octet-stream") return null;
  const subtype = name.slice(name.indexOf("/") + 1);
  return name.startsWith("image/") ? (namedFormats[subtype] ?? subtype) : name;
}
