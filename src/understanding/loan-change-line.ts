import type { LoanChange } from "../domain/loans/changes/change";
import { satangFromBahtText, type Satang } from "../domain/money";
import { stripPoliteness, tidied } from "./normalise";
import { readResolution } from "./resolution";

/** An officer's line about a contract that a resolution changes; what it does not say is null. */
export interface LoanChangeLine {
  kind: LoanChange;
  contractNo: string | null;
  months: number | null;
  yearlyRatePercent: string | null;
  guarantorNo: string | null;
  amount: Satang | null;
  freedNos: string[];
  resolution: string | null;
}

const openings: readonly (readonly [RegExp, LoanChange])[] = [
  [/^(?:ขอ)?(?:ปรับโครงสร้าง(?:หนี้)?|ปรับงวดใหม่|restructure)(?= |$)/i, "restructure"],
  [/^(?:ขอ)?(?:ตัด(?:เป็น)?หนี้สูญ|write off)(?= |$)/i, "write-off"],
  [/^(?:ให้)?(?:ผู้ค้ำ(?:ประกัน)?|คนค้ำ|guarantor) ?(?:\d{1,6} ?)?(?:รับ(?:ภาระ)?หนี้|ใช้หนี้แทน|takes? over)/i, "take-over"],
  // Alone it is what a borrower asks for; the officers' line names a contract.
  [/^(?:ให้)?(?:ผ่อนผัน|grace) ?(?=(?:สัญญา|contract) ?[\p{L}\d])/iu, "grace"],
];
const contract = /(?:สัญญา(?:เลขที่|ที่)?|contract) ?([\p{L}\d][\p{L}\d./-]*)/iu;
const months = /(?:^|\D)(\d{1,4}) ?(?:งวด|เดือน|instalments?|months?)/i;
const rate = /(?:ร้อยละ|rate) ?(\d{1,3}(?:\.\d{1,4})?)/i;
const amount = /([\d,]+(?:\.\d{1,2})?) ?(?:บาท|baht)/i;
const guarantor = /(?:ผู้ค้ำ(?:ประกัน)?|คนค้ำ|guarantor) ?(\d{1,6})(?=\D|$)/i;
const freed = /(?:ยกเว้น|without) ?(?:ผู้ค้ำ(?:ประกัน)?|คนค้ำ|guarantors?)? ?((?:\d{1,6}(?:[ ,]|และ|and|$)*)+)/i;

/** Reads "ปรับโครงสร้างหนี้ สัญญา ก12/2569 24 งวด มติ 3/2569". Null: the text is no such line. */
export function readLoanChangeLine(text: string): LoanChangeLine | null {
  const line = stripPoliteness(tidied(text));
  const kind = openings.find(([opening]) => opening.test(line))?.[1];
  if (!kind) return null;
  const { no: resolution, rest: said } = readResolution(line);
  const contractNo = contract.exec(said)?.[1] ?? null;
  const bare = said.replace(contract, "\n");
  const without = freed.exec(bare);
  const rest = without ? bare.replace(without[0], "\n") : bare;
  const sum = amount.exec(rest)?.[1];
  const counted = months.exec(rest)?.[1];
  return {
    kind,
    contractNo,
    months: counted === undefined ? null : Number(counted),
    yearlyRatePercent: rate.exec(rest)?.[1] ?? null,
    guarantorNo: guarantor.exec(rest)?.[1] ?? null,
    amount: sum === undefined ? null : satangFromBahtText(sum),
    freedNos: without?.[1]?.match(/\d{1,6}/g) ?? [],
    resolution,
  };
}
