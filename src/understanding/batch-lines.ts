import { readDepositLine, type DepositItem } from "./deposit-line";
import { smallLetters, stripPoliteness, tidied } from "./normalise";

/** One row of many: what somebody hands over, or everything that is due of her; null where the row cannot be read. */
export interface BatchRow {
  /** As typed, to name a row that is refused. */
  said: string;
  read: { member: string; items: DepositItem[] | "due" } | null;
}

/** More than an officer can look through before she confirms. */
export const mostBatchRows = 40;
const mostNumbers = 100;

const opensDue = /^(?:รับครบ|เก็บครบ|take all due)\s+(?=\d)/;
const dueOfOne = /^(?:รับ|take)\s*(\d{1,6})\s*(?:ครบ|all due)$/;
const begins = /^(?:รับ|เก็บ|take |receive )/;

/**
 * Reads "รับครบ 012 015 020-035", "รับ 012 ครบ", and several lines of the desk in one message, each on its own line (its "รับ" may be left
 * out after the first). Null: the text is no such list.
 */
export function readBatch(text: string): BatchRow[] | null {
  const lines = text
    .split(/\r?\n/)
    .map((line) => stripPoliteness(tidied(line)))
    .filter((line) => line !== "");
  const [first = "", second] = lines;
  if (second === undefined) return dueRows(first);
  if (!begins.test(smallLetters(first))) return null;
  const rows = lines.flatMap((line) => dueRows(line) ?? [lineRow(line)]);
  return rows.filter(({ read }) => read !== null).length > 1 ? rows : null;
}

function lineRow(line: string): BatchRow {
  const read = readDepositLine(begins.test(smallLetters(line)) ? line : `รับ ${line}`);
  return { said: line, read };
}

function dueRows(line: string): BatchRow[] | null {
  const small = smallLetters(line);
  const one = dueOfOne.exec(small)?.[1];
  if (one !== undefined) return [dueRow(one)];
  const opened = opensDue.exec(small)?.[0];
  if (opened === undefined) return null;
  const parts = small.slice(opened.length).split(/[\s,]+/);
  return parts.filter((part) => part !== "").flatMap((part) => numbersIn(part).map(dueRow));
}

const dueRow = (member: string): BatchRow =>
  /^\d{1,6}$/.test(member) ? { said: member, read: { member, items: "due" } } : { said: member, read: null };

/** The numbers of "020-035", as many digits as it has; anything else as it stands. */
function numbersIn(part: string): string[] {
  const range = /^(\d{1,6})-(\d{1,6})$/.exec(part);
  const [from, to] = [Number(range?.[1]), Number(range?.[2])];
  if (!range || to < from || to - from >= mostNumbers) return [part];
  return Array.from({ length: to - from + 1 }, (_, index) => String(from + index).padStart(range[1]?.length ?? 1, "0"));
}
