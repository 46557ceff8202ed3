import assert from "node:assert";
import { generate, parse, validate } from "promptparse";
import type { PromptPayProxy } from "../domain/groups/promptpay-proxy";
import type { Satang } from "../domain/money";

/** The amount of a code has room for so much: 13 characters with two decimals. */
const largestAmount = 9_999_999_999_99;

/**
 * The text of a PromptPay code for exactly this sum: read back before it is given, so that a code never names another receiver or another sum
 * than it was made for. Throws an AssertionError for a sum that no code may carry (none, negative, not whole satang, too large): the library
 * would make a code of any sum out of it.
 */
export function promptPayText({ type, target }: PromptPayProxy, amount: Satang): string {
  assert(Number.isSafeInteger(amount) && amount > 0 && amount <= largestAmount, "no code carries this sum");
  assert(/^(?:0\d{9}|\d{13}|\d{15})$/.test(target), "no code names this receiver");
  const text = generate.anyId({ type, target, amount: amount / 100 });
  const read = validate.anyId(text);
  const written = parse(text, true)?.getTagValue("54") ?? "";
  assert(read?.type === type && read.target === target, "the code names another receiver");
  assert(satangIn(written) === amount, "the code carries another sum");
  return text;
}

/** "1575.25" in satang, by its digits alone; -1 where it is written in another way. */
function satangIn(written: string): number {
  const [, baht, satang] = /^(\d{1,10})\.(\d{2})$/.exec(written) ?? [];
  return baht === undefined || satang === undefined ? -1 : Number(baht) * 100 + Number(satang);
}
