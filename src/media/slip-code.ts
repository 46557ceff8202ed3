import { validate } from "promptparse";

/**
 * The bank's number of a transfer out of the text of a slip's own code (the slip verification code of the Bank of Thailand, or TrueMoney's), as
 * people would type it; null where the code is another one.
 */
export function slipReferenceIn(code: string): string | null {
  const read = validate.slipVerify(code, true)?.transRef ?? validate.trueMoneySlipVerify(code)?.transactionId ?? "";
  return /^[0-9A-Za-z]{6,40}$/.test(read) ? read.toUpperCase() : null;
}
