import type { WordKey } from "../words/words";

/** A sticker of the page: its own drawing under one of LINE's ids. */
export interface Sticker {
  packageId: string;
  stickerId: string;
  label: Extract<WordKey, `sticker.${string}`>;
  colour: string;
  eyes: string;
  mouth: string;
  extra: string;
}

const open = "M-13-6v5M13-6v5";
const closed = "M-18-4q5 5 10 0M8-4q5 5 10 0";
const laughing = "M-18-2q5-7 10 0M8-2q5-7 10 0";
const heart = "c0-5 8-6 8 0 0 4-5 6-8 10-3-4-8-6-8-10 0-6 8-5 8 0z";

const sticker = (
  stickerId: string,
  label: Sticker["label"],
  colour: string,
  [eyes, mouth, extra = ""]: [eyes: string, mouth: string, extra?: string],
): Sticker => ({ packageId: "446", stickerId, label, colour, eyes, mouth, extra });

/** The stickers of the tray. LINE's own pictures stay with LINE. */
export const stickers: readonly Sticker[] = [
  sticker("1988", "sticker.hello", "#FFD75E", [open, "M-12 9q12 13 24 0", "M36-4l9-13M42 2l12-8M38-14l-1-12"]),
  sticker("1989", "sticker.thanks", "#FFC9D6", [closed, "M-8 9q8 7 16 0", `M40-26${heart}`]),
  sticker("1990", "sticker.ok", "#BFE8A5", [open, "M-14 8q14 15 28 0z", "M34 4l7 8 14-19"]),
  sticker("1991", "sticker.love", "#FFC9D6", [laughing, "M-12 8q12 13 24 0z", `M-38-26${heart}M40-30${heart}`]),
  sticker("1992", "sticker.happy", "#FFD75E", [
    laughing,
    "M-16 6q16 20 32 0z",
    "M-42-20v-10M-47-25h10M42-24v-10M37-29h10",
  ]),
  sticker("1993", "sticker.sad", "#BBD9F5", [open, "M-11 15q11-11 22 0", "M-14 6c5 7 3 11 0 11s-5-4 0-11z"]),
  sticker("1994", "sticker.ask", "#E3D5F7", [open, "M-6 12h12", "M36-20q0-9 8-9t8 8q0 5-8 9v5M44 1v1"]),
  sticker("1995", "sticker.sleep", "#D5DEF2", [closed, "M-5 11q5 5 10 0", "M32-22h12l-12 12h12M46-38h9l-9 9h9"]),
];
