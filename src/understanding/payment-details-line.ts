import type { PaymentWay } from "../domain/groups/payment-details";
import { isBankAccount, promptPayNumber } from "../domain/groups/payment-numbers";
import { stripPoliteness, tidied } from "./normalise";

/** An officer's line about where members are to transfer; what it does not say, or says in no number that can be, is null. */
export interface PaymentDetailsLine {
  way: PaymentWay | null;
  value: string | null;
  accountName: string | null;
  /** Its 13 digits were masked on their way in, since they may be an identity number. */
  masked: boolean;
}

const opening = /^(?:ขอ)?(?:เปลี่ยนบัญชีรับโอน|เปลี่ยนบัญชีกลุ่ม|เปลี่ยนบัญชีของกลุ่ม|เปลี่ยนพร้อมเพย์กลุ่ม|change payment details)(?= |$)/i;
const nameWords = /\s(?:ชื่อบัญชี|ชื่อ|account name|name)\s*(.+)$/i;
const promptPayWords = /^(?:เป็น\s*)?(?:พร้อมเพย์|prompt ?pay)\s*/i;

/**
 * Reads "เปลี่ยนบัญชีรับโอน พร้อมเพย์ 0812345678 ชื่อ กลุ่มบ้านน้ำขาว" and "เปลี่ยนบัญชีรับโอน ธ.ก.ส. 020-1-23456-7 ชื่อ กลุ่มบ้านน้ำขาว". Null: the text
 * is no such line.
 */
export function readPaymentDetailsLine(text: string): PaymentDetailsLine | null {
  const typed = stripPoliteness(tidied(text));
  const opened = opening.exec(typed);
  if (!opened) return null;
  const rest = typed.slice(opened[0].length);
  const named = nameWords.exec(rest);
  const said = rest.slice(0, named?.index ?? rest.length).trim();
  const accountName = named?.[1]?.trim() ?? null;
  const masked = /x{13}/.test(said);
  if (promptPayWords.test(said))
    return { way: "promptPay", value: promptPayNumber(said.replace(promptPayWords, "")), accountName, masked };
  return { way: said === "" ? null : "bank", value: bankIn(said), accountName, masked };
}

/** The name of a bank and its account's number, or null. */
function bankIn(said: string): string | null {
  const parts = /^(?:เป็น\s*)?(\D*\p{L}\D*?)\s*(\d[\d\s-]*)$/u.exec(said);
  return parts && isBankAccount(parts[2] ?? "") ? `${parts[1]?.trim()} ${parts[2]?.trim()}` : null;
}
