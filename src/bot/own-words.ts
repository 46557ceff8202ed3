import { cut } from "../messages/labels";

/** Signs that nobody sees, but for the one that joins emoji: they could turn the words of a card around. */
const unseen = /(?!\u200d)[\p{Cc}\p{Cf}]/gu;

/**
 * A person's own words as the cards that repeat them take them: in one line, so that they cannot push a button off the screen, and with "…" where
 * they are longer than so many UTF-16 units.
 */
export function ownWords(text: string, most: number): string {
  return cut(text.replaceAll(/\s+/g, " ").replaceAll(unseen, "").trim(), most);
}
