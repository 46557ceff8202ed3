const segmenter = new Intl.Segmenter("th", { granularity: "word" });

/** A piece of text as pdfmake takes it. */
export interface Piece {
  text: string;
  fontSize?: number;
}

/** Where a line may break: a space that nobody sees. Sarabun has no glyph for a break of no width, and prints a box. */
const breakHere: Piece = { text: " ", fontSize: 0.1 };

/** Shorter Thai words than this stand on one line anyhow. */
const shortest = 12;

/**
 * A text in pieces between which its line may break: the engine knows no Thai words, and would break within one. A text that is short,
 * or has no Thai, stays whole.
 */
export function breakable(text: string): string | Piece[] {
  if (text.length < shortest || !/\p{Script=Thai}/u.test(text)) return text;
  const pieces: Piece[] = [];
  for (const { segment } of segmenter.segment(text)) {
    const last = pieces.at(-1);
    // Spaces and signs stay with the word before them, so that no line begins with a mark.
    if (last && !/^[\p{L}\p{N}(]/u.test(segment)) last.text += segment;
    else pieces.push({ text: segment });
  }
  return pieces.flatMap((piece, at) => (at === 0 || pieces[at - 1]?.text.endsWith(" ") ? [piece] : [breakHere, piece]));
}
