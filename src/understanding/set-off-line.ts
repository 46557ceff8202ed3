import { stripPoliteness, tidied } from "./normalise";
import { readResolution } from "./resolution";

/** An officer's line about a debt that own savings pay; what it does not say is null. */
export interface SetOffLine {
  memberNo: string;
  contractNo: string | null;
  resolution: string | null;
}

const opening = /^(?:ขอ)?(?:หัก(?:เงิน)?(?:สัจจะ|ออม|เงินออม)(?:ใช้|ชำระ|จ่าย)(?:หนี้|เงินกู้)|set off)(?= ?\d)/i;
const contract = /(?:สัญญา(?:เลขที่|ที่)?|contract)\s*([\p{L}\d][\p{L}\d./-]*)/iu;

/** Reads "หักสัจจะใช้หนี้ 012 สัญญา 15/2568 มติ 3/2569". Null: the text is no such line. */
export function readSetOffLine(text: string): SetOffLine | null {
  const line = stripPoliteness(tidied(text));
  const opened = opening.exec(line)?.[0];
  if (opened === undefined) return null;
  const { no: resolution, rest } = readResolution(line.slice(opened.length));
  const named = contract.exec(rest);
  const memberNo = /^\s*(\d{1,6})(?=\s|$)/.exec(rest)?.[1];
  return memberNo === undefined ? null : { memberNo, contractNo: named?.[1] ?? null, resolution };
}
