import { findAmounts, type AmountReading } from "./amounts";
import { normalise, stripPoliteness } from "./normalise";
import { readResolution } from "./resolution";

/** Words that change a pledge: an officer's name the member and perhaps the resolution, a member's neither. */
export interface PledgeLine {
  member: string | null;
  amount: AmountReading;
  resolution: string | null;
}

const opening = /^(?:ขอ|อยาก)?(?:เปลี่ยน|เพิ่ม|ลด|ปรับ)(?:เงิน)?สัจจะ(?:รายเดือน|ต่อเดือน)?|^change (?:my )?pledge(?= |$)/;

/** Reads "เปลี่ยนสัจจะ 200", "เพิ่มสัจจะเป็น 200" or "เปลี่ยนสัจจะ 012 เป็น 200 มติ 4/2569". Null: the text is no such line, or says more. */
export function readPledgeLine(text: string): PledgeLine | null {
  const line = stripPoliteness(normalise(text));
  const opened = opening.exec(line)?.[0];
  if (opened === undefined) return null;
  const { no: resolution, rest } = readResolution(line.slice(opened.length));
  const [said = "", ...after] = rest.split("\n").map((part) => part.trim());
  if (after.some((part) => part !== "")) return null;
  const named = /^(.*?)(?:เป็น|(?<= |^)to )\s*(.+)$/.exec(said);
  const amount = onlySum(named?.[2] ?? said);
  if (!amount) return null;
  const member = named?.[1]?.trim() ?? "";
  return { member: member === "" ? null : member, amount, resolution };
}

function onlySum(text: string): AmountReading | null {
  const [first, second] = findAmounts(text);
  if (!first || second) return null;
  const around = text.slice(0, first.start) + text.slice(first.end);
  const other = around.replace(/บาท|baht|ต่อเดือน|เดือนละ|a month|[\s.,]/g, "");
  return other === "" ? first.reading : null;
}
