const graphemes = new Intl.Segmenter("th", { granularity: "grapheme" });

/** Code points of a text: the unit in which LINE counts labels (measured; its documents say graphemes). */
export function codePoints(text: string): number {
  return [...text].length;
}

/** Graphemes of a text: what a reader sees as characters. */
export function graphemeCount(text: string): number {
  return [...graphemes.segment(text)].length;
}

/** Whether the text fits a Flex button: at most 40 code points and 20 graphemes. */
export function fitsButton(text: string): boolean {
  return codePoints(text) <= 40 && graphemeCount(text) <= 20;
}

/** The first of the labels that fits a Flex button; throws an Error when none does. */
export function buttonLabel(...labels: string[]): string {
  const label = labels.find(fitsButton);
  if (label === undefined) throw new Error("no label is short enough for a button");
  return label;
}

/** The text as a quick reply's label, at most 20 code points, cut at a grapheme with "…" where it is longer. */
export function quickLabel(text: string): string {
  return codePoints(text) <= 20 ? text : cut(text, 20, codePoints);
}

/** Graphemes of a person's position and name in running text: of longer ones the register has the rest. */
const nameLength = 36;

/** Position and name for running text, cut where they would take more than a line or so. */
export function shortName(name: string): string {
  return cut(name, nameLength, graphemeCount);
}

/** What villages put before the name of their place; the longest first, since the shorter ones begin it. */
const groupPrefixes =
  /^(?:กลุ่มออมทรัพย์เพื่อการผลิตและสวัสดิการ|กลุ่มออมทรัพย์เพื่อการผลิต|กลุ่มสัจจะออมทรัพย์|กลุ่มสัจจะสะสมทรัพย์|กลุ่มออมทรัพย์|กลุ่มสัจจะ|กลุ่ม)\s*/u;
const groupEndings = /\s+(?:production )?(?:savings|pledge) group$/iu;

/** A group's name without the words that every group bears, as villagers say it: "บ้านน้ำขาว"; the whole name where nothing else is in it. */
export function shortGroupName(name: string): string {
  return name.trim().replace(groupPrefixes, "").replace(groupEndings, "") || name;
}

/** Labels of one group's quick reply, the best first: its name where it is shown whole, else the short one. */
export function groupLabels(name: string): string[] {
  return [name, shortGroupName(name)].filter((label, index) => index === 1 || codePoints(label) <= 20);
}

/**
 * A label for each item that no other of them has: the first of its candidates that fits and is nobody else's candidate; where they all
 * are the same, its last that fits with a number, or the number alone.
 */
export function distinctLabels(
  items: readonly (readonly string[])[],
  { shape, fits }: { shape: (text: string) => string; fits: (text: string) => boolean },
): string[] {
  const shaped = items.map((candidates) => candidates.map(shape).filter(fits));
  return shaped.map((own, index) => {
    const others = new Set(shaped.filter((_, other) => other !== index).flat());
    const free = own.find((label) => !others.has(label));
    if (free !== undefined) return free;
    const numbered = [...own].reverse().map((label) => shape(`${index + 1}. ${label}`));
    return numbered.find(fits) ?? String(index + 1);
  });
}

/** The text cut to at most `limit` of the unit (UTF-16 units unless told otherwise), at a grapheme, with "…" where it is longer. */
export function cut(text: string, limit: number, length: (text: string) => number = (part) => part.length): string {
  if (length(text) <= limit) return text;
  let kept = "";
  for (const { segment } of graphemes.segment(text)) {
    if (length(kept) + length(segment) > limit - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
