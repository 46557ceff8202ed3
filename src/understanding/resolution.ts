const resolution = /(?:มติ(?:ที่ประชุม)?(?:ครั้งที่|ที่)?|resolution)\s*(\d[\d./-]*)/iu;

/** The number of a resolution that a text names ("มติ 3/2569"), and the text without it; a line feed stands in its place. */
export function readResolution(text: string): { no: string | null; rest: string } {
  const found = resolution.exec(text);
  return found ? { no: found[1] ?? null, rest: text.replace(found[0], "\n") } : { no: null, rest: text };
}
