import type { LocalDate } from "../domain/dates";
import { findAmounts } from "./amounts";
import { findDates, type DateReading } from "./dates";
import { readSums, type DepositItem } from "./deposit-line";
import { normalise, smallLetters, stripPoliteness, tidied } from "./normalise";
import { findPurposes } from "./purposes";
import { findTimes } from "./times";

const opening =
  /^(?:ฉัน|ดิฉัน|ผม|กระผม|หนู|เรา)?(?:แจ้งโอนเงิน|แจ้งโอน|โอนเงิน|โอน|ส่งเงิน|ส่ง|ฝากเงิน|ฝาก|i transferred|transferred|transfer)(?:เข้า|ให้|ไป|ค่า|เดือนนี้)?(?:แล้ว(?:นะ|จ้า|จ้ะ|ครับ|ค่ะ|คะ)*)?\s*/;
const qrWords =
  /(?:ขอ|ดู|แสดง)?(?:คิวอาร์โค้ด|คิวอาร์|qr ?code|qr)(?:โอน|พร้อมเพย์)?|(?:ขอ|ดู)?พร้อมเพย์(?:ของ)?(?:กลุ่ม)?(?! ?\d)|promptpay(?! ?\d)/;

/** Whether a text asks for the group's code to transfer with: "คิวอาร์โอน", "ขอคิวอาร์ สัจจะ 200", "พร้อมเพย์กลุ่ม". */
export function asksForQr(text: string): boolean {
  return qrWords.test(smallLetters(tidied(text)));
}

const saidDone = /(?:ไป|ให้)?แล้ว(?:นะ|จ้า|จ้ะ|ครับ|ค่ะ|คะ)*/g;

/** What a text says besides that it tells of a transfer. */
export function sumsSaid(text: string): string {
  return stripPoliteness(smallLetters(tidied(text)))
    .replace(opening, "")
    .replace(qrWords, "")
    .replaceAll(saidDone, " ")
    .trim();
}

/**
 * Reads what a member transferred and for what, in one text: "สัจจะ 200 ดอก 375 ต้น 1000", "แจ้งโอน 500". Null: it has words or sums that cannot
 * be placed, or no sum at all.
 */
export function readTransferSums(text: string): DepositItem[] | null {
  const said = sumsSaid(text);
  const items = said === "" ? null : sumFirst(readSums(said));
  return items && items.every(({ amount }) => amount.verdict !== "none") ? items : null;
}

/** "250 พิเศษ": one sum before the one word for what it is. */
function sumFirst(items: DepositItem[] | null): DepositItem[] | null {
  const [sum, named, third] = items ?? [];
  const isSo = sum?.purpose === null && sum.amount.verdict === "value" && named?.amount.verdict === "none" && !third;
  return isSo ? [{ purpose: named.purpose, amount: sum.amount }] : items;
}

/** The words of [ไม่มีสลิป], typed. */
export function isNoSlip(text: string): boolean {
  return /^(?:ไม่มี(?:รูป)?(?:สลิป|สลีป)?|no slip)$/.test(stripPoliteness(smallLetters(tidied(text))));
}

/** What a member tells of a transfer besides its sums; null where she does not. */
export interface TransferFacts {
  on: LocalDate | null;
  time: string | null;
  reference: string | null;
}

const referencePattern =
  /(?:เลขที่รายการ|เลขที่อ้างอิง|เลขอ้างอิง|รหัสอ้างอิง|อ้างอิง|เลขที่|reference(?: no\.?)?|ref(?:\.| no\.?)?)\s*:?\s*([a-z0-9]{6,40})/i;

/** Words that lead to a day, and are left where it is taken out. */
const beforeDay = /(?:โอน)?(?:เมื่อ|ตอน|วันที่|วัน|เวลา)(?= |$)| (?:โอน|on|at)(?= |$)/g;
const notThatDay = /ไม่ใช่(?:วันนี้|เมื่อวาน(?:นี้|ซืน)?)|not (?:today|yesterday)/g;

/** What is told has been: of several years or months that a day may be of, the last one until `today`; null where none is. */
export function pastDay(day: DateReading, today: LocalDate): LocalDate | null {
  const days = day.verdict === "value" ? [day.on] : day.verdict === "ask" ? day.candidates : [];
  return (
    days
      .filter((on) => on <= today)
      .sort()
      .at(-1) ?? null
  );
}

/**
 * Reads sums that are told together with the day, the time or the bank's number: "สัจจะ 300 โอนวันที่ 28 พ.ย. 9 โมงเช้า". Null: no sums, or words
 * that cannot be placed.
 */
export function readTransferTold(
  text: string,
  today: LocalDate,
): { items: DepositItem[]; facts: TransferFacts } | null {
  const alone = readTransferSums(text);
  if (alone) return { items: alone, facts: { on: null, time: null, reference: null } };
  const typed = tidied(text);
  const reference = referencePattern.exec(typed);
  const said = normalise(reference ? typed.replace(reference[0], " ") : typed).replaceAll(notThatDay, " ");
  const places = [...findDates(said), ...findTimes(said)].sort((one, other) => other.start - one.start);
  const rest = places.reduce((left, { start, end }) => `${left.slice(0, start)} ${left.slice(end)}`, said);
  const items = readTransferSums(rest.replaceAll(beforeDay, " "));
  return items && { items, facts: readTransferFacts(text, today) };
}

/** Reads the day, the time and the bank's number out of "เมื่อวาน 14.30 น. อ้างอิง 0123456789"; only what is certain, and no day to come. */
export function readTransferFacts(text: string, today: LocalDate): TransferFacts {
  const typed = tidied(text);
  const reference = referencePattern.exec(typed);
  const rest = normalise(reference ? typed.replace(reference[0], " ") : typed);
  const day = findDates(rest.replaceAll(notThatDay, " ")).at(-1)?.said(today, true);
  const [time] = findTimes(rest);
  return {
    on: day ? pastDay(day, today) : null,
    time: time?.time ?? null,
    reference: reference?.[1]?.toUpperCase() ?? null,
  };
}

/** Whether a text says anything of a transfer: that there is one, a sum, what for, a day, a time or the bank's number. */
export function tellsOfTransfer(text: string, today: LocalDate): boolean {
  const { on, time, reference } = readTransferFacts(text, today);
  const said = sumsSaid(text);
  if (opening.test(stripPoliteness(smallLetters(tidied(text))))) return true;
  return on !== null || time !== null || reference !== null || findAmounts(said).length > 0 || isPurpose(said);
}

/** Words that are nothing but what the money is for: "สัจจะ". */
function isPurpose(said: string): boolean {
  const [purpose] = findPurposes(said);
  return purpose !== undefined && purpose.start === 0 && purpose.end >= said.length;
}
