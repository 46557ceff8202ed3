import { normalise } from "./normalise";

const words =
  /กู้|ดอกเบี้ย|(?<![ก-๎])ดอก(?= ?\d)|(?:ค่า|ส่ง|จ่าย|รับ)ดอก|เงินต้น|(?<![ก-๎])ต้น(?= ?\d)|ค่างวด|งวด|หนี้|คืนเงิน|เงินคืน|ใช้คืน|ผ่อน|\b(?:loans?|interest|principal|instal?lments?|repay(?:ment)?s?|debts?)\b/;

/** Whether a text has words of a loan in it: of money that is lent, owed, paid back or paid for it. */
export function namesLoan(text: string): boolean {
  return words.test(normalise(text));
}

/** Whether an officer's words take money for a loan ("รับเงินกู้ ป้าแดง 500", "รับ 012 ดอก 375"). */
export function isLoanPayment(text: string): boolean {
  const said = normalise(text);
  return /^(?:รับ|take |receive )/.test(said) && /\d/.test(said) && words.test(said);
}
