import { readSums, type DepositItem } from "./deposit-line";
import { findPurposes } from "./purposes";
import { sumsSaid } from "./transfer-text";

/** Whose a share is by its words: a passbook's number, the writer herself, or words about somebody. */
export type Whose = { by: "number"; memberNo: string } | { by: "self" } | { by: "words"; words: string };

/** What of a transfer is for one passbook, as it reads. */
export interface TransferShare {
  /** As she wrote it. */
  said: string;
  whose: Whose;
  items: DepositItem[];
}

/** How a writer names herself. */
export const selfWords = [
  "ผม",
  "กระผม",
  "ฉัน",
  "ดิฉัน",
  "หนู",
  "เรา",
  "ตัวเอง",
  "ตนเอง",
  "ข้าพเจ้า",
  "ฉาน",
  "me",
  "mine",
  "myself",
];
/** "ของแม่", "สมุด 13", or a number that begins with zero and stands alone, as no sum does. */
const ownerPattern = /(?:สมุดของ|ของ|สมุด|สมาชิก|เลขที่|for ) ?(\d{1,6}(?= )|[^\d\s]+)|(?<![\d.,])(0\d{1,5})(?= )/g;

interface Mark {
  start: number;
  end: number;
  said: string;
  whose: Whose;
}

/**
 * Reads one transfer for several passbooks: "ของผม 100 ของแม่ 200", "012 สัจจะ 100 013 สัจจะ 100". `numbers` are those of the writer's passbooks:
 * no other number names one. Null: it names no passbook, or something in it cannot be placed, so that no sum is left out in silence.
 */
export function readTransferShares(text: string, numbers: readonly string[]): TransferShare[] | null {
  const said = sumsSaid(text);
  const found = [...said.matchAll(ownerPattern)].map((match) => markOf(match, numbers));
  const marks = found.filter((mark) => mark !== null);
  if (marks.length === 0 || marks.length < found.length) return null;
  const shares = marks.map(({ end, said: owner, whose }, at): TransferShare | null => {
    const items = readSums(said.slice(end, marks[at + 1]?.start ?? said.length));
    return items?.every(({ amount }) => amount.verdict !== "none") ? { said: owner, whose, items } : null;
  });
  const read = shares.filter((share) => share !== null);
  const before = said.slice(0, marks[0]?.start).trim();
  return read.length === shares.length && (before === "" || isTotalOf(before, read)) ? read : null;
}

/** "แจ้งโอน 100 ของลูก 50 ของฉัน 50": what stands before the shares is nothing but all of them together. */
function isTotalOf(said: string, shares: readonly TransferShare[]): boolean {
  const [total, second] = readSums(said) ?? [];
  if (total?.purpose !== null || total.amount.verdict !== "value" || second) return false;
  const sums = shares.flatMap(({ items }) => items).map(({ amount }) => amount);
  const all = sums.reduce((sum, amount) => sum + (amount.verdict === "value" ? amount.satang : Number.NaN), 0);
  return all === total.amount.satang;
}

function markOf(
  { 0: whole, 1: after, 2: alone, index: start }: RegExpExecArray,
  numbers: readonly string[],
): Mark | null {
  const number = alone ?? (after !== undefined && /^\d/.test(after) ? after : undefined);
  if (number !== undefined) {
    const whose: Whose = { by: "number", memberNo: number };
    return numbers.includes(number) ? { start, end: start + whole.length, said: number, whose } : null;
  }
  // "ของแม่สัจจะ 200": the purpose is no part of whose it is.
  const [purpose] = findPurposes(after ?? "");
  const words = (after ?? "").slice(0, purpose?.start);
  if (words === "") return null;
  const end = start + whole.length - ((after ?? "").length - words.length);
  return { start, end, said: words, whose: selfWords.includes(words) ? { by: "self" } : { by: "words", words } };
}
