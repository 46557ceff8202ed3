const brands = ["heic", "heix", "hevc", "heim", "heis", "mif1", "msf1", "avif", "avis"];

/** Whether a file is one of the HEIF family (HEIC of telephones, AVIF) by the brand in its first box. */
export function isHeif(bytes: Buffer): boolean {
  return bytes.toString("latin1", 4, 8) === "ftyp" && brands.includes(bytes.toString("latin1", 8, 12));
}
