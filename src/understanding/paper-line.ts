import { stripPoliteness, tidied } from "./normalise";

/** Who signs a request on paper, by her member number, and why. */
export interface PaperLine {
  secondNo: string;
  reason: string;
}

const line =
  /^(?:ให้)?(?:คนที่สอง)?\s?(?:เซ็นกระดาษ|เซ็นในกระดาษ|signed paper|paper)\s*(\d{1,6})(?:\s*(?:เพราะ|because)\s*|\s+)(\S.*)$/i;

/** Reads "เซ็นกระดาษ 004 เพราะ ไม่มีโทรศัพท์". Null: the text is no such line. */
export function readPaperLine(text: string): PaperLine | null {
  const parts = line.exec(stripPoliteness(tidied(text)));
  return parts ? { secondNo: parts[1] ?? "", reason: (parts[2] ?? "").trim() } : null;
}
