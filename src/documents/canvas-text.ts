import type { SKRSContext2D } from "@napi-rs/canvas";

const segmenter = new Intl.Segmenter("th", { granularity: "word" });

/** How a text is set: in the middle of the picture, smaller where it would need more lines than it may have. */
export interface TextStyle {
  size: number;
  weight: 500 | 600;
  colour: string;
  /** At most so many lines. */
  lines: number;
}

/** Below this many pixels nothing is read on a phone; a text that is longer still is cut. */
const smallest = 20;
const lineHeight = 1.4;

/** Writes a text in lines that break between words, in the middle of `width` from `top` on; gives where the next thing may begin. */
export function writeText(
  pen: SKRSContext2D,
  text: string,
  { top, left, width, style }: { top: number; left: number; width: number; style: TextStyle },
): number {
  let { size } = style;
  let lines = linesOf(pen, text, { size, width, style });
  while (lines.length > style.lines && size > smallest) lines = linesOf(pen, text, { size: (size -= 2), width, style });
  pen.fillStyle = style.colour;
  pen.textAlign = "center";
  pen.textBaseline = "alphabetic";
  for (const [at, line] of lines.slice(0, style.lines).entries())
    pen.fillText(line, left + width / 2, top + size * (1.05 + lineHeight * at));
  return top + size * lineHeight * Math.min(lines.length, style.lines);
}

function linesOf(
  pen: SKRSContext2D,
  text: string,
  { size, width, style }: { size: number; width: number; style: TextStyle },
): string[] {
  pen.font = `${style.weight} ${size}px Sarabun`;
  const lines: string[] = [""];
  for (const { segment } of segmenter.segment(text)) {
    const grown = `${lines.at(-1) ?? ""}${segment}`;
    if (pen.measureText(grown.trimEnd()).width <= width || lines.at(-1) === "") lines[lines.length - 1] = grown;
    else lines.push(segment.trimStart());
  }
  return lines.map((line) => line.trim()).filter((line) => line !== "");
}
