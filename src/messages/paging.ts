import type { messagingApi } from "@line/bot-sdk";
import { postback } from "./actions";
import { graphemeCount } from "./labels";
import type { Speak } from "./speak";

/**
 * No card is higher than one screen: so many pixels at a width of 320, the whole of a small phone (docs/look.md). The browser tests
 * measure every card against it.
 */
export const screenHeight = 640;

/** A list shows at most so many rows, and a button for more. */
export const listRows = 8;

/** Heights in pixels, at a width of 320 and letters of usual size: a line of text by its size, the gap between rows, a further button. */
export const heightOf = { xs: 18.2, sm: 19.6, md: 22.4, gap: 12, button: 60 } as const;

/** The way to the rows that a card leaves out: how many they are, and the postback data of its button. */
export interface More {
  count: number;
  data: string;
}

/** Lines that a text takes where so many graphemes stand side by side; estimated on the safe side, since phones differ in letters. */
export function linesOf(text: string, perLine: number): number {
  return Math.max(1, Math.ceil(graphemeCount(text) / perLine));
}

/**
 * The first rows of a list that one card has room for: one at least, eight at most. `room` is what its other parts leave of the screen;
 * `button` what the button for more takes of it where rows are left over. Both in pixels.
 */
export function rowsThatFit<Row>(
  rows: readonly Row[],
  { room, button, height }: { room: number; button: number; height(row: Row): number },
): Row[] {
  const fitting = (left: number): Row[] => {
    let used = 0;
    const end = rows.findIndex((row, index) => {
      used += height(row);
      return index > 0 && (used > left || index >= listRows);
    });
    return rows.slice(0, end < 0 ? rows.length : end);
  };
  const all = fitting(room);
  return all.length === rows.length ? all : fitting(room - button);
}

/** The button for the rows that a card leaves out, saying how many; null where it shows them all. */
export function moreButton(
  say: Speak,
  key: "morePassbooks" | "moreReceipts" | "moreGroups" | "moreBenefits" | "moreClauses",
  more: More | null,
): messagingApi.Action | null {
  return more && postback(more.data, say.t(`common.buttons.${key}`, { count: more.count }));
}
