import type { PaymentKind, PaymentSource } from "../domain/payments/payment";
import { findAmounts, type AmountReading } from "./amounts";
import { smallLetters, stripPoliteness, tidied } from "./normalise";
import { readResolution } from "./resolution";

/** An officer's line about money that leaves the box, as it reads; what it does not say is null. Who the member is, is for others to say. */
export interface PaymentLine {
  kind: PaymentKind;
  amount: AmountReading;
  source: PaymentSource;
  member: string | null;
  purpose: string | null;
  payee: string | null;
  contractNo: string | null;
  resolution: string | null;
}

/** Money without owner is given back out of its list alone. */
type WrittenKind = Exclude<PaymentKind, "suspense">;

const openings: readonly (readonly [WrittenKind, RegExp])[] = [
  [
    "bankDeposit",
    /^(?:ฝากธนาคาร|ฝากเงินธนาคาร|นำฝากธนาคาร|เอาเงินฝากธนาคาร|ฝากเข้าธนาคาร|นำเงินฝากธนาคาร|bank deposit)(?= |\d|$)/,
  ],
  ["bankWithdrawal", /^(?:ถอนธนาคาร|ถอนเงินธนาคาร|ถอนจากธนาคาร|ถอนเงินจากธนาคาร|bank withdrawal)(?= |\d|$)/],
  ["loan", /^(?:จ่ายเงินกู้|จ่ายกู้|pay loan)(?= |\d|$)/],
  ["withdrawal", /^(?:ถอนพิเศษ|ถอน|จ่ายคืนพิเศษ|จ่ายคืน|withdraw)(?= ?\d{1,6} \S| .+(?:พิเศษ|special) )/],
  // Money that members bring has words of its own: those are no expenses of the group.
  ["expense", /^(?:จ่าย ?|pay expense )(?=ค่า(?!งวด|ปรับ|บำรุง|ดอก|แรกเข้า|สมัคร|หุ้น|สัจจะ)|เบี้ยประชุม|(?:[a-z]))/],
];

/** "ใบสำคัญจ่าย ค่าวัสดุ 300": what the line makes, said before it. */
const voucherWord = /^(?:ขอ)?(?:ทำ)?ใบสำคัญ(?=จ่าย)/;

/** "จ่าย 350 ค่าน้ำชา": the sum before what it is for. */
const sumFirst = /^(จ่าย) ?([\d,.]+(?: ?บาท)?) (ค่า[^\n]*?)((?: ให้| แก่)[^\n]*)?$/;

const fromBank = /(?:โอน)?(?:จาก)?(?:บัญชี)?ธนาคาร$|โอน$|from (?:the )?bank$/;
const fromCash = /(?:เป็น)?เงินสด$|in cash$/;

/**
 * Reads "ถอน 012 พิเศษ 500", "จ่ายค่าวัสดุ 300 ให้ ร้านป้าแดง", "จ่ายเงินกู้ 012 20000 สัญญา 15/2569 มติ 3/2569 ซื้อปุ๋ย", "ฝากธนาคาร 20000" or
 * "ถอนธนาคาร 5000", each with "เงินสด" or "โอนจากธนาคาร" at its end. Null: the text is no such line.
 */
export function readPaymentLine(text: string): PaymentLine | null {
  const typed = stripPoliteness(tidied(text)).replace(voucherWord, "").replace(sumFirst, "$1$3 $2$4");
  const line = smallLetters(typed);
  for (const [kind, opening] of openings) {
    const opened = opening.exec(line)?.[0];
    if (opened === undefined) continue;
    const { rest, source } = withoutSource(typed.slice(opened.length).trim());
    return lineOf(kind, rest, source);
  }
  return null;
}

function withoutSource(said: string): { rest: string; source: PaymentSource } {
  const small = smallLetters(said);
  const bank = fromBank.exec(small)?.[0];
  const cash = bank === undefined ? fromCash.exec(small)?.[0] : undefined;
  const rest = said.slice(0, said.length - (bank ?? cash ?? "").length).trim();
  return { rest, source: bank === undefined ? "cash" : "bank" };
}

function lineOf(kind: WrittenKind, rest: string, source: PaymentSource): PaymentLine {
  const empty = { member: null, purpose: null, payee: null, contractNo: null, resolution: null };
  switch (kind) {
    case "bankDeposit":
      return { kind, ...empty, amount: onlySum(rest), source: "cash" };
    case "bankWithdrawal":
      return { kind, ...empty, amount: onlySum(rest), source: "bank" };
    case "withdrawal":
      return { kind, ...empty, ...withdrawalOf(rest), source };
    case "loan":
      return { kind, ...empty, ...loanOf(rest), source };
    case "expense":
      return { kind, ...empty, ...expenseOf(rest), source };
  }
}

const unread: AmountReading = { verdict: "none" };

/** The sum of a text that says nothing else; what stands beside it makes it unreadable. */
function onlySum(text: string): AmountReading {
  const small = smallLetters(text);
  const [first, second] = findAmounts(small);
  if (!first || second) return unread;
  const around = small.slice(0, first.start) + small.slice(first.end);
  return around.replace(/บาท|[\s.,]/g, "") === "" ? first.reading : unread;
}

function withdrawalOf(rest: string): Pick<PaymentLine, "member" | "amount"> {
  const parts = /^(\d{1,6}|\p{L}[\p{L}\p{M} ]*?)\s+(?:(?:เงิน)?(?:สัจจะ)?พิเศษ|special(?: savings)?)?\s*(.+)$/u.exec(rest);
  return parts
    ? { member: parts[1]?.trim() ?? null, amount: onlySum(parts[2] ?? "") }
    : { member: null, amount: unread };
}

function loanOf(rest: string): Pick<PaymentLine, "member" | "amount" | "contractNo" | "resolution" | "purpose"> {
  const contract = /(?:สัญญา(?:เลขที่|ที่)?|contract)\s*([\p{L}\d][\p{L}\d./-]*)/iu.exec(rest);
  const { no: resolution, rest: unresolved } = readResolution(rest);
  const bare = contract ? unresolved.replace(contract[0], "\n") : unresolved;
  const parts = /^(\d{1,6})\s+([^\n]+?)(?:\n|$)/.exec(bare.trim());
  const purpose = bare
    .replace(parts?.[0] ?? "", "")
    .replaceAll("\n", " ")
    .replaceAll(/\s+/g, " ")
    .trim();
  return {
    member: parts?.[1] ?? null,
    amount: onlySum(parts?.[2] ?? ""),
    contractNo: contract?.[1] ?? null,
    resolution,
    purpose: purpose === "" ? null : purpose,
  };
}

function expenseOf(rest: string): Pick<PaymentLine, "purpose" | "payee" | "amount"> {
  const [before = "", ...payee] = rest.split(/\s+(?:ให้|แก่|to)\s*/);
  const small = smallLetters(before);
  const [first, second] = findAmounts(small);
  if (!first || second || before.slice(first.end).replace(/บาท|[\s.,]/g, "") !== "")
    return { purpose: before.trim() || null, payee: null, amount: unread };
  return {
    purpose: before.slice(0, first.start).trim() || null,
    payee: payee.join(" ").trim() || null,
    amount: first.reading,
  };
}
