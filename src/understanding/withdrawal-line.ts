import { findAmounts, type AmountReading } from "./amounts";
import { normalise, stripPoliteness } from "./normalise";

/** A member's words that she wants money back: how much, as far as she says it; and whether she means the pledge, which stays. */
export interface WithdrawalLine {
  /** Null: no sum is named. */
  amount: AmountReading | null;
  ofPledge: boolean;
}

const opening = /^(?:(?:อยาก|ขอ|จะ)?(?:ถอน|เบิก)(?:เงิน)?|(?:i want to )?withdraw(?: money)?) ?/;
const special = /^(?:(?:เงิน)?(?:สัจจะ|ฝาก|ออม)?พิเศษ|special(?: savings)?) ?/;
const savings = /^(?:เงิน)?(?:ฝาก|ออม|savings) ?/;
const pledge = /^(?:เงิน)?(?:สัจจะ|pledge(?: savings)?) ?/;

/**
 * Reads "ถอนเงิน", "ขอถอน 500", "ถอนพิเศษ 500 บาท", "ถอนสัจจะ" or "withdraw 500". Null: the text says more than that, as an officer's line
 * does ("ถอน 012 พิเศษ 500"), or something else.
 */
export function readWithdrawalLine(text: string): WithdrawalLine | null {
  const line = stripPoliteness(normalise(text));
  const opened = opening.exec(line)?.[0];
  if (opened === undefined) return null;
  const named = line.slice(opened.length);
  const ofPledge = !special.test(named) && pledge.test(named);
  const rest = named.replace(special.test(named) ? special : ofPledge ? pledge : savings, "").trim();
  if (rest === "") return { amount: null, ofPledge };
  const [first, second] = findAmounts(rest);
  if (!first || second) return null;
  const around = rest.slice(0, first.start) + rest.slice(first.end);
  return around.replace(/บาท|baht|[\s.,]/g, "") === "" ? { amount: first.reading, ofPledge } : null;
}
