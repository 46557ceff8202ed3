import type { DifferenceThing, DifferenceWay } from "../domain/differences/difference";
import { readAmounts, type AmountReading } from "./amounts";
import { stripPoliteness, tidied } from "./normalise";
import { readResolution } from "./resolution";

/** A line that settles a difference: of what, how much, how, who it is about, why, and by which resolution. */
export interface DifferenceLine {
  what: DifferenceThing;
  amount: AmountReading;
  way: DifferenceWay;
  memberNo: string | null;
  reason: string;
  resolution: string;
}

const opening = /^(?:ผลต่าง|ส่วนต่าง|difference)\s*/i;
const things: Readonly<Record<DifferenceThing, RegExp>> = {
  cash: /^(?:เงินสด|cash)\s*/i,
  bank: /^(?:สมุด)?ธนาคาร\s*|^bank\s*/i,
  opening: /^(?:ยอด)?ยกมา\s*|^opening\s*/i,
};
const ways: Readonly<Record<DifferenceWay, RegExp>> = {
  expense: /(?:เป็น|ลง|ให้เป็น)?(?:ค่าใช้จ่าย|รายจ่าย)|to expenses?/i,
  income: /(?:เป็น|ลง|ให้เป็น)?รายได้|to income/i,
  "made-good": /ชดใช้โดย\s*(\d{1,6})|made good by\s*(\d{1,6})/i,
  owner: /เป็นของ\s*(\d{1,6})|belongs to\s*(\d{1,6})/i,
};

/** Reads "ผลต่าง เงินสด 20 เป็นค่าใช้จ่าย เพราะ ทอนเงินผิด มติ 3/2569". Null: the text is no such line, or not a whole one. */
export function readDifferenceLine(text: string): DifferenceLine | null {
  const line = stripPoliteness(tidied(text));
  if (!opening.test(line)) return null;
  const { no: resolution, rest } = readResolution(line.replace(opening, ""));
  const [said = "", reason = ""] = rest.replace(/\n/g, " ").split(/เพราะ|because/i);
  const what = (Object.keys(things) as DifferenceThing[]).find((one) => things[one].test(said));
  if (!what || resolution === null || reason.trim() === "") return null;
  const sum = said.replace(things[what], "");
  const found = (Object.keys(ways) as DifferenceWay[])
    .map((way) => ({ way, match: ways[way].exec(sum) }))
    .find(({ match }) => match !== null);
  if (!found?.match) return null;
  const [amount, other] = readAmounts(sum.replace(found.match[0], " "));
  if (!amount || other) return null;
  const memberNo = found.match[1] ?? found.match[2] ?? null;
  return { what, amount, way: found.way, memberNo, reason: reason.trim(), resolution };
}
