/** Length as LINE measures labels, action texts, titles and template texts: code points (never less than its graphemes). */
export function codePoints(text: string): number {
  return [...text].length;
}

/** Length as LINE measures every other text: UTF-16 code units. */
export function codeUnits(text: string): number {
  return text.length;
}

/** Size of a value as JSON in UTF-8 bytes, the unit in which Flex containers are limited. */
export function jsonBytes(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value), "utf8");
}
